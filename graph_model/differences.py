"""What two clauses fix differently: bearers, frequencies, deadlines, amounts, conditions, with the words of both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from graph_model.sides import Clause, Level, Quote, Value, ValueKind, is_above
from ingest.lexicon import default

Change = Literal["weaker", "stronger", "added", "dropped", "other"]

KINDS: dict[ValueKind, str] = {
    "bearer": "主体",
    "force": "力度",
    "frequency": "频次",
    "deadline": "期限",
    "amount": "罚款金额",
    "condition": "条件",
}
_MEASURED: tuple[ValueKind, ...] = ("frequency", "deadline", "amount")
_LESS_IS_STRICTER: frozenset[ValueKind] = frozenset(["deadline"])
_SAME_CONDITION = 60
_SAME_PARTY = 0.8
_MOST = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: seen from the lower text it is weaker, stronger, added, dropped, or just other."""

    kind: ValueKind
    change: Change
    told: str
    upper: tuple[Quote, ...]
    lower: tuple[Quote, ...]


def differences(above: Clause, below: Clause, level: Level, around: str) -> Iterator[Difference]:
    """Yield what the two clauses fix differently.

    ``level`` is that of the lower text: organs above it are nothing that it could have left out. ``around`` are
    the words of the lower article: a party that they name elsewhere is not left out.
    """
    yield from _bearers(above.of_kind("bearer"), below.of_kind("bearer"), level, around)
    yield from _forces(above.of_kind("force"), below.of_kind("force"))
    for kind in _MEASURED:
        yield from _numbers(kind, above.of_kind(kind), below.of_kind(kind))
    yield from _conditions(above.of_kind("condition"), below.of_kind("condition"))


def changed_words(upper: str, lower: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return which stretches of each text the other does not have, in whole words, in order.

    >>> changed_words("应当检查设施", "可以检查设施")
    ([(0, 2)], [(0, 2)])
    """
    words = default().words(upper), default().words(lower)
    starts = [[0, *accumulate(map(len, side))] for side in words]
    gone: list[tuple[int, int]] = []
    new: list[tuple[int, int]] = []
    for step in Indel.opcodes(*words):
        if step.tag == "delete":
            gone.append((starts[0][step.src_start], starts[0][step.src_end]))
        elif step.tag == "insert":
            new.append((starts[1][step.dest_start], starts[1][step.dest_end]))
    return gone, new


def _forces(above: Sequence[Value], below: Sequence[Value]) -> Iterator[Difference]:
    """Duties that became powers, or powers that became duties; where a side has both, nothing is said."""
    keys = {v.key for v in above}, {v.key for v in below}
    if keys == ({"must"}, {"may"}):
        yield _difference("force", "weaker", "义务改为可以", above, below)
    elif keys == ({"may"}, {"must"}):
        yield _difference("force", "stronger", "可以改为义务", above, below)


def _bearers(
    above: Sequence[Value], below: Sequence[Value], level: Level, around: str
) -> Iterator[Difference]:
    """Members of enumerations that only one side has; where one side names none, nothing is compared."""
    new = [v for v in below if not any(_is_same_party(w.key, v.key) for w in above)]
    owed = [v for v in above if not is_above(v.quote.text, level)]
    if not owed or not below:
        return
    gone = [
        v
        for v in owed
        if v.key not in around and not any(_is_same_party(v.key, w.key) for w in below)
    ]
    part = [v for v in owed if v not in gone and _is_enumerated_in(v.key, below)]
    if (gone or part) and new:
        told = f"主体不同：上位为{_told([*gone, *part])}，下位为{_told(new)}"
        yield _difference("bearer", "other", told, [*gone, *part], new)
    elif gone:
        yield _difference("bearer", "dropped", f"主体少了{_told(gone)}", gone, below)
    elif part:
        told = f"主体只写了其中的{_told(below)}"
        yield _difference("bearer", "dropped", told, part, below)
    elif new:
        yield _difference("bearer", "added", f"主体增加{_told(new)}", owed, new)


def _is_same_party(one: str, other: str) -> bool:
    """Is one name the other, or told in the other: 长途客运经营者 in 住宿、长途客运、租赁等业务的经营者?"""
    short, long = sorted((one, other), key=len)
    pairs = [short[n : n + 2] for n in range(len(short) - 1)]
    return short in long or sum(p in long for p in pairs) >= _SAME_PARTY * len(pairs)


def _is_enumerated_in(key: str, below: Sequence[Value]) -> bool:
    """Does a name enumerate several lines of business of which the lower text has only some?"""
    same = [v.key for v in below if _is_same_party(key, v.key)]
    return "、" in key and bool(same) and all(k.count("、") < key.count("、") for k in same)


def _numbers(
    kind: ValueKind, above: Sequence[Value], below: Sequence[Value]
) -> Iterator[Difference]:
    keys = {v.key for v in above}, {v.key for v in below}
    gone = [v for v in above if v.key not in keys[1]]
    new = [v for v in below if v.key not in keys[0]]
    name = KINDS[kind]
    if gone and new:
        change = _direction(kind, gone, new)
        word = {"weaker": "放宽", "stronger": "收紧", "other": "不同"}[change]
        told = f"{name}{word}：上位{_told(gone)}，下位{_told(new)}"
        yield _difference(kind, change, told, gone, new)
    elif new:
        yield _difference(kind, "added", f"写明{name}：{_told(new)}", above, new)
    elif gone:
        yield _difference(kind, "dropped", f"没有写{name}：{_told(gone)}", gone, below)


def _direction(
    kind: ValueKind, above: Sequence[Value], below: Sequence[Value]
) -> Literal["weaker", "stronger", "other"]:
    """Compare single numbers; of several it is not known which belongs to which, unless all point one way."""
    sizes = [v.size for v in above], [v.size for v in below]
    ones = [s for s in sizes[0] if s is not None]
    others = [s for s in sizes[1] if s is not None]
    if len(ones) != len(above) or len(others) != len(below):
        return "other"
    if max(others) < min(ones):
        return "stronger" if kind in _LESS_IS_STRICTER else "weaker"
    if min(others) > max(ones):
        return "weaker" if kind in _LESS_IS_STRICTER else "stronger"
    return "other"


def _conditions(above: Sequence[Value], below: Sequence[Value]) -> Iterator[Difference]:
    gone = [v for v in above if not _has_alike(v, below)]
    new = [v for v in below if not _has_alike(v, above)]
    if gone and new:
        told = f"条件不同：上位“{gone[0].quote.text}”，下位“{new[0].quote.text}”"
        yield _difference("condition", "other", told, gone, new)
    elif new:
        yield _difference("condition", "added", f"增加条件{_told(new)}", above, new)
    elif gone:
        yield _difference("condition", "dropped", f"没有写条件{_told(gone)}", gone, below)


def _has_alike(value: Value, others: Sequence[Value]) -> bool:
    return any(fuzz.ratio(value.key, other.key) >= _SAME_CONDITION for other in others)


def _told(values: Sequence[Value]) -> str:
    names = list(dict.fromkeys(v.quote.text for v in values))
    rest = f"等{len(names)}处" if len(names) > _MOST else ""
    return "、".join(f"“{n}”" for n in names[:_MOST]) + rest


def _difference(
    kind: ValueKind, change: Change, told: str, above: Sequence[Value], below: Sequence[Value]
) -> Difference:
    return Difference(
        kind, change, told, tuple(v.quote for v in above), tuple(v.quote for v in below)
    )
