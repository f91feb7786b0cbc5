"""Sentences taken apart: subject, modal word, condition, and one clause for each predicate."""

import pytest

from ingest.clauses import Clause, clauses_of
from ingest.lexicon import default
from ingest.provisions import Stretch
from ingest.source import Source
from ingest.structure import read_article


def taken_apart(sentence: str) -> tuple[Clause, ...]:
    structure = read_article(f"第一条 {sentence}", "第一条")
    return clauses_of(Stretch.whole(structure.by_address["1.1"]), default())


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param(
            "贯彻上级部署，落实管护经费，推动问题整改",
            ["贯彻上级部署", "落实管护经费", "推动问题整改"],
            id="a verb with its own object after each comma",
        ),
        pytest.param(
            "研究管护重点、解决突出问题",
            ["研究管护重点", "解决突出问题"],
            id="、 between predicates that have each an object",
        ),
        pytest.param(
            "组织开展巡查、保洁等工作", ["组织开展巡查、保洁等工作"], id="、 inside one object"
        ),
        pytest.param(
            "设立管护资金并列入年度预算",
            ["设立管护资金", "列入年度预算"],
            id="并 between predicates that have each an object",
        ),
        pytest.param("制定并落实管护方案", ["制定并落实管护方案"], id="two verbs share one object"),
        pytest.param("组织制定和实施管护规划", ["组织制定和实施管护规划"], id="和 never cuts"),
        pytest.param(
            "按照分级管理原则，明确管护单位",
            ["按照分级管理原则，明确管护单位"],
            id="an adjunct stays with the verb that follows",
        ),
        pytest.param(
            "把河湖管护纳入议事日程，列入考核内容",
            ["把河湖管护纳入议事日程", "列入考核内容"],
            id="把 before the verb",
        ),
        pytest.param(
            "每季度至少1次听取工作汇报",
            ["听取工作汇报"],
            id="a free-standing frequency is not part of it",
        ),
        pytest.param(
            "组织编制河流、湖泊，水库的管护方案",
            ["组织编制河流、湖泊，水库的管护方案"],
            id="an object enumerated over a comma",
        ),
    ],
)
def test_predicates(sentence: str, words: list[str]) -> None:
    assert [c.words.text for c in taken_apart(sentence)] == words


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        pytest.param(
            "县级人民政府应当建立台账，并定期更新。",
            [("县级人民政府", "应当", "建立台账"), ("县级人民政府", "应当", "定期更新")],
            id="subject and modal word carry over",
        ),
        pytest.param(
            "河长办负责日常协调；水利部门按照职责分工做好技术指导。",
            [("河长办", "直陈", "负责日常协调"), ("水利部门", "直陈", "按照职责分工做好技术指导")],
            id="another subject after ；",
        ),
        pytest.param(
            "发现问题的，由乡镇人民政府处置。",
            [("乡镇人民政府", "直陈", "处置")],
            id="由 names the subject",
        ),
        pytest.param(
            "考核结果等，应当作为奖惩依据。",
            [(None, "应当", "作为奖惩依据")],
            id="a thing is no subject",
        ),
        pytest.param(
            "被考核单位对结果不服的，可以申请复核，考核机关应当答复。",
            [("被考核单位", "可以", "申请复核"), ("考核机关", "应当", "答复")],
            id="the subject stands before its condition",
        ),
        pytest.param(
            "县水利局可以启动约谈程序，或者有关部门按规定组织约谈。",
            [("县水利局", "可以", "启动约谈程序"), ("有关部门", "可以", "按规定组织约谈")],
            id="an alternative keeps the modal word",
        ),
        pytest.param(
            "水利部门不得泄露举报人信息。",
            [("水利部门", "不得", "泄露举报人信息")],
            id="a prohibition",
        ),
    ],
)
def test_subjects_and_modal_words(sentence: str, rows: list[tuple[str | None, str, str]]) -> None:
    found = [
        (c.subject.text if c.subject else None, c.modality, c.words.text.rstrip("。"))
        for c in taken_apart(sentence)
    ]
    assert found == rows


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("巡查发现问题的，应当立即报告", "巡查发现问题的"),
        ("有关部门在评选先进时，应当征求意见", "在评选先进时"),
        ("决定作出后，应当及时公布", "决定作出后"),
        ("水利部门应当定期检查", None),
    ],
)
def test_conditions(sentence: str, condition: str | None) -> None:
    found = taken_apart(sentence)[0].condition
    assert (found.text if found else None) == condition


def test_words_lead_back_to_the_source() -> None:
    text = "某县办法\n第一条 水利部门应当建立台账，\n— 1 —\n并定期更新。\n"
    from ingest.structure import read_structure

    structure = read_structure(Source.of_text(text))
    clauses = clauses_of(Stretch.whole(structure.by_address["1.1"]), default())
    assert [structure.source.quote(*c.words.span) for c in clauses] == ["建立台账", "定期更新。"]
