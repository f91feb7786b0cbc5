"""The parts of a clause between two marks, and how far one is ahead with a part of another clause."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.align import aligned
from graph_model.likeness import likeness
from graph_model.matching import weights_of
from graph_model.meaning import Meaning
from graph_model.parts import Parts, ahead, lead, matter, parts_of, split
from graph_model.sides import sides_of_facts
from tests.align.test_align import facts_of
from tests.align.test_matching import UPPER

SPLIT: tuple[tuple[str, list[str], str], ...] = (
    ("应当配备救生圈和瞭望台。", ["应当配备救生圈和瞭望台"], "one part"),
    ("支持种植中药材，推动药材提升品质。", ["支持种植中药材，推动药材提升品质"], "seven characters say nothing of themselves"),
    ("发生溺水事故的，经营者应当立即报告；", ["发生溺水事故的，经营者应当立即报告"], "nor do they where a condition ends"),
    ("鼓励保险机构开发保险，支持。", ["鼓励保险机构开发保险，支持"], "what is short at the end stays with what goes before"),
    ("应当履行下列职责：建立健全责任制度；组织制定操作规程；", ["应当履行下列职责", "建立健全责任制度", "组织制定操作规程"], "each item is a part"),
    ("，，。", [], "nothing but marks"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "parts", "why"), SPLIT, ids=[row[-1] for row in SPLIT])
def test_a_clause_is_split_between_its_marks(text: str, parts: list[str], why: str) -> None:
    assert list(split(text)) == parts, why


MATTERS: tuple[tuple[str, str, str], ...] = (
    ("县级以上人民政府应当配备救生圈和瞭望台", "配备救生圈和瞭望台", "who and 应当"),
    ("禁止擅自拆除瞭望台", "擅自拆除瞭望台", "nobody is named"),
    ("配备救生圈和瞭望台", "配备救生圈和瞭望台", "an item of a list"),
    ("必要时，救生机构应当配备救生圈", "必要时，救生机构应当配备救生圈", "a condition before it is kept"),
    ("由救生员负责检查", "由救生员负责检查", "too little would be left"),
)  # fmt: skip


@pytest.mark.parametrize(("part", "left", "why"), MATTERS, ids=[row[-1] for row in MATTERS])
def test_the_matter_of_a_part_is_without_who_does_it(part: str, left: str, why: str) -> None:
    assert matter(part) == left, why


@given(st.text(alphabet="水域救生员，。；： ", max_size=60))
def test_no_character_is_lost_or_stands_in_two_parts(text: str) -> None:
    bare = [c for c in text if c in "水域救生员"]
    assert [c for part in split(text) for c in part if c in "水域救生员"] == bare


def test_every_clause_has_a_part_with_its_article() -> None:
    parts = parts_of(["鼓励保险机构开发保险，支持社会力量参与救生", "。"], np.array([0, 3]))
    assert list(parts.words) == ["鼓励保险机构开发保险", "支持社会力量参与救生", "。"]
    assert (parts.clauses.tolist(), parts.articles.tolist()) == ([0, 0, 1], [0, 0, 3])


def test_a_lead_is_over_other_articles_not_over_the_own_one() -> None:
    near = np.array([[0.9], [0.8], [0.3]])
    assert lead(near, np.array([0, 0, 1])).ravel().tolist() == pytest.approx([0.6, 0.5, -0.6])
    assert lead(near, np.array([0, 0, 0])).tolist() == [[0.0], [0.0], [0.0]]


def test_a_lead_may_be_over_the_second_of_other_articles() -> None:
    near = np.array([[0.9], [0.8], [0.3], [0.1]])
    over = lead(near, np.array([0, 1, 2, 3]), 2).ravel().tolist()
    assert over == pytest.approx([0.6, 0.5, -0.5, -0.7])
    assert lead(near, np.array([0, 0, 1, 1]), 2).ravel().tolist() == [0.0, 0.0, 0.0, 0.0]


def test_of_two_clauses_the_parts_that_are_most_ahead_count() -> None:
    upper = Parts(["甲", "乙"], np.array([0, 1]), np.array([0, 1]))
    lower = Parts(["丙", "丁"], np.array([0, 0]), np.array([0, 0]))
    near = np.array([[0.9, 0.2], [0.5, 0.6]])
    assert ahead(near, upper, lower, (2, 1), over=1).ravel().tolist() == pytest.approx([0.4, 0.4])


@pytest.mark.parametrize("by", ["meaning", "words"])
def test_each_of_several_matters_of_a_clause_has_its_counterpart(by: str, model: Meaning) -> None:
    sentence = (
        "海滨浴场的经营者应当配备救生圈，对救生员进行业绩考核，发生溺水事故的立即报告体育主管部门。"
    )
    lower = facts_of("江海市条例", [sentence, "本条例由市人民政府解释。"])
    sides = sides_of_facts(facts_of("水域法", UPPER), lower)
    like = likeness(*sides, model if by == "meaning" else None)
    found = aligned(*sides, like, weights_of(like))
    assert {p.upper for p in found.pairs if p.lower == "1"} == {"3", "4", "5"}
