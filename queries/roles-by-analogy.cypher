// 哪些岗位参照执行（不是直接适用）
// :user 干部、法规人员
// :returns role 岗位 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document)-[a:APPLIES_TO]->(r:Role)
WHERE a.by = '参照'
MATCH (p:Provision {id: t.id + '#' + a.address})
RETURN r.name AS role, p.canonical AS canonical, t.id AS doc, a.address AS at, a.quote AS quote,
       a.start AS start, a.end AS end
ORDER BY doc, p.seq, start
