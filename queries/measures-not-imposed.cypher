// 文中提到、但没有任何条文规定适用的措施（如只提约谈程序而未规定约谈什么情形）
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns name 措施 | canonical 条文 | doc | at | quote | start | end
MATCH (p:Provision)-[n:NAMES]->(k:SanctionKind)
WHERE n.kind <> 'reward' AND ($document IS NULL OR p.document = $document)
  AND NOT EXISTS { (k)<-[:OF_KIND]-(s:Sanction) WHERE s.document = p.document }
RETURN k.name AS name, p.canonical AS canonical, p.document AS doc, p.address AS at, n.quote AS quote,
       n.start AS start, n.end AS end
ORDER BY doc, p.seq, start
