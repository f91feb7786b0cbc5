// 全部文件（载入的和只被引用的）
// :user 法规人员
// :returns title 文件 | doc_number 文号 | loaded 已载入 | instrument 文件标识 | doc | at
MATCH (i:Instrument)
OPTIONAL MATCH (t:Document)-[:VERSION_OF]->(i)
RETURN coalesce(i.title, t.title, i.id) AS title, i.doc_number AS doc_number, t IS NOT NULL AS loaded,
       i.id AS instrument, t.id AS doc, CASE WHEN t IS NULL THEN null ELSE 'header' END AS at
ORDER BY title, instrument, doc
