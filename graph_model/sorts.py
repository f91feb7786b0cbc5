"""What two clauses are: whether both are what every text has, lay a sanction, or lay one on officials, or only one does."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from graph_model.parts import Matrix
from graph_model.sides import Clause, Side

SORTS = (
    "same_frame", "other_frame", "one_punishes", "both_punish", "one_officials", "both_officials",
)  # fmt: skip
"""What is told of two clauses, in the order in which ``alike_in_sort`` returns it."""

_FRAMES = ("purpose", "effect", "scope", "definition", "crime")
"""Clauses that every text has; of definitions there may be many."""


def alike_in_sort(upper: Side, lower: Side) -> list[Matrix]:
    """Return the ``SORTS`` of each two clauses, upper ones in rows and lower ones in columns, as ones and zeros.

    Only one punishes where the other does not at all. Of officials: whether only one of two penalties is for those who do
    not do their duty, or both are.
    """
    frames = [[_frame(c) for c in side.clauses] for side in (upper, lower)]
    pairs = [[(a, b) for b in frames[1]] for a in frames[0]]
    same = [[a == b and a not in ("", "definition") for a, b in row] for row in pairs]
    other = [[a != b for a, b in row] for row in pairs]
    above, below = _told(upper, lower, lambda c: c.punishes)
    only_above, only_below = _told(upper, lower, lambda c: c.only_punishes)
    officials_above, officials_below = _told(upper, lower, lambda c: c.sort == "liability")
    found = (
        same,
        other,
        (only_above & ~below) | (~above & only_below),
        above & below,
        (officials_above != officials_below) & above & below,
        officials_above & officials_below,
    )
    return [np.array(matrix, dtype=float) for matrix in found]


def _told(
    upper: Side, lower: Side, holds: Callable[[Clause], bool]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Of which clauses something holds: the upper ones as rows, the lower ones as columns."""
    above, below = (np.array([holds(c) for c in side.clauses]) for side in (upper, lower))
    return above[:, None], below[None, :]


def _frame(clause: Clause) -> str:
    return clause.sort if clause.sort in _FRAMES else ""
