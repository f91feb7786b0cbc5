// 受到某种处理（如诫勉）的，是因为哪些情形
// :user 干部、培训者、法规人员
// :param sanction text  处理方式的名称，如诫勉
// :returns violation 情形 | kind 性质 | canonical 条文 | condition 条件 | by 由谁 | doc | at | quote | start | end
MATCH (k:SanctionKind {id: $sanction})<-[:OF_KIND]-(s:Sanction)<-[:PUNISHED_BY]-(v:Violation)-[:STATED_IN]->(p:Provision)
RETURN v.quote AS violation, v.kind AS kind, p.canonical AS canonical, s.condition AS condition, s.by AS by,
       v.document AS doc, v.address AS at, v.quote AS quote, v.start AS start, v.end AS end
ORDER BY doc, v.seq
