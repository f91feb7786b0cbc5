"""Norms and penalties by the guide NORMS.md, in sentences written for these tests."""

import pytest

from ingest.norms import gold_record

NORMS = {
    "the party before the word": (
        "食品经营者应当建立进货台账。",
        [("应当", 1, "must", "食品经营者")],
    ),
    "an adverb and a phrase stand between": (
        "县级以上人民政府在汛期应当每日公布水情。",
        [("应当", 1, "must", "县级以上人民政府")],
    ),
    "a condition before the party": (
        "发生泄漏后，仓储单位必须立即报告。",
        [("必须", 1, "must", "仓储单位")],
    ),
    "what the cutter glues to the end of a party is two words": (
        "取水申请人除缴纳水费外，还应当安装水表。",
        [("应当", 1, "must", "取水申请人")],
    ),
    "an office has no office that a task tells": (
        "市水利局负责冠有市名的企业名称的核准；人民政府负责水利的部门报告核准情况。",
        [("负责", 1, "must", "市水利局")],
    ),
    "to organise and lead is what is done, no organisation": (
        "镇人民政府负责对水井保护工作的组织领导。",
        [("负责", 1, "must", "镇人民政府")],
    ),
    "a ban that is a task is none": (
        "居民委员会应当协助做好禁止焚烧秸秆工作，支持将禁止焚烧秸秆写入公约。",
        [("应当", 1, "must", "居民委员会")],
    ),
    "days that are due and not taken are an amount": (
        "用工单位应当折算职工应休未休天数，并决定应否补休。",
        [("应当", 1, "must", "用工单位")],
    ),
    "whose case it is picks the case out": ("遇有应当由上级站执行的事项，移送。", []),
    "the party of a condition is the bearer": (
        "运输企业发现车辆故障的，应当停运。",
        [("应当", 1, "must", "运输企业")],
    ),
    "由 names the party": (
        "检查记录可以由安全员保存。",
        [("可以", 1, "may", "安全员")],
    ),
    "a thing has no party": ("申请书应当载明住址。", [("应当", 1, "must", None)]),
    "the party carries over a semicolon": (
        "托运人应当如实申报；不得夹带禁运物品。",
        [("应当", 1, "must", "托运人"), ("不得", 1, "must_not", "托运人")],
    ),
    "and into items": (
        "巡查员应当做好下列工作：\n（一）每周巡查，并应当记录；\n（二）发现险情的，可以先行处置。",
        [
            ("应当", 1, "must", "巡查员"),
            ("应当", 2, "must", "巡查员"),
            ("可以", 1, "may", "巡查员"),
        ],
    ),
    "whom a ban names": (
        "禁止任何单位和个人填埋水塘。",
        [("禁止", 1, "must_not", "任何单位和个人")],
    ),
    "不应 forbids": ("值班人员不应擅自离岗。", [("应", 1, "must_not", "值班人员")]),
    "应 inside other words is counted and is none": (
        "收到相应通知后，供应单位应保证质量。",
        [("应", 3, "must", "供应单位")],
    ),
    "a breach described is none": ("应当安装而未安装报警器的，责令改正。", []),
    "a modifier is none": ("受理机关将材料移送有权处理的机关。", []),
    "a title is none": ("依照《经营者应当标明价格的规定》执行。", []),
    "所有权 is no power": ("房屋所有权以登记为准。", []),
    "许可以及 is no 可以": ("办理许可以及备案的程序另行公布。", []),
    "负责人 is no task": ("单位负责人到场。", []),
    "two verbs name the organ": (
        "检举、投诉受理部门应当登记来信。",
        [("应当", 1, "must", "检举、投诉受理部门")],
    ),
    "brackets of two kinds are brackets": (
        "乡（镇)人民政府应当清点库房。",
        [("应当", 1, "must", "乡（镇)人民政府")],
    ),
    "a field called 计划 is no plan": (
        "各级人民政府及计划、烟草等部门应当公布电话。",
        [("应当", 1, "must", "各级人民政府及计划、烟草等部门")],
    ),
    "安全局 is no 全局": ("国家档案安全局可以聘请顾问。", [("可以", 1, "may", "国家档案安全局")]),
    "A and B name the subject, both of them": (
        "出租人与承租人应当签名。",
        [("应当", 1, "must", "出租人与承租人")],
    ),
    "A, who acts with B, is it alone": (
        "出租人与承租人协商后应当签名。",
        [("应当", 1, "must", "出租人")],
    ),
    "政府采购 is no act of a government": (
        "招标和政府采购活动应当留痕。",
        [("应当", 1, "must", None)],
    ),
    "集体资产 is no act of a collective": (
        "出租集体资产的，应当公示。",
        [("应当", 1, "must", None)],
    ),
    "使用人 is no predicate": (
        "业主、非业主使用人应当缴费。",
        [("应当", 1, "must", "业主、非业主使用人")],
    ),
    "who loses a paper is no part of its name": (
        "持证人遗失船员证件的，应当登报。",
        [("应当", 1, "must", "持证人")],
    ),
    "whom one does not pay is an object": (
        "国有企业拖欠中小企业货款的，应当付息。",
        [("应当", 1, "must", "国有企业")],
    ),
    "whom one chooses is an object": (
        "管委会选择经营人，应当公开招标。",
        [("应当", 1, "must", "管委会")],
    ),
    "who only tests is not bound": (
        "经核准的检测机构考核合格的，应当发证。",
        [("应当", 1, "must", None)],
    ),
    "what a body is comes after its name": (
        "福利院是收养老人的机构，是公益性组织，负责老人的起居。",
        [("负责", 1, "must", "福利院")],
    ),
    "whom a plan is sent to is not its subject": (
        "供水规划在报县人民政府批准前，应当经过论证。",
        [("应当", 1, "must", None)],
    ),
    "a term is no part of the name": (
        "其直接负责的主管人员十年内不得开办驾校。",
        [("不得", 1, "must_not", "其直接负责的主管人员")],
    ),
    "a short name is no part of the name": (
        "向管网排水的单位（以下简称排水户）应当领证。",
        [("应当", 1, "must", "向管网排水的单位")],
    ),
    "organs beside those of the paragraph above": (
        "前款规定以外的其他机关认为办法有误的，可以提出建议。",
        [("可以", 1, "may", "前款规定以外的其他机关")],
    ),
    "whom a ban names may do something with a thing of its own": (
        "禁止分包单位将其承建的隧道再次分包。",
        [("禁止", 1, "must_not", "分包单位")],
    ),
    "whether one must is no norm": ("船员应否离船由船长决定。", []),
    "where production is banned is a place": ("市政府划定棉花禁止生产区域。", []),
    "a campaign against something bans nothing": ("村委会开展禁止吸烟宣传活动。", []),
    "what a law bans is its matter": ("本市禁止燃放孔明灯的活动，适用本办法。", []),
    "who is in charge picks the organ out": ("由负责许可的部门登记。", []),
    "what one is in charge of picks the thing out": (
        "供热公司应当对其负责维护的管道巡查。",
        [("应当", 1, "must", "供热公司")],
    ),
    "a system of tiers charges nobody": ("森林防火实行政府主导、分级负责、群防群治。", []),
    "what a court decides binds by its judgment": (
        "法院应当判决行政机关不得公开。",
        [("应当", 1, "must", "法院")],
    ),
    "what can be foreseen is a fact": ("因可以预见的洪水停航。", []),
    "what must be registered is a topic": (
        "应当登记的摩托车，有下列情形的，车主应当申报：\n（一）改装的。",
        [("应当", 2, "must", "车主")],
    ),
    "what an office omits is a breach": (
        "工作人员有下列情形的，依法给予处分：\n（一）依法应当立案，无正当理由未立案；\n（二）徇私。",
        [],
    ),
    "papers that are public are things": (
        "法院公布下列文书：\n（一）法律规定应当公开，或者法院认为可以公开的其他文书。",
        [],
    ),
    "a paragraph goes on with the party of the one above, by what it does": (
        "募捐机构应当公布募款用途。\n募捐期满三个月的，应当再次公布募款用途。",
        [("应当", 1, "must", "募捐机构"), ("应当", 2, "must", "募捐机构")],
    ),
    "one that cannot do it is that party": (
        "化肥厂应当每日自行监测水温。\n不具备自行监测条件的，可以委托他人。",
        [("应当", 1, "must", "化肥厂"), ("可以", 1, "may", "化肥厂")],
    ),
    "who is named by the act does it": (
        "茶叶经营者应当诚信。\n经营散装茶叶的，应当标明产地。",
        [("应当", 1, "must", "茶叶经营者"), ("应当", 2, "must", "茶叶经营者")],
    ),
    "a measure of the paragraph above is of who took it": (
        "渔政机构可以扣押渔网。\n实施前款措施，应当开具清单。",
        [("可以", 1, "may", "渔政机构"), ("应当", 1, "must", "渔政机构")],
    ),
    "a court goes on": (
        "人民法院可以公开庭审。\n对涉及隐私的案件，不得公开。",
        [("可以", 1, "may", "人民法院"), ("不得", 1, "must_not", "人民法院")],
    ),
    "an applicant is not the organ of the paragraph above": (
        "县教育部门应当公布校舍标准。\n改建校舍的，应当符合校舍标准。",
        [("应当", 1, "must", "县教育部门"), ("应当", 2, "must", None)],
    ),
    "of two parties above neither goes on": (
        "村委会应当清点库房。镇政府应当清点账册。\n库房账册不符的，应当再次清点账册。",
        [
            ("应当", 1, "must", "村委会"),
            ("应当", 2, "must", "镇政府"),
            ("应当", 3, "must", None),
        ],
    ),
    "nor does everybody": (
        "任何单位和个人不得捕捞鲟鱼。\n误捕鲟鱼的，应当放生鲟鱼。",
        [("不得", 1, "must_not", "任何单位和个人"), ("应当", 1, "must", None)],
    ),
    "who breaks the rules of public order is a party": (
        "违反治安管理行为人有权申辩。",
        [("有权", 1, "may", "违反治安管理行为人")],
    ),
    "two acts of one subject": (
        "理事会听取和审议报告时，可以提问。",
        [("可以", 1, "may", "理事会")],
    ),
    "who is in charge of something, before its predicate": (
        "负责审批河道采砂的部门在收到材料后，应当编号。",
        [("应当", 1, "must", "负责审批河道采砂的部门")],
    ),
    "who is only told what it may do is whom the condition is about": (
        "被告人未到庭的，人民法院应当告知其可以委托律师。",
        [("应当", 1, "must", "人民法院"), ("可以", 1, "may", "被告人")],
    ),
    "what is done to the party of a condition is done by another": (
        "列车员应当清点乘客。乘客中途下车时，应当将其行李卸下。",
        [("应当", 1, "must", "列车员"), ("应当", 2, "must", "列车员")],
    ),
    "so is notice to its family": (
        "人民法院扣押车辆时，车主是公民的，应当通知其家属。",
        [("应当", 1, "must", "人民法院")],
    ),
    "a note is made by who makes the record": (
        "执法人员应当制作笔录。摊主拒绝签名的，应当在笔录上注明。",
        [("应当", 1, "must", "执法人员"), ("应当", 2, "must", "执法人员")],
    ),
    "what follows 对 is no subject": (
        "博物馆应当清点藏品。对易损藏品应当另设库房。",
        [("应当", 1, "must", "博物馆"), ("应当", 2, "must", "博物馆")],
    ),
    "unless the sentence before is about it": (
        "孤儿享有受教育权。对年幼的孤儿应当照顾。",
        [("应当", 1, "must", None)],
    ),
    "behind a semicolon an order is no longer about a thing": (
        "货车漏砂的，由城管部门责令改正；拒不改正的，货车不得进城。",
        [("不得", 1, "must_not", None)],
    ),
    "nor is who orders banned": (
        "教练员服药的，由体育局收缴药品；两年内不得执教。",
        [("不得", 1, "must_not", "教练员")],
    ),
    "who pays does not fine": (
        "业主占用通道的，由街道办事处清除，费用由业主承担，可以处五十元罚款。",
        [("可以", 1, "may", "街道办事处")],
    ),
    "a contract is of who concludes it": (
        "用地合同由铁路公司与村民签订。\n用地合同应当载明期限。",
        [("应当", 1, "must", "铁路公司")],
    ),
    "an inspection is of who carries it out": (
        "应急部门有权对仓库进行监督检查。监督检查可以抽查台账。",
        [("有权", 1, "may", "应急部门"), ("可以", 1, "may", "应急部门")],
    ),
    "its business is its own": (
        "合作社依法成立。其经营活动应当公开。",
        [("应当", 1, "must", "合作社")],
    ),
    "who finds a breach orders": (
        "中国人民银行发现商行违规放贷的，应当责令改正。",
        [("应当", 1, "must", "中国人民银行")],
    ),
    "a project has ended, and nothing is said of it": (
        "基金会应当记账。项目结束后应当公布账目。",
        [("应当", 1, "must", "基金会"), ("应当", 2, "must", "基金会")],
    ),
    "人力 is nobody": (
        "求职人发现人力资源机构泄露简历的，应当报案；发现人力资源机构倒卖简历有误的，可以举报。",
        [("应当", 1, "must", "求职人"), ("可以", 1, "may", "求职人")],
    ),
    "及时 joins no names": (
        "占道的，由城管部门责令及时清除；不清除的，可以代为清除。",
        [("可以", 1, "may", "城管部门")],
    ),
    "an organ that acts on something orders": (
        "海事部门对破旧码头，应当责令拆除。",
        [("应当", 1, "must", "海事部门")],
    ),
    "or that does more than one thing": (
        "违章搭棚的，规划部门除责令拆除外，可以处一百元罚款。",
        [("可以", 1, "may", "规划部门")],
    ),
    "to look into a thing is no sanction": (
        "保管员应当登记。收到投诉后，应当按照职责及时查处。",
        [("应当", 1, "must", "保管员"), ("应当", 2, "must", "保管员")],
    ),
    "whom a paper goes to does not send it": (
        "镇政府有权检查堤坝。加固堤坝，应当报镇政府批准。",
        [("有权", 1, "may", "镇政府"), ("应当", 1, "must", None)],
    ),
    "only an organ grants": (
        "建房人应当申请许可。图纸不全的，不得批准。",
        [("应当", 1, "must", "建房人"), ("不得", 1, "must_not", None)],
    ),
    "人员配备 is a thing": (
        "实验室的设置和人员配备应当合理。",
        [("应当", 1, "must", None)],
    ),
    "a place of which somebody says so": (
        "在镇政府划定的禁止区域内，任何单位和个人不得垂钓。",
        [("不得", 1, "must_not", "任何单位和个人")],
    ),
    "who manages a thing in a condition is its subject": (
        "泳池由村委会管理的，应当每日换水。",
        [("应当", 1, "must", "村委会")],
    ),
    "a plan that one hands in is one's own": (
        "养老院应当提交安置方案。\n安置方案应当载明人数。",
        [("应当", 1, "must", "养老院"), ("应当", 2, "must", "养老院")],
    ),
    "who hands a paper in does not examine it": (
        "法院应当登记。原告提交病历的，应当对病历进行审查。",
        [("应当", 1, "must", "法院"), ("应当", 2, "must", "法院")],
    ),
    "an office that finds something, if it does": (
        "海事局如发现货舱漏水，应当责令停航。",
        [("应当", 1, "must", "海事局")],
    ),
    "oneself is who was named": (
        "收件人是公民的，应当由本人签收。",
        [("应当", 1, "must", "收件人")],
    ),
    "a task is one": ("镇水利站负责渠道养护。", [("负责", 1, "must", "镇水利站")]),
    "to answer for something is none": (
        "编制单位应当对数据的真实性负责。",
        [("应当", 1, "must", "编制单位")],
    ),
    "an earlier clause with a predicate of its own has a subject": (
        "仓库管理员受理货主提出的退库申请，应当当场登记。",
        [("应当", 1, "must", "仓库管理员")],
    ),
    "what a party makes is a thing": ("印刷厂生产的试卷应当编号。", [("应当", 1, "must", None)]),
    "joined verbs are a noun": ("学校选址、扩建应当听取意见。", [("应当", 1, "must", None)]),
    "a clause with 的 picks a party out": (
        "镇政府指定的防疫站应当值班。",
        [("应当", 1, "must", "镇政府指定的防疫站")],
    ),
    "a verb with its object is no party": (
        "设立拍卖公司应当备案。",
        [("应当", 1, "must", None)],
    ),
    "the same verb names a party": (
        "设立人应当备案。",
        [("应当", 1, "must", "设立人")],
    ),
    "what is done to somebody does not hide who does it": (
        "班主任应当轮值，关心学生，不得早退。",
        [("应当", 1, "must", "班主任"), ("不得", 1, "must_not", "班主任")],
    ),
    "a negation begins no party": (
        "未向渔政站申报的，不得出航。",
        [("不得", 1, "must_not", None)],
    ),
    "whom a negated clause picks out is one": (
        "未取得船员证的人员不得出航。",
        [("不得", 1, "must_not", "未取得船员证的人员")],
    ),
    "where a party acts may pick it out": (
        "在林区从事采摘的农户应当登记。",
        [("应当", 1, "must", "在林区从事采摘的农户")],
    ),
    "从业人员 is a party, 从 no preposition": (
        "从业人员发现漏电，应当断闸。",
        [("应当", 1, "must", "从业人员")],
    ),
    "a deed names who has the duty of it": (
        "养护责任人应当每月巡线。",
        [("应当", 1, "must", "养护责任人")],
    ),
    "a task may pick a party out": (
        "县人民政府负责侨务的机构应当回访。",
        [("应当", 1, "must", "县人民政府负责侨务的机构")],
    ),
    "a topic with 对于 is no bearer": (
        "对于迟报的单位，应当列入名单。",
        [("应当", 1, "must", None)],
    ),
    "who is set up has the task": (
        "县人民政府成立抗旱小组，负责调水。",
        [("负责", 1, "must", "抗旱小组")],
    ),
    "who is told off for a task has it": (
        "幼儿园应当指定专人负责接送登记。",
        [("应当", 1, "must", "幼儿园"), ("负责", 1, "must", "专人")],
    ),
    "by agreement too": (
        "公用井可以约定由承包人负责清淤。",
        [("可以", 1, "may", None), ("负责", 1, "must", "承包人")],
    ),
    "who has to take part is bound": (
        "开箱必须有两名保管员在场。",
        [("必须", 1, "must", "两名保管员")],
    ),
    "an adjunct between the word and 由": (
        "应当按照分级管理的规定，由乡镇水管员签字确认。",
        [("应当", 1, "must", "乡镇水管员")],
    ),
    "由 names who acts, not what the next sentence is about": (
        "摊主可以申请延期。延期由市场管理所批准。未经批准的，不得续租。",
        [("可以", 1, "may", "摊主"), ("不得", 1, "must_not", "摊主")],
    ),
    "who punishes is the organ, not the offender": (
        "船主逾期不清的，由渔政局责令清理。情节严重的，可以处五百元罚款。",
        [("可以", 1, "may", "渔政局")],
    ),
    "an organ that finds a breach out punishes it": (
        "农机监理站发现驾驶员酒后作业的，应当责令停驶。",
        [("应当", 1, "must", "农机监理站")],
    ),
    "who is liable is the offender, not the organ": (
        "搬运公司损坏路面的，由路政大队责令修复；造成损失的，应当承担赔偿责任。",
        [("应当", 1, "must", "搬运公司")],
    ),
    "a judgement is the court's": (
        "人民法院受理申请后，申请人自愿撤回的，可以裁定准许。",
        [("可以", 1, "may", "人民法院")],
    ),
    "no court named, no bearer of a judgement": (
        "承租人伪造签名的，应当认定为无效。",
        [("应当", 1, "must", None)],
    ),
    "a ban at the head of a sentence is said to everybody": (
        "护林员应当每日巡山。禁止携带火种入山。",
        [("应当", 1, "must", "护林员"), ("禁止", 1, "must_not", None)],
    ),
    "each item goes on from the words before the list": (
        "轮渡公司应当遵守下列规定：\n（一）乘客上船后，船员应当收跳板；\n（二）遇大雾时，应当停航。",
        [
            ("应当", 1, "must", "轮渡公司"),
            ("应当", 2, "must", "船员"),
            ("应当", 3, "must", "轮渡公司"),
        ],
    ),
    "a power with a long object is one": (
        "牧民有权依照本村的章程查账。",
        [("有权", 1, "may", "牧民")],
    ),
    "目的 closes no modifier": (
        "图书馆不得用于营利的目的。",
        [("不得", 1, "must_not", "图书馆")],
    ),
    "the last item of a list names other things": (
        "站长应当做到：\n（一）按时开店；\n（二）应当做到的其他事项。",
        [("应当", 1, "must", "站长")],
    ),
    "what is due is a noun": ("按照应补税款的数额计算。", []),
    "a principle is no task": ("实行分片负责、逐级上报的原则。", []),
    "who divides a task has it": (
        "各村委会分别负责清淤。",
        [("负责", 1, "must", "各村委会")],
    ),
    "a ban for a time is a sanction": ("船长醉酒驾驶的，终身禁止驾驶客船。", []),
    "who caused something is picked out by that": (
        "造成塌方的单位和个人，应当排险。",
        [("应当", 1, "must", "造成塌方的单位和个人")],
    ),
    "who came to be by something, though a clause of its own follows": (
        "因改制而新设的渔业公司，其住所变更的，应当备案。",
        [("应当", 1, "must", "因改制而新设的渔业公司")],
    ),
    "whom an adjunct clause picks out acts in the condition": (
        "经培训的潜水员接到警报后，应当集合。",
        [("应当", 1, "must", "经培训的潜水员")],
    ),
    "为…的 may say what somebody is": (
        "持有盐票的单位和个人，为盐税的纳税人，应当申报。",
        [("应当", 1, "must", "持有盐票的单位和个人")],
    ),
    "应急 and 不动产 begin names, no predicates": (
        "区人民政府应急管理部门应当备勤，区人民政府不动产登记机构应当延时。",
        [
            ("应当", 1, "must", "区人民政府应急管理部门"),
            ("应当", 2, "must", "区人民政府不动产登记机构"),
        ],
    ),
    "经济 is no 经": (
        "国务院经济部门、国务院渔业部门收到来信后，应当登记。",
        [("应当", 1, "must", "国务院经济部门、国务院渔业部门")],
    ),
    "two tasks name one party": (
        "审核、发证机关应当留痕，检查维护单位应当签字。",
        [("应当", 1, "must", "审核、发证机关"), ("应当", 2, "must", "检查维护单位")],
    ),
    "两字 that the cutter takes for one word": (
        "申请人经调解员同意，可以旁听。",
        [("可以", 1, "may", "申请人")],
    ),
    "what begins an object begins no modifier": (
        "渔业协会委托有关院校的教授授课，应当付酬。",
        [("应当", 1, "must", "渔业协会")],
    ),
    "how many act is part of who acts": (
        "村民代表十人以上联名，可以提议。",
        [("可以", 1, "may", "村民代表十人以上")],
    ),
    "a place that acts is a party": (
        "市、县（区）应当值守，各地区应当互通。",
        [("应当", 1, "must", "市、县（区）"), ("应当", 2, "must", "各地区")],
    ),
    "a ship stands for those who sail it": (
        "从事客运的船舶，不得超载。",
        [("不得", 1, "must_not", "从事客运的船舶")],
    ),
    "what a law prescribes names whom it binds": (
        "法律规定砖厂必须报批的，还应当附图。",
        [("应当", 1, "must", "砖厂")],
    ),
    "a law's rule in a condition that runs on is no norm": (
        "国家规定合同应当公证，但未公证的，补办公证。",
        [],
    ),
    "who is told of a right has it": (
        "派出所应当告知旅客有权申诉。",
        [("应当", 1, "must", "派出所"), ("有权", 1, "may", "旅客")],
    ),
    "a plain noun has a power, whatever its object": (
        "离异妇女有权继承娘家的土地。",
        [("有权", 1, "may", "离异妇女")],
    ),
    "an enumeration runs over a comma": (
        "车站、码头，以及沿街商户，应当清雪。",
        [("应当", 1, "must", "沿街商户")],
    ),
    "of parties it is whole": (
        "船长、轮机长，以及持证的船员，应当到场。",
        [("应当", 1, "must", "船长、轮机长，以及持证的船员")],
    ),
    "whom an organ acts against does not act": (
        "渔政局对无证捕捞的，有权责令离港。",
        [("有权", 1, "may", "渔政局")],
    ),
    "how long it takes is up to who may take it": (
        "检测所可以延期，延长期限不得超过十日。",
        [("可以", 1, "may", "检测所"), ("不得", 1, "must_not", "检测所")],
    ),
    "a list in paragraphs goes on from its lead-in": (
        "镇水利站承担以下工作：\n负责清淤；\n负责巡堤。",
        [("负责", 1, "must", "镇水利站"), ("负责", 2, "must", "镇水利站")],
    ),
    "组织实施 is work, no organisation": (
        "乡水管站负责本办法的组织实施。",
        [("负责", 1, "must", "乡水管站")],
    ),
    "a ban in a place's name is none": (
        "禁止吸烟场所应当张贴标志。",
        [("应当", 1, "must", None)],
    ),
    "禁止令 is a thing": ("社区应当送达禁止令。", [("应当", 1, "must", None)]),
    "what is due and collected is only named": (
        "税务局可以收取企业应当承担的费用。",
        [("可以", 1, "may", "税务局")],
    ),
    "a definition binds nobody": (
        "押金，是指承租人应当交存的款项。",
        [],
    ),
    "未经, 自行 and 按规定 may pick a party out": (
        "未经体检的船员不得出海，自行排水的砖厂应当测流，按照规定成立的评标小组应当签字。",
        [
            ("不得", 1, "must_not", "未经体检的船员"),
            ("应当", 1, "must", "自行排水的砖厂"),
            ("应当", 2, "must", "按照规定成立的评标小组"),
        ],
    ),
    "对方 is a party, 对 no preposition": (
        "对方当事人应当到庭。",
        [("应当", 1, "must", "对方当事人")],
    ),
    "whom a duty towards something picks out": (
        "对渡口负有看护责任的管理人应当值夜。",
        [("应当", 1, "must", "对渡口负有看护责任的管理人")],
    ),
    "whose thing has changed has the formality": (
        "养殖企业的名称、住所等事项变更的，应当办理登记。",
        [("应当", 1, "must", "养殖企业")],
    ),
    "a name goes on behind 其他": (
        "农户以及其他向鱼塘排水的单位和个人不得投药。",
        [("不得", 1, "must_not", "农户以及其他向鱼塘排水的单位和个人")],
    ),
    "who pays for the breach is not the organ that may act": (
        "渔政局可以扣船，造成损失的，应当赔偿。",
        [("可以", 1, "may", "渔政局"), ("应当", 1, "must", None)],
    ),
    "不准予 and 不准确 are no bans": ("数据不准确的，不准予登记。", []),
    "who is in charge is part of a name, no task": (
        "泵站负责人接到通知后，应当到岗。",
        [("应当", 1, "must", "泵站负责人")],
    ),
    "to draw up is a task, no system of charges": (
        "县水利局负责制定灌溉定额。",
        [("负责", 1, "must", "县水利局")],
    ),
    "a side of a contract may": (
        "租赁双方可以约定押金。",
        [("可以", 1, "may", "租赁双方")],
    ),
    "just then is a fact": ("试运行合格后方可以接电。", []),
    "a power at the head of a clause": (
        "业户发现计量错误的，有权要求供水公司复核。",
        [("有权", 1, "may", "业户")],
    ),
    "who holds a power is a name": ("有权更正人到场，由窗口登记。", []),
    "an office whose name ends like a modifier": (
        "车辆管理所应当使用统一的编号规则。",
        [("应当", 1, "must", "车辆管理所")],
    ),
    "a predicate goes on behind 并": (
        "出纳员按月记账，并应当将开支的明细张榜。",
        [("应当", 1, "must", "出纳员")],
    ),
    "a clause with 并 that picks a party out has no norm": (
        "列入名册并应当停业的商户，由市场科通知。",
        [],
    ),
    "at the request of a party is no duty": (
        "仲裁员可以应当事人要求延期。",
        [("可以", 1, "may", "仲裁员")],
    ),
    "what was not done though due is a breach": (
        "码头依法应当设置护栏而未设置的，由港务局通知。",
        [],
    ),
    "what may be done among other things is described": (
        "抽检员可以采取下列措施：\n（一）取样；\n（二）其他可以采取的措施。",
        [("可以", 1, "may", "抽检员")],
    ),
    "what is banned is a thing": ("渔具店使用禁止销售的网具的，由渔政局通知。", []),
    "whom a ban names with a predicate": (
        "禁止拍卖师参与竞买。",
        [("禁止", 1, "must_not", "拍卖师")],
    ),
    "whom a ban leaves out": (
        "禁止实验员以外的人员进入冷库。",
        [("禁止", 1, "must_not", "实验员以外的人员")],
    ),
    "a verb and its object in a ban name nobody": (
        "禁止聘用未成年的船员出海。",
        [("禁止", 1, "must_not", None)],
    ),
    "a place by its own name": (
        "海南省应当编制岛屿名录。",
        [("应当", 1, "must", "海南省")],
    ),
    "fields name an organ": (
        "宣传、文化旅游等部门应当开设专栏。",
        [("应当", 1, "must", "宣传、文化旅游等部门")],
    ),
    "a name goes on behind 、 with a clause": (
        "茶厂、向外省运茶的商户应当贴标。",
        [("应当", 1, "must", "茶厂、向外省运茶的商户")],
    ),
    "a manner may pick a party out": (
        "以会员制方式经营的健身机构应当公示章程。",
        [("应当", 1, "must", "以会员制方式经营的健身机构")],
    ),
    "a passage above names a party": (
        "前款所列企业应当每季自查。",
        [("应当", 1, "must", "前款所列企业")],
    ),
    "when something happens is no part of the name": (
        "封航期间轮渡公司应当公告。",
        [("应当", 1, "must", "轮渡公司")],
    ),
    "a party that a verb and another party follow": (
        "信托公司任免董事、监事，应当报告。",
        [("应当", 1, "must", "信托公司")],
    ),
    "to apply for something to be set up is an act": (
        "申请设立典当公司，应当提交章程。",
        [("应当", 1, "must", None)],
    ),
    "what is done with a school is an activity": (
        "中小学校规划建设，应当节约用地。",
        [("应当", 1, "must", None)],
    ),
    "a list of things that a party's word ends": (
        "意见的内容、承办单位答复等信息应当公布。",
        [("应当", 1, "must", None)],
    ),
    "a quorum is a predicate": (
        "理事会议有三分之二以上的理事到会，所作决议应当存档。",
        [("应当", 1, "must", "理事会议")],
    ),
    "who has to be present, by their share": (
        "社员大会应当有三分之二以上的社员出席。",
        [("应当", 1, "must", "三分之二以上的社员")],
    ),
    "how many members there are binds nobody": (
        "评审组的成员不得少于五名。",
        [("不得", 1, "must_not", None)],
    ),
    "how many come binds those who come": (
        "检查人员不得少于二人。",
        [("不得", 1, "must_not", "检查人员")],
    ),
    "who manages a thing by 由 acts": (
        "茶摊主应当记账。押金由管委会保管的，应当单独开户。",
        [("应当", 1, "must", "茶摊主"), ("应当", 2, "must", "管委会")],
    ),
    "who else would act does not": (
        "县渔政局认为需要由市渔政局查处的，可以报送。",
        [("可以", 1, "may", "县渔政局")],
    ),
    "the pronoun behind 由 is who was named": (
        "检修依法由业户委托的，应当由其自主选择。",
        [("应当", 1, "must", "业户")],
    ),
    "a list is about the things of its party too": (
        "豆腐作坊应当遵守下列规定：\n（一）豆渣应当日清；\n（二）作业间不得堆放煤炭。",
        [
            ("应当", 1, "must", "豆腐作坊"),
            ("应当", 2, "must", "豆腐作坊"),
            ("不得", 1, "must_not", "豆腐作坊"),
        ],
    ),
    "who draws up a plan owes its contents": (
        "乡人民政府应当编制防洪预案。\n防洪预案应当包括撤离路线。",
        [("应当", 1, "must", "乡人民政府"), ("应当", 2, "must", "乡人民政府")],
    ),
    "a plan that nobody draws up": (
        "防洪预案应当包括撤离路线。",
        [("应当", 1, "must", None)],
    ),
    "who does a thing owes how it is done": (
        "区水务局应当编制河道疏浚计划。\n编制河道疏浚计划，应当听取渔民的意见。",
        [("应当", 1, "must", "区水务局"), ("应当", 2, "must", "区水务局")],
    ),
    "an act is no thing": (
        "评估委员会可以召开听证会。召开听证会应当提前公告。",
        [("可以", 1, "may", "评估委员会"), ("应当", 1, "must", "评估委员会")],
    ),
    "a thing that a comma cuts off is what the sentence is about": (
        "镇人民政府应当公布收费目录。未列入目录的项目，不得收费。",
        [("应当", 1, "must", "镇人民政府"), ("不得", 1, "must_not", None)],
    ),
    "what is due is a condition too": (
        "窗口人员应当验证。材料齐全的应当当场办结。",
        [("应当", 1, "must", "窗口人员"), ("应当", 2, "must", "窗口人员")],
    ),
    "a sanction behind an adjunct is laid by nobody named": (
        "厂长弄虚作假的，应当区别情况，给予处分。",
        [("应当", 1, "must", None)],
    ),
    "who has acted goes on": (
        "保险公司赔偿后，有权责令司机补缴。",
        [("有权", 1, "may", "保险公司")],
    ),
    "an organ receives what an applicant completes": (
        "登记机关应当核对材料。申请人补正材料的，应当受理。",
        [("应当", 1, "must", "登记机关"), ("应当", 2, "must", "登记机关")],
    ),
    "who enjoys a right is not who may not infringe it": (
        "妇女享有同等的承包权，不得以婚嫁为由收回。",
        [("不得", 1, "must_not", None)],
    ),
    "a task picks out whom a condition is about": (
        "救助站负责登记的工作人员有下列情形之一的，应当回避：\n（一）是当事人的；",
        [("应当", 1, "must", "救助站负责登记的工作人员")],
    ),
    "管理由 is no reason": (
        "水渠的日常管理由用水户协会负责。",
        [("负责", 1, "must", "用水户协会")],
    ),
    "when something is done is no thing": (
        "考试员应当佩戴证件。考试时应当宣读纪律。",
        [("应当", 1, "must", "考试员"), ("应当", 2, "must", "考试员")],
    ),
    "an organ does the acts of its sentence": (
        "监察机关应当保障饮食。讯问证人应当安排时间。",
        [("应当", 1, "must", "监察机关"), ("应当", 2, "must", "监察机关")],
    ),
    "others do only what they were said to do": (
        "农户可以建房。编制村庄规划应当节约用地。",
        [("可以", 1, "may", "农户"), ("应当", 1, "must", None)],
    ),
    "who consents does not act": (
        "职工经本人申请，企业同意，可以提前休养。",
        [("可以", 1, "may", "职工")],
    ),
    "who prosecutes is named where it is told": (
        "渔政局应当巡航。电鱼构成犯罪的，应当依法追究刑事责任。",
        [("应当", 1, "must", "渔政局"), ("应当", 2, "must", None)],
    ),
    "a level before the task of an organ": (
        "省级负责盐业管理的部门自收到申请后，应当核查。",
        [("应当", 1, "must", "省级负责盐业管理的部门")],
    ),
    "whose signature a paper needs": (
        "收条应当有领取人的签名。",
        [("应当", 1, "must", "领取人")],
    ),
    "a place with a modifier acts": (
        "有移民任务的乡、村应当公布账目。",
        [("应当", 1, "must", "有移民任务的乡、村")],
    ),
    "what is due picks an object out": (
        "药材公司不得炮制应当按照毒性管理的药材。",
        [("不得", 1, "must_not", "药材公司")],
    ),
    "to suit the place is no duty": ("移民适应当地气候后，由村统计。", []),
    "what is due is paid by somebody": (
        "欠费期间参保人应当享受的补助由单位支付。",
        [],
    ),
    "an inspection on the spot has a subject": (
        "计量员现场检查时，逐台记录，并不得拆封。",
        [("不得", 1, "must_not", "计量员")],
    ),
    "who is posted somewhere has the task": (
        "渔港法庭设廉政监察员，负责接待。",
        [("负责", 1, "must", "廉政监察员")],
    ),
    "a notice of an organ is a thing": (
        "发布禁令的渔政局公告应当张贴。",
        [("应当", 1, "must", None)],
    ),
    "a field that is prescribed picks a party out": (
        "烟花、爆破等属于高危行业的生产单位应当培训。",
        [("应当", 1, "must", "烟花、爆破等属于高危行业的生产单位")],
    ),
}


