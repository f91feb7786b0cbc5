// 同一行为在不同文本里罚款的数额不同
// :user 法规人员
// :param document text = null  只看与某一文本不同的（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns quote 行为 | minimum 下限 | maximum 上限 | unit 单位 | canonical 条文 | other_minimum 另一文本的下限 | other_maximum 另一文本的上限 | other_canonical 另一条文 | other_doc 另一文本 | other_at 另一地址 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Violation {document: t.id})-[:PUNISHED_BY]->(s:Sanction)
  WHERE x.matter IS NOT NULL AND s.name = '罚款'
  WITH x, s
  MATCH (y:Violation {matter: x.matter})-[:PUNISHED_BY]->(r:Sanction)
  WHERE r.name = '罚款' AND y.document <> x.document AND ($document IS NOT NULL OR x.document < y.document)
    AND r.unit = s.unit AND coalesce(r.condition, '') = coalesce(s.condition, '')
    AND coalesce(r.recipient, '') = coalesce(s.recipient, '')
    AND (coalesce(r.minimum, -1.0) <> coalesce(s.minimum, -1.0) OR coalesce(r.maximum, -1.0) <> coalesce(s.maximum, -1.0))
  MATCH (s)-[:STATED_IN]->(p:Provision)
  MATCH (r)-[:STATED_IN]->(q:Provision)
  RETURN DISTINCT x, s, p, y, r, q ORDER BY x.seq, s.seq, y.document, r.seq
}
RETURN x.quote AS quote, s.minimum AS minimum, s.maximum AS maximum, s.unit AS unit, p.canonical AS canonical,
       r.minimum AS other_minimum, r.maximum AS other_maximum, q.canonical AS other_canonical,
       r.document AS other_doc, r.address AS other_at,
       x.document AS doc, x.address AS at, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
