// 罚则写明违反某一条，而那一条里没有义务或禁止（条号可能已经变动）
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns quote 行为 | cited 所引条文 | cited_doc 所引文本 | cited_at 所引地址 | canonical 条文 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Violation {document: t.id})-[:BREACHES]->(q:Provision)
  WHERE x.kind = 'conduct'
    AND NOT EXISTS { MATCH (x)-[:BREACHES]->(n:Norm) WHERE n.id STARTS WITH q.id + '/' OR n.id STARTS WITH q.id + '.' }
    AND NOT EXISTS { MATCH (x)-[:BREACHES]->(d:Duty) WHERE d.id STARTS WITH q.id + '/' OR d.id STARTS WITH q.id + '.' }
    AND NOT EXISTS { MATCH (q)<-[:CONTAINS*1..3]-(:Provision)<-[:STATED_IN]-(:Norm {lists: true}) }
  MATCH (x)-[:STATED_IN]->(p:Provision)
  RETURN x, p, q ORDER BY x.seq, q.document, q.seq
}
RETURN x.quote AS quote, q.canonical AS cited, q.document AS cited_doc, q.address AS cited_at,
       p.canonical AS canonical, x.document AS doc, x.address AS at, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
