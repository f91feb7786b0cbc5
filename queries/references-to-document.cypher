// 哪些条文引用了某一文件（不论其文本是否载入）
// :user 法规人员
// :param instrument text  文件标识（见 instruments）
// :returns canonical 引用处 | target 写法 | units 所引条款 | kind 性质 | status 结果 | doc | at | quote | start | end
MATCH (i:Instrument {id: $instrument})
MATCH (c:Citation)
WHERE EXISTS { (c)-[:RESOLVES_TO]->(i) }
   OR EXISTS { (c)-[:RESOLVES_TO]->(:Document)-[:VERSION_OF]->(i) }
   OR EXISTS { MATCH (c)-[:RESOLVES_TO]->(x:Provision), (d:Document)-[:VERSION_OF]->(i) WHERE x.document = d.id AND c.target <> 'self' }
MATCH (p:Provision {id: c.document + '#' + c.address})
RETURN p.canonical AS canonical, c.target AS target, c.units AS units, c.kind AS kind, c.status AS status,
       c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY doc, c.seq
