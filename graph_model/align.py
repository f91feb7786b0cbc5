"""Which provision of a lower text implements, repeats, extends or narrows which of an upper one, and what it omits.

Clauses (paragraphs with their items) are held against each other; articles are paired by their clauses. A pair says
no more than was measured: its score, what speaks for it, and, where that is little, that a person must look
(``doubt``). A provision without counterpart is a value with a reason, on either side.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from graph_model.differences import Difference, differences
from graph_model.likeness import Likeness, Matrix, likeness, too_short
from graph_model.matching import Link, Weights, find_links, scores_of, weights_of
from graph_model.meaning import installed, missing
from graph_model.relations import FRAMES, Measured, Relation, relation_of
from graph_model.sides import Clause, Level, Quote, Side, ValueKind, is_above, is_organ

Grade = Literal["delegated", "addressed", "direct", "above", "plain"]

GRADES: dict[Grade, str] = {
    "delegated": "授权下位规定，下位没有规定",
    "addressed": "对本级有要求，下位没有对应条文",
    "direct": "直接适用于当事人，下位没有重述",
    "above": "规定的是上级机关的事",
    "plain": "没有义务性规定",
}
"""Why a clause of the upper text has no counterpart; the first two are what the lower one omits."""
OMITTED: tuple[Grade, ...] = ("delegated", "addressed")

_DELEGATED = re.compile(
    r"由(?:省|自治区|直辖市|设区的市|地方)[^。；]{0,40}(?:制定|规定|确定)"
    r"|(?:省、自治区、直辖市|设区的市)[^。；]{0,60}(?:制定|规定|确定)[^。；]{0,20}(?:办法|标准|细则|规定|条例|目录|范围)"
)


_SHARED: dict[ValueKind, str] = {
    "bearer": "主体",
    "deadline": "期限",
    "frequency": "频次",
    "amount": "金额",
}


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that speaks for a pair, in words; ``value`` where it is a number between 0 and 1."""

    kind: Literal["wording", "values", "citation", "frame"]
    words: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """An article of each text with their relation, why, and the clauses that make it.

    ``doubt`` tells why a person must look (待核), None where the measure is clear.
    """

    upper: str
    lower: str
    relation: Relation
    reasons: tuple[str, ...]
    score: float
    doubt: str | None
    signals: tuple[Signal, ...]
    differences: tuple[Difference, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A clause of the upper text, or an article of the lower one, without counterpart.

    ``nearest`` is the clause of the other text that comes nearest, with its score.
    """

    at: str
    quote: Quote
    grade: Grade | None
    reason: str
    nearest: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The comparison of two texts: pairs, what the upper has alone, what the lower has alone.

    ``words_only`` tells, in Chinese, why only their words were compared and no language model was asked; None where one was.
    """

    upper: Side
    lower: Side
    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    own: tuple[Unmatched, ...]
    words_only: str | None

    @property
    def omissions(self) -> tuple[Unmatched, ...]:
        """What the upper text demands of the lower one's level and the lower one leaves out."""
        return tuple(u for u in self.unmatched if u.grade in OMITTED)

    def to_plain(self) -> dict[str, Any]:
        """Return the comparison as one JSON value."""
        return {
            "upper": _named(self.upper),
            "lower": _named(self.lower),
            "pairs": [asdict(p) for p in self.pairs],
            "omissions": [asdict(u) for u in self.omissions],
            "not_repeated": [asdict(u) for u in self.unmatched if u.grade not in OMITTED],
            "own": [asdict(u) for u in self.own],
            "words_only": self.words_only,
        }


def align(upper: Side, lower: Side) -> Alignment:
    """Return the comparison of two texts, in the order of the upper one."""
    like = likeness(upper, lower, installed())
    return aligned(upper, lower, like, weights_of(like))


def aligned(upper: Side, lower: Side, like: Likeness, weights: Weights) -> Alignment:
    """Return the comparison by what was measured of two texts, and by these weights."""
    scores = scores_of(upper, lower, like, weights)
    links = list(find_links(upper, lower, scores, like, weights))
    pairs = tuple(_Pairs(upper, lower, like).of(links))
    return Alignment(
        upper,
        lower,
        pairs,
        tuple(_unmatched(upper, lower, scores, links)),
        tuple(_own(upper, lower, scores, pairs)),
        None if like.by_meaning else _words_only(upper, lower),
    )


def _words_only(upper: Side, lower: Side) -> str | None:
    short = "两份文本太短（合计不到六款），比不出含义" if too_short(upper, lower) else None
    return missing() or short


def _named(side: Side) -> dict[str, str]:
    return {"id": side.id, "title": side.title, "status": side.status, "version": side.version}


# -- pairs ----------------------------------------------------------------------------------------------


class _Pairs:
    """Makes pairs of articles out of links of clauses."""

    def __init__(self, upper: Side, lower: Side, like: Likeness) -> None:
        self.upper, self.lower, self.like = upper, lower, like
        self.above = {c.at: (i, c) for i, c in enumerate(upper.clauses)}
        self.below = {c.at: (j, c) for j, c in enumerate(lower.clauses)}
        self.linked: set[str] = set()

    def of(self, links: Sequence[Link]) -> Iterator[Pair]:
        """Yield a pair for each two articles that links join; clear links leave doubtful ones aside."""
        found: dict[tuple[str, str], list[Link]] = {}
        for link in sorted(links, key=lambda k: (self.above[k.upper][0], self.below[k.lower][0])):
            key = self.above[link.upper][1].article, self.below[link.lower][1].article
            found.setdefault(key, []).append(link)
        self.linked = {at for k in links if k.doubt is None for at in (k.upper, k.lower)}
        for key, joined in found.items():
            sure = [k for k in joined if k.doubt is None]
            yield self._pair(key, _likest(sure or joined), doubtful=not sure)

    def _pair(self, key: tuple[str, str], links: Sequence[Link], *, doubtful: bool) -> Pair:
        measured = self._measured(key, links)
        relation, reasons = relation_of(measured)
        best = max(links, key=lambda k: k.score)
        return Pair(
            *key,
            relation,
            reasons,
            best.score,
            best.doubt if doubtful else None,
            tuple(self._signals(best, measured.cited)),
            measured.differences,
            tuple(links),
        )

    def _measured(self, key: tuple[str, str], links: Sequence[Link]) -> Measured:
        """What is known of the articles by these links; a clause counts with the best of its links."""
        covered: tuple[dict[int, float], dict[int, float]] = {}, {}
        clauses = []
        for link in links:
            (i, a), (j, b) = self.above[link.upper], self.below[link.lower]
            covered[0][i] = max(covered[0].get(i, 0.0), float(self.like.upper_covered[i, j]))
            covered[1][j] = max(covered[1].get(j, 0.0), float(self.like.lower_covered[i, j]))
            clauses.append((a, b))
        around = "".join(c.text for c in self.lower.articles[key[1]])
        level = self.lower.level
        found = (d for a, b in clauses for d in differences(a, b, level, around))
        return Measured(
            sum(covered[0].values()) / len(covered[0]),
            sum(covered[1].values()) / len(covered[1]),
            tuple(clauses),
            tuple(dict.fromkeys(found)),
            self._cited(key),
            self._alone(self.upper, key[0]),
            self._alone(self.lower, key[1]),
        )

    def _alone(self, side: Side, article: str) -> int:
        """How many clauses of an article have no counterpart anywhere."""
        return sum(c.at not in self.linked for c in side.articles[article])

    def _cited(self, key: tuple[str, str]) -> str | None:
        """The words in which the lower article cites the upper one."""
        for citing in self.lower.cites:
            heads = {at.split(".", maxsplit=1)[0] for at in citing.addresses}
            ours = citing.document == self.upper.id != self.lower.id
            if ours and self.below[citing.clause][1].article == key[1] and key[0] in heads:
                return citing.quote
        return None

    def _signals(self, link: Link, cited: str | None) -> Iterator[Signal]:
        (i, a), (j, b) = self.above[link.upper], self.below[link.lower]
        yield Signal("wording", "所在条文的用词相似度", round(float(self.like.articles[i, j]), 2))
        if a.sort == b.sort and a.sort in FRAMES:
            yield Signal("frame", FRAMES[a.sort])
        shared = {kind for kind, _ in a.keys & b.keys}
        if told := [f"{name}相同" for kind, name in _SHARED.items() if kind in shared]:
            yield Signal("values", "、".join(told))
        if cited:
            yield Signal("citation", f"下位写明“{cited}”")


def _likest(links: Sequence[Link]) -> list[Link]:
    """The links of two articles without those of which both clauses have a better one."""
    best: dict[str, float] = {}
    for link in sorted(links, key=lambda k: k.score):
        best["upper " + link.upper] = best["lower " + link.lower] = link.score
    return [k for k in links if k.score in (best["upper " + k.upper], best["lower " + k.lower])]


# -- what stands alone ----------------------------------------------------------------------------------


def _unmatched(
    upper: Side, lower: Side, scores: Matrix, links: Sequence[Link]
) -> Iterator[Unmatched]:
    """Clauses without a clear link: a doubtful one covers nothing, it is only told."""
    linked = {k.upper for k in links if k.doubt is None}
    for i, clause in enumerate(upper.clauses):
        if clause.at not in linked:
            nearest, score = _nearest(scores[i, :], lower)
            grade = _grade(clause, lower.level)
            reason = GRADES[grade] + _near(nearest, score, lower)
            yield Unmatched(clause.at, _first(clause, upper), grade, reason, nearest, score)


def _own(upper: Side, lower: Side, scores: Matrix, pairs: Sequence[Pair]) -> Iterator[Unmatched]:
    paired = {p.lower for p in pairs if p.doubt is None}
    columns = {c.at: j for j, c in enumerate(lower.clauses)}
    for article, clauses in lower.articles.items():
        if article not in paired:
            found = [_nearest(scores[:, columns[c.at]], upper) for c in clauses]
            nearest, score = max(found, key=lambda f: f[1])
            reason = "上位没有对应的条文" + _near(nearest, score, upper)
            yield Unmatched(article, _first(clauses[0], lower), None, reason, nearest, score)


def _nearest(scores: Matrix, side: Side) -> tuple[str | None, float]:
    if not scores.size or scores.max() <= 0:
        return None, 0.0
    return side.clauses[int(scores.argmax())].at, float(scores.max())


def _near(nearest: str | None, score: float, side: Side) -> str:
    if nearest is None:
        return ""
    return f"；最相近的是{side.canonical[nearest]}（把握 {score:.0%}，不足以认定）"


def _first(clause: Clause, side: Side) -> Quote:
    """The words of the clause's own provision, as its quote."""
    at, _, _ = clause.pieces[0]
    words = side.words[at]
    return Quote(at, 0, len(words), words)


def _grade(clause: Clause, level: Level) -> Grade:
    """To whom a clause without counterpart speaks: to the level of the lower text, or not."""
    if clause.sort in ("purpose", "scope", "effect", "definition", "crime"):
        return "plain"
    if level != "national" and _DELEGATED.search(clause.text):
        return "delegated"
    if clause.only_punishes:
        return "direct"
    if not clause.of_kind("force"):
        return "plain"
    named = [v.quote.text for v in clause.of_kind("bearer")]
    if named and all(is_above(name, level) for name in named):
        return "above"
    organs = [name for name in named if is_organ(name) and not is_above(name, level)]
    return "addressed" if organs else "direct"
