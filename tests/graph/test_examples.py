"""The example that reads the graph with py2neo works on both servers."""

import subprocess
import sys
from pathlib import Path

from graph_model import embedded, load
from graph_model.store import Store
from ingest import lexicon, pipeline
from ingest.source import Source
from tests.ingest.invented import TEXT


def test_py2neo_reads_the_graph(store: Store, root: Path) -> None:
    facts = pipeline.parse(Source.of_text(TEXT, "a.txt"))
    load.load(store, facts, tokens=lexicon.default().tokens)
    example = root / "docs" / "examples" / "read_with_py2neo.py"
    run = subprocess.run(
        [sys.executable, "-W", "ignore", example, *_access(store)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines() == ["诫勉：6 个月", "撤职：24 个月"]


def _access(store: Store) -> tuple[str, str, str, str]:
    """Address, user, password and database, as the example takes them."""
    settings = store.settings
    if settings.uri:
        return settings.uri, settings.user, settings.password, "neo4j"
    server = embedded.start_or_attach(settings.home)
    return server.bolt_uri, embedded.USER, server.password, embedded.DATABASE
