// 受到某种处理（如诫勉）的，是因为哪些情形
// :user 干部、培训者、法规人员
// :param sanction text  处理方式的名称，如诫勉
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns violation 情形 | kind 性质 | canonical 条文 | condition 条件 | by 由谁 | doc | at | quote | start | end
MATCH (k:SanctionKind {id: $sanction})<-[:OF_KIND]-(s:Sanction)
WHERE $document IS NULL OR s.document = $document
MATCH (s)<-[:PUNISHED_BY]-(v:Violation)
WITH s, v ORDER BY v.document, v.seq, s.id SKIP $skip LIMIT $most
MATCH (v)-[:STATED_IN]->(p:Provision)
RETURN v.quote AS violation, v.kind AS kind, p.canonical AS canonical, s.condition AS condition, s.by AS by,
       v.document AS doc, v.address AS at, v.quote AS quote, v.start AS start, v.end AS end
ORDER BY doc, v.seq, s.id
