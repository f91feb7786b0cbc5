"""References around a provision or an instrument, step by step in both directions, within a bound."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from graph_model.querybook import Readable, ask

Direction = Literal["out", "in", "both"]
MOST = 150
"""How many places a trace holds; what lies beyond is counted, not fetched."""


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


@dataclass
class Trace:
    """Places by id, references in the order found, and the places at which the trace stopped.

    ``contains`` are pairs of places of which the first holds the second.
    """

    places: dict[str, Place] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    open: dict[str, int] = field(default_factory=dict)
    contains: set[tuple[str, str]] = field(default_factory=set)


def trace(
    store: Readable, start: Place, *, depth: int, direction: Direction, kinds: Collection[str]
) -> Trace:
    """Follow references from a place up to ``depth`` steps; ``kinds`` empty means all kinds."""
    found = Trace({start.id: start})
    frontier = [start]
    for _ in range(depth):
        following: list[Place] = []
        for place in frontier:
            for reference, ends in _around(store, place, direction):
                if kinds and reference.kind not in kinds:
                    continue
                new = [end for end in ends if end.id not in found.places]
                if len(found.places) + len(new) > MOST:
                    found.open[place.id] = found.open.get(place.id, 0) + 1
                    continue
                found.places |= {end.id: end for end in new}
                found.references.setdefault(reference.id + reference.target, reference)
                following += new
                for end in ends:
                    _contain(found, place, end)
        frontier = following
    return found


def _contain(found: Trace, one: Place, other: Place) -> None:
    """Say that one place lies in the other: a reference to 第二十条 concerns its items too."""
    outer, inner = sorted((one, other), key=lambda p: len(p.at or ""))
    if one.doc and one.doc == other.doc and (inner.at or "").startswith(f"{outer.at}."):
        found.contains.add((outer.id, inner.id))


def _around(
    store: Readable, place: Place, direction: Direction
) -> list[tuple[Reference, tuple[Place, ...]]]:
    out: list[tuple[Reference, tuple[Place, ...]]] = []
    if direction != "in" and place.doc:
        question = "references-from" if place.at else "citations-of-document"
        params: dict[str, Any] = {"document": place.doc} | (
            {"address": place.at} if place.at else {}
        )
        out += [_outgoing(place, row) for row in ask(store, question, **params).rows]
    if direction != "out":
        out += [_incoming(place, row) for row in _incoming_rows(store, place)]
    return out


def _incoming_rows(store: Readable, place: Place) -> Sequence[dict[str, Any]]:
    if place.instrument:
        return ask(store, "references-to-document", instrument=place.instrument).rows
    if place.at and place.doc:
        return ask(store, "references-to", document=place.doc, address=place.at).rows
    return []


def _outgoing(place: Place, row: dict[str, Any]) -> tuple[Reference, tuple[Place, ...]]:
    if row["to_doc"]:
        label = row.get("to_canonical") or row["to_at"] or row["target"]
        other = Place(row["to_doc"], row["to_at"], None, label)
    elif row["instrument"]:
        other = Place(None, None, row["instrument"], row["target"])
    else:
        other = Place(None, None, f"{row['target']}{'、'.join(row['units'])}", "没有着落")
    source = Place(row["doc"], row["at"], None, row["canonical"])
    if place.at is None:
        return _reference(row, place.id, other.id), (other,)
    return _reference(row, source.id, other.id), (source, other)


def _incoming(place: Place, row: dict[str, Any]) -> tuple[Reference, tuple[Place, ...]]:
    """The reference leads to the place, to a part of it, or to what contains it: said as it stands."""
    source = Place(row["doc"], row["at"], None, row["canonical"])
    target = place
    if row.get("to_at") and row["to_at"] != place.at:
        target = Place(place.doc, row["to_at"], None, row["to_canonical"])
    return _reference(row, source.id, target.id), (source, target)


def _reference(row: dict[str, Any], source: str, target: str) -> Reference:
    return Reference(
        id=row.get("id") or f"{row['doc']}#{row['at']}@{row['start']}",
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
