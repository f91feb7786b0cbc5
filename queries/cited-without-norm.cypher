// 罚则写明违反某一条，而那一条里没有义务或禁止（条号可能已经变动）
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns quote 行为 | cited 所引条文 | cited_doc 所引文本 | cited_at 所引地址 | canonical 条文 | doc | at | start | end
MATCH (v:Violation {kind: 'conduct'})-[:BREACHES]->(q:Provision)
WHERE ($document IS NULL OR v.document = $document)
  AND NOT EXISTS { MATCH (v)-[:BREACHES]->(n:Norm) WHERE n.id STARTS WITH q.id + '/' OR n.id STARTS WITH q.id + '.' }
  AND NOT EXISTS { MATCH (v)-[:BREACHES]->(d:Duty) WHERE d.id STARTS WITH q.id + '/' OR d.id STARTS WITH q.id + '.' }
  AND NOT EXISTS { MATCH (q)<-[:CONTAINS*1..3]-(:Provision)<-[:STATED_IN]-(:Norm {lists: true}) }
MATCH (v)-[:STATED_IN]->(p:Provision)
RETURN v.quote AS quote, q.canonical AS cited, q.document AS cited_doc, q.address AS cited_at,
       p.canonical AS canonical, v.document AS doc, v.address AS at, v.start AS start, v.end AS end
ORDER BY doc, v.seq, cited_doc, q.seq
