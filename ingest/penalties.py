"""Penalties of any document: each sanction that is laid on a breach, its bounds and on whom it falls.

The kinds and what counts follow the guide NORMS.md of the labelled articles. A sanction that is only named in a
condition (受到罚款处罚后再犯的) is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest import bearers
from ingest.addresses import Address
from ingest.amounts import Amount, Bounds, amounts_of, bounds
from ingest.facts import PenaltyKind, PenaltyUnit
from ingest.lexicon import Lexicon
from ingest.modal_words import MODAL
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments

_N = r"(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万]+|半)"
_MONEY = rf"(?:{_N}[百千万亿]*元|{_N}倍|百分之{_N}|千分之{_N}|万分之{_N}|{_N}[％%‰]|{_N}[百千万亿]*(?:以上|至|到|—|－|-|～|~){_N}[百千万亿]*(?:元|倍|[％%‰]))"
_FINES = (
    rf"(?:每[^，。；、]{{1,8}}?)?(?:处以?|加处|科以?|按日)(?:(?!警告)[^，。；、]|(?<=[一二三四五六七八九十\d])、)*?{_MONEY}[^，。；]*?罚[款金]"
    rf"|(?:违法所得|货值金额)?{_MONEY}[^，。；]{{0,20}}?罚[款金]"
    rf"|罚[款金](?:人民币)?{_MONEY}(?:(?:以上|至){_MONEY})?(?:以下)?"
    r"|罚款(?=(?:(?:、|或者|和|，)[^，。；、]{2,14}){1,4}的处罚)"
    r"|处以?(?!以)(?:(?!警告)[^，。；、]){2,14}(?:以下|等值)的?罚[款金]"
    r"|(?:并处|单处|处以?|可以并处)(?:或者单处)?罚[款金](?!的)|予以罚款"
)
_LICENCE = r"(?:证(?!券|据|明|人|实)书?|证件|执照|许可|资格|登记|批准|(?:审批|许可|批准|登记)决定|称号|备案|文号|资质|牌照|批文)"
_STOPS = r"(?:停止|停产|停业|停工|停办|暂停|停刊|停用|停建|停航|停飞|停运|中止)"
# The next sanction ends an order: 责令停业整顿、吊销执照 are two.
_ORDER_ENDS = (
    r"直至|(?:、|或者|并|和|，)(?:可以?|依法|予以|给予|处以?)*(?:处|罚款|没收|吊销|警告|降低|暂扣|撤销其|取消其|给予|记入|按[^，。；]{0,4}赔偿)|"
    r"(?:或者|、|并)责令|或者按[^，。；]{0,4}赔偿|并可|并予以|，|。|；|：|:|$"
)
_PATTERNS: tuple[tuple[PenaltyKind, str], ...] = (
    (
        "correction",
        rf"(?:勒令|责令|要求其|(?<=可以)限期(?=停))[^，。；]{{0,14}}?{_STOPS}[^，。；：]*?(?=(?:、|并|，|或者)(?:限期|采取(?:其他|相应)?补救措施|恢复原状)|{_ORDER_ENDS})|"
        r"(?:(?<!申请)责令|责成(?=[^，。；]{0,12}(?:改正|整改|纠正))|要求其(?=限期|整改|改正)|(?:^|(?<=、)|(?<=并)|(?<=或者))(?:限期(?=[^，。；]{2})|恢复(?:土地)?原状|"
        r"拆除|清除|清理|补办|补缴|改正|采取(?:其他|相应)?补救措施))(?:[^，。；：]*?)"
        rf"(?={_ORDER_ENDS})",
    ),
    (
        "bar",
        rf"禁止其[^，。；]+|(?:{_N}(?:年|个月)(?:至{_N}(?:年|个月))?(?:以?内|后?)|终身|终生)(?:不得|禁止|不予受理|不受理)[^，。；]+",
    ),
    (
        "discipline",
        r"(?:给予|予以|作出)(?:(?!批评教育)[^，。；])*?(?:处分(?!决定)|撤职|开除|记过|降级)|依[法规纪照][^，。；]{0,8}?处分(?!决定)|(?:(?<=教育、)|(?<=教育或)(?!者)|(?<=教育或者))(?:相应的)?(?:行政|纪律)?处分",
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
        r"(?:予以)?(?<!罚)没收(?!、?(?:收缴)?的|据)[^，。；]*?(?=，|。|；|$|并处|并可|并对)|予以没收|收缴(?!的|罚款)[^，。；证]*",
    ),
    ("warning", r"(?:给予|予以|处以?)?(?<!航行)警告(?![标牌信性色])"),
    ("criticism", r"(?:给予|予以|进行)?通报批评|(?:予以|公开|给予)通报(?!表扬|表彰|嘉奖)"),
    (
        "suspension",
        rf"(?:暂扣|扣留|暂停)(?=(?:或者?|、|直至)(?:吊销|撤销|取消))|(?<!非法)(?:暂扣|扣留)[^，。；]*?{_LICENCE}|停[业产机]整顿|"
        r"(?:停止|暂停)其?(?:执行职务|执业)|^(?:停止|暂停)(?:接受|受理|办理|开展|从事|新增)[^，。；的]*(?:业务|活动|申请)|"
        rf"给予停止[^，。；]*?(?=的处罚)|暂停其[^，。；]{{0,12}}?(?:业务|执业|生产|经营)|暂停[^，。；]*?{_LICENCE}",
    ),
    (
        "revocation",
        rf"(?:吊销|撤销|收回|收缴(?!的)|取消|注销(?!税务|登记))[^，。；]*?{_LICENCE}(?:证书?|书|件)?",
    ),
    ("criminal", r"追究[^，。；]{0,40}?刑事责任|(?:承担|负)刑事责任|定罪处罚|(?:实行)?数罪并罚"),
    (
        "civil",
        r"(?:自行|各自)?承担(?:(?:相应|全部|主要|同等|次要|部分|与其[^，。；的]{1,8}相(?:应|适应))的?)?(?:补偿)?责任$|(?:承担[^，。；]{0,40}?民事|(?:承担|负)(?![的、]|无限)[^，。；]{0,12}?(?:赔偿|民事|侵权|违约|连带|补充))[^，。；任]{0,6}责任|(?:予以|给予)[^，。；]{0,14}赔偿|"
        r"(?:依法|照价|折价|双倍|按[^，。；]{0,4}|应当)?(?<!保险)(?<!国家)(?<!行政)(?<!刑事)(?<!司法)赔偿(?:[^，。；]{0,8}损失)?$|(?:加付|支付)[^，。；]{0,6}(?:赔偿金|违约金|经济补偿金)$|退还(?!的|扣押|查封)[^，。；]*",
    ),
    (
        "other",
        r"给予治安管理处罚|给予行政处罚(?!的)|(?:依照|按照|依据|根据)(?![^，。；]*(?:数罪并罚|刑法))[^，。；]*?规定(?:依法|给予|予以|进行)*(?:行政)?处罚$|"
        r"(?:予以|依法|依法予以)取缔(?=$|[、或并])|(?:给予|进行|予以)?批评教育|追究[^，。；]{0,24}?责任(?![制人的者])|(?:予以|依法|应当|给予)免职(?!或)|免职或者罢免|予以禁闭|(?:取消|降低)警衔|"
        r"(?:将[^，。；]{1,16})?(?:记入|计入|列入|纳入)[^，。；]{0,16}(?:信用|诚信|失信|黑名单)[^，。；]*|代为[^，。；]+|"
        r"依法(?:予以|给予)?(?:行政)?处罚|依法(?:予以)?(?:惩处|严惩)$|(?:依法)?给予处理$|(?:依照|按照)《[^，。；]*第[^，。；]*条[^，。；]*规定(?:予以|进行)?处理$|(?:强制拖离或者)?扣留(?:车辆|机动车辆?|该(?:机动)?车|船舶)(?!的)|强制(?:拆除|拖离|清除|执行|铲除|隔离|恢复|关闭)[^，。；]*|"
        r"(?:所需|代履行|有关|相关|全部)费用由[^，。；]{1,12}承担|降低[^，。；]{0,6}资质(?:等级)?|免除[^，。；]{0,10}职务|(?:(?!认定|应当|确认|主张|请求|宣告|依法)[^，。；定认]){1,6}无效$|进行[^，。；]{0,4}责任追究|(?<!标准)(?:予以|给予)处罚|予以(?:解聘|辞退|罢免|除名)|强行(?:驱散|带离[^，。；或]{0,4}|遣[散回返送][^，。；]{0,6}|拆除)|命令解散",
    ),
)
_SANCTION = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS))
# Every pattern above holds one of these words: a segment without any is not searched for sanctions.
_HINT = re.compile(
    r"罚|责令|勒令|要求其|禁止|不得|受理|处分|撤职|开除|记过|降级|拘|徒刑|死刑|管制|没收|收缴|警告|通报|暂扣|扣留|停业|暂停|"
    r"吊销|撤销|收回|限期|定罪|并罚|强行|解散|解聘|辞退|罢免|免职|除名|取消|取缔|注销|刑事|责任|责成|赔偿|补偿金|违约金|退还|强制|费用由|代为|资质|"
    r"职务|执业|停止|停[产机]整顿|无效|补救|批评教育|惩处|处理(?=$|[。；;：:])|扣留|禁闭|警衔|信用|诚信|失信|黑名单"
)
_CONDITION_ENDS = ("的", "时", "后", "之一")
_NO_PENALTY = re.compile(r"(?:不予|免予|免于|从轻|减轻|不再)(?:行政)?处罚|处罚[款金]?决定")
_ON = re.compile(
    r"对于?(?P<who>(?:(?!对)[^，。；])*?)(?:，)?(?=(?<![自理缘])由|分别|处以?|给予|予以|强行|立即|依[法照规]|并处|各?处|每|可以|应当|进行|追究|没收|吊销|定罪|判处|$)"
)
_NAMING = ("civil", "criminal", "warning", "criticism", "suspension", "revocation", "confiscate")
_ON_ANOTHER = re.compile(r"责令.*?(?:更换|撤销|取消|处分(?!行为)|解聘|辞退|开除|免去)")
"""Who is told to dismiss somebody is not who is punished."""
_HOLDER = re.compile(r"(?:吊销|暂扣|撤销)(?P<who>[^，。；]+?)的[^，。；的]*证")
_DISCIPLINED = re.compile(
    r"(?:给予|予以|追究)(?P<who>[^，。；]+?(?:人员|[的]?负责人|工作者|单位|当事人|行为人|领导|责任人))的?(?:行政|纪律|党纪|政纪|法律|相应)?(?:处分|责任)"
)
_AGAIN = ("有前款", "有前两款")
"""A paragraph that goes on with the breaches of the one before."""
_CREDIT = re.compile(r"信用|诚信|失信|黑名单")
_OWN_BURDEN = re.compile(
    r"(?:自行|各自)?承担(?!.*(?:赔偿|民事|侵权|违约|连带|补充))[^，。；]{0,12}责任$|(?:依照|按照)《.*处理$|扣留(?!.*证)"
)
"""What is a consequence only behind a condition: 有过错的，承担相应的责任."""
_CHARGED_FOR = re.compile(r"，[^，。；]{0,8}费用")
_FOLLOWING = re.compile(r"(?:停止|暂停)(?:接受|受理|办理|开展|从事|新增)|[记计列纳]入")
"""What is a sanction only where it comes behind one: 责令改正，停止受理新业务."""
_STOP_ORDER = re.compile(rf"(?:勒令|责令|要求其|限期)[^，。；]{{0,14}}?{_STOPS}")
_ABOUT = re.compile(
    r"(?:对于?|发现|查明)(?!外)(?![^，。；]*负有?[^，。；]*责任的$)(?=(?:(?!进行|予以|给予|实施(?![^，。；]{0,12}的[^，。；]))[^，。；])+的$)"
)
_ACTS = re.compile(r"，(?:应当|可以|可视|可根据|有权|必须|依法|责令|给予|处)")
_SANCTIONED = re.compile(r"(?:给予|作出)[^，。；]*(?:处理|处分|处罚)(?:决定)?的$")
_AMISS = re.compile(r"未|不(?!符合|同)|违(?!反(?:本|规|法))|拒|滥|超|造成")
_NEAR = 40
_PUNISHED = re.compile(
    r"给予(?P<who>[^，。；]+?(?:人员|警察|公务员|干部|职工|学生))(?:行政|政务|纪律|党纪)?处分的$"
)
_OTHER_CONDUCT = re.compile(r"违法|非法|擅自|未经|私自")
_BY_MEANS = re.compile(r"[可并]?(?:可以?)?(?:根据|按照?|依照|依据|视|会同|依)[^，。；]*$")
_ELIDED = re.compile(
    r"(?:逾期)?(?:未(?!成年|经)|不|拒不|没有|低于|超过|达不到)|(?:在[^，。；]{1,12}中|因[^，。；]{1,16})?造成"
)
_GENERAL = re.compile(r"任何|一切|禁止|各级|(?:部门|机关|政府|法院|(?<!业主)委员会)$")
_BY_THIS = re.compile(r"(?:按照|依照|依据)(?:本(?:条例|法|办法|规定)|下列|以下)[^，。；]*处罚$")
_CLAIMED = re.compile(r"(?:请求|要求|申请)[^，。；]{0,10}$")
_ORDERED_BEFORE = re.compile(
    r"限期[^，。；]{1,6}期间|(?:提供(?:担保|证据)|提交(?:证据)?)$|(?:拆除|改正|关闭|停产|停业)的(?!处理|处罚)[^，。；]{2,}$|后(?:拒不|仍|又|继续)"
)
"""责令限期拆除的广告牌, 责令停用后仍使用, 责令提供担保: what was ordered earlier, and what a court asks for, is no order."""
_APPLIED = re.compile(r"没收[^，。；]*(?:申请|返还|裁定|案件|程序)")
_ASKS = re.compile(r"(?:需要|请求|提出|有关)$")
"""没收违法所得的申请 and 需要没收、返还的财物 are spoken of where courts work."""
_QUOTED = re.compile(r"“[^“”，。；]*”")
"""Words that are spoken of; what an amendment inserts between quotation marks has commas."""
_WHO_DECIDES = re.compile(r"[^，。；]{0,4}(?:可以)?由[^，。；]*决定$")
_OBSTRUCTS = re.compile(r"(?:拒绝|阻碍|阻挠|妨碍|妨害|侮辱|殴打|威胁|干扰|打击报复)[^，。；的]*$")
_ASKED = re.compile(r"(?:建议|请求|要求|申请|移送|移交)[^，。；]*$")
_SPARED = re.compile(
    r"(?:被(?:[^，。；]{1,20}(?:、|或者|和))?|受到?|不需要|无需|不再|不|不应|免于|请求|要求|申请|收到|接到|被[^，。；]{0,4}判|可[以能]判|无力|无法|不能|拒绝|能够独立|本(?:条例|法|办法|规定)规定的)(?:依法|行政机关)?$"
)


_IS_NAMED = re.compile(r"的(?!规定|处罚)")
_SPOKEN_BEFORE = {"other": _ASKED, "correction": _ASKED, "civil": _CLAIMED, "confiscate": _ASKS}
_SPOKEN_OF = {"correction": _ORDERED_BEFORE, "confiscate": _APPLIED}
"""By kind, what stands before or in the words of a sanction that is only spoken of."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """One sanction: yuan for a fine, months or days (10d) for time, multiples of a base for the rest."""

    kind: PenaltyKind
    words: Stretch
    low: float | str | None = None
    high: float | str | None = None
    times: Bounds | None = None
    on: Stretch | None = None

    @property
    def measure(self) -> tuple[float | None, float | None, PenaltyUnit | None]:
        """The least and the most of it, and in which unit; nothing where the text gives no number."""
        if self.times is not None:
            return *self.times, "times"
        if self.low is None and self.high is None:
            return None, None, None
        unit: PenaltyUnit = {"fine": "yuan", "detention": "days"}.get(self.kind, "months")  # type: ignore[assignment]  # three literals
        return _number(self.low), _number(self.high), unit


def find_penalties(structure: Structure, lexicon: Lexicon) -> list[Penalty]:
    """Return the penalties of a document in reading order."""
    reader = _Reader(structure, lexicon)
    found = [one for provision in structure.provisions for one in reader.read(provision)]
    listed = {one.words.provision.parent for one in found}
    listed |= _measured_below(found)
    return [one for one in found if not _is_heading(one, listed)]


def _measured_below(found: list[Penalty]) -> set[Address | None]:
    """The paragraphs whose fines a later one of the article measures: 有前款行为之一的，处…."""
    measured = {
        one.words.provision.address.article
        for one in found
        if one.kind == "fine"
        and one.low is not None
        and one.words.provision.text.startswith(_AGAIN)
    }
    return {
        one.words.provision.address
        for one in found
        if measured and one.words.provision.address.article in measured
    }


def _is_heading(one: Penalty, listed: set[Address | None]) -> bool:
    """Do 给予行政处罚 and 处以罚款 only announce the sanctions that the items below name?"""
    general = one.kind == "other" and one.words.text.endswith("处罚")
    unmeasured = one.kind == "fine" and (one.low, one.high, one.times) == (None, None, None)
    return (general or unmeasured) and one.words.provision.address in listed


@dataclass(slots=True)
class _Reader:
    structure: Structure
    lexicon: Lexicon
    offender: Stretch | None = None
    disciplined: Stretch | None = None
    punished: Stretch | None = None
    """Whom the paragraph that laid the last sanction is about; 有前款行为之一的 speaks of that party again."""
    first: bool = True
    aimed: bool = False
    """Is the offender known only from 对X处…, which says nothing of another conduct?"""
    told: bool = False
    unread: list[Provision] = field(default_factory=list)
    """Provisions without a sanction, which only name an offender."""
    passed: list[Stretch] = field(default_factory=list)
    """The sentences of the paragraph that were read."""

    def read(self, provision: Provision) -> Iterator[Penalty]:
        if provision.kind == "article":
            self.punished = None
        if provision.kind == "article" or (
            provision.kind == "paragraph" and "依照前款" not in provision.text
        ):
            again = provision.text.startswith(_AGAIN)
            self.offender = self.punished if again else None
            self.unread.clear()
        if _HINT.search(provision.text):
            for earlier in self.unread:
                yield from self._provision(earlier)
            self.unread.clear()
            yield from self._provision(provision)
        elif provision.kind not in ("item", "subitem"):  # whose offender is only their own
            self.unread.append(provision)

    def _provision(self, provision: Provision) -> Iterator[Penalty]:
        if provision.kind in ("article", "paragraph"):
            self.passed.clear()
        kept = self.offender
        for sentence in cut(provision, "。！？"):
            self.first, self.aimed, self.disciplined = True, False, None
            for part in cut(sentence, "；;"):
                yield from self._part(part)
            self.passed.append(sentence)
        if provision.kind in ("item", "subitem"):
            self.offender = kept
        elif not self.first:  # it laid a sanction
            self.punished = self.offender

    def _part(self, part: Stretch) -> Iterator[Penalty]:
        """One part between ；: its conditions name the offender, 对X the party of what follows in it."""
        local: Stretch | None = None
        before: Penalty | None = None
        self.told = conditioned = False
        for segment in segments(part):
            if segment.text.endswith(_CONDITION_ENDS):
                conditioned = conditioned or segment.text.endswith("的")
                self._read_condition(segment)
                continue
            local = self._party_named(segment) or local
            for match in self._laid(segment, before):
                penalty = self._penalty(segment, match, local, before, conditioned=conditioned)
                if penalty is None:
                    continue
                if self.first:  # whom the sentence punishes first it means in its later parts too
                    self.offender = penalty.on
                    self.aimed = local is not None and penalty.on == local
                self.first = False
                if "费用由" in penalty.words.text:
                    local = penalty.on
                yield penalty
                before = penalty

    def _laid(self, segment: Stretch, before: Penalty | None) -> Iterator[re.Match[str]]:
        """The sanctions that a segment lays; one without any may tell of the offender."""
        if _NO_PENALTY.search(segment.text):
            return
        stopped = before is not None and before.kind == "suspension"
        hinted = stopped or _HINT.search(segment.text)
        found = list(_SANCTION.finditer(segment.text)) if hinted else []
        laid = [match for match in found if not _is_only_named(segment.text, match)]
        if not laid and before is None:
            self._read_description(segment)
        for match in laid:
            if before is not None or not self._is_description(segment, match):
                yield match

    # -- on whom ------------------------------------------------------------------------------------

    def _read_condition(self, segment: Stretch) -> None:
        """X违反…的: X is who is punished for it; of X的设施未…的 it is X too, and of 对X未…的."""
        opened = None if self.told else _ABOUT.match(segment.text)
        if opened:
            segment = segment.part(opened.end())
        subject = bearers.subject_of(segment, self.lexicon, clause=True)
        subject = subject or bearers.vessel_in_breach(segment)
        if subject is not None:
            if subject.end < segment.end:
                self._tell(subject, segment)
        elif punished := _PUNISHED.search(segment.text):
            self.offender = segment.group(punished, "who")
        elif owner := bearers.owner_of(segment, self.lexicon) or bearers.maker_of(segment):
            self._tell(owner, segment)
        elif self.offender is None and self.first and _ELIDED.match(segment.text):
            bound = (self._bound_by(sentence) for sentence in reversed(self.passed))
            self.offender = next((party for party in bound if party is not None), None)
        elif self.aimed and _OTHER_CONDUCT.match(segment.text):
            self.offender = None

    def _read_description(self, segment: Stretch) -> None:
        """医疗机构未建立…制度，或者未…的: the description may run over commas."""
        text = segment.text
        if modal := MODAL.search(text):  # 应当取得证件的操作人员
            named = bearers.is_party(text) and not text.startswith(("对", "由", "经"))
            if named and modal.start() and "的" in text[modal.end() :]:
                self._tell(segment, segment)
            return
        if text.startswith("由"):
            return
        subject = bearers.subject_of(segment, self.lexicon, clause=True)
        if subject is None:
            return
        means = _BY_MEANS.match(segment.provision.text, subject.end, segment.end)
        acts = (subject == segment or means) and _ACTS.match(segment.provision.text, segment.end)
        if not (acts and bearers.is_public(subject)) or subject.text.startswith(("受", "被")):
            self._tell(subject, segment)

    def _tell(self, subject: Stretch, segment: Stretch) -> None:
        """Take the subject of a condition for the offender; of 主管部门发现X未…的，应当责令… it is X."""
        if segment.provision.text.endswith("由", 0, subject.start):
            return
        sanctions = _SANCTIONED.search(segment.text, subject.end - segment.start)
        inspects = segment.text.endswith("时") and not _AMISS.search(
            segment.provision.text, subject.end, segment.end + _NEAR
        )
        if (sanctions or inspects) and bearers.is_public(subject):
            return  # 机关给予处理的, 机关检查时: who punishes
        inner = bearers.found_by(subject, segment)
        then = segment.provision.text[segment.end : segment.end + 2]
        if inner is None or then == "，由":
            self.offender, self.told = subject, True
            return
        self.offender = bearers.subject_of(inner, self.lexicon, clause=True) or bearers.owner_of(
            inner, self.lexicon
        )

    def _bound_by(self, sentence: Stretch) -> Stretch | None:
        """Whom a sentence binds: a breach that the next sentence tells of without a subject is that party's."""
        for segment in segments(sentence):
            modal = MODAL.search(segment.text)
            if modal is None or modal.group() not in ("应当", "必须", "不得"):
                continue
            words = segment.part(0, modal.start())
            subject = bearers.subject_of(words, self.lexicon) or bearers.maker_of(words)
            if subject is not None:
                return None if _GENERAL.search(subject.text) else subject
        return None

    def _party_named(self, segment: Stretch) -> Stretch | None:
        """X of 对X处…."""
        match = _ON.search(segment.text)
        if match is None:
            return None
        who = segment.group(match, "who").strip("，、 ")
        if "申请" in who.text or _OBSTRUCTS.match(who.text):  # 对建筑物申请法院强制拆除
            return None
        return who if who.text and bearers.is_party(who.text) else None

    def _is_description(self, segment: Stretch, match: re.Match[str]) -> bool:
        """Is the sanction what the offender does, not what befalls it: 发包方扣留证件，由…责令改正?"""
        if not segment.provision.text.startswith("，由", segment.end):
            return False
        words = segment.part(0, match.start())
        if bearers.subject_of(words, self.lexicon) != words:
            return False
        self._tell(words, segment)
        return True

    # -- what ---------------------------------------------------------------------------------------

    def _penalty(
        self,
        segment: Stretch,
        match: re.Match[str],
        local: Stretch | None,
        before: Penalty | None,
        *,
        conditioned: bool,
    ) -> Penalty | None:
        kind: PenaltyKind = match.lastgroup  # type: ignore[assignment]  # the groups are the kinds
        words = segment.group(match)
        if kind == "correction":
            if not words.text.startswith(("责令", "责成", "要求", "限期", "勒令")) and (
                before is None or before.kind != "suspension"
            ):
                return None
            kind = _kind_of_order(words.text)
        if _is_no_sanction(words, segment, before, conditioned=conditioned):
            return None
        on = self._ordered(words) or local or self._liable(segment, match, kind)
        if on is None and kind == "criminal":  # what falls on persons goes on falling on them
            on = self.disciplined
        if on is None and kind == "civil" and before is not None and before.kind == "civil":
            on = before.on
        on = on or self.offender
        if kind == "discipline":
            self.disciplined = on
        return Penalty(kind, words, *_measure(kind, words.text), on=on)

    def _liable(self, segment: Stretch, match: re.Match[str], kind: str) -> Stretch | None:
        """Who bears the costs or a liability: 费用由违法者承担, 施工人应当承担违约责任."""
        if kind == "other" and (who := re.search(r"费用由(?P<who>[^，。；]+)承担", match.group())):
            return segment.group(match).group(who, "who")
        if kind not in ("civil", "criminal"):
            return None
        before = segment.part(0, match.start())
        if kind == "criminal":
            named = re.match(r"追究(?P<who>[^，。；]+?)的?刑事责任", match.group())
            if named and bearers.is_party(named["who"]):
                return segment.group(match).group(named, "who")
            if "由" in before.text:  # 由司法机关追究: who prosecutes
                return None
        judged = re.search(r"(?:判决|责令)(?P<who>[^，。；]+)$", before.text)
        if judged and bearers.is_party(judged["who"]):
            return before.group(judged, "who")
        return bearers.subject_of(before, self.lexicon) if before.text else None

    def _ordered(self, words: Stretch) -> Stretch | None:
        """Who is told to act or loses a licence: 责令有关单位立即停止…, 吊销责任人员的执业证书."""
        if _ON_ANOTHER.search(words.text):
            return None
        holder = _HOLDER.match(words.text) or _DISCIPLINED.match(words.text)
        if holder and bearers.is_party(holder["who"]):
            return words.group(holder, "who")
        return bearers.told_party(words, self.lexicon)


