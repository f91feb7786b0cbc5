"""Many files into the graph: those already there are left alone, the others read on all cores and written many at once.

Killed at any point and run again, it goes on: a batch is in the graph as a whole or not at all, and a file whose
bytes are there is not read again.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_model import load, rules
from graph_model.errors import ConstraintViolated, QueryFailed
from graph_model.load import LoadResult
from graph_model.rows import FactsBroken, Rows, rows_of
from graph_model.store import Store
from ingest.batch import facts_of, read_files
from ingest.errors import IngestError
from ingest.lexicon import default

BATCH_NODES = 20_000
"""So many nodes are written in one transaction; a single document may have more.

Twice as many save the embedded server nothing, and take it to the end of its memory (FATU_HEAP).
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: the result of its loading, or the reason why it was refused."""

    path: Path
    result: LoadResult | None = None
    title: str = ""
    status: str = ""
    warnings: tuple[str, ...] = ()
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is written for a file, and what its reader must know."""

    rows: Rows
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A document of the graph that was read from one of the files, by the rules of today."""

    document: str
    title: str
    status: str
    places: frozenset[tuple[str, ...]]


def load_files(
    store: Store, paths: Sequence[Path], on_read: Callable[[int], None] = lambda _: None
) -> Iterator[Outcome]:
    """Load files in their order; ``on_read`` is told how many more were read or need not be.

    Of two files that hold the same document, the later one stays, however often they are loaded.
    """
    known = _known(store, paths)
    yield from _unchanged(store, known)
    on_read(len(known))
    last: dict[tuple[str, ...], Path] = {}
    for path in (p for p in paths if p in known):
        last |= dict.fromkeys(known[path].places, path)
    order = {path: number for number, path in enumerate(paths)}
    batch: dict[Path, Prepared] = {}
    for path, told in read_files([p for p in paths if p not in known], prepared):
        on_read(1)
        if isinstance(told, IngestError | FactsBroken):
            yield Outcome(path, refused=str(told))
            continue
        places = load.places(told.rows)
        later = [last[p] for p in places if p in last and order[last[p]] > order[path]]
        if later:
            yield _displaced(path, told, later[0])
            continue
        if batch and not _fits(told.rows, [one.rows for one in batch.values()]):
            yield from _write(store, batch)
            batch = {}
        batch[path] = told
    yield from _write(store, batch)


def prepared(path: Path) -> Prepared | FactsBroken:
    """Return all that is written for a file."""
    facts = facts_of(path)
    warnings = (*(p.message for p in facts.problems), *(u.reason for u in facts.unresolved))
    try:
        return Prepared(rows_of(facts, tokens=default().tokens), warnings)
    except FactsBroken as error:
        return error


def _known(store: Store, paths: Iterable[Path]) -> dict[Path, _Known]:
    """Return the files whose bytes are in the graph under their name, read by the rules of today."""
    found = store.read(
        "MATCH (d:Document)-[:VERSION_OF]->(i:Instrument)"
        " WHERE d.rules = $rules AND d.content IS NOT NULL"
        " RETURN d.id AS id, d.sha256 AS sha256, d.source AS source, d.title AS title,"
        " d.status AS status, d.adopted AS adopted, d.effective AS effective, i.id AS instrument",
        rules=rules.fingerprint(),
    )
    standing = {
        (row["sha256"], row["source"]): _Known(
            row["id"],
            row["title"],
            row["status"],
            frozenset(load.places_of(row["id"], row["instrument"], row)),
        )
        for row in found
    }
    if not standing:
        return {}
    known = {}
    for path in paths:
        try:
            key = hashlib.sha256(path.read_bytes()).hexdigest(), path.name
        except OSError:
            continue  # its reader will say what is wrong with it
        if key in standing:
            known[path] = standing[key]
    return known


def _unchanged(store: Store, known: dict[Path, _Known]) -> Iterator[Outcome]:
    warnings: dict[str, list[str]] = {}
    for row in store.read(
        "UNWIND $ids AS id MATCH (p:Problem {document: id})"
        " RETURN id, p.message AS message ORDER BY id, p.seq",
        ids=sorted({one.document for one in known.values()}),
    ):
        warnings.setdefault(row["id"], []).append(row["message"])
    for path, one in known.items():
        result = LoadResult("unchanged", one.document)
        told = tuple(warnings.get(one.document, ()))
        yield Outcome(path, result, one.title, one.status, told)


def _displaced(path: Path, told: Prepared, later: Path) -> Outcome:
    document = told.rows.told
    warning = f"与“{later}”是同一文本，以该文件为准"
    result = LoadResult("unchanged", told.rows.document)
    return Outcome(path, result, document["title"], document["status"], (warning, *told.warnings))


def _fits(rows: Rows, batch: Sequence[Rows]) -> bool:
    """Can a document go into the transaction of others: is there room, and none that it displaces?"""
    size = sum(one.size for one in batch) + rows.size
    taken = {place for one in batch for place in load.places(one)}
    return size <= BATCH_NODES and not taken & load.places(rows)


def _write(store: Store, batch: dict[Path, Prepared]) -> Iterator[Outcome]:
    """Write a batch; where the store refuses it, its halves, down to the file that is the reason."""
    if not batch:
        return
    try:
        results = load.load_rows(store, [one.rows for one in batch.values()])
    except (ConstraintViolated, QueryFailed) as error:
        if len(batch) == 1:
            yield from (Outcome(path, refused=f"{path.name}：{error}") for path in batch)
            return
        items = list(batch.items())
        yield from _write(store, dict(items[: len(items) // 2]))
        yield from _write(store, dict(items[len(items) // 2 :]))
        return
    for (path, one), result in zip(batch.items(), results, strict=True):
        told = one.rows.told
        yield Outcome(path, result, told["title"], told["status"], one.warnings)
