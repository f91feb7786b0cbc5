// 谁负哪一种责任（全面领导责任、重要领导责任……）
// :user 干部、培训者、法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns responsibility 责任 | role 岗位 | level 层级 | canonical 条文 | doc | at | quote | start | end
MATCH (t:Document)-[a:APPLIES_TO]->(r:Role)
WHERE a.responsibility IS NOT NULL AND ($document IS NULL OR t.id = $document)
MATCH (p:Provision {id: t.id + '#' + a.address})
RETURN a.responsibility AS responsibility, r.name AS role, r.level AS level, p.canonical AS canonical,
       t.id AS doc, a.address AS at, a.quote AS quote, a.start AS start, a.end AS end
ORDER BY doc, p.seq, start
