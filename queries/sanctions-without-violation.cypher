// 哪些处理没有写明针对什么情形
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns name 处理方式 | condition 条件 | canonical 条文 | doc | at | quote | start | end
MATCH (s:Sanction)-[:STATED_IN]->(p:Provision)
WHERE NOT EXISTS { (s)<-[:PUNISHED_BY]-(:Violation) } AND ($document IS NULL OR s.document = $document)
RETURN s.name AS name, s.condition AS condition, p.canonical AS canonical,
       s.document AS doc, s.address AS at, s.quote AS quote, s.start AS start, s.end AS end
ORDER BY doc, s.seq
