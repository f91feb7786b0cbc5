// 同一行为在不同文本里罚款的数额不同
// :user 法规人员
// :param document text = null  只看与某一文本不同的（见 documents）
// :returns quote 行为 | minimum 下限 | maximum 上限 | unit 单位 | canonical 条文 | other_minimum 另一文本的下限 | other_maximum 另一文本的上限 | other_canonical 另一条文 | other_doc 另一文本 | other_at 另一地址 | doc | at | start | end
MATCH (v:Violation {kind: 'conduct'})-[:PUNISHED_BY]->(s:Sanction {name: '罚款'})
WHERE v.matter IS NOT NULL AND ($document IS NULL OR v.document = $document)
MATCH (w:Violation {matter: v.matter})-[:PUNISHED_BY]->(t:Sanction {name: '罚款'})
WHERE w.document <> v.document AND ($document IS NOT NULL OR v.document < w.document)
  AND t.unit = s.unit AND coalesce(t.condition, '') = coalesce(s.condition, '')
  AND coalesce(t.recipient, '') = coalesce(s.recipient, '')
  AND (coalesce(t.minimum, -1.0) <> coalesce(s.minimum, -1.0) OR coalesce(t.maximum, -1.0) <> coalesce(s.maximum, -1.0))
MATCH (s)-[:STATED_IN]->(p:Provision), (t)-[:STATED_IN]->(q:Provision)
RETURN DISTINCT v.quote AS quote, s.minimum AS minimum, s.maximum AS maximum, s.unit AS unit, p.canonical AS canonical,
       t.minimum AS other_minimum, t.maximum AS other_maximum, q.canonical AS other_canonical,
       t.document AS other_doc, t.address AS other_at,
       v.document AS doc, v.address AS at, v.start AS start, v.end AS end
ORDER BY doc, start, other_doc, other_at, minimum, maximum, other_minimum, other_maximum
