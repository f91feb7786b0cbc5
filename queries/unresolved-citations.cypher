// 没有着落的引用：所引条文不存在，或不能确定是哪一处
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :returns canonical 引用处 | target 所引文件 | units 所引条款 | status 结果 | reason 原因 | doc | at | quote | start | end
MATCH (c:Citation)
WHERE NOT c.status IN ['resolved', 'not_loaded'] AND ($document IS NULL OR c.document = $document)
MATCH (p:Provision {id: c.document + '#' + c.address})
RETURN p.canonical AS canonical, c.target AS target, c.units AS units, c.status AS status, c.reason AS reason,
       c.document AS doc, c.address AS at, c.quote AS quote, c.start AS start, c.end AS end
ORDER BY doc, c.seq
