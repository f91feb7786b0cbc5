// 哪些条文引用了某一条文（连同其款、项，及其所在的章）
// :user 法规人员
// :param document text  文本标识（见 documents）
// :param address text  条文地址，如 20 或 ch2
// :returns canonical 引用处 | kind 性质 | to_at 所引地址 | to_canonical 所引条文 | id 标识 | doc | at | quote | start | end
MATCH (x:Provision)<-[:RESOLVES_TO]-(c:Citation)
WHERE x.document = $document
  AND (x.address = $address OR x.address STARTS WITH $address + '.'
       OR EXISTS { (x)-[:CONTAINS*1..6]->(:Provision {id: $document + '#' + $address}) })
MATCH (p:Provision {id: c.document + '#' + c.address})
RETURN p.canonical AS canonical, c.kind AS kind, x.address AS to_at, x.canonical AS to_canonical, c.id AS id,
       c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY doc, c.seq, x.seq
