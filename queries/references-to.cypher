// 哪些条文引用了某一条文（连同其款、项，及其所在的章）
// :user 法规人员
// :param document text  文本标识（见 documents）
// :param address text  条文地址，如 20 或 ch2
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns canonical 引用处 | kind 性质 | to_at 所引地址 | to_canonical 所引条文 | id 标识 | doc | at | quote | start | end
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
WITH x, c ORDER BY c.document, c.seq, x.seq SKIP $skip LIMIT $most
MATCH (c)<-[:MAKES]-(p:Provision)
RETURN p.canonical AS canonical, c.kind AS kind, x.address AS to_at, x.canonical AS to_canonical, c.id AS id,
       c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY doc, c.seq, x.seq
