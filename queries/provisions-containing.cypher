// 含有某段文字的条文，逐字比对
// :user 法规人员、培训者、干部
// :param text text  要找的文字
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns document 文本 | address 地址 | kind 层次 | canonical 条文 | text 原文 | seq 顺序 | doc | at
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (p:Provision {document: t.id})
  WHERE p.text CONTAINS $text
  RETURN p ORDER BY p.seq
}
RETURN p.document AS document, p.address AS address, p.kind AS kind, p.canonical AS canonical, p.text AS text,
       p.seq AS seq, p.document AS doc, p.address AS at
SKIP $skip LIMIT $most
