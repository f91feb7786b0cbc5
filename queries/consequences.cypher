// 受到各种处理以后的影响：多长时间、不得做什么
// :user 干部、培训者、法规人员
// :param sanction text = null  只看某种处理方式，如降职
// :param document text = null  只看某一文本（见 documents）
// :param skip int = 0  略去前几行
// :param most int = 1000000  最多几行
// :returns sanction 处理方式 | months 影响期（月） | bars 限制 | condition 条件 | canonical 条文 | quote 原文 | doc | at | start | end
MATCH (t:Document) WHERE $document IS NULL OR t.id = $document
WITH t ORDER BY t.id
CALL {
  WITH t
  MATCH (x:Consequence {document: t.id})-[:STATED_IN]->(p:Provision)
  MATCH (x)<-[:ENTAILS]-(k:SanctionKind)
  WHERE $sanction IS NULL OR k.id = $sanction
  RETURN x, p ORDER BY x.seq, x.id
}
RETURN x.sanction AS sanction, x.months AS months, x.bars AS bars, x.condition AS condition,
       p.canonical AS canonical, x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
SKIP $skip LIMIT $most
