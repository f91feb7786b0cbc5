"""Penalties of any document: each sanction that is laid on a breach, its bounds and on whom it falls.

The kinds and what counts follow the guide NORMS.md of the labelled articles. A sanction that is only named in a
condition (受到罚款处罚后再犯的) is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ingest import bearers
from ingest.addresses import Address
from ingest.amounts import Amount, Bounds, amounts_of, bounds
from ingest.facts import PenaltyKind, PenaltyUnit
from ingest.lexicon import Lexicon
from ingest.modal_words import MODAL
from ingest.party_names import is_party, is_picked_out, is_public
from ingest.penalty_words import BREACH, NO_PENALTY, STOPS, may_lay, sanctions_in
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments
from ingest.subjects import bare, subject_of

_CONDITION_ENDS: Final = ("的", "时", "后", "之一")
_BREACH_ENDS: Final = ("的", "之一")
_ON: Final = re.compile(
    r"对于?(?P<who>(?:(?!对)[^，。；])*?)(?:，)?(?=(?<![自理缘])由|分别|处以?|给予|予以|强行|立即|依[法照规据纪]|按照?|根据|视|酌情|从严|并处|各?处|每|可以|应当|进行(?=批评|教育|处罚|处理|通报|行政|训诫|警告|问责|追责|罚款|约谈|诫勉|[^，。；]{0,4}处分)|采取|追究|没收|吊销|定罪|判处|$)"
)
_OF_A_SUBJECT: Final = ("civil", "criminal", "bar", "other")
"""Kinds whose subject may be who they fall on."""
_PAYER: Final = re.compile(r"费用，?由(?P<who>[^，。；]+)(?:承担|负担|支付|负责)")
_TRIED: Final = re.compile(r"追究(?P<who>[^，。；]+?)的?刑事责任")
_JUDGED: Final = re.compile(r"(?:判决|判令|责令|(?<=可以)要求)(?P<who>[^，。；]+)$")
_BY_WHOM: Final = re.compile(r"由(?P<who>[^，。；]+的[^，。；的]+?)(?:依法)?$")
_ON_ANOTHER: Final = re.compile(r"责令.*?(?:更换|撤销|取消|处分(?!行为)|解聘|辞退|开除|免去)")
"""Who is told to dismiss somebody is not who is punished."""
_HOLDER: Final = re.compile(r"(?:吊销|暂扣|撤销)(?P<who>[^，。；]+?)的[^，。；的]*证")
_DISCIPLINED: Final = re.compile(
    r"(?:给予|予以|追究)(?P<who>[^，。；]+?(?:人员|[的]?负责人|工作者|单位|当事人|行为人|领导|责任人))的?(?:行政|纪律|党纪|政纪|法律|相应)?(?:处分|责任)"
)
_ADDRESSED: Final = ("当事人", "被处罚", "行政相对人")
"""当事人对处罚决定…: who is told of a decision, not what decides."""
_AGAIN: Final = ("有前款", "有前两款")
"""A paragraph that goes on with the breaches of the one before."""
_CREDIT: Final = re.compile(r"信用|诚信|失信|黑名单")
_CHARGED: Final = re.compile(r"(?:所需|代履行|有关|相关|全部|相应|由此|处[理置])[^，。；]{0,8}费用")
_CHARGED_FOR: Final = re.compile(r"[，。；][^，。；]{0,10}费用")
_FOLLOWING: Final = re.compile(r"(?:停止|暂停)(?:接受|受理|办理|开展|从事|新增)|[记计列纳]入|将")
"""What is a sanction only where it comes behind one: 责令改正，停止受理新业务."""
_STOP_ORDER: Final = re.compile(
    rf"(?:责令|要求其)(?:[^，。；]{{0,14}}?{STOPS}|[^，。；采改]{{0,40}}?(?:停产|停业|暂停|停止))|限期停止|勒令(?:停|中止)"
)
_SUES: Final = re.compile(r"提起[^，。；]{0,4}诉讼|起诉")
_EVIDENCE: Final = re.compile(r"(?:法院|仲裁庭)[^。；]*责令[^，。；]*(?:提供|提交)[^，。；]*$")
"""What a court orders a party to bring forward."""
_HAZARD: Final = re.compile(r"责令[^，。；]*(?:立即排除|撤出|撤离)")
_UNSAFE: Final = re.compile(r"无法保证安全|从危险区域")
_BARE: Final = re.compile(r"停|暂停|中止|限期|撤销")
_ABOUT: Final = re.compile(
    r"(?:对于?|发现|查明)(?!外)(?![^，。；]*负有?[^，。；]*责任的$)(?=(?:(?!进行|予以|给予|实施(?![^，。；]{0,12}的[^，。；]))[^，。；])+的$)"
)
_ACTS: Final = re.compile(r"，(?:应当|可以|可视|可根据|有权|必须|依法|责令|给予|处)")
_SANCTIONED: Final = re.compile(r"(?:给予|作出)[^，。；]*(?:处理|处分|处罚)(?:决定)?的$")
_AMISS: Final = re.compile(r"未|不(?!符合|同)|违(?!反(?:本|规|法))|拒|滥|超|造成")
_NEAR: Final = 40
_PUNISHED: Final = re.compile(
    r"给予(?P<who>[^，。；]+?(?:人员|警察|公务员|干部|职工|学生))(?:行政|政务|纪律|党纪)?处分的$"
)
_OTHER_CONDUCT: Final = re.compile(r"违法|非法|擅自|未经|私自")
_BY_MEANS: Final = re.compile(r"[可并]?(?:可以?)?(?:根据|按照?|依照|依据|视|会同|依)[^，。；]*$")
_ELIDED: Final = re.compile(
    r"(?:逾期)?(?:未(?!成年|经)|不|拒不|没有|低于|超过|达不到)|(?:在[^，。；]{1,12}中|因[^，。；]{1,16})?造成"
)
_GENERAL: Final = re.compile(r"任何|一切|禁止|各级|(?:部门|机关|政府|法院|(?<!业主)委员会)$")
_BREACH_BY: Final = re.compile(
    r"(?:对|违反)(?!.*(?:[应得]|举报|检举|投诉|控告|申诉))(?=[^，。；]*(?:违|罪|(?:严重危害|扰乱)[^，。；]*(?:行为|人员|单位)))"
)
"""对违反…的单位 and 违反…规定 tell of a breach without 的."""
_BARRED: Final = re.compile(
    r"禁止其(?!出航|转移|离)|终[身生]|受理|(?:不得|禁止)(?:再次|重新|再|继续)?(?:担任|从事|申请|申报|参加|参与|聘用|报考|报名|取得|承担|承接|经营|生产)"
)
"""What may be said of a breach alone; 道路竣工后三年内不得开挖 bars nobody."""
_ORGAN: Final = re.compile(
    r"(?:部门|机关|政府|法院|检察院|(?<!业主)(?<!村民)(?<!居民)委员会|海关|局|(?:管理|监督|监察|执法|督察)(?:机构|部门|人员))$"
)
_WRONG: Final = re.compile(BREACH.pattern + r"|情形|不")
_LOOKS_INTO: Final = re.compile(
    r"(?:依法|及时|经|在|应当|负责|可以)*(?:发现|认为|查|审查|审理|接到|收到|受理|办理|进行|监督)|对[^，。；]*(?:$|行为，)"
)
_PUNISHED_BEFORE: Final = re.compile(
    r"(?:受到|被)(?:给予)?[^，。；]{0,6}(?:处分|开除|撤职|刑事处罚)的$"
)
_DOES_WRONG: Final = re.compile(
    r"违反|违规|违法(?!行为|所得|者|人|单位|建设|犯罪)|未(?!成年|来|婚|满|遂)|不(?!动产|特定|合格|符合|具备|同|良|满|含|锈)|有(?:下列|以下|前[款条项]|上述|本条)|"
    r"擅自|拒(?:不|绝)|非法(?!人)|超越|私自|故意|明知|虚假|虚报|滥用|玩忽|弄虚|酒后|无偿|闯|私分|挪用|捏造|将(?!军)|把|在(?!校|职|编|岗|押|读|建)|利用|使用(?!者|人|单位|场所)|"
    r"允许|以(?!上|下|外|内|及)|对(?!外|象)|制造(?!者|商|企业|单位)|向(?!导)|因(?!特)|为(?=个人|单位)|炮制|依托|随意|随地|多"
)
"""What says of a party at the beginning of a condition that it does wrong, or how."""
_RUN: Final = re.compile(
    r"(?:(?:娱乐|经营|服务|营业|公共|密集|聚集|养殖|屠宰|培训|活动|健身|洗浴|住宿|餐饮)场所|酒吧|会所|饭店|餐馆|行人|服务所|加油站|停车场|超市|商场|诊所|药店|(?<!本|各|该)行业|[厂场店点站]）|渔船|新兵)等?$"
)
"""Places and the like that answer for a breach as whoever runs them."""
_PICKED: Final = re.compile(
    r"(?P<who>[^，。；]+的[^，。；的]{0,16}?(?:单位|企业|机构|公司|组织|个人|人员|者|人))(?:违反|违规|擅自|拒不|拒绝|未|不|有下列|有前款|非法|从事)"
)
"""与公路有关的工程的建设单位违反…: a clause picks out who does wrong."""
_AMISS_FIRST: Final = re.compile(r"未按|拒绝|拒不|不按|擅自|超出|超越")
_CAUSED_BY: Final = re.compile(
    r"(?:因|由于)(?P<who>[^，。；的]{2,16}?)(?:本人)?的?(?:原因|过错|过失|责任|故意|怠于)"
)
"""因承租人过错造成损失的: who is at fault is liable."""
_OTHERS: Final = re.compile(
    r"前[款条项](?:规定)?以外的(?:任何|其他)?(?:组织|单位|个人|和|或者|、)+"
)
_SAYS_MORE: Final = re.compile(
    r"[未不]|违反|将|由|被|把|认为|发现|查获|造成|属于|导致|使(?!用)|应当|可以|进行|以(?!上|下|外)|有(?!关|限|机)|在|对|向|因"
)
_CAUSES: Final = re.compile(r"(?:或者?|并且?|且)?(?:让|使得?(?!用)|允许|帮助|纵容|放任)")
"""或者让他人中标的: who is let do something is not who does it."""
_DOES: Final = re.compile(
    r"(?:未按|未经|拒绝|拒不|不按|擅自|被发现|超出|超越)|.*(?:舞弊|泄露|滥用职权|玩忽职守|违反)(?!.*的)"
)
"""未按规定组织接触药品的人员|体检的, 营私舞弊以及泄露企业|提供的资料的 begin with what is done, not with a party."""
_CHARGES: Final = ("由", "委托", "聘请", "聘用", "交由", "通知")
"""委托有资质的单位运输: who is charged with something is not who must see to it."""
_PUNISHED_THEN: Final = re.compile(r"(?<=的)，(?:由|责令|对|给予|处|依法(?:给予|追究))")
"""An organ whose deed (…的) others answer with a sanction."""
_ORDER_BEGINS: Final = ("责令", "责成", "要求", "限期", "勒令", "令其")
_ORDERS: Final = ("correction", "suspension")
_PREDICATES: Final = ("v", "verb", "vn", "act", "p", "d", "ad", "adverb", "c", "f")
_NO_NAME: Final = re.compile(
    r"组织$|或者|并|且|其|该|给|当|致|经(?!营|纪)(?!.*的)|[^，。；]{0,2}国家$"
)
"""What begins or is no name of who does wrong: 当场, 致人, 经催告用电人."""
_NOBODY: Final = re.compile(
    r"致(?:使)?(?:他?人|者)|当场|国家|(?:.*或者)?国务院|被?判处|(?:聚众|多次|冲击|扰乱|发行|严重(?:损害|危害))(?!.*的).*"
)
"""致人重伤, 当场处罚, 国家对…追究: words that end as a party does and break no rule."""
_ANSWERS_FOR: Final = re.compile(r"(?:主管人员|责任人员?|责任者|负责人|领导人员?|领导)$")
_EITHER: Final = ("单位", "个人")
"""对单位处…，对个人处…: each by who it is; what comes later falls on the one or the other."""
_OF_BODY: Final = re.compile(r"登记|经营许可|生产许可|营业执照|停业|停产|招生|办学|该|媒体")
_PERSONAL: Final = re.compile(
    r"[^，。；、]*(?:适任证|船员[^，。；、]{0,4}证|执业证|从业资格证|驾驶证)"
)
_OBSTRUCTS: Final = re.compile(
    r"(?:拒绝|阻碍|阻挠|妨碍|妨害|侮辱|殴打|威胁|干扰|打击报复)[^，。；的]*$"
)


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
    persons: Stretch | None = None
    """Who was disciplined or imprisoned before in the sentence."""
    punished: Stretch | None = None
    """Whom the paragraph that laid the last sanction is about; 有前款行为之一的 speaks of that party again."""
    first: bool = True
    aimed: bool = False
    """Is the offender known only from 对X处…, which says nothing of another conduct?"""
    named: Stretch | None = None
    """Whom 对X named last in the sentence."""
    body: Stretch | None = None
    answered: bool = False
    """Are persons punished for a body (对直接负责的主管人员给予处分)? What only a body bears falls on it: 造成损失的，承担赔偿责任."""
    told: bool = False
    breached: bool = False
    """Has the part that is read told of a breach?"""
    conditioned: bool = False
    """Has it told of any condition?"""
    begin: int = 0
    """Where the sentence that is read begins."""
    end: int = 0
    """Where the part that is read ends."""
    last: Stretch | None = None
    """On whom the last sanction fell."""
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
            self.answered = False
            self.unread.clear()
        if may_lay(provision.text):
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
            self.first, self.aimed, self.persons, self.named = True, False, None, None
            self.begin = sentence.start
            for part in cut(sentence, "；;"):
                yield from self._part(part)
            self.passed.append(sentence)
        if provision.kind in ("item", "subitem"):
            self.offender = kept
        elif not self.first:  # it laid a sanction
            self.punished = None if self.aimed else self.offender

    def _part(self, part: Stretch) -> Iterator[Penalty]:
        """One part between ；: its conditions name the offender, 对X the party of what follows in it."""
        self.end = part.end
        local: Stretch | None = None
        before: Penalty | None = None
        self.told = self.conditioned = False
        self.breached = not self.first
        for segment in segments(part):
            if segment.text.endswith(_CONDITION_ENDS):
                if _PUNISHED_BEFORE.match(segment.text):  # 受到开除处分的，十年内不得…
                    local = self.last
                self.conditioned = self.conditioned or segment.text.endswith("的")
                if segment.text.endswith(_BREACH_ENDS) and not self.breached:
                    self.breached = _tells_of_breach(part, segment)
                self._read_condition(segment)
                continue
            named = self._party_named(segment)
            local, self.named = named or local, named or self.named
            for match in self._laid(segment, before):
                penalty = self._penalty(segment, match, local, before)
                if penalty is None:
                    continue
                if self.first:  # whom the sentence punishes first it means in its later parts too
                    self.aimed = local is not None and penalty.on == local
                    self._mean(penalty.on)
                elif self.offender is None and penalty.kind in _ORDERS:  # 责令A卸货；拒不卸货的，…
                    self.offender = penalty.on
                self.first = False
                if "费用由" in penalty.words.text or penalty.kind == "prison":
                    local = penalty.on
                self.last = penalty.on
                yield penalty
                before = penalty

    def _mean(self, on: Stretch | None) -> None:
        """Take whom a sentence punishes first for the offender; 该企业 is who was told of, and 对直接负责的人员 answers for a body."""
        if on is not None and on.text.startswith("该") and self.offender is not None:
            return
        if self.aimed and on is not None and _ANSWERS_FOR.search(on.text):
            self.body, self.answered = self.offender, True
        if not (self.aimed and on is not None and on.text in _EITHER):
            self.offender = on

    def _laid(self, segment: Stretch, before: Penalty | None) -> Iterator[re.Match[str]]:
        """The sanctions that a segment lays; one without any may tell of the offender."""
        laid = sanctions_in(
            segment.text,
            stopped=before is not None and before.kind == "suspension",
            breached=before is not None or self.breached,
        )
        if (
            not laid
            and before is None
            and (segment.text.startswith(_ADDRESSED) or not NO_PENALTY.search(segment.text))
        ):
            self.breached = self.breached or bool(_BREACH_BY.match(segment.text))
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
        if _CAUSES.match(segment.text):
            return
        subject = self._who_breaks(segment)
        if subject is not None:
            if subject.end < segment.end:
                self._tell(subject, segment)
        elif subject_of(segment, self.lexicon, clause=True) is not None:
            return  # it begins with what is done
        elif punished := _PUNISHED.search(segment.text):
            self.offender = segment.group(punished, "who")
        elif owner := bearers.owner_of(segment, self.lexicon) or bearers.maker_of(segment):
            self._tell(owner, segment)
        elif self.offender is None and self.first and _ELIDED.match(segment.text):
            told = [*self.passed, Stretch(segment.provision, self.begin, segment.start)]
            bound = (self._bound_by(sentence) for sentence in reversed(told))
            self.offender = next((party for party in bound if party is not None), None)
        elif self.aimed and _OTHER_CONDUCT.match(segment.text):
            self.offender = None

    def _who_breaks(self, segment: Stretch) -> Stretch | None:
        """X of X未…的, and of 因X的过错…的."""
        caused = _CAUSED_BY.match(segment.text)
        if caused and is_party(caused["who"]):
            return segment.group(caused, "who")
        subject = subject_of(segment, self.lexicon, clause=True)
        if subject is not None and not _DOES.match(subject.text):
            return subject
        return bearers.vessel_in_breach(segment) or self._wrongdoer(segment)

    def _wrongdoer(self, segment: Stretch) -> Stretch | None:
        """X of X未…的 where the words between are none that the tagger takes for a predicate: 酒吧未…的."""
        if others := _OTHERS.match(segment.text):
            return segment.part(0, others.end())
        picked = _PICKED.match(segment.text) if "的" in segment.text[:-1] else None
        if picked and is_picked_out(picked["who"]) and not _AMISS_FIRST.match(picked["who"]):
            return segment.group(picked, "who")
        does = _DOES_WRONG.search(segment.text)
        if does is None or does.start() < 2:
            return None
        who = bare(segment.part(0, does.start()))
        if not (is_party(who.text) or _RUN.search(who.text)) or _SAYS_MORE.search(who.text):
            return None
        words = self.lexicon.tags(who.text)
        acts = len(words) > 1 and words[0].tag in _PREDICATES
        return None if acts or _NO_NAME.match(who.text) else who

    def _read_description(self, segment: Stretch) -> None:
        """医疗机构未建立…制度，或者未…的: the description may run over commas."""
        text = segment.text
        if modal := MODAL.search(text):  # 应当取得证件的操作人员
            named = is_party(text) and not text.startswith(("对", "由", "经"))
            inside = modal.start() or modal.group() == "负责"  # 负责检验的单位
            if named and inside and "的" in text[modal.end() :]:
                self._tell(segment, segment)
            return
        if text.startswith(_CHARGES):
            return
        subject = subject_of(segment, self.lexicon, clause=True) or self._wrongdoer(segment)
        if subject is None:
            return
        means = _BY_MEANS.match(segment.provision.text, subject.end, segment.end)
        acts = (subject == segment or means) and _ACTS.match(segment.provision.text, segment.end)
        if not (acts and is_public(subject)) or subject.text.startswith(("受", "被")):
            self._tell(subject, segment)

    def _tell(self, subject: Stretch, segment: Stretch) -> None:
        """Take the subject of a condition for the offender; of 主管部门发现X未…的，应当责令… it is X."""
        if segment.provision.text.endswith("由", 0, subject.start) or _NOBODY.fullmatch(
            subject.text
        ):
            return
        sanctions = _SANCTIONED.search(segment.text, subject.end - segment.start)
        inspects = segment.text.endswith("时") and not _AMISS.search(
            segment.provision.text, subject.end, segment.end + _NEAR
        )
        if (sanctions or inspects) and is_public(subject):
            return  # 机关给予处理的, 机关检查时: who punishes
        inner = bearers.found_by(subject, segment)
        if (
            inner is None
            and _ORGAN.search(subject.text)
            and not (
                _PUNISHED_THEN.match(segment.provision.text, segment.end)
                or self._is_blamed(subject)
            )
        ):
            return
        then = segment.provision.text[segment.end : segment.end + 2]
        if inner is None or then == "，由":
            self.offender, self.told, self.answered, self.named = subject, True, False, None
            return
        self.offender = subject_of(inner, self.lexicon, clause=True) or bearers.owner_of(
            inner, self.lexicon
        )

    def _is_blamed(self, organ: Stretch) -> bool:
        """Does the part say that an organ does wrong itself, not only that it acts against others?"""
        text = organ.provision.text
        last = max(text.rfind(end, organ.end, self.end) for end in ("的，", "的,", "，由"))
        told = text[organ.end : last] if last > 0 else ""
        return bool(_WRONG.search(told)) and not _LOOKS_INTO.match(told)

    def _bound_by(self, sentence: Stretch) -> Stretch | None:
        """Whom a sentence binds: a breach that the next sentence tells of without a subject is that party's."""
        for segment in segments(sentence):
            modal = MODAL.search(segment.text)
            if modal is None or modal.group() not in ("应当", "必须", "不得"):
                continue
            words = segment.part(0, modal.start())
            subject = subject_of(words, self.lexicon) or bearers.maker_of(words)
            if subject is not None:
                named = not _GENERAL.search(subject.text) and not _ORGAN.search(subject.text)
                return subject if named else None
        return None

    def _party_named(self, segment: Stretch) -> Stretch | None:
        """X of 对X处…."""
        match = _ON.search(segment.text)
        if match is None:
            return None
        who = segment.group(match, "who").strip("，、 ")
        if "申请" in who.text or _OBSTRUCTS.match(who.text):  # 对建筑物申请法院强制拆除
            return None
        named = who.text and (is_party(who.text) or _RUN.search(who.text))
        return who if named else None

    def _is_description(self, segment: Stretch, match: re.Match[str]) -> bool:
        """Is the sanction what the offender does, not what befalls it: 发包方扣留证件，由…责令改正?"""
        if not segment.provision.text.startswith("，由", segment.end):
            return False
        words = segment.part(0, match.start())
        if subject_of(words, self.lexicon) != words:
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
    ) -> Penalty | None:
        kind: PenaltyKind = match.lastgroup  # type: ignore[assignment]  # the groups are the kinds
        words = segment.group(match).strip("、")
        if kind == "correction":
            if not words.text.startswith(_ORDER_BEGINS) and (
                before is None or before.kind != "suspension"
            ):
                return None
            kind = _kind_of_order(words.text)
        if self._is_none(segment, words, kind, before) or (
            before is None and self._is_no_answer(words, kind, local)
        ):
            return None
        on = self._on(segment, match, kind, local, before)
        if kind in ("discipline", "prison"):
            self.persons = on
        return Penalty(kind, words, *_measure(kind, words.text), on=on)

    def _on(
        self,
        segment: Stretch,
        match: re.Match[str],
        kind: str,
        local: Stretch | None,
        before: Penalty | None,
    ) -> Stretch | None:
        """Whom the words of a sanction fall on: who is named in or beside them, or else who was told of."""
        words = segment.group(match).strip("、")
        named = self._ordered(words) or local or self._liable(segment, match, kind)
        named = named or self._goes_on(kind, before) or self._for_person(segment, kind, words)
        if named is None:
            of_body = self.answered and _of_body(kind, words.text)
            named = self.body if of_body else self.offender
        if named is None and kind == "civil":  # X应当事先告知；造成损失的，还应当赔偿
            named = self._bound_by(Stretch(segment.provision, self.begin, segment.start))
        return named

    def _is_none(self, segment: Stretch, words: Stretch, kind: str, before: Penalty | None) -> bool:
        """Do the words around it show that this is no sanction, or none of its own?"""
        text = segment.provision.text
        if words.text.startswith("要求其") and _SUES.search(text, self.begin, words.start):
            return True
        if kind == "correction" and _EVIDENCE.search(text, self.begin, words.end):
            return True
        if words.text.startswith("代为") and not _CHARGED_FOR.match(text, segment.end):
            return True
        return before is not None and _is_once_told(words, before)

    def _is_no_answer(self, words: Stretch, kind: str, local: Stretch | None) -> bool:
        """Is this, with which a part begins, done for another reason than a breach: against a danger, on request?"""
        text = words.text
        if text.startswith("不得上") and self.first:
            return True
        if not self.breached:
            if kind in _ORDERS and _UNSAFE.search(words.provision.text, self.begin, words.end):
                return True
            loose = kind == "suspension" or text.startswith(("限期", "撤销"))
            if loose and _BARE.match(text) and not (self.conditioned or local):
                return words.text != words.provision.text.rstrip("；。")  # （一）限期改正；
        told = self.conditioned if text.startswith("将") else self.breached
        return _is_no_sanction(kind, text, breached=told)

    def _goes_on(self, kind: str, before: Penalty | None) -> Stretch | None:
        """What falls on persons, and what a court awards, goes on falling on them."""
        if kind in ("criminal", "prison"):
            return self.persons
        return before.on if kind == "civil" and before is not None and before.kind == kind else None

    def _for_person(self, segment: Stretch, kind: str, words: Stretch) -> Stretch | None:
        """Whose 适任证书 is withdrawn: the person that was named last, not the owner who was fined before."""
        if kind not in ("suspension", "revocation") or self.named is None:
            return None
        text = segment.provision.text[words.start : segment.end]
        if not _PERSONAL.match(text):
            return None
        self.persons = self.named
        return self.named

    def _liable(self, segment: Stretch, match: re.Match[str], kind: str) -> Stretch | None:
        """Who bears the costs or a liability, or is barred: 施工人应当承担违约责任."""
        words, before = segment.group(match), segment.part(0, match.start())
        named = _PAYER.search(words.text) if kind == "other" else None
        if kind == "criminal":
            named = _TRIED.match(words.text)
        if named is not None:
            return words.group(named, "who") if is_party(named["who"]) else None
        if kind == "other" and words.text != "引咎辞职":
            return None
        if kind == "criminal" and "由" in before.text:  # 由司法机关追究: who prosecutes
            return None
        return self._subject_before(before, kind) if kind in _OF_A_SUBJECT else None

    def _subject_before(self, before: Stretch, kind: str) -> Stretch | None:
        """X of X应当承担责任, 判决X承担责任, X五年内不得担任….; an organ that bars others is none."""
        judged = _JUDGED.search(before.text)
        if judged and is_party(judged["who"]):
            return before.group(judged, "who")
        if "责令" in before.text:  # 由水务局责令恢复原状或者赔偿损失
            return None
        subject = subject_of(before, self.lexicon) if before.text else None
        if subject is None and (by := _BY_WHOM.search(before.text)):
            return before.group(by, "who") if is_party(by["who"]) else None
        named = subject is not None and subject.text.startswith("该")
        if subject is not None and kind == "bar" and is_public(subject) and not named:
            return None
        return subject

    def _ordered(self, words: Stretch) -> Stretch | None:
        """Who is told to act or loses a licence: 责令有关单位立即停止…, 吊销责任人员的执业证书."""
        if _ON_ANOTHER.search(words.text):
            return None
        holder = _HOLDER.match(words.text) or _DISCIPLINED.match(words.text)
        if holder and is_party(holder["who"]):
            return words.group(holder, "who")
        told = bearers.told_party(words, self.lexicon)
        return None if told is None or _NOBODY.fullmatch(told.text) else told


