"""Many files at once: read on all cores, told in the order in which they were given.

A bad file is an answer like the others; it never stops the rest.
"""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import TypeVar

from ingest.errors import IngestError
from ingest.facts import Facts
from ingest.pipeline import parse
from ingest.readers import SUFFIXES, read_source

T = TypeVar("T")
FEW = 16
"""So many files are read sooner by one process than further ones are started."""
_CHUNK = 4
_MANY_OBJECTS = 1_000_000
"""So many may be left from the files before until they are looked through for what can go: about 100 MB."""


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder, and of those inside it, that a reader knows by their ending, in order."""
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())


def facts_of(path: Path) -> Facts:
    """Return the facts of a file."""
    return parse(read_source(path))


def text_of(path: Path) -> str:
    """Return the words of a file, as offsets count them."""
    return read_source(path).text


def read_files(
    paths: Sequence[Path], read: Callable[[Path], T]
) -> Iterator[tuple[Path, T | IngestError]]:
    """Yield each file with what ``read`` (a function of a module) makes of it, or why it cannot be read."""
    workers = os.cpu_count() or 1
    if len(paths) <= FEW or workers == 1:
        yield from ((path, _read(read, path)) for path in paths)
        return
    done = 0
    try:
        with ProcessPoolExecutor(workers, initializer=_tidy_between_files) as pool:
            for told in pool.map(partial(_read_and_tidy, read), paths, chunksize=_CHUNK):
                yield paths[done], told
                done += 1
    except BrokenProcessPool:  # the system ended one of them, for want of memory as a rule
        yield from ((path, _read(read, path)) for path in paths[done:])


def _tidy_between_files() -> None:
    """In a process that only reads: what is there at its start stays, and no collection interrupts a document.

    Nearly all objects of a document go when it is done; looking through them while it is read takes a tenth
    of the time and finds nothing.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


def _read_and_tidy(read: Callable[[Path], T], path: Path) -> T | IngestError:
    told = _read(read, path)
    if gc.get_count()[0] > _MANY_OBJECTS:
        gc.collect()
    return told


def _read(read: Callable[[Path], T], path: Path) -> T | IngestError:
    try:
        return read(path)
    except IngestError as error:
        return error
