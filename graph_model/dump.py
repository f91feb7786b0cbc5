"""The whole graph as lines that can be compared: the same for the same content.

Neither the server, nor the order of loading, nor the ids that a server makes up can be seen in it.
All nodes are read in one query and all relationships in another; what is kept in memory is text.
"""

import json
from collections.abc import Iterator
from typing import Any

from graph_model.store import Row, Store

NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
RELATIONSHIPS = """
MATCH (a)-[r]->(b)
RETURN type(r) AS type, coalesce(a.id, a.name) AS source, coalesce(b.id, b.name) AS target,
       properties(r) AS properties
"""
PASSING = {"FatuLock": "turn", "Ranking": "computed"}
"""By label, the property that tells how often or when the graph was written, not what is in it."""


def dump(store: Store) -> Iterator[str]:
    """One JSON line a node, then one a relationship, each kind sorted.

    A node is keyed by its property `id` (our two inner nodes by `name`), a relationship by its type
    and the keys of both ends.
    """
    yield from sorted(_line(_node(row)) for row in store.read(NODES))
    yield from sorted(_line(row) for row in store.read(RELATIONSHIPS))


def _node(row: Row) -> Row:
    labels, properties = sorted(row["labels"]), dict(row["properties"])
    for label in labels:
        properties.pop(PASSING.get(label, ""), None)
    return {
        "labels": labels,
        "key": properties.get("id", properties.get("name")),
        "properties": properties,
    }


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
