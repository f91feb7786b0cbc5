"""Which clauses of two texts belong together: how sure that is, by their likeness and by what else is like them.

Two steps, both a weighted sum. First the measures of two clauses say how near they are; then it counts how much
nearer the lower clause is to any other upper article, and whether firm pairs stand beside them. The weights were fitted
by ``benchmarks.alignment_weights`` on articles of which a reader told the counterparts. A duty and a penalty are no
counterparts, however much they share: what breaks the duty is punished elsewhere in the other text, or nowhere.
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
        "rare": 2.04,
        "articles": 9.11,
        "length": -0.69,
        "place": -1.86,
        "same_frame": 3.83,
        "other_frame": -2.51,
        "one_punishes": -3.81,
        "one_officials": -1.33,
        "both_officials": 2.58,
        "part_above": 5.15,
    },
    near_base=-2.1,
    sure={"near": 0.78, "ahead": 0.29, "beside": 0.46},
    sure_base=-0.43,
    clear=0.52,
    doubtful=0.4,
)
"""Where there is no language model."""
BY_MEANING = Weights(
    near={
        "rare": 1.21,
        "articles": 2.79,
        "length": -0.03,
        "place": -0.94,
        "same_frame": 2.31,
        "other_frame": -1.62,
        "one_punishes": -2.53,
        "one_officials": -1.28,
        "both_officials": 1.94,
        "part_above": 1.72,
        "meaning": 1.85,
        "meant_above": 5.4,
        "meant_below": 1.45,
        "part_meant_above": 2.9,
    },
    near_base=-2.96,
    sure={"near": 0.92, "ahead": 0.08, "beside": 0.28},
    sure_base=-0.3,
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
_FIRM, _MOST_BESIDE = 0.2, 2.0
_ABOVE, _BELOW = 5, 3
"""So many articles away on either side a firm pair is a neighbour."""


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
    """Return for each two clauses, as a third dimension: how near, how far ahead of others, what is beside them."""
    if not near.size:
        return np.zeros((*near.shape, len(BY_WORDS.sure)))
    near = np.clip(near, -_FAR, _FAR)
    rows, columns = numbers_of(upper), numbers_of(lower)
    of_clauses = np.full((rows.max() + 1, len(columns)), -_FAR)
    np.maximum.at(of_clauses, rows, near)
    ahead = np.clip(near - _elsewhere(of_clauses)[rows], _LEAST_AHEAD, _MOST_AHEAD)
    of_articles = np.full((rows.max() + 1, columns.max() + 1), -_FAR)
    np.maximum.at(of_articles, (rows[:, None], columns[None, :]), near)
    return np.stack([near, ahead, _beside(of_articles)[rows][:, columns]], axis=-1)


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
    """How many firm pairs of articles stand beside each two articles: counterparts stand side by side."""
    likest = (near == near.max(axis=1, keepdims=True)) & (near == near.max(axis=0))
    firm = np.where(likest, as_share(near), 0)
    beside = np.zeros(near.shape)
    for i, j in np.argwhere(firm > _FIRM).tolist():
        around = beside[max(i - _ABOVE, 0) : i + _ABOVE + 1, max(j - _BELOW, 0) : j + _BELOW + 1]
        own = float(beside[i, j])
        around += firm[i, j]
        beside[i, j] = own  # a pair is no neighbour of itself
    most: Matrix = np.minimum(beside, _MOST_BESIDE)
    return most


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
