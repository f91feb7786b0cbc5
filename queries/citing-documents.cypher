// 哪些文本引用了某一条文（连同其款、项，及其所在的章），各有几处
// :user 法规人员
// :param document text  文本标识（见 documents）
// :param address text  条文地址，如 20 或 ch2
// :returns title 文本 | status 状态 | times 次数 | doc | at
MATCH (a:Provision {id: $document + '#' + $address})
CALL {
  WITH a
  MATCH (a)-[:CONTAINS*0..6]->(x:Provision)
  WHERE x.address = $address OR x.address STARTS WITH $address + '.'
  RETURN x
  UNION
  WITH a
  MATCH (a)<-[:CONTAINS*1..6]-(x:Provision)
  RETURN x
}
MATCH (x)<-[:RESOLVES_TO]-(c:Citation)
WITH c.document AS doc, count(*) AS times
MATCH (t:Document {id: doc})
RETURN t.title AS title, t.status AS status, times, doc, 'header' AS at
ORDER BY doc
