// 谁向谁报告、通报、移送、备案
// :user 干部、法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns body 由谁 | recipient 向谁 | canonical 条文 | quote 规范 | frequency_text 频次 | doc | at | start | end
MATCH (n:Norm)-[:STATED_IN]->(p:Provision)
WHERE n.recipient IS NOT NULL AND ($document IS NULL OR n.document = $document)
RETURN n.body AS body, n.recipient AS recipient, p.canonical AS canonical, n.quote AS quote,
       n.frequency_text AS frequency_text,
       n.document AS doc, n.address AS at, n.start AS start, n.end AS end
ORDER BY doc, n.seq
