// 已载入的各个文本属于哪一件文件，什么时候的版本
// :user 法规人员
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns title 标题 | instrument 文件标识 | status 状态 | region 地区 | adopted 通过日期 | effective 施行日期 | volume 编 | title_key 比对用题目 | doc | at
MATCH (t:Document)-[:VERSION_OF]->(i:Instrument)
RETURN t.title AS title, i.id AS instrument, t.status AS status, t.region AS region, t.adopted AS adopted,
       t.effective AS effective, t.volume AS volume, t.title_key AS title_key, t.id AS doc, 'header' AS at
ORDER BY instrument, adopted, doc SKIP $skip LIMIT $most
