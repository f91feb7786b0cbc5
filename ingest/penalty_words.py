"""What penalties are called: patterns for the words of each kind.

Some words name a sanction wherever they stand (处五百元罚款). Others do so only behind a breach: 强制清除, 予以公告,
依照…的规定处理 may as well tell of what an authority does for other reasons.
"""

import re
from typing import Final

from ingest.facts import PenaltyKind

_N: Final = r"(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万]+|半)"
_MONEY: Final = rf"(?:{_N}[百千万亿]*元|{_N}倍|百分之{_N}|千分之{_N}|万分之{_N}|{_N}[％%‰]|等值|{_N}[百千万亿]*(?:以上|至|到|—|－|-|～|~){_N}[百千万亿]*(?:元|倍|[％%‰]))"
_FINES: Final = (
    rf"(?:每[^，。；、]{{1,8}}?)?(?:处(?![置理分罚于])以?|加处|科以?|按日)(?:(?!警告)[^，。；、]|(?<=[一二三四五六七八九十\d])、)*?{_MONEY}[^，。；]*?罚[款金]"
    rf"|(?:违法所得|货值金额)?{_MONEY}[^，。；]{{0,20}}?罚[款金]"
    rf"|罚[款金](?:人民币)?{_MONEY}(?:(?:以上|至){_MONEY})?(?:以下)?"
    r"|处(?![置理分罚于])以?(?!以)(?:(?!警告)[^，。；、]){2,14}以下的?罚[款金]"
    r"|(?:并处|单处|处以?|可以并处)(?:或者单处)?罚[款金](?!的)|予以罚款"
)
_LICENCE: Final = r"(?:证(?!券|据|明|人|实)书?|证件|执照|许可|资格|登记|批准(?!逮捕)|(?:审批|许可|批准|登记)决定|称号|备案|文号|资质|牌照|批文|经营权)"
STOPS: Final = r"(?:停止|停产|停业|停工|停办|暂停|停刊|停用|停建|停航|停飞|停运|中止)"
# The next sanction ends an order: 责令停业整顿、吊销执照 are two.
_ORDER_ENDS: Final = (
    r"直至|(?:、|或者)由|(?:、|或者|并|和|，)(?:可以?|依法|予以|给予|处以?)*(?:处(?![理置])|罚款|没收|吊销|警告|降低|暂扣|撤销其|取消其|给予|记入|按[^，。；]{0,4}赔偿)|"
    r"(?:或者|、|并)责令|(?<=改正)或者限制生产|(?:、|或者|并|和)(?:依法)?赔偿(?:经济)?损失$|或者按[^，。；]{0,4}赔偿|并可|并对|并予以|，|。|；|：|:|$"
)
_PATTERNS: Final[tuple[tuple[PenaltyKind, str], ...]] = (
    (
        "correction",
        rf"(?:责令|要求其)(?:(?!改正或者(?:责令)?限制)[^，。；]){{0,14}}?{STOPS}[^，。；：]*?(?=(?:、|并|，|或者)(?:限期|采取(?:其他|相应)?补救措施|恢复原状|关闭)|{_ORDER_ENDS})|"
        r"(?:(?<!申请)责令|责成(?=[^，。；]{0,12}(?:改正|整改|纠正))|要求其(?=限期|整改|改正)|(?:^|(?<=、)|(?<=并)|(?<=或者))(?:限期(?=[^，。；]{2})|恢复(?:土地)?原状|"
        r"(?:拆除|清除|清理)(?!工程|单位|作业)|补办|补缴|补[种植]|恢复植被|关闭|改正|采取(?:其他|相应)?补救措施))(?:[^，。；：]*?)"
        rf"(?={_ORDER_ENDS})",
    ),
    (
        "bar",
        rf"禁止其[^，。；]+|(?:{_N}(?:年|个月)(?:至{_N}(?:年|个月))?(?:以?内|后?)|终身|终生)(?:不得|禁止|不予受理|不受理)[^，。；]+",
    ),
    (
        "discipline",
        r"(?:给予|予以|作出)(?:(?!批评教育|不当)[^，。；])*?(?:处分(?!决定)|撤职|开除|记过|降级)|(?<!有权)依[法规纪照][^，。；]{0,8}?处分(?!决定)|(?:(?<=教育、)|(?<=教育或)(?!者)|(?<=教育或者))(?:相应的)?(?:行政|纪律)?处分",
    ),
    (
        "detention",
        rf"(?:并?处)?(?:以)?{_N}日[^，。；]*?拘留|(?:给予|处以?)?(?<!执行)行政拘留(?!的)|(?:(?<=予以罚款、)|(?<=予以罚款或者)|予以|处以?)拘留(?!决定)",
    ),
    (
        "prison",
        r"处[^。；]{0,30}?(?:有期徒刑|无期徒刑|死刑|拘役|管制)(?:(?:、|或者|，或者)?(?:无期徒刑|死刑|拘役|管制|有期徒刑|剥夺政治权利))*",
    ),
    ("fine", _FINES),
    (
        "confiscate",
        r"(?:予以)?(?<!罚)没收(?!、?(?:收缴)?的|据|部门|机关|单位|、移交|财产(?:是|的时候|以前|后|刑))[^，。；]*?(?=，|。|；|$|并处|并可|并对|、(?:罚款|吊销|处[一二三四五六七八九\d]|责令|暂扣))|予以没收|收缴(?!的|、|罚款|(?![^，。；]{0,10}(?:造|非法|假))[^，。；]{0,14}(?:证|牌|照))[^，。；]*",
    ),
    ("warning", r"(?:给予|予以|处以?)?(?<!航行)警告(?![标牌信性色])"),
    ("criticism", r"(?:给予|予以|进行)?通报批评|(?:予以|公开|给予)通报(?!表扬|表彰|嘉奖)"),
    (
        "suspension",
        rf"(?:暂扣|扣留|暂停)(?=(?:或者?|、|直至)(?:吊销|撤销|取消))|(?<!非法)(?:暂扣|扣留)[^，。；]*?{_LICENCE}|停[业产机]整顿|限制生产(?:、|或者)停产整治|"
        r"(?:停止|暂停)其?(?:执行职务|执业)|^(?:停止|暂停)(?:接受|受理|办理|开展|从事|新增)[^，。；的]*(?:业务|活动|申请)|"
        rf"给予停止[^，。；]*?(?=的处罚)|暂停其[^，。；]{{0,12}}?(?:业务|执业|生产|经营)|暂停[^，。；]*?{_LICENCE}",
    ),
    (
        "revocation",
        rf"(?:吊销|撤销|取消|收缴(?!的))[^，。；]*?(?:{_LICENCE}|护照)(?:证书?|书|件)?(?:的资格)?",
    ),
    (
        "criminal",
        r"追究[^，。；]{0,40}?刑事责任|(?:承担|负)刑事责任|定罪(?:从重|从轻)?处罚|(?:实行)?数罪并罚|以[^，。；]{0,30}?罪[^，。；罪]{0,6}?论处",
    ),
    (
        "civil",
        r"(?:承担[^，。；]{0,40}?民事|(?:承担|负)(?![的、]|无限)[^，。；]{0,12}?(?:赔偿|民事|侵权|违约|连带|补充))[^，。；任]{0,6}责任|(?:予以|给予)[^，。；]{0,14}赔偿|"
        r"(?:依法|照价|折价|双倍|按[^，。；]{0,4}|应当)?(?<!保险)(?<!国家)(?<!行政)(?<!刑事)(?<!司法)赔偿(?:[^，。；]{0,8}损失)?$|(?:加付|支付)[^，。；]{0,6}(?:赔偿金|违约金|经济补偿金)$|退还(?!的|扣押|查封)[^，。；]*",
    ),
    (
        "other",
        r"给予治安管理处罚|给予行政处罚(?!的)|(?:予以|给予|进行)训诫|(?:依照|按照|依据|根据)(?![^，。；]*(?:数罪并罚|刑法))[^，。；]*?规定(?:依法|给予|予以|进行|实施)*(?:行政)?处罚$|"
        r"(?:予以|依法|依法予以)取缔(?=$|[、或并])|(?:给予|进行|予以)?批评教育|追究[^，。；]{0,24}?责任(?![制人的者])|(?:予以|依法|应当|给予)免职(?!或)|免职或者罢免|予以禁闭|(?:取消|降低)警衔|"
        r"(?:将[^，。；]{1,16})?(?:记入|计入|列入|纳入)[^，。；]{0,16}(?:信用|诚信|失信|黑名单)[^，。；]*|代为[^，。；]+|"
        r"依法(?:予以|给予)?(?:行政)?处罚|强制(?:拆除|拖离|清除|执行|铲除|隔离(?!戒毒)|恢复|关闭)(?!的|决定|行为|措施|裁定|前$|程序|申请)[^，。；]*|"
        r"降低[^，。；]{0,6}资质(?:等级)?|免除[^，。；]{0,10}职务|(?:(?!认定|应当|确认|主张|请求|宣告|依法)[^，。；定认]){1,6}(?<!合同)无效$|进行[^，。；]{0,4}责任追究|(?<!标准)(?:予以|给予)处罚|予以(?:解聘|辞退|罢免|除名)|强行(?:驱散|带离[^，。；或]{0,4}|遣散|拆除)|命令解散",
    ),
)
SANCTION: Final = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS))
# Every pattern above holds one of these words: a segment without any is not searched for sanctions.
HINT: Final = re.compile(
    r"罚|论处|训诫|责令|要求其|禁止其|年不|年内不|年以内不|年后不|月不|月内不|月以内不|月后不|年禁|年内禁|年以内禁|年后禁|月禁|月内禁|月以内禁|月后禁|终身|终生|处分|撤职|开除|记过|降级|拘|徒刑|死刑|管制|没收|收缴|警告|通报|暂扣|扣留|停业|暂停|"
    r"吊销|撤销|收回|限期|定罪|并罚|强行|解散|解聘|辞退|罢免|免职|除名|取消|取缔|注销|刑事|责任|责成|赔偿|补偿金|违约金|退还|强制|费用由|代为|资质|"
    r"职务|执业|停止|停[产机]整顿|无效|补救|批评教育|禁闭|警衔|信用|诚信|失信|黑名单"
)

