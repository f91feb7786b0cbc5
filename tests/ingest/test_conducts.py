"""For which conduct a penalty is laid down, in which degree and by whom, in articles written for these tests."""

import pytest

from ingest import pipeline
from ingest.facts import Facts
from ingest.source import Source


def facts_of(*articles: str) -> Facts:
    text = "".join(f"第{n}条 {words}\n" for n, words in zip("一二三四", articles, strict=False))
    return pipeline.parse(Source.of_text(f"某市灌区管理条例\n{text}"))


Told = tuple[str, list[str], str | None, str | None]
"""Kind of penalty, conducts, tier, who imposes it."""

PENALTIES: dict[str, tuple[str, list[Told]]] = {
    "the conduct before the penalty, and who imposes": (
        "擅自开启闸门的，由水利局责令改正，处五百元罚款。",
        [
            ("correction", ["擅自开启闸门的"], None, "水利局"),
            ("fine", ["擅自开启闸门的"], None, "水利局"),
        ],
    ),
    "a degree keeps the conduct": (
        "擅自开启闸门的，由水利局给予警告；情节严重的，处五千元罚款；构成犯罪的，依法追究刑事责任。",
        [
            ("warning", ["擅自开启闸门的"], None, "水利局"),
            ("fine", ["擅自开启闸门的"], "情节严重的", "水利局"),
            ("criminal", ["擅自开启闸门的"], "构成犯罪的", None),
        ],
    ),
    "a further condition inside the part is a degree": (
        "侵占渠道的，由水利局责令限期退出，逾期不退出的，强制拆除。",
        [
            ("correction", ["侵占渠道的"], None, "水利局"),
            ("other", ["侵占渠道的"], "逾期不退出的", "水利局"),
        ],
    ),
    "conduct of its own after a semicolon": (
        "擅自取水的，处一千元罚款；堵塞渠道的，处二千元罚款。",
        [("fine", ["擅自取水的"], None, None), ("fine", ["堵塞渠道的"], None, None)],
    ),
    "a description may run over commas": (
        "用水户未安装计量设施，或者破坏计量设施的，处三百元罚款。",
        [("fine", ["用水户未安装计量设施，或者破坏计量设施的"], None, None)],
    ),
    "nothing described, no conduct": ("处罚款五百元。", [("fine", [], None, None)]),
    "how much was gained is a degree": (
        "倒卖用水指标的，没收违法所得；没有违法所得的，处一万元罚款。",
        [
            ("confiscate", ["倒卖用水指标的"], None, None),
            ("fine", ["倒卖用水指标的"], "没有违法所得的", None),
        ],
    ),
}


def told(facts: Facts) -> list[Told]:
    words = {c.id: c.text for c in facts.conducts}
    return [(p.kind, [words[c] for c in p.conducts], p.tier, p.by) for p in facts.penalties]


@pytest.mark.parametrize("reason", PENALTIES)
def test_penalties(reason: str) -> None:
    article, wanted = PENALTIES[reason]
    assert told(facts_of(article)) == wanted


def test_a_list_is_as_many_conducts_under_one_lead_in() -> None:
    facts = facts_of(
        "违反本条例第二条规定，有下列行为之一的，由水利局处五百元罚款；情节严重的，处五千元罚款：\n"
        "（一）堵塞渠道；\n（二）损坏闸门。"
    )
    assert told(facts) == [
        ("fine", ["堵塞渠道", "损坏闸门"], None, "水利局"),
        ("fine", ["堵塞渠道", "损坏闸门"], "情节严重的", "水利局"),
    ]
    assert [c.lead.text for c in facts.conducts if c.lead] == [
        "违反本条例第二条规定，有下列行为之一的"
    ] * 2


