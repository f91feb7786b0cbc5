"""Which provision of a lower text implements, repeats, extends or narrows which of an upper one, and what it omits.

Clauses (paragraphs with their items) are held against each other; articles are paired by their clauses. A pair says
no more than was measured: its score, what speaks for it, and, where that is little, that a person must look
(``doubt``). A provision without counterpart is a value with a reason, on either side.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from rapidfuzz import fuzz

from graph_model.differences import Change, Difference, differences
from graph_model.likeness import Likeness, Matrix, likeness
from graph_model.sides import Clause, Level, Quote, Side, ValueKind, is_above, is_organ
from ingest.addresses import Address

Relation = Literal["repeats", "implements", "extends", "narrows"]
Grade = Literal["delegated", "addressed", "direct", "above", "plain"]

RELATIONS: dict[Relation, str] = {
    "narrows": "缩减",
    "implements": "细化",
    "extends": "扩展",
    "repeats": "重复",
}
"""What a pair can be, in the order in which a reader wants to see them."""
GRADES: dict[Grade, str] = {
    "delegated": "授权下位规定，下位没有规定",
    "addressed": "对本级有要求，下位没有对应条文",
    "direct": "直接适用于当事人，下位没有重述",
    "above": "规定的是上级机关的事",
    "plain": "没有义务性规定",
}
"""Why a clause of the upper text has no counterpart; the first two are what the lower one omits."""
OMITTED: tuple[Grade, ...] = ("delegated", "addressed")

_MUTUAL, _MUTUAL_DOUBTFUL = 0.2, 0.15
_MUTUAL_ARTICLES = 0.18
_ONE_SIDED, _ONE_SIDED_DOUBTFUL = 0.42, 0.34
_ONE_SIDED_SHARE = 0.5
_CLOSE, _CLOSE_SHARE = 0.6, 0.8
_CITED = 0.9
_SAME, _REPEATED = 0.995, 0.85
_MOSTLY, _PARTLY, _SURPLUS = 0.6, 0.45, 0.15
_SELF = re.compile(r"本(?:法|条例|办法|规定|细则|实施细则|实施办法)")
_HOME = re.compile(r"本(?:省|市|自治区|区|县)|我[省市]|[，、；。：]")
_DELEGATED = re.compile(
    r"由(?:省|自治区|直辖市|设区的市|地方)[^。；]{0,40}(?:制定|规定|确定)"
    r"|(?:省、自治区、直辖市|设区的市)[^。；]{0,60}(?:制定|规定|确定)[^。；]{0,20}(?:办法|标准|细则|规定|条例|目录|范围)"
)


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that speaks for a pair, in words; ``value`` where it is a number between 0 and 1."""

    kind: Literal["wording", "phrases", "values", "citation", "frame"]
    words: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two clauses that are held to speak of the same."""

    upper: str
    lower: str
    score: float
    doubt: str | None


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
    """The comparison of two texts: pairs, what the upper has alone, what the lower has alone."""

    upper: Side
    lower: Side
    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    own: tuple[Unmatched, ...]

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
        }


def align(upper: Side, lower: Side) -> Alignment:
    """Return the comparison of two texts, in the order of the upper one."""
    like = likeness(upper, lower)
    scores = _scores(upper, lower, like)
    links = list(_links(upper, lower, scores))
    order = {c.at: n for n, c in enumerate(upper.clauses)} | {
        f"<{c.at}": n for n, c in enumerate(lower.clauses)
    }
    by_article: dict[tuple[str, str], list[Link]] = {}
    homes = {c.at: c.article for c in upper.clauses}, {c.at: c.article for c in lower.clauses}
    for link in sorted(links, key=lambda k: (order[k.upper], order[f"<{k.lower}"])):
        by_article.setdefault((homes[0][link.upper], homes[1][link.lower]), []).append(link)
    pairs = tuple(_pair(upper, lower, key, found, like) for key, found in by_article.items())
    return Alignment(
        upper,
        lower,
        pairs,
        tuple(_unmatched(upper, lower, scores, links)),
        tuple(_own(upper, lower, scores, pairs)),
    )


def _named(side: Side) -> dict[str, str]:
    return {
        "id": side.id,
        "title": side.title,
        "status": side.status,
        "version": side.version,
    }


# -- which clauses belong together --------------------------------------------------------------------


def _scores(upper: Side, lower: Side, like: Likeness) -> Matrix:
    """The likeness, with what wording does not tell: the same words, and that one cites the other."""
    scores = like.score.copy()
    same = [_plain(c.text) for c in upper.clauses], [_plain(c.text) for c in lower.clauses]
    for j, words in enumerate(same[1]):
        for i, others in enumerate(same[0]):
            if words == others:
                scores[i, j] = 1.0
    for i, j in _citations(upper, lower, scores):
        scores[i, j] = max(scores[i, j], _CITED)
    rounded: Matrix = scores.round(4)
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


def _links(upper: Side, lower: Side, scores: Matrix) -> Iterator[Link]:
    """Clauses that are each other's likest, alone or by their articles, and those that are by far one side's likest."""
    if not scores.size:
        return
    best_of_upper, best_of_lower = scores.max(axis=1), scores.max(axis=0)
    articles = _likest_articles(upper, lower, scores)
    for i, a in enumerate(upper.clauses):
        for j, b in enumerate(lower.clauses):
            score, best = float(scores[i, j]), float(max(best_of_upper[i], best_of_lower[j]))
            sides = int(score >= best_of_upper[i]) + int(score >= best_of_lower[j])
            if _is_link(score, sides, best) or articles.get((a.article, b.article)) == score:
                yield Link(a.at, b.at, score, None)
            elif score >= (_MUTUAL_DOUBTFUL if sides == 2 else _ONE_SIDED_DOUBTFUL) and sides:
                yield Link(a.at, b.at, score, _DOUBTS[sides].format(score))


def _is_link(score: float, sides: int, best: float) -> bool:
    """Is the measure clear? ``sides`` tells for how many of the two clauses the other is the likest."""
    if score >= _CITED:
        return True
    if sides == 2:
        return score >= _MUTUAL
    if sides == 1:
        return score >= _ONE_SIDED and score >= _ONE_SIDED_SHARE * best
    return score >= _CLOSE and score >= _CLOSE_SHARE * best


def _likest_articles(upper: Side, lower: Side, scores: Matrix) -> dict[tuple[str, str], float]:
    """Return the articles that are each other's likest, with the score of their likest clauses."""
    found: dict[tuple[str, str], float] = {}
    for i, a in enumerate(upper.clauses):
        for j, b in enumerate(lower.clauses):
            key = a.article, b.article
            found[key] = max(found.get(key, 0.0), float(scores[i, j]))
    best: dict[tuple[int, str], float] = {}
    for key, score in found.items():
        for side in (0, 1):
            best[side, key[side]] = max(best.get((side, key[side]), 0.0), score)
    return {
        key: score
        for key, score in found.items()
        if score >= _MUTUAL_ARTICLES and score >= max(best[0, key[0]], best[1, key[1]])
    }


