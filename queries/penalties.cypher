// 处罚一览：对什么行为、什么程度，处什么、多少、罚谁、由谁
// :user 法规人员、干部、培训者
// :param document text = null  只看某一文本（见 documents）
// :param name text = null  只看某一种处罚（如罚款、没收、处分）
// :returns conduct 行为 | condition 程度 | name 处罚 | minimum 下限 | maximum 上限 | unit 单位 | recipient 罚谁 | by 由谁 | canonical 条文 | quote 原文 | doc | at | start | end
MATCH (s:Sanction {kind: 'penalty'})-[:STATED_IN]->(p:Provision)
WHERE ($document IS NULL OR s.document = $document) AND ($name IS NULL OR s.name = $name)
OPTIONAL MATCH (v:Violation)-[:PUNISHED_BY]->(s)
WITH s, p, v ORDER BY v.seq
WITH s, p, collect(v.quote) AS conduct
RETURN conduct, s.condition AS condition, s.name AS name, s.minimum AS minimum, s.maximum AS maximum,
       s.unit AS unit, s.recipient AS recipient, s.by AS by, p.canonical AS canonical, s.quote AS quote,
       s.document AS doc, s.address AS at, s.start AS start, s.end AS end
ORDER BY doc, s.seq