BREACH: Final = re.compile(
    r"违反|违背(?!真实)|违规|违法|违章|违约|擅自|私自|未(?!成年|来|婚|满|遂|发现|规定|造成)|拒|逾期|弄虚|虚假|不实|骗取|伪造|变造|冒充|假冒|冒用|非法|"
    r"不(?:按|依|履行|改|执行|服从|听|配合|缴|交|支付|清|整改|拆|补|遵守|如实|报|接受|停止|采取|落实|合格|制止)|没有(?:按|依)|无(?:证|照)|欺骗|贿赂|不正当手段|滥用|玩忽|徇私|舞弊|失职|渎职|"
    r"侵犯|侵占|侵害|侵权|破坏|损坏|损毁|毁坏|妨碍|妨害|阻碍|阻挠|挪用|截留|泄露|隐瞒|谎报|瞒报|超越|过错|过失|恶意|作弊|拖欠|扰乱|抗拒|打击报复|侮辱|殴打|诬告|构成|超限|超载|超速|醉酒|酒后|私分|贪污|"
    r"下列[^，。；]{0,12}行为|前款[^，。；]{0,12}行为|前项[^，。；]{0,12}行为|前条[^，。；]{0,12}行为|上述[^，。；]{0,12}行为|以上[^，。；]{0,12}行为|此类[^，。；]{0,12}行为|所列[^，。；]{0,12}行为|两款[^，。；]{0,12}行为|失信行为|造成[^，。；]{0,8}(?:事故|损失|损害|伤害)|行为之一|情节|后果|仍(?!可|应)|屡|被(?:处|吊销|开除|撤销|取消)|受(?:到|过)?[^，。；]{0,10}(?:处罚|处分|刑罚)"
)
"""What the description of a breach holds."""
_LAID: Final = r"(?:依法|予以|给予|进行|实施|作出(?=相应)|分别|从严|严肃|直接)"
_FORCED: Final = (
    r"(?:拆除|拖离|拖移|清除|清理|清淤|清障|执行|铲除|隔离(?!戒毒)|恢复|关闭|关停|征缴|征收|扣缴|扣除|划拨|履行|排除|搬迁|搬离|迁[移出]|腾退|收购|收容|停止|停产|补|销毁|打捞|处[理置]|"
    r"遣[返送回]|带离|驱[离散]|疏散|免疫|治[疗理]|回收|转让|平毁|砍伐|淘汰|封闭|报废|退[出还]|驶离|卸载|转移|传唤)(?!的|决定|行为|义务|措施的|裁定|前$|程序|申请)"
)
_CLEARED: Final = r"(?:拆除|清除|清理|清运|铲除|打捞|补[种植办建])"
_IN_STEAD: Final = rf"(?:{_CLEARED}|修复|恢复)"
_TOLD_OF: Final = r"(?:违法|违规|失信|不良|名单|处罚|处理(?:结果|情况|决定)|姓名)"
_OTHERS: Final = (
    # dealt with by another law, or as an authority sees fit
    rf"(?:(?:依照|按照|依据|根据|依|按)[^，。；]*?)?{_LAID}+(?:(?:行政|治安|治安管理|经济|组织|纪律|严肃|相应)的?)*(?<!调查)(?:处理|处罚|惩处|(?<!措施进行)惩戒|查处|论处|问责|制裁)$",
    r"(?:依照|按照|依据|根据|依(?!法)|按)(?![^，。；]*(?:刑法|累计|决定|当时|免予|不予|从轻|减轻|不起诉|民法|合同|协议|约定|撤诉|撤回|罪行|前款规定的标准))[^，。；]*(?<!调查)(?<!害)(?<!害化)(?:处理|处罚|惩处|论处|查处)$",
    r"(?<!不)承担[^，。；]{0,8}法律责任$",
    r"(?<=依法)从重处理$|(?:采取|实施|给予|进行)(?!以下|下列)[^，。；]{0,12}惩戒措施$|(?:实施|给予|予以|进行)(?:联合|失信|信用)+惩戒$|不得上道?路行驶$",
    # by force, or in the offender's stead and at a cost
    rf"(?:申请人民法院|依法|组织|可以)*强(?:制|行){_FORCED}[^，。；]*",
    r"(?:申请|提请)人民法院(?:依法)?执行|采取(?:行政)?强制措施|强制其[^，。；]+",
    rf"(?<!应当)(?<!及时)(?:组织(?:强行|强制|代为|直接)?{_IN_STEAD}|(?<!方)(?:可以|可|委托[^，。；]{{1,24}}?)(?:强行|强制|代为|直接)?{_CLEARED})[^，。；]*",
    r"代(?:为)?(?:履行|作处理|拆|治理|清|处置)[^，。；]*",
    r"[^，。；由]{0,10}费用，?由[^，。；]{1,24}?(?:承担|负担|支付|负责)",
    # made known
    r"(?:予以|向社会|公开|在[^，。；]{2,20}上|通过[^，。；]{2,20}|及时|予)+(?:公布|公告|公示|曝光|披露)(?!的)[^，。；]*",
    rf"(?:公布|公告|公示|曝光|披露|通报)(?:其)?[^，。；]{{0,10}}{_TOLD_OF}[^，。；]*",
    r"(?:将[^，。；]{1,24})?(?:记入|计入|列入|纳入|录入|归入|载入)(?![^，。；]*保护名录)[^，。；]{0,20}(?:记录|档案|名单|名录|系统|平台|信息|监管)[^，。；]*",
    # money that is no fine
    r"(?:按[日月]|每日|逐日|自[^，。；]{1,16}起)?[^，。；按每]{0,6}(?:加收|加征|加处|征收|收取|缴纳|缴付|课收|追缴|交纳)[^，。；]{0,30}滞纳金",
    r"(?:按[日月]|每日)[^，。；]{0,12}(?:加收|加处|收取|缴纳|征收)[^，。；]+",
    r"不予(?:补偿|退还|退回)|(?:收取|计征)[^，。；]{2,}费用?$",
    # things kept or taken back
    r"(?:^|(?<=可以)|(?<=可)|(?<=应当)|(?<=依法)|(?<=先行)|(?<=暂时)|(?<=并)|(?<=部门)|(?<=机构)|(?<=机关)|(?<=队)|(?<=局)|(?<=所))(?:先行|暂时)?(?:暂扣|扣留|扣押|查扣|查封(?:(?:、|或者)扣押)?)(?!的|期|、)[^，。；]+",
    r"(?<!应当)(?:追回|追缴|追征|扣回|核减|扣减|扣发|减发|停发|收回|没入)(?!的)[^，。；]+",
    rf"{_LAID}+(?:拆除|关闭|撤销|取消|追回|追缴|收回|销毁|清退|收容|遣[送返]|淘汰|清除|扣除|扣减|核减|训诫|劝退|关停|回收|封闭|查封|暂扣|扣留|扣押|开除|辞退|解聘|除名|罢免|调离|驱逐|退学)(?!决定|的)[^，。；]*",
    r"监督(?:其)?(?:销毁|将)[^，。；]*",
    # standing, honours, what an act is worth
    r"(?:撤销|取消)(?!的)(?:其|该|对)?(?![^，。；]*(?:复议|逮捕|判决|裁定))[^，。；]*?(?:奖励|荣誉|决定|命令|成绩|待遇|补贴|优惠|职务|聘任|评[优先]|表彰|指定|委托|授权|支持)[^，。；]*",
    r"限制[^，。；]*?(?:业务|范围|活动|出境|消费|权利|供[水电]|从业|分配|转让)[^，。；]*",
    r"降低[^，。；]{0,10}(?:等级|信用|资质|级别)[^，。；]*",
    r"引咎辞职|(?:予以|进行)?训诫|限期出境|遣送出境|驱逐出境|不准入境",
    r"(?:宣布|确认|认定)?[^，。；由]{0,14}无效$",
)
_CONSEQUENCES: Final[tuple[tuple[PenaltyKind, str], ...]] = (
    (
        "correction",
        r"(?:(?<=部门)|(?<=机关)|(?<=机构)|(?<=政府)|(?<=可以)|(?<=应当))限期(?!停止|出境)[^，。；：]{2,}|(?:勒令|令其)(?!停|中止)[^，。；：或]+",
    ),
    (
        "bar",
        rf"(?:{_N}(?:年|个月)(?:至{_N}(?:年|个月))?(?:以?内|后|期间)?|终身|终生|永久)(?:不予(?!减刑)|不再|不准|取消)[^，。；]+|"
        r"(?:市场|行业|职业)禁入[^，。；]*|(?<!责令)禁止(?:在?一定期限|在?规定期限)[^，。；]+",
    ),
    (
        "fine",
        r"按照?原(?:处)?罚(?:款)?数额按日连续处罚|(?<=[、或])罚款(?=[、或]|的处罚|等|$)",
    ),
    ("discipline", r"撤销(?:其)?(?:[^，。；、的]{0,6})职务"),
    (
        "suspension",
        rf"(?<!责令)(?<!应当)(?<!应当立即)(?<!应当依法)(?<!应)(?:{STOPS}|中止)(?:其|对其|向其|向[^，。；]{{1,14}}?|对[^，。；]{{1,14}}?)?(?:供[水电气热暖]|提供|项目|资金|拨[付款]|支付|发放(?!借款|贷款)|享受|使用|收购|销售|作业|办理|受理|执行|"
        r"营业|经营|生产|活动|飞行|航行|接收|招生|办学|[^，。；]{0,8}(?:业务|服务|资助|资格|供应|权限))[^，。；]*|勒令(?:停|中止)[^，。；或]*|限期停止[^，。；]+",
    ),
    (
        "revocation",
        r"(?:予以)?吊销(?:(?:或者?|、)撤销)?$|(?:吊销|缴销|(?<!办理)(?<!申请)注销(?!证明|手续|登记手续)|撤销|取消|收回|收缴(?!的))[^，。；]*?(?:证(?!券|据|明|人|实)书?|证件|执照|许可|资格|登记(?!手续)|批准|称号|备案|文号|资质|牌照|批文|标志牌|认定|认证|注册|牌匾|学籍|标牌|号牌)[^，。；]{0,4}",
    ),
    ("confiscate", r"追缴[^，。；]{0,10}(?:违法|非法|不正当|不当)[^，。；]*"),
    (
        "civil",
        r"(?<!不)(?<!免予)(?:自行|各自)?承担(?:相应|全部|主要|次要|一切|与[^，。；]{1,12}相(?:应|适应))?的?(?:经济|损失|损害|修复|费用)?责任$|"
        r"(?:应当|应|依法)(?:停止侵害|消除(?:危险|影响)|赔礼道歉|恢复名誉)[^，。；]*|(?:^|应当|应|依法|并)(?:返还|退赔|退缴|双倍返还|加倍返还|偿还)[^，。；]+|(?:^|应当|应|依法|并)退回[^，。；]*(?:款|费|金|财物|资|所得|补贴|地|奖)[^，。；]*|(?:^|应当|应|依法|并|负责)(?:予以)?(?:照价|折价|加倍)?赔偿(?!额|费|金|委|请求|义务|责任|数|范围|标准|诉讼)[^，。；]*$|"
        r"支付[^，。；]{0,16}(?:逾期利息|迟延利息|赔偿金|违约金|补偿金|违约责任|修复费用|补偿费)[^，。；]*",
    ),
    ("other", "|".join(_OTHERS)),
)
CONSEQUENCE: Final = re.compile(
    "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _CONSEQUENCES)
)
"""What is a sanction where it is said of a breach."""
CONSEQUENCE_HINT: Final = re.compile(
    r"处理|处罚|惩处|惩戒|查处|论处|问责|制裁|执行|不予|不再|不准|禁入|禁止|罚款|停止|暂停|停发|中止|勒令|令其|吊销|缴销|注销|撤销|取消|收回|追缴|责任|侵害|消除|道歉|名誉|返还|"
    r"退[回赔缴学]|偿还|赔偿|支付|强制|强行|费用|收取|计征|公布|公告|公示|曝光|披露|通报|加收|加征|滞纳金|扣|查封|封闭|拆除|关闭|追|销毁|清|收容|遣|淘汰|训诫|劝退|关停|回收|开除|辞退|"
    r"解聘|除名|罢免|调离|驱逐|代|核减|减发|没入|限制|引咎|入境|出境|监督|无效|记入|计入|列入|纳入|录入|归入|载入|降低|打捞|修复|恢复|补[种植办建]|铲除|限期|不得上"
)

