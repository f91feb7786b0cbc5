// 一个或几个主体在全部文本里的义务、禁止和授权，逐件文本、按条文顺序
// :user 干部、法规人员
// :param bodies [text]  主体（见 bodies）
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  跳过几条
// :param most int = 500  最多几条
// :returns body 主体 | modality 约束 | force 性质 | topic 章 | canonical 条文 | quote 规范 | action 做什么 | conditions 条件 | exceptions 例外 | assisting 会同或配合 | recipient 对象 | deadlines 期限 | frequency_text 频次 | breached 罚则数 | id 规范标识 | doc | at | start | end
MATCH (b:Body)<-[:BINDS]-(n:Norm)-[:STATED_IN]->(p:Provision)
WHERE b.id IN $bodies AND ($document IS NULL OR n.document = $document)
WITH n, p, min(b.name) AS body ORDER BY n.document, n.seq SKIP $skip LIMIT $most
OPTIONAL MATCH (p)<-[:CONTAINS*1..5]-(c:Chapter)
WITH n, p, body, min(c.title) AS topic
RETURN body, n.modality AS modality, n.force AS force, topic, p.canonical AS canonical, n.quote AS quote,
       n.action AS action, n.conditions AS conditions, n.exceptions AS exceptions, n.assisting AS assisting,
       n.recipient AS recipient, n.deadlines AS deadlines, n.frequency_text AS frequency_text,
       COUNT { (n)<-[:BREACHES]-(:Violation) } AS breached, n.id AS id,
       n.document AS doc, n.address AS at, n.start AS start, n.end AS end
ORDER BY doc, n.seq
