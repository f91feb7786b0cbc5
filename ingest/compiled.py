"""The extractors as machine code, where they were compiled from exactly these sources.

The sources are the one place where a rule stands, and run as they are. ``scripts/compile.py`` has mypyc make an
extension module of each of them, which reads texts a third faster (docs/extraction.md). What it makes is used for the very
sources, the Python and the machine that it was made of, and for nothing else: whoever changes a line runs what is
written there, slower, until it is compiled again.
"""

import hashlib
import importlib.util
import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
FOLDER = PACKAGE.parent / "build" / "compiled"
SWITCH = "FATU_COMPILED"
"""Set to 0, this variable of the environment has the sources run as they are."""
GROUP = "fatu_ingest"
"""mypyc puts all modules into one library of this name, and a small file for each beside it."""
INTERPRETED = frozenset(
    {
        "__init__",
        "batch",  # waits for files and processes
        "catalogue",  # reads one table, once
        "compiled",
        "facts",  # pydantic makes its classes while Python runs
        "fetch",  # waits for the network
        "pipeline",  # calls the others once a document
    }
)


def sources() -> list[Path]:
    """Return the modules that are compiled."""
    return [p for p in sorted(PACKAGE.glob("*.py")) if p.stem not in INTERPRETED]


def folder() -> Path:
    """Return where the extension modules of these sources are, or would be."""
    told = hashlib.sha256(f"{sys.version} {EXTENSION_SUFFIXES[0]}".encode())
    for file in sorted(
        PACKAGE.glob("*.py")
    ):  # those that are not compiled, too: they say what is handed over
        told.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return FOLDER / told.hexdigest()[:32]


def use(path: list[str]) -> bool:
    """Let the package whose search path this is be imported from its extension modules; say whether it is so."""
    if os.environ.get(SWITCH) == "0" or not FOLDER.is_dir():
        return False
    home, name = folder(), f"{GROUP}__mypyc"
    spec = importlib.util.spec_from_file_location(name, home / f"{name}{EXTENSION_SUFFIXES[0]}")
    if spec is None or spec.loader is None or not home.is_dir():
        return False
    try:
        library = importlib.util.module_from_spec(spec)
    except ImportError:  # made on another machine, whose libraries this one does not have
        return False
    sys.modules[name] = library
    spec.loader.exec_module(library)
    path.insert(0, str(home / PACKAGE.name))
    return True
