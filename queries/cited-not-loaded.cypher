// 被引用、但文本没有载入的文件，按被引用次数
// :user 法规人员
// :returns title 文件 | doc_number 文号 | issuers 制发机关 | times 引用次数 | instrument 文件标识 | doc | at | quote | start | end
MATCH (c:Citation)-[:RESOLVES_TO]->(i:Instrument)
WITH i, c ORDER BY c.document, c.seq
WITH i, count(c) AS times, collect(c)[0] AS first
RETURN coalesce(i.title, first.target) AS title, i.doc_number AS doc_number, i.issuers AS issuers, times,
       i.id AS instrument, first.document AS doc, first.address AS at, first.quote AS quote,
       first.start AS start, first.end AS end
ORDER BY times DESC, instrument
