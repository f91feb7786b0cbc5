"""A large document, and the loader or the store killed under it: nothing acknowledged is lost, nothing half there."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

import psutil
import pytest

from graph_model import embedded, load
from graph_model.dump import dump
from graph_model.rows import rows_of
from graph_model.store import Settings, Store
from ingest.facts import Facts
from ingest.lexicon import default
from ingest.numerals import chinese
from ingest.pipeline import parse
from ingest.source import Source

ARTICLES = 5100
"""Articles of the large document: each makes four nodes (article, paragraph, citation, norm)."""

Victim = Literal["loader", "store", "both"]

# Where in the load the blow falls: a part of the time that the writing takes, or when all is written
# and the commit begins (then so many seconds later).
INSIDE: list[tuple[Victim, float]] = [
    ("loader", 0.02),
    ("both", 0.05),
    ("loader", 0.1),
    ("both", 0.1),
    ("loader", 0.12),
    ("both", 0.15),
    ("loader", 0.2),
    ("both", 0.2),
    ("loader", 0.25),
    ("both", 0.25),
    ("loader", 0.3),
    ("both", 0.5),
    ("both", 0.4),
    ("loader", 0.5),
    ("store", 0.3),
]
AROUND_THE_COMMIT: list[tuple[Victim, float]] = [
    ("both", 0.0),
    ("loader", 0.0),
    ("both", 0.05),
    ("both", 0.3),
    ("store", 0.0),
]

LOADER = """
import pickle, sys
from pathlib import Path
from graph_model import load
from graph_model.store import Store

with Path(sys.argv[1]).open("rb") as file:
    settings, rows = pickle.load(file)

def told(tx):
    print("begun", flush=True)
    load._load(tx, [rows])
    print("written", flush=True)

with Store.open(settings) as store:
    store.write(told)
    print("acknowledged", flush=True)