RULE = "违反本条例第二条、第三条的规定"
PARTED: dict[str, tuple[str, str | None, str]] = {
    "a broken rule beside the list": (f"{RULE}，或者有下列行为之一的", RULE, "有下列行为之一的"),
    "without a comma": (
        "单位违反第二条规定或者有下列行为的",
        "单位违反第二条规定",
        "有下列行为的",
    ),
    "conduct listed elsewhere beside the list": (
        "用水户有第二条所列行为之一或者下列行为之一的",
        "用水户有第二条所列行为之一",
        "下列行为之一的",
    ),
    "conduct in words of its own": (
        "擅自取水的，以及实施下列行为的",
        "擅自取水的",
        "实施下列行为的",
    ),
    "words before the conduct belong to it": (
        "在枯水期，擅自取水，或者具有下列情形之一，后果严重的",
        "在枯水期，擅自取水",
        "具有下列情形之一，后果严重的",
    ),
    "a rule that the list spells out": (
        f"{RULE}，有下列行为之一的",
        None,
        f"{RULE}，有下列行为之一的",
    ),
    "two who may do it": ("单位或者个人有下列行为之一的", None, "单位或者个人有下列行为之一的"),
    "two ways to do it": ("组织或者实施下列行为的", None, "组织或者实施下列行为的"),
    "conditions that come together": (
        "以营利为目的，并有下列行为之一的",
        None,
        "以营利为目的，并有下列行为之一的",
    ),
}
"""A lead-in, the conduct that it names beside the list, and what it says of the list."""


@pytest.mark.parametrize("reason", PARTED)
def test_what_a_lead_in_names_beside_its_list(reason: str) -> None:
    lead_in, beside, of_the_list = PARTED[reason]
    facts = facts_of(f"{lead_in}，由水利局处五百元罚款：\n（一）堵塞渠道；\n（二）损坏闸门。")
    told_first = [] if beside is None else [beside]
    assert told(facts) == [("fine", [*told_first, "堵塞渠道", "损坏闸门"], None, "水利局")]
    leads = {c.text: c.lead and c.lead.text for c in facts.conducts}
    assert leads == dict.fromkeys(told_first) | dict.fromkeys(["堵塞渠道", "损坏闸门"], of_the_list)
    assert [c.at for c in facts.conducts if c.text == beside] == ["1.1"] * len(told_first)


def test_items_with_penalties_of_their_own() -> None:
    facts = facts_of(
        "违反本条例规定取水的，按照下列规定处罚：\n（一）未安装计量设施的，处一百元罚款；\n（二）超计划取水的，处二百元罚款。"
    )
    assert told(facts) == [
        ("fine", ["未安装计量设施的"], None, None),
        ("fine", ["超计划取水的"], None, None),
    ]
    assert {c.lead.text for c in facts.conducts if c.lead} == {"违反本条例规定取水的"}


def test_what_goes_back_keeps_the_conduct_of_the_paragraph_before() -> None:
    facts = facts_of("堵塞渠道的，处五百元罚款。\n单位有前款行为的，对其负责人处二百元罚款。")
    assert told(facts)[1] == ("fine", ["堵塞渠道的"], "单位有前款行为的", None)


def test_the_broken_rule_is_said_once_and_meant_of_each_conduct() -> None:
    facts = facts_of("违反本条例第二条规定，堵塞渠道的，处五百元罚款；损坏闸门的，处一千元罚款。")
    first, second = facts.conducts
    assert (first.lead, second.lead and second.lead.text) == (None, "违反本条例第二条规定")


@pytest.mark.parametrize(
    ("words", "minimum", "maximum", "unit"),
    [
        ("处一万元以上三万元以下的罚款", 10000, 30000, "yuan"),
        ("处五百元罚款", 500, 500, "yuan"),
        ("处水费一倍以上三倍以下的罚款", 1, 3, "times"),
        ("处五日以上十日以下拘留", 5, 10, "days"),
        ("给予警告", None, None, None),
    ],
)
def test_measures(words: str, minimum: float, maximum: float, unit: str | None) -> None:
    (penalty,) = facts_of(f"堵塞渠道的，{words}。").penalties
    assert (penalty.minimum, penalty.maximum, penalty.unit) == (minimum, maximum, unit)


def test_every_conduct_and_penalty_quotes_the_text() -> None:
    text = "某市灌区管理条例\n第一条 擅自取水，\n堵塞渠道的，由水利局处五百元罚款；情节\n严重的，处一千元罚款。\n"
    source = Source.of_text(text)
    facts = pipeline.parse(source)
    assert facts.conducts
    assert all(source.quote(c.start, c.end) == c.text for c in facts.conducts)
    assert all(source.quote(p.start, p.end) == p.text for p in facts.penalties)
