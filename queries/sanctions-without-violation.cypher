// 哪些处理没有写明针对什么情形
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns name 处理方式 | condition 条件 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Sanction {document: t.id})-[:STATED_IN]->(p:Provision)
  WHERE NOT EXISTS { (x)<-[:PUNISHED_BY]-(:Violation) }
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.name AS name, x.condition AS condition, p.canonical AS canonical, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
