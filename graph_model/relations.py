"""What a pair of articles is to each other, by what was measured: repeated, made concrete, widened, narrowed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from graph_model.differences import Change, Difference
from graph_model.likeness import plain_words
from graph_model.sides import Clause, ValueKind, is_organ

Relation = Literal["repeats", "implements", "extends", "narrows"]

RELATIONS: dict[Relation, str] = {
    "narrows": "缩减",
    "implements": "细化",
    "extends": "扩展",
    "repeats": "重复",
}
"""What a pair can be, in the order in which a reader wants to see them."""
FRAMES = {
    "purpose": "都是立法目的",
    "effect": "都是施行日期",
    "scope": "都是适用范围",
    "crime": "都是对构成犯罪的指引",
    "liability": "都是公职人员不履行职责的责任",
}
"""Clauses that every text has, and what is said of two of them."""

_SAME, _REPEATED = 0.995, 0.85
_MOSTLY, _PARTLY, _SURPLUS = 0.6, 0.45, 0.15
_MEASURED: tuple[ValueKind, ...] = ("force", "deadline", "frequency", "amount")
_ANY_ORGAN = re.compile(r"政府|部门|机关|委员会|法院|检察院|国务院|主管")


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of two articles: their linked clauses, how much of the words is common, what differs.

    ``alike`` is the share of equal wording, ``upper_covered`` how much of the upper clauses' subject the lower
    ones have, ``cited`` the words in which the lower article cites the upper one. ``left_out`` and ``own`` are the
    clauses of the upper and of the lower article that have no counterpart anywhere.
    """

    upper_covered: float
    lower_covered: float
    links: tuple[tuple[Clause, Clause], ...]
    differences: tuple[Difference, ...]
    cited: str | None
    left_out: int = 0
    own: int = 0

    @property
    def above(self) -> list[Clause]:
        """The linked clauses of the upper article."""
        return list({a.at: a for a, _ in self.links}.values())

    @property
    def below(self) -> list[Clause]:
        """The linked clauses of the lower article."""
        return list({b.at: b for _, b in self.links}.values())

    @property
    def alike(self) -> float:
        """How much of the wording is the same, by the length of the lower clauses."""
        best: dict[str, tuple[float, int]] = {}
        for a, b in self.links:
            ratio = fuzz.ratio(plain_words(a.text), plain_words(b.text)) / 100
            best[b.at] = max(best.get(b.at, (0.0, 0)), (ratio, len(b.text)))
        total = sum(length for _, length in best.values())
        return sum(ratio * length for ratio, length in best.values()) / total

    def told(self, change: Change, *kinds: ValueKind) -> list[str]:
        """Return the differences of these kinds that change the demand in this way, in words."""
        return [d.told for d in self.differences if d.change == change and d.kind in kinds]

    @property
    def frame(self) -> str | None:
        """What the clauses are, where both are what every text has."""
        sorts = {c.sort for c in (*self.above, *self.below)}
        return FRAMES.get(sorts.pop()) if len(sorts) == 1 else None

    @property
    def organs(self) -> list[str]:
        """The organs that the lower text names where the upper one speaks of none but the State."""
        if any(_ANY_ORGAN.search(c.text) for c in self.above):
            return []
        named = [v.quote.text for c in self.below for v in c.of_kind("bearer")]
        return list(dict.fromkeys(filter(is_organ, named)))[:2]

    @property
    def more_items(self) -> list[str]:
        """Cases that the lower text adds to a list of the upper one."""
        above, below = sum(c.items for c in self.above), sum(c.items for c in self.below)
        return [f"多列 {below - above} 项"] if 0 < above < below else []


def relation_of(m: Measured) -> tuple[Relation, tuple[str, ...]]:
    """Return what the pair is, with all that speaks for it."""
    found = ((relation, reasons) for relation, reasons in _readings(m) if reasons)
    relation, reasons = next(found, ("implements", ["同一事项，写法不同"]))
    return relation, tuple(reasons)


def _readings(m: Measured) -> Iterator[tuple[Relation, Sequence[str]]]:
    """What the pair may be, the first with a reason counts: weaker demands soon, since they must be seen."""
    changes = {d.change for d in m.differences if d.kind != "condition"} - {"other"}
    same = m.alike >= _REPEATED and not (changes or m.more_items or m.frame)
    if same or m.alike >= _SAME:
        told = f"文字几乎相同（{m.alike:.0%}）"
        yield "narrows", [f"{told}，少了 {m.left_out} 款"] if m.left_out else []
        yield "extends", [f"{told}，另加 {m.own} 款"] if m.own else []
        yield "repeats", [told]
    yield "implements", [m.frame] if m.frame else []
    fewer = m.told("dropped", "bearer") if m.lower_covered >= _PARTLY else []
    yield "narrows", [*m.told("weaker", *_MEASURED), *fewer]
    partial = m.lower_covered >= _MOSTLY and m.upper_covered < _PARTLY
    yield "narrows", [f"上位的内容只写入一部分（约 {m.upper_covered:.0%}）"] if partial else []
    concrete = [*m.told("added", *_MEASURED), *(f"写明由{organ}" for organ in m.organs)]
    concrete += [f"写明依据：{m.cited}"] if m.cited else []
    more = [*m.told("stronger", *_MEASURED), *m.more_items]
    yield "extends", more and [*more, *concrete]
    wider = m.told("added", "bearer")
    yield "implements", concrete and [*concrete, *wider]
    yield "extends", wider
    surplus = m.upper_covered >= _MOSTLY and m.lower_covered < m.upper_covered - _SURPLUS
    told = f"对应的内容大多写入（约 {m.upper_covered:.0%}），另有增加"
    yield "extends", [told] if surplus else []
