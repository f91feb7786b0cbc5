// 没有写明由谁做的规范：写作或执行时要补明主体
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns modality 约束 | canonical 条文 | quote 规范 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Norm {document: t.id})-[:STATED_IN]->(p:Provision)
  WHERE x.body IS NULL
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.modality AS modality, p.canonical AS canonical, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
