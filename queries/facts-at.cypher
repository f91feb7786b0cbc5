// 某一条文（连同其款、项）抽取出的全部内容
// :user 法规人员、培训者
// :param document text  文本标识（见 documents）
// :param address text  条文地址，如 6 或 6.1.4
// :returns kind 种类 | quote 原文 | canonical 条文 | id 标识 | doc | at | start | end
MATCH (:Provision {id: $document + '#' + $address})-[:CONTAINS*0..6]->(p:Provision)
WHERE p.address = $address OR p.address STARTS WITH $address + '.'
MATCH (p)<-[:STATED_IN]-(f)
WHERE NOT f:Role
RETURN split(f.id, '/')[-1] AS kind, f.quote AS quote, p.canonical AS canonical, f.id AS id,
       f.document AS doc, f.address AS at, f.start AS start, f.end AS end
ORDER BY p.seq, start, id
