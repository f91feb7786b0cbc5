"""What is drawn to be compared by reading, what readers are shown, and how their verdicts are counted."""

import re
from pathlib import Path

import pytest

from benchmarks.alignment_weights import Read
from benchmarks.alignments import (
    NONE,
    Texts,
    articles,
    drawn,
    pool,
    read_verdicts,
    scores,
)
from benchmarks.text_pairs import Files
from graph_model.likeness import likeness
from graph_model.meaning import installed
from graph_model.sides import sides_of_facts
from tests.align.test_align import facts_of
from tests.align.test_matching import UPPER

BASED = "第一条　根据《中华人民共和国水法》，制定本条例。\n第二条　取水应当申请许可。\n"
FILES = {
    "水法(2016-07-02).txt": "第一条　为了保护水资源，制定本法。\n第二条　取水应当申请许可。\n",
    "浙江省水法实施办法(2018-01-01).txt": BASED,
    "山东省水法实施办法(2018-01-01).txt": BASED,
    "苏州市水法实施办法(2018-01-01).txt": BASED,  # not a province's
    "河南省水法宣传规定(2018-01-01).txt": BASED.replace("水法", "防洪法"),  # based on another law
}


DRAWN: tuple[tuple[str, dict[str, list[str]], str], ...] = (
    ("", {"山东省": ["1", "2"], "浙江省": ["1", "2"]}, "any article of either province's, never the city's"),
    ("山东省2", {"山东省": ["1"], "浙江省": ["1", "2"]}, "no article that has a label"),
    ("山东省1 山东省2", {"浙江省": ["1", "2"]}, "no text of which all articles have one"),
)  # fmt: skip


@pytest.mark.parametrize(("labelled", "unread", "why"), DRAWN, ids=[d[-1] for d in DRAWN])
def test_of_each_law_a_regulation_is_drawn_that_has_unlabelled_articles(
    tmp_path: Path, labelled: str, unread: dict[str, list[str]], why: str
) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(f"{name.split('(')[0]}\n\n{text}", "utf-8")
    labels = tmp_path / "labels.tsv"
    told = [
        f"水法(2016-07-02)\t{place[:-1]}水法实施办法(2018-01-01)\t{place[-1]}\t2\t"
        for place in labelled.split()
    ]
    labels.write_text("\n".join(["上\t下\t条\t必\t可", *told]), "utf-8")
    found: dict[str, list[str]] = {}
    for seed in range(20):
        (texts,) = drawn(tmp_path, labels, seed)
        found[texts.files.lower.stem[:3]] = [a for _, a in articles([texts], seed, 9)]
        assert articles([texts], seed, 1) == articles([texts], seed, 1)
    assert found == unread, why


def test_all_that_readers_and_the_program_found_is_pooled_without_the_labels_of_the_law() -> None:
    sides = sides_of_facts(facts_of("水域法", UPPER), facts_of("江海省条例", UPPER[::-1]))
    number = len(UPPER)
    told = {str(n + 1): (frozenset([str(number - n)]), frozenset[str]()) for n in range(number)}
    like = likeness(*sides, installed())
    wrong = {article: (frozenset[str](), frozenset[str]()) for article in told}
    labelled = [Read("水域法", *sides, told, like), Read("水法", *sides, wrong, like)]
    files = Files("水法", Path("水法.txt"), Path("江海省条例.txt"))
    lower = sides[1].id
    found = list(
        pool(
            [Texts(files, *sides, frozenset())],
            {lower: ["1", "2"]},
            {(lower, "1"): ["2"]},
            labelled,
        )
    )
    assert [line[2:4] for line in found] == [
        ("1", "2"),  # a reader found it
        ("1", str(number)),  # the program did
        ("2", str(number - 1)),
    ]
    assert found[0][5] == "—"
    assert float(found[1][5]) == 1.0


VERDICTS = (
    # lower, upper, with the model, by words, three verdicts
    ("1", "1", "0.90", "0.90", "必必可"),
    ("1", "2", "0.70", "—", "可否可"),  # right, but nothing that had to be found
    ("2", "3", "0.60", "0.50 待核", "否否必"),  # wrong: two of three
    ("3", "4", "0.45 待核", "—", "必必必"),  # doubtful is not found
    ("4", "5", "—", "0.80", "否可必"),  # the middle one
    ("5", NONE, "—", "—", ""),
)


def test_the_middle_one_of_three_verdicts_holds(tmp_path: Path) -> None:
    evidence = tmp_path / "verdicts.tsv"
    lines = ["\t".join(("1", "法", "条例", *case, "")) for case in VERDICTS]
    evidence.write_text("\n".join(["种子", *lines]), "utf-8")
    assert list(scores(read_verdicts(evidence))) == [
        "1 部法律，5 条下位条文，应有的对应 2 组",
        "用语义模型：准确率 2/3 = 0.667　召回率 1/2 = 0.500　待核 1/1",
        "只按用词：准确率 2/2 = 1.000　召回率 1/2 = 0.500　待核 0/1",
        "三位判断者完全一致 1/5",
    ]


def test_the_published_figures_are_those_of_the_evidence(root: Path) -> None:
    verdicts = read_verdicts(root / "docs" / "evidence" / "alignments-pooled.tsv")
    published = (root / "docs" / "extraction.md").read_text("utf-8")
    assert {len(v.said) for v in verdicts} == {0, 3}
    for seed in {v.seed for v in verdicts}:
        told = list(scores([v for v in verdicts if v.seed == seed]))
        (row,) = [line for line in published.splitlines() if line.startswith(f"| {seed}")]
        for fraction in re.findall(r"\d+/\d+", " ".join(told[1:3])):
            assert fraction in row, (seed, fraction)
