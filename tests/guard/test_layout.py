"""Rules of the layout that no reviewer has to remember: imports point one way, a library has one owner."""

import ast
from pathlib import Path

import pytest

PACKAGES = {
    "ingest": {"ingest"},
    "graph_model": {"graph_model", "ingest"},
    "exports": {"exports", "graph_model", "ingest"},
    "views": {"views", "exports", "graph_model", "ingest"},
}
OURS = {*PACKAGES, "app", "cli"}
OWNERS = {
    "streamlit": ("app.py", "views/"),
    "pyvis": ("views/parts/",),
    "neo4j": ("graph_model/store.py",),
    "arcadedb_embedded": ("graph_model/embedded.py",),
    "jieba": ("ingest/lexicon.py",),
    "rjieba": ("ingest/lexicon.py",),
    "httpx": ("ingest/fetch.py",),
    "ahocorasick": ("ingest/",),
    "sklearn": ("graph_model/likeness.py",),
    "onnxruntime": ("graph_model/meaning.py",),
    "tokenizers": ("graph_model/meaning.py",),
    "rapidfuzz": ("graph_model/differences.py", "graph_model/relations.py"),
}


def modules(path: Path) -> set[str]:
    """The top-level modules that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def product_files(root: Path) -> list[Path]:
    """All Python files of the product."""
    files = [root / "cli.py", root / "app.py"]
    files += [p for name in PACKAGES for p in sorted((root / name).rglob("*.py"))]
    return [p for p in files if p.exists()]


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_point_down_only(package: str, root: Path) -> None:
    for path in sorted((root / package).rglob("*.py")):
        assert modules(path) & OURS <= PACKAGES[package], path


@pytest.mark.parametrize("library", OWNERS)
def test_a_library_has_one_owner(library: str, root: Path) -> None:
    importers = [str(p.relative_to(root)) for p in product_files(root) if library in modules(p)]
    assert [p for p in importers if not p.startswith(OWNERS[library])] == []
