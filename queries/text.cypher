// 一件文本的全部条文，按原文顺序
// :user 法规人员、干部、培训者
// :param document text  文本标识（见 documents）
// :returns kind 层次 | number 序号 | title 标题 | canonical 条文 | text 原文 | parent 上级 | segments 原文位置 | doc | at | start | end
MATCH (p:Provision)
WHERE p.document = $document
OPTIONAL MATCH (u:Provision)-[:CONTAINS]->(p)
RETURN p.kind AS kind, p.number AS number, p.title AS title, p.canonical AS canonical, p.text AS text,
       u.address AS parent, p.segments AS segments, p.document AS doc, p.address AS at,
       p.start AS start, p.end AS end
ORDER BY p.seq
