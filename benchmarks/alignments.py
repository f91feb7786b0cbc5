"""Articles of local regulations, drawn from a folder, and their counterparts in the law that they implement, told by reading.

Three steps, so that no reader knows what the program finds. LABELS is the table of ``benchmarks.alignment_weights``: no
article that is in it is drawn, and a pair of texts is compared by weights fitted without any label on its law.

``draw FOLDER LABELS`` draws, with the seed, some laws, a province's regulation of each, and articles of them. Readers look in
the whole law for the counterparts of each.
``pool FOLDER LABELS FOUND`` puts what they found (FOUND: law, regulation, article, articles of the law) together with what the
program gives, clear or doubtful, with the language model and by words alone. Three other readers judge each pair, in an
order that does not tell where it comes from: 必 (it is one), 可 (it may pass for one) or 否.
``score VERDICTS`` counts, for each draw and for all. Of three verdicts the middle one holds: a clear pair is right unless it is
否, and what is 必 is to be found.

docs/evidence/alignments-pooled.tsv holds the verdicts, docs/evidence/alignments.tsv those on earlier draws, of which readers
judged either the articles or the pairs; the texts themselves stay outside the project.
"""

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.alignment_weights import Read, fitted_on, read_labels
from benchmarks.text_pairs import Files, pairs_in
from graph_model.align import aligned
from graph_model.likeness import likeness
from graph_model.meaning import Meaning, installed
from graph_model.sides import Side, sides_of_facts
from ingest.batch import facts_of

SEED, LAWS, NUMBER = 20261222, 16, 160
VERDICTS = ("否", "可", "必")
"""What a reader says of a pair, from no to yes."""
NONE = "无"


@dataclass(frozen=True)
class Texts:
    """A law and a regulation that implements it, and which articles of that were labelled."""

    files: Files
    upper: Side
    lower: Side
    labelled: frozenset[str]

    @property
    def unread(self) -> list[str]:
        """The articles of the regulation that have no label."""
        return [article for article in self.lower.articles if article not in self.labelled]


@dataclass(frozen=True, slots=True)
class Given:
    """How sure the program is of a pair of articles, and whether it holds it for clear."""

    score: float
    clear: bool

    def __str__(self) -> str:
        return f"{self.score:.2f}" + ("" if self.clear else " 待核")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line of the evidence: a pair of articles, what the program gives, and what three readers say.

    ``upper`` is empty for an article of which nobody, and no program, found a counterpart.
    """

    seed: str
    law: str
    regulation: str
    lower: str
    upper: str
    with_model: str
    by_words: str
    said: str

    @property
    def middle(self) -> int:
        """The middle one of the verdicts, by its place in ``VERDICTS``."""
        return sorted(map(VERDICTS.index, self.said))[1] if self.said else 0


def drawn(folder: Path, labels: Path, seed: int = SEED) -> list[Texts]:
    """Return so many laws, with a province's regulation of each that names it as its basis and has articles without a label."""
    labelled: dict[str, set[str]] = defaultdict(set)
    for line in labels.read_text(encoding="utf-8").splitlines()[1:]:
        _, lower, article, *_ = line.split("\t")
        labelled[lower].add(article)
    order = [f for f in pairs_in(folder) if f.law.endswith("法")]
    random.Random(seed).shuffle(order)
    found: dict[str, Texts] = {}
    for files in order:
        if len(found) == LAWS:
            break
        texts = _implementing(files, labelled) if files.law not in found else None
        if texts and texts.unread:
            found[files.law] = texts
    return list(found.values())


def _implementing(files: Files, labelled: Mapping[str, set[str]]) -> Texts | None:
    upper, lower = facts_of(files.upper), facts_of(files.lower)
    based = any(
        c.kind == "basis" and c.target.removeprefix("中华人民共和国") == files.law
        for c in lower.citations
    )
    if not based:
        return None
    texts = Texts(
        files, *sides_of_facts(upper, lower), frozenset(labelled.get(files.lower.stem, ()))
    )
    return texts if texts.lower.level == "province" else None


def articles(
    texts: Sequence[Texts], seed: int = SEED, number: int = NUMBER
) -> list[tuple[Texts, str]]:
    """Return so many unread articles of the regulations, whatever the comparison says of them."""
    every = [(t, article) for t in texts for article in t.unread]
    chosen = sorted(random.Random(seed).sample(range(len(every)), min(number, len(every))))
    return [every[n] for n in chosen]


