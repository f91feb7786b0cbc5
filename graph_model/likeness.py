"""How like two clauses are: their wording by TF-IDF over words, and what they fix by what both share.

Words are jieba's, without those of parties and of every norm (应当, 人民政府): parties and modal words are compared as
values, not as wording. Rare words count more, so a subject that only two clauses speak of makes them alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from graph_model.sides import Clause, Side
from ingest.bearers import is_party
from ingest.lexicon import Lexicon, default, read_words

Matrix = NDArray[np.float64]

_IDLE = frozenset(read_words("idle"))
"""Words that stand in clauses of every subject: they say how, not what."""
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,}")
_RUN = 8
_COMMON = 0.25
_RARE = 3
_SAME = 0.9
_FEW = 3
_THIN = 0.7
"""What is left of a likeness where one of the clauses has fewer telling words than ``_FEW``."""
_OTHER_SORT = 0.4
"""What is left of a likeness where one clause punishes, defines or frames and the other does not."""
_SAME_FRAME = {"purpose": 0.9, "effect": 0.9, "scope": 0.6, "crime": 0.8, "liability": 0.3}
"""Clauses that every text has once are counterparts whatever their words; of those on officials there may be several."""
_FRAMES = (*_SAME_FRAME, "definition")


# How much each thing that two clauses share adds to the likeness of their wording.
_BEARER, _FORCE, _NUMBER = 0.06, 0.02, 0.04
_PHRASE, _EACH_RUN, _MOST_PHRASES = 0.04, 0.01, 0.15


@dataclass(frozen=True, slots=True)
class Likeness:
    """Upper clauses in rows, lower ones in columns, each value between 0 and 1."""

    score: Matrix
    wording: Matrix
    phrases: Matrix
    upper_covered: Matrix
    lower_covered: Matrix


def terms_of(text: str, lexicon: Lexicon) -> list[str]:
    """Return the words that tell a subject, and pairs of words of which one does: 排污 许可证 排污许可证."""
    words = [w for w in lexicon.words(text) if _WORD.fullmatch(w) and not is_party(w)]
    pairs = [a + b for a, b in pairwise(words) if _telling(a) or _telling(b)]
    return [w for w in words if _telling(w)] + pairs


def _telling(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and word not in _IDLE and not is_party(word)


def likeness(upper: Side, lower: Side) -> Likeness:
    """Return how like each clause of one text is to each of the other."""
    shared = _wording(upper, lower)
    if shared is None:
        nothing = np.zeros((len(upper.clauses), len(lower.clauses)))
        return Likeness(nothing, nothing, nothing, nothing, nothing)
    wording, upper_covered, lower_covered = shared
    phrases = _phrases(upper, lower)
    score = wording.copy()
    for i, a in enumerate(upper.clauses):
        for j, b in enumerate(lower.clauses):
            if a.sort in _FRAMES or b.sort in _FRAMES:
                score[i, j] = _of_frames(a, b, wording[i, j])
            elif wording[i, j] > 0:
                score[i, j] = _with_structure(a, b, wording[i, j], phrases[i, j])
    return Likeness(np.clip(score, 0, 1), wording, phrases, upper_covered, lower_covered)


def _of_frames(a: Clause, b: Clause, wording: float) -> float:
    if a.sort != b.sort:
        return wording * _OTHER_SORT
    base = _SAME_FRAME.get(a.sort, 0.0)
    return base + (1 - base) * wording if a.sort == "liability" else max(wording, base)


def _with_structure(a: Clause, b: Clause, wording: float, phrases: float) -> float:
    if (a.sort == "penalty") != (b.sort == "penalty"):
        return wording * _OTHER_SORT
    score = wording
    if phrases:
        score += min(_PHRASE + _EACH_RUN * phrases, _MOST_PHRASES)
    shared = {kind for kind, _ in a.keys & b.keys}
    score += _BEARER * ("bearer" in shared) + _FORCE * ("force" in shared)
    return score + _NUMBER * bool(shared & {"deadline", "frequency", "amount"})


def _wording(upper: Side, lower: Side) -> tuple[Matrix, Matrix, Matrix] | None:
    """Cosine, and which share of the weight of each side's words the other has; None without any words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    lexicon = default()
    texts = [*_subjects(upper), *_subjects(lower)]
    vectors = TfidfVectorizer(analyzer=_terms(lexicon), sublinear_tf=True)
    try:
        found = vectors.fit_transform(texts)
    except ValueError:  # no text has a word that counts
        return None
    rows = len(upper.clauses)
    a, b = found[:rows], found[rows:]
    rare = vectors.idf_
    has_a, has_b = (a > 0).astype(float), (b > 0).astype(float)
    both = (has_a.multiply(rare).tocsr() @ has_b.T).toarray()
    weight_a = np.asarray(has_a.multiply(rare).sum(axis=1)).ravel()
    weight_b = np.asarray(has_b.multiply(rare).sum(axis=1)).ravel()
    few_a, few_b = (np.asarray(m.sum(axis=1)).ravel() < 2 * _FEW - 1 for m in (has_a, has_b))
    cosine: Matrix = (a @ b.T).toarray()
    cosine[(few_a[:, None] | few_b[None, :]) & (cosine < _SAME)] *= _THIN
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


def _terms(lexicon: Lexicon) -> Callable[[str], list[str]]:
    return lambda text: terms_of(text, lexicon)


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
