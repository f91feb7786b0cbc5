// 追究责任的步骤和救济：启动、调查、移送、决定、申诉
// :user 干部、法规人员、培训者
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns name 步骤 | actor 由谁 | quote 原文 | canonical 条文 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Procedure {document: t.id})-[:STATED_IN]->(p:Provision)
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.name AS name, x.actor AS actor, p.canonical AS canonical, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
