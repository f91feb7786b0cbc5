// 处罚一览：对什么行为、什么程度，处什么、多少、罚谁、由谁
// :user 法规人员、干部、培训者
// :param document text = null  只看某一文本（见 documents）
// :param name text = null  只看某一种处罚（如罚款、没收、处分）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns conduct 行为 | condition 程度 | name 处罚 | minimum 下限 | maximum 上限 | unit 单位 | recipient 罚谁 | by 由谁 | canonical 条文 | quote 原文 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Sanction {document: t.id})-[:STATED_IN]->(p:Provision)
  WHERE x.kind = 'penalty' AND ($name IS NULL OR x.name = $name)
  OPTIONAL MATCH (x)<-[:PUNISHED_BY]-(v:Violation)
  WITH x, p, v ORDER BY v.seq
  WITH x, p, collect(v.quote) AS conduct
  RETURN x, p, conduct ORDER BY x.seq, x.id
}
RETURN conduct, x.condition AS condition, x.name AS name, x.minimum AS minimum, x.maximum AS maximum,
       x.unit AS unit, x.recipient AS recipient, x.by AS by, p.canonical AS canonical, x.quote AS quote,
       x.document AS doc, x.address AS at, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