@pytest.mark.parametrize("case", NORMS.values(), ids=NORMS)
def test_norms(case: tuple[str, list[tuple[str, int, str, str | None]]]) -> None:
    text, expected = case
    found = gold_record({"id": "x", "article": "第九条", "text": f"第九条 {text}"})["norms"]
    assert [(n["word"], n["n"], n["modality"], n["bearer"]) for n in found] == expected


PENALTIES = {
    "a fine with both bounds, on the party of the condition": (
        "养殖户未备案的，由农业农村主管部门处五百元以上二千元以下罚款。",
        [("fine", "处五百元以上二千元以下罚款", 500, 2000, None, "养殖户")],
    ),
    "tiers in order": (
        "违反本办法规定的，责令限期改正；逾期不改正的，处3万元以下的罚款；情节严重的，吊销经营许可证。",
        [
            ("correction", "责令限期改正", None, None, None, None),
            ("fine", "处3万元以下的罚款", None, 30000, None, None),
            ("revocation", "吊销经营许可证", None, None, None, None),
        ],
    ),
    "a multiple of a base": (
        "销售者拒绝退货的，处货值金额一倍以上三倍以下罚款。",
        [("fine", "处货值金额一倍以上三倍以下罚款", None, None, (1, 3), "销售者")],
    ),
    "a percentage": (
        "采购人拆分项目的，处合同金额百分之五以上百分之十以下的罚款。",
        [("fine", "处合同金额百分之五以上百分之十以下的罚款", None, None, (0.05, 0.1), "采购人")],
    ),
    "two parties of one sentence": (
        "船舶公司瞒报的，对单位处一万元罚款，对主要负责人处二千元罚款。",
        [
            ("fine", "处一万元罚款", 10000, 10000, None, "单位"),
            ("fine", "处二千元罚款", 2000, 2000, None, "主要负责人"),
        ],
    ),
    "a ban for years, in months": (
        "评审专家泄露标底的，三年内不得参加评审。",
        [("bar", "三年内不得参加评审", 36, 36, None, "评审专家")],
    ),
    "days of detention": (
        "有前款行为的，处五日以上十日以下拘留。",
        [("detention", "处五日以上十日以下拘留", "5d", "10d", None, None)],
    ),
    "discipline and crime": (
        "监管人员玩忽职守的，依法给予处分；构成犯罪的，依法追究刑事责任。",
        [
            ("discipline", "依法给予处分", None, None, None, "监管人员"),
            ("criminal", "追究刑事责任", None, None, None, "监管人员"),
        ],
    ),
    "an order to stop is a suspension": (
        "工地未封闭的，责令停止施工。",
        [("suspension", "责令停止施工", None, None, None, None)],
    ),
    "a sanction inside a condition is none": ("受到罚款处罚后再次违反的，从重处理。", []),
    "no punishment is none": ("主动报告的，不予处罚。", []),
    "the description runs over commas": (
        "养老院收取押金，没有开具收据，或者拒绝退款的，给予警告。",
        [("warning", "给予警告", None, None, None, "养老院")],
    ),
    "a clause with 的 before its noun has a subject": (
        "养殖户出售国家保护的鱼苗的，没收鱼苗。",
        [("confiscate", "没收鱼苗", None, None, None, "养殖户")],
    ),
    "a breach without a subject names nobody": (
        "未按照规定向防疫站报告的，给予警告。",
        [("warning", "给予警告", None, None, None, None)],
    ),
    "nor does what is done to a party": (
        "阻挠巡查员登船检查的，给予警告。",
        [("warning", "给予警告", None, None, None, None)],
    ),
    "the owner of what is amiss": (
        "幼儿园的校车未年检的，给予警告。",
        [("warning", "给予警告", None, None, None, "幼儿园")],
    ),
    "the owner by its bare name": (
        "合作企业登记事项发生变更未报告的，给予警告。",
        [("warning", "给予警告", None, None, None, "合作企业")],
    ),
    "对 before the offender of a condition": (
        "对快递企业未验视包裹的，给予警告。",
        [("warning", "给予警告", None, None, None, "快递企业")],
    ),
    "who finds a breach out is not punished for it": (
        "渔政局发现养殖户投放禁药的，应当责令销毁。",
        [("correction", "责令销毁", None, None, None, "养殖户")],
    ),
    "whom the sentence before binds": (
        "保洁公司应当每日清运。未及时清运的，责令改正。",
        [("correction", "责令改正", None, None, None, "保洁公司")],
    ),
    "who is ordered is who is punished": (
        "工头拖欠工资的，责令劳务公司先行垫付并停止用工。",
        [("suspension", "责令劳务公司先行垫付并停止用工", None, None, None, "劳务公司")],
    ),
    "who is ordered to dismiss somebody is not": (
        "拍卖师串标的，责令拍卖公司取消其主持资格。",
        [("revocation", "责令拍卖公司取消其主持资格", None, None, None, "拍卖师")],
    ),
    "whose licence is withdrawn": (
        "诊所出具假证明的，吊销有关医师的执业证书。",
        [("revocation", "吊销有关医师的执业证书", None, None, None, "有关医师")],
    ),
    "crime follows discipline on the same persons": (
        "粮站虚报库存的，责令改正；对站长给予处分；构成犯罪的，追究刑事责任。",
        [
            ("correction", "责令改正", None, None, None, "粮站"),
            ("discipline", "给予处分", None, None, None, "站长"),
            ("criminal", "追究刑事责任", None, None, None, "站长"),
        ],
    ),
    "who prosecutes is not who is punished": (
        "猎人违反禁令的，由司法机关追究刑事责任。",
        [("criminal", "追究刑事责任", None, None, None, "猎人")],
    ),
    "whose crime stands inside the words": (
        "走私成团的，追究组织者的刑事责任。",
        [("criminal", "追究组织者的刑事责任", None, None, None, "组织者")],
    ),
    "由 ends whom 对 names": (
        "对值班员由其所在班组给予通报批评。",
        [("criticism", "给予通报批评", None, None, None, "值班员")],
    ),
    "an order to stop and one to repair are two": (
        "填湖的，责令停止填湖，恢复原状。",
        [
            ("suspension", "责令停止填湖", None, None, None, None),
            ("correction", "恢复原状", None, None, None, None),
        ],
    ),
    "in one breath too": (
        "填湖的，责令停止填湖、限期清淤。",
        [
            ("suspension", "责令停止填湖", None, None, None, None),
            ("correction", "限期清淤", None, None, None, None),
        ],
    ),
    "acts of one kind are one": (
        "填湖的，责令清淤、恢复原状。",
        [("correction", "责令清淤、恢复原状", None, None, None, None)],
    ),
    "the next sanction ends an order": (
        "驾校伪造学时的，责令停业整顿、吊销许可证。",
        [
            ("suspension", "责令停业整顿", None, None, None, "驾校"),
            ("revocation", "吊销许可证", None, None, None, "驾校"),
        ],
    ),
    "to suspend or to revoke are two": (
        "货主瞒报的，暂扣或者吊销准运证。",
        [
            ("suspension", "暂扣", None, None, None, "货主"),
            ("revocation", "吊销准运证", None, None, None, "货主"),
        ],
    ),
    "the crime that a law refers to": (
        "销赃的，依照本法第三条定罪处罚。",
        [("criminal", "定罪处罚", None, None, None, None)],
    ),
    "a sanction told of is none": ("商户被吊销执照的，注销摊位。", []),
    "nor is what is told of with it": ("被罚没财物、责令关闭的商户，注销摊位。", []),
    "nor one that is not laid": ("不需要追究刑事责任，但应当教育的，由家长领回。", []),
    "nor one that picks a noun out": ("没收的渔网交渔政站保管。", []),
    "nor one that is forbidden": ("任何人不得扣留乘客的身份证件。", []),
    "nor what the victim may ask for": ("游客可以要求赔偿。", []),
    "the head of a list only announces it": (
        "违反第三条的，依法给予行政处罚：\n（一）堵路的，给予警告；\n（二）毁路的，处二百元罚款。",
        [
            ("warning", "给予警告", None, None, None, None),
            ("fine", "处二百元罚款", 200, 200, None, None),
        ],
    ),
    "the next order needs no 责令": (
        "网店售假的，责令改正，停止受理新订单申请。",
        [
            ("correction", "责令改正", None, None, None, "网店"),
            ("suspension", "停止受理新订单申请", None, None, None, "网店"),
        ],
    ),
    "but alone it is no sanction": ("设备检修的，停止办理取款业务。", []),
    "to suspend or to repair are two": (
        "矿山企业越界的，责令停止开采或者限期改正。",
        [
            ("suspension", "责令停止开采", None, None, None, "矿山企业"),
            ("correction", "限期改正", None, None, None, "矿山企业"),
        ],
    ),
    "to suspend until revoked are two": (
        "药店售假的，暂停直至吊销其经营许可。",
        [
            ("suspension", "暂停", None, None, None, "药店"),
            ("revocation", "吊销其经营许可", None, None, None, "药店"),
        ],
    ),
    "a warning or a fine are two": (
        "摊主占道的，处以警告或者五十元罚款。",
        [
            ("warning", "处以警告", None, None, None, "摊主"),
            ("fine", "五十元罚款", 50, 50, None, "摊主"),
        ],
    ),
    "an illegal business is closed down": (
        "黑车车主非法营运的，由交通局予以取缔。",
        [("other", "予以取缔", None, None, None, "黑车车主")],
    ),
    "to fight crime is no sanction": ("派出所依法取缔地下赌场。", []),
    "by the rules of another law": (
        "种植户哄抬的，依照价格法的规定处罚。",
        [("other", "依照价格法的规定处罚", None, None, None, "种植户")],
    ),
    "responsibility of no named kind": (
        "湖长失职的，依法追究责任。",
        [("other", "追究责任", None, None, None, "湖长")],
    ),
    "to propose it is none": ("审计局有权建议追究行政责任。", []),
    "whom discipline is given to stands inside": (
        "水厂断供的，给予有关责任人员行政处分。",
        [("discipline", "给予有关责任人员行政处分", None, None, None, "有关责任人员")],
    ),
    "what a register says of a breach": (
        "养殖户投毒的，处二百元罚款，并记入信用档案。",
        [
            ("fine", "处二百元罚款", 200, 200, None, "养殖户"),
            ("other", "记入信用档案", None, None, None, "养殖户"),
        ],
    ),
    "done in the offender's stead, at a cost": (
        "业主未封井的，由水务站代为封填，所需费用由业主承担。",
        [
            ("other", "代为封填", None, None, None, "业主"),
            ("other", "所需费用由业主承担", None, None, None, "业主"),
        ],
    ),
    "what was ordered before is no order": (
        "责令限期拆除的围网，所有人应当自行清理。",
        [],
    ),
    "criticism and discipline are two": (
        "河长失职的，给予批评教育或者行政处分。",
        [
            ("other", "给予批评教育", None, None, None, "河长"),
            ("discipline", "行政处分", None, None, None, "河长"),
        ],
    ),
    "罚没收入 is money": ("罚没收入上缴国库。", []),
    "the capacity to be liable is none": ("申请人提交能够承担民事责任的证明。", []),
    "who is found out is not the organ": (
        "边防部门查获无证运油的，予以没收。",
        [("confiscate", "予以没收", None, None, None, None)],
    ),
    "of another conduct 对X says nothing": (
        "委托造船未报的，对委托人处五百元罚款；擅自改船的，责令改正。",
        [
            ("fine", "处五百元罚款", 500, 500, None, "委托人"),
            ("correction", "责令改正", None, None, None, None),
        ],
    ),
    "有前款行为 speaks of the same party": (
        "水站断供的，责令改正。\n有前款行为，情节严重的，责令停业。",
        [
            ("correction", "责令改正", None, None, None, "水站"),
            ("suspension", "责令停业", None, None, None, "水站"),
        ],
    ),
    "a later paragraph measures the fine": (
        "矿山企业越界的，责令改正，处以罚款。\n有前款行为的，处二百元罚款。",
        [
            ("correction", "责令改正", None, None, None, "矿山企业"),
            ("fine", "处二百元罚款", 200, 200, None, "矿山企业"),
        ],
    ),
    "a warning sign is none": ("水库管理单位应当设置警告标志。", []),
    "sanctions that one verb lists": (
        "对违反本办法的船主，渔政局有权给予警告、罚款、勒令停航或者吊销有关证件的处罚。",
        [
            ("warning", "给予警告", None, None, None, "违反本办法的船主"),
            ("fine", "罚款", None, None, None, "违反本办法的船主"),
            ("suspension", "勒令停航", None, None, None, "违反本办法的船主"),
            ("revocation", "吊销有关证件", None, None, None, "违反本办法的船主"),
        ],
    ),
    "a fine without a number": (
        "承包户转包鱼塘的，处以转包收益等值以下的罚款。",
        [("fine", "处以转包收益等值以下的罚款", None, None, (None, 1), "承包户")],
    ),
    "to bear what one has caused is a consequence": (
        "双方均有过错的，各自承担相应的责任。",
        [("civil", "各自承担相应的责任", None, None, None, "双方")],
    ),
    "to bear something without a breach is none": ("承运人承担相应的责任。", []),
    "a debt of partners is none": ("合伙人对债务承担无限连带责任。", []),
    "a vehicle that is held": (
        "货车超载的，由交警大队扣留车辆。",
        [("other", "扣留车辆", None, None, None, None)],
    ),
    "a ship of which a breach is told": (
        "渔业船舶未挂号灯的，处二百元罚款。",
        [("fine", "处二百元罚款", 200, 200, None, "渔业船舶")],
    ),
    "who takes part in something": (
        "参加庙会人员违反禁令的，给予警告。",
        [("warning", "给予警告", None, None, None, "参加庙会人员")],
    ),
    "whom the offender has do it is not the offender": (
        "聘用无证的保管员看守库房的，给予警告。",
        [("warning", "给予警告", None, None, None, None)],
    ),
    "who uses what it must not is": (
        "使用旧锅炉的浴池未检修的，给予警告。",
        [("warning", "给予警告", None, None, None, None)],
    ),
    "who has punished already is not punished": (
        "教练员有违纪行为，有关机关给予处理的，可以同时给予处分。",
        [("discipline", "给予处分", None, None, None, "教练员")],
    ),
    "a change of a party is an act": (
        "担保公司未经备案，变更公司的股东的，给予警告。",
        [("warning", "给予警告", None, None, None, "担保公司")],
    ),
    "an order that somebody asks for is none": ("业户可以申请法院责令厂方停止排污。", []),
    "security that a court asks for is none": ("法院可以责令申请人提供担保。", []),
    "quoted words are none": ("前款所称“责令改正”，是指书面通知。", []),
    "forfeiture that is applied for is none": ("检察院提出没收违法所得的申请。", []),
    "who decides such a thing lays none": ("五百元以下的罚款可以由派出所决定。", []),
    "other conduct that deserves one is none": (
        "摊主有下列行为之一的，给予警告：\n（一）占道；\n（二）其他应当给予警告的行为。",
        [("warning", "给予警告", None, None, None, "摊主")],
    ),
    "what did harm is no party": (
        "串标行为给投标人造成损失的，承担赔偿责任。",
        [("civil", "承担赔偿责任", None, None, None, None)],
    ),
    "who inspects is not punished for what it finds": (
        "渔政局执行检查时，可以采取下列措施：\n（一）发现隐患的，责令改正。",
        [("correction", "责令改正", None, None, None, None)],
    ),
    "whoever does harm on an inspection pays": (
        "质检机构执行检查时，给厂家造成损失的，依法赔偿。",
        [("civil", "依法赔偿", None, None, None, "质检机构")],
    ),
    "to hold a vehicle without a breach is none": ("交警大队扣留车辆，应当出具凭证。", []),
    "a warning to ships is none": ("打捞公司应当申请发布航行警告。", []),
    "whom something is done for is no offender": (
        "不按照规定为储户办理挂失的，给予警告。",
        [("warning", "给予警告", None, None, None, None)],
    ),
}


@pytest.mark.parametrize("case", PENALTIES.values(), ids=PENALTIES)
def test_penalties(case: tuple[str, list[tuple[object, ...]]]) -> None:
    text, expected = case
    found = gold_record({"id": "x", "article": "第九条", "text": f"第九条 {text}"})["penalties"]
    keys = ("kind", "quote", "min", "max", "times", "on")
    assert [tuple(p[k] for k in keys) for p in found] == expected
