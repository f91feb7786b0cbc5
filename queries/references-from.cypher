// 某一条文（连同其款、项）引用了什么
// :user 法规人员
// :param document text  文本标识（见 documents）
// :param address text  条文地址，如 20 或 20.1.1
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns canonical 引用处 | target 所引文件 | units 所引条款 | kind 性质 | status 结果 | reason 说明 | to_doc 所至文本 | to_at 所至地址 | to_canonical 所至条文 | instrument 所至文件 | id 标识 | doc | at | quote | start | end
MATCH (:Provision {id: $document + '#' + $address})-[:CONTAINS*0..6]->(p:Provision)
WHERE p.address = $address OR p.address STARTS WITH $address + '.'
MATCH (p)-[:MAKES]->(c:Citation)
OPTIONAL MATCH (c)-[:RESOLVES_TO]->(x)
RETURN p.canonical AS canonical, c.target AS target, c.units AS units, c.kind AS kind, c.status AS status,
       c.reason AS reason, CASE WHEN x:Document THEN x.id ELSE x.document END AS to_doc, x.address AS to_at,
       x.canonical AS to_canonical, CASE WHEN x:Instrument THEN x.id END AS instrument, c.id AS id,
       c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY c.seq, to_doc, to_at, instrument SKIP $skip LIMIT $most