NO_PENALTY: Final = re.compile(
    r"(?:不予|免予|免于|从轻|减轻|不再)(?:行政)?处罚|处罚[款金]?决定(?!的[^，。；]{0,16}(?:机关|部门|机构)|[^，。；]{0,4}之日起)"
)
_NAMING: Final = (
    "other",
    "discipline",
    "civil",
    "criminal",
    "warning",
    "criticism",
    "suspension",
    "revocation",
    "confiscate",
    "prison",
)
_APPLIED: Final = re.compile(r"没收[^，。；]*(?:申请|返还|裁定|案件|程序)")
_ASKS: Final = re.compile(r"(?:需要|请求|提出|有关)$")
"""没收违法所得的申请 and 需要没收、返还的财物 are spoken of where courts work."""
_QUOTED: Final = re.compile(r"“[^“”，。；]*”")
"""Words that are spoken of; what an amendment inserts between quotation marks has commas."""
_WHO_DECIDES: Final = re.compile(r"[^，。；]{0,4}(?:可以)?由[^，。；]*决定$")
_PICKS_OUT: Final = re.compile(r"的(?!规定|处罚|[^，。；]{0,4}处分)")
"""吊销执照的商户: the sanction tells which party is meant."""
_BY_THIS: Final = re.compile(
    r"(?:按照|依照|依据|按)(?:本(?:条例|法|办法|规定)(?![^，。；]*第)|下列|以下|如下)[^，。；]*处[罚理]$"
)
_CLAIMED: Final = re.compile(
    r"(?:请求|要求|申请|起诉|主张)(?![^，。；]*判[决令])[^，。；]{0,24}$|不(?:判令|判决)[^，。；]*$"
)
_ORDERED_BEFORE: Final = re.compile(
    r"限期[^，。；]{1,6}期间|(?:提供(?:担保|证据)|提交(?:证据)?)$|(?:拆除|改正|关闭|停产|停业)的(?!处理|处罚)[^，。；]{2,}$|之日|后(?:拒不|仍|又|继续)"
)
"""责令限期拆除的广告牌, 责令停用后仍使用: what was ordered earlier is no order."""
_DONE_WRONGLY: Final = re.compile(
    r"(?:违反[^，。；]{0,6}规定|违法(?!行为人|者|单位|嫌疑)|非法|违规|擅自|随意)(?!.*[由对])"
)
"""违反规定采取…, 非法扣押: what an organ did is no sanction."""
_GIVES: Final = re.compile(r"(?:给予|予以|处以?|实施)(?!.*规定的)[^，。；]*$")
"""给予警告、罚款的处罚; 有权作出本条例规定的警告、罚款 is none."""
_ASKED: Final = re.compile(r"(?:建议|请求|要求|申请|移送|移交)[^，。；]*$")
_HANDED_ON: Final = re.compile(
    r"(?:建议|请求|要求|申请|移[送交]|交由|提请|报请|转[送交]|责成|督促|协助|配合|商请|告知|报告|通知|转请)[^，。；]*$"
)
"""通知有关部门处理: another is to look into it."""
_SPARED: Final = re.compile(
    r"(?:被(?:[^，。；]{1,20}(?:、|或者|和))?|受到?|不需要|无需|不|不及时|未|未及时|未依法|不予|不再|不应|免[于予]|减轻或者免[于予]|请求|要求|申请|收到|接到|被[^，。；]{0,4}判|可[以能]判|无力|无法|不能|拒绝|独立|本(?:条例|法|办法|规定)规定的)(?:依法|行政机关)?$"
)


