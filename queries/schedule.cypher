// 全部写明频次的事项（岗位的和机关的）：谁、多久、几次、做什么
// :user 干部、培训者
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns kind 性质 | who 责任人 | frequency_text 频次 | frequency_per 周期 | frequency_actor 由谁进行 | frequency_act 做什么 | canonical 条文 | quote 原文 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  CALL {
    WITH t
    MATCH (x:Duty {document: t.id})
    WHERE size(x.frequency_text) > 0
    MATCH (x)<-[:BEARS]-(r:Role)
    RETURN '职责' AS kind, r.name AS who, x
    UNION
    WITH t
    MATCH (x:Norm {document: t.id})
    WHERE size(x.frequency_text) > 0
    RETURN '规范' AS kind, x.body AS who, x
  }
  MATCH (x)-[:STATED_IN]->(p:Provision)
  RETURN kind, who, x, p ORDER BY p.seq, x.start, who
}
RETURN kind, who, x.frequency_text AS frequency_text, x.frequency_per AS frequency_per,
       x.frequency_actor AS frequency_actor, x.frequency_act AS frequency_act, p.canonical AS canonical,
       x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
