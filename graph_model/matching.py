"""Which clauses of two texts belong together: how sure that is, by their likeness and by what else is like them.

Two steps, both a weighted sum. First the measures of two clauses say how near they are; then it counts how much nearer
the lower clause is to any other upper article, whether firm pairs stand beside them, and how much of the upper text has
counterparts at all. The weights were fitted by ``benchmarks.alignment_weights`` on articles of which a reader told the
counterparts. A duty and a penalty are no counterparts, however much they share: what breaks the duty is punished elsewhere
in the other text, or nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph_model.likeness import MEASURES, Likeness, Matrix, numbers_of, plain_words
from graph_model.sides import Side

Fitted = tuple[Matrix, float]
"""Weights and what is added to their sum."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each measure of two clauses adds to how near they are, then what their standing among the others adds.

    From ``clear`` on two clauses are counterparts, from ``doubtful`` on a person must look.
    """

    near: dict[str, float]
    near_base: float
    sure: dict[str, float]
    sure_base: float
    clear: float
    doubtful: float

    @property
    def both(self) -> tuple[Fitted, Fitted]:
        """Return the weights of both steps."""
        first = np.array(list(self.near.values())), self.near_base
        return first, (np.array(list(self.sure.values())), self.sure_base)


BY_WORDS = Weights(
    near={
        "rare": 1.4,
        "articles": 5.97,
        "articles_above": 5.0,
        "length": -0.2,
        "place": -1.79,
        "same_frame": 3.84,
        "other_frame": -2.07,
        "one_punishes": -3.93,
        "both_punish": -0.3,
        "one_officials": -0.99,
        "both_officials": 2.66,
        "part_above": 3.21,
        "matters": 1.88,
    },
    near_base=-4.18,
    sure={"near": 0.87, "ahead": 0.14, "beside": 2.23, "covered": 0.39},
    sure_base=-0.47,
    clear=0.45,
    doubtful=0.3,
)
"""Where there is no language model."""
BY_MEANING = Weights(
    near={
        "rare": 0.77,
        "articles": 2.82,
        "articles_above": 2.86,
        "length": 0.26,
        "place": -1.02,
        "same_frame": 2.46,
        "other_frame": -1.48,
        "one_punishes": -2.86,
        "both_punish": -0.87,
        "one_officials": -0.65,
        "both_officials": 2.34,
        "part_above": 0.98,
        "matters": 1.01,
        "meaning": 2.23,
        "meant_above": 4.11,
        "meant_below": 1.71,
        "part_meant_above": 2.92,
    },
    near_base=-4.37,
    sure={"near": 0.92, "ahead": 0.09, "beside": 1.47, "covered": 0.94},
    sure_base=-0.67,
    clear=0.45,
    doubtful=0.3,
)
"""With the language model."""

_CITED = 0.9
"""How sure a citation of the very provision makes at least."""
_BESIDE_CLEAR, _IN_COMMON = 0.3, 1.0
"""Of two articles that are a pair, clauses that are so sure and have so much that is rare in common are one too."""
_FAR = 9.0
_LEAST_AHEAD, _MOST_AHEAD = -5.0, 3.0
_FIRM = 0.2


@dataclass(frozen=True, slots=True)
class Link:
    """Two clauses that are held to speak of the same; ``doubt`` tells why a person must look, None where it is clear."""

    upper: str
    lower: str
    score: float
    doubt: str | None


def weights_of(like: Likeness) -> Weights:
    """Return the weights for what was measured."""
    return BY_MEANING if like.by_meaning else BY_WORDS


def scores_of(upper: Side, lower: Side, like: Likeness, weights: Weights) -> Matrix:
    """Return how sure it is that two clauses speak of the same, from 0 to 1."""
    scores = weighed(upper, lower, like.measures, *weights.both)
    same = [[plain_words(c.text) for c in side.clauses] for side in (upper, lower)]
    for j, words in enumerate(same[1]):
        for i, others in enumerate(same[0]):
            if words == others:
                scores[i, j] = 1.0
    for i, j in _citations(upper, lower, scores):
        scores[i, j] = max(scores[i, j], _CITED)
    # the order of the clauses must not decide which is the likest
    rounded: Matrix = scores.round(4)
    return rounded


def weighed(upper: Side, lower: Side, measures: Matrix, near: Fitted, sure: Fitted) -> Matrix:
    """Return how sure the weights of both steps are of each two clauses, from 0 to 1; a penalty is no duty's counterpart."""
    stands = standing(upper, lower, measures @ near[0] + near[1])
    share = as_share(stands @ sure[0] + sure[1])
    apart: Matrix = share * (1 - measures[..., MEASURES.index("one_punishes")])
    return apart


