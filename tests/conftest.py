"""Places that tests read from, and the language model where it is installed."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from graph_model import meaning

# A test that is slow on a busy machine is not wrong.
settings.register_profile("fatu", deadline=None)
settings.load_profile("fatu")

# Tests run what is written in the sources, unless a command of the Makefile says otherwise.
os.environ.setdefault("FATU_COMPILED", "0")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("FATU_SHARED", ROOT.parent / "shared"))


WHY_NOT = {
    "shared": None if SHARED.is_dir() else f"未找到 shared 目录（{SHARED}，可用 FATU_SHARED 指定）",
    "model": meaning.missing(),
}
"""Fixtures that not every machine has, and why this one has not."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in a line, even under -q, what is left out where the labelled texts or the model are not at hand."""
    for why in filter(None, WHY_NOT.values()):
        terminalreporter.write_line(f"{why}：略去需要它的测试组")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the groups that need what is not at hand; in CI that is a failure."""
    lacking = {name: why for name, why in WHY_NOT.items() if why}
    if lacking and os.environ.get("CI"):
        raise pytest.UsageError(f"CI 不允许略去测试：{'；'.join(lacking.values())}")
    left_out = [item for item in items if lacking.keys() & set(getattr(item, "fixturenames", ()))]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled texts and of the corpus, beside the project."""
    return SHARED


@pytest.fixture(scope="session")
def regulation(root: Path) -> Path:
    """The regulation as received."""
    return root / "data" / "regulations" / "000_636348b3dc9e2543.txt"


@pytest.fixture(scope="session")
def model() -> meaning.Meaning:
    """The language model, loaded once."""
    found = meaning.installed()
    assert found is not None
    return found
