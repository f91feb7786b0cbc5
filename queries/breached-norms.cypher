// 某一情形或行为违反的是哪些规范，怎样得知（引用写明，或文字相近）
// :user 法规人员、干部、培训者
// :param violation text  情形标识（见 violations）
// :returns norm 规范 | body 主体 | modality 约束 | by 怎样得知 | score 相近程度 | canonical 条文 | id 规范标识 | doc | at | quote | start | end
MATCH (:Violation {id: $violation})-[b:BREACHES]->(n:Norm)-[:STATED_IN]->(p:Provision)
RETURN n.quote AS norm, n.body AS body, n.modality AS modality, b.by AS by, b.score AS score,
       p.canonical AS canonical, n.id AS id, n.document AS doc, n.address AS at, n.quote AS quote,
       n.start AS start, n.end AS end
ORDER BY doc, n.seq
