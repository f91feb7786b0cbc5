// 哪些职责没有对应的追责情形（不履行时，文中没有写明后果）
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns canonical 条文 | quote 职责 | roles 岗位 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Duty {document: t.id})-[:STATED_IN]->(p:Provision)
  WHERE NOT EXISTS { (x)<-[:BREACHES]-(:Violation) }
  MATCH (r:Role)-[:BEARS]->(x)
  WITH x, p, r ORDER BY r.id
  WITH x, p, collect(r.name) AS roles
  RETURN x, p, roles ORDER BY x.seq, x.id
}
RETURN p.canonical AS canonical, roles, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