def given(
    texts: Texts, model: Meaning | None, labelled: Sequence[Read]
) -> dict[tuple[str, str], Given]:
    """Return the pairs that the program gives with weights that know no label on the law, by their lower and upper article."""
    like = likeness(texts.upper, texts.lower, model)
    weights = fitted_on([t for t in labelled if t.law != texts.files.law])
    pairs = aligned(texts.upper, texts.lower, like, weights).pairs
    return {(p.lower, p.upper): Given(p.score, p.doubt is None) for p in pairs}


def pool(
    texts: Iterable[Texts],
    chosen: Mapping[str, Sequence[str]],
    found: Mapping[tuple[str, str], Sequence[str]],
    labelled: Sequence[Read],
) -> Iterator[tuple[str, ...]]:
    """Yield the pairs to be judged, as lines of the evidence without verdicts.

    ``chosen`` are the articles drawn of each regulation, ``found`` what readers found of them.
    """
    labelled_by_words = [t.by_words for t in labelled]
    for t in texts:
        with_model = given(t, installed(), labelled)
        by_words = given(t, None, labelled_by_words)
        order = list(t.upper.articles)
        for article in chosen[t.lower.id]:
            pooled = {
                *found.get((t.lower.id, article), ()),
                *(upper for lower, upper in (*with_model, *by_words) if lower == article),
            }
            for upper in sorted(pooled, key=order.index) or [""]:
                told = (str(pairs.get((article, upper), "—")) for pairs in (with_model, by_words))
                yield t.upper.id, t.lower.id, article, upper or NONE, *told


def read_verdicts(evidence: Path) -> list[Verdict]:
    """Return the lines of the evidence."""
    found = []
    for line in evidence.read_text(encoding="utf-8").splitlines()[1:]:
        seed, law, regulation, lower, upper, with_model, by_words, said, _ = line.split("\t")
        upper = "" if upper == NONE else upper
        found.append(Verdict(seed, law, regulation, lower, upper, with_model, by_words, said))
    return found


def scores(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield how much of what the program gives is right, and how much of what is to be found it gives."""
    wanted = [v for v in verdicts if v.middle == VERDICTS.index("必")]
    drawn_articles = {(v.regulation, v.lower) for v in verdicts}
    yield f"{len({v.law for v in verdicts})} 部法律，{len(drawn_articles)} 条下位条文，应有的对应 {len(wanted)} 组"
    for name, told in (("用语义模型", "with_model"), ("只按用词", "by_words")):
        clear = [v for v in verdicts if re.fullmatch(r"[\d.]+", getattr(v, told))]
        doubtful = [v for v in verdicts if getattr(v, told).endswith("待核")]
        right = sum(v.middle > 0 for v in clear)
        both = sum(v in clear for v in wanted)
        yield (
            f"{name}：准确率 {right}/{len(clear)} = {right / max(len(clear), 1):.3f}　"
            f"召回率 {both}/{len(wanted)} = {both / max(len(wanted), 1):.3f}　"
            f"待核 {sum(v.middle > 0 for v in doubtful)}/{len(doubtful)}"
        )
    agreed = [v for v in verdicts if len(set(v.said)) == 1]
    yield f"三位判断者完全一致 {len(agreed)}/{sum(bool(v.said) for v in verdicts)}"


def _found(table: Path) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in table.read_text(encoding="utf-8").splitlines():
        _, regulation, article, uppers = line.split("\t")
        found[regulation, article] += uppers.split()
    return found


def main() -> None:
    """Draw, pool or score."""
    step, *arguments = sys.argv[1:]
    if step == "score":
        verdicts = read_verdicts(Path(arguments[0]))
        for seed in dict.fromkeys(v.seed for v in verdicts):
            print(f"种子 {seed}：", *scores([v for v in verdicts if v.seed == seed]), sep="\n")
        print("合计：", *scores(verdicts), sep="\n")
        return
    folder, labels = map(Path, arguments[:2])
    texts = drawn(folder, labels)
    chosen: dict[str, list[str]] = {t.lower.id: [] for t in texts}
    for t, article in articles(texts):
        chosen[t.lower.id].append(article)
        if step == "draw":
            print(t.upper.id, t.lower.id, article, sep="\t")
    if step == "pool":
        for line in pool(texts, chosen, _found(Path(arguments[2])), read_labels(folder, labels)):
            print(*line, sep="\t")


if __name__ == "__main__":
    main()
