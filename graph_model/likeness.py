"""How like two clauses are: their wording by TF-IDF over words, and what they fix by what both share.

Words are jieba's. A word counts by how rare it is in the two texts and in law at large (data/lexicon/law_words.txt);
names of parties are left out, since parties are compared as values. Copied phrases, shared bearers, modal words
and numbers, and a place beside other counterparts add to the likeness.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from graph_model.sides import Clause, Side, ValueKind
from ingest.bearers import is_party
from ingest.lexicon import default, read_words

Matrix = NDArray[np.float64]

_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,}")
_UNSEEN = 30
"""In so many articles a word is thought to stand that is not in the list."""
_EVERYDAY, _TELLING = 0.2, 0.45
"""Words that weigh less than the first say nothing, from the second on they tell a subject."""
_RUN, _RARE, _COMMON = 8, 3, 0.25
_SAME, _FEW, _THIN = 0.9, 3, 0.7
"""What is left of a likeness where one of the clauses has fewer words than ``_FEW``."""
_OTHER_SORT = 0.4
"""What is left of a likeness where one clause punishes, defines or frames and the other does not."""
_SAME_FRAME = {"purpose": 0.9, "effect": 0.9, "scope": 0.6, "crime": 0.8, "liability": 0.3}
"""Clauses that every text has once are counterparts whatever their words; of those on officials there may be several."""
_FRAMES = (*_SAME_FRAME, "definition")
# How much each thing that two clauses share adds to the likeness of their wording.
_BEARER, _FORCE, _NUMBER = 0.06, 0.02, 0.04
_PHRASE, _EACH_RUN, _MOST_PHRASES = 0.04, 0.01, 0.15
# Counterparts stand side by side: what that adds, and what standing elsewhere takes away.
_FIRM, _IN_PLACE, _OUT_OF_PLACE = 0.4, 0.15, 0.05
_ABOVE, _BELOW = 5, 3
"""So many articles away on either side a firm pair is a neighbour."""
_LEAST, _CERTAIN = 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Likeness:
    """Upper clauses in rows, lower ones in columns, each value between 0 and 1."""

    score: Matrix
    wording: Matrix
    phrases: Matrix
    upper_covered: Matrix
    lower_covered: Matrix


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


def terms_of(text: str) -> dict[str, float]:
    """Return the words of a text and the pairs of neighbouring ones (排污 许可证 排污许可证) with their weights."""
    words = [w for w in default().words(text) if _WORD.fullmatch(w) and not is_party(w)]
    weights = {w: weight_of(w) for w in words}
    pairs = {a + b: max(weights[a], weights[b]) for a, b in pairwise(words)}
    return {term: n for term, n in (weights | pairs).items() if n >= _EVERYDAY}


def _telling(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and weight_of(word) >= _TELLING and not is_party(word)


def likeness(upper: Side, lower: Side) -> Likeness:
    """Return how like each clause of one text is to each of the other."""
    found = _wording(upper, lower) if upper.clauses and lower.clauses else None
    if found is None:
        nothing = np.zeros((len(upper.clauses), len(lower.clauses)))
        return Likeness(nothing, nothing, nothing, nothing, nothing)
    wording, upper_covered, lower_covered = found
    phrases = _phrases(upper, lower)
    score = wording.copy()
    keys = [[c.keys for c in side.clauses] for side in (upper, lower)]
    for i, a in enumerate(upper.clauses):
        for j, b in enumerate(lower.clauses):
            if a.sort in _FRAMES or b.sort in _FRAMES:
                score[i, j] = _of_frames(a, b, wording[i, j])
            elif wording[i, j] > 0:
                shared = {kind for kind, _ in keys[0][i] & keys[1][j]}
                score[i, j] = _with_structure(a, b, shared, wording[i, j], phrases[i, j])
    placed = _with_neighbours(upper, lower, np.clip(score, 0, 1))
    return Likeness(placed, wording, phrases, upper_covered, lower_covered)


def _with_neighbours(upper: Side, lower: Side, score: Matrix) -> Matrix:
    """Raise what stands beside firm pairs of articles, lower what does not; what is certain stays as it is."""
    rows, columns = (_numbers(side) for side in (upper, lower))
    articles = np.zeros((max(rows, default=-1) + 1, max(columns, default=-1) + 1))
    np.maximum.at(articles, (rows[:, None], columns[None, :]), score)
    likest = (articles == articles.max(axis=1, keepdims=True)) & (articles == articles.max(axis=0))
    near = np.zeros(articles.shape, dtype=bool)
    for i, j in np.argwhere(likest & (articles >= _FIRM)).tolist():
        beside = near[max(i - _ABOVE, 0) : i + _ABOVE + 1, max(j - _BELOW, 0) : j + _BELOW + 1]
        own = bool(near[i, j])
        beside[:] = True
        near[i, j] = own  # a pair is no neighbour of itself
    in_place = near[rows][:, columns]
    open_to = (score > _LEAST) & (score < _CERTAIN)
    raised = np.minimum(score + _IN_PLACE, _CERTAIN)
    placed = np.where(open_to & in_place, raised, score)
    moved: Matrix = np.where(open_to & ~in_place & (score < _FIRM), placed - _OUT_OF_PLACE, placed)
    return moved


def _numbers(side: Side) -> NDArray[np.int64]:
    """The number of the article that each clause stands in."""
    order = {article: number for number, article in enumerate(side.articles)}
    return np.array([order[c.article] for c in side.clauses], dtype=np.int64)


def _of_frames(a: Clause, b: Clause, wording: float) -> float:
    if a.sort != b.sort:
        return wording * _OTHER_SORT
    base = _SAME_FRAME.get(a.sort, 0.0)
    return base + (1 - base) * wording if a.sort == "liability" else max(wording, base)


def _with_structure(
    a: Clause, b: Clause, shared: set[ValueKind], wording: float, phrases: float
) -> float:
    if (a.sort == "penalty") != (b.sort == "penalty"):
        return wording * _OTHER_SORT
    score = wording
    if phrases:
        score += min(_PHRASE + _EACH_RUN * phrases, _MOST_PHRASES)
    score += _BEARER * ("bearer" in shared) + _FORCE * ("force" in shared)
    return score + _NUMBER * bool(shared & {"deadline", "frequency", "amount"})


def _wording(upper: Side, lower: Side) -> tuple[Matrix, Matrix, Matrix] | None:
    """Cosine, and which share of the weight of each side's words the other has; None without any words."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.preprocessing import normalize

    terms = [terms_of(text) for text in (*_subjects(upper), *_subjects(lower))]
    if not any(terms):
        return None
    weighted = DictVectorizer().fit_transform(terms)
    rare = TfidfTransformer(norm=None).fit(weighted > 0).idf_
    vectors = normalize(weighted.multiply(rare).tocsr())
    rows = len(upper.clauses)
    has = (weighted > 0).astype(float)
    a, b = has[:rows], has[rows:]
    heavy = weighted.max(axis=0).toarray().ravel() * rare
    both = (a.multiply(heavy).tocsr() @ b.T).toarray()
    weight_a, weight_b = (np.asarray(m.multiply(heavy).sum(axis=1)).ravel() for m in (a, b))
    few = np.asarray(has.sum(axis=1)).ravel() < 2 * _FEW - 1
    cosine: Matrix = (vectors[:rows] @ vectors[rows:].T).toarray()
    cosine[(few[:rows, None] | few[None, rows:]) & (cosine < _SAME)] *= _THIN
    return (
        cosine,
        both / np.maximum(weight_a, 1e-9)[:, None],
        both / np.maximum(weight_b, 1e-9)[None, :],
    )


