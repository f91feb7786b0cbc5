"""The measurement of pages and questions runs on a small graph, and reaches all of them."""

from pathlib import Path

import pytest

from benchmarks import app
from graph_model import embedded, load, querybook, ranking
from graph_model.store import Settings, Store
from ingest import lexicon, pipeline
from ingest.source import Source
from tests.ingest.invented import TEXT


def test_every_page_and_question_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FATU_HOME", str(tmp_path))
    monkeypatch.delenv("FATU_NEO4J_URI", raising=False)
    try:
        with Store.open(Settings(home=tmp_path)) as store:
            load.prepare(store)
            facts = pipeline.parse(Source.of_text(TEXT, "细则.txt"))
            load.load(store, facts, tokens=lexicon.default().tokens)
            ranking.rank(store)
        told = [line.split("\t") for line in app.lines(2)]
    finally:
        embedded.stop(tmp_path)
    names = [line[0] for line in told[1:]]
    assert {"阅读：一条", "引用追踪：整件", "检索", "总览", "全部问题"} <= set(names)
    # what this text gives no parameter for is not asked
    left_out = set(querybook.questions()) - {name.split("（")[0] for name in names}
    assert left_out <= {"norms-of-body", "norms-of-bodies", "delegations-to-body"}
    assert all(float(figure) >= 0 for line in told[1:] for figure in line[2:])
