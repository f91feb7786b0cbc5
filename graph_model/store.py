"""The graph behind one door: the official driver over Bolt, whichever server answers.

A store is a Neo4j given by settings, or else the embedded server. It guarantees that

1. a read cannot write: its statement passes `readonly.check`, and Neo4j enforces it once more;
2. a write is one transaction, all of it or nothing;
3. writers come one after another, across threads and processes; readers never wait;
4. only an empty database or one that we made is ever used;
5. whatever fails is one of graph_model.errors, in Chinese.
"""

import logging
import os
import random
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TypeVar
from unicodedata import normalize
from urllib.parse import urlsplit

import neo4j
from filelock import FileLock, Timeout
from neo4j import graph
from neo4j import time as neo4j_time
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph_model import embedded, readonly
from graph_model.errors import (
    CommitUnknown,
    ConstraintViolated,
    QueryFailed,
    SettingsMissing,
    StoreBusy,
    StoreDown,
    StoreError,
    StoreForeign,
    StoreNotOurs,
    WrongPassword,
)
from graph_model.kept import Kept

T = TypeVar("T")
S = TypeVar("S", bound="Store")
Row = dict[str, Any]
Dialect = Literal["neo4j", "embedded"]

SCHEMA = 1
"""The layout of the graph that this version reads and writes, kept in the FatuMeta node."""

BUSY_SECONDS = 120.0
"""How long a write waits for other writers: a large document loads in less."""
CONNECT_SECONDS = 10.0
"""How long a server may take to greet us."""
RECONNECT_SECONDS = 5.0
"""How long a broken connection is tried again."""

MOST_WORDS = 1000
"""How many words the full-text index is asked for at once; both servers refuse more than 1,024."""

# The driver logs the server's hints (unknown label on an empty graph); users must not see them.
logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
logging.getLogger("neo4j.pool").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Settings:
    """Which store to open: a Neo4j by its URI, or, without one, the embedded server in `home`."""

    uri: str | None = None
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None
    home: Path = field(default_factory=embedded.default_home)


def settings_from_env(secrets: Mapping[str, Any] | None = None) -> Settings:
    """The settings in FATU_NEO4J_* (and FATU_HOME), the environment before `secrets`."""
    known = {**(secrets or {}), **os.environ}
    uri = str(known.get("FATU_NEO4J_URI", "")).strip()
    if not uri:
        return Settings()
    password = str(known.get("FATU_NEO4J_PASSWORD", ""))
    if not password:
        raise SettingsMissing(
            f"已设置 FATU_NEO4J_URI（{uri}），但缺少 FATU_NEO4J_PASSWORD。"
            "请在环境变量或 .streamlit/secrets.toml 中补上口令。"
        )
    return Settings(
        uri=uri,
        user=str(known.get("FATU_NEO4J_USER", "neo4j")),
        password=password,
        database=str(known.get("FATU_NEO4J_DATABASE", "")) or None,
    )


