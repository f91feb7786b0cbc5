// 对某个机关（名称含所给文字）的全部规范：应当、不得、可以做什么
// :user 法规人员、干部
// :param body text  机关名称或其中的文字
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns body 机关 | modality 约束 | canonical 条文 | quote 规范 | conditions 条件 | exceptions 例外 | assisting 会同或配合 | deadlines 期限 | recipient 对象 | frequency_text 频次 | doc | at | start | end
MATCH (b:Body)<-[:BINDS]-(n:Norm)
WHERE b.name CONTAINS $body AND ($document IS NULL OR n.document = $document)
WITH b, n ORDER BY n.document, n.seq, b.name SKIP $skip LIMIT $most
MATCH (n)-[:STATED_IN]->(p:Provision)
RETURN b.name AS body, n.modality AS modality, p.canonical AS canonical, n.quote AS quote,
       n.conditions AS conditions, n.exceptions AS exceptions, n.assisting AS assisting,
       n.deadlines AS deadlines, n.recipient AS recipient, n.frequency_text AS frequency_text,
       n.document AS doc, n.address AS at, n.start AS start, n.end AS end
ORDER BY doc, n.seq, body
