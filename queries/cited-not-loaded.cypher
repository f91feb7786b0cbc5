// 被引用、但文本没有载入的文件，按被引用次数
// :user 法规人员
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns title 文件 | doc_number 文号 | issuers 制发机关 | times 引用次数 | instrument 文件标识 | doc | at | quote | start | end
MATCH (i:Instrument)<-[:RESOLVES_TO]-(c:Citation)
WITH i, count(c) AS times, min(c.document) AS doc
ORDER BY times DESC, i.id SKIP $skip LIMIT $most
CALL {
  WITH i, doc
  MATCH (i)<-[:RESOLVES_TO]-(c:Citation)
  WHERE c.document = doc
  RETURN c AS first ORDER BY c.seq LIMIT 1
}
RETURN coalesce(i.title, first.target) AS title, i.doc_number AS doc_number, i.issuers AS issuers, times,
       i.id AS instrument, first.document AS doc, first.address AS at, first.quote AS quote,
       first.start AS start, first.end AS end
ORDER BY times DESC, instrument
