// 交由他人制定规则的条文：由谁制定、制定什么，已载入的文件中有没有据此制定的
// :user 法规人员、干部、培训者
// :param document text = null  只看某一文本（见 documents）
// :param most int = 100  最多几条
// :returns body 由谁制定 | form 制定什么 | about 事项 | approval 须经谁批准 | canonical 条文 | quote 原文 | implemented 据此制定的 | implemented_by 据此制定的文本标识 | title 标题 | doc | at | start | end
MATCH (x:Delegation)
WHERE $document IS NULL OR x.document = $document
WITH x ORDER BY x.document, x.seq LIMIT $most
MATCH (x)-[:STATED_IN]->(p:Provision)
MATCH (t:Document {id: x.document})
OPTIONAL MATCH (p)<-[:CONTAINS*0..4]-(above:Provision)
OPTIONAL MATCH (above)<-[:RESOLVES_TO]-(c:Citation {kind: 'basis'})
WITH x, p, t, collect(DISTINCT c.document) AS citing
CALL {
  WITH citing
  UNWIND citing AS id
  MATCH (later:Document {id: id})
  WITH later ORDER BY later.id
  RETURN collect(later) AS made
}
RETURN x.body AS body, x.form AS form, x.about AS about, x.approval AS approval, p.canonical AS canonical,
       x.quote AS quote, CASE WHEN size(made) = 0 THEN ['没有载入'] ELSE [d IN made | d.title] END AS implemented,
       [d IN made | d.id] AS implemented_by,
       t.title AS title, x.document AS doc, x.address AS at, x.start AS start, x.end AS end
ORDER BY doc, x.seq
