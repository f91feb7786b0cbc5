"""The whole graph as comparable values, and its emptying: what the graph tests stand on."""

from functools import cache
from typing import Any

from graph_model import load, schema
from graph_model.store import Store

Picture = dict[str, Any]


def picture(store: Store) -> Picture:
    """Everything in the graph but our two inner nodes, without anything that a server makes up."""
    nodes = store.read(
        "MATCH (n) WHERE n.id IS NOT NULL RETURN n.id AS id, labels(n) AS labels, properties(n) AS told"
    )
    edges = store.read(
        "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS told"
    )
    return {
        "nodes": sorted(
            [":".join(sorted(n["labels"])), n["id"], sorted(n["told"].items())] for n in nodes
        ),
        "edges": sorted([e["a"], e["type"], e["b"], sorted(e["told"].items())] for e in edges),
    }


def emptied(store: Store) -> Store:
    """The store with our schema and no documents."""
    _prepare(store)
    for row in store.read("MATCH (d:Document) RETURN d.id AS id ORDER BY id"):
        load.remove(store, row["id"])
    return store


@cache
def _prepare(store: Store) -> None:
    """Make constraints and indexes, once a server: Neo4j takes a while to look at them."""
    load.prepare(store)


def edges(store: Store, name: str) -> set[tuple[str, str]]:
    """All relationships of a type."""
    assert schema.relationship(name)
    rows = store.read(f"MATCH (a)-[:{name}]->(b) RETURN a.id AS a, b.id AS b")
    return {(row["a"], row["b"]) for row in rows}
