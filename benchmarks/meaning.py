"""The directions in which the language model tells provisions of law apart, made from law at large.

``python -m benchmarks.meaning FOLDER FILE`` reads a folder of texts and writes the table that ``graph_model.meaning`` uses.
Texts on one subject (the regulations of several places on dogs, on lifts, on archives) say the same thing in many
ways. Clauses of two such texts that are each other's nearest, clearly before any other, are taken for the same thing. Kept
are the directions in which such pairs differ little and different clauses differ much (linear discriminants). It is done
twice: first the nearest are found by what is rare in both, then by the directions of the first round as well.
No text on a law whose comparison is judged or labelled is among them (``benchmarks.alignments``).
"""

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.text_pairs import pairs_in
from graph_model.likeness import Matrix, character_pairs, lengths, shared
from graph_model.meaning import Meaning, Vectors, centred, installed, missing, unit
from ingest.batch import facts_of, files_in
from ingest.facts import Facts
from ingest.titles import region_of

SEED = 1
DIRECTIONS = 200
"""So many are kept; with 128 or 300 the comparison did no better."""
PAIRS_OF_TEXTS = 80
"""At most so many pairs of texts of a subject, so that no subject outweighs the others."""
LEAST_CLAUSES, LEAST_LENGTH = 8, 15
READ = 300
"""So many characters of a clause are read: what it is about stands at its beginning."""
_SAME = 0.8
"""Clauses that share so much of their characters were copied: they teach nothing, and texts of them are versions."""
_REGULARISED = 0.3
"""So much of the mean is added to how little the same things differ: some directions were seen too seldom."""
_LEAST_RARE, _LEAD_RARE = 0.2, 0.35
_LEAST_NEAR, _LEAD_NEAR = 0.4, 0.5
"""How much two clauses share at least, and how far they are ahead of the next: by words, then by meaning as well."""
_OF_MEANING, _OF_WORDS = 3.0, 0.5
_LESS_FOR_LENGTH = 0.35
_BEFORE = re.compile(r"^中华人民共和国|^(?:实施|贯彻)?[《〈]?(?:中华人民共和国)?")
_KIND = re.compile(r"[》〉]?(?:实施)?(?:办法|条例|规定|细则|若干规定|法|的决定|决定)$")
_VERB = re.compile(r"(?:法|实施)?(?:管理|监督管理|保护|促进|防治|保障)?$")


@dataclass(frozen=True)
class Text:
    """The clauses of a text: the number of the article of each, its words, and its vector."""

    articles: Sequence[str]
    words: Sequence[str]
    vectors: Vectors

    @cached_property
    def characters(self) -> list[set[str]]:
        """The pairs of neighbouring characters of each clause."""
        return [character_pairs(words) for words in self.words]

    @cached_property
    def numbers(self) -> NDArray[np.int64]:
        """The number of the article that each clause stands in."""
        order = {article: number for number, article in enumerate(dict.fromkeys(self.articles))}
        return np.array([order[article] for article in self.articles], dtype=np.int64)


Same = tuple[Vectors, Vectors]
"""Clauses of two texts that say the same: a row for each, without what both texts share."""


def subject_of(title: str) -> str:
    """Return what a text is about, by its title.

    >>> subject_of("江海省城市供水管理条例"), subject_of("北京市实施《中华人民共和国档案法》办法")
    ('城市供水', '档案')
    """
    region = region_of(title)
    bare = _BEFORE.sub("", title.removeprefix(region) if region else title)
    return _VERB.sub("", _KIND.sub("", _BEFORE.sub("", bare)))


