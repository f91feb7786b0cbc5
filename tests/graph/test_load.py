"""Loading, replacing and removing: the graph depends on what is loaded, not on how it came to be."""

from itertools import permutations

import pytest

from graph_model import load
from graph_model.errors import ConstraintViolated, StoreError
from graph_model.load import DocumentUnknown, LoadResult
from graph_model.rows import rows_of
from graph_model.store import Store, Tx
from ingest.facts import Facts
from tests.graph.facts_builder import Draft
from tests.graph.pictures import Picture, edges, emptied, picture
from tests.graph.samples import measure, ordinance, tokens

ORDINANCE = ordinance(id="甲市消防条例@2019-01-01", adopted="2019-01-01").facts()
SHORTER = ordinance(duties=1, id="甲市消防条例@2019-01-01", adopted="2019-01-01").facts()
MEASURE = measure(id="乙区消防办法@2020-01-01", adopted="2020-01-01").facts()
NEXT_VERSION = ordinance(duties=1, id="甲市消防条例@2022-01-01", adopted="2022-01-01").facts()


@pytest.fixture
def graph(store: Store) -> Store:
    """The store, empty."""
    return emptied(store)


def put(store: Store, *documents: Facts) -> list[LoadResult]:
    """Load documents, one after the other."""
    return [load.load(store, facts, tokens=tokens) for facts in documents]


def pictured(store: Store, *documents: Facts) -> Picture:
    """What the graph looks like when it was empty and these were loaded."""
    put(emptied(store), *documents)
    return picture(store)


def test_what_is_loaded_is_all_there(graph: Store) -> None:
    (result,) = put(graph, ORDINANCE)
    rows = rows_of(ORDINANCE, tokens=tokens)
    assert result == LoadResult(
        "loaded",
        "甲市消防条例@2019-01-01",
        nodes={
            "Document": 1,
            "Provision": 18,
            "Citation": 1,
            "Duty": 2,
            "Violation": 2,
            "Sanction": 2,
            "Consequence": 1,
            "Factor": 1,
            "Definition": 1,
            "Role": 1,
            "Body": 1,
            "Term": 1,
            "SanctionKind": 2,
        },
        relationships=sum(map(len, rows.relationships.values())),
        citations={"resolved": 1},
    )
    stored = {row[1] for row in picture(graph)["nodes"]}
    assert stored == {r["id"] for made in rows.nodes.values() for r in made} | {"甲市消防条例"}


def test_loading_again_changes_nothing(graph: Store) -> None:
    put(graph, ORDINANCE, MEASURE)
    before = picture(graph)
    assert [r.status for r in put(graph, ORDINANCE, MEASURE)] == ["unchanged", "unchanged"]
    assert picture(graph) == before


@pytest.mark.parametrize(
    "order",
    list(permutations((ORDINANCE, MEASURE, NEXT_VERSION))),
    ids=lambda o: "-".join(f.document.id for f in o),
)
def test_the_order_of_loading_makes_no_difference(graph: Store, order: tuple[Facts, ...]) -> None:
    put(graph, *order)
    found = picture(graph)
    assert found == pictured(graph, ORDINANCE, MEASURE, NEXT_VERSION)


@pytest.mark.parametrize("first", [ORDINANCE, SHORTER], ids=["shorter", "longer"])
def test_a_replaced_document_leaves_nothing_behind(graph: Store, first: Facts) -> None:
    second = SHORTER if first is ORDINANCE else ORDINANCE
    *_, result = put(graph, first, MEASURE, second)
    assert (result.status, result.replaced) == ("replaced", ("甲市消防条例@2019-01-01",))
    found = picture(graph)
    assert found == pictured(graph, second, MEASURE)


