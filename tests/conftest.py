"""Places that tests read from."""

import os
from pathlib import Path

import pytest

# Tests run what is written in the sources, unless a command of the Makefile says otherwise.
os.environ.setdefault("FATU_COMPILED", "0")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("FATU_SHARED", ROOT.parent / "shared"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line, even under -q, what is left out where the labelled texts are not at hand."""
    if not SHARED.is_dir():
        terminalreporter.write_line(
            "未找到 shared 目录（可用 FATU_SHARED 指定）：略去标注语料与法规语料的测试组"
        )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the groups that read shared/ where it is not; in CI that is a failure."""
    if SHARED.is_dir():
        return
    if os.environ.get("CI"):
        raise pytest.UsageError(f"CI 需要 shared 目录：{SHARED}")
    left_out = [item for item in items if "shared" in getattr(item, "fixturenames", ())]
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
