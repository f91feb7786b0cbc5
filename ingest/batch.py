"""Many files at once: read on all cores, told in the order in which they were given.

A bad file is an answer like the others; it never stops the rest.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
_AHEAD = 32
"""So many chunks a worker may be ahead: where what is read is taken slowly, more would only fill the memory."""


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
    chunks = [paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK)]
    done = 0
    try:
        with ProcessPoolExecutor(workers, initializer=_end_with_parent) as pool:
            pending = deque(pool.submit(_read_all, read, c) for c in chunks[: workers * _AHEAD])
            try:
                for number in range(len(chunks)):
                    for told in pending.popleft().result():
                        yield paths[done], told
                        done += 1
                    for chunk in chunks[number + workers * _AHEAD :][:1]:
                        pending.append(pool.submit(_read_all, read, chunk))
            finally:
                pool.shutdown(cancel_futures=True)
    except BrokenProcessPool:  # the system ended one of them, for want of memory as a rule
        yield from ((path, _read(read, path)) for path in paths[done:])


def _end_with_parent() -> None:
    """End this process when its parent has ended, however that was; by itself it would wait for work forever,
    and hold on to the files and connections that it has from its parent."""

    def watch() -> None:
        if parent := multiprocessing.parent_process():
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _read_all(read: Callable[[Path], T], paths: Sequence[Path]) -> list[T | IngestError]:
    return [_read(read, path) for path in paths]


def _read(read: Callable[[Path], T], path: Path) -> T | IngestError:
    try:
        return read(path)
    except IngestError as error:
        return error
