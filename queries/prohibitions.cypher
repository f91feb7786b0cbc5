// 不得做什么：全部禁止性规范
// :user 法规人员、干部
// :param document text = null  只看某一文本（见 documents）
// :returns body 主体 | modality 约束 | canonical 条文 | quote 规范 | doc | at | start | end
MATCH (n:Norm)-[:STATED_IN]->(p:Provision)
WHERE n.modality IN ['不得', '禁止', '严禁', '不准'] AND ($document IS NULL OR n.document = $document)
RETURN n.body AS body, n.modality AS modality, p.canonical AS canonical, n.quote AS quote,
       n.document AS doc, n.address AS at, n.start AS start, n.end AS end
ORDER BY doc, n.seq
