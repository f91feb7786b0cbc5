"""Put the facts of a document into the graph, replace them, or take them out: one transaction each."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from graph_model import link, schema
from graph_model.errors import GraphError
from graph_model.link import Row, Tx
from graph_model.rows import Rows, Tokens, rows_of
from graph_model.store import Store
from ingest.facts import Facts


class DocumentUnknown(GraphError, LookupError):
    """No document of that id is loaded."""


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What became of one document.

    ``replaced`` are the ids of the documents whose place it took, ``nodes`` and ``relationships`` what was
    written, ``citations`` its citations by status, ``relinked`` how many citations of other documents were
    looked at again.
    """

    status: Literal["loaded", "unchanged", "replaced"]
    document: str
    replaced: tuple[str, ...] = ()
    nodes: dict[str, int] = field(default_factory=dict)
    relationships: int = 0
    citations: dict[str, int] = field(default_factory=dict)
    relinked: int = 0


def prepare(store: Store) -> None:
    """Make sure that the store has our constraints and indexes; costs little where it has them."""
    store.apply_schema([*schema.constraints(), *schema.indexes()])
    for name, property_name in schema.FULLTEXT:
        store.create_fulltext(name, property_name)


def load(store: Store, facts: Facts, *, tokens: Tokens) -> LoadResult:
    """Write a document with all that follows from it; ``tokens`` cuts texts for the full-text index.

    Nothing is written where the same content is in the graph already. A document without a date that was
    loaded from a file of the same name is replaced: it is the same file, received again.
    """
    rows = rows_of(facts, tokens=tokens)
    return store.write(lambda tx: _load(tx, rows))


def remove(store: Store, document: str) -> None:
    """Take a document out; citations to it go back to its instrument."""
    store.write(lambda tx: _remove(tx, document))


def _load(tx: Tx, rows: Rows) -> LoadResult:
    if _content(tx, rows.document) == rows.content:
        return LoadResult("unchanged", rows.document)
    replaced = _replaced(tx, rows)
    keys = link.keys_of(tx, replaced)
    shared = _shared_of(tx, replaced)
    _sweep(tx, [document for document in replaced if document != rows.document])
    _write(tx, rows, renewed=rows.document in replaced)
    keys |= link.keys_of(tx, [rows.document])
    instruments = shared.pop("Instrument", set()) | {rows.instrument}
    relinked = link.link(tx, [rows.document], keys, instruments)
    _drop_unused(tx, shared)
    tx.run(
        "MATCH (d:Document {id: $id}) SET d.content = $content",
        id=rows.document,
        content=rows.content,
    )
    return LoadResult(
        "replaced" if replaced else "loaded",
        rows.document,
        tuple(replaced),
        {name: rows.count(name) for name in (*schema.OWNED, *schema.SHARED) if rows.count(name)},
        sum(map(len, rows.relationships.values())),
        _statuses(tx, rows.document),
        relinked,
    )


def _remove(tx: Tx, document: str) -> None:
    if _content(tx, document) is None:
        raise DocumentUnknown(f"图谱中没有文本“{document}”，无法移除。")
    keys = link.keys_of(tx, [document])
    shared = _shared_of(tx, [document])
    _sweep(tx, [document])
    link.link(tx, [], keys, shared.pop("Instrument", ()))
    _drop_unused(tx, shared)


def _content(tx: Tx, document: str) -> str | None:
    rows = tx.run("MATCH (d:Document {id: $id}) RETURN d.content AS content", id=document)
    return rows[0]["content"] if rows else None


def _replaced(tx: Tx, rows: Rows) -> list[str]:
    """Return the loaded documents whose place this one takes."""
    (document,) = rows.nodes["Document", None]
    found = tx.run(
        "MATCH (d:Document)-[:VERSION_OF]->(:Instrument {id: $instrument})"
        " WHERE d.id = $id OR (d.source = $source AND d.adopted IS NULL AND d.effective IS NULL)"
        " RETURN d.id AS id ORDER BY id",
        instrument=rows.instrument,
        id=rows.document,
        source=document["source"],
    )
    return [row["id"] for row in found]


