// 哪些条文引用了某一文件（不论其文本是否载入）
// :user 法规人员
// :param instrument text  文件标识（见 instruments）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns canonical 引用处 | target 写法 | units 所引条款 | kind 性质 | status 结果 | id 标识 | doc | at | quote | start | end
MATCH (i:Instrument {id: $instrument})
CALL {
  WITH i
  MATCH (i)<-[:RESOLVES_TO]-(c:Citation)
  RETURN c
  UNION
  WITH i
  MATCH (i)<-[:VERSION_OF]-(d:Document)<-[:RESOLVES_TO]-(c:Citation)
  WHERE c.document <> d.id
  RETURN c
  UNION
  WITH i
  MATCH (i)<-[:VERSION_OF]-(d:Document)
  MATCH (x:Provision {document: d.id})<-[:RESOLVES_TO]-(c:Citation)
  WHERE c.document <> d.id
  RETURN c
}
WITH c ORDER BY c.document, c.seq SKIP $skip LIMIT $most
MATCH (c)<-[:MAKES]-(p:Provision)
RETURN p.canonical AS canonical, c.target AS target, c.units AS units, c.kind AS kind, c.status AS status,
       c.id AS id, c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY doc, c.seq
