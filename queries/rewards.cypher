// 奖励：因何、由谁、给谁
// :user 干部、培训者
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns name 奖励 | reason 因何 | by 由谁 | recipient 给谁 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Reward {document: t.id})-[:STATED_IN]->(p:Provision)
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.name AS name, x.reason AS reason, x.by AS by, x.recipient AS recipient,
       p.canonical AS canonical, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
