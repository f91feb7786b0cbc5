// 一件文本的制定依据，一层一层往上
// :user 法规人员、培训者
// :param document text  文本标识（见 documents）
// :returns steps 层 | basis 依据 | loaded 是否载入 | basis_id 依据标识 | doc | at | quote
MATCH path = (t:Document {id: $document})-[:BASED_ON*1..6]->(b)
WITH path, b, length(path) AS steps, nodes(path)[-2] AS by, relationships(path)[-1] AS last
MATCH (p:Provision {id: by.id + '#' + last.address})
RETURN steps, b.title AS basis, b:Document AS loaded, b.id AS basis_id, by.id AS doc, last.address AS at,
       p.text AS quote
ORDER BY steps, doc, basis_id