def _of_body(kind: str, text: str) -> bool:
    """Does a body bear this sooner than the persons who answer for it: damages, its licence?"""
    if kind == "civil":
        return True
    return kind in ("suspension", "revocation") and _OF_BODY.search(text) is not None


def _tells_of_breach(part: Stretch, condition: Stretch) -> bool:
    """Do the words up to the end of a condition tell of a breach: 未取得许可证，向他人供货的?"""
    return BREACH.search(part.provision.text, part.start, condition.end) is not None


def _is_once_told(words: Stretch, before: Penalty) -> bool:
    """纳入信用系统，记入信用档案 is one."""
    return bool(_CREDIT.search(words.text) and _CREDIT.search(before.words.text))


def _is_no_sanction(kind: str, text: str, *, breached: bool) -> bool:
    """Are these words no sanction by themselves: 移植费用由建设单位承担, 道路竣工后三年内不得开挖?"""
    if "费用由" in text:
        return _CHARGED.match(text) is None
    if breached:
        return False
    if _HAZARD.match(text):
        return True
    if kind == "bar":
        return _BARRED.search(text) is None
    return text.startswith("退还") or _FOLLOWING.match(text) is not None


def _number(value: float | str | None) -> float | None:
    """The number of 10d, 10.0 or nothing."""
    return float(value.removesuffix("d")) if isinstance(value, str) else value


def _kind_of_order(text: str) -> PenaltyKind:
    if _STOP_ORDER.match(text):
        return "suspension"
    if re.search(r"撤销[^，]*(?:许可|资格|登记|证)|吊销|取消[^，]*资格", text):
        return "revocation"
    return "correction"


_MEASURED: Final = ("fine", "detention", "prison", "bar")


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
