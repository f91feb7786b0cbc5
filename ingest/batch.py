"""Many files at once: read on all cores, told in the order in which they were given.

A bad file is an answer like the others; it never stops the rest.
"""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
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
        with ProcessPoolExecutor(workers, initializer=_interrupt_no_more) as pool:
            for told in pool.map(partial(_read_and_tidy, read), paths, chunksize=_CHUNK):
                yield paths[done], told
                done += 1
    except BrokenProcessPool:  # the system ended one of them, for want of memory as a rule
        yield from ((path, _read(read, path)) for path in paths[done:])


@contextmanager
def uninterrupted() -> Iterator[None]:
    """While one text after the other is read: no collection of garbage in the midst of one.

    Nearly all objects of a text go with it, without the collector; its passes in between take a tenth of the
    time and find next to nothing. What is left is seen to by :func:`collect_what_is_left`, between texts.
    """
    _interrupt_no_more()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


def _interrupt_no_more() -> None:
    gc.collect()
    gc.freeze()
    gc.disable()


def collect_what_is_left() -> None:
    """Between two texts: let the collector see what gathered, where that is much."""
    if gc.get_count()[0] > _MANY_OBJECTS:
        gc.collect()


def _read_and_tidy(read: Callable[[Path], T], path: Path) -> T | IngestError:
    told = _read(read, path)
    collect_what_is_left()
    return told


def _read(read: Callable[[Path], T], path: Path) -> T | IngestError:
    try:
        return read(path)
    except IngestError as error:
        return error
