// 全部期限：多少日、工作日或月之内
// :user 干部、法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns quote 期限 | days 日 | months 月 | working 工作日 | canonical 条文 | sentence 所在条文 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Deadline {document: t.id})-[:STATED_IN]->(p:Provision)
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.quote AS quote, x.days AS days, x.months AS months, x.working AS working,
       p.canonical AS canonical, p.text AS sentence, x.document AS doc, x.address AS at, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
