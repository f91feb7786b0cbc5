"""The matters that law regulates again and again, whatever its subject: 经费, 考核, 预案, 举报.

Two clauses that share one are often each other's counterpart though their words differ (投诉 and 检举, 专项资金 and 财政预算).
``data/lexicon/matters.txt`` has the words of each.
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from graph_model.meaning import unit
from graph_model.parts import Matrix, Numbers
from ingest.lexicon import read_words


def matters_in(text: str) -> set[str]:
    """Return the names of the matters that a clause speaks of.

    >>> matters_in("对检举违法用水的，从专项资金中给予奖励") == {"举报", "水资源", "经费", "表彰"}
    True
    """
    return {name for name, words in _words().items() if words.search(text)}


@cache
def _words() -> dict[str, re.Pattern[str]]:
    rows = (line.split() for line in read_words("matters"))
    return {name: re.compile("|".join(map(re.escape, words))) for name, *words in rows}


def share_matters(
    subjects: tuple[Sequence[str], Sequence[str]], numbers: tuple[Numbers, Numbers]
) -> Matrix:
    """Return how much of their matters each two clauses share, from 0 to 1; what few articles of both texts have counts more."""
    above, below = (_occurrences(side) for side in subjects)
    held = np.concatenate([_of_articles(above, numbers[0]), _of_articles(below, numbers[1])])
    weights = np.maximum(np.log((len(held) + 1) / (held.sum(axis=0) + 0.5)), 0)
    like: Matrix = unit(above * weights) @ unit(below * weights).T
    return like


def _occurrences(texts: Sequence[str]) -> Matrix:
    """Which clause speaks of which matter, as ones."""
    found = [matters_in(text) for text in texts]
    return np.array([[float(name in names) for name in _words()] for names in found])


def _of_articles(clauses: Matrix, numbers: Numbers) -> Matrix:
    """Which article speaks of which matter."""
    held = np.zeros((int(numbers.max()) + 1, clauses.shape[1]))
    np.maximum.at(held, numbers, clauses)
    return held
