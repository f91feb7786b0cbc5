// 没有写明由谁做的规范：写作或执行时要补明主体
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns modality 约束 | canonical 条文 | quote 规范 | doc | at | start | end
MATCH (n:Norm)-[:STATED_IN]->(p:Provision)
WHERE n.body IS NULL AND ($document IS NULL OR n.document = $document)
RETURN n.modality AS modality, p.canonical AS canonical, n.quote AS quote,
       n.document AS doc, n.address AS at, n.start AS start, n.end AS end
ORDER BY doc, n.seq
