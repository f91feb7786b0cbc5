// 一处条文的原文
// :user 法规人员、干部、培训者
// :param document text  文本标识（见 documents）
// :param address text  条文地址，如 20 或 20.1.1
// :returns kind 层次 | canonical 条文 | text 原文 | doc | at | start | end
WITH $document + '#' + $address AS id
MATCH (p:Provision {id: id})
RETURN p.kind AS kind, p.canonical AS canonical, p.text AS text, p.document AS doc, p.address AS at,
       p.start AS start, p.end AS end