"""


def large(change: str) -> Facts:
    """An ordinance of thousands of articles, each with a duty and a citation of another one."""
    lines = [
        f"第{chinese(n)}条 第{n}号河段的管护人员应当依照本办法第{chinese(ARTICLES + 1 - n)}条{change}。"
        for n in range(1, ARTICLES + 1)
    ]
    header = "甲市河段管护办法\n（2020年1月1日甲市人民政府公布）\n"
    return parse(Source.of_text(header + "\n".join(lines), "河段.txt"))


def small() -> Facts:
    """A measure made under it."""
    text = (
        "乙县河段管护细则\n（2021年1月1日乙县人民政府公布）\n"
        "第一条 根据《甲市河段管护办法》，制定本细则。\n"
        "第二条 依照《甲市河段管护办法》第十条巡查，镇长应当每季度报告一次。\n"
    )
    return parse(Source.of_text(text, "细则.txt"))


class Grave:
    """A folder of files that the loaders read, and what has been acknowledged so far."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.settings = settings
        self.folder = folder

    def put(self, *documents: Facts) -> None:
        """Load documents in this process, to the end."""
        with Store.open(self.settings) as store:
            load.prepare(store)
            for facts in documents:
                load.load(store, facts, tokens=default().tokens)

    def picture(self) -> str:
        """A digest of the whole graph, and of what the full-text index finds."""
        with Store.open(self.settings) as store:
            told = hashlib.sha256()
            for line in dump(store):
                told.update(line.encode())
            found = store.fulltext("Provision[tokens]", ["管护"], 100_000)
            told.update("\n".join(sorted(row["id"] for row in found)).encode())
            return told.hexdigest()

    def settled(self) -> str:
        """The picture that stays: a server may still be committing what a dead loader sent."""
        seen = self.picture()
        while (found := self.picture()) != seen:
            seen = found
        return seen

    def loader(self, facts: Facts) -> subprocess.Popen[str]:
        """Another program that loads a document and says how far it is."""
        import pickle

        file = self.folder / "order.pickle"
        file.write_bytes(pickle.dumps((self.settings, rows_of(facts, tokens=default().tokens))))
        return subprocess.Popen(
            [sys.executable, "-c", LOADER, str(file)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def kill(self, victim: Victim, loader: subprocess.Popen[str]) -> None:
        """Kill -9, at once, whoever is meant."""
        if victim in ("store", "both"):
            server = embedded.status(self.settings.home).pid
            assert server is not None
            process = psutil.Process(server)
            process.kill()
            process.wait(30)
        if victim in ("loader", "both"):
            with suppress(ProcessLookupError):
                loader.kill()

    def strike(
        self, facts: Facts, victim: Victim, at: float, seconds: float | None
    ) -> tuple[bool, bool]:
        """Load in another program and kill; return whether the transaction was open, and acknowledged.

        ``seconds`` is what the writing takes and ``at`` the part of it to wait; without it the blow falls
        ``at`` seconds after all was written.
        """
        loader = self.loader(facts)
        assert loader.stdout is not None
        assert loader.stdout.readline().strip() == "begun"
        if seconds is None:
            assert loader.stdout.readline().strip() == "written"
        time.sleep(at if seconds is None else at * seconds)
        self.kill(victim, loader)
        rest = loader.communicate()[0].split()
        is_open = seconds is not None and (not rest or rest[0] == "begun")
        return is_open, "acknowledged" in rest


@pytest.fixture
def grave(tmp_path: Path) -> Iterator[Grave]:
    """An embedded store of this test alone: its server gets killed."""
    yield Grave(Settings(home=tmp_path / "home"), tmp_path)
    embedded.stop(tmp_path / "home")


def measured(grave: Grave, facts: Facts) -> float:
    """Seconds that writing the document takes here and now."""
    loader = grave.loader(facts)
    assert loader.stdout is not None
    loader.stdout.readline()
    begun = time.monotonic()
    assert loader.stdout.readline().strip() == "written"
    seconds = time.monotonic() - begun
    assert "acknowledged" in loader.communicate()[0]
    return seconds


def test_twenty_kills(grave: Grave, tmp_path: Path) -> None:
    first, second = large("巡查"), large("巡查和清淤")
    assert sum(map(len, rows_of(first, tokens=default().tokens).nodes.values())) >= 20_000
    grave.put(small())
    before = grave.picture()

    other = Grave(Settings(home=tmp_path / "other"), tmp_path)
    try:
        other.put()
        seconds = measured(other, first)
        other.put(small())
        after = other.picture()
        other.put(second)
        later = other.picture()
    finally:
        embedded.stop(tmp_path / "other")

    opened = 0
    state = before
    for victim, at in INSIDE:
        is_open, acknowledged = grave.strike(first, victim, at, seconds)
        opened += is_open
        state = grave.picture()
        assert state == (after if acknowledged else before), (victim, at)
    assert opened >= 10
    assert state == after, (
        "the last loader outlived its server; loaded in the other order: the same"
    )

    for victim, at in AROUND_THE_COMMIT:
        target = second if state == after else first
        _, acknowledged = grave.strike(target, victim, at, None)
        found = grave.settled() if victim == "loader" else grave.picture()
        allowed = {after, later} - {state} if acknowledged else {after, later}
        assert found in allowed, (victim, at)
        state = found
    assert len(INSIDE) + len(AROUND_THE_COMMIT) == 20


def test_a_loader_killed_while_neo4j_writes(neo4j_settings: Settings, tmp_path: Path) -> None:
    """The server notices that its client is gone and takes everything back."""
    grave = Grave(neo4j_settings, tmp_path)
    with Store.open(neo4j_settings) as store:
        store.write(
            lambda tx: tx.run("MATCH (n) WHERE NOT n:FatuMeta AND NOT n:FatuLock DETACH DELETE n")
        )
    first = large("巡查")
    grave.put(small())
    before = grave.picture()
    for at in (0.05, 0.5, 1.5):
        is_open, acknowledged = grave.strike(first, "loader", at, 1.0)
        assert is_open
        assert not acknowledged
        assert grave.picture() == before
    seconds = measured(grave, first)
    assert seconds > 0
    with Store.open(neo4j_settings) as store:
        load.remove(store, first.document.id)
    assert grave.picture() == before
