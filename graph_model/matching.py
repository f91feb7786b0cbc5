"""Which clauses of two texts belong together, by how like they are to each other and to all others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_model.likeness import Likeness, Matrix
from graph_model.sides import Clause, Side

# The scores were chosen on texts that were read: docs/decisions/align.md.
_CITED = 0.9
"""What a citation of the very provision counts at least."""
_CLEAR = 0.34
"""Two that are each other's likest are counterparts from here on, …"""
_LIKEST, _LIKEST_ARTICLES, _MARGIN = 0.25, 0.23, 0.15
"""… and from here on where the next likest of either is by such a share less like."""
_ONE_SIDED, _SHARE = 0.42, 0.5
"""What is the likest for one of them only, and how much it must be of what the other's likest is."""
_LONGER, _IN_LONGER = 1.8, 0.32
"""A clause that is so many times longer may hold the counterparts of several, each a part of it."""
_CLOSE, _CLOSE_SHARE = 0.6, 0.8
"""What is nobody's likest, but very like."""
_DOUBTFUL = 0.34
_SELF = re.compile(r"本(?:法|条例|办法|规定|细则|实施细则|实施办法)")
_HOME = re.compile(r"本(?:省|市|自治区|区|县)|我[省市]|[，、；。：]")


@dataclass(frozen=True, slots=True)
class Link:
    """Two clauses that are held to speak of the same; ``doubt`` tells why a person must look, None where it is clear."""

    upper: str
    lower: str
    score: float
    doubt: str | None


def plain_words(text: str) -> str:
    """Return the words in the spelling in which two texts are compared: 本条例 and 本法 are the same.

    >>> plain_words("本省依照本条例，处罚。") == plain_words("依照本法处罚。")
    True
    """
    return _HOME.sub("", _SELF.sub("本法", text))


def scores_of(upper: Side, lower: Side, like: Likeness) -> Matrix:
    """Return the likeness, with what wording does not tell: the same words, and that one cites the other."""
    scores = like.score.copy()
    same = [[plain_words(c.text) for c in side.clauses] for side in (upper, lower)]
    for j, words in enumerate(same[1]):
        for i, others in enumerate(same[0]):
            if words == others:
                scores[i, j] = 1.0
    for i, j in _citations(upper, lower, scores):
        scores[i, j] = max(scores[i, j], _CITED)
    rounded: Matrix = scores.round(
        4
    )  # the order of the clauses must not decide which is the likest
    return rounded


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


def find_links(upper: Side, lower: Side, scores: Matrix) -> Iterator[Link]:
    """Yield the clauses that belong together, by a clear measure or by a doubtful one."""
    if not scores.size:
        return
    above = _Likest.of(scores, [c.article for c in lower.clauses])
    below = _Likest.of(scores.T, [c.article for c in upper.clauses])
    articles = _likest_articles(upper, lower, scores)
    for i, j in zip(*(found.tolist() for found in scores.nonzero()), strict=True):
        a, b, score = upper.clauses[i], lower.clauses[j], float(scores[i, j])
        mine, its = score >= above.best[i], score >= below.best[j]
        best = max(above.best[i], below.best[j])
        rival = max(above.elsewhere(i, b.article), below.elsewhere(j, a.article))
        likest = mine and its and score >= _LIKEST
        likest = likest or articles.get((a.article, b.article)) == score
        part = (mine and _is_part(a, b)) or (its and _is_part(b, a))
        if (
            (likest and (score >= _CLEAR or rival <= score * (1 - _MARGIN)))
            or _is_clear(score, mine or its, best)
            or (part and score >= _IN_LONGER)
        ):
            yield Link(a.at, b.at, score, None)
        elif likest:
            yield Link(a.at, b.at, score, f"相似度不高（{score:.2f}），另有几乎同样相近的条文")
        elif (mine or its) and score >= _DOUBTFUL:
            yield Link(a.at, b.at, score, f"相似度不高（{score:.2f}），其中一边另有更相近的条文")


def _is_clear(score: float, is_likest: bool, best: float) -> bool:
    """Is the measure clear, although the two are not each other's likest?"""
    if score >= _CITED:
        return True
    if is_likest:
        return score >= _ONE_SIDED and score >= _SHARE * best
    return score >= _CLOSE and score >= _CLOSE_SHARE * best


def _is_part(part: Clause, whole: Clause) -> bool:
    return len(whole.text) >= _LONGER * len(part.text)


@dataclass(frozen=True, slots=True)
class _Likest:
    """For each clause of one text its best score, and that in each article of the other text."""

    best: list[float]
    by_article: list[dict[str, float]]

    @classmethod
    def of(cls, scores: Matrix, articles: Sequence[str]) -> "_Likest":
        by_article: list[dict[str, float]] = []
        for row in scores.tolist():
            found: dict[str, float] = {}
            for article, score in zip(articles, row, strict=True):
                found[article] = max(found.get(article, 0.0), score)
            by_article.append(found)
        return cls([max(found.values()) for found in by_article], by_article)

    def elsewhere(self, clause: int, article: str) -> float:
        """The best score of a clause outside an article."""
        return max((s for a, s in self.by_article[clause].items() if a != article), default=0.0)


def _likest_articles(upper: Side, lower: Side, scores: Matrix) -> dict[tuple[str, str], float]:
    """Return the articles that are each other's likest, with the score of their likest clauses."""
    found: dict[tuple[str, str], float] = {}
    for a, row in zip(upper.clauses, scores.tolist(), strict=True):
        for b, score in zip(lower.clauses, row, strict=True):
            key = a.article, b.article
            found[key] = max(found.get(key, 0.0), score)
    best: dict[tuple[int, str], float] = {}
    for key, score in found.items():
        for side in (0, 1):
            best[side, key[side]] = max(best.get((side, key[side]), 0.0), score)
    return {
        key: score
        for key, score in found.items()
        if score >= _LIKEST_ARTICLES and score >= max(best[0, key[0]], best[1, key[1]])
    }
