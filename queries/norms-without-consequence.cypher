// 哪些义务没有对应的后果：文本有罚则，而没有一条罚到它
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns body 主体 | modality 约束 | canonical 条文 | quote 规范 | doc | at | start | end
MATCH (n:Norm {force: 'must'})-[:STATED_IN]->(p:Provision)
WHERE ($document IS NULL OR n.document = $document) AND n.modality <> '直陈'
  AND NOT EXISTS { (n)<-[:BREACHES]-(:Violation) }
  AND EXISTS { MATCH (v:Violation {document: n.document}) }
RETURN n.body AS body, n.modality AS modality, p.canonical AS canonical, n.quote AS quote,
       n.document AS doc, n.address AS at, n.start AS start, n.end AS end
ORDER BY doc, n.seq
