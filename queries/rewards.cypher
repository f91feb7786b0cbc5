// 奖励：因何、由谁、给谁
// :user 干部、培训者
// :returns name 奖励 | reason 因何 | by 由谁 | recipient 给谁 | canonical 条文 | doc | at | quote | start | end
MATCH (x:Reward)-[:STATED_IN]->(p:Provision)
RETURN x.name AS name, x.reason AS reason, x.by AS by, x.recipient AS recipient, p.canonical AS canonical,
       x.document AS doc, x.address AS at, x.quote AS quote, x.start AS start, x.end AS end
ORDER BY doc, x.seq
