// 含有某段文字的条文，逐字比对
// :user 法规人员、培训者、干部
// :param text text  要找的文字
// :param most int = 500  最多几条
// :returns document 文本 | address 地址 | kind 层次 | canonical 条文 | text 原文 | seq 顺序 | doc | at
MATCH (p:Provision)
WHERE p.text CONTAINS $text
RETURN p.document AS document, p.address AS address, p.kind AS kind, p.canonical AS canonical, p.text AS text,
       p.seq AS seq, p.document AS doc, p.address AS at
ORDER BY doc, p.seq LIMIT $most
