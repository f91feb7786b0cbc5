// 哪些岗位参照执行（不是直接适用）
// :user 干部、法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns role 岗位 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (t)-[a:APPLIES_TO]->(r:Role)
  WHERE a.by = '参照'
  MATCH (p:Provision {id: t.id + '#' + a.address})
  RETURN a, r, p ORDER BY p.seq, a.start
}
RETURN r.name AS role, p.canonical AS canonical, t.id AS doc, a.address AS at, a.quote AS quote,
       a.start AS start, a.end AS end
SKIP $skip LIMIT $most
