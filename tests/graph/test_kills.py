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

MANY = 48
"""Documents of the folder: enough for processes that read ahead, and for a dozen transactions."""

# How many documents the loader of a folder has told of when the blow falls, and how many seconds later.
IN_A_FOLDER: list[tuple[Victim, int, float]] = [
    ("loader", 0, 0.0),
    ("both", 1, 0.0),
    ("loader", 1, 0.2),
    ("store", 9, 0.05),
    ("both", 1, 0.2),
]

FOLDER_LOADER = """
import sys
from pathlib import Path
from graph_model import bulk, load
from graph_model.store import Settings, Store
from ingest.batch import files_in

home, folder = map(Path, sys.argv[1:])
bulk.BATCH_NODES = 120
with Store.open(Settings(home=home)) as store:
    load.prepare(store)
    print("begun", flush=True)
    for one in bulk.load_files(store, files_in(folder)):
        print(one.result.status, one.result.document, flush=True)
"""

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


def folder_of_many(folder: Path) -> None:
    """Measures that cite each other, forward and back; two versions of one, and two files of one text."""
    folder.mkdir()
    for n in range(1, MANY + 1):
        title = f"第{chinese(n)}区巡河办法"
        others = [f"《第{chinese(m)}区巡河办法》第二条" for m in (n % MANY + 1, (n * 7) % MANY + 1)]
        text = (
            f"{title}\n（20{n % 20 + 1:02}年1月1日第{chinese(n)}区人民政府公布）\n"
            f"第一条 依照{others[0]}和{others[1]}，制定本办法。\n"
            f"第二条 河长应当每季度巡河{chinese(n)}次。\n第三条 违反本办法第二条规定的，给予警告。\n"
        )
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")
        if n == 5:
            later = text.replace("20", "21", 1)
            (folder / "05 后来.txt").write_text(later, encoding="utf-8")
        if n == 9:
            (folder / "40 又一份.txt").write_text(text + "第四条 附则。\n", encoding="utf-8")


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
            found = store.fulltext("Provision[tokens]", ["管护"], 100_000, ["id"])
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

    def folder_loader(self, folder: Path) -> subprocess.Popen[str]:
        """Another program that loads a folder and tells of each document when it is in."""
        return subprocess.Popen(
            [sys.executable, "-c", FOLDER_LOADER, str(self.settings.home), str(folder)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def documents(self) -> dict[str, bool]:
        """The documents in the graph, each with whether it is there as a whole."""
        with Store.open(self.settings) as store:
            rows = store.read(
                "MATCH (d:Document) OPTIONAL MATCH (p:Provision {document: d.id})"
                " RETURN d.id AS id, d.content AS content, d.provision_count AS n, count(p) AS found"
            )
            return {r["id"]: bool(r["content"]) and r["n"] == r["found"] for r in rows}

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


def finished(loader: subprocess.Popen[str]) -> set[str]:
    """Let the loader of a folder come to its end; return what became of the documents."""
    lines = loader.communicate()[0].splitlines()
    assert loader.returncode == 0
    return {line.split()[0] for line in lines[1:]}


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


def test_a_folder_goes_on_where_it_was_cut_off(grave: Grave, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder_of_many(folder)
    other = Grave(Settings(home=tmp_path / "other"), tmp_path)
    try:
        finished(other.folder_loader(folder))
        undisturbed, expected = other.documents(), other.picture()
    finally:
        embedded.stop(tmp_path / "other")
    assert len(undisturbed) == MANY + 1, "a later version, and the two files of one text are one"

    told: set[str] = set()
    partial = 0
    for victim, after, seconds in IN_A_FOLDER:
        loader = grave.folder_loader(folder)
        assert loader.stdout is not None
        assert loader.stdout.readline().strip() == "begun"
        for _ in range(after):
            told.update(loader.stdout.readline().split()[1:])
        time.sleep(seconds)
        grave.kill(victim, loader)
        told.update(*(line.split()[1:] for line in loader.communicate()[0].splitlines()))
        found = grave.documents()
        assert found.keys() >= told, f"what was told is there: {victim} {after}"
        assert all(found.values()), f"and nothing half: {victim} {after}"
        partial += 0 < len(found) < len(undisturbed)
    assert partial, "a blow fell when some were in"
    finished(grave.folder_loader(folder))
    assert grave.picture() == expected
    assert finished(grave.folder_loader(folder)) == {"unchanged"}


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
