"""By which references one provision leads to another: the fewest, article by article, looked for from both ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_model.names import article_of
from graph_model.querybook import Readable
from graph_model.tracing import Direction, Following, Place, Reference, steps_around

MOST_ARTICLES = 2000
"""How many articles are looked at before the search gives up, and says so."""
EACH = 200
"""How many references of one article are followed."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One reference on the way, with its ends; ``against``: it was followed backwards."""

    reference: Reference
    source: Place
    target: Place
    against: bool


@dataclass(frozen=True, slots=True)
class Route:
    """The legs in order; None where there is no way, as far as was looked (``exhausted``: not everywhere)."""

    legs: tuple[Leg, ...] | None
    exhausted: bool = False


@dataclass
class _Side:
    """What was reached from one end: for each article the leg that led there, and from which article."""

    known: dict[str, tuple[Leg, str] | None]
    frontier: list[Place]
    direction: Direction
    cut: bool = False


def route(store: Readable, start: Place, goal: Place, *, most: int, either: bool = False) -> Route:
    """Return the shortest way along references from ``start`` to ``goal`` in at most ``most`` steps.

    ``either``: a reference may also be followed backwards. A citation of one's own article is no step.
    """
    if article_of(start.id) == article_of(goal.id):
        return Route(())
    ahead = _Side({article_of(start.id): None}, [start], "both" if either else "out")
    back = _Side({article_of(goal.id): None}, [goal], "both" if either else "in")
    for _ in range(most):
        side, other = (ahead, back) if len(ahead.frontier) <= len(back.frontier) else (back, ahead)
        if not side.frontier:
            break
        meeting = _grow(store, side, other, forward=side is ahead)
        if meeting:
            return Route((*reversed(_walk(ahead, meeting)), *_walk(back, meeting)))
        if len(ahead.known) + len(back.known) > MOST_ARTICLES:
            return Route(None, exhausted=True)
    return Route(None, exhausted=ahead.cut or back.cut)


def _grow(store: Readable, side: _Side, other: _Side, *, forward: bool) -> str | None:
    """Go one step further on one side; return the article where it meets the other, if it does."""
    steps, totals = steps_around(store, side.frontier, Following(side.direction), EACH)
    side.cut |= any(total > EACH for total in totals.values())
    following: list[Place] = []
    for step in steps:
        here = article_of(step.place.id)
        source, target = step.ends[0], step.ends[-1]
        end = source if step.incoming else target
        there = article_of(end.id)
        if there in side.known or not end.doc or not end.at:
            continue
        side.known[there] = (Leg(step.reference, source, target, step.incoming is forward), here)
        if there in other.known:
            return there
        document, _, address = there.rpartition("#")
        following.append(Place(document, address))
    side.frontier = following
    return None


def _walk(side: _Side, article: str) -> Sequence[Leg]:
    """The legs from an article back to the end that a side started from."""
    legs = []
    while (step := side.known[article]) is not None:
        leg, article = step
        legs.append(leg)
    return legs
