"""What texts do to one another, on the pages: who is to make rules, who made them, and what is repealed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model import load
from graph_model.store import Store, settings_from_env
from ingest.lexicon import default
from ingest.pipeline import parse
from ingest.source import Source
from tests.views.test_pages import opened, words
from views.parts.documents import by_id
from views.parts.pages import LIBRARY, OVERVIEW, PAGES, READING

LAW = """某市河道条例
（2020年3月1日某市人民代表大会通过）
第一条 名录的具体办法由市水利局会同市财政局另行制定。
第二条 保洁的具体办法由县人民政府制定。
"""
MADE = """某市河道名录管理办法
（2021年3月1日某市水利局印发）
第一条 根据《某市河道条例》第一条，制定本办法。
第二条 本办法自2021年5月1日起施行。《某市河道名录规定》同时废止。
"""
OLD = """某市河道名录规定
（2010年3月1日某市水利局印发）
第一条 河道列入名录。
"""


@pytest.fixture(scope="module")
def ids(home: str, root: Path) -> Iterator[dict[str, str]]:
    """The ids of the three texts, which are loaded, and taken out at the end."""
    opened(root, PAGES[0].file)  # the regulation is loaded at the first start
    known = {}
    with Store.open(settings_from_env()) as store:
        for name, text in (("条例", LAW), ("办法", MADE), ("规定", OLD)):
            facts = parse(Source.of_text(text, f"{name}.txt"))
            known[name] = load.load(store, facts, tokens=default().tokens).document
        yield known
        for document in known.values():
            load.remove(store, document)


def listed(root: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> list[tuple[str, str]]:
    """The links with what stands after them, on the reading page."""
    found: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "views.parts.links.show",
        lambda links, *, key: found.extend((link.label, link.detail) for link in links),
    )
    assert not opened(root, READING.file, **query).exception
    return found


def test_who_is_to_make_rules_and_who_has(
    root: Path, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed(root, monkeypatch, doc=ids["条例"], at="1")[-2:] == [
        ("名录的具体办法由市水利局会同市财政局另行制定", "由市水利局会同市财政局制定办法"),
        ("据此制定：《某市河道名录管理办法》", ""),
    ]
    assert listed(root, monkeypatch, doc=ids["条例"], at="2")[-1:] == [
        ("保洁的具体办法由县人民政府制定", "由县人民政府制定办法；没有载入据此制定的文件")
    ]


def test_a_repealed_text_says_so_beside_its_own_status(root: Path, ids: dict[str, str]) -> None:
    said = words(opened(root, READING.file, doc=ids["规定"]))
    assert "某市河道名录管理办法》第二条写明废止本文本，自2021" in said
    assert "未知" in said, "what the text says of itself stays"
    assert "写明废止本文本" not in words(opened(root, READING.file, doc=ids["办法"]))
    for page in (OVERVIEW, LIBRARY):
        assert words(opened(root, page.file)).count("写明废止本文本") == 1, page.title


def test_what_is_taken_out_says_that_the_text_is_repealed(ids: dict[str, str]) -> None:
    with Store.open(settings_from_env()) as store:
        texts = by_id(store)
    assert "某市河道名录管理办法》第二条写明废止本文本" in texts[ids["规定"]].mark
    assert texts[ids["规定"]].name in texts[ids["规定"]].mark
    assert texts[ids["办法"]].mark == texts[ids["办法"]].name


def test_the_overview_lists_what_others_are_to_make(root: Path, ids: dict[str, str]) -> None:
    app = opened(root, OVERVIEW.file)
    (table,) = (f.value for f in app.dataframe if "由谁制定" in f.value)
    rows = set(zip(table["标题"], table["由谁制定"], table["据此制定的"], strict=True))
    assert rows >= {
        ("某市河道条例", "市水利局会同市财政局", "某市河道名录管理办法"),
        ("某市河道条例", "县人民政府", "没有载入"),
    }
