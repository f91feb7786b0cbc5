// 修改了某一文件的决定、修正案，以及它们所修改的文本
// :user 法规人员、培训者
// :param document text  文本标识（见 documents）
// :returns title 修改它的文件 | date 通过日期 | loaded 是否载入 | amended 所修改的文本 | note 说明 | doc | at | quote
MATCH (t:Document {id: $document})-[:VERSION_OF]->(i:Instrument)
MATCH (i)<-[:VERSION_OF*0..1]-(x)
MATCH (x)<-[e:AMENDS]-(decision)
WITH x, e, decision, e.document + '#' + e.address AS place
MATCH (p:Provision {id: place})
RETURN decision.title AS title, decision.adopted AS date, decision:Document AS loaded, x.id AS amended,
       e.note AS note, e.document AS doc, e.address AS at, p.text AS quote
ORDER BY date, title, doc, at, amended
