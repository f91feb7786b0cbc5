"""Put documents into the graph, replace them, or take them out: all of it in one transaction, or nothing."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from graph_model import link, rules, schema
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
    written, ``citations`` its citations by status, ``relinked`` how many citations of other documents name
    it: they were linked again.
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
    (result,) = load_rows(store, [rows_of(facts, tokens=tokens)])
    return result


def load_rows(store: Store, batch: Sequence[Rows]) -> list[LoadResult]:
    """Write several documents in one transaction, with one link step for all of them.

    None of them may stand in another's :func:`places`: which of the two stays would be left open.
    """
    return store.write(lambda tx: _load(tx, batch))


def remove(store: Store, document: str) -> None:
    """Take a document out; citations to it go back to its instrument."""
    store.write(lambda tx: _remove(tx, document))


def places(rows: Rows) -> set[tuple[str, ...]]:
    """Return the places that a document takes: of two in one place, the later one stays."""
    return places_of(rows.document, rows.instrument, rows.told)


def places_of(document: str, instrument: str, told: Row) -> set[tuple[str, ...]]:
    """Return the places of a document of an instrument, with what is told of it."""
    undated = told.get("adopted") is None and told.get("effective") is None
    file = {(instrument, str(told["source"]))} if undated else set()
    return {(document,), *file}


def _load(tx: Tx, batch: Sequence[Rows]) -> list[LoadResult]:
    standing = _standing_documents(tx, batch)
    new = [rows for rows in batch if standing.get(rows.document, {}).get("content") != rows.content]
    written = {rows.document for rows in new}
    replaced = _replaced(tx, new)
    before = {document for found in replaced.values() for document in found}
    keys = link.keys_of(tx, before)
    shared = _shared_of(tx, before)
    _sweep(tx, before - written)
    _write(tx, new, renewed=before & written)
    keys |= link.keys_of(tx, written)
    instruments = shared.pop("Instrument", set()) | {rows.instrument for rows in new}
    read_anew = {
        rows.document
        for rows in batch
        if rows.document not in written and standing[rows.document]["rules"] != rules.fingerprint()
    }
    waiting = link.link(tx, written, keys, instruments, again=read_anew)
    _drop_unused(tx, shared)
    # The last thing: what has no content yet is not loaded.
    link.run_batches(
        tx,
        "UNWIND $rows AS row MATCH (d:Document {id: row.id})"
        " SET d.content = row.content, d.rules = row.rules",
        [
            {"id": rows.document, "content": rows.content, "rules": rules.fingerprint()}
            for rows in batch
            if rows.document in written | read_anew
        ],
    )
    statuses = _statuses(tx, written)
    return [
        LoadResult(
            "replaced" if replaced[rows.document] else "loaded",
            rows.document,
            tuple(replaced[rows.document]),
            {
                name: rows.count(name)
                for name in (*schema.OWNED, *schema.SHARED)
                if rows.count(name)
            },
            sum(map(len, rows.relationships.values())),
            statuses[rows.document],
            sum(_names(citation, rows) for citation in waiting),
        )
        if rows.document in written
        else LoadResult("unchanged", rows.document)
        for rows in batch
    ]


def _names(citation: Row, rows: Rows) -> bool:
    """Does a citation name the document, by its title or its number?"""
    return any(
        citation[key] is not None and citation[key] == rows.told.get(key)
        for key in ("title_key", "number_key")
    )


def _remove(tx: Tx, document: str) -> None:
    if not tx.run("MATCH (d:Document {id: $id}) RETURN d.id AS id", id=document):
        raise DocumentUnknown(f"图谱中没有文本“{document}”，无法移除。")
    keys = link.keys_of(tx, [document])
    shared = _shared_of(tx, [document])
    _sweep(tx, [document])
    link.link(tx, [], keys, shared.pop("Instrument", ()))
    _drop_unused(tx, shared)


def _standing_documents(tx: Tx, batch: Sequence[Rows]) -> dict[str, Row]:
    found = tx.run(
        "UNWIND $ids AS id MATCH (d:Document {id: id})"
        " RETURN d.id AS id, d.content AS content, d.rules AS rules",
        ids=[rows.document for rows in batch],
    )
    return {row["id"]: row for row in found}


def _replaced(tx: Tx, new: Sequence[Rows]) -> dict[str, list[str]]:
    """Return, by document, the loaded documents whose place it takes."""
    found = tx.run(
        "UNWIND $rows AS row MATCH (:Instrument {id: row.instrument})<-[:VERSION_OF]-(d:Document)"
        " WHERE d.id = row.id OR (d.source = row.source AND d.adopted IS NULL AND d.effective IS NULL)"
        " RETURN row.id AS document, d.id AS id ORDER BY id",
        rows=[
            {"id": rows.document, "instrument": rows.instrument, "source": rows.told["source"]}
            for rows in new
        ],
    )
    replaced: dict[str, list[str]] = {rows.document: [] for rows in new}
    for row in found:
        replaced[row["document"]].append(row["id"])
    return replaced


def _write(tx: Tx, new: Sequence[Rows], *, renewed: Collection[str]) -> None:
    """Write all rows; of a renewed document, only the nodes that differ from those that stand."""
    writer = _Writer(tx)
    for rows in new:
        if rows.document in renewed:
            writer.clear(rows)
    nodes: dict[tuple[str, str | None], dict[str, Row]] = defaultdict(dict)
    edges: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for rows in new:
        for key, found in rows.nodes.items():
            nodes[key] |= {row["id"]: row for row in found}
        for ends, links in rows.relationships.items():
            edges[ends] += links
        nodes["Instrument", None].setdefault(rows.instrument, {"id": rows.instrument})
        edges["VERSION_OF", "Document", "Instrument"].append(
            {"source": rows.document, "target": rows.instrument}
        )
    for (name, kind), wanted in nodes.items():
        writer.write_nodes(name, kind, wanted)
    for (name, source, target), links in edges.items():
        writer.connect(name, source, target, links)


class _Writer:
    """Writes nodes, and connects them by the elements that the server gave them."""

    def __init__(self, tx: Tx) -> None:
        self.tx = tx
        self.elements: dict[tuple[str, str], str] = {}
        self.standing: dict[str, dict[str, Row]] = defaultdict(dict)

    def clear(self, rows: Rows) -> None:
        """Delete the document's relationships and the nodes that it does not have any more.

        What stays is changed in place: deleting and making thousands of nodes again takes the embedded
        server ten times as long, most of it in the full-text index. Labels never change: a provision of
        another kind goes, and is made again.
        """
        kept = {
            (name, row["id"], row.get("kind") if name == "Provision" else None)
            for (name, _), found in rows.nodes.items()
            for row in found
        }
        for name in schema.OWNED:
            # Collected first: the embedded server loses its way when it deletes what it walks along.
            self.tx.run(
                f"MATCH (n:{name} {{{_owner(name)}: $id}})-[r]-()"
                " WITH collect(DISTINCT r) AS found UNWIND found AS r DELETE r",
                id=rows.document,
            )
            gone = []
            for row in self.tx.run(
                f"MATCH (n:{name} {{{_owner(name)}: $id}})"
                " RETURN elementId(n) AS element, properties(n) AS told",
                id=rows.document,
            ):
                told: Row = row["told"]
                if (name, told["id"], told.get("kind") if name == "Provision" else None) in kept:
                    self.standing[name][told["id"]] = told
                    self.elements[name, told["id"]] = row["element"]
                else:
                    gone.append(told["id"])
            link.run_batches(
                self.tx, f"UNWIND $rows AS row MATCH (n:{name} {{id: row}}) DETACH DELETE n", gone
            )

    def write_nodes(self, name: str, kind: str | None, wanted: dict[str, Row]) -> None:
        """Create the nodes that do not stand, and change those that do where they differ."""
        shared = name in schema.SHARED
        statement = schema.merge_nodes(name) if shared else schema.create_nodes(name, kind)
        standing = self.standing[name]
        new = [row for key, row in wanted.items() if key not in standing]
        for told in link.run_batches(self.tx, statement, new):
            for key, element in zip(told["ids"], told["elements"], strict=True):
                self.elements[name, key] = element
        changed = [
            {"id": key, "told": told}
            for key, row in wanted.items()
            if key in standing and (told := _difference(standing[key], row))
        ]
        link.run_batches(
            self.tx,
            f"UNWIND $rows AS row MATCH (n:{name} {{id: row.id}}) SET n += row.told",
            changed,
        )

    def connect(self, name: str, source: str, target: str, links: list[Row]) -> None:
        """Create relationships, whose rows name both ends by their ids."""
        rows = [
            {
                **row,
                "source": self.elements[source, row["source"]],
                "target": self.elements[target, row["target"]],
            }
            for row in links
        ]
        link.run_batches(self.tx, schema.create_relationships(name, source, target), rows)


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


def _statuses(tx: Tx, documents: Collection[str]) -> dict[str, dict[str, int]]:
    """Return, by document, how many of its citations have which status."""
    rows = tx.run(
        "UNWIND $ids AS id MATCH (c:Citation {document: id})"
        " RETURN id, c.status AS status, count(c) AS n ORDER BY id, status",
        ids=sorted(documents),
    )
    statuses: dict[str, dict[str, int]] = {document: {} for document in documents}
    for row in rows:
        statuses[row["id"]][row["status"]] = row["n"]
    return statuses
