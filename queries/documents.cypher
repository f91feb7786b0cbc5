// 已载入的文本：状态、版本、条数、引用的着落情况
// :user 法规人员、干部、培训者
// :returns title 标题 | status 状态 | kind 种类 | region 地区 | doc_number 文号 | adopted 通过日期 | effective 施行日期 | volume 编 | articles 条数 | duties 职责数 | citations 引用数 | resolved 已定位 | not_loaded 未载入 | open 未着落 | problems 问题数 | source 文件名 | doc | at
MATCH (t:Document)
RETURN t.title AS title, t.status AS status, t.kind AS kind, t.region AS region, t.doc_number AS doc_number,
       t.adopted AS adopted, t.effective AS effective, t.volume AS volume, t.article_count AS articles, t.duty_count AS duties,
       t.citation_count AS citations, t.citation_resolved AS resolved, t.citation_not_loaded AS not_loaded,
       t.citation_open AS open, t.problem_count AS problems, t.source AS source, t.id AS doc, 'header' AS at
ORDER BY title, doc
