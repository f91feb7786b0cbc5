// 哪些被罚的行为没有对应的义务：没有写明违反哪一条，文中也没有文字相近的规范
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns quote 行为 | names 处罚 | canonical 条文 | doc | at | start | end
MATCH (v:Violation {kind: 'conduct'})-[:STATED_IN]->(p:Provision)
WHERE ($document IS NULL OR v.document = $document) AND NOT EXISTS { (v)-[:BREACHES]->() }
OPTIONAL MATCH (v)-[:PUNISHED_BY]->(s:Sanction)
WITH v, p, s ORDER BY s.seq
WITH v, p, collect(DISTINCT s.name) AS names
RETURN v.quote AS quote, names, p.canonical AS canonical,
       v.document AS doc, v.address AS at, v.start AS start, v.end AS end
ORDER BY doc, v.seq
