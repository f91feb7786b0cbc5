"""The upstream journey: a stub is visible with what waits for it; a text comes and goes; all is as before."""

from pathlib import Path

import pytest

from graph_model import load, posts
from graph_model.dump import dump
from graph_model.querybook import ask
from graph_model.store import Store
from ingest import lexicon, pipeline
from ingest.readers import read_source

TOKENS = lexicon.default().tokens
PROVINCE = "江苏省党政领导干部安全生产责任制规定实施细则"
OPINION = "加强全市安全生产领域失职问责的实施意见（试行）"


@pytest.fixture
def suzhou(store: Store, regulation: Path) -> str:
    """The regulation, loaded alone."""
    return load.load(store, pipeline.parse(read_source(regulation)), tokens=TOKENS).document


def upstream(root: Path, name: str) -> Path:
    return root / "docs" / "examples" / "upstream" / name


def statuses(store: Store, document: str) -> dict[str, str]:
    rows = ask(store, "citations-of-document", document=document).rows
    return {r["target"]: r["status"] for r in rows if r["target"] != "self"}


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(("江苏细则（虚构）.txt", PROVINCE, "1.1"), id="a title broken over lines"),
        pytest.param(
            ("失职问责意见（虚构）.txt", OPINION, "20.1.6"), id="the document number decides"
        ),
    ],
)
def test_a_text_that_comes_later_catches_what_waited(
    store: Store, suzhou: str, root: Path, case: tuple[str, str, str]
) -> None:
    file, target, at = case
    waiting = {r["title"]: (r["at"], r["times"]) for r in ask(store, "cited-not-loaded").rows}
    assert waiting[target] == (at, 1)
    before = list(dump(store))
    facts = pipeline.parse(read_source(upstream(root, file)))
    result = load.load(store, facts, tokens=TOKENS)
    assert result.status == "loaded"
    assert statuses(store, suzhou)[target] == "resolved"
    assert target not in {r["title"] for r in ask(store, "cited-not-loaded").rows}
    load.remove(store, result.document)
    assert list(dump(store)) == before


def test_bases_and_duties_come_from_both(store: Store, suzhou: str, root: Path) -> None:
    facts = pipeline.parse(read_source(upstream(root, "江苏细则（虚构）.txt")))
    province = load.load(store, facts, tokens=TOKENS).document
    loaded = {
        r["basis_id"] for r in ask(store, "chain-of-bases", document=suzhou).rows if r["loaded"]
    }
    assert loaded == {province}
    secretary = posts.parse("township-党委-main")
    assert secretary is not None
    roles = posts.roles_of(secretary, ask(store, "roles").rows)
    duties = ask(store, "duties-of-roles", roles=[r["id"] for r in roles]).rows
    assert {d["doc"] for d in duties} == {suzhou, province}


def test_the_order_of_loading_makes_no_difference(
    store: Store, regulation: Path, root: Path
) -> None:
    paths = [regulation, *sorted((root / "docs" / "examples" / "upstream").glob("*.txt"))]
    parsed = [pipeline.parse(read_source(p)) for p in paths]
    dumps = []
    for order in (parsed, parsed[::-1]):
        ids = [load.load(store, facts, tokens=TOKENS).document for facts in order]
        assert [load.load(store, facts, tokens=TOKENS).status for facts in order] == [
            "unchanged"
        ] * 3
        dumps.append(list(dump(store)))
        for document in ids:
            load.remove(store, document)
    assert dumps[0] == dumps[1]
