// 哪些文本引用了某一文件（不论其文本是否载入），各有几处
// :user 法规人员
// :param instrument text  文件标识（见 instruments）
// :returns title 文本 | status 状态 | times 次数 | doc | at
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
WITH c.document AS doc, count(c) AS times
MATCH (t:Document {id: doc})
RETURN t.title AS title, t.status AS status, times, doc, 'header' AS at
ORDER BY doc
