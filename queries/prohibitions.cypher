// 不得做什么：全部禁止性规范
// :user 法规人员、干部
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns body 主体 | modality 约束 | canonical 条文 | quote 规范 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Norm {document: t.id})-[:STATED_IN]->(p:Provision)
  WHERE x.modality IN ['不得', '禁止', '严禁', '不准']
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.body AS body, x.modality AS modality, p.canonical AS canonical, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