class Tx:
    """One open transaction, as a writer sees it."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def run(self, statement: str, /, **params: Any) -> list[Row]:
        """The rows that the statement returns."""
        return _rows(self._transaction.run(statement, params))


class Store:
    """An open graph: read it, write it, close it (or use it in a `with`)."""

    def __init__(self, settings: Settings) -> None:
        """Connect; `Store.open` also makes sure that the database is ours."""
        self.settings = settings
        self.dialect: Dialect = "neo4j" if settings.uri else "embedded"
        self._database = settings.database if settings.uri else embedded.DATABASE
        self._changing = threading.Lock()
        self._driver = self._connect()
        self.kept = Kept(self)
        """The same graph to read, with answers remembered while nothing is written."""

    @classmethod
    def open(cls: type[S], settings: Settings | None = None) -> S:
        """The store of the settings (default: of the environment), checked to be ours."""
        store = cls(settings_from_env() if settings is None else settings)
        try:
            store._claim()
        except BaseException:
            store.close()
            raise
        return store

    @property
    def key(self) -> str:
        """A text that is the same for the same graph: what a cache of stores is keyed by."""
        if self.settings.uri:
            return f"{self.settings.uri}#{self.settings.database or ''}"
        return f"embedded:{self.settings.home}"

    def __enter__(self: S) -> S:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back the connections; the embedded server stays for others until it is idle."""
        self._driver.close()

    def read(self, statement: str, /, **params: Any) -> list[Row]:
        """The rows of a statement that only reads, as plain Python values."""
        readonly.check(statement)
        return self._managed(neo4j.READ_ACCESS, lambda tx: tx.run(statement, **params))

    def write(self, work: Callable[[Tx], T]) -> T:
        """What `work` returns, after all it wrote was committed as one transaction.

        `work` is called again, on a fresh transaction, where the server asks for it: it must do
        nothing that a second call would double, other than through its Tx. An exception from it
        rolls everything back.
        """

        def locked(tx: Tx) -> T:
            # Every writer changes this node first. Neo4j lets the second one wait here; the
            # embedded server lets it run and refuses its commit, and it starts again.
            tx.run("MATCH (l:FatuLock {name: 'writer'}) SET l.turn = l.turn + 1")
            return work(tx)

        with self._writing_alone():
            return self._managed(neo4j.WRITE_ACCESS, locked)

    def turn(self) -> int:
        """How many write transactions there have been: while it stands, so does every answer."""
        (row,) = self.read("MATCH (l:FatuLock {name: 'writer'}) RETURN l.turn AS turn")
        return int(row["turn"])

    def apply_schema(self, statements: Iterable[str]) -> None:
        """Run data-definition statements (… IF NOT EXISTS) and wait until indexes are ready."""
        with self._writing_alone():
            for statement in statements:
                self._define(statement)
            self._await_indexes()

    def create_fulltext(self, label: str, property_name: str) -> str:
        """The name of a full-text index over one property of one label, made where missing.

        The property is expected to hold tokens separated by blanks.
        """
        name = f"{label}[{property_name}]"
        if self.dialect == "embedded":
            with self._writing_alone():
                embedded.create_fulltext(self.settings.home, label, property_name)
            return name
        self.apply_schema(
            [
                f"CREATE FULLTEXT INDEX `{name}` IF NOT EXISTS FOR (n:`{label}`)"
                f" ON EACH [n.`{property_name}`]"
                " OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
            ]
        )
        return name

    def fulltext(
        self,
        index: str,
        tokens: Sequence[str],
        limit: int,
        properties: Sequence[str],
        within: Mapping[str, Sequence[str]] | None = None,
    ) -> list[Row]:
        """Chosen properties of at most `limit` nodes that hold all the tokens, in no useful order.

        `within` says which values some properties may have. Candidates only: the servers score and order differently, so rank them on the text.
        """
        words = _words(tokens)
        if not words:
            return []
        # The servers read some signs in a query differently: what the index gives is looked at again.
        indexed = index.partition("[")[2].rstrip("]")
        kept = "".join(f" AND node.`{name}` IN $within.`{name}`" for name in within or {})
        return self.read(
            "CALL db.index.fulltext.queryNodes($index, $lucene) YIELD node, score"
            f" WITH node, split(node.`{indexed}`, ' ') AS there"
            f" WHERE all(w IN $words WHERE w IN there){kept}"
            f" RETURN {', '.join(f'node.`{name}` AS `{name}`' for name in properties)} LIMIT $limit",
            index=index,
            lucene=_lucene(words[:MOST_WORDS]),
            words=words,
            within=dict(within or {}),
            limit=limit,
        )

    # -- connection ---------------------------------------------------------------------------

    def _connect(self) -> neo4j.Driver:
        """A driver that has spoken with the right server, with the right password."""
        if self.settings.uri:
            uri, auth = self.settings.uri, (self.settings.user, self.settings.password)
        else:
            server = embedded.start_or_attach(self.settings.home)
            uri, auth = server.bolt_uri, (embedded.USER, server.password)
        driver = _driver(uri, auth)
        try:
            _check_product(driver.get_server_info().agent, self.dialect, uri)
        except (Neo4jError, DriverError) as error:
            driver.close()
            raise _translated(error, uri) from error
        except BaseException:
            driver.close()
            raise
        return driver

    def _reconnect(self, broken: neo4j.Driver) -> None:
        """Start or find the embedded server again, once for all threads that lost it."""
        with self._changing:
            if self._driver is broken:
                self._driver = self._connect()
                broken.close()

    def _replaced(self, driver: neo4j.Driver, error: Neo4jError | DriverError) -> bool:
        """Did another thread close this driver under us, before we began to commit?"""
        return driver is not self._driver and not isinstance(error, IncompleteCommit)

    # -- transactions -------------------------------------------------------------------------

    def _managed(self, mode: str, work: Callable[[Tx], T]) -> T:
        """Run `work` in a transaction, again where the server says that this may help."""
        begun = time.monotonic()
        lost_since: float | None = None
        pause = 0.02
        while True:
            driver = self._driver
            try:
                return self._once(driver, mode, work)
            except (Neo4jError, DriverError) as error:
                now = time.monotonic()
                replaced = self._replaced(driver, error)
                lost = isinstance(error, ServiceUnavailable | SessionExpired)
                if lost and not replaced:
                    lost_since = lost_since or now
                too_long = (
                    now - lost_since > RECONNECT_SECONDS
                    if lost and lost_since
                    else now - begun > BUSY_SECONDS
                )
                # A reading that was cut off, even at its end, or that met what a writer was just
                # removing, can always be done again.
                cut_off = lost or getattr(error, "code", "") == _REMOVED_MEANWHILE
                again = error.is_retryable() or (cut_off and mode == neo4j.READ_ACCESS)
                # Where another thread has found the next server, there is no reason to give up.
                if not replaced and (too_long or not again):
                    raise self._explained(error) from error
                if lost and self.dialect == "embedded":
                    self._reconnect(driver)
            time.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(pause * 2, 1.0)

    def _explained(self, error: Neo4jError | DriverError) -> StoreError:
        """What went wrong; the embedded server hides its reasons, so a full disk is looked for."""
        told = _translated(error, self.key)
        if isinstance(told, QueryFailed) and self.dialect == "embedded":
            return embedded.lack_of_room(self.settings.home) or told
        return told

    def _once(self, driver: neo4j.Driver, mode: str, work: Callable[[Tx], T]) -> T:
        with (
            driver.session(database=self._database, default_access_mode=mode) as session,
            session.begin_transaction() as transaction,
        ):
            result = work(Tx(transaction))
            transaction.commit()
            return result

    def _writing_alone(self) -> AbstractContextManager[Any]:
        """The turn to write.

        On the embedded server, whose writers would only learn at the commit that they must start
        again, they queue at a file lock beside the data: a long load is not starved by small
        writes. Neo4j queues them itself, at the FatuLock node.
        """
        if self.dialect == "neo4j":
            return nullcontext()
        return _Turn(self.settings.home / "writer.lock")

    def _define(self, statement: str) -> None:
        try:
            with self._driver.session(database=self._database) as session:
                session.run(statement).consume()
        except (Neo4jError, DriverError) as error:
            # Two first starts at once: the other one has just made it.
            if getattr(error, "code", "") != _ALREADY_THERE:
                raise _translated(error, self.key) from error

    def _await_indexes(self) -> None:
        if self.dialect == "neo4j":
            self._define("CALL db.awaitIndexes(300)")

    # -- whose database is it -----------------------------------------------------------------

    def _claim(self) -> None:
        """Refuse a graph that is not ours; mark an empty database as ours."""
        # In this order: what another first start of ours has just written includes the marker.
        filled = self.read("MATCH (n) RETURN 1 AS one LIMIT 1")
        found = self.read("MATCH (m:FatuMeta) RETURN m.schema AS schema")
        if found:
            self._check_layout(found[0]["schema"])
            return
        if filled:
            raise StoreForeign(
                f"数据库 {self.key} 里已有别的数据，且不是法图建立的（没有 FatuMeta 标记），"
                "法图不会改动它。请换一个空的数据库（FATU_NEO4J_DATABASE），或另设一台 Neo4j。"
            )
        with self._writing_alone():
            for label in ("FatuMeta", "FatuLock"):
                self._define(
                    f"CREATE CONSTRAINT {label.lower()}_name IF NOT EXISTS"
                    f" FOR (n:{label}) REQUIRE n.name IS UNIQUE"
                )
            self._await_indexes()
            self._managed(neo4j.WRITE_ACCESS, _mark_as_ours)

    def _check_layout(self, schema: object) -> None:
        """Refuse a graph whose layout is not the one that this version reads and writes."""
        if schema == SCHEMA:
            return
        newer = isinstance(schema, int) and schema > SCHEMA
        advice = "升级本程序" if newer else "用建立它的版本打开，或换一个空的数据库重新导入法规"
        raise StoreForeign(
            f"数据库 {self.key} 由{'更新' if newer else '旧'}版本的法图建立（图谱版本 {schema}，"
            f"本程序使用 {SCHEMA}）。请{advice}。"
        )


