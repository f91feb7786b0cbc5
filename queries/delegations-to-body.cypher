// 交由某个机关（名称含所给文字）制定或会同制定的规则
// :user 法规人员、干部
// :param body text  机关名称或其中的文字
// :returns body 机关 | part 角色 | form 制定什么 | about 事项 | approval 须经谁批准 | canonical 条文 | quote 原文 | implemented 据此制定的 | implemented_by 据此制定的文本标识 | title 标题 | doc | at | start | end
MATCH (b:Body)<-[r:DELEGATES_TO]-(x:Delegation)-[:STATED_IN]->(p:Provision)
WHERE b.name CONTAINS $body
MATCH (t:Document {id: x.document})
OPTIONAL MATCH (p)<-[:CONTAINS*0..4]-(above:Provision)
OPTIONAL MATCH (above)<-[:RESOLVES_TO]-(c:Citation {kind: 'basis'})
WITH b, r, x, p, t, collect(DISTINCT c.document) AS citing
CALL {
  WITH citing
  UNWIND citing AS id
  MATCH (later:Document {id: id})
  WITH later ORDER BY later.id
  RETURN collect(later) AS made
}
RETURN b.name AS body, CASE r.part WHEN 'lead' THEN '制定' ELSE '会同制定' END AS part, x.form AS form,
       x.about AS about, x.approval AS approval, p.canonical AS canonical, x.quote AS quote,
       CASE WHEN size(made) = 0 THEN ['没有载入'] ELSE [d IN made | d.title] END AS implemented,
       [d IN made | d.id] AS implemented_by,
       t.title AS title, x.document AS doc, x.address AS at, x.start AS start, x.end AS end
ORDER BY doc, x.seq, body
