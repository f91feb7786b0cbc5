// 登记的机关和其他主体：名称含所给文字的，各有多少条规范
// :user 干部、法规人员
// :param text text  名称中的文字
// :param document text = null  只看某一文本（见 documents）
// :param most int = 100  最多几个
// :returns body 主体 | level 层级 | kind 种类 | open 没有写明是哪一个 | norms 规范数 | documents 文本数 | doc | at
MATCH (b:Body)<-[:BINDS]-(n:Norm)
WHERE b.name CONTAINS $text AND ($document IS NULL OR n.document = $document)
WITH b, count(n) AS norms, count(DISTINCT n.document) AS documents, min(n.document) AS doc
RETURN b.name AS body, b.level AS level, b.kind AS kind, coalesce(b.open, false) AS open, norms, documents,
       doc, null AS at
ORDER BY norms DESC, body LIMIT $most
