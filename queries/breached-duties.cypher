// 某一情形违反的是哪些职责
// :user 干部、法规人员、培训者
// :param violation text  情形标识（见 violations）
// :returns duty 职责 | canonical 条文 | roles 岗位 | id 职责标识 | doc | at | quote | start | end
MATCH (:Violation {id: $violation})-[:BREACHES]->(d:Duty)-[:STATED_IN]->(p:Provision)
MATCH (r:Role)-[:BEARS]->(d)
WITH d, p, r ORDER BY r.id
WITH d, p, collect(r.name) AS roles
RETURN d.quote AS duty, p.canonical AS canonical, roles, d.id AS id,
       d.document AS doc, d.address AS at, d.quote AS quote, d.start AS start, d.end AS end
ORDER BY doc, d.seq
