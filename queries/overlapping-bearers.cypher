// 同一件事写给了不同的主体：一份文本里做的事相同，主体不同
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns action 做什么 | body 主体 | other_body 另一主体 | other_canonical 另一条文 | other_at 另一地址 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Norm {document: t.id}) WHERE x.matter IS NOT NULL AND x.body IS NOT NULL
  WITH x
  MATCH (y:Norm {matter: x.matter})
  WHERE y.document = x.document AND y.seq > x.seq AND y.body IS NOT NULL AND y.body <> x.body
  MATCH (x)-[:STATED_IN]->(p:Provision)
  MATCH (y)-[:STATED_IN]->(q:Provision)
  RETURN x, p, y, q ORDER BY x.seq, y.seq
}
RETURN x.action AS action, x.body AS body, y.body AS other_body, q.canonical AS other_canonical,
       y.address AS other_at, p.canonical AS canonical, x.document AS doc, x.address AS at, x.quote AS quote,
       x.start AS start, x.end AS end
SKIP $skip LIMIT $most
