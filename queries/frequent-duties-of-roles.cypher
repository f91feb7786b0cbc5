// 一个或几个岗位写明了频次的职责：多久做几次、由谁进行
// :user 干部、培训者
// :param roles [text]  岗位标识（见 roles）
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns role 岗位 | canonical 条文 | frequency_text 频次 | frequency_min 次数 | frequency_per 周期 | frequency_actor 由谁进行 | frequency_act 做什么 | quote 职责 | id 标识 | doc | at | start | end
MATCH (r:Role)-[:BEARS]->(d:Duty)
WHERE r.id IN $roles AND size(d.frequency_text) > 0 AND ($document IS NULL OR d.document = $document)
WITH r, d ORDER BY d.document, d.seq, r.id SKIP $skip LIMIT $most
MATCH (d)-[:STATED_IN]->(p:Provision)
RETURN r.name AS role, p.canonical AS canonical, d.frequency_text AS frequency_text,
       d.frequency_min AS frequency_min, d.frequency_per AS frequency_per,
       d.frequency_actor AS frequency_actor, d.frequency_act AS frequency_act, d.quote AS quote,
       d.id AS id, d.document AS doc, d.address AS at, d.start AS start, d.end AS end
ORDER BY doc, d.seq, r.id
