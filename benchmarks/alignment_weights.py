"""The weights by which ``graph_model.matching`` holds two clauses for counterparts: how they were fitted, and how well.

``python -m benchmarks.alignment_weights FOLDER LABELS`` reads pairs of texts from the folder and, for some articles of
the lower ones, which upper articles a reader found to be their counterparts. LABELS is a table: the file of the
upper text, that of the lower one, the lower article, its counterparts, and others that may pass for one. Printed
are the weights fitted on all, and precision and recall where each law was judged by the weights of all others;
both for what is measured with the language model (where it is installed) and by the words alone.
A pair of articles is known, that of its clauses is not: the nearest two clauses stand for it, in some rounds.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from benchmarks.text_pairs import pairs_in
from graph_model.likeness import MEASURES, Likeness, Matrix, likeness, numbers_of
from graph_model.matching import Fitted, Weights, scores_of, standing, weights_of
from graph_model.meaning import installed, missing
from graph_model.sides import Side, sides_of_facts
from ingest.batch import facts_of

ROUNDS = 3
THRESHOLDS = (0.35, 0.4, 0.45, 0.5, 0.52, 0.55, 0.58, 0.6, 0.65, 0.7)
BANDS = (
    (0.3, 0.35),
    (0.35, 0.4),
    (0.4, 0.45),
    (0.45, 0.5),
    (0.5, 0.55),
    (0.55, 0.6),
    (0.6, 0.7),
    (0.7, 1.01),
)
_YES, _NO, _MAYBE, _UNREAD = 1, 0, -1, -2
_WEIGHT_OF_MAYBE = 0.5


@dataclass(frozen=True)
class Read:
    """Two texts, with what a reader told of some lower articles: counterparts, and what may pass for one."""

    law: str
    upper: Side
    lower: Side
    told: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    like: Likeness

    @property
    def measures(self) -> Matrix:
        """What is measured of each two clauses."""
        return self.like.measures

    @property
    def by_words(self) -> "Read":
        """The same, measured by the words alone."""
        return replace(self, like=replace(self.like, measures=self.measures[..., : len(MEASURES)]))

    @cached_property
    def verdicts(self) -> Matrix:
        """What the reader told of each two articles."""
        found = np.full((len(self.upper.articles), len(self.lower.articles)), _UNREAD)
        for j, article in enumerate(self.lower.articles):
            if article in self.told:
                yes, maybe = self.told[article]
                found[:, j] = [
                    _YES if a in yes else _MAYBE if a in maybe else _NO for a in self.upper.articles
                ]
        return found

    def nearest(self, near: Matrix) -> tuple[Matrix, Matrix]:
        """The clauses that stand for each two articles: those that are nearest."""
        rows, columns = numbers_of(self.upper), numbers_of(self.lower)
        shape = self.verdicts.shape
        at = np.zeros(shape, dtype=int), np.zeros(shape, dtype=int)
        i, j = np.divmod(np.argsort(near, axis=None, kind="stable"), near.shape[1])
        at[0][rows[i], columns[j]], at[1][rows[i], columns[j]] = i, j  # the last one stays
        return at

    def by_article(self, scores: Matrix) -> Matrix:
        """The highest score of each two articles."""
        best = np.zeros(self.verdicts.shape)
        np.maximum.at(best, (numbers_of(self.upper)[:, None], numbers_of(self.lower)), scores)
        return best


def read_labels(folder: Path, labels: Path) -> list[Read]:
    """Return the texts of the table with what it tells of them."""
    laws = {(f.upper.stem, f.lower.stem): f for f in pairs_in(folder)}
    told: dict[tuple[str, str], dict[str, tuple[frozenset[str], frozenset[str]]]] = {}
    for line in labels.read_text(encoding="utf-8").splitlines()[1:]:
        upper, lower, article, yes, maybe = line.split("\t")
        found = frozenset(yes.split()), frozenset(maybe.split())
        told.setdefault((upper, lower), {})[article] = found
    read = []
    for names, articles in told.items():
        files = laws[names]
        sides = sides_of_facts(facts_of(files.upper), facts_of(files.lower))
        read.append(Read(files.law, *sides, articles, likeness(*sides, installed())))
    return read


def fit(texts: Sequence[Read], features: Sequence[Matrix], near: Sequence[Matrix]) -> Fitted:
    """Return weights by which features tell counterparts; ``near`` says which clauses stand for the articles at first."""
    from sklearn.linear_model import LogisticRegression

    weights, base = np.zeros(features[0].shape[-1]), 0.0
    for _ in range(ROUNDS):
        found, verdicts, trust = [], [], []
        for text, values, nearness in zip(texts, features, near, strict=True):
            known = text.verdicts != _UNREAD
            at = text.nearest(nearness)
            verdict = text.verdicts[known]
            found.append(values[at[0][known], at[1][known]])
            verdicts.append(verdict != _NO)
            trust.append(np.where(verdict == _MAYBE, _WEIGHT_OF_MAYBE, 1.0))
        rows = np.concatenate(found)
        mean, spread = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
        model = LogisticRegression(max_iter=3000)
        model.fit(
            (rows - mean) / spread, np.concatenate(verdicts), sample_weight=np.concatenate(trust)
        )
        weights = model.coef_[0] / spread
        base = float(model.intercept_[0] - weights @ mean)
        near = [values @ weights + base for values in features]
    return weights, base


def fit_both(texts: Sequence[Read]) -> tuple[Fitted, Fitted]:
    """Return the weights of both steps."""
    first = fit(texts, [t.measures for t in texts], [t.measures[..., 0] for t in texts])
    near = [t.measures @ first[0] + first[1] for t in texts]
    second = [standing(t.upper, t.lower, n) for t, n in zip(texts, near, strict=True)]
    return first, fit(texts, second, near)


def fitted_on(texts: Sequence[Read]) -> Weights:
    """Return the weights fitted on texts; they hold as clear and as doubtful what the present ones do."""
    present = weights_of(texts[0].like)
    near, sure = fit_both(texts)
    return replace(
        present,
        near=dict(zip(present.near, map(float, near[0]), strict=True)),
        near_base=near[1],
        sure=dict(zip(present.sure, map(float, sure[0]), strict=True)),
        sure_base=sure[1],
    )


def judged(text: Read, weights: Weights) -> Matrix:
    """How sure the comparison is of each two articles with these weights."""
    return text.by_article(scores_of(text.upper, text.lower, text.like, weights))


def told(texts: Sequence[Read], scores: Sequence[Matrix]) -> Iterable[str]:
    """Yield precision and recall from thresholds on, and how much is right between two of them."""
    known = [t.verdicts != _UNREAD for t in texts]
    verdicts = np.concatenate([t.verdicts[k] for t, k in zip(texts, known, strict=True)])
    sure = np.concatenate([s[k] for s, k in zip(scores, known, strict=True)])
    right, wanted = verdicts != _NO, verdicts == _YES
    for least in THRESHOLDS:
        given = sure >= least
        yield (
            f"  {least:.2f}　精确 {(right & given).sum()}/{given.sum()} = {right[given].mean():.3f}"
            f"　召回 {(wanted & given).sum()}/{wanted.sum()} = {given[wanted].mean():.3f}"
        )
    bands = [(low, high, right[(sure >= low) & (sure < high)]) for low, high in BANDS]
    yield "  各段：" + "　".join(f"{low}–{high} {r.sum()}/{len(r)}" for low, high, r in bands)


def figures(texts: Sequence[Read]) -> Iterable[str]:
    """Yield how well the present weights do, how well those do that were fitted on other laws, and those fitted on all."""
    yield "现有的权重："
    yield from told(texts, [judged(t, weights_of(t.like)) for t in texts])
    left_out: dict[int, Matrix] = {}
    for law in sorted({t.law for t in texts}):
        weights = fitted_on([t for t in texts if t.law != law])
        left_out |= {n: judged(t, weights) for n, t in enumerate(texts) if t.law == law}
    yield "每部法律都用其他法律得出的权重判断："
    yield from told(texts, [left_out[n] for n in range(len(texts))])
    fitted = fitted_on(texts)
    for step, base in ((fitted.near, fitted.near_base), (fitted.sure, fitted.sure_base)):
        yield f"{ {name: round(weight, 2) for name, weight in step.items()} } {base:.2f}"


def main() -> None:
    """Fit, and print."""
    texts = read_labels(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{len({t.law for t in texts})} 部法律，{sum(len(t.told) for t in texts)} 条下位条文")
    print(f"{missing()}，只量用词：" if missing() else "用语义模型：")
    print(*figures(texts), sep="\n")
    if not missing():
        print("只按用词：", *figures([t.by_words for t in texts]), sep="\n")


if __name__ == "__main__":
    main()
