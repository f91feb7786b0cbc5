// 两个条文之间的引用路径（最短的一条）
// :user 法规人员
// :param from_id text  起点：文本标识#地址
// :param to_id text  终点：文本标识#地址
// :returns step 步 | canonical 条文 | text 原文 | doc | at
MATCH (a:Provision {id: $from_id}), (b:Provision {id: $to_id})
MATCH path = shortestPath((a)-[:CITES|CONTAINS*..12]-(b))
UNWIND range(0, length(path)) AS step
WITH step, nodes(path)[step] AS n
RETURN step, coalesce(n.canonical, n.title) AS canonical, n.text AS text,
       coalesce(n.document, n.id) AS doc, n.address AS at
ORDER BY step
