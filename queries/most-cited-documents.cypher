// 被引用最多的文件（各版本合计，不论是否载入），截至计算之时
// :user 法规人员、培训者
// :param by text = times  次序：times 被引次数、rank 名次（PageRank，看被谁引用）
// :param skip int = 0  略去前几行
// :param most int = 20  最多几行
// :returns title 文件 | times 被引次数 | citing 引用它的文本数 | place 名次 | loaded 已载入 | instrument 文件标识 | computed 计算时间 | doc | at
MATCH (g:Ranking {id: 'documents'})
MATCH (r:Ranked {list: 'documents'})
MATCH (i:Instrument {id: r.subject})
WITH g, r, i ORDER BY CASE $by WHEN 'rank' THEN r.place ELSE -r.times END, r.place SKIP $skip LIMIT $most
OPTIONAL MATCH (t:Document)-[:VERSION_OF]->(i)
WITH g, r, i, t ORDER BY t.adopted DESC, t.id
WITH g, r, i, collect(t)[0] AS t
RETURN coalesce(i.title, t.title, i.id) AS title, r.times AS times, r.citing AS citing, r.place AS place,
       t IS NOT NULL AS loaded, i.id AS instrument, g.computed AS computed, t.id AS doc,
       CASE WHEN t IS NULL THEN null ELSE 'header' END AS at
ORDER BY CASE $by WHEN 'rank' THEN place ELSE -times END, place
