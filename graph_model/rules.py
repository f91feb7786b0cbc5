"""By which rules a text was read: a fingerprint of all that decides what the graph holds of a file's bytes."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ingest import catalogue, lexicon

_ROOT = Path(__file__).resolve().parent.parent
MODULES = (
    "breaches",
    "likely_breaches",
    "link",
    "names",
    "rows",
    "rules",
    "schema",
    "targets",
    "units",
)
"""The modules of this package that make rows and links."""
_CUTTER = "rjieba"


@cache
def fingerprint() -> str:
    """Return a hash of the code that reads and links, and of the words and titles that it knows.

    The same bytes, under the same name and the same fingerprint, need not be read again.
    """
    files = [
        *(_ROOT / "ingest").rglob("*.py"),
        *lexicon.FOLDER.glob("*.txt"),
        catalogue.FILE,
        *(_ROOT / "graph_model" / f"{name}.py" for name in MODULES),
    ]
    told = hashlib.sha256(version(_CUTTER).encode())
    for file in sorted(files):
        told.update(file.relative_to(_ROOT).as_posix().encode())
        told.update(hashlib.sha256(file.read_bytes()).digest())
    return told.hexdigest()
