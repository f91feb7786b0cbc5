"""The long tail of sanctions, what is a sanction only behind a breach, and whom it falls on; invented sentences."""

import pytest

from ingest.norms import gold_record

SANCTIONS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    # dealt with elsewhere
    "dealt with by another law": (
        "擅自占道的，由城管部门依照市容管理法规的规定处理。",
        [("other", "依照市容管理法规的规定处理")],
    ),
    "as the authority sees fit": ("盗割电缆的，依法严肃惩处；", []),
    "as the authority sees fit, of a breach": (
        "违反规定私接管线的，由供水机关依法严肃惩处。",
        [("other", "依法严肃惩处")],
    ),
    "a breach that 对 names without 的": (
        "对违反禁渔令的行为，依法惩处。",
        [("other", "依法惩处")],
    ),
    "what is written before the condition tells of the breach too": (
        "未取得许可证，替他人接生的，按照国家有关规定处理。",
        [("other", "按照国家有关规定处理")],
    ),
    "no breach, no sanction": ("两款都能适用的，按照担保法的规定处理。", []),
    "another is to look into it": ("村民私自毁林的，通知林业站处理。", []),
    "an authority's duty to look into it": (
        "接到举报后发现违反规定的，林业站应当依法处理。",
        [],
    ),
    "a report of a breach is none": ("对违法行为的举报，林业站依法处理。", []),
    "a case that is moved on is not dealt with": (
        "商户违反规定，涉嫌犯罪的，依法移送有关机关处理。",
        [],
    ),
    "a plaint that counts as withdrawn": ("原告拒不到庭的，按撤诉处理。", []),
    "how a court decides again": ("复议机关违法的，法院应当撤销复议决定。", []),
    "a title tells of its own matter": (
        "违反规定的，按照《扣押、追缴物品估价办法》估价。",
        [],
    ),
    "the head of a list announces it": (
        "违反第三条的，按照下列规定处理：\n（一）堵渠的，给予警告。",
        [("warning", "给予警告")],
    ),
    # by force, in the offender's stead
    "forced through a court": (
        "茶商逾期不履行决定的，由茶叶办申请人民法院强制执行。",
        [("other", "强制执行")],
    ),
    "torn down through a court": (
        "建设单位逾期不拆的，由航道局申请人民法院强制拆除。",
        [("other", "强制拆除")],
    ),
    "by the organ that decided": (
        "茶商又不履行处罚决定的，由作出处罚决定的机关申请人民法院强制执行。",
        [("other", "强制执行")],
    ),
    "another does it, at a cost": (
        "摊主逾期不清的，由镇政府组织清除，所需费用由摊主负担。",
        [("other", "组织清除"), ("other", "所需费用由摊主负担")],
    ),
    "who pays for works is no sanction": ("移树费用由建设单位承担。", []),
    "who pays for what is no breach is none": ("确需移树的，移树费用由建设单位承担。", []),
    "treatment by force is none": ("对吸毒人员采取社区戒毒、强制隔离戒毒等措施。", []),
    # made known
    "made known to all": (
        "药铺拒不召回的，责令停业，并向社会公告。",
        [("suspension", "责令停业"), ("other", "向社会公告")],
    ),
    "what is decided is made known too": ("镇长决定开集日期，并予以公布。", []),
    # money
    "a surcharge for each day": (
        "逾期不缴的，自滞纳之日起按日加收千分之二的滞纳金。",
        [("other", "按日加收千分之二的滞纳金")],
    ),
    "a fine of as much as the goods are worth": (
        "伪造产地的，处违法生产、销售酒类货值金额等值以下的罚款。",
        [("fine", "货值金额等值以下的罚款")],
    ),
    "again for each day": (
        "拒不改正的，可以按照原处罚数额按日连续处罚。",
        [("fine", "按照原处罚数额按日连续处罚")],
    ),
    "one of several that are given": (
        "违反本办法的，可以给予警告、罚款的处罚。",
        [("warning", "给予警告"), ("fine", "罚款")],
    ),
    "powers that a text lists are none": ("派出机构有权作出本办法规定的警告、罚款决定。", []),
    "处 of 处置 is no fine": (
        "未填联单的，对处置单位由环保部门处二万元罚款。",
        [("fine", "处二万元罚款")],
    ),
    "money is taken back": (
        "骗取补贴的，追回骗取的补贴。",
        [("other", "追回骗取的补贴")],
    ),
    "what crime brought in is confiscated": (
        "骗取补贴的，追缴违法所得。",
        [("confiscate", "追缴违法所得")],
    ),
    "what was seized is given back for no breach": ("查明与案件无关的，退还物品。", []),
    # things and standing
    "a vehicle is held": (
        "违法载客的，由交警部门扣留车辆。",
        [("other", "扣留车辆")],
    ),
    "to stop deliveries": (
        "偷水的，供水机构可以停止供水。",
        [],
    ),
    "to stop deliveries for a breach": (
        "擅自接水，情节严重的，可以停止供水。",
        [("suspension", "停止供水")],
    ),
    "the offender's own duty to stop is none": ("擅自接水的，应当停止用水。", []),
    "a licence without its name": (
        "持证人骗取许可证的，由发证机关予以吊销或者撤销。",
        [("revocation", "予以吊销或者撤销")],
    ),
    "a licence given back for no breach is none": ("企业歇业的，收回营业执照。", []),
    "but behind a breach it is": (
        "企业拒不复业的，收回营业执照。",
        [("revocation", "收回营业执照")],
    ),
    "an honour is taken away": (
        "弄虚作假骗取奖励的，撤销奖励。",
        [("other", "撤销奖励")],
    ),
    "business is limited": (
        "典当行违规放款的，限制其业务范围、责令停止放款。",
        [("other", "限制其业务范围"), ("suspension", "责令停止放款")],
    ),
    "what may not be registered": (
        "监理人员受贿，情节严重的，终身不予注册。",
        [("bar", "终身不予注册")],
    ),
    "a road may not be dug up": ("道路竣工后三年内不得开挖。", []),
    "who was struck off may not come back": (
        "饲料厂的许可证被吊销的，三年内不得再次申请。",
        [("bar", "三年内不得再次申请")],
    ),
    "the works that a party is called by are no order": (
        "违规填埋的，对建设单位或者拆除工程施工单位处一万元罚款。",
        [("fine", "处一万元罚款")],
    ),
    "an order and a discipline in one breath": (
        "规划局越权发证的，责令限期改正并对局长给予处分。",
        [("correction", "责令限期改正"), ("discipline", "给予处分")],
    ),
    "from another authority": (
        "违规出书的，责令停业整顿或者由发证机关吊销许可证。",
        [("suspension", "责令停业整顿"), ("revocation", "吊销许可证")],
    ),
    "since when is no order": (
        "拒不改正的，可以自责令改正之日的次日起，按照原处罚数额按日连续处罚。",
        [("fine", "按照原处罚数额按日连续处罚")],
    ),
    "things are sealed and held": (
        "无证售气的，查封、扣押违法所售气瓶。",
        [("other", "查封、扣押违法所售气瓶")],
    ),
    "what was decided is no force": ("公民对强制拆除决定不服，起诉的，法院应当受理。", []),
    "harm is a breach of what one owes": (
        "因看管不善造成事故的，应当由饲养人承担相应责任。",
        [("civil", "承担相应责任")],
    ),
    "an order to stop, then one to plant": (
        "毁林的，责令停止毁林，补种两倍的树木。",
        [("suspension", "责令停止毁林"), ("correction", "补种两倍的树木")],
    ),
    "what was not done in time is none": (
        "认证机构有下列情形之一的，给予警告：\n（一）不及时撤销证书的。",
        [("warning", "给予警告")],
    ),
    "a licence that is called in": (
        "骗取驾驶证的，收缴驾驶证。",
        [("revocation", "收缴驾驶证")],
    ),
    "in the offender's stead; who pays is told in the next sentence": (
        "逾期未清的，可以代为清运。所需费用由船主承担。",
        [("other", "代为清运")],
    ),
    "to be admonished": ("父母怠于管教的，应当予以训诫。", [("other", "予以训诫")]),
    "money is not paid out": (
        "违规采购的，可以暂停资金拨付。",
        [("suspension", "暂停资金拨付")],
    ),
    "a post is taken away": (
        "拒绝交账的，给予纪律处分，直至撤销职务。",
        [("discipline", "给予纪律处分"), ("discipline", "撤销职务")],
    ),
    "the head resigns": (
        "造成特别严重后果的，局长应当引咎辞职。",
        [("other", "引咎辞职")],
    ),
    # orders
    "an order without 责令": (
        "未按规定复垦的，由县人民政府限期复垦。",
        [("correction", "限期复垦")],
    ),
    "a time limit to stop": (
        "协会违规收费的，可以限期停止活动。",
        [("suspension", "限期停止活动")],
    ),
    "an order to A to stop is one to stop": (
        "疫苗过期的，责令接种门诊部、疫苗配送单位停业整顿。",
        [("suspension", "责令接种门诊部、疫苗配送单位停业整顿")],
    ),
    "what an organ does wrongly is no order": (
        "税务所违反规定责令停业的，给予处分。",
        [("discipline", "给予处分")],
    ),
    "应当给予处分 picks conduct out": (
        "有下列行为之一的，给予处分：\n（一）其他应当给予处分的行为。",
        [("discipline", "给予处分")],
    ),
    "but the penalty that a sanction is called is one": (
        "鉴定所违规的，给予停止执业三个月的处罚。",
        [("suspension", "给予停止执业三个月")],
    ),
    # liability
    "what a court does not order": ("法院可以不判令店主承担赔偿责任。", []),
    "how much is no liability": ("交易所允许透支的，赔偿额不超过损失的百分之六十。", []),
    "liability of one's own measure": (
        "双方均有过错的，应当各自承担相应的责任。",
        [("civil", "各自承担相应的责任")],
    ),
    "liability before the law": (
        "侵害业主权益的，责任人依法承担法律责任。",
        [("other", "承担法律责任")],
    ),
    "liability from which one is spared": ("可以减轻或者免予追究有关人员的责任。", []),
    "as an accomplice": (
        "明知他人造假而供料的，以造假罪的共犯论处。",
        [("criminal", "以造假罪的共犯论处")],
    ),
    # several kinds under one verb
    "closed down is no stop": (
        "砖厂违反规定的，责令停业、关闭。",
        [("suspension", "责令停业"), ("correction", "关闭")],
    ),
    "closed down after other stops": (
        "网店违反规定的，责令暂停业务、停业整顿或者关闭店铺。",
        [("suspension", "责令暂停业务、停业整顿"), ("correction", "关闭店铺")],
    ),
    "put right, or less made": (
        "砖厂违反规定的，责令改正或者限制生产、停产整治，处一万元以下罚款。",
        [
            ("correction", "责令改正"),
            ("suspension", "限制生产、停产整治"),
            ("fine", "处一万元以下罚款"),
        ],
    ),
    "put back or paid for": (
        "毁损渠道的，责令恢复原状或者赔偿损失，可以处一千元以下罚款。",
        [
            ("correction", "责令恢复原状"),
            ("civil", "赔偿损失"),
            ("fine", "处一千元以下罚款"),
        ],
    ),
    "a right to trade is a licence": (
        "茶商违反规定的，暂停直至撤销其茶叶经营权。",
        [("suspension", "暂停"), ("revocation", "撤销其茶叶经营权")],
    ),
    "the right to give certificates": (
        "学校滥发证书的，取消其颁发证书的资格。",
        [("revocation", "取消其颁发证书的资格")],
    ),
    "interest that is due for delay": (
        "货主拖欠运费的，应当支付逾期利息。",
        [("civil", "支付逾期利息")],
    ),
    "carried out by another law": (
        "违反规定挖沙的，由水务局依照河道法规的规定实施行政处罚。",
        [("other", "依照河道法规的规定实施行政处罚")],
    ),
    "more than dealt with": (
        "店主打击报复举报人的，依法从重处理。",
        [("other", "从重处理")],
    ),
    "a vehicle is kept off the road": (
        "货车未加盖的，处五百元罚款；拒不改正的，不得上路行驶。",
        [("fine", "处五百元罚款"), ("other", "不得上路行驶")],
    ),
    "what a vehicle may not do is no answer": ("未经检验合格的，机动车不得上路行驶。", []),
    "many act against who breaks faith": (
        "茶商违反规定失信的，由商务局采取联合惩戒措施。",
        [("other", "采取联合惩戒措施")],
    ),
    "what a judgment lays on a party that another asked it of": (
        "违法公开，造成损害的，根据原告请求判决被告承担赔偿责任。",
        [("civil", "承担赔偿责任")],
    ),
    "barred from the day of a decision": (
        "茶商违反规定被吊销执照的，自处罚决定作出之日起五年内不得从事茶叶经营。",
        [("bar", "五年内不得从事茶叶经营")],
    ),
    "what harms others much is a breach": (
        "对严重危害渡口秩序的行为人，有关单位应当采取联合惩戒措施；情节严重的，给予警告。",
        [("other", "采取联合惩戒措施"), ("warning", "给予警告")],
    ),
    "to dispose of a thing is no discipline": (
        "买受人违反约定，将标的物出质或者作出其他不当处分的，依法赔偿。",
        [("civil", "依法赔偿")],
    ),
    "who was sentenced is picked out": ("对判处死刑的罪犯，应当核准。", []),
    "what was taken before": (
        "违法物品应当公开拍卖，拍卖款由原没收部门上缴国库。",
        [],
    ),
    "the day of a revocation": (
        "许可证有效期届满的，应当自吊销、撤销许可证之日起五日内通知登记机关。",
        [],
    ),
    # for other reasons than a breach
    "what a plaintiff sues for": (
        "茶商侵犯他人商标的，商标权人可以提起诉讼，要求其停止侵害。",
        [],
    ),
    "evidence that a court asks for": (
        "人民法院为确定赔偿数额，在账簿由侵权人掌握时，可以责令侵权人提供账簿、资料。",
        [],
    ),
    "against a danger": (
        "重大隐患排除前无法保证安全的，应当责令从危险区域内撤出人员，责令暂时停产停业。",
        [],
    ),
    "a term that parties agree on": ("双方确定维修方案，限期维修。", []),
    "what somebody asks for himself": ("捐献人可以变更登记内容或者撤销登记。", []),
    "an item that is a sanction": (
        "违反第三条的，处理如下：\n（一）限期改正；\n（二）给予警告。",
        [("correction", "限期改正"), ("warning", "给予警告")],
    ),
    "an order that was given before": (
        "砖厂拒不履行县政府作出的责令停业、关闭决定的，处一万元罚款。",
        [("fine", "处一万元罚款")],
    ),
}

