// 影响轻重的情节：从重、从轻或减轻、免责
// :user 干部、培训者、法规人员
// :param kind text = null  aggravating 从重、mitigating 从轻减轻、exempting 免责
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns kind 性质 | effect 后果 | quote 情节 | canonical 条文 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Factor {document: t.id})-[:STATED_IN]->(p:Provision)
  WHERE $kind IS NULL OR x.kind = $kind
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.kind AS kind, x.effect AS effect, p.canonical AS canonical, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