def _phrases(upper: Side, lower: Side) -> Matrix:
    """How many runs of ``_RUN`` characters two clauses share that hardly any other clause has: copied words.

    Words that stand in many clauses, the subject of the whole text among them, are left out before.
    """
    lexicon = default()
    told = [
        [w for w in lexicon.words(c.conduct if c.sort == "penalty" else c.text) if _telling(w)]
        for c in (*upper.clauses, *lower.clauses)
    ]
    often = Counter(word for words in told for word in set(words))
    common = {word for word, n in often.items() if n > _COMMON * len(told)}
    runs = [_runs("".join(w for w in words if w not in common)) for words in told]
    where: list[dict[str, list[int]]] = []
    for found in (runs[: len(upper.clauses)], runs[len(upper.clauses) :]):
        index: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(found):
            for run in one:
                index[run].append(number)
        where.append(index)
    shared = np.zeros((len(upper.clauses), len(lower.clauses)))
    for run in where[0].keys() & where[1].keys():
        if max(len(where[0][run]), len(where[1][run])) <= _RARE:
            for i in where[0][run]:
                shared[i, where[1][run]] += 1
    return shared


def _runs(text: str) -> set[str]:
    return {text[at : at + _RUN] for at in range(len(text) - _RUN + 1)}


def _subjects(side: Side) -> Sequence[str]:
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
        c.conduct + "".join(named.get(c.at, ())) if c.sort == "penalty" else c.text
        for c in side.clauses
    ]
