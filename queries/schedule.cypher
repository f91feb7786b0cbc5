// 全部写明频次的事项（岗位的和机关的）：谁、多久、几次、做什么
// :user 干部、培训者
// :param document text = null  只看某一文本（见 documents）
// :returns kind 性质 | who 责任人 | frequency_text 频次 | frequency_per 周期 | frequency_actor 由谁进行 | frequency_act 做什么 | canonical 条文 | quote 原文 | doc | at | start | end
CALL {
  MATCH (r:Role)-[:BEARS]->(d:Duty)
  WHERE size(d.frequency_text) > 0
  RETURN '职责' AS kind, r.name AS who, d AS f
  UNION
  MATCH (n:Norm)
  WHERE size(n.frequency_text) > 0
  RETURN '规范' AS kind, n.body AS who, n AS f
}
MATCH (p:Provision {id: f.document + '#' + f.address})
WHERE $document IS NULL OR f.document = $document
RETURN kind, who, f.frequency_text AS frequency_text, f.frequency_per AS frequency_per,
       f.frequency_actor AS frequency_actor, f.frequency_act AS frequency_act, p.canonical AS canonical,
       f.quote AS quote, f.document AS doc, f.address AS at, f.start AS start, f.end AS end
ORDER BY doc, p.seq, start, who