_DOUBTS = {
    1: "相似度不高（{:.2f}），其中一边另有更相近的条文",
    2: "相似度不高（{:.2f}），虽然两边都没有更相近的条文",
}


# -- what the relation is -------------------------------------------------------------------------------


def _pair(
    upper: Side, lower: Side, key: tuple[str, str], links: Sequence[Link], like: Likeness
) -> Pair:
    above = {c.at: (i, c) for i, c in enumerate(upper.clauses)}
    below = {c.at: (j, c) for j, c in enumerate(lower.clauses)}
    sure = [k for k in links if k.doubt is None]
    best = max(sure or links, key=lambda k: k.score)
    held = sure or links
    found = [
        (above[k.upper][1], below[k.lower][1], above[k.upper][0], below[k.lower][0]) for k in held
    ]
    differing = tuple(
        dict.fromkeys(d for a, b, _, _ in found for d in differences(a, b, lower.level))
    )
    cited = _cites(upper, lower, key)
    measured = _Measured(
        _alike(found),
        _covered(like.upper_covered, [(i, j) for _, _, i, j in found], axis=0),
        _covered(like.lower_covered, [(i, j) for _, _, i, j in found], axis=1),
        [a for a, _, _, _ in found],
        [b for _, b, _, _ in found],
        differing,
        cited,
    )
    relation, reasons = _relation(measured)
    return Pair(
        *key,
        relation,
        reasons,
        best.score,
        None if sure else best.doubt,
        tuple(_signals(like, found, cited)),
        differing,
        tuple(links),
    )


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is known of a pair before it is given a name."""

    alike: float
    upper_covered: float
    lower_covered: float
    above: list[Clause]
    below: list[Clause]
    differing: tuple[Difference, ...]
    cited: str | None

    def told(self, change: Change, *kinds: ValueKind) -> list[str]:
        """Return the differences of these kinds that change the demand in this way, in words."""
        return [d.told for d in self.differing if d.change == change and d.kind in kinds]

    @property
    def frame(self) -> str | None:
        """What the clauses are, where both are what every text has once."""
        sorts = {c.sort for c in (*self.above, *self.below)}
        return _FRAMES.get(sorts.pop()) if len(sorts) == 1 else None

    @property
    def organs(self) -> list[str]:
        """The organs that the lower text names where the upper one names none or leaves it to the State."""
        named = [
            [v.quote.text for c in side for v in c.of_kind("bearer")]
            for side in (self.above, self.below)
        ]
        if any(map(is_organ, named[0])):
            return []
        return list(dict.fromkeys(filter(is_organ, named[1])))[:2]


_NUMBERS: tuple[ValueKind, ...] = ("deadline", "frequency", "amount")


def _relation(m: _Measured) -> tuple[Relation, tuple[str, ...]]:
    """The name of a pair, with all that speaks for it."""
    found = ((relation, reasons) for relation, reasons in _readings(m) if reasons)
    relation, reasons = next(found, ("implements", ["同一事项，写法不同"]))
    return relation, tuple(reasons)


def _readings(m: _Measured) -> Iterator[tuple[Relation, list[str]]]:
    """What the pair may be, the first with a reason counts: weaker demands soon, since they must be seen."""
    changes = {d.change for d in m.differing if d.kind != "condition"} - {"other"}
    more = _more_items(m)
    same = m.alike >= _REPEATED and not (changes or more or m.frame)
    same = same or m.alike >= _SAME
    yield "repeats", [f"文字几乎相同（{m.alike:.0%}）"] if same else []
    yield "implements", [m.frame] if m.frame else []
    weaker = m.told("weaker", *_NUMBERS)
    yield "narrows", weaker + (m.told("dropped", "bearer") if m.lower_covered >= _PARTLY else [])
    partial = m.lower_covered >= _MOSTLY and m.upper_covered < _PARTLY
    yield "narrows", [f"上位的内容只写入一部分（约 {m.upper_covered:.0%}）"] if partial else []
    stronger, added = m.told("stronger", *_NUMBERS), m.told("added", *_NUMBERS)
    concrete = [*added, *(f"写明由{organ}" for organ in m.organs)]
    concrete += [f"写明依据：{m.cited}"] if m.cited else []
    yield "extends", [*stronger, *more, *concrete] if stronger or more else []
    wider = m.told("added", "bearer")
    yield "implements", concrete and [*concrete, *wider]
    yield "extends", wider
    surplus = m.upper_covered >= _MOSTLY and m.lower_covered < m.upper_covered - _SURPLUS
    told = f"对应的内容大多写入（约 {m.upper_covered:.0%}），另有增加"
    yield "extends", [told] if surplus else []


def _more_items(m: _Measured) -> list[str]:
    """Cases that the lower text adds to a list of the upper one."""
    above, below = sum(c.items for c in m.above), sum(c.items for c in m.below)
    return [f"多列 {below - above} 项"] if 0 < above < below else []


def _alike(found: Sequence[tuple[Clause, Clause, int, int]]) -> float:
    """How much of the wording is the same, by the length of the clauses."""
    weight = total = 0.0
    best: dict[str, tuple[float, int]] = {}
    for a, b, _, _ in found:
        ratio = fuzz.ratio(_plain(a.text), _plain(b.text)) / 100
        if ratio >= best.get(b.at, (0.0, 0))[0]:
            best[b.at] = ratio, len(b.text)
    for ratio, length in best.values():
        weight += ratio * length
        total += length
    return weight / total if total else 0.0


def _covered(matrix: Matrix, places: Iterable[tuple[int, int]], axis: int) -> float:
    """Which share of one side's words the other side's linked clauses have, the best for each clause."""
    best: dict[int, float] = {}
    for place in places:
        best[place[axis]] = max(best.get(place[axis], 0.0), float(matrix[place]))
    return sum(best.values()) / len(best) if best else 0.0


def _plain(text: str) -> str:
    return _HOME.sub("", _SELF.sub("本法", text))


def _cites(upper: Side, lower: Side, key: tuple[str, str]) -> str | None:
    """The words in which the lower article cites the upper one."""
    article = {c.at: c.article for c in lower.clauses}
    for citing in lower.cites:
        heads = {at.split(".", maxsplit=1)[0] for at in citing.addresses}
        is_ours = citing.document == upper.id != lower.id and article[citing.clause] == key[1]
        if is_ours and (key[0] in heads or key[0] in citing.addresses):
            return citing.quote
    return None


def _signals(
    like: Likeness, found: Sequence[tuple[Clause, Clause, int, int]], cited: str | None
) -> Iterator[Signal]:
    a, b, i, j = max(found, key=lambda f: float(like.score[f[2], f[3]]))
    yield Signal("wording", "用词相似度", round(float(like.wording[i, j]), 2))
    if like.phrases[i, j]:
        yield Signal("phrases", "有别处少见的相同语句")
    if a.sort == b.sort and a.sort in _FRAMES:
        yield Signal("frame", _FRAMES[a.sort])
    shared = [
        f"{name}相同"
        for kind, name in (("bearer", "主体"), ("deadline", "期限"), ("frequency", "频次"), ("amount", "金额"))
        if {v.key for v in a.values if v.kind == kind} & {v.key for v in b.values if v.kind == kind}
    ]  # fmt: skip
    if shared:
        yield Signal("values", "、".join(shared))
    if cited:
        yield Signal("citation", f"下位写明“{cited}”")


_FRAMES = {
    "purpose": "都是立法目的",
    "effect": "都是施行日期",
    "scope": "都是适用范围",
    "crime": "都是对构成犯罪的指引",
    "liability": "都是公职人员不履行职责的责任",
}


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
    return f"；最相近的是{side.canonical[nearest]}（{score:.2f}，不足以认定）"


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
    if clause.sort in ("penalty", "liability"):
        return "direct"
    if not clause.forces:
        return "plain"
    named = [v.quote.text for v in clause.of_kind("bearer")]
    if named and all(is_above(name, level) for name in named):
        return "above"
    organs = [name for name in named if is_organ(name) and not is_above(name, level)]
    return "addressed" if organs else "direct"


def canonical(side: Side, at: str) -> str:
    """Return an address of a side as people read it."""
    return side.canonical.get(at) or Address.parse(at).canonical()
