"""What a norm says around its modal word, in sentences written for these tests."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import pipeline
from ingest.facts import NormFacts
from ingest.norm_parts import A_THING, NO_BEARER, OPEN_BEARER
from ingest.source import Source


def norms_of(sentence: str) -> list[NormFacts]:
    return pipeline.parse(Source.of_text(f"某市灌区管理办法\n第一条 {sentence}\n")).norms


# reason: (sentence, what the parts of its first norm are)
PARTS: dict[str, tuple[str, dict[str, Any]]] = {
    "what is done goes to the end of the clause": (
        "灌区管理单位应当编制用水计划，并在村口张贴。",
        {"action": "编制用水计划，并在村口张贴", "bearer": "灌区管理单位", "force": "must"},
    ),
    "a condition ends in 的": (
        "水位超过警戒线的，值守人员应当关闭闸门。",
        {"conditions": ["水位超过警戒线的"], "bearer": "值守人员"},
    ),
    "a time before the party is a condition": (
        "接到报告后，值守人员应当赶到现场。",
        {"conditions": ["接到报告后"], "bearer": "值守人员"},
    ),
    "an exception after the norm": (
        "任何单位不得在渠道内取土，但抢险取土的除外。",
        {"exceptions": ["但抢险取土的除外"], "force": "must_not"},
    ),
    "an exception before the norm": (
        "除抢险需要外，用水户不得擅自开启闸门。",
        {"exceptions": ["除抢险需要外"], "conditions": [], "bearer": "用水户"},
    ),
    "to whom it is reported": (
        "灌区管理单位应当向市水利局报告险情。",
        {"counterpart": "市水利局"},
    ),
    "together with whom": (
        "市水利局应当会同市财政局制定水价方案。",
        {"bearer": "市水利局", "assisting": ["市财政局"]},
    ),
    "who helps": (
        "市水利局应当组织抢修，乡镇人民政府予以配合。",
        {"bearer": "市水利局", "assisting": ["乡镇人民政府"]},
    ),
    "how often": (
        "灌区管理单位应当每半年至少检修一次闸门。",
        {"frequency": [("half-year", 1)]},
    ),
    "until when": (
        "市水利局应当自受理之日起五个工作日内答复。",
        {"deadlines": ["五个工作日内"]},
    ),
    "a thing as the subject names nobody": (
        "用水申请书应当载明灌溉面积。",
        {"bearer": None, "reason": A_THING},
    ),
    "nobody at all": ("应当节约用水。", {"bearer": None, "reason": NO_BEARER}),
    "有关部门 leaves open who it is": (
        "有关部门应当予以支持。",
        {"bearer": "有关部门", "reason": OPEN_BEARER},
    ),
}


@pytest.mark.parametrize("reason", PARTS)
def test_parts(reason: str) -> None:
    sentence, wanted = PARTS[reason]
    norm = norms_of(sentence)[0]
    found = {name: getattr(norm, name) for name in wanted}
    if "frequency" in wanted:
        found["frequency"] = [(f.per, f.min) for f in norm.frequency]
    assert found == wanted


# reason: (sentence, the clause of each norm)
CLAUSES = {
    "norms of one sentence share it at what leads to the next": (
        "用水户应当缴纳水费，逾期不缴的，供水单位可以停止供水。",
        ["用水户应当缴纳水费", "逾期不缴的，供水单位可以停止供水"],
    ),
    "a semicolon always parts": (
        "用水户应当缴纳水费；供水单位不得多收。",
        ["用水户应当缴纳水费", "供水单位不得多收"],
    ),
    "two words of one segment share their clause": (
        "水利局应当负责渠道的维修。",
        ["水利局应当负责渠道的维修", "水利局应当负责渠道的维修"],
    ),
}


@pytest.mark.parametrize("reason", CLAUSES)
def test_clauses(reason: str) -> None:
    sentence, wanted = CLAUSES[reason]
    assert [n.text for n in norms_of(sentence)] == wanted


def test_a_modifier_mark_inside_another_word_is_none() -> None:
    (norm,) = norms_of("市水利局应当会同市财政局从严审核目的地水价。")
    assert norm.assisting == ["市财政局"]


def test_a_norm_may_go_on_in_the_items_below() -> None:
    facts = pipeline.parse(
        Source.of_text(
            "某市灌区管理办法\n第一条 值守人员应当做到：\n（一）按时到岗；\n（二）不得饮酒。\n"
        )
    )
    assert [(n.at, n.lists) for n in facts.norms] == [("1.1", True), ("1.1.2", False)]


@given(
    st.lists(
        st.sampled_from(
            [
                "值守人员",
                "应当",
                "不得",
                "可以",
                "关闭",
                "闸门",
                "的",
                "，",
                "；",
                "。",
                "除",
                "外",
                "每月",
                "一次",
                "向",
                "水利局",
                "报告",
                "会同",
                "十日内",
            ]
        ),
        min_size=1,
        max_size=30,
    )
)
def test_every_part_stands_in_the_clause_and_the_clause_in_the_text(words: list[str]) -> None:
    source = Source.of_text("某市灌区管理办法\n第一条 " + "".join(words) + "\n")
    for norm in pipeline.parse(source).norms:
        assert source.quote(norm.start, norm.end) == norm.text
        assert norm.word in norm.text
        for part in (
            norm.action,
            *norm.conditions,
            *norm.exceptions,
            norm.counterpart,
            *norm.deadlines,
        ):
            assert part is None or part in norm.text
        if norm.bearer_span is not None:
            assert source.quote(*norm.bearer_span) == norm.bearer
        assert (norm.bearer is None) <= (norm.reason is not None)
