"""Which matters clauses speak of, in whatever words, and how much they share of them."""

import numpy as np
import pytest

from graph_model.likeness import share_matters
from graph_model.matters import matters_in
from ingest.lexicon import read_words

SPOKEN: tuple[tuple[str, set[str], str], ...] = (
    ("任何人可以检举。", {"举报"}, "a word of a matter other than its name"),
    ("设立专项资金，列入财政预算。", {"经费"}, "two words of one matter count once"),
    ("制定预案并定期演练。", {"预案"}, "its name is a word too"),
    ("本章所称甲乙丙丁。", set(), "of no matter"),
    ("", set(), "no words"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "matters", "why"), SPOKEN, ids=[s[-1] for s in SPOKEN])
def test_clauses_speak_of_matters(words: str, matters: set[str], why: str) -> None:
    assert matters_in(words) == matters, why


def test_what_few_articles_speak_of_counts_more() -> None:
    above = ["检举。", "鼓励捐赠，检举。", "检举。"]
    below = ["募集，控告。", "控告。", "鉴于甲乙。"]
    shared = share_matters((above, below), (np.arange(3), np.arange(3)))
    assert shared[1, 0] == pytest.approx(1.0), "the same two matters"
    assert 0 < shared[0, 0] < shared[1, 0], "only the one that many speak of"
    assert shared[:, 2].tolist() == [0, 0, 0], "no matter"


def test_no_matter_stands_twice_and_each_has_words_of_its_own() -> None:
    rows = [line.split() for line in read_words("matters")]
    names = [name for name, *_ in rows]
    assert sorted(set(names)) == sorted(names)
    assert all(words and len(set(words)) == len(words) for _, *words in rows)
