// 不履行某项职责会构成哪一情形
// :user 干部、法规人员、培训者
// :param duty text  职责标识（见 duties-of-roles）
// :returns violation 情形 | canonical 条文 | id 情形标识 | doc | at | quote | start | end
MATCH (:Duty {id: $duty})<-[:BREACHES]-(v:Violation)-[:STATED_IN]->(p:Provision)
RETURN v.quote AS violation, p.canonical AS canonical, v.id AS id,
       v.document AS doc, v.address AS at, v.quote AS quote, v.start AS start, v.end AS end
ORDER BY doc, v.seq
