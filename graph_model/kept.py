"""Answers remembered while nothing is written: what a page asks again and again is asked once.

Every write transaction counts up the turn of FatuLock, so an answer is good as long as the turn stands, whoever
wrote, in whichever process. Asking for the turn takes less than a millisecond on both servers.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence, Sized
from typing import Any, Protocol, TypeVar

from graph_model.search import Searchable

T = TypeVar("T")
Row = dict[str, Any]

MOST_ROWS = 100_000
"""How many rows are remembered in all; the answers that were not asked for the longest go first."""


class Turning(Searchable, Protocol):
    """What is remembered: a store that tells how often it was written."""

    def turn(self) -> int:
        """Return how many write transactions there have been."""


class Kept:
    """A store's answers, remembered. The rows belong to all who ask: they are read, never changed."""

    def __init__(self, store: Turning) -> None:
        """Remember the answers of a store."""
        self._store = store
        self._turn = -1
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def read(self, statement: str, /, **params: Any) -> list[Row]:
        """Return the rows of a read-only statement."""
        return self.recall(
            (statement, *_given(params)), lambda: self._store.read(statement, **params)
        )

    def fulltext(
        self,
        index: str,
        tokens: Sequence[str],
        limit: int,
        properties: Sequence[str],
        within: Mapping[str, Sequence[str]] | None = None,
    ) -> list[Row]:
        """Return chosen properties of nodes that hold all the tokens."""
        key = (index, *tokens, limit, *properties, *_given(within or {}))
        return self.recall(
            key, lambda: self._store.fulltext(index, tokens, limit, properties, within)
        )

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` made of the graph as it stands, made again after a write."""
        # Before the reading: what is written meanwhile makes the answer look older than it is, never newer.
        turn = self._store.turn()
        with self._lock:
            if turn != self._turn:
                self._turn, self._size = turn, 0
                self._known.clear()
            if key in self._known:
                self._known.move_to_end(key)
                known: T = self._known[key]
                return known
        made = make()
        with self._lock:
            if turn == self._turn and key not in self._known:
                self._known[key] = made
                self._size += _size(made)
                while self._size > MOST_ROWS:
                    self._size -= _size(self._known.popitem(last=False)[1])
        return made


def _size(value: object) -> int:
    """How many rows an answer counts for."""
    return 1 + len(value) if isinstance(value, Sized) else 1


def _given(values: Mapping[str, Any]) -> tuple[Hashable, ...]:
    return tuple(
        (name, tuple(value) if isinstance(value, list) else value)
        for name, value in sorted(values.items())
    )
