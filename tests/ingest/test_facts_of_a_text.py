"""What is found in a whole text, part by part, on an invented regulation."""

from typing import Any

import pytest

from ingest import (
    accountability,
    consequences,
    deadlines,
    definitions,
    duties,
    factors,
    final,
    obligations,
    procedures,
    rewards,
    roles,
)
from ingest.facts import Found
from ingest.lexicon import default
from ingest.pipeline import parse
from ingest.readers import read_bytes
from ingest.source import Source
from ingest.structure import read_structure
from tests.ingest.invented import TEXT

STRUCTURE = read_structure(Source.of_text(TEXT))
ASSIGNMENTS = roles.find_assignments(STRUCTURE, default())
ROLES = roles.find_roles(ASSIGNMENTS)
DUTIES = duties.find_duties(STRUCTURE, ASSIGNMENTS, ROLES, default())
HELD = accountability.find_accountability(STRUCTURE, [], default())
NORMS = obligations.find_obligations(STRUCTURE, ASSIGNMENTS, default())


def test_roles() -> None:
    assert {(r.at, r.name, r.level, r.organ, r.responsibility, r.applies) for r in ROLES} == {
        ("3.1", "各级总河长", "all", None, "总责", "直接"),
        ("3.1", "分管负责人", "all", None, "重要领导责任", "直接"),
        ("3.2", "市直单位负责人", "city", "市直单位", None, "参照"),
        ("4.1", "县级总河长", "county", None, "总责", "直接"),
        ("5.1", "乡镇长", "township", None, None, "直接"),
    }


def test_duties() -> None:
    names = {r.id: r.name for r in ROLES}
    assert [(d.at, [names[r] for r in d.roles], d.clauses) for d in DUTIES] == [
        ("4.1.1", ["县级总河长"], ["组织编制管护方案", "主持召开1次专题会议"]),
        ("4.1.2", ["县级总河长"], ["督促有关部门查处违法行为"]),
        ("5.1", ["乡镇长"], ["巡查不少于二次", "建立问题台账", "及时销号"]),
    ]
    often = [(d.at, f.actor, f.min, f.per) for d in DUTIES for f in d.frequency]
    assert often == [("4.1.1", "县级总河长", 1, "half-year"), ("5.1", "乡镇长", 2, "month")]


def test_norms_on_organs() -> None:
    assert [(o.at, o.body, o.modality) for o in NORMS] == [
        ("6.1", "市水利局", "应当"),
        ("6.1", "县级人民政府", "应当"),
        ("8.1", "市总河长", "直陈"),
        ("12.1", None, "可以"),
        ("12.1", "市水利局", "应当"),
    ]
    assert [(o.at, f.min, f.per, f.when) for o in NORMS for f in o.frequency] == [
        ("6.1", 1, "year", "第一季度")
    ]


def test_violations_and_what_is_laid_on_them() -> None:
    assert [(v.at, v.kind, v.text) for v in HELD.violations] == [
        ("8.1.1", "violation", "未按照本细则第四条履行职责的"),
        ("8.1.2", "violation", "瞒报污染事件的"),
        ("9.1", "condition", "弄虚作假的"),
        ("10.1", "condition", "阻碍调查的"),
    ]
    assert [(s.at, s.name, s.applies_to, s.by, s.condition) for s in HELD.sanctions] == [
        ("8.1", "约谈", ["8"], "市总河长", None),
        ("8.1", "诫勉", ["8"], None, "情节严重的"),
        ("9.1", "责令作出书面检查", ["violation-9.1-1"], None, "弄虚作假的"),
        ("9.1", "取消当年评优资格", ["violation-9.1-1"], None, "弄虚作假的"),
    ]


def test_consequences() -> None:
    rows = consequences.find_consequences(STRUCTURE)
    assert [(c.at, c.sanction, c.months, c.bars) for c in rows] == [
        ("11.1", "诫勉", 6, ["提拔"]),
        ("11.1", "撤职", 24, ["担任领导职务"]),
    ]


def test_factors() -> None:
    rows = factors.find_factors(STRUCTURE, default())
    assert [(f.at, f.kind, f.text) for f in rows] == [
        ("10.1", "mitigating", "主动整改的"),
        ("10.1", "aggravating", "阻碍调查的"),
    ]


def test_rewards() -> None:
    rows = rewards.find_rewards(STRUCTURE, default())
    assert [(r.at, r.name, r.by) for r in rows] == [
        ("7.1", "通报表扬", "市人民政府"),
        ("7.1", "嘉奖", "市人民政府"),
    ]


def test_deadlines() -> None:
    rows = deadlines.find_deadlines(STRUCTURE)
    assert [(d.at, d.text, d.days, d.working) for d in rows] == [
        ("6.1", "10个工作日内", 10, True),
        ("12.1", "三十日内", 30, False),
    ]


def test_definitions_and_the_last_clauses() -> None:
    rows = definitions.find_definitions(STRUCTURE)
    assert [(d.at, d.term, d.meaning) for d in rows] == [
        ("2.1", "河湖管护", "对河流、湖泊的保洁、巡查和修复活动")
    ]
    effective, interpreter = final.find_effective(STRUCTURE), final.find_interpreter(STRUCTURE)
    assert effective is not None
    assert (effective.at, effective.date) == ("14.1", "2024-05-01")
    assert interpreter is not None
    assert (interpreter.at, interpreter.body) == ("13.1", "市水利局")


def test_procedures() -> None:
    rows = procedures.find_procedures(STRUCTURE, NORMS, HELD.sanctions)
    assert [(p.at, p.name, p.actor) for p in rows] == [
        ("12.1", "复核", None),
        ("12.1", "申诉处理", "市水利局"),
    ]


@pytest.mark.parametrize("rows", [ROLES, DUTIES, NORMS, HELD.violations, HELD.sanctions])
def test_every_row_quotes_the_source(rows: list[Found]) -> None:
    for row in rows:
        fields: dict[str, Any] = row.model_dump()
        quoted = STRUCTURE.source.quote(row.start, row.end)
        assert quoted in (fields.get("text"), fields.get("name"))


def test_what_the_reader_guessed_is_told() -> None:
    source = read_bytes("第一条 为了加强管理，制定本办法。".encode("gb18030"), "旧.txt")
    found = [p.message for p in parse(source).problems if p.code == "reading"]
    assert found == ["文件没有注明编码，按 GB18030（国标）读取"]


@pytest.mark.parametrize("lead", ["有下列情形之一的，从重处理：", "有下列情形之一的，给予处分："])
def test_an_item_of_a_list_that_is_a_number_without_words(lead: str) -> None:
    facts = parse(Source.of_text(f"甲市水井管护办法\n第一条 {lead}\n（一）\n（二）毁坏水井的。"))
    found = [f.text for f in facts.factors] + [v.text for v in facts.violations]
    assert found == ["毁坏水井的"]


def test_a_paragraph_may_be_nothing_but_a_mark() -> None:
    facts = parse(Source.of_text("甲办法\n第一条 。\n（一）甲局应当检查；\n（二）乙局应当报告。\n"))
    assert [p.text for p in facts.provisions if p.kind == "paragraph"] == ["。"]
