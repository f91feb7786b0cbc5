// 全部文件（载入的和只被引用的）
// :user 法规人员
// :param instrument text = null  只看某一文件（文件标识）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns title 文件 | doc_number 文号 | loaded 已载入 | instrument 文件标识 | doc | at
MATCH (i:Instrument)
WHERE $instrument IS NULL OR i.id = $instrument
OPTIONAL MATCH (t:Document)-[:VERSION_OF]->(i)
RETURN coalesce(i.title, t.title, i.id) AS title, i.doc_number AS doc_number, t IS NOT NULL AS loaded,
       i.id AS instrument, t.id AS doc, CASE WHEN t IS NULL THEN null ELSE 'header' END AS at
ORDER BY title, instrument, doc SKIP $skip LIMIT $most
