// 已载入的文本：状态、版本、条数、引用的着落情况
// :user 法规人员、干部、培训者
// :param title text = null  题目中的文字
// :param kind text = null  种类，如法律、地方性法规
// :param region text = null  地区
// :param status text = null  状态，如有效、已废止
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns title 标题 | status 状态 | kind 种类 | region 地区 | doc_number 文号 | adopted 通过日期 | effective 施行日期 | volume 编 | articles 条数 | duties 职责数 | citations 引用数 | resolved 已定位 | not_loaded 未载入 | open 未着落 | problems 问题数 | source 文件名 | instrument 文件标识 | doc | at
MATCH (t:Document)
WHERE ($title IS NULL OR t.title CONTAINS $title) AND ($kind IS NULL OR t.kind = $kind)
  AND ($region IS NULL OR t.region = $region) AND ($status IS NULL OR t.status = $status)
WITH t ORDER BY t.title, t.id SKIP $skip LIMIT $most
MATCH (t)-[:VERSION_OF]->(i:Instrument)
RETURN t.title AS title, t.status AS status, t.kind AS kind, t.region AS region, t.doc_number AS doc_number,
       t.adopted AS adopted, t.effective AS effective, t.volume AS volume, t.article_count AS articles, t.duty_count AS duties,
       t.citation_count AS citations, t.citation_resolved AS resolved, t.citation_not_loaded AS not_loaded,
       t.citation_open AS open, t.problem_count AS problems, t.source AS source, i.id AS instrument,
       t.id AS doc, 'header' AS at
ORDER BY title, doc
