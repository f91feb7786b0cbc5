// 文中定义的用语、含义，以及在哪些条文中使用
// :user 法规人员、培训者
// :param document text = null  只看某一文本（见 documents）
// :returns term 用语 | meaning 含义 | canonical 定义所在条文 | used_in 使用的条文 | doc | at | quote | start | end
MATCH (x:Definition)-[:DEFINES]->(t:Term)
WHERE $document IS NULL OR x.document = $document
MATCH (x)-[:STATED_IN]->(p:Provision)
OPTIONAL MATCH (u:Provision)-[:USES]->(t) WHERE u.document = x.document
WITH x, p, u ORDER BY u.seq
WITH x, p, collect(u.canonical) AS used_in
RETURN x.term AS term, x.meaning AS meaning, p.canonical AS canonical, used_in,
       x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
ORDER BY doc, x.seq
