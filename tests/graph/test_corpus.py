"""A hundred real laws and regulations go into the graph, each as a text of its own."""

from pathlib import Path, PurePosixPath

from graph_model import load
from graph_model.store import Store
from ingest.lexicon import default
from ingest.pipeline import parse
from ingest.readers import read_bytes
from tests.corpus import hundred
from tests.graph.pictures import emptied


def test_a_hundred_documents_load(store: Store, shared: Path) -> None:
    graph = emptied(store)
    articles = {}
    for name, data in hundred(shared).items():
        facts = parse(read_bytes(data, PurePosixPath(name).name))
        result = load.load(graph, facts, tokens=default().tokens)
        assert result.status == "loaded", name
        articles[facts.document.id] = sum(p.kind == "article" for p in facts.provisions)
    loaded = graph.read(
        "MATCH (d:Document) OPTIONAL MATCH (a:Provision {document: d.id}) WHERE a:Article"
        " RETURN d.id AS id, count(a) AS n"
    )
    assert {row["id"]: row["n"] for row in loaded} == articles
