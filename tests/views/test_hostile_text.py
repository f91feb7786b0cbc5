"""Text from documents is never markup or Cypher: a hostile text goes through every page, and the graph stays whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model import load
from graph_model.dump import dump
from graph_model.store import Store, settings_from_env
from ingest.lexicon import default
from ingest.pipeline import parse
from ingest.source import Source
from tests.hostile import CYPHER, SCRIPT, TEXT
from tests.views.test_pages import opened
from views.parts.pages import DUTIES, PAGES, READING, SEARCH, TRACE, PageInfo


@pytest.fixture(scope="module")
def hostile(home: str, root: Path) -> Iterator[tuple[Store, str]]:
    """The store with the hostile text in it, and the text's id; taken out at the end."""
    opened(root, PAGES[0].file)  # the regulation is loaded at the first start
    with Store.open(settings_from_env()) as store:
        told = load.load(store, parse(Source.of_text(TEXT, "恶意.txt")), tokens=default().tokens)
        yield store, told.document
        load.remove(store, told.document)


@pytest.mark.parametrize("page", PAGES, ids=[p.title for p in PAGES])
def test_every_page_shows_it_as_text(
    root: Path, hostile: tuple[Store, str], page: PageInfo
) -> None:
    store, document = hostile
    before = list(dump(store))
    for more in (
        {},
        {"at": "3.1.2"},
        {"q": SCRIPT},
        {"q": CYPHER},
        {"posts": CYPHER},
        {"at": CYPHER},
    ):
        app = opened(root, page.file, doc=document, **more)
        assert not app.exception
        for shown in (*app.markdown, *app.caption, *app.info, *app.warning):
            assert not getattr(shown, "allow_html", False), shown
            assert "](javascript:" not in shown.value.replace("\\]", "")
    assert list(dump(store)) == before


@pytest.mark.parametrize("page", [READING, TRACE, DUTIES, SEARCH], ids=lambda p: p.title)
@pytest.mark.parametrize("value", [CYPHER, SCRIPT, "'", "\\", "%00", "💥" * 500])
def test_an_address_made_by_somebody_is_answered_with_a_sentence(
    root: Path, hostile: tuple[Store, str], page: PageInfo, value: str
) -> None:
    store, _ = hostile
    before = list(dump(store))
    app = opened(root, page.file, doc=value, at=value, q=value, roles=value, instrument=value)
    assert not app.exception
    assert not [e for e in app.error if "意外的错误" in e.value]
    assert list(dump(store)) == before
