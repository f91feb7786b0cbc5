// 全部期限：多少日、工作日或月之内
// :user 干部、法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns quote 期限 | days 日 | months 月 | working 工作日 | canonical 条文 | sentence 所在条文 | doc | at | start | end
MATCH (d:Deadline)-[:STATED_IN]->(p:Provision)
WHERE $document IS NULL OR d.document = $document
RETURN d.quote AS quote, d.days AS days, d.months AS months, d.working AS working,
       p.canonical AS canonical, p.text AS sentence,
       d.document AS doc, d.address AS at, d.start AS start, d.end AS end
ORDER BY doc, d.seq
