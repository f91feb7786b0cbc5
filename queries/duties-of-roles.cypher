// 一个或几个岗位的全部职责，按条文顺序
// :user 干部、培训者
// :param roles [text]  岗位标识（见 roles）
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns role 岗位 | responsibility 责任 | canonical 条文 | quote 职责 | clauses 各项义务 | frequency_text 频次 | frequency_actor 由谁进行 | id 标识 | doc | at | start | end
MATCH (r:Role)-[:BEARS]->(d:Duty)
WHERE r.id IN $roles AND ($document IS NULL OR d.document = $document)
WITH r, d ORDER BY d.document, d.seq, r.id SKIP $skip LIMIT $most
MATCH (d)-[:STATED_IN]->(p:Provision)
OPTIONAL MATCH (:Document {id: d.document})-[a:APPLIES_TO]->(r)
RETURN r.name AS role, a.responsibility AS responsibility, p.canonical AS canonical, d.quote AS quote,
       d.clauses AS clauses, d.frequency_text AS frequency_text, d.frequency_actor AS frequency_actor,
       d.id AS id, d.document AS doc, d.address AS at, d.start AS start, d.end AS end
ORDER BY doc, d.seq, r.id
