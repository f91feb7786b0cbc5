"""Two loaded texts are compared as two files are."""

import pytest

from graph_model import load
from graph_model.align import align
from graph_model.load import DocumentUnknown
from graph_model.sides import sides_of_facts, sides_of_store
from graph_model.store import Store
from ingest.batch import facts_of
from ingest.lexicon import default
from tests.align.conftest import LOWER, UPPER
from tests.graph.pictures import emptied


def test_loaded_texts_give_the_same_comparison(store: Store) -> None:
    upper, lower = facts_of(UPPER), facts_of(LOWER)
    for facts in (upper, lower):
        load.load(store, facts, tokens=default().tokens)
    ids = upper.document.id, lower.document.id
    assert sides_of_store(store, *ids) == sides_of_facts(upper, lower)
    found = align(*sides_of_store(store, *ids))
    assert found.to_plain() == align(*sides_of_facts(upper, lower)).to_plain()


def test_a_text_that_is_not_loaded_is_named(store: Store) -> None:
    with pytest.raises(DocumentUnknown, match="图谱中没有文本“没有@2020”"):
        sides_of_store(emptied(store), "没有@2020", "没有@2020")
