"""A graph of the tests' own behind the pages: the embedded server in a folder of theirs."""

from collections.abc import Iterator

import pytest

from graph_model import embedded


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The folder of the store that all pages open."""
    folder = tmp_path_factory.mktemp("store")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FATU_HOME", str(folder))
        patch.delenv("FATU_NEO4J_URI", raising=False)
        yield str(folder)
        embedded.stop(folder)
