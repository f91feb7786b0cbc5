// 谁负哪一种责任（全面领导责任、重要领导责任……）
// :user 干部、培训者、法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns responsibility 责任 | role 岗位 | level 层级 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (t)-[a:APPLIES_TO]->(r:Role)
  WHERE a.responsibility IS NOT NULL
  MATCH (p:Provision {id: t.id + '#' + a.address})
  RETURN a, r, p ORDER BY p.seq, a.start
}
RETURN a.responsibility AS responsibility, r.name AS role, r.level AS level, p.canonical AS canonical,
       t.id AS doc, a.address AS at, a.quote AS quote, a.start AS start, a.end AS end
SKIP $skip LIMIT $most
