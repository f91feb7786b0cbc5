"""Answers are remembered while nothing is written, whoever writes, and not beyond."""

import pytest

from graph_model import kept
from graph_model.kept import Kept, Row
from graph_model.store import Store


class Counting:
    """A store of one number that counts how often it is asked."""

    def __init__(self) -> None:
        self.writes, self.reads = 0, 0

    def turn(self) -> int:
        return self.writes

    def read(self, statement: str, /, **params: object) -> list[Row]:
        self.reads += 1
        return [{"n": self.writes, **params}] * int(str(params.get("rows", 1)))

    def fulltext(self, *_: object) -> list[Row]:
        self.reads += 1
        return []


def test_the_same_question_is_asked_once_a_state() -> None:
    store = Counting()
    answers = Kept(store)
    assert [answers.read("q", a=[1])[0]["n"] for _ in range(3)] == [0, 0, 0]
    assert store.reads == 1
    answers.read("q", a=[2])
    assert store.reads == 2
    store.writes += 1
    assert answers.read("q", a=[1])[0]["n"] == 1
    assert store.reads == 3


def test_what_was_written_during_a_reading_is_not_taken_for_older() -> None:
    store = Counting()
    answers = Kept(store)

    def written_meanwhile() -> int:
        store.writes += 1
        return store.writes

    assert answers.recall("a", written_meanwhile) == 1
    assert answers.recall("a", lambda: store.writes) == 1
    store.writes += 1
    assert answers.recall("a", lambda: store.writes) == 2


def test_the_longest_unused_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_ROWS", 10)
    store = Counting()
    answers = Kept(store)
    for rows in (4, 3, 4, 3):  # the second 4 is remembered; a further 3 and 4 do not fit beside it
        answers.read("q", rows=rows)
    assert store.reads == 2
    answers.read("other", rows=4)
    answers.read("q", rows=3)
    assert store.reads == 3
    answers.read("q", rows=4)
    assert store.reads == 4


def test_a_write_of_another_program_is_seen(store: Store) -> None:
    statement = "MATCH (b:Body) RETURN count(b) AS n"
    assert store.kept.read(statement) == [{"n": 0}]
    with Store(store.settings) as other:
        other.write(lambda tx: tx.run("CREATE (:Body {id: '甲', name: '甲'})"))
    assert store.kept.read(statement) == [{"n": 1}]
