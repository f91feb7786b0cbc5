"""The citation network: what is cited most, what surrounds a place, and the way from one provision to another."""

from collections.abc import Iterator

import pytest

from graph_model import load, ranking, tracing
from graph_model.paths import route
from graph_model.querybook import ask
from graph_model.store import Store
from graph_model.tracing import Following, Place, trace
from ingest import lexicon, pipeline
from ingest.source import Source

LAW = """某市水条例
（2020年1月1日某市人民代表大会通过）
第一条 应当节约用水。
第二条 取水应当经过批准。
第三条 违反第二条规定的，依照本条例第一条处理。
第四条 本条例自公布之日起施行。
"""
MEASURE = """某县水办法
（2021年1月1日某县人民政府发布）
第一条 根据《某市水条例》制定本办法。
第二条 依照《某市水条例》第三条处理。
"""
RULES = """某镇水细则
（2022年1月1日某镇人民政府发布）
第一条 依照《某县水办法》第二条办理。
第二条 依照前条和《某市水条例》第二条办理。
"""


@pytest.fixture(scope="module")
def network(server: Store) -> Iterator[Store]:
    """Three texts in a row: rules that cite a measure that cites a law that cites itself."""
    server.write(
        lambda tx: tx.run("MATCH (n) WHERE NOT n:FatuMeta AND NOT n:FatuLock DETACH DELETE n")
    )
    for name, text in (("条例.txt", LAW), ("办法.txt", MEASURE), ("细则.txt", RULES)):
        put(server, text, name)
    yield server
    server.write(lambda tx: tx.run("MATCH (n:Ranking|Ranked) DETACH DELETE n"))


def put(store: Store, text: str, name: str) -> None:
    """Load a text."""
    facts = pipeline.parse(Source.of_text(text, name))
    load.load(store, facts, tokens=lexicon.default().tokens)


def ids(store: Store) -> dict[str, str]:
    """The documents by title."""
    return {row["title"]: row["doc"] for row in ask(store, "documents").rows}


def at(store: Store, title: str, address: str | None) -> Place:
    """A place by the title of its text."""
    return Place(ids(store)[title], address)


# -- the ranking ---------------------------------------------------------------------------------------


def test_the_ranking_is_stored_with_its_date_and_says_when_it_is_old(network: Store) -> None:
    assert ranking.standing(network) is None
    made = ranking.rank(network)
    assert (made.documents, made.current) == (3, True)
    assert ranking.standing(network) == made
    rows = ask(network, "most-cited").rows
    assert {(r["title"], r["at"], r["times"], r["citing"]) for r in rows} == {
        ("某市水条例", "2", 2, 2),
        ("某市水条例", "1", 1, 1),
        ("某市水条例", "3", 1, 1),
        ("某县水办法", "2", 1, 1),
        ("某镇水细则", "1", 1, 1),
    }
    assert rows[0]["times"] == 2
    # what is cited by what is itself cited ranks before what is cited as often by others
    by_rank = [(r["title"], r["at"]) for r in ask(network, "most-cited", by="rank").rows]
    assert by_rank.index(("某市水条例", "1")) < by_rank.index(("某镇水细则", "1"))
    assert {r["computed"] for r in rows} == {made.computed}
    put(network, "某村水公约\n第一条 依照《某镇水细则》第二条办理。\n", "公约.txt")
    old = ranking.standing(network)
    assert old is not None
    assert (old.documents, old.current) == (3, False)
    new = ranking.refresh(network)
    assert new is not None
    assert (new.documents, new.current) == (4, True)
    load.remove(network, ids(network)["某村水公约"])
    assert ranking.refresh(network) == ranking.standing(network)