def _mark_as_ours(tx: Tx) -> None:
    tx.run(
        "MERGE (m:FatuMeta {name: 'fatu'}) ON CREATE SET m.schema = $schema"
        " MERGE (l:FatuLock {name: 'writer'}) ON CREATE SET l.turn = 0",
        schema=SCHEMA,
    )


class _Turn:
    """A file lock whose waiting ends, after BUSY_SECONDS, in a sentence."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path, timeout=BUSY_SECONDS)

    def __enter__(self) -> None:
        try:
            self._lock.acquire()
        except Timeout as error:
            raise StoreBusy(_BUSY) from error

    def __exit__(self, *_: object) -> None:
        self._lock.release()


# -- values -----------------------------------------------------------------------------------


def _rows(result: neo4j.Result) -> list[Row]:
    names = result.keys()
    return [
        {name: _plain(value) for name, value in zip(names, record.values(), strict=True)}
        for record in result
    ]


def _plain(value: Any) -> Any:
    """A driver's value as dicts, lists, texts, numbers and dates."""
    if isinstance(value, graph.Node | graph.Relationship):
        return {name: _plain(value[name]) for name in value}
    if isinstance(value, graph.Path):
        return {
            "nodes": [_plain(node) for node in value.nodes],
            "relationships": [_plain(one) for one in value.relationships],
        }
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, neo4j_time.Date | neo4j_time.DateTime | neo4j_time.Time):
        return value.to_native()
    return value


