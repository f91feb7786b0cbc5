// 全部引用及其结果：定位到哪里，或为什么没有
// :user 法规人员
// :param kind text = null  只看某种性质：basis、reference、internal、analogy、repeal、amended_by
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns canonical 引用处 | target 所引文件 | units 所引条款 | kind 性质 | form 写法 | rule 规则 | status 结果 | reason 原因 | note 说明 | instrument 所至文件 | to_doc 所至文本 | to_at 所至条文 | text 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (c:Citation {document: t.id})
  WHERE $kind IS NULL OR c.kind = $kind
  MATCH (c)<-[:MAKES]-(p:Provision)
  OPTIONAL MATCH (c)-[:RESOLVES_TO]->(x)
  WITH p, c, min(CASE WHEN x:Instrument THEN x.id END) AS instrument,
       min(CASE WHEN x:Document THEN x.id ELSE x.document END) AS to_doc, collect(x.address) AS to_at
  RETURN p, c, instrument, to_doc, to_at ORDER BY c.seq
}
RETURN p.canonical AS canonical, c.target AS target, c.units AS units, c.kind AS kind, c.form AS form, c.rule AS rule,
       c.status AS status, c.reason AS reason, c.note AS note, instrument, to_doc, to_at, p.text AS text,
       c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
SKIP $skip LIMIT $most