PUNISHED: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "an organ that acts is not punished": (
        "林业局在巡查中发现隐患，应当责令改正。",
        [("correction", None)],
    ),
    "nor is an organ that does wrong spared where no 的 tells of it": (
        "林业局违反规定，不巡查，由上级机关责令改正。",
        [("correction", "林业局")],
    ),
    "an organ whose deed others answer": (
        "统计局组织营利性调查的，由县政府责令改正。",
        [("correction", "统计局")],
    ),
    "who is beaten is not who is punished": (
        "看守人员对病人进行殴打，情节严重的，给予处分。",
        [("discipline", "看守人员")],
    ),
    "an organ that does wrong is": (
        "林业局未巡查的，责令改正。",
        [("correction", "林业局")],
    ),
    "who is ordered before is meant later": (
        "经检测超载的，责令承运人卸货；拒不卸货的，强制卸载。",
        [("correction", "承运人"), ("other", "承运人")],
    ),
    "whom a bar names itself": (
        "酒厂造假的，吊销许可证，其厂长五年内不得担任酒厂厂长。",
        [("revocation", "酒厂"), ("bar", "其厂长")],
    ),
    "an organ that bars others is not barred": (
        "酒厂造假的，酒业管理部门三年内不受理其申请。",
        [("bar", "酒厂")],
    ),
    "whom a measure is taken against": (
        "违反交易规则的，对有关责任人员采取市场禁入措施。",
        [("bar", "有关责任人员")],
    ),
    "who was dismissed is barred": (
        "矿山企业违法的，处一万元罚款，对厂长给予处分；受到开除处分的，十年内不得从事采矿。",
        [("fine", "矿山企业"), ("discipline", "厂长"), ("bar", "厂长")],
    ),
    "by the circumstances": (
        "私砍的，对护林员视情节由林场给予处分。",
        [("discipline", "护林员")],
    ),
    "who is let do it is not who does it": (
        "招标单位泄题的，或者让施工单位低价中标的，责令改正。",
        [("correction", "招标单位")],
    ),
    "a party with 以 behind it": (
        "受援人以欺骗手段获得援助的，责令支付费用。",
        [("correction", "受援人")],
    ),
    "what is done begins no party's name": (
        "未按规定组织接触药品的人员体检的，责令改正。",
        [("correction", None)],
    ),
    "whom the sentence binds breaks it": (
        "村民应当按时清淤；拒不清淤的，依法追究责任。",
        [("other", "村民")],
    ),
    "whom the sentence binds is liable": (
        "商店停止售货的，商店应当事先告知；造成顾客损失的，还应当赔偿。",
        [("civil", "商店")],
    ),
    "prison falls on persons in every degree": (
        "走私的，对单位处罚金，并对责任人员处三年以下有期徒刑；情节严重的，处三年以上七年以下有期徒刑。",
        [("fine", "单位"), ("prison", "责任人员"), ("prison", "责任人员")],
    ),
    "who pays": (
        "拒不拆除的，代为拆除，费用由搭建人支付。",
        [("other", None), ("other", "搭建人")],
    ),
    # who the tagger does not see
    "a place stands for who runs it": (
        "娱乐场所和经营服务场所未按照规定巡查的，责令改正。",
        [("correction", "娱乐场所和经营服务场所")],
    ),
    "a place that 对 names": (
        "歌厅及其员工贩毒的，对歌厅等娱乐场所处一万元罚款。",
        [("fine", "歌厅等娱乐场所")],
    ),
    "a bracket ends a name": (
        "屠宰厂（场）使用病畜的，责令改正。",
        [("correction", "屠宰厂（场）")],
    ),
    "a verb that the tagger takes for a noun": (
        "行人闯红灯的，给予警告。",
        [("warning", "行人")],
    ),
    "a name that ends as 所有 begins": (
        "基层法律服务所有下列行为之一的，给予警告。",
        [("warning", "基层法律服务所")],
    ),
    "a clause picks out who does wrong": (
        "与渠道有关的工程的建设单位违反规定，未清淤的，责令改正。",
        [("correction", "与渠道有关的工程的建设单位")],
    ),
    "who has no licence": (
        "未取得行医资格的人擅自接生的，给予警告。",
        [("warning", "未取得行医资格的人")],
    ),
    "whoever else": (
        "前款规定以外的任何组织或者个人制造假证，构成犯罪的，依法追究刑事责任。",
        [("criminal", "前款规定以外的任何组织或者个人")],
    ),
    "what somebody knows": (
        "店员明知顾客是逃犯，不报告的，给予警告。",
        [("warning", "店员")],
    ),
    "a dead person is no offender": (
        "过失引发山火，致人死亡的，依法追究刑事责任。",
        [("criminal", None)],
    ),
    "on the spot is nobody": ("遛狗不清粪的，责令当场改正。", [("correction", None)]),
    # whom it falls on later
    "that company is who was told of": (
        "无证开矿的公司违反规定的，责令该公司停产，并处一万元罚款。",
        [("suspension", "该公司"), ("fine", "无证开矿的公司")],
    ),
    "persons are disciplined, their body pays": (
        "水务局及其职工违反规定的，对直接负责的主管人员给予处分；造成损失的，依法承担赔偿责任。",
        [("discipline", "直接负责的主管人员"), ("civil", "水务局及其职工")],
    ),
    "persons are disciplined, their body loses its licence": (
        "诊所违反规定的，对直接责任人员给予处分；情节严重的，撤销该诊所登记。",
        [("discipline", "直接责任人员"), ("revocation", "诊所")],
    ),
    "that body is barred": (
        "医疗机构违反规定的，对直接责任人员给予处分；情节严重的，该医疗机构三年内不得再申请登记。",
        [("discipline", "直接责任人员"), ("bar", "该医疗机构")],
    ),
    "a certificate of the person who was named last": (
        "船舶未报告的，对所有人处一万元罚款，对船长处一千元罚款；情节严重的，吊销其适任证书；构成犯罪的，依法追究刑事责任。",
        [
            ("fine", "所有人"),
            ("fine", "船长"),
            ("revocation", "船长"),
            ("criminal", "船长"),
        ],
    ),
    "the one or the other": (
        "违反规定的，对单位处一万元罚款，对个人处一千元罚款；造成损失的，依法赔偿。",
        [("fine", "单位"), ("fine", "个人"), ("civil", None)],
    ),
    "who orders damages does not pay": (
        "毁坏界标的，由水务局责令恢复原状或者赔偿损失。",
        [("correction", None), ("civil", None)],
    ),
    "a clause picks out who pays": (
        "因此造成损失的，由造成污染的单位和个人依法予以赔偿。",
        [("civil", "造成污染的单位和个人")],
    ),
    "who is at fault is liable": (
        "店主应当及时通知货主。因货主怠于答复造成店主损失的，应当赔偿损失。",
        [("civil", "货主")],
    ),
    "a clause picks out who trades": (
        "未经登记的机构从事测绘的，给予警告。",
        [("warning", "未经登记的机构")],
    ),
    "who has a task is no order": (
        "负责样机试验的单位，违反规定泄露秘密的，应当赔偿损失。",
        [("civil", "负责样机试验的单位")],
    ),
    "an organ that is attacked does no wrong": (
        "聚众冲击国家机关，造成严重损失的，处五年以下有期徒刑。",
        [("prison", None)],
    ),
    "who is told of a decision": (
        "当事人对行政处罚决定，逾期不申请复议又不履行的，可以申请人民法院强制执行。",
        [("other", "当事人")],
    ),
}


def found_in(text: str) -> list[dict[str, object]]:
    record = {"id": "x", "article": "第九条", "text": f"第九条 {text}"}
    found: list[dict[str, object]] = gold_record(record)["penalties"]
    return found


@pytest.mark.parametrize("case", SANCTIONS.values(), ids=SANCTIONS)
def test_sanctions(case: tuple[str, list[tuple[str, str]]]) -> None:
    text, expected = case
    assert [(p["kind"], p["quote"]) for p in found_in(text)] == expected


@pytest.mark.parametrize("case", PUNISHED.values(), ids=PUNISHED)
def test_on_whom(case: tuple[str, list[tuple[str, str | None]]]) -> None:
    text, expected = case
    assert [(p["kind"], p["on"]) for p in found_in(text)] == expected


def test_as_much_as_the_goods_is_once_their_worth() -> None:
    (fine,) = found_in("伪造产地的，处货值金额等值以上三倍以下的罚款。")
    assert (fine["min"], fine["max"], fine["times"]) == (None, None, (1, 3))
