// 追究责任的步骤和救济：启动、调查、移送、决定、申诉
// :user 干部、法规人员、培训者
// :param document text = null  只看某一文本（见 documents）
// :returns name 步骤 | actor 由谁 | quote 原文 | canonical 条文 | doc | at | start | end
MATCH (x:Procedure)-[:STATED_IN]->(p:Provision)
WHERE $document IS NULL OR x.document = $document
RETURN x.name AS name, x.actor AS actor, x.quote AS quote, p.canonical AS canonical,
       x.document AS doc, x.address AS at, x.start AS start, x.end AS end
ORDER BY doc, x.seq
