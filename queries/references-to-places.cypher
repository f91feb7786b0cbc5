// 几处（条文连同其款、项和所在的章，整件文本，或没有载入的文件）各被什么引用：每处只列前几个，并说共有几个
// :user 法规人员
// :param places [text]  各处的标识：文本标识#地址、文本标识，或文件标识
// :param kinds [text] = null  只看某些性质：basis、reference、internal、analogy、repeal、amended_by
// :param each int = 20  每处最多几个
// :returns place 起点 | total 该处共有 | canonical 引用处 | kind 性质 | to_at 所引地址 | to_canonical 所引条文 | id 标识 | doc | at | quote | start | end
UNWIND $places AS place
CALL {
  WITH place
  MATCH (a:Provision {id: place})-[:CONTAINS*0..6]->(x:Provision)
  WHERE x.address = a.address OR x.address STARTS WITH a.address + '.'
  MATCH (x)<-[:RESOLVES_TO]-(c:Citation)
  RETURN x, c
  UNION
  WITH place
  MATCH (:Provision {id: place})<-[:CONTAINS*1..6]-(x:Provision)<-[:RESOLVES_TO]-(c:Citation)
  RETURN x, c
  UNION
  WITH place
  MATCH (x:Document {id: place})<-[:RESOLVES_TO]-(c:Citation)
  WHERE c.document <> place
  RETURN x, c
  UNION
  WITH place
  MATCH (x:Provision {document: place})<-[:RESOLVES_TO]-(c:Citation)
  WHERE c.document <> place
  RETURN x, c
  UNION
  WITH place
  MATCH (x:Instrument {id: place})<-[:RESOLVES_TO]-(c:Citation)
  RETURN x, c
}
WITH place, x, c
WHERE $kinds IS NULL OR c.kind IN $kinds
WITH place, x, c ORDER BY place, c.document, c.seq, x.seq
WITH place, count(DISTINCT c) AS total, collect(x) AS reached, collect(c) AS found
WITH place, total, reached[0..$each] AS reached, found[0..$each] AS found
UNWIND range(0, size(found) - 1) AS n
WITH place, total, reached[n] AS x, found[n] AS c
MATCH (c)<-[:MAKES]-(p:Provision)
RETURN place, total, p.canonical AS canonical, c.kind AS kind, x.address AS to_at, x.canonical AS to_canonical,
       c.id AS id, c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY place, doc, c.seq, x.seq
