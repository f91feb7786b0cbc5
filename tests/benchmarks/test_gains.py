"""The gained/lost report between two versions of the extractors, on a small folder of texts."""

import subprocess
import sys
from pathlib import Path

from benchmarks import citation_kinds, edges, gains, penal_links
from graph_model.corpus import Corpus
from ingest.pipeline import parse
from ingest.source import Source
from tests.ingest.invented import TEXT


def test_every_kind_of_fact_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(TEXT, encoding="utf-8")
    found = list(gains.lines(tmp_path))
    assert {line.split("\t")[0] for line in found} == set(gains.KINDS)
    assert any("本细则第四条 -> self 4 resolved" in line for line in found)
    assert all(line.count("\t") == 3 for line in found)


def test_a_file_that_cannot_be_read_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    (line,) = gains.lines(tmp_path)
    assert line.startswith("未读入\t空.txt")


def test_gained_and_lost() -> None:
    before, after = (
        ["引用\ta\t1\tx", "引用\ta\t1\tx", "职责\ta\t2\ty"],
        ["引用\ta\t1\tx", "定义\ta\t3\tz"],
    )
    gained, lost = gains.compared(before, after)
    assert (gained, lost) == (["定义\ta\t3\tz"], ["引用\ta\t1\tx", "职责\ta\t2\ty"])
    report = gains.report(gained, lost).splitlines()
    assert "引用\t+0\t-1" in report
    assert "+ 定义\ta\t3\tz" in report


def test_the_version_on_the_path_is_the_one_that_reads(root: Path, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("甲办法\n第一条 依照《乙法》第二条执行。\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, root / "benchmarks" / "gains.py", "lines", tmp_path],
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[0] == "引用\t甲.txt\t1.1\t《乙法》第二条 -> 乙法 2 not_loaded"


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    verdicts = list(Corpus.of([parse(Source.of_text(TEXT, "甲.txt"))]).verdicts())
    drawn = [edges.line(v) for v in edges.sample(verdicts, seed=1, number=1)]
    assert drawn == [edges.line(v) for v in edges.sample(verdicts[::-1], seed=1, number=1)]
    assert len(drawn) == 1


def test_a_penalty_leads_to_the_norm_that_its_citation_names() -> None:
    text = (
        "某市灌区管理条例\n第一条 用水户应当：\n（一）缴纳水费；\n（二）保护渠道。\n第二条 灌区包括渠道。\n"
        "第三条 违反本条例第一条第二项、第二条规定的，处五百元罚款。\n"
    )
    links = list(penal_links.links_of(parse(Source.of_text(text, "甲.txt"))))
    assert [(one.at, one.broken, one.norms) for one in links] == [
        ("3.1", "1.1.2", ("用水户应当",)),  # the norm goes on in its items
        ("3.1", "2", ()),  # nothing is commanded there
    ]
    assert [one.broken for one in penal_links.sample(links, seed=1)] == ["1.1.2"]


def test_citations_are_scored_kind_by_kind() -> None:
    gold = {"1": {"citations": [{"target": "甲法", "units": ["1", "2"], "kind": "external"}]}}
    found = {"1": {"citations": [{"target": "甲法", "units": ["2"], "kind": "external"},
                                 {"target": "self", "units": ["3"], "kind": "self"}]}}  # fmt: skip
    assert citation_kinds.score(gold, found, "external") == (1, 1, 2)
    assert citation_kinds.score(gold, found, "self") == (0, 1, 0)
