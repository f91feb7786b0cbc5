"""The parts of clauses between two marks: one of several matters of a long clause may be the whole subject of another.

Of 「支持中医药种植，推动药材提升品质，对乡村医生进行培训」 each part has a counterpart of its own in another article. As a whole the
clause is near none of them; but a part may be nearer to one article than to any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph_model.meaning import Meaning, apart

Numbers = NDArray[np.int64]
Matrix = NDArray[np.float64]

_BETWEEN = re.compile(r"[，。；：]")
_LEAST = 8
"""What is shorter says nothing of itself and stays with what follows, at the end with what goes before."""
_WHO = re.compile(r"^[^，。；：]{0,60}?(?:应当|可以|不得|必须|负责|有权|禁止|鼓励|支持)(?=.{6,})")
"""Who does it, and that it must or may be done: the same in many clauses that speak of other matters."""


@dataclass(frozen=True)
class Parts:
    """The parts of all clauses of a text; ``clauses`` has the number of the clause that each is of, ``articles`` of its article."""

    words: Sequence[str]
    clauses: Numbers
    articles: Numbers


def split(text: str) -> Iterator[str]:
    """Yield the parts of a clause.

    >>> list(split("支持中药材种植，推动药材提升品质；必要时，对乡村医生进行培训。"))
    ['支持中药材种植，推动药材提升品质', '必要时，对乡村医生进行培训']
    """
    last = held = ""
    for piece in filter(None, map(str.strip, _BETWEEN.split(text))):
        held = f"{held}，{piece}" if held else piece
        if len(held) >= _LEAST:
            if last:
                yield last
            last, held = held, ""
    if last or held:
        yield "，".join(filter(None, [last, held]))


def parts_of(clauses: Sequence[str], articles: Numbers) -> Parts:
    """Return the parts of clauses, of which the number of the article is given."""
    words, numbers = [], []
    for number, text in enumerate(clauses):
        for part in list(split(text)) or [text]:
            words.append(part)
            numbers.append(number)
    of_clauses = np.array(numbers, dtype=np.int64)
    return Parts(words, of_clauses, articles[of_clauses])


def lead(near: Matrix, articles: Numbers, over: int = 1) -> Matrix:
    """Return how much higher each value is than the highest in its column that stands in the rows of another article.

    With ``over`` 2 it is the second highest of other articles, and 0 throughout where there are no two.
    """
    best = np.full((int(articles.max()) + 1, near.shape[1]), -1.0)
    np.maximum.at(best, articles, near)
    if len(best) <= over:
        return np.zeros(near.shape)
    after, last = np.sort(best, axis=0)[[-over - 1, -over]]
    higher: Matrix = near - np.where(best >= last, after, last)[articles]
    return higher


def ahead(near: Matrix, upper: Parts, lower: Parts, shape: tuple[int, int], over: int) -> Matrix:
    """Return of each two clauses how far a part of the lower one is ahead with a part of the upper one: by how much nearer
    it is than to any part of another upper article (of the second one, ``over`` 2), where that is most.
    """
    found = np.full(shape, -1.0)
    at = upper.clauses[:, None], lower.clauses[None, :]
    np.maximum.at(found, at, lead(near, upper.articles, over))
    return found


def matter(part: str) -> str:
    """Return a part without those who do it.

    >>> matter("县级以上人民政府应当对乡村医生进行培训"), matter("对乡村医生进行培训")
    ('对乡村医生进行培训', '对乡村医生进行培训')
    """
    return _WHO.sub("", part)


def by_meaning(meaning: Meaning, upper: Parts, lower: Parts) -> Matrix:
    """Return how near the matters of each two parts are in meaning."""
    matters = [[matter(part) for part in side.words] for side in (upper, lower)]
    above, below = apart(*map(meaning.vectors, matters))
    near: Matrix = above @ below.T
    return near