def clauses_of(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs with their items: the article's address and the words."""
    held: dict[str, list[str]] = {}
    for provision in facts.provisions:
        words = provision.text.removeprefix(provision.number or "").strip()
        if provision.kind == "paragraph":
            held[provision.address] = [words]
        elif provision.kind in ("item", "subitem"):
            above = provision.address
            while above and above not in held:
                above = above.rpartition(".")[0]
            held.get(above, []).append(words)
    for address, parts in held.items():
        if len(words := "".join(parts)) >= LEAST_LENGTH:
            yield address.split(".", maxsplit=1)[0], words


def texts_in(folder: Path, model: Meaning) -> Iterator[list[Text]]:
    """Yield the texts of each subject that has several and none of whose comparisons is judged."""
    named: dict[str, list[Path]] = defaultdict(list)
    for path in files_in(folder):
        named[subject_of(path.stem.split("(")[0])].append(path)
    judged = {subject_of(f.law) for f in pairs_in(folder)}
    for subject, paths in sorted(named.items()):
        if len(paths) < 2 or any(subject.startswith(law) for law in judged):
            continue
        texts = []
        for path in paths:
            held = list(clauses_of(facts_of(path)))
            if len(held) >= LEAST_CLAUSES:
                articles, words = zip(*held, strict=True)
                texts.append(Text(articles, words, model.vectors([w[:READ] for w in words])))
        yield texts


def rare(one: Text, other: Text) -> Matrix:
    """How much each two clauses share that stands in few articles of either text, less for long ones."""
    found, _ = shared((one.words, other.words), (one.numbers, other.numbers))
    less: Matrix = found - _LESS_FOR_LENGTH * lengths(one.words, other.words)
    return less


def same_in(one: Text, other: Text, directions: Vectors | None) -> Same | None:
    """Return the clauses of two texts that are taken for the same thing; none of two versions of a text."""
    least = near = rare(one, other)
    floor, lead = _LEAST_RARE, _LEAD_RARE
    above, below = centred(one.vectors, other.vectors)
    if directions is not None:
        least = unit(above @ directions) @ unit(below @ directions).T
        near = _OF_MEANING * least + _OF_WORDS * np.clip(near, -2, 2)
        floor, lead = _LEAST_NEAR, _LEAD_NEAR
    nearest = (near == near.max(axis=1, keepdims=True)) & (near == near.max(axis=0))
    rows, columns, copied = [], [], 0
    for i, j in np.argwhere(nearest).tolist():
        second = max(np.sort(near[i])[-2], np.sort(near[:, j])[-2])
        if least[i, j] < floor or near[i, j] - second < lead:
            continue
        a, b = one.characters[i], other.characters[j]
        if 2 * len(a & b) > _SAME * (len(a) + len(b)):
            copied += 1
            continue
        rows.append(i)
        columns.append(j)
    if len(rows) < 3 or 2 * copied > min(len(one.words), len(other.words)):
        return None
    return above[rows], below[columns]


def discriminants(same: Sequence[Same], number: int) -> Vectors:
    """Return the directions in which what is the same differs little and what is not differs much, the best first."""
    from scipy.linalg import eigh

    apart = np.concatenate([a - b for a, b in same])
    every = np.concatenate([v for pair in same for v in pair])
    within, between = apart.T @ apart / len(apart) / 2, every.T @ every / len(every)
    floor = _REGULARISED * np.trace(within) / len(within)
    values, vectors = eigh(between, within + floor * np.eye(len(within)))
    best = np.argsort(-values)[:number]
    weights = np.sqrt(np.maximum(values[best] - 1, 0) / values[best])
    found: Vectors = vectors[:, best] * weights
    return found


def drawn(subjects: Sequence[Sequence[Text]]) -> list[tuple[Text, Text]]:
    """Return the pairs of texts of each subject, of some only a part."""
    order = random.Random(SEED)
    found = []
    for texts in subjects:
        pairs = list(combinations(texts, 2))
        order.shuffle(pairs)
        found += pairs[:PAIRS_OF_TEXTS]
    return found


def main() -> None:
    """Make the table, and say of how much."""
    model = installed()
    if model is None:
        sys.exit(f"{missing()}，先运行 scripts/model.py。")
    subjects = list(texts_in(Path(sys.argv[1]), model))
    print(f"{len(subjects)} 个题目，{sum(map(len, subjects))} 份文本")
    pairs = drawn(subjects)
    directions: Vectors | None = None
    for _ in range(2):
        same = [s for one, other in pairs if (s := same_in(one, other, directions))]
        directions = discriminants(same, DIRECTIONS)
        print(f"{len(same)} 对文本里有 {sum(len(a) for a, _ in same)} 对条款说的是同一件事")
        np.save(Path(sys.argv[2]), directions.astype(np.float16))


if __name__ == "__main__":
    main()
