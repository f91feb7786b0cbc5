// 全部岗位：层级、机关、所负责任、直接适用还是参照适用、职责数
// :user 干部、培训者、法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns id 岗位标识 | role 岗位 | level 层级 | organ 机关 | position 职务 | responsibility 责任 | rank 位置 | applies 适用 | duties 职责数 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  OPTIONAL MATCH (x:Duty {document: t.id})<-[:BEARS]-(b:Role)
  WITH t, collect(b.id) AS bearing
  MATCH (t)-[a:APPLIES_TO]->(r:Role)
  MATCH (p:Provision {id: t.id + '#' + a.address})
  RETURN a, r, p, size([b IN bearing WHERE b = r.id]) AS duties ORDER BY p.seq, a.start, r.id
}
RETURN r.id AS id, r.name AS role, r.level AS level, r.organ AS organ, r.position AS position,
       a.responsibility AS responsibility, a.rank AS rank, a.by AS applies, duties,
       p.canonical AS canonical, t.id AS doc, a.address AS at, a.quote AS quote,
       a.start AS start, a.end AS end
SKIP $skip LIMIT $most
