// 文中提到、但没有任何条文规定适用的措施（如只提约谈程序而未规定约谈什么情形）
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns name 措施 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (s:Sanction {document: t.id})-[:OF_KIND]->(o:SanctionKind)
  WITH t, collect(o.id) AS imposed
  MATCH (p:Provision {document: t.id})-[n:NAMES]->(k:SanctionKind)
  WHERE n.kind <> 'reward' AND NOT k.id IN imposed
  RETURN p, n, k ORDER BY p.seq, n.start
}
RETURN k.name AS name, p.canonical AS canonical, p.document AS doc, p.address AS at, n.quote AS quote,
       n.start AS start, n.end AS end
SKIP $skip LIMIT $most
