"""A pair of texts written for the tests: a short law, and a draft regulation with every relation to it."""

from pathlib import Path

import pytest

from graph_model.align import Alignment, align
from graph_model.sides import sides_of_facts
from ingest.batch import facts_of

FOLDER = Path(__file__).parent
UPPER, LOWER = FOLDER / "upper.txt", FOLDER / "lower.txt"


def comparison() -> Alignment:
    """Return the comparison of the pair."""
    return align(*sides_of_facts(facts_of(UPPER), facts_of(LOWER)))


@pytest.fixture(scope="session")
def compared() -> Alignment:
    """The comparison of the pair, made once."""
    return comparison()
