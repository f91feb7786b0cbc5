// 全部追责情形和条件，以及各自的处理方式
// :user 干部、培训者、法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns canonical 条文 | quote 情形 | kind 性质 | sanctions 处理方式 | id 标识 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Violation {document: t.id})-[:STATED_IN]->(p:Provision)
  OPTIONAL MATCH (x)-[:PUNISHED_BY]->(s:Sanction)
  WITH x, p, s ORDER BY s.seq
  WITH x, p, collect(s.name) AS sanctions
  RETURN x, p, sanctions ORDER BY x.seq, x.id
}
RETURN p.canonical AS canonical, x.kind AS kind, sanctions, x.id AS id,
       x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