def _is_no_sanction(
    words: Stretch, segment: Stretch, before: Penalty | None, *, conditioned: bool
) -> bool:
    """Do these words lay something on somebody only behind a breach, or only behind another sanction?"""
    text = words.text
    if text.startswith("代为"):
        return _CHARGED_FOR.match(segment.provision.text, segment.end) is None
    if before is None:
        if text.startswith(("退还", "将")):
            return not conditioned
        return bool(_FOLLOWING.match(text)) or (
            not conditioned and _OWN_BURDEN.match(text) is not None
        )
    # 纳入信用系统，记入信用档案 is one
    return bool(_CREDIT.search(text) and _CREDIT.search(before.words.text))


def _is_only_named(text: str, match: re.Match[str]) -> bool:
    """Is the sanction no more than spoken of: 被吊销…, 不追究…, 追究刑事责任的人, 除依法给予行政处罚外?"""
    kind, start, end = match.lastgroup or "", *match.span()
    if _SPARED.search(text, 0, start) or "是否" in text:
        return True
    if kind in _SPOKEN_BEFORE and _SPOKEN_BEFORE[kind].search(text, 0, start):
        return True
    if kind in _SPOKEN_OF and _SPOKEN_OF[kind].search(match.group()):
        return True
    if kind == "other" and (text.endswith("外") or _BY_THIS.search(text)):
        return True
    named = kind in _NAMING or text.startswith("其他")
    forbidden = kind != "bar" and "不得" in text[:start]
    return forbidden or (named and bool(_IS_NAMED.match(text, end))) or _is_quoted(text, start, end)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Do the words stand between quotation marks, or in a sentence on who decides such a thing?"""
    quoted = any(one.start() < start < one.end() for one in _QUOTED.finditer(text))
    return quoted or bool(_WHO_DECIDES.match(text, end))


def _number(value: float | str | None) -> float | None:
    """The number of 10d, 10.0 or nothing."""
    return float(value.removesuffix("d")) if isinstance(value, str) else value


def _kind_of_order(text: str) -> PenaltyKind:
    if _STOP_ORDER.match(text):
        return "suspension"
    if re.search(r"撤销[^，]*(?:许可|资格|登记|证)|吊销|取消[^，]*资格", text):
        return "revocation"
    return "correction"


_MEASURED = ("fine", "detention", "prison", "bar")


def _measure(
    kind: PenaltyKind, text: str
) -> tuple[float | str | None, float | str | None, Bounds | None]:
    if kind not in _MEASURED:
        return None, None, None
    found = amounts_of(text)
    if kind == "fine":
        shares = [one for one in found if one.unit == "倍"]
        if shares:
            return None, None, bounds(shares)
        low, high = bounds([one for one in found if one.unit == "元"])
        return low, high, None
    if kind == "detention":
        low, high = bounds([one for one in found if one.unit == "日"])
        return _days(low), _days(high), None
    low, high = bounds([m for one in found if (m := _months(one))])
    return low, high, None


def _months(one: Amount) -> Amount | None:
    if one.unit not in ("年", "月"):
        return None
    return Amount(one.value * (12 if one.unit == "年" else 1), "月", one.side)


def _days(value: float | None) -> str | None:
    return None if value is None else f"{value:.0f}d"
