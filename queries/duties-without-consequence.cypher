// 哪些职责没有对应的追责情形（不履行时，文中没有写明后果）
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns canonical 条文 | quote 职责 | roles 岗位 | doc | at | start | end
MATCH (d:Duty)-[:STATED_IN]->(p:Provision)
WHERE NOT EXISTS { (d)<-[:BREACHES]-(:Violation) } AND ($document IS NULL OR d.document = $document)
MATCH (r:Role)-[:BEARS]->(d)
WITH d, p, r ORDER BY r.id
WITH d, p, collect(r.name) AS roles
RETURN p.canonical AS canonical, d.quote AS quote, roles,
       d.document AS doc, d.address AS at, d.start AS start, d.end AS end
ORDER BY doc, d.seq
