// 文中定义的用语、含义，以及在哪些条文中使用
// :user 法规人员、培训者
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns term 用语 | meaning 含义 | canonical 定义所在条文 | used_in 使用的条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Definition {document: t.id})-[:DEFINES]->(m:Term)
  MATCH (x)-[:STATED_IN]->(p:Provision)
  OPTIONAL MATCH (u:Provision {document: t.id})-[:USES]->(m)
  WITH x, p, u ORDER BY u.seq
  WITH x, p, collect(u.canonical) AS used_in
  RETURN x, p, used_in ORDER BY x.seq, x.id
}
RETURN x.term AS term, x.meaning AS meaning, p.canonical AS canonical, used_in,
       x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
