// 哪些被罚的行为没有对应的义务：没有写明违反哪一条，文中也没有文字相近的规范
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns quote 行为 | names 处罚 | canonical 条文 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Violation {document: t.id})-[:STATED_IN]->(p:Provision)
  WHERE x.kind = 'conduct' AND NOT EXISTS { (x)-[:BREACHES]->() }
  OPTIONAL MATCH (x)-[:PUNISHED_BY]->(s:Sanction)
  WITH x, p, s ORDER BY s.seq
  WITH x, p, collect(DISTINCT s.name) AS names
  RETURN x, p, names ORDER BY x.seq, x.id
}
RETURN x.quote AS quote, names, p.canonical AS canonical,
       x.document AS doc, x.address AS at, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
