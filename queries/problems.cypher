// 文本中需要留意之处：编号缺漏和重复、自称笔误、未能确定的指代
// :user 法规人员
// :param code text = null  gap 缺号、double 重号、order 乱序、self_name_slip 自称笔误、unresolved 未定
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns code 种类 | message 说明 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Problem {document: t.id})
  WHERE $code IS NULL OR x.code = $code
  OPTIONAL MATCH (x)-[:STATED_IN]->(p:Provision)
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.code AS code, x.message AS message, coalesce(p.canonical, x.address) AS canonical,
       x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
