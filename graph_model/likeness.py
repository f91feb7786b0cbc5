"""How like two clauses are, as a few measures of each pair of them, and how much of each other's subject they have.

What counts is what both say and hardly any other clause says: pairs of neighbouring characters, each weighed by
in how few articles of either text it stands. Characters, not words, because 业绩考核 is one word here and two there.
Where the language model is installed, it tells what is near in meaning, whatever the words.
The words of a penalty are those of its conduct, with the own articles that it names; its meaning is that of all it says.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph_model.matters import matters_in
from graph_model.meaning import Meaning, apart, unit
from graph_model.parts import Parts, ahead, by_meaning, lead, parts_of
from graph_model.sides import Side
from graph_model.sorts import SORTS, alike_in_sort
from ingest.lexicon import default, read_words
from ingest.party_names import is_party

Matrix = NDArray[np.float64]

MEASURES = (
    "rare",
    "articles",
    "articles_above",
    "length",
    "place",
    *SORTS,
    "part_above",
    "matters",
)
"""What is measured of two clauses, in the order in which ``Likeness.measures`` has it."""
MEANT = ("meaning", "meant_above", "meant_below", "part_meant_above")
"""What is measured besides where there is a language model: how near they are in meaning, how much nearer than the next
upper article, than the next lower one, and how much nearer a part is than to the next upper article but one: a matter
often stands in two."""

_LEAST_CLAUSES = 6
"""So many clauses two texts need together for their meaning to be compared: what all of them share is taken off, and what
few share is all that they mean."""

_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,}")
_NO_WORDS = re.compile(r"[^\u4e00-\u9fff]+")
_SELF = re.compile(r"本(?:法|条例|办法|规定|细则|实施细则|实施办法)")
_HOME = re.compile(r"本(?:省|市|自治区|区|县)|我[省市]|[，、；。：]")
_CONSEQUENCE = re.compile(r"的，(?:由|对|依法|责令|处|给予|依照|按照|可以)[^。；：:]*")
"""Who lays the sanction, and on whom: the same in every penalty."""
_UNSEEN = 30
"""In so many articles a word is thought to stand that is not in the list."""
_EVERYDAY = 0.2
"""Words that weigh less say nothing."""
_RARITY = 0.75
"""A pair of characters counts 1 / (articles above that have it · articles below) to this power."""
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """Upper clauses in rows, lower ones in columns; ``measures`` has the ``MEASURES`` and ``MEANT`` as a third dimension.

    ``upper_covered`` and ``lower_covered`` tell which share of what a clause speaks of the other one has.
    """

    measures: Matrix
    upper_covered: Matrix
    lower_covered: Matrix

    @property
    def rare(self) -> Matrix:
        """How much they share that hardly any other article has."""
        return self._measure("rare")

    @property
    def by_meaning(self) -> bool:
        """Whether a language model was asked."""
        return bool(self.measures.shape[-1] > len(MEASURES))

    @property
    def articles(self) -> Matrix:
        """How like the wording of their articles is, from 0 to 1."""
        like: Matrix = self._measure("articles") ** 2
        return like

    def _measure(self, name: str) -> Matrix:
        found: Matrix = self.measures[..., MEASURES.index(name)]
        return found


@cache
def weight_of(word: str) -> float:
    """Return how much a word tells, by how rare it is in law: 应当 next to nothing, a word of one trade 1.

    >>> weight_of("应当") < 0.1 < weight_of("监督") < weight_of("尾矿库") <= 1
    True
    """
    articles, counts = _counts()
    rarest = math.log((articles + 1) / _UNSEEN)
    return min(math.log((articles + 1) / (counts.get(word, 0) + _UNSEEN)) / rarest, 1.0)


@cache
def _counts() -> tuple[int, dict[str, int]]:
    (_, articles), *rows = (line.split() for line in read_words("law_words"))
    return int(articles), {word: int(number) for word, number in rows}


def plain_words(text: str) -> str:
    """Return the words in the spelling in which two texts are compared: 本条例 and 本法 are the same.

    >>> plain_words("本省依照本条例，处罚。") == plain_words("依照本法处罚。")
    True
    """
    return _HOME.sub("", _SELF.sub("本法", text))


def likeness(upper: Side, lower: Side, meaning: Meaning | None) -> Likeness:
    """Return how like each clause of one text is to each of the other; without a model, by the words alone.

    So it is for texts that are ``too_short``, the model or not.
    """
    shape = len(upper.clauses), len(lower.clauses)
    meaning = None if too_short(upper, lower) else meaning
    if not (upper.clauses and lower.clauses):
        nothing = np.zeros(shape)
        number = len(MEASURES) + (len(MEANT) if meaning else 0)
        return Likeness(np.zeros((*shape, number)), nothing, nothing)
    subjects = _subjects(upper), _subjects(lower)
    numbers = numbers_of(upper), numbers_of(lower)
    rare, articles = shared(subjects, numbers)
    parts = parts_of(subjects[0], numbers[0]), parts_of(subjects[1], numbers[1])
    measures = [rare, articles, lead(articles, numbers[0]), lengths(*subjects), _places(*numbers)]
    measures += alike_in_sort(upper, lower)
    measures.append(ahead(_like_parts(*parts), *parts, shape, over=1))
    measures.append(share_matters(subjects, numbers))
    if meaning:
        words = [c.text for c in upper.clauses], [c.text for c in lower.clauses]
        measures += _meant(meaning, words, numbers)
        measures.append(ahead(by_meaning(meaning, *parts), *parts, shape, over=2))
    return Likeness(np.stack(measures, axis=-1), *_covered(*subjects))


def too_short(upper: Side, lower: Side) -> bool:
    """Are there too few clauses to compare what they mean?"""
    return len(upper.clauses) + len(lower.clauses) < _LEAST_CLAUSES


def numbers_of(side: Side) -> NDArray[np.int64]:
    """Return the number of the article that each clause stands in."""
    order = {article: number for number, article in enumerate(side.articles)}
    return np.array([order[c.article] for c in side.clauses], dtype=np.int64)


def _subjects(side: Side) -> list[str]:
    """The words by which clauses are compared: of a penalty the conduct, with that of the articles it names."""
    text = {c.at: c.text for c in side.clauses}
    articles = side.articles
    named: dict[str, list[str]] = {}
    for citing in side.cites:
        if citing.document == side.id:
            for at in citing.addresses:
                held = [c.text for c in articles.get(at, [])] or [text[at]] if at in text else []
                named.setdefault(citing.clause, []).extend(held)
    return [
        _CONSEQUENCE.sub("的", c.conduct) + "".join(named.get(c.at, ()))
        if c.sanctions and not c.opens_with_duty
        else c.text
        for c in side.clauses
    ]


# -- what is measured -----------------------------------------------------------------------------------


def shared(
    subjects: tuple[Sequence[str], Sequence[str]],
    numbers: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> tuple[Matrix, Matrix]:
    """Return how much of what hardly any other article says two clauses share, and how like their articles are.

    Of both the square root: what they share first tells more than what comes to it.
    """
    from sklearn.feature_extraction.text import TfidfTransformer

    has = _occurrences([character_pairs(text) for text in chain(*subjects)])
    above, below = has[: len(subjects[0])], has[len(subjects[0]) :]
    first, held = _of_articles(has, numbers)
    often = held[:first].sum(axis=0) * held[first:].sum(axis=0)
    rare = (above.multiply(np.maximum(often, 1.0) ** -_RARITY).tocsr() @ below.T).toarray()
    like = TfidfTransformer().fit_transform(held)
    articles: Matrix = (like[:first] @ like[first:].T).toarray()
    return np.sqrt(rare), np.sqrt(articles)[numbers[0]][:, numbers[1]]


def _meant(
    meaning: Meaning,
    words: tuple[Sequence[str], Sequence[str]],
    numbers: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> list[Matrix]:
    """How near two clauses are in meaning, and how much nearer than any of another upper article, of another lower one."""
    above, below = apart(meaning.vectors(words[0]), meaning.vectors(words[1]))
    near: Matrix = above @ below.T
    return [near, lead(near, numbers[0]), lead(near.T, numbers[1]).T]


def _like_parts(upper: Parts, lower: Parts) -> Matrix:
    """How like the wording of each two parts is, from 0 to 1."""
    from sklearn.feature_extraction.text import TfidfTransformer

    has = _occurrences([character_pairs(words) for words in (*upper.words, *lower.words)])
    _, held = _of_articles(has, (upper.articles, lower.articles))
    like = TfidfTransformer().fit(held).transform(has)
    near: Matrix = (like[: len(upper.words)] @ like[len(upper.words) :].T).toarray()
    return near


def character_pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring characters of a text.

    >>> sorted(character_pairs("本省，救生员。"))
    ['救生', '生员']
    """
    plain = _NO_WORDS.sub("", plain_words(text))
    return {a + b for a, b in pairwise(plain)}


