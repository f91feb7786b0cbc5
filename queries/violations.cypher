// 全部追责情形和条件，以及各自的处理方式
// :user 干部、培训者、法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns canonical 条文 | quote 情形 | kind 性质 | sanctions 处理方式 | id 标识 | doc | at | start | end
MATCH (v:Violation)-[:STATED_IN]->(p:Provision)
WHERE $document IS NULL OR v.document = $document
OPTIONAL MATCH (v)-[:PUNISHED_BY]->(s:Sanction)
WITH v, p, s ORDER BY s.seq
WITH v, p, collect(s.name) AS sanctions
RETURN p.canonical AS canonical, v.quote AS quote, v.kind AS kind, sanctions, v.id AS id,
       v.document AS doc, v.address AS at, v.start AS start, v.end AS end
ORDER BY doc, v.seq