def standing(upper: Side, lower: Side, near: Matrix) -> Matrix:
    """Return for each two clauses, as a third dimension: how near, how far ahead of others, what is beside them.

    And, the same for all, which share of the upper articles has something near in the lower text: a text that was made
    to implement the other has counterparts of most, one that only shares its subject of few.
    """
    if not near.size:
        return np.zeros((*near.shape, len(BY_WORDS.sure)))
    near = np.clip(near, -_FAR, _FAR)
    rows, columns = numbers_of(upper), numbers_of(lower)
    of_clauses = np.full((rows.max() + 1, len(columns)), -_FAR)
    np.maximum.at(of_clauses, rows, near)
    ahead = np.clip(near - _elsewhere(of_clauses)[rows], _LEAST_AHEAD, _MOST_AHEAD)
    of_articles = np.full((rows.max() + 1, columns.max() + 1), -_FAR)
    np.maximum.at(of_articles, (rows[:, None], columns[None, :]), near)
    covered = np.full(near.shape, (of_articles.max(axis=1) > 0).mean())
    return np.stack([near, ahead, _beside(of_articles)[rows][:, columns], covered], axis=-1)


def as_share(logit: Matrix) -> Matrix:
    """Return the logistic of a weighted sum."""
    share: Matrix = 1 / (1 + np.exp(-logit))
    return share


def _elsewhere(near: Matrix) -> Matrix:
    """The nearest of the other rows, for each entry."""
    if len(near) < 2:
        return np.full(near.shape, -_FAR)
    second, first = np.sort(near, axis=0)[-2:]
    others: Matrix = np.where(near >= first, second, first)
    return others


def _beside(near: Matrix) -> Matrix:
    """How many firm pairs of articles stand beside each two articles: counterparts stand side by side.

    The next article counts most, one three places away hardly anything; a pair is no neighbour of itself.
    """
    likest = (near == near.max(axis=1, keepdims=True)) & (near == near.max(axis=0))
    share = as_share(near)
    firm = np.where(likest & (share > _FIRM), share, 0)
    above, below = (_nearness(number) for number in near.shape)
    beside: Matrix = np.log1p(above @ firm @ below - firm)
    return beside


def _nearness(number: int) -> Matrix:
    """How near each two of so many articles stand: 1 for the same one, falling off like a bell."""
    places = np.arange(number)
    near: Matrix = np.exp(-((places[:, None] - places) ** 2) / 2)
    return near


def _citations(upper: Side, lower: Side, scores: Matrix) -> Iterator[tuple[int, int]]:
    """Which clause cites which: of an article that is cited as a whole, the likest clause."""
    columns = {c.at: j for j, c in enumerate(lower.clauses)}
    rows: dict[str, list[int]] = {}
    for i, clause in enumerate(upper.clauses):
        for at in {clause.article, *(at for at, _, _ in clause.pieces)}:
            rows.setdefault(at, []).append(i)
    for citing in lower.cites:
        if citing.document == upper.id != lower.id:
            j = columns[citing.clause]
            for at in citing.addresses:
                if at in rows:
                    yield max(rows[at], key=lambda i: (scores[i, j], -i)), j


def find_links(
    upper: Side, lower: Side, scores: Matrix, like: Likeness, weights: Weights
) -> Iterator[Link]:
    """Yield the clauses that belong together, surely or doubtfully.

    Articles are a pair by their surest clauses. Their other clauses need less, but something rare in common: most of
    what speaks for them is what speaks for their articles.
    """
    best: dict[tuple[str, str], float] = {}
    likely = [
        (upper.clauses[i], lower.clauses[j], float(scores[i, j]), float(like.rare[i, j]))
        for i, j in np.argwhere(scores >= _BESIDE_CLEAR).tolist()
    ]
    for a, b, score, _ in likely:
        best[a.article, b.article] = max(best.get((a.article, b.article), 0.0), score)
    for a, b, score, rare in likely:
        surest = best[a.article, b.article]
        if score < surest and rare < _IN_COMMON:
            continue
        if surest >= weights.clear:
            yield Link(a.at, b.at, score, None)
        elif score >= weights.doubtful:
            yield Link(a.at, b.at, score, f"把握不大（{score:.0%}），这样的约有一半不是对应")