_DECIDED: Final = re.compile(r"作出的$")
"""拒不履行县政府作出的责令停业决定: what was decided before."""
_SPOKEN_BEFORE: Final = {
    "correction": re.compile(f"{_ASKED.pattern}|{_DECIDED.pattern}"),
    "suspension": _DECIDED,
    "revocation": re.compile(r"(?:自|之日)$"),
    "civil": _CLAIMED,
    "confiscate": _ASKS,
}
_SPOKEN_OF: Final = {"correction": _ORDERED_BEFORE, "confiscate": _APPLIED}
"""By kind, what stands before or in the words of a sanction that is only spoken of."""
_DESCRIBED: Final = re.compile(r"的[，,：:]|之一[，,：:]|违|罪")


def may_lay(text: str) -> bool:
    """May a provision lay sanctions? Where it does not, its sentences need not be read."""
    if HINT.search(text):
        return True
    told = _DESCRIBED.search(text) is not None and CONSEQUENCE_HINT.search(text) is not None
    return told and BREACH.search(text) is not None


def sanctions_in(text: str, *, stopped: bool, breached: bool) -> list[re.Match[str]]:
    """The words of a segment that lay sanctions, in order; the group of a match is its kind.

    Behind an order to stop (``stopped``) 恢复原状 is an order too; what is a sanction only where it is said of a
    breach counts behind one (``breached``), or beside another sanction.
    """
    if NO_PENALTY.search(text):
        return []
    found = list(SANCTION.finditer(text)) if stopped or HINT.search(text) else []
    if (found or breached) and CONSEQUENCE_HINT.search(text):
        found = _with_consequences(text, found)
    return [match for match in found if not _is_only_named(text, match)]


