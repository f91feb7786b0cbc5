// 被引用最多的条文（以条计），截至计算之时
// :user 法规人员、培训者
// :param by text = times  次序：times 被引次数、rank 名次（PageRank，看被谁引用）
// :param skip int = 0  略去前几行
// :param most int = 20  最多几行
// :returns canonical 条文 | title 文本 | times 被引次数 | citing 引用它的文本数 | place 名次 | text 原文 | computed 计算时间 | doc | at
MATCH (g:Ranking {id: 'provisions'})
MATCH (r:Ranked {list: 'provisions'})
MATCH (p:Provision {id: r.subject})
WITH g, r, p ORDER BY CASE $by WHEN 'rank' THEN r.place ELSE -r.times END, r.place SKIP $skip LIMIT $most
MATCH (t:Document {id: p.document})
OPTIONAL MATCH (p)-[:CONTAINS]->(q:Provision)
WITH g, r, p, t, q ORDER BY q.seq
WITH g, r, p, t, collect(q.text)[0] AS first
RETURN p.canonical AS canonical, t.title AS title, r.times AS times, r.citing AS citing, r.place AS place,
       coalesce(first, p.text) AS text, g.computed AS computed, p.document AS doc, p.address AS at
ORDER BY CASE $by WHEN 'rank' THEN place ELSE -times END, place