def _write(tx: Tx, rows: Rows, *, renewed: bool) -> None:
    """Write all rows; of a renewed document, only the nodes that differ from those that stand."""
    kept = _cleared(tx, rows) if renewed else {}
    for (name, kind), found in rows.nodes.items():
        if name in schema.SHARED:
            link.run_batches(tx, schema.merge_nodes(name), found)
            continue
        standing = kept.get(name, {})
        new = [row for row in found if row["id"] not in standing]
        link.run_batches(tx, schema.create_nodes(name, kind), new)
        changed = [
            {"id": row["id"], "told": told}
            for row in found
            if row["id"] in standing and (told := _difference(standing[row["id"]], row))
        ]
        link.run_batches(
            tx, f"UNWIND $rows AS row MATCH (n:{name} {{id: row.id}}) SET n += row.told", changed
        )
    tx.run("MERGE (:Instrument {id: $id})", id=rows.instrument)
    tx.run(
        schema.create_relationships("VERSION_OF", "Document", "Instrument"),
        rows=[{"source": rows.document, "target": rows.instrument}],
    )
    for (name, source, target), edges in rows.relationships.items():
        link.run_batches(tx, schema.create_relationships(name, source, target), edges)


def _cleared(tx: Tx, rows: Rows) -> dict[str, dict[str, Row]]:
    """Delete the document's relationships and the nodes that it does not have any more.

    Returns the properties of those that stay, by label and id.

    What stays is changed in place: deleting and making thousands of nodes again takes the embedded server
    ten times as long, most of it in the full-text index. Labels never change: a provision of another kind
    goes, and is made again.
    """
    kept = {
        (name, row["id"], row.get("kind") if name == "Provision" else None)
        for (name, _), found in rows.nodes.items()
        for row in found
    }
    standing: dict[str, dict[str, Row]] = {}
    for name in schema.OWNED:
        # Collected first: the embedded server loses its way when it deletes what it walks along.
        tx.run(
            f"MATCH (n:{name} {{{_owner(name)}: $id}})-[r]-()"
            " WITH collect(DISTINCT r) AS found UNWIND found AS r DELETE r",
            id=rows.document,
        )
        standing[name] = _standing(tx, name, rows.document)
        gone = [
            key
            for key, told in standing[name].items()
            if (name, key, told.get("kind") if name == "Provision" else None) not in kept
        ]
        link.run_batches(
            tx, f"UNWIND $rows AS row MATCH (n:{name} {{id: row}}) DETACH DELETE n", gone
        )
        for key in gone:
            del standing[name][key]
    return standing


def _standing(tx: Tx, name: str, document: str) -> dict[str, Row]:
    rows = tx.run(
        f"MATCH (n:{name} {{{_owner(name)}: $id}}) RETURN properties(n) AS told", id=document
    )
    return {row["told"]["id"]: row["told"] for row in rows}


def _difference(standing: Row, row: Row) -> Row:
    """Return what must be set, with None for what is no longer there."""
    return {
        name: row.get(name)
        for name in sorted({*standing, *row})
        if standing.get(name) != row.get(name)
    }


def _shared_of(tx: Tx, documents: Collection[str]) -> dict[str, set[str]]:
    """Return the shared nodes that documents use, by label."""
    used: dict[str, set[str]] = {}
    for document in documents:
        for name, source, target in _uses_of_shared():
            owned, shared = (target, source) if source in schema.SHARED else (source, target)
            found = tx.run(
                f"MATCH (o:{owned} {{{_owner(owned)}: $id}})-[:{name}]-(s:{shared})"
                " RETURN DISTINCT s.id AS id",
                id=document,
            )
            used.setdefault(shared, set()).update(row["id"] for row in found)
    return used


def _sweep(tx: Tx, documents: Collection[str]) -> None:
    """Delete all that the documents own."""
    for document in documents:
        for name in schema.OWNED:
            tx.run(f"MATCH (n:{name} {{{_owner(name)}: $id}}) DETACH DELETE n", id=document)


def _uses_of_shared() -> list[tuple[str, str, str]]:
    return [
        (one.name, source, target)
        for one in schema.RELATIONSHIPS
        for source, target in one.pairs
        if (source in schema.SHARED) != (target in schema.SHARED)
    ]


def _owner(label: str) -> str:
    """Return the property that says to which document a node belongs."""
    return "id" if label == "Document" else "document"


def _drop_unused(tx: Tx, candidates: dict[str, set[str]]) -> None:
    for name, ids in sorted(candidates.items()):
        link.run_batches(
            tx,
            f"UNWIND $rows AS row MATCH (n:{name} {{id: row}}) WHERE NOT EXISTS {{ (n)--() }} DELETE n",
            sorted(ids),
        )


def _statuses(tx: Tx, document: str) -> dict[str, int]:
    rows = tx.run(
        "MATCH (c:Citation {document: $id}) RETURN c.status AS status, count(c) AS n ORDER BY status",
        id=document,
    )
    return {row["status"]: row["n"] for row in rows}
