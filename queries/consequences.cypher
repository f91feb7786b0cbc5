// 受到各种处理以后的影响：多长时间、不得做什么
// :user 干部、培训者、法规人员
// :param sanction text = null  只看某种处理方式，如降职
// :returns sanction 处理方式 | months 影响期（月） | bars 限制 | condition 条件 | canonical 条文 | quote 原文 | doc | at | start | end
MATCH (k:SanctionKind)-[:ENTAILS]->(c:Consequence)-[:STATED_IN]->(p:Provision)
WHERE $sanction IS NULL OR k.id = $sanction
RETURN c.sanction AS sanction, c.months AS months, c.bars AS bars, c.condition AS condition,
       p.canonical AS canonical, c.quote AS quote,
       c.document AS doc, c.address AS at, c.start AS start, c.end AS end
ORDER BY doc, c.seq, c.id
