// 文本中需要留意之处：编号缺漏和重复、自称笔误、未能确定的指代
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param code text = null  gap 缺号、double 重号、order 乱序、self_name_slip 自称笔误、unresolved 未定
// :returns code 种类 | message 说明 | canonical 条文 | doc | at | quote | start | end
MATCH (x:Problem)
WHERE ($document IS NULL OR x.document = $document) AND ($code IS NULL OR x.code = $code)
OPTIONAL MATCH (x)-[:STATED_IN]->(p:Provision)
RETURN x.code AS code, x.message AS message, coalesce(p.canonical, x.address) AS canonical, x.document AS doc, x.address AS at, x.quote AS quote,
       x.start AS start, x.end AS end
ORDER BY doc, x.seq
