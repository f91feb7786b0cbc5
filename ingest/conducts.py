"""For which conduct a penalty is laid down, for which degree of it, and by whom it is imposed.

An article on liability says first what is done (…的), then who imposes what; after a ； or a comma it goes on with a
higher degree of the same conduct (情节严重的, 逾期不改正的) or with conduct of its own. A list of 下列情形 is as many
conducts, each under the lead-in's penalties; what a lead-in names beside its list (违反…规定，或者有下列情形的) is one
more. What goes back to earlier words (有前款行为的) keeps their conduct.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from ingest.facts import ConductFacts, LeadIn, PenaltyFacts
from ingest.party_names import is_party
from ingest.penalties import Penalty
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments

_DESCRIBED: Final = re.compile(r"(?:的|之一|行为|情形)$")
_TIER: Final = re.compile(
    r"^(?:但是?)?(?:情节|造成|构成|逾期|拒不|拒绝改正|后果|有违法所得|没有违法所得|无违法所得|违法所得|货值|数额|"
    r"[两二三多]次以上|再次|再犯|屡|仍|尚未|尚不|涉嫌|导致|致使|危害|不足|严重|特别|限期|在规定期限|经[^，。；]{0,10}(?:仍|拒|不改)|"
    r"(?:单位|法人|个人|公职人员|国家工作人员)?有前[款条项]|有(?:上述|前述)|因前[款条项]|"
    r"(?:没有|无|有)[^，。；按依]{0,8}(?:所得|物|货值|收入)|[^，。；]{0,16}(?:数额|价值|货值|金额|所得|收入|面积|数量)[^，。；]{0,8}(?:不足|不满|超过|在))"
)
"""A degree of conduct that was told before, or a condition added to it."""
_LISTED: Final = re.compile(r"(?:下列|以下|如下)[^，。；]*$")
_OR_LISTED: Final = re.compile(
    r"(?:[，,]|(?<=规定|之一|行为|情形)|(?<=[的条款项]))(?:或者?|以及)(?=(?:有|具有|存在|发生|实施|从事)?(?:下列|以下|如下))"
)
"""Between conduct that is told in full and a list of other conduct; 组织或者实施下列行为 tells of the list alone."""
_MARKS: Final = "。；;，, 　"
_BREAKS: Final = re.compile(r"违反[^，。；]*(?:规定|条|款|项)$")
_BY: Final = re.compile(
    r"由(?!于|此|衷)(?P<by>[^，。；]{2,70}?)(?=责令|处|给予|予以|依法|没收|收缴|吊销|按照|根据|依照|依据|暂扣|扣留|可以|并|"
    r"撤销|注销|收回|取消|强制|代为|代履行|决定|追缴|对|限期|通报|警告|组织|委托|在各自|分别|按|进行|处以|申请|$)"
)
_IMPOSED: Final = frozenset(
    (
        "fine",
        "confiscate",
        "warning",
        "criticism",
        "correction",
        "suspension",
        "revocation",
        "detention",
        "discipline",
        "bar",
        "other",
    )
)
"""What an authority imposes by itself; liability before a court is not."""


@dataclass(slots=True)
class _Draft:
    stretch: Stretch
    lead: Stretch | None = None


@dataclass(slots=True)
class _Article:
    """What an article has told so far: the conduct in force, and who imposes."""

    conducts: list[_Draft] = field(default_factory=list)
    fresh: bool = True
    """Has the paragraph told no penalty yet?"""
    lead: Stretch | None = None
    rule: Stretch | None = None
    """What the sentence breaks (违反本条例第十条规定): said once, meant of all the conducts in it."""
    by: Stretch | None = None


def find_conducts(
    structure: Structure, penalties: Sequence[Penalty]
) -> tuple[list[ConductFacts], list[PenaltyFacts]]:
    """Return the conducts of a document and its penalties, each with the conducts that it is laid on."""
    reader = _Reader(structure, penalties)
    told = [
        pair
        for _, group in groupby(penalties, key=lambda p: _article_of(p.words.provision))
        for pair in reader.article(list(group))
    ]
    return _numbered(structure, told)


def _article_of(provision: Provision) -> str:
    return provision.address.article or str(provision.address)


_Told = tuple[Penalty, list[_Draft], Stretch | None, Stretch | None]
"""A penalty with its conducts, its tier and who imposes it."""


class _Reader:
    def __init__(self, structure: Structure, penalties: Sequence[Penalty]) -> None:
        self.structure = structure
        self.punishing = {p.words.provision.seq for p in penalties}

    def article(self, penalties: list[Penalty]) -> Iterator[_Told]:
        """Read the penalties of one article, provision by provision."""
        state = _Article()
        for _, group in groupby(penalties, key=lambda p: p.words.provision.seq):
            found = list(group)
            provision = found[0].words.provision
            if provision.kind == "paragraph":
                state.fresh, state.lead = True, None
            else:
                self._lead_in(provision, state)
            yield from self._provision(provision, found, state)

    def _lead_in(self, item: Provision, state: _Article) -> None:
        """An item with penalties of its own: the lead-in above it says what all its conducts have in common."""
        above = self.structure.by_address.get(str(item.parent))
        if above is None or state.lead is not None:
            return
        lead = list(cut(above, "。！？；;"))[-1:]
        said = [s for s in segments(lead[0]) if _DESCRIBED.search(s.text)] if lead else []
        if said:
            state.lead = Stretch(above, said[0].start, said[-1].end)
            state.conducts, state.fresh = [_Draft(state.lead)], False

    def _provision(
        self, provision: Provision, penalties: list[Penalty], state: _Article
    ) -> Iterator[_Told]:
        for sentence in cut(provision, "。！？"):
            state.rule = None
            for part in cut(sentence, "；;"):
                own = [p for p in penalties if part.start <= p.words.start < part.end]
                if own:
                    yield from self._part(part, own, state)
                elif agent := _agent(part):
                    state.by = agent

    def _part(self, part: Stretch, penalties: list[Penalty], state: _Article) -> Iterator[_Told]:
        state.by = _agent(part) or state.by
        said = segments(part)
        tier: Stretch | None = None
        read = 0
        for number, penalty in enumerate(penalties):
            home = next(i for i, s in enumerate(said) if penalty.words.start < s.end)
            head = _described(said[read:home])
            read = home + 1
            if head is not None and (number or _TIER.match(head.text)):
                tier = head if state.conducts else None
                state.conducts = state.conducts or [_Draft(head)]
            elif head is not None or (state.fresh and not number):
                tier = None
                state.conducts = self._conducts(part, head, state)
            state.fresh = False
            by = state.by if penalty.kind in _IMPOSED else None
            yield penalty, state.conducts, tier, by

    def _conducts(self, part: Stretch, head: Stretch | None, state: _Article) -> list[_Draft]:
        """The conduct that a head describes; where a list follows, each of its items, and what stands beside it."""
        provision = part.provision
        if self._lists(part, head) and (items := self._items(provision)):
            beside, lead = _parted(head)
            listed = [_Draft(Stretch.whole(item).strip(_MARKS), lead) for item in items]
            return listed if beside is None else [_Draft(beside), *listed]
        if head is None:
            return []
        before, state.rule = state.rule, _rule_of(head) or state.rule
        return [_Draft(head, state.lead if provision.kind != "paragraph" else before)]

    def _lists(self, part: Stretch, head: Stretch | None) -> bool:
        """Are the conducts those of the items below: 有下列行为之一的, or penalties that end in a colon?"""
        after = part.provision.text[part.end : part.end + 1]
        return bool(head and _LISTED.search(head.text)) or (after or part.text[-1:]) in ("：", ":")

    def _items(self, provision: Provision) -> list[Provision]:
        """The items below that are conducts: the lowest ones that lay down no penalty of their own."""
        return [
            p
            for p in self.structure.descendants(provision.address)
            if p.text and not self.structure.children(p.address) and p.seq not in self.punishing
        ]


def _described(said: Sequence[Stretch]) -> Stretch | None:
    """The words up to the last segment that describes conduct: A未办理…，或者未…的."""
    last = next((i for i in range(len(said) - 1, -1, -1) if _DESCRIBED.search(said[i].text)), None)
    if last is None:
        return None
    return Stretch(said[0].provision, said[0].start, said[last].end)


def _parted(head: Stretch | None) -> tuple[Stretch | None, Stretch | None]:
    """The conduct that a head names beside the list below, and its words about that list."""
    match = _OR_LISTED.search(head.text) if head is not None else None
    if head is None or match is None:
        return None, head
    return head.part(0, match.start()), head.part(match.end())


def _rule_of(head: Stretch) -> Stretch | None:
    """The first segment of a head that says which rule is broken."""
    first = segments(head)[0]
    return first if _BREAKS.match(first.text) else None


def _agent(part: Stretch) -> Stretch | None:
    """Who imposes: A of 由A责令…; the last one that is named counts."""
    if "由" not in part.text:
        return None
    found = None
    for match in _BY.finditer(part.text):
        if is_party(match["by"]):
            found = part.group(match, "by")
    return found


def _numbered(
    structure: Structure, told: Sequence[_Told]
) -> tuple[list[ConductFacts], list[PenaltyFacts]]:
    ids: dict[tuple[int, int], str] = {}
    conducts: list[ConductFacts] = []
    counts: dict[str, int] = {}
    penalties = []
    for penalty, drafts, tier, by in told:
        for draft in drafts:
            if draft.stretch.span not in ids:
                at = draft.stretch.at
                counts[at] = counts.get(at, 0) + 1
                ids[draft.stretch.span] = f"conduct-{at}-{counts[at]}"
                conducts.append(_conduct(structure, ids[draft.stretch.span], draft))
        penalties.append(
            _penalty(structure, penalty, [ids[d.stretch.span] for d in drafts], tier, by)
        )
    conducts.sort(key=lambda c: (c.start, c.end))
    return conducts, penalties


def _conduct(structure: Structure, name: str, draft: _Draft) -> ConductFacts:
    return ConductFacts(
        id=name,
        text=structure.source.quote(*draft.stretch.span),
        lead=LeadIn(text=structure.source.quote(*draft.lead.span), **draft.lead.place)
        if draft.lead is not None
        else None,
        **draft.stretch.place,
    )


def _penalty(
    structure: Structure,
    penalty: Penalty,
    conducts: list[str],
    tier: Stretch | None,
    by: Stretch | None,
) -> PenaltyFacts:
    low, high, unit = penalty.measure
    return PenaltyFacts(
        kind=penalty.kind,
        text=structure.source.quote(*penalty.words.span),
        minimum=low,
        maximum=high,
        unit=unit,
        on=penalty.on.text if penalty.on is not None else None,
        by=by.text if by is not None else None,
        tier=tier.text if tier is not None else None,
        conducts=list(dict.fromkeys(conducts)),
        **penalty.words.place,
    )