def _words(tokens: Iterable[str]) -> list[str]:
    """The tokens as they stand in an index, each once, without those that have no letter."""
    words = (word for token in tokens for word in normalize("NFKC", token).lower().split())
    return [word for word in dict.fromkeys(words) if any(char.isalnum() for char in word)]


def _lucene(words: Iterable[str]) -> str:
    """A query for all words, each quoted so that none of them is an operator."""
    escaped = (word.replace("\\", "\\\\").replace('"', '\\"') for word in words)
    return " AND ".join(f'"{word}"' for word in escaped)


# -- errors -----------------------------------------------------------------------------------

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_ALREADY_THERE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
_REMOVED_MEANWHILE = "Neo.ClientError.Statement.EntityNotFound"
"""A reader came to a node or an edge that was deleted after the reading began."""
_BUSY = "图谱正被其他程序写入，等候超时。请等正在进行的导入完成后重试。"


def _driver(uri: str, auth: tuple[str, str]) -> neo4j.Driver:
    """A driver that has not spoken with anybody yet."""
    try:
        parts = urlsplit(uri)
        if parts.scheme not in _SCHEMES or not parts.hostname or parts.port == 0:
            raise ValueError(uri)
        parts.hostname.encode("idna")  # as the driver will, only when it connects
        return neo4j.GraphDatabase.driver(
            uri,
            auth=auth,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=CONNECT_SECONDS,  # with the handshake
            telemetry_disabled=True,
        )
    except (ConfigurationError, ValueError) as error:
        raise SettingsMissing(
            f"FATU_NEO4J_URI 的写法不对：{uri}。应形如 bolt://主机:7687 或 neo4j://主机:7687。"
        ) from error


def _check_product(agent: str, dialect: Dialect, uri: str) -> None:
    """Refuse a server that speaks Bolt and is not the one whose dialect we would use."""
    if dialect == "embedded":
        return
    product, _, version = agent.partition("/")
    major = version.partition(".")[0]
    if product != "Neo4j" or "compatible" in agent or not major.isdigit() or int(major) < 5:
        raise StoreNotOurs(
            f"{uri} 上的服务是 {agent}，法图需要 Neo4j 5 或更高版本。请核对 FATU_NEO4J_URI。"
        )


def _translated(error: Neo4jError | DriverError, where: str) -> StoreError:
    """Our error for a driver's: by class and code, since servers word (or hide) their texts."""
    code = getattr(error, "code", None) or type(error).__name__
    sentences: tuple[tuple[object, type[StoreError], str], ...] = (
        (
            isinstance(error, IncompleteCommit),
            CommitUnknown,
            "提交时与图谱服务的连接中断：这次写入要么全部保存、要么全部未保存。请核对后再试。",
        ),
        (
            isinstance(error, AuthError),
            WrongPassword,
            f"{where} 拒绝了用户名或口令。请核对 FATU_NEO4J_USER 与 FATU_NEO4J_PASSWORD。",
        ),
        (
            _speaks_something_else(error),
            StoreNotOurs,
            f"{where} 上有程序应答，但不是 Neo4j 的 Bolt 服务。"
            "请核对地址与端口（Bolt 默认 7687，7474 是网页端口）。",
        ),
        (
            isinstance(error, ServiceUnavailable | SessionExpired),
            StoreDown,
            f"连不上图谱服务 {where}。请确认它已启动、地址与端口无误，网络与防火墙放行。",
        ),
        (
            isinstance(error, ConstraintError),
            ConstraintViolated,
            "写入违反了图谱的唯一性约束（同一键已存在），整批未写入。",
        ),
        (
            code == "Neo.ClientError.Database.DatabaseNotFound",
            StoreDown,
            f"{where} 上没有所指定的数据库。请核对 FATU_NEO4J_DATABASE。",
        ),
        (error.is_retryable(), StoreBusy, _BUSY),
    )
    for holds, kind, sentence in sentences:
        if holds:
            return kind(sentence)
    return QueryFailed(f"图谱服务没能执行查询（{code}）。请把这条信息连同所做的操作告诉维护人员。")


def _speaks_something_else(error: BaseException) -> bool:
    """Was there an answer that is no Bolt handshake (the driver keeps those classes private)?"""
    seen: BaseException | None = error
    while seen is not None:
        if type(seen).__name__ in ("BoltHandshakeError", "BoltProtocolError"):
            return True
        if type(seen).__name__ == "UnsupportedServerProduct" or "looks like HTTP" in str(seen):
            return True
        seen = seen.__cause__
    return False
