// 谁向谁报告、通报、移送、备案
// :user 干部、法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns body 由谁 | recipient 向谁 | canonical 条文 | quote 规范 | frequency_text 频次 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Norm {document: t.id})-[:STATED_IN]->(p:Provision)
  WHERE x.recipient IS NOT NULL
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.body AS body, x.recipient AS recipient, p.canonical AS canonical,
       x.frequency_text AS frequency_text, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
