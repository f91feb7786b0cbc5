// 影响轻重的情节：从重、从轻或减轻、免责
// :user 干部、培训者、法规人员
// :param kind text = null  aggravating 从重、mitigating 从轻减轻、exempting 免责
// :returns kind 性质 | effect 后果 | quote 情节 | canonical 条文 | doc | at | start | end
MATCH (f:Factor)-[:STATED_IN]->(p:Provision)
WHERE $kind IS NULL OR f.kind = $kind
RETURN f.kind AS kind, f.effect AS effect, f.quote AS quote, p.canonical AS canonical,
       f.document AS doc, f.address AS at, f.start AS start, f.end AS end
ORDER BY doc, f.seq
