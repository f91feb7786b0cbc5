"""References around a provision or an instrument, step by step in both directions, within a bound.

Each step is one question for all places that it starts from: it brings so many references of each and how many
there are in all, so that a law that thousands of places cite costs no more than another.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from graph_model.querybook import Readable, ask

Direction = Literal["out", "in", "both"]
MOST = 150
"""How many places a trace holds; what lies beyond is counted, not fetched."""
ROOM = 50
"""How many of them are left for what a user opens."""
FEWEST = 5
"""How many references of a place are fetched even where many places share the room."""


@dataclass(frozen=True, slots=True)
class Place:
    """A provision (``doc`` and ``at``), or an instrument whose text is not loaded (``instrument``)."""

    doc: str | None
    at: str | None
    instrument: str | None = None
    label: str = ""

    @property
    def id(self) -> str:
        """The provision's or instrument's id in the graph."""
        return f"{self.doc}#{self.at}" if self.at else self.doc or self.instrument or ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference between two places, with the words that make it."""

    id: str
    source: str
    target: str
    kind: str
    quote: str
    status: str
    reason: str | None
    doc: str
    at: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Following:
    """Which references are followed: in which direction, and of which kinds (none given: all)."""

    direction: Direction = "both"
    kinds: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A reference met at a place: the reference and its ends, the one asked about among them or not."""

    place: Place
    reference: Reference
    ends: tuple[Place, ...]
    incoming: bool = False


@dataclass
class Trace:
    """Places by id, references in the order found, and how many more each place has.

    ``contains`` are pairs of places of which the first holds the second.
    """

    places: dict[str, Place] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    open: dict[str, int] = field(default_factory=dict)
    contains: set[tuple[str, str]] = field(default_factory=set)


def trace(
    store: Readable, start: Place, follow: Following, *, depth: int, opened: Sequence[Place] = ()
) -> Trace:
    """Follow references from a place up to ``depth`` steps.

    From the places that were ``opened`` it goes one step further.
    """
    found = Trace({start.id: start})
    frontier = [start]
    for _ in range(depth):
        room = MOST - (ROOM if opened else 0)
        frontier = _widen(store, found, frontier, room, follow)
    _widen(store, found, [p for p in opened if p.id in found.places], MOST, follow)
    return found


def _widen(
    store: Readable, found: Trace, frontier: Sequence[Place], room: int, follow: Following
) -> list[Place]:
    """Add what lies one step from the frontier, as far as there is room; return the new places."""
    if not frontier:
        return []
    each = max(FEWEST, (room - len(found.places)) // len(frontier))
    following: list[Place] = []
    met: dict[str, set[tuple[bool, str]]] = {place.id: set() for place in frontier}
    steps, totals = steps_around(store, frontier, follow, each)
    for step in steps:
        new = [end for end in step.ends if end.id not in found.places]
        if len(found.places) + len(new) > room:
            continue
        found.places |= {end.id: end for end in new}
        found.references.setdefault(step.reference.id + step.reference.target, step.reference)
        met[step.place.id].add((step.incoming, step.reference.id))
        following += new
        for end in step.ends:
            _contain(found, step.place, end)
    for place, total in totals.items():
        found.open[place] = max(0, total - len(met[place]))
    found.open = {place: hidden for place, hidden in found.open.items() if hidden}
    return following


def steps_around(
    store: Readable, places: Sequence[Place], follow: Following, each: int
) -> tuple[list[Step], dict[str, int]]:
    """Return at most ``each`` references of each place, and how many each has in all."""
    known = {place.id: place for place in places}
    params = {"places": list(known), "kinds": sorted(follow.kinds) or None, "each": each}
    out = [] if follow.direction == "in" else ask(store, "references-of-places", **params).rows
    in_ = [] if follow.direction == "out" else ask(store, "references-to-places", **params).rows
    totals: dict[str, int] = dict.fromkeys(known, 0)
    for rows in (out, in_):
        for place, total in {row["place"]: row["total"] for row in rows}.items():
            totals[place] += total
    steps = [_outgoing(known[row["place"]], row) for row in out]
    steps += [_incoming(known[row["place"]], row) for row in in_]
    return list(_in_turn(steps, known)), totals


def _in_turn(steps: Sequence[Step], places: Collection[str]) -> Iterator[Step]:
    """The steps place by place, as the places were given."""
    by_place: dict[str, list[Step]] = {place: [] for place in places}
    for step in steps:
        by_place[step.place.id].append(step)
    for found in by_place.values():
        yield from found


def _contain(found: Trace, one: Place, other: Place) -> None:
    """Say that one place lies in the other: a reference to 第二十条 concerns its items too."""
    outer, inner = sorted((one, other), key=lambda p: len(p.at or ""))
    if one.doc and one.doc == other.doc and (inner.at or "").startswith(f"{outer.at}."):
        found.contains.add((outer.id, inner.id))


def _outgoing(place: Place, row: dict[str, Any]) -> Step:
    if row["to_doc"]:
        label = row["to_canonical"] or row["target"]
        other = Place(row["to_doc"], row["to_at"], None, label)
    elif row["instrument"]:
        other = Place(None, None, row["instrument"], row["target"])
    else:
        other = Place(None, None, f"{row['target']}{'、'.join(row['units'])}", "没有着落")
    if place.at is None:
        return Step(place, _reference(row, place.id, other.id), (other,))
    source = Place(row["doc"], row["at"], None, row["canonical"])
    return Step(place, _reference(row, source.id, other.id), (source, other))


def _incoming(place: Place, row: dict[str, Any]) -> Step:
    """The reference leads to the place, to a part of it, or to what contains it: said as it stands."""
    source = Place(row["doc"], row["at"], None, row["canonical"])
    target = Place(place.doc, row["to_at"], None, row["to_canonical"]) if place.at else place
    return Step(place, _reference(row, source.id, target.id), (source, target), incoming=True)


def _reference(row: dict[str, Any], source: str, target: str) -> Reference:
    return Reference(
        id=row["id"],
        source=source,
        target=target,
        kind=row["kind"],
        quote=row["quote"],
        status=row.get("status") or "resolved",
        reason=row.get("reason"),
        doc=row["doc"],
        at=row["at"],
        start=row["start"],
        end=row["end"],
    )
