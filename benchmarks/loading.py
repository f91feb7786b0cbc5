"""How fast a folder gets into the graph: a fresh embedded store in a temporary folder, gone afterwards."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graph_model import bulk, embedded, load
from graph_model.store import Settings, Store, Tx
from ingest.batch import files_in

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loading:
    """How long a folder took: documents, refused files, what is in the graph, seconds, the store's size."""

    documents: int
    refused: int
    nodes: int
    relationships: int
    seconds: float
    writing: float
    size_bytes: int


class _Timed(Store):
    """A store that knows how long it was written."""

    writing = 0.0

    def write(self, work: Callable[[Tx], T]) -> T:
        begun = time.perf_counter()
        try:
            return super().write(work)
        finally:
            self.writing += time.perf_counter() - begun


def load_folder(folder: Path) -> Loading:
    """Load all documents of a folder into a store of their own."""
    with embedded.apart() as home:
        return _load(folder, Settings(home=home))


def _load(folder: Path, settings: Settings) -> Loading:
    begun = time.perf_counter()
    with _Timed.open(settings) as store:
        load.prepare(store)
        outcomes = list(bulk.load_files(store, files_in(folder)))
        seconds = time.perf_counter() - begun
        (nodes,) = store.read("MATCH (n) RETURN count(n) AS n")
        (edges,) = store.read("MATCH ()-[r]->() RETURN count(r) AS n")
        (documents,) = store.read("MATCH (d:Document) RETURN count(d) AS n")
        return Loading(
            documents["n"],
            sum(one.refused is not None for one in outcomes),
            nodes["n"],
            edges["n"],
            seconds,
            store.writing,
            embedded.status(settings.home).size_bytes,
        )


def folder_line(folder: Path) -> str:
    """Return what :func:`load_folder` measured, in one line."""
    told = load_folder(folder)
    return (
        f"{told.documents} 件（另 {told.refused} 个文件未读入），{told.seconds:.1f} 秒"
        f"（写入 {told.writing:.1f} 秒，启动图库和等待读取 {told.seconds - told.writing:.1f} 秒），"
        f"{told.nodes} 个节点，{told.relationships} 条关系，"
        f"每秒 {told.nodes / told.seconds:.0f} 个节点、{told.relationships / told.seconds:.0f} 条关系，"
        f"图库 {told.size_bytes / 1024 / 1024:.0f} MB"
    )
