// 同一件事写给了不同的主体：一份文本里做的事相同，主体不同
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns action 做什么 | body 主体 | other_body 另一主体 | other_canonical 另一条文 | other_at 另一地址 | canonical 条文 | doc | at | quote | start | end
MATCH (n:Norm) WHERE ($document IS NULL OR n.document = $document) AND n.matter IS NOT NULL AND n.body IS NOT NULL
MATCH (m:Norm {matter: n.matter})
WHERE m.document = n.document AND m.seq > n.seq AND m.body IS NOT NULL AND m.body <> n.body
MATCH (n)-[:STATED_IN]->(p:Provision), (m)-[:STATED_IN]->(q:Provision)
RETURN n.action AS action, n.body AS body, m.body AS other_body, q.canonical AS other_canonical,
       m.address AS other_at, p.canonical AS canonical, n.document AS doc, n.address AS at, n.quote AS quote,
       n.start AS start, n.end AS end
ORDER BY doc, start, at, other_at, other_body
