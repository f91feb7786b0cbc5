// 几处（条文连同其款、项，或整件文本）各引用了什么：每处只列前几个，并说共有几个
// :user 法规人员
// :param places [text]  各处的标识：文本标识#地址，或文本标识
// :param kinds [text] = null  只看某些性质：basis、reference、internal、analogy、repeal、amended_by
// :param each int = 20  每处最多几个
// :returns place 起点 | total 该处共有 | canonical 引用处 | target 所引文件 | units 所引条款 | kind 性质 | status 结果 | reason 说明 | to_doc 所至文本 | to_at 所至地址 | to_canonical 所至条文 | instrument 所至文件 | id 标识 | doc | at | quote | start | end
UNWIND $places AS place
CALL {
  WITH place
  MATCH (a:Provision {id: place})-[:CONTAINS*0..6]->(p:Provision)
  WHERE p.address = a.address OR p.address STARTS WITH a.address + '.'
  MATCH (p)-[:MAKES]->(c:Citation)
  RETURN c
  UNION
  WITH place
  MATCH (c:Citation {document: place})
  RETURN c
}
WITH place, c
WHERE $kinds IS NULL OR c.kind IN $kinds
WITH place, c ORDER BY place, c.seq
WITH place, collect(c) AS found
WITH place, size(found) AS total, found[0..$each] AS found
UNWIND found AS c
MATCH (c)<-[:MAKES]-(p:Provision)
OPTIONAL MATCH (c)-[:RESOLVES_TO]->(x)
RETURN place, total, p.canonical AS canonical, c.target AS target, c.units AS units, c.kind AS kind, c.status AS status,
       c.reason AS reason, CASE WHEN x:Document THEN x.id ELSE x.document END AS to_doc, x.address AS to_at,
       x.canonical AS to_canonical, CASE WHEN x:Instrument THEN x.id END AS instrument, c.id AS id,
       c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY place, c.seq, to_doc, to_at, instrument