def _with_consequences(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """These matches and, between them, what is a sanction only behind a breach."""
    laid, begin = [], 0
    for one in found:
        laid += [*CONSEQUENCE.finditer(text, begin, one.start()), one]
        begin = one.end()
    return [*laid, *CONSEQUENCE.finditer(text, begin)]


def _is_only_named(text: str, match: re.Match[str]) -> bool:
    """Is the sanction no more than spoken of: 被吊销…, 不追究…, 追究刑事责任的人, 除依法给予行政处罚外?"""
    kind, (start, end) = match.lastgroup or "", match.span()
    if _DONE_WRONGLY.match(text, 0, start) or _SPARED.search(text, 0, start) or "是否" in text:
        return True
    if (kind != "bar" and "不得" in text[:start]) or _is_quoted(text, start, end):
        return True
    if kind == "fine":  # a bare 罚款 is one of several that are given
        return match.group() == "罚款" and _GIVES.search(text, 0, start) is None
    spoken = _SPOKEN_BEFORE.get(kind)
    if (spoken is not None and spoken.search(text, 0, start)) or (
        kind == "other" and _is_left_to_another(text, match)
    ):
        return True
    if kind in _SPOKEN_OF and _SPOKEN_OF[kind].search(match.group()):
        return True
    named = kind in _NAMING or text.startswith("其他")
    return named and _PICKS_OUT.match(text, end) is not None


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Do the words stand between quotation marks, in a title, or in a sentence on who decides such a thing?"""
    if text.count("《", 0, start) > text.count("》", 0, start):  # 《扣押、追缴物品估价办法》
        return True
    quoted = any(one.start() < start < one.end() for one in _QUOTED.finditer(text))
    return quoted or _WHO_DECIDES.match(text, end) is not None


def _is_left_to_another(text: str, match: re.Match[str]) -> bool:
    """Does somebody only ask for a sanction or hand a case on: 建议…追究责任, 通知有关部门处理?"""
    if text.endswith("外") or _BY_THIS.search(text):
        return True
    words = match.group()
    if "执行" in words or words.startswith("强"):  # 申请人民法院强制执行 is how it is forced
        return False
    if words.endswith(("处理", "查处")):
        return "应当" in text or _HANDED_ON.search(text, 0, match.end() - 2) is not None
    return _ASKED.search(text, 0, match.start()) is not None