@pytest.mark.parametrize(
    ("loaded", "removed"),
    [
        ((ORDINANCE, MEASURE), (ORDINANCE,)),
        ((MEASURE, ORDINANCE), (MEASURE,)),
        ((ORDINANCE, NEXT_VERSION, MEASURE), (NEXT_VERSION,)),
        ((ORDINANCE, NEXT_VERSION, MEASURE), (ORDINANCE, MEASURE)),
        ((ORDINANCE, MEASURE), (MEASURE, ORDINANCE)),
    ],
    ids=["cited", "citing", "a version", "two", "all"],
)
def test_removed_as_if_it_had_never_been(
    graph: Store, loaded: tuple[Facts, ...], removed: tuple[Facts, ...]
) -> None:
    put(graph, *loaded)
    for facts in removed:
        load.remove(graph, facts.document.id)
    found = picture(graph)
    assert found == pictured(graph, *(f for f in loaded if f not in removed))


def test_shared_nodes_go_with_their_last_use(graph: Store) -> None:
    put(graph, ORDINANCE, MEASURE)
    load.remove(graph, ORDINANCE.document.id)
    kinds = graph.read("MATCH (k:SanctionKind) RETURN k.id AS id")
    assert kinds == [{"id": "警告"}], "降职 was the ordinance's only"
    load.remove(graph, MEASURE.document.id)
    assert picture(graph) == {"nodes": [], "edges": []}


def test_an_edited_file_without_a_date_takes_its_own_place(graph: Store) -> None:
    first, second = ordinance(name="a.txt").facts(), ordinance(duties=1, name="a.txt").facts()
    assert first.document.id != second.document.id
    *_, result = put(graph, first, MEASURE, second)
    assert (result.status, result.replaced) == ("replaced", (first.document.id,))
    found = picture(graph)
    assert found == pictured(graph, second, MEASURE)


def test_another_file_without_a_date_is_another_version(graph: Store) -> None:
    first, second = ordinance(name="a.txt").facts(), ordinance(duties=1, name="b.txt").facts()
    put(graph, first, second)
    assert edges(graph, "VERSION_OF") == {
        (facts.document.id, "甲市消防条例") for facts in (first, second)
    }


def test_the_same_text_under_another_file_name_is_known(graph: Store) -> None:
    put(graph, ordinance(name="a.txt").facts())
    assert [r.status for r in put(graph, ordinance(name="b.txt").facts())] == ["unchanged"]


def test_namesakes_of_two_regions_are_two_instruments(graph: Store) -> None:
    put(
        graph,
        *(
            Draft("考核细则", region=r, id=f"考核细则@{r}").article("1", "考核。").facts()
            for r in ("甲市", "乙市")
        ),
    )
    assert edges(graph, "VERSION_OF") == {
        (f"考核细则@{r}", f"考核细则@{r}") for r in ("甲市", "乙市")
    }


def test_what_fails_half_way_leaves_no_trace(graph: Store) -> None:
    put(graph, MEASURE)
    before = picture(graph)

    def interrupted(tx: Tx) -> None:
        load._load(tx, [rows_of(ORDINANCE, tokens=tokens)])
        raise StoreError("cut")

    with pytest.raises(StoreError, match="cut"):
        graph.write(interrupted)
    assert picture(graph) == before


def test_an_id_is_taken_once(graph: Store) -> None:
    put(graph, ORDINANCE)
    with pytest.raises(ConstraintViolated):
        graph.write(lambda tx: tx.run("CREATE (:Document {id: $id})", id=ORDINANCE.document.id))


def test_an_unknown_document_cannot_be_removed(graph: Store) -> None:
    with pytest.raises(DocumentUnknown, match="没有文本“丁”"):
        load.remove(graph, "丁")


def test_words_of_a_document_are_data(graph: Store) -> None:
    words = "'}) DETACH DELETE n // <script>alert(1)</script> ` \\u0027"
    put(graph, MEASURE, Draft(words).article("1", words).facts())
    found = graph.read(
        "MATCH (p:Provision {address: '1.1'}) WHERE p.text = $w RETURN p.text AS t", w=words
    )
    assert found == [{"t": words}]
    assert edges(graph, "VERSION_OF") >= {(MEASURE.document.id, "乙区消防办法")}


def test_the_words_are_found_by_their_tokens(graph: Store) -> None:
    put(graph, ORDINANCE)
    found = graph.fulltext("Provision[tokens]", ["组织", "防火"], 10, ["address"])
    assert [row["address"] for row in found] == ["2.1.1"]
