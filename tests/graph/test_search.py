"""Full-text search gives the same hits on both servers, and says which words to mark."""

import pytest

from graph_model import load
from graph_model.search import Within, search
from graph_model.store import Store
from ingest import lexicon, pipeline
from ingest.source import Source
from tests.ingest.invented import TEXT


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        pytest.param("管护方案", ["4.1.1"], id="words"),
        pytest.param("通报表扬 嘉奖", ["7.1"], id="two words, anywhere"),
        pytest.param("河湖管护负总责", ["3.1"], id="a phrase"),
        pytest.param("总责", ["3.1"], id="a word that the cutter cuts otherwise"),
        pytest.param("没有这个词", [], id="nothing"),
        pytest.param("", [], id="empty"),
        pytest.param("AND OR * ~", [], id="operators only"),
        pytest.param("\"'}) DETACH DELETE n //", [], id="no query language gets through"),
    ],
)
def test_hits(store: Store, query: str, hits: list[str]) -> None:
    facts = pipeline.parse(Source.of_text(TEXT, "a.txt"))
    load.load(store, facts, tokens=lexicon.default().tokens)
    found = search(store, query, lexicon.default().tokens).hits
    assert [h.at for h in found] == hits
    for hit in found:
        assert hit.spans
        marked = [hit.text[a:b] for a, b in hit.spans]
        assert all(m in query for m in marked)


def test_filters(store: Store) -> None:
    facts = pipeline.parse(Source.of_text(TEXT, "a.txt"))
    load.load(store, facts, tokens=lexicon.default().tokens)
    tokens = lexicon.default().tokens
    everywhere = [h.at for h in search(store, "总河长", tokens).hits]
    assert everywhere == ["8.1", "3.1", "4.1"]  # twice there
    assert [h.at for h in search(store, "巡查", tokens, within=Within(kinds=["item"])).hits] == []
    assert search(store, "总河长", tokens, within=Within(documents=["别的"])).hits == ()
