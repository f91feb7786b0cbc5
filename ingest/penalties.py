"""Penalties of any document: each sanction that is laid on a breach, its bounds and on whom it falls.

The kinds and what counts follow the guide NORMS.md of the labelled articles. A sanction that is only named in a
condition (受到罚款处罚后再犯的) is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest import bearers
from ingest.amounts import Amount, Bounds, amounts_of, bounds
from ingest.facts import PenaltyKind, PenaltyUnit
from ingest.lexicon import Lexicon
from ingest.modal_words import MODAL
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments

_N = r"(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万]+|半)"
_MONEY = rf"(?:{_N}[百千万亿]*元|{_N}倍|百分之{_N}|千分之{_N}|万分之{_N}|{_N}[％%‰]|{_N}[百千万亿]*(?:以上|至|到|—|－|-|～|~){_N}[百千万亿]*(?:元|倍|[％%‰]))"
_FINES = (
    rf"(?:每[^，。；、]{{1,8}}?)?(?:处以?|加处|科以?|按日)(?:[^，。；、]|(?<=[一二三四五六七八九十\d])、)*?{_MONEY}[^，。；]*?罚[款金]"
    rf"|(?:违法所得|货值金额)?{_MONEY}[^，。；]{{0,20}}?罚[款金]"
    rf"|罚[款金](?:人民币)?{_MONEY}(?:(?:以上|至){_MONEY})?(?:以下)?"
    r"|(?:并处|单处|处以?|可以并处)(?:或者单处)?罚[款金](?!的)"
)
_LICENCE = r"(?:证书?|证件|执照|许可|资格|登记|批准|(?:审批|许可|批准|登记)决定|称号|备案|文号|资质|牌照|批文)"
_PATTERNS: tuple[tuple[PenaltyKind, str], ...] = (
    (
        "correction",
        r"(?:(?<!申请)责令|要求其(?=限期|整改|改正))(?:[^，。；：]*?)(?=或者处|并处|并可|并予以|，|。|；|：|:|$)",
    ),
    (
        "bar",
        rf"禁止其[^，。；]+|(?:{_N}(?:年|个月)(?:至{_N}(?:年|个月))?(?:以?内|后?)|终身|终生)(?:不得|禁止|不予受理|不受理)[^，。；]+",
    ),
    (
        "discipline",
        r"(?:给予|予以|作出)[^，。；]*?(?:处分|撤职|开除|记过|降级)|依[法规纪照][^，。；]{0,8}?处分(?!决定)",
    ),
    ("detention", rf"(?:并?处)?(?:以)?{_N}日[^，。；]*?拘留|(?:给予|处以?)?行政拘留"),
    (
        "prison",
        r"处[^。；]{0,30}?(?:有期徒刑|无期徒刑|死刑|拘役|管制)(?:(?:、|或者|，或者)?(?:无期徒刑|死刑|拘役|管制|有期徒刑|剥夺政治权利))*",
    ),
    ("fine", _FINES),
    (
        "confiscate",
        r"(?:予以)?没收[^，。；]*?(?=，|。|；|$|并处|并可|并对)|予以没收|收缴[^，。；证]*",
    ),
    ("warning", r"(?:给予|予以|处以?)?警告(?![标牌信性色])"),
    ("criticism", r"(?:给予|予以|进行)?通报批评|(?:予以|公开|给予)通报(?!表扬|表彰|嘉奖)"),
    ("suspension", rf"(?:暂扣|扣留)[^，。；]*?{_LICENCE}|停业整顿|暂停[^，。；]*?{_LICENCE}"),
    (
        "revocation",
        rf"(?:吊销|撤销|收回|收缴|取消|注销(?!税务|登记))[^，。；]*?{_LICENCE}(?:证书?|书|件)?",
    ),
    ("criminal", r"追究[^，。；]{0,8}?刑事责任|(?:承担|负)刑事责任"),
    (
        "civil",
        r"(?:承担|负)[^，。；]{0,12}?(?:赔偿|民事|侵权|违约|连带|补偿|补充)[^，。；任]{0,6}责任|(?:予以|给予)[^，。；]{0,6}赔偿|"
        r"(?:依法|照价|折价|双倍|应当)?赔偿(?:[^，。；]{0,8}损失)?$|退还[^，。；]*",
    ),
    (
        "other",
        r"给予治安管理处罚|给予行政处罚(?!的)(?!$)|依法(?:予以|给予)?(?:行政)?处罚|强制(?:拆除|拖离|清除|执行|铲除|隔离|恢复|关闭)[^，。；]*|"
        r"(?:所需|代履行|有关|相关|全部)费用由[^，。；]{1,12}承担|降低[^，。；]{0,6}资质(?:等级)?|免除[^，。；]{0,10}职务|[^，。；]{1,6}无效$|进行[^，。；]{0,4}责任追究|采取补救措施",
    ),
)
_SANCTION = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS))
# Every pattern above holds one of these words: a segment without any is not searched for sanctions.
_HINT = re.compile(
    r"罚|责令|要求其|禁止|不得|受理|处分|撤职|开除|记过|降级|拘|徒刑|死刑|管制|没收|收缴|警告|通报|暂扣|扣留|停业|暂停|"
    r"吊销|撤销|收回|取消|注销|刑事|责任|赔偿|退还|强制|费用由|资质|职务|无效|补救"
)
_CONDITION_ENDS = ("的", "时", "后", "之一")
_NO_PENALTY = re.compile(r"(?:不予|免予|免于|从轻|减轻|不再)(?:行政)?处罚|处罚[款金]?决定")
_ON = re.compile(
    r"对(?P<who>(?:(?!对)[^，。；])*?)(?:，)?(?=处以?|给予|予以|依[法照规]|并处|各?处|每|可以|应当|进行|追究|没收|吊销|$)"
)
_STOP_ORDER = re.compile(
    r"(?:责令|要求其)[^，。；]{0,14}?(?:停止|停产|停业|停工|停办|暂停|停刊|停用|停建|中止)"
)
_OWNER = re.compile(r"^(?P<who>[^，。；的]+)的[^，。；]*?(?:未|不|没有|存在)")


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
    return [one for provision in structure.provisions for one in reader.read(provision)]


@dataclass(slots=True)
class _Reader:
    structure: Structure
    lexicon: Lexicon
    offender: Stretch | None = None
    first: bool = True
    unread: list[Provision] = field(
        default_factory=list
    )  # without a sanction: only name an offender

    def read(self, provision: Provision) -> Iterator[Penalty]:
        if provision.kind == "article" or (
            provision.kind == "paragraph" and "依照前款" not in provision.text
        ):
            self.offender = None
            self.unread.clear()
        if _HINT.search(provision.text):
            for earlier in self.unread:
                yield from self._provision(earlier)
            self.unread.clear()
            yield from self._provision(provision)
        elif provision.kind not in ("item", "subitem"):  # whose offender is only their own
            self.unread.append(provision)

    def _provision(self, provision: Provision) -> Iterator[Penalty]:
        kept = self.offender
        for sentence in cut(provision, "。！？"):
            self.first = True
            for part in cut(sentence, "；;"):
                yield from self._part(part)
        if provision.kind in ("item", "subitem"):
            self.offender = kept

    def _part(self, part: Stretch) -> Iterator[Penalty]:
        """One part between ；: its conditions name the offender, 对X the party of what follows in it."""
        local: Stretch | None = None
        before: Penalty | None = None
        for segment in segments(part):
            if segment.text.endswith(_CONDITION_ENDS):
                self._read_condition(segment)
                continue
            local = self._party_named(segment) or local
            hinted = _HINT.search(segment.text)
            if hinted and _NO_PENALTY.search(segment.text):
                continue
            found = list(_SANCTION.finditer(segment.text)) if hinted else []
            if not found and before is None:
                self._read_description(segment)
            for match in found:
                penalty = self._penalty(segment, match, local, before)
                if penalty is None:
                    continue
                if self.first:  # whom the sentence punishes first it means in its later parts too
                    self.offender = penalty.on
                self.first = False
                if "费用由" in penalty.words.text:
                    local = penalty.on
                yield penalty
                before = penalty

    # -- on whom ------------------------------------------------------------------------------------

    def _read_condition(self, segment: Stretch) -> None:
        """X违反…的: X is who is punished for it; of X的设施未…的 it is X too."""
        subject = bearers.subject_of(segment, self.lexicon)
        if subject is not None and subject.end < segment.end:
            self.offender = subject
        elif (owner := _OWNER.match(segment.text)) and bearers.is_party(owner["who"]):
            self.offender = segment.group(owner, "who")

    def _read_description(self, segment: Stretch) -> None:
        """医疗机构未建立…制度，或者未…的: the description may run over commas."""
        if segment.text.startswith("由") or MODAL.search(segment.text):
            return
        subject = bearers.subject_of(segment, self.lexicon)
        if subject is not None:
            self.offender = subject

    def _party_named(self, segment: Stretch) -> Stretch | None:
        """X of 对X处…."""
        match = _ON.search(segment.text)
        if match is None:
            return None
        who = segment.group(match, "who").strip("，、 ")
        return who if who.text and bearers.is_party(who.text) else None

    # -- what ---------------------------------------------------------------------------------------

    def _penalty(
        self, segment: Stretch, match: re.Match[str], local: Stretch | None, before: Penalty | None
    ) -> Penalty | None:
        kind: PenaltyKind = match.lastgroup  # type: ignore[assignment]  # the groups are the kinds
        words = segment.group(match)
        if kind == "correction":
            kind = _kind_of_order(words.text)
        if kind == "other" and words.text.startswith("采取补救措施"):
            if before is None or before.kind != "suspension":
                return None
            kind = "correction"
        on = local or self._liable(segment, match, kind) or self.offender or self._ordered(words)
        return Penalty(kind, words, *_measure(kind, words.text), on=on)

    def _liable(self, segment: Stretch, match: re.Match[str], kind: str) -> Stretch | None:
        """Who bears the costs or a liability: 费用由违法者承担, 施工人应当承担违约责任."""
        if kind == "other" and (who := re.search(r"费用由(?P<who>[^，。；]+)承担", match.group())):
            return segment.group(match).group(who, "who")
        if kind not in ("civil", "criminal"):
            return None
        before = segment.part(0, match.start())
        judged = re.search(r"(?:判决|责令)(?P<who>[^，。；]+)$", before.text)
        if judged and bearers.is_party(judged["who"]):
            return before.group(judged, "who")
        return bearers.subject_of(before, self.lexicon) if before.text else None

    def _ordered(self, words: Stretch) -> Stretch | None:
        """Who is told to act, where nobody else is named: 责令有关单位立即停止…."""
        order = re.match(
            r"责令(?P<who>[^，。；]+?)(?=立即|限期|停|采取|予以|改正|依法)", words.text
        )
        if order and bearers.is_party(order["who"]):
            return words.group(order, "who")
        return None


def _number(value: float | str | None) -> float | None:
    """The number of 10d, 10.0 or nothing."""
    return float(value.removesuffix("d")) if isinstance(value, str) else value


def _kind_of_order(text: str) -> PenaltyKind:
    if _STOP_ORDER.match(text):
        return "suspension"
    if re.search(r"撤销|吊销|取消[^，]*资格", text):
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