def test_a_large_graph_is_ranked_on_request_only(
    network: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ranking.rank(network)
    monkeypatch.setattr(ranking, "CHEAP", 0)
    put(network, "某村水公约\n第一条 节约用水。\n", "公约.txt")
    old = ranking.refresh(network)
    assert old is not None
    assert (old.documents, old.current) == (before.documents, False)
    load.remove(network, ids(network)["某村水公约"])


def test_whole_documents_count_by_instrument(network: Store) -> None:
    ranking.rank(network)
    rows = ask(network, "most-cited-documents").rows
    assert [(r["title"], r["times"], r["citing"], r["loaded"]) for r in rows] == [
        ("某市水条例", 3, 2, True),
        ("某县水办法", 1, 1, True),
    ]


# -- what surrounds a place ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("direction", "places"),
    [
        pytest.param("out", {"1", "2"}, id="what it cites"),
        pytest.param("in", {"某县水办法#2"}, id="who cites it"),
        pytest.param("both", {"1", "2", "某县水办法#2"}, id="both"),
    ],
)
def test_one_step(network: Store, direction: tracing.Direction, places: set[str]) -> None:
    start = at(network, "某市水条例", "3")
    found = trace(network, start, Following(direction), depth=1)
    titles = {doc: title for title, doc in ids(network).items()}
    told = {
        p.at.split(".")[0] if p.doc == start.doc else f"{titles[p.doc]}#{p.at.split('.')[0]}"
        for p in found.places.values()
        if p.doc and p.at
    }
    assert told - {"3"} == places
    assert found.open == {}


def test_kinds_are_followed_alone(network: Store) -> None:
    found = trace(network, at(network, "某县水办法", None), Following("out", ["basis"]), depth=1)
    assert [r.kind for r in found.references.values()] == ["basis"]


def test_what_does_not_fit_is_counted(network: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "MOST", 2)
    start = at(network, "某市水条例", None)
    found = trace(network, start, Following("in"), depth=1)
    assert len(found.places) == 2
    assert found.open == {start.id: 2}  # of three from other texts


def test_a_trace_asks_once_a_step_and_direction(network: Store) -> None:
    class Counting:
        asked = 0

        def read(self, statement: str, /, **params: object) -> list[dict[str, object]]:
            self.asked += 1
            return network.read(statement, **params)

    counting = Counting()
    trace(counting, at(network, "某市水条例", None), Following("both"), depth=3)
    assert counting.asked <= 6


# -- from one provision to another ---------------------------------------------------------------------


def test_the_shortest_way_with_the_words_of_each_step(network: Store) -> None:
    found = route(network, at(network, "某镇水细则", "1"), at(network, "某市水条例", "1"), most=5)
    assert found.legs is not None
    assert [leg.reference.quote for leg in found.legs] == [
        "《某县水办法》第二条",
        "《某市水条例》第三条",
        "本条例第一条",
    ]
    assert not any(leg.against for leg in found.legs)


@pytest.mark.parametrize(
    ("ends", "most", "either", "quotes"),
    [
        (("1", "3"), 2, False, ["《某县水办法》第二条", "《某市水条例》第三条"]),
        (("1", "1"), 2, False, None),  # three steps, not in two
        (("1", "4"), 8, False, None),  # nobody cites it
        (("2", "2"), 8, False, ["《某市水条例》第二条"]),  # the shortest
        (("2.1", "3"), 8, True, ["《某市水条例》第二条", "第二条"]),  # backwards, where asked for
    ],
)
def test_ways(
    network: Store, ends: tuple[str, str], most: int, either: bool, quotes: list[str] | None
) -> None:
    start, goal = at(network, "某镇水细则", ends[0]), at(network, "某市水条例", ends[1])
    found = route(network, start, goal, most=most, either=either)
    told = None if found.legs is None else [leg.reference.quote for leg in found.legs]
    assert told == quotes
    assert not found.exhausted


def test_in_one_article_there_is_no_step(network: Store) -> None:
    ends = at(network, "某市水条例", "3"), at(network, "某市水条例", "3.1")
    assert route(network, *ends, most=3).legs == ()


def test_a_search_that_was_not_finished_says_so(
    network: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph_model.paths.MOST_ARTICLES", 2)
    found = route(network, at(network, "某镇水细则", "1"), at(network, "某市水条例", "1"), most=5)
    assert (found.legs, found.exhausted) == (None, True)
