// 已载入的文本中哪些已被已载入的文件整件废止：由哪一条写明、何时起
// :user 法规人员、干部、培训者
// :param document text = null  只看某一文本（见 documents）
// :returns repealed 被废止的文本 | title 废止它的文件 | status 其状态 | effective 其施行日期 | canonical 条文 | doc | at | quote
MATCH (t:Document)
WHERE $document IS NULL OR t.id = $document
MATCH (t)-[:VERSION_OF]->(i:Instrument)
MATCH (i)<-[:VERSION_OF]-(x:Document)
WHERE t.id = x.id OR coalesce(t.effective, t.adopted) <= coalesce(x.effective, x.adopted)
MATCH (x)<-[e:REPEALS]-(later:Document)
WITH DISTINCT t, later, later.id + '#' + e.address AS place
MATCH (p:Provision {id: place})
RETURN t.id AS repealed, later.title AS title, later.status AS status, later.effective AS effective,
       p.canonical AS canonical, later.id AS doc, p.address AS at, p.text AS quote
ORDER BY repealed, effective, doc
