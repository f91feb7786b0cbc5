"""What the store promises, on both servers: settings, whose database, transactions, values, full text."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import Any

import pytest

from graph_model import embedded
from graph_model.dump import dump
from graph_model.errors import (
    ConstraintViolated,
    QueryFailed,
    SettingsMissing,
    StoreDown,
    StoreError,
    StoreForeign,
    StoreNotOurs,
    WriteRefused,
    WrongPassword,
)
from graph_model.store import SCHEMA, Settings, Store, Tx, settings_from_env
from tests.graph.neo4j_server import Neo4jServer

# -- settings ---------------------------------------------------------------------------------

NAMES = ("URI", "USER", "PASSWORD", "DATABASE")
HOME = Path("/somewhere")
SETTINGS = {
    "nothing: the embedded server": ({}, {}, Settings(home=HOME)),
    "a blank address is none": ({"URI": " "}, {}, Settings(home=HOME)),
    "user and database have defaults": (
        {"URI": "bolt://a:1", "PASSWORD": "p"},
        {},
        Settings("bolt://a:1", "neo4j", "p", None, HOME),
    ),
    "everything in the environment": (
        {"URI": "bolt://a:1", "USER": "u", "PASSWORD": "p", "DATABASE": "d"},
        {},
        Settings("bolt://a:1", "u", "p", "d", HOME),
    ),
    "everything in the secrets": (
        {},
        {"URI": "bolt://a:1", "USER": "u", "PASSWORD": "p", "DATABASE": "d"},
        Settings("bolt://a:1", "u", "p", "d", HOME),
    ),
    "the environment goes before the secrets": (
        {"USER": "me"},
        {"URI": "bolt://a:1", "USER": "u", "PASSWORD": "p"},
        Settings("bolt://a:1", "me", "p", None, HOME),
    ),
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], None]:
    """Sets our variables in the environment, and only these."""

    def put(values: dict[str, str]) -> None:
        monkeypatch.setenv("FATU_HOME", str(HOME))
        for name in NAMES:
            monkeypatch.delenv(f"FATU_NEO4J_{name}", raising=False)
        for name, value in values.items():
            monkeypatch.setenv(f"FATU_NEO4J_{name}", value)

    return put


@pytest.mark.parametrize("case", SETTINGS.values(), ids=SETTINGS)
def test_settings_come_from_the_environment_and_the_secrets(
    environment: Callable[[dict[str, str]], None],
    case: tuple[dict[str, str], dict[str, str], Settings],
) -> None:
    variables, secrets, expected = case
    environment(variables)
    found = settings_from_env({f"FATU_NEO4J_{name}": value for name, value in secrets.items()})
    assert found == expected


def test_an_address_without_a_password_is_named(
    environment: Callable[[dict[str, str]], None],
) -> None:
    environment({"URI": "bolt://a:1"})
    with pytest.raises(SettingsMissing, match="缺少 FATU_NEO4J_PASSWORD"):
        settings_from_env()


def test_a_password_is_never_shown() -> None:
    assert "p4ssw0rd" not in repr(Settings(uri="bolt://a:1", password="p4ssw0rd"))


def test_stores_of_one_graph_have_one_key(store: Store) -> None:
    with Store.open(store.settings) as another:
        assert another.key == store.key
        assert another.dialect == store.dialect
    assert "password" not in store.key
    assert store.settings.password == "" or store.settings.password not in store.key


# -- what answers at the address --------------------------------------------------------------


class Hangs(BaseRequestHandler):
    """Closes without a word."""

    def handle(self) -> None:
        self.request.recv(64)


class Shell(BaseRequestHandler):
    """Greets as a remote shell does."""

    def handle(self) -> None:
        self.request.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
        self.request.recv(64)


@pytest.fixture
def serve() -> Iterator[Callable[[type[BaseRequestHandler]], int]]:
    """Starts a server of another kind on loopback and gives its port."""
    servers: list[ThreadingTCPServer] = []

    def start(handler: type[BaseRequestHandler]) -> int:
        server = ThreadingTCPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return int(server.server_address[1])

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    "uri",
    [
        "127.0.0.1:7687",
        "http://127.0.0.1:7474",
        "bolt:127.0.0.1",
        "bolt://127.0.0.1:port",
        "bolt://a..b:1",
        "bolt://:1",
        "bolt://a:70000",
        "图库",
    ],
)
def test_an_address_of_the_wrong_form_is_shown_the_right_one(uri: str) -> None:
    with pytest.raises(SettingsMissing, match="应形如 bolt://"):
        Store.open(Settings(uri=uri, password="x"))


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt://无此主机:1"])
def test_nobody_at_the_address(uri: str) -> None:
    with pytest.raises(StoreDown, match="连不上图谱服务"):
        Store.open(Settings(uri=uri, password="x"))


def test_somebody_who_hangs_up(serve: Callable[[type[BaseRequestHandler]], int]) -> None:
    with pytest.raises(StoreDown, match="连不上图谱服务"):
        Store.open(Settings(uri=f"bolt://127.0.0.1:{serve(Hangs)}", password="x"))


def test_somebody_who_speaks_something_else(
    serve: Callable[[type[BaseRequestHandler]], int],
) -> None:
    with pytest.raises(StoreNotOurs, match="不是 Neo4j 的 Bolt 服务"):
        Store.open(Settings(uri=f"bolt://127.0.0.1:{serve(Shell)}", password="x"))


def test_the_web_port_of_neo4j(neo4j_server: Neo4jServer) -> None:
    settings = replace(neo4j_server.settings, uri=f"bolt://127.0.0.1:{neo4j_server.http_port}")
    with pytest.raises(StoreNotOurs, match="7474 是网页端口"):
        Store.open(settings)


def test_another_product_that_speaks_bolt(embedded_settings: Settings) -> None:
    """Here the embedded server itself, given as if it were a Neo4j."""
    server = embedded.start_or_attach(embedded_settings.home)
    settings = Settings(uri=server.bolt_uri, user=embedded.USER, password=server.password)
    with pytest.raises(StoreNotOurs, match="需要 Neo4j 5"):
        Store.open(settings)


def test_a_wrong_password(neo4j_settings: Settings) -> None:
    with pytest.raises(WrongPassword, match="FATU_NEO4J_PASSWORD"):
        Store.open(replace(neo4j_settings, password="not the one"))


def test_a_database_that_is_not_there(neo4j_settings: Settings) -> None:
    with pytest.raises(StoreDown, match="FATU_NEO4J_DATABASE"):
        Store.open(replace(neo4j_settings, database="nowhere"))


# -- whose database ---------------------------------------------------------------------------


@pytest.fixture
def unclaimed(store: Store) -> Iterator[Store]:
    """The database with nothing in it, not even our marker; ours again afterwards."""
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    yield store
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    Store.open(store.settings).close()


def test_an_empty_database_becomes_ours(unclaimed: Store) -> None:
    for _ in ("marked", "known"):
        Store.open(unclaimed.settings).close()
        assert list(dump(unclaimed)) == [
            '{"key": "fatu", "labels": ["FatuMeta"],'
            f' "properties": {{"name": "fatu", "schema": {SCHEMA}}}}}',
            '{"key": "writer", "labels": ["FatuLock"], "properties": {"name": "writer"}}',
        ]


def test_a_database_of_somebody_else_is_refused_and_left_alone(unclaimed: Store) -> None:
    unclaimed.write(lambda tx: tx.run("CREATE (:Customer {id: 'c1'})-[:BOUGHT]->(:Thing {id: 1})"))
    before = list(dump(unclaimed))
    with pytest.raises(StoreForeign, match="已有别的数据"):
        Store.open(unclaimed.settings)
    assert list(dump(unclaimed)) == before


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        (SCHEMA + 1, "更新版本.*请升级本程序"),
        (SCHEMA - 1, "旧版本.*重新导入"),
        (None, "旧版本.*重新导入"),
        ("1", "旧版本.*重新导入"),
    ],
    ids=["newer", "older", "none", "no number"],
)
def test_another_layout_is_refused_and_left_alone(
    unclaimed: Store, schema: object, words: str
) -> None:
    unclaimed.write(
        lambda tx: tx.run("CREATE (:FatuMeta {name: 'fatu', schema: $schema})", schema=schema)
    )
    before = list(dump(unclaimed))
    with pytest.raises(StoreForeign, match=words):
        Store.open(unclaimed.settings)
    assert list(dump(unclaimed)) == before


def test_many_first_starts_at_once_make_one_marker(unclaimed: Store) -> None:
    with ThreadPoolExecutor(6) as pool:
        for opened in pool.map(lambda _: Store.open(unclaimed.settings), range(6)):
            opened.close()
    made = unclaimed.read("MATCH (n) RETURN n.name AS name ORDER BY name")
    assert made == [{"name": "fatu"}, {"name": "writer"}]


# -- transactions -----------------------------------------------------------------------------

NAMES_OF_TERMS = "MATCH (t:Term) RETURN t.id AS id ORDER BY id"


def running(statement: str, **params: Any) -> Callable[[Tx], list[dict[str, Any]]]:
    """Work that runs one statement."""
    return lambda tx: tx.run(statement, **params)


def create_term(name: str) -> Callable[[Tx], list[dict[str, Any]]]:
    """Work that makes one node with a unique id."""
    return running("CREATE (t:Term {id: $id}) RETURN t.id AS id", id=name)


def test_a_write_returns_what_its_work_returns(store: Store) -> None:
    assert store.write(create_term("甲")) == [{"id": "甲"}]
    assert store.read(NAMES_OF_TERMS) == [{"id": "甲"}]


def test_a_write_that_raises_leaves_nothing(store: Store) -> None:
    def fails(tx: Tx) -> None:
        create_term("甲")(tx)
        assert tx.run(NAMES_OF_TERMS) == [{"id": "甲"}], "it sees its own writes"
        raise KeyError("半途")

    with pytest.raises(KeyError, match="半途"):
        store.write(fails)
    assert store.read(NAMES_OF_TERMS) == []


def test_a_key_that_is_taken_undoes_the_whole_write(store: Store) -> None:
    store.write(create_term("甲"))

    def doubles(tx: Tx) -> None:
        create_term("乙")(tx)
        create_term("甲")(tx)

    with pytest.raises(ConstraintViolated, match=r"唯一性约束.*整批未写入"):
        store.write(doubles)
    assert store.read(NAMES_OF_TERMS) == [{"id": "甲"}]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (:Term {id: '乙'})",
        "MATCH (t:Term) DETACH DELETE t",
        "MATCH (t:Term) SET t.id = '乙' RETURN t",
        "MATCH (t:Term) CALL { WITH t DELETE t } RETURN 1 AS one",
        "CALL apoc.cypher.run('MATCH (t) DELETE t', {}) YIELD value RETURN value",
        "DROP CONSTRAINT term_id IF EXISTS",
    ],
)
def test_a_read_cannot_write(store: Store, statement: str) -> None:
    store.write(create_term("甲"))
    with pytest.raises(WriteRefused):
        store.read(statement)
    assert store.read(NAMES_OF_TERMS) == [{"id": "甲"}]


def test_readers_do_not_wait_and_see_the_old_or_the_new(store: Store) -> None:
    """A reader beside an open write sees what was committed; after the commit, the new."""
    store.write(create_term("旧"))
    seen = []

    def renames(tx: Tx) -> None:
        tx.run("MATCH (t:Term {id: '旧'}) DETACH DELETE t")
        for name in ("新一", "新二"):
            create_term(name)(tx)
            seen.append(store.read(NAMES_OF_TERMS))

    store.write(renames)
    assert seen == [[{"id": "旧"}]] * 2
    assert store.read(NAMES_OF_TERMS) == [{"id": "新一"}, {"id": "新二"}]


def test_concurrent_writers_of_one_node_make_one_node(store: Store) -> None:
    """Each round is a node that nobody has made yet; every writer succeeds, no turn is lost."""
    writers, rounds = 8, 5
    barrier = threading.Barrier(writers)

    def merges(_: int) -> None:
        for number in range(rounds):
            merge = running(
                "MERGE (t:Term {id: $id}) ON CREATE SET t.writers = 1"
                " ON MATCH SET t.writers = t.writers + 1",
                id=f"词{number}",
            )
            barrier.wait()
            store.write(merge)

    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(merges, range(writers)))
    counted = store.read("MATCH (t:Term) RETURN t.id AS id, t.writers AS writers ORDER BY id")
    assert counted == [{"id": f"词{number}", "writers": writers} for number in range(rounds)]


def test_writers_of_several_stores_take_turns(store: Store) -> None:
    """As of two programs: each has its own connections."""
    store.write(lambda tx: tx.run("CREATE (:Term {id: '计数', n: 0})"))

    def counts(_: int) -> None:
        with Store.open(store.settings) as another:
            for _ in range(5):
                another.write(lambda tx: tx.run("MATCH (t:Term {id: '计数'}) SET t.n = t.n + 1"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(counts, range(4)))
    assert store.read("MATCH (t:Term {id: '计数'}) RETURN t.n AS n") == [{"n": 20}]


def test_a_reader_of_what_is_just_replaced_reads_again(store: Store) -> None:
    """A page that is read while a document is loaded anew shows no error; it may show a graph in between."""
    done = threading.Event()

    def replaces() -> None:
        for _ in range(10):
            store.write(
                lambda tx: (
                    tx.run("MATCH (t:Term) DETACH DELETE t"),
                    tx.run(
                        "UNWIND range(1, 1000) AS n"
                        " CREATE (:Term {id: 'a' + n})-[:NEXT]->(:Term {id: 'b' + n})"
                    ),
                )
            )

    def reads(_: int) -> int:
        rounds = 0
        while not done.is_set():
            store.read("MATCH (a:Term)-[r]->(b:Term) RETURN properties(a), type(r), properties(b)")
            rounds += 1
        return rounds

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(reads, n) for n in range(3)]
        try:
            replaces()
        finally:
            done.set()
    assert all(reader.result() > 0 for reader in readers)


# -- values -----------------------------------------------------------------------------------

DAY = date(2024, 2, 29)
VALUES = {
    "text": "〈规定〉\n第一条　“甲”\U00020000",
    "empty text": "",
    "integer": 2**53 + 1,
    "negative": -1,
    "fraction": 0.5,
    "truth": True,
    "nothing": None,
    "texts": ["甲", "", "乙"],
    "numbers": [1, 2, 3],
    "no values": [],
    "date": DAY,
    "dates": [DAY, date(2000, 1, 1)],
    "moment": datetime(2024, 2, 29, 12, 30, 15, 250000),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_property_comes_back_as_it_was_written(store: Store, value: object) -> None:
    store.write(lambda tx: tx.run("CREATE (:Term {id: 'v', value: $value})", value=value))
    (row,) = store.read("MATCH (t:Term {id: 'v'}) RETURN t.value AS value")
    assert row == {"value": value}
    assert type(row["value"]) is type(value)


def test_nodes_relationships_and_paths_come_as_plain_values(store: Store) -> None:
    store.write(
        lambda tx: tx.run(
            "CREATE (:Term {id: 'a', on: $on})-[:NEXT {n: 1}]->(:Term {id: 'b'})", on=DAY
        )
    )
    (row,) = store.read(
        "MATCH p = (a:Term {id: 'a'})-[r]->(b) RETURN a, r, p, [a, b] AS both, {on: a.on} AS map"
    )
    a, b, r = {"id": "a", "on": DAY}, {"id": "b"}, {"n": 1}
    path = {"nodes": [a, b], "relationships": [r]}
    assert row == {"a": a, "r": r, "p": path, "both": [a, b], "map": {"on": DAY}}


# -- errors -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    ["MATCH (t:Term RETURN t", "RETURN $missing AS x", "RETURN nosuch(1) AS x", "RETURN 1 +"],
)
def test_a_statement_that_the_server_cannot_carry_out(store: Store, statement: str) -> None:
    with pytest.raises(QueryFailed, match=r"没能执行查询（.+）"):
        store.read(statement)
    assert store.read("RETURN 1 AS one") == [{"one": 1}], "the store goes on"


def test_an_error_shows_neither_the_statement_nor_the_password(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        store.read("MATCH (secret:Term RETURN secret")
    assert "secret" not in str(caught.value)
    assert not store.settings.password or store.settings.password not in str(caught.value)


# -- full text --------------------------------------------------------------------------------

INDEX = "Provision[tokens]"


@pytest.fixture
def worded(store: Store) -> Store:
    """Three provisions with tokens."""
    for name, tokens in (
        ("p1", "安全 生产 责任"),
        ("p2", "安全 检查 and not"),
        ("p3", "c++ a:b 50% (一)"),
    ):
        store.write(
            running("CREATE (:Provision {id: $id, tokens: $tokens})", id=name, tokens=tokens)
        )
    return store


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (["安全"], {"p1", "p2"}),
        (["安全", "责任"], {"p1"}),
        (["安全 责任"], {"p1"}),
        (["责任", "安全"], {"p1"}),
        (["没有"], set()),
        (["安全", "没有"], set()),
        (["\uff21\uff2e\uff24"], {"p2"}),  # full-width AND
        (["NOT"], {"p2"}),
        (["not", "安全"], {"p2"}),
        (["C++"], {"p3"}),
        (["a:b"], {"p3"}),
        (["安*"], set()),
        (["安?"], set()),
        (["安全~"], set()),
        (["安全^2"], set()),
        (["[a TO z]"], set()),
        (["安全", "OR", "没有"], set()),
        (['安"全'], set()),
        (['"安全"'], set()),
        (["安全\\"], set()),
        (["{安全}", "/安/"], set()),
        ([], set()),
        ([""], set()),
        (["  ", "\t"], set()),
        (["*"], set()),
        (["AND"], {"p2"}),
        (["&&", "||", "!"], set()),
        (['"', "\\", "'"], set()),
        (["安全", "，"], {"p1", "p2"}),
        (["安" * 40_000], set()),
        ([f"词{n}" for n in range(3_000)], set()),
        (["安全"] * 3_000, {"p1", "p2"}),
    ],
    ids=str,
)
def test_full_text_takes_any_input_as_words(
    worded: Store, tokens: list[str], expected: set[str]
) -> None:
    assert {row["id"] for row in worded.fulltext(INDEX, tokens, 10, ["id"])} == expected


def test_full_text_gives_at_most_so_many(worded: Store) -> None:
    assert len(worded.fulltext(INDEX, ["安全"], 1, ["id"])) == 1


def test_full_text_follows_writes(worded: Store) -> None:
    worded.write(lambda tx: tx.run("MATCH (p:Provision {id: 'p1'}) SET p.tokens = '别的'"))
    worded.write(lambda tx: tx.run("MATCH (p:Provision {id: 'p2'}) DETACH DELETE p"))
    assert worded.fulltext(INDEX, ["安全"], 10, ["id"]) == []
    assert [row["id"] for row in worded.fulltext(INDEX, ["别的"], 10, ["id"])] == ["p1"]
