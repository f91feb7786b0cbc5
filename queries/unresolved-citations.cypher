// 没有着落的引用：所引条文不存在，或不能确定是哪一处
// :user 法规人员
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns canonical 引用处 | target 所引文件 | units 所引条款 | status 结果 | reason 原因 | doc | at | quote | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Citation {document: t.id})
  WHERE NOT x.status IN ['resolved', 'not_loaded']
  MATCH (x)<-[:MAKES]-(p:Provision)
  RETURN x, p ORDER BY x.seq
}
RETURN p.canonical AS canonical, x.target AS target, x.units AS units, x.status AS status, x.reason AS reason,
       x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
