// 某一情形会带来什么：处理方式、数额、对谁、由谁、条件、影响期和限制
// :user 干部、培训者
// :param violation text  情形标识（见 violations）
// :returns sanction 处理方式 | kind 性质 | by 由谁 | condition 条件 | recipient 对谁 | minimum 下限 | maximum 上限 | unit 单位 | canonical 条文 | consequence 影响 | months 影响期（月） | bars 限制 | consequence_at 影响所在条文 | doc | at | quote | start | end
MATCH (v:Violation {id: $violation})-[:PUNISHED_BY]->(s:Sanction)-[:STATED_IN]->(p:Provision)
OPTIONAL MATCH (s)-[:ENTAILS]->(c:Consequence)
RETURN s.name AS sanction, s.kind AS kind, s.by AS by, s.condition AS condition,
       s.recipient AS recipient, s.minimum AS minimum, s.maximum AS maximum, s.unit AS unit, p.canonical AS canonical,
       c.quote AS consequence, c.months AS months, c.bars AS bars, c.address AS consequence_at,
       s.document AS doc, s.address AS at, s.quote AS quote, s.start AS start, s.end AS end
ORDER BY doc, s.seq, c.seq
