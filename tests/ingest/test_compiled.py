"""The extractors as machine code: used for the sources that they were made of only, and finding the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import compiled
from tests.corpus import hundred
from tests.hostile import TEXT

READ = """
import hashlib, sys
from pathlib import Path
import ingest.citations
from ingest.batch import facts_of, files_in
print(ingest.COMPILED, Path(ingest.citations.__file__).suffix)
for path in files_in(Path(sys.argv[1])):
    print(path.name, hashlib.sha256(facts_of(path).to_json().encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def checkout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what reads texts, with what was compiled of it."""
    assert compiled.folder().is_dir(), "make setup compiles the extractors; run it after a change"
    copy = tmp_path_factory.mktemp("checkout")
    for folder in ("ingest", "data", "build/compiled"):
        shutil.copytree(root / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def told(checkout: Path, texts: Path, switch: str | None) -> list[str]:
    """What a new Python says that reads these texts there: first whether it runs machine code."""
    environment = {k: v for k, v in os.environ.items() if k != compiled.SWITCH}
    environment |= {"PYTHONPATH": str(checkout), "PYTHONIOENCODING": "utf-8"}
    environment |= {compiled.SWITCH: switch} if switch is not None else {}
    done = subprocess.run(
        [sys.executable, "-c", READ, str(texts)],
        cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


def test_both_find_the_same(checkout: Path, shared: Path, regulation: Path, tmp_path: Path) -> None:
    shutil.copy(regulation, tmp_path)
    (tmp_path / "hostile.txt").write_text(TEXT, encoding="utf-8")
    for number, content in enumerate(hundred(shared).values()):
        (tmp_path / f"{number}.md").write_bytes(content)

    machine_code, sources = told(checkout, tmp_path, None), told(checkout, tmp_path, "0")

    assert (machine_code[0], sources[0]) == ("True .so", "False .py")
    assert machine_code[1:] == sources[1:]
    assert len(sources) == 103


def test_a_changed_source_runs_as_it_is(checkout: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(checkout, changed)
    with (changed / "ingest" / "numerals.py").open("a", encoding="utf-8") as source:
        source.write("# changed\n")

    assert told(changed, tmp_path / "none", None) == ["False .py"]


def test_a_library_that_cannot_be_loaded_is_not_used(checkout: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    shutil.copytree(checkout, damaged)
    for library in (damaged / "build" / "compiled").rglob(f"{compiled.GROUP}*"):
        library.write_bytes(b"of another machine")

    assert told(damaged, tmp_path / "none", None) == ["False .py"]


def test_every_module_is_compiled_or_said_not_to_be(root: Path) -> None:
    names = {path.stem for path in (root / "ingest").glob("*.py")}
    assert names >= compiled.INTERPRETED
    assert {path.stem for path in compiled.sources()} == names - compiled.INTERPRETED


def test_nothing_that_is_compiled_caches_a_property() -> None:
    using = [p.name for p in compiled.sources() if "cached_property" in p.read_text("utf-8")]
    assert using == [], (
        "mypyc computes it anew at each access: set the attribute when the object is made"
    )
