"""Folders into the graph: many files at once give the graph that they give one by one, however often they come."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph_model import bulk, load, rules
from graph_model.bulk import Outcome
from graph_model.errors import ConstraintViolated
from graph_model.load import LoadResult
from graph_model.rows import Rows
from graph_model.store import Store
from ingest.batch import facts_of, files_in
from ingest.lexicon import default
from tests.graph.pictures import Picture, emptied, picture

TEXTS = {
    "甲市巡河办法.md": "甲市巡河办法\n（2019年1月1日甲市人民政府公布）\n第一条 河长应当每季度巡河。\n"
    "第二条 违反本办法第一条规定的，给予警告。\n",
    "乙县巡河细则.md": "乙县巡河细则\n（2020年1月1日乙县人民政府公布）\n"
    "第一条 根据《甲市巡河办法》，制定本细则。\n第二条 依照《甲市巡河办法》第一条和《丙市用水办法》第九条执行。\n",
    "丙市用水办法.md": "丙市用水办法\n（2018年1月1日丙市人民政府公布）\n第一条 用水单位应当节约用水。\n",
    "甲市巡河办法（修订）.md": "甲市巡河办法\n（2022年1月1日甲市人民政府公布）\n第一条 河长应当每月巡河。\n",
}


@pytest.fixture
def graph(store: Store) -> Store:
    """The store, empty."""
    return emptied(store)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of texts that cite each other, two of them versions of one instrument."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def put(store: Store, folder: Path) -> list[Outcome]:
    """Load the files of a folder."""
    return list(bulk.load_files(store, files_in(folder)))


def statuses(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """By file name, what became of it."""
    return {one.path.name: one.result.status if one.result else "refused" for one in outcomes}


def one_by_one(store: Store, folder: Path) -> Picture:
    """What the graph looks like after the same files came each in a transaction of its own."""
    emptied(store)
    for path in files_in(folder):
        load.load(store, facts_of(path), tokens=default().tokens)
    return picture(store)


def no_reading(path: Path) -> bulk.Prepared:
    """Stand in for the reader where nothing may be read."""
    raise AssertionError(path)


@pytest.mark.parametrize("nodes", [1, 30, 40_000], ids=["one each", "some", "all at once"])
def test_many_at_once_are_as_one_by_one(
    graph: Store, folder: Path, nodes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH_NODES", nodes)
    assert statuses(put(graph, folder)) == dict.fromkeys(TEXTS, "loaded")
    found = picture(graph)
    assert found == one_by_one(graph, folder)


def test_what_is_there_is_not_read_again(
    graph: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = put(graph, folder)
    before = picture(graph)
    monkeypatch.setattr(bulk, "prepared", no_reading)
    again = put(graph, folder)
    assert statuses(again) == dict.fromkeys(TEXTS, "unchanged")
    assert {one.path: (one.title, one.status, set(one.warnings)) for one in again} == {
        one.path: (one.title, one.status, set(one.warnings)) for one in first
    }, "what a reader must know is told all the same"
    assert picture(graph) == before


def test_only_what_changed_is_read_and_replaced(graph: Store, folder: Path) -> None:
    put(graph, folder)
    (folder / "丙市用水办法.md").write_text(TEXTS["丙市用水办法.md"] + "第二条 附则。\n", "utf-8")
    read: list[int] = []
    outcomes = list(bulk.load_files(graph, files_in(folder), read.append))
    assert statuses(outcomes) == dict.fromkeys(TEXTS, "unchanged") | {"丙市用水办法.md": "replaced"}
    assert read == [3, 1], "three at once, which need not be read, and one that was"
    found = picture(graph)
    assert found == one_by_one(graph, folder)


def test_a_file_that_is_gone_takes_nothing_with_it(graph: Store, folder: Path) -> None:
    put(graph, folder)
    before = picture(graph)
    (folder / "丙市用水办法.md").unlink()
    put(graph, folder)
    assert picture(graph) == before


@pytest.mark.parametrize("first", ["1", "2"], ids=["the earlier", "the later"])
def test_of_two_files_of_one_document_the_later_one_stays(
    graph: Store, folder: Path, first: str
) -> None:
    for name in ("1", "2"):
        text = TEXTS["丙市用水办法.md"] + f"第二条 这是第{name}个文件。\n"
        (folder / f"丙{name}.md").write_text(text, encoding="utf-8")
    (folder / "丙市用水办法.md").unlink()
    expected = one_by_one(graph, folder)
    emptied(graph)
    load.load(graph, facts_of(folder / f"丙{first}.md"), tokens=default().tokens)
    for _ in range(2):
        outcomes = put(graph, folder)
        assert picture(graph) == expected
    told = {one.path.name: one for one in outcomes}
    assert statuses(outcomes)["丙1.md"] == statuses(outcomes)["丙2.md"] == "unchanged"
    assert told["丙1.md"].warnings[0] == f"与“{folder / '丙2.md'}”是同一文本，以该文件为准"


def test_files_of_one_name_without_a_date_are_one_text(graph: Store, tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        text = f"考核细则\n第一条 考核{place}。\n"
        (tmp_path / place / "考核.txt").write_text(text, encoding="utf-8")
    for _ in range(2):
        put(graph, tmp_path)
        rows = graph.read("MATCH (p:Provision {address: '1.1'}) RETURN p.text AS text")
        assert [row["text"] for row in rows] == ["考核b。"]


def test_a_bad_file_stops_nothing(graph: Store, folder: Path) -> None:
    (folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    outcomes = put(graph, folder)
    assert statuses(outcomes) == dict.fromkeys(TEXTS, "loaded") | {"图.txt": "refused"}
    (reason,) = [one.refused for one in outcomes if one.refused]
    assert reason.startswith("图.txt：内容是图片，不是文本")


def test_what_the_store_refuses_is_found_and_the_rest_written(
    graph: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load.load_rows

    def refusing(store: Store, batch: Sequence[Rows]) -> list[LoadResult]:
        if any(rows.told["source"] == "丙市用水办法.md" for rows in batch):
            raise ConstraintViolated("不能写入")
        return loaded(store, batch)

    monkeypatch.setattr(load, "load_rows", refusing)
    outcomes = put(graph, folder)
    assert statuses(outcomes) == dict.fromkeys(TEXTS, "loaded") | {"丙市用水办法.md": "refused"}
    assert [o.refused for o in outcomes if o.refused] == ["丙市用水办法.md：不能写入"]
    (folder / "丙市用水办法.md").unlink()
    assert picture(graph) == one_by_one(graph, folder)


def test_other_rules_read_and_link_anew(
    graph: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(graph, folder)
    before = picture(graph)
    monkeypatch.setattr(rules, "fingerprint", lambda: "other rules")
    graph.write(lambda tx: tx.run("MATCH (:Citation)-[r:RESOLVES_TO]->() DELETE r"))
    read: list[int] = []
    outcomes = list(bulk.load_files(graph, files_in(folder), read.append))
    assert statuses(outcomes) == dict.fromkeys(TEXTS, "unchanged"), "the same was read"
    assert sum(read[1:]) == len(TEXTS)
    assert picture(graph)["edges"] == before["edges"]
    found = graph.read("MATCH (d:Document) RETURN DISTINCT d.rules AS rules")
    assert found == [{"rules": "other rules"}]


def test_the_fingerprint_is_of_all_that_makes_rows_and_links(root: Path) -> None:
    assert rules.fingerprint() == rules.fingerprint.__wrapped__()
    found, waiting = set[str](), ["rows", "link", "rules"]
    while waiting:
        module = waiting.pop()
        found.add(module)
        text = (root / "graph_model" / f"{module}.py").read_text(encoding="utf-8")
        names = re.findall(
            r"^from graph_model(?:\.(\w+) import|  *import (.+))", text, re.MULTILINE
        )
        used = {
            one or name.strip() for one, several in names for name in (several or "").split(",")
        }
        waiting += used - found
    assert found - {"errors"} == set(rules.MODULES)
