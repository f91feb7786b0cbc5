// 几处条文（连同其款、项）中的全部引用及其结果
// :user 法规人员
// :param places [text]  各处的标识：文本标识#地址
// :returns canonical 引用处 | target 所引文件 | units 所引条款 | kind 性质 | form 写法 | rule 规则 | status 结果 | reason 原因 | note 说明 | instrument 所至文件 | to_doc 所至文本 | to_at 所至条文 | text 条文 | doc | at | quote | start | end
UNWIND $places AS place
MATCH (a:Provision {id: place})-[:CONTAINS*0..6]->(p:Provision)
WHERE p.address = a.address OR p.address STARTS WITH a.address + '.'
MATCH (p)-[:MAKES]->(c:Citation)
WITH DISTINCT p, c
OPTIONAL MATCH (c)-[:RESOLVES_TO]->(x)
WITH p, c, min(CASE WHEN x:Instrument THEN x.id END) AS instrument,
     min(CASE WHEN x:Document THEN x.id ELSE x.document END) AS to_doc, collect(x.address) AS to_at
RETURN p.canonical AS canonical, c.target AS target, c.units AS units, c.kind AS kind, c.form AS form, c.rule AS rule,
       c.status AS status, c.reason AS reason, c.note AS note, instrument, to_doc, to_at, p.text AS text,
       c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY doc, c.seq