def _occurrences(terms: Iterable[Iterable[str]]) -> Any:
    """Which clause has which term, as a sparse matrix of ones."""
    from sklearn.feature_extraction import DictVectorizer

    told = [dict.fromkeys(sorted(t), 1.0) for t in terms]
    return DictVectorizer().fit_transform([t or {"": 0.0} for t in told])


def _of_articles(
    has: Any, numbers: tuple[NDArray[np.int64], NDArray[np.int64]]
) -> tuple[int, Matrix]:
    """Which article of both texts has which term, and how many there are of the upper one, which come first."""
    first = int(numbers[0].max()) + 1
    articles = np.concatenate([numbers[0], numbers[1] + first])
    joined = np.zeros((int(articles.max()) + 1, len(articles)))
    joined[articles, np.arange(len(articles))] = 1
    held: Matrix = ((joined @ has) > 0).astype(float)
    return first, held


def share_matters(
    subjects: tuple[Sequence[str], Sequence[str]],
    numbers: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> Matrix:
    """Return how much of their matters each two clauses share, from 0 to 1; what few articles of both texts have counts more."""
    has = _occurrences([matters_in(text) for text in chain(*subjects)])
    _, held = _of_articles(has, numbers)
    weights = np.maximum(np.log((len(held) + 1) / (held.sum(axis=0) + 0.5)), 0)
    weighed = unit(has.toarray() * weights)
    above, below = weighed[: len(subjects[0])], weighed[len(subjects[0]) :]
    like: Matrix = above @ below.T
    return like


def lengths(above: Sequence[str], below: Sequence[str]) -> Matrix:
    """Return the longer of the two, as a logarithm: a long clause shares some words with every other."""
    each = [np.array([len(t) + _SHORT for t in side], dtype=float) for side in (above, below)]
    longest: Matrix = np.log(np.maximum(each[0][:, None], each[1][None, :]))
    return longest


def _places(above: NDArray[np.int64], below: NDArray[np.int64]) -> Matrix:
    """How far apart they stand, each as a share of its own text: regulations follow the order of their law."""
    places = [(side + 0.5) / (side.max() + 1) for side in (above, below)]
    apart: Matrix = np.abs(places[0][:, None] - places[1][None, :])
    return apart


# -- how much of each other's subject they have ---------------------------------------------------------


def _terms_of(text: str) -> dict[str, float]:
    """The words of a text and the pairs of neighbouring ones (排污 许可证 排污许可证) with their weights."""
    words = [w for w in default().words(text) if _WORD.fullmatch(w) and not is_party(w)]
    weights = {w: weight_of(w) for w in words}
    pairs = {a + b: max(weights[a], weights[b]) for a, b in pairwise(words)}
    return {term: n for term, n in (weights | pairs).items() if n >= _EVERYDAY}


def _covered(above: Sequence[str], below: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Which share of the weight of each side's words the other has; parties are compared as values instead."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfTransformer

    terms = [_terms_of(text) or {"": 0.0} for text in (*above, *below)]
    weighted = DictVectorizer().fit_transform(terms)
    has = (weighted > 0).astype(float)
    heavy = weighted.max(axis=0).toarray().ravel() * TfidfTransformer(norm=None).fit(has).idf_
    a, b = has[: len(above)], has[len(above) :]
    both = (a.multiply(heavy).tocsr() @ b.T).toarray()
    weight_a, weight_b = (np.asarray(m.multiply(heavy).sum(axis=1)).ravel() for m in (a, b))
    return both / np.maximum(weight_a, 1e-9)[:, None], both / np.maximum(weight_b, 1e-9)[None, :]
