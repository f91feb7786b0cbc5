"""Many files at once: parsed on all cores, told in the order in which they were given.

A bad file is an answer like the others; it never stops the rest.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from ingest.errors import IngestError
from ingest.facts import Facts
from ingest.pipeline import parse
from ingest.readers import read_source

FEW = 16
"""So many files are read sooner by one process than further ones are started."""
_CHUNK = 4


def parse_file(path: Path) -> Facts | IngestError:
    """Return the facts of a file, or why it cannot be read."""
    try:
        return parse(read_source(path))
    except IngestError as error:
        return error


def parse_files(paths: Sequence[Path]) -> Iterator[tuple[Path, Facts | IngestError]]:
    """Yield each file with its facts, or with the reason why there are none."""
    workers = os.cpu_count() or 1
    if len(paths) <= FEW or workers == 1:
        yield from ((path, parse_file(path)) for path in paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from zip(paths, pool.map(parse_file, paths, chunksize=_CHUNK), strict=True)
