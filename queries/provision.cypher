// 一处条文的原文，和它开头的一款
// :user 法规人员、干部、培训者
// :param document text  文本标识（见 documents）
// :param address text  条文地址，如 20 或 20.1.1
// :returns kind 层次 | canonical 条文 | text 原文 | opening 开头 | doc | at | start | end
WITH $document + '#' + $address AS id
MATCH (p:Provision {id: id})
OPTIONAL MATCH (p)-[:CONTAINS]->(q:Provision)
WITH p, q ORDER BY q.seq
WITH p, collect(q.text)[0] AS opening
RETURN p.kind AS kind, p.canonical AS canonical, p.text AS text, opening, p.document AS doc, p.address AS at,
       p.start AS start, p.end AS end
