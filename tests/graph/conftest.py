"""A store on each of the two servers: every graph test runs on both."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model import embedded, load
from graph_model.store import Settings, Store
from tests.graph.neo4j_server import Neo4jServer, missing_tools

MISSING = missing_tools()
REQUIRED = "neo4j" in os.environ.get("FATU_REQUIRE", "")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line, even under -q, what is left out where Neo4j cannot be put together."""
    if MISSING:
        terminalreporter.write_line(f"缺少 {'、'.join(MISSING)}：略去在 Neo4j 上的图谱测试组")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests on Neo4j where it cannot be had; where it is required that is a failure."""
    if not MISSING:
        return
    if REQUIRED:
        raise pytest.UsageError(f"FATU_REQUIRE=neo4j 需要 {'、'.join(MISSING)}")
    left_out = [item for item in items if _needs_neo4j(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _needs_neo4j(item: pytest.Item) -> bool:
    return "[neo4j" in item.name or "neo4j_server" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def neo4j_server(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j server of these tests."""
    server = Neo4jServer(root, tmp_path_factory.mktemp("neo4j"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def neo4j_settings(neo4j_server: Neo4jServer) -> Settings:
    """How a store reaches that server."""
    return neo4j_server.settings


@pytest.fixture(scope="session")
def embedded_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """An embedded server in a folder of these tests."""
    home = tmp_path_factory.mktemp("embedded")
    yield Settings(home=home)
    embedded.stop(home)


@pytest.fixture(scope="session", params=["embedded", "neo4j"])
def server(request: pytest.FixtureRequest) -> Store:
    """An open store with our schema, one on each server."""
    settings = request.getfixturevalue(f"{request.param}_settings")
    opened = Store.open(settings)
    request.addfinalizer(opened.close)
    load.prepare(opened)
    return opened


@pytest.fixture
def store(server: Store) -> Store:
    """The same store, emptied of all documents: only servers that these tests started are wiped."""
    server.write(
        lambda tx: tx.run("MATCH (n) WHERE NOT n:FatuMeta AND NOT n:FatuLock DETACH DELETE n")
    )
    return server
