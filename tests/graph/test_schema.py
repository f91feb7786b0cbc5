"""The declaration of the graph: whole, free of clashes, and the source of docs/schema.md."""

from pathlib import Path

import pytest

from graph_model import schema
from graph_model.schema import LABELS, RELATIONSHIPS


def test_the_document_is_the_one_that_the_declaration_makes(root: Path) -> None:
    written = (root / "docs" / "schema.md").read_text(encoding="utf-8")
    assert written == schema.markdown(), "run python -m graph_model.schema"


def test_no_relationship_has_the_name_of_a_label() -> None:
    """The embedded server keeps both in one name space and refuses the second."""
    labels = {one.name for one in LABELS} | {name for one in LABELS for name, _ in one.kinds}
    assert labels & {one.name for one in RELATIONSHIPS} == set()


def test_names_are_declared_once() -> None:
    labels = [one.name for one in LABELS] + [name for one in LABELS for name, _ in one.kinds]
    types = [one.name for one in RELATIONSHIPS]
    assert len(labels) == len(set(labels))
    assert len(types) == len(set(types))


def test_relationships_join_declared_labels() -> None:
    labels = {one.name for one in LABELS}
    ends = {end for one in RELATIONSHIPS for pair in one.pairs for end in pair}
    assert ends == labels, "every label is used, every end is declared"


@pytest.mark.parametrize("label", LABELS, ids=lambda one: one.name)
def test_every_node_is_found_by_id(label: schema.Label) -> None:
    names = [p.name for p in label.properties]
    assert names[0] == "id"
    assert len(names) == len(set(names))
    assert label.meaning and label.key


@pytest.mark.parametrize("label", schema.OWNED)
def test_what_a_document_owns_can_be_found_by_it(label: str) -> None:
    indexed = {p.name for p in schema.label(label).properties if p.indexed}
    assert label == "Document" or "document" in indexed


def test_one_constraint_a_label() -> None:
    assert schema.constraints()[0] == (
        "CREATE CONSTRAINT instrument_id IF NOT EXISTS FOR (n:Instrument) REQUIRE n.id IS UNIQUE"
    )
    assert len(schema.constraints()) == len(LABELS)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        # created under both labels at once: adding a label later is slow on the embedded server
        (
            schema.create_nodes("Provision", "Item").split(" {")[0],
            "UNWIND $rows AS row CREATE (n:Provision:Item",
        ),
        # shared nodes are merged by their one constrained label
        (
            schema.merge_nodes("Term"),
            "UNWIND $rows AS row MERGE (n:Term {id: row.id}) ON CREATE SET n.name = row.name"
            " RETURN collect(n.id) AS ids, collect(elementId(n)) AS elements",
        ),
        # both ends are known by their elements; relationships without properties carry no map
        (
            schema.create_relationships("BEARS", "Role", "Duty"),
            "UNWIND $rows AS row MATCH (a:Role), (b:Duty)"
            " WHERE elementId(a) = row.source AND elementId(b) = row.target"
            " CREATE (a)-[:BEARS]->(b)",
        ),
        (
            schema.create_relationships("CITES", "Provision", "Instrument"),
            "UNWIND $rows AS row MATCH (a:Provision), (b:Instrument)"
            " WHERE elementId(a) = row.source AND elementId(b) = row.target"
            " CREATE (a)-[:CITES {kinds: row.kinds}]->(b)",
        ),
    ],
)
def test_load_statements(statement: str, expected: str) -> None:
    assert statement == expected
