// 被引用最多的条文
// :user 法规人员、培训者
// :param most int = 20  最多几条
// :returns canonical 条文 | times 次数 | text 原文 | doc | at
MATCH (p:Provision)<-[:RESOLVES_TO]-(c:Citation)
WITH p, count(c) AS times
RETURN p.canonical AS canonical, times, p.text AS text, p.document AS doc, p.address AS at
ORDER BY times DESC, doc, p.seq LIMIT $most
