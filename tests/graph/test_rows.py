"""Facts to rows: what is written for one document, compared whole."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model import schema
from graph_model.breaches import breached
from graph_model.rows import FactsBroken, Rows, rows_of
from ingest.facts import CitationFacts, Facts, ViolationFacts
from ingest.lexicon import default
from ingest.pipeline import parse
from ingest.source import Source
from tests.graph.facts_builder import Draft
from tests.graph.samples import measure, ordinance, tokens


def rows(facts: Facts) -> Rows:
    """The rows, with the tokens of the tests."""
    return rows_of(facts, tokens=tokens)


def edges(found: Rows, name: str) -> set[tuple[str, str]]:
    """All relationships of a type, ids without the document's."""
    document = found.document
    return {
        (row["source"].removeprefix(document), row["target"].removeprefix(document))
        for (one, _, _), made in found.relationships.items()
        if one == name
        for row in made
    }


def test_a_small_document_whole() -> None:
    draft = Draft("甲办法", region="甲市", id="甲办法@甲市@1")
    draft.article("1", "按照《乙办法》（甲府〔2020〕1号）执行。")
    draft.cites("1.1", "《乙办法》（甲府〔2020〕1号）", "乙办法", doc_number="甲府〔2020〕1号")
    found = rows(draft.facts()).to_plain()
    assert list(found["nodes"]) == [
        "Citation",
        "Document",
        "Provision:Article",
        "Provision:Paragraph",
        "Provision:Region",
    ]
    assert found["nodes"]["Citation"] == [
        {
            "id": "甲办法@甲市@1#1.1@7",
            "document": "甲办法@甲市@1",
            "address": "1.1",
            "seq": 0,
            "start": 7,
            "end": 24,
            "quote": "《乙办法》（甲府〔2020〕1号）",
            "target": "乙办法",
            "units": [],
            "kind": "reference",
            "form": "external",
            "rule": "test",
            "doc_number": "甲府〔2020〕1号",
            "title_key": "乙办法",
            "number_key": "甲府[2020]1号",
            "stub": "乙办法",
            "status": "not_loaded",
        }
    ]
    assert found["nodes"]["Provision:Paragraph"] == [
        {
            "id": "甲办法@甲市@1#1.1",
            "document": "甲办法@甲市@1",
            "address": "1.1",
            "seq": 2,
            "start": 5,
            "end": 28,
            "kind": "paragraph",
            "text": "按照《乙办法》（甲府〔2020〕1号）执行。",
            "tokens": "按照 《乙 办法 》（ 甲府 〔2 02 0〕 1号 ）执 行。",
            "canonical": "第一条",
            "segments": [5, 28],
        }
    ]
    assert found["relationships"] == {
        "(Document)-[CONTAINS]->(Provision)": [
            {"source": "甲办法@甲市@1", "target": "甲办法@甲市@1#1"},
            {"source": "甲办法@甲市@1", "target": "甲办法@甲市@1#header"},
        ],
        "(Provision)-[CONTAINS]->(Provision)": [
            {"source": "甲办法@甲市@1#1", "target": "甲办法@甲市@1#1.1"}
        ],
        "(Provision)-[MAKES]->(Citation)": [
            {"source": "甲办法@甲市@1#1.1", "target": "甲办法@甲市@1#1.1@7"}
        ],
    }


def test_every_property_and_relationship_is_declared() -> None:
    for facts in (ordinance().facts(), measure().facts()):
        found = rows(facts)
        for (name, kind), made in found.nodes.items():
            declared = {p.name for p in schema.label(name).properties}
            assert {key for row in made for key in row} <= declared, name
            assert kind is None or kind in dict(schema.label(name).kinds)
        for (name, source, target), made in found.relationships.items():
            declaration = schema.relationship(name)
            assert (source, target) in declaration.pairs
            allowed = {"source", "target", *(p.name for p in declaration.properties)}
            assert {key for row in made for key in row} <= allowed, name
            assert not declaration.derived, "derived ones are made by the link step"


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        (
            "PUNISHED_BY",
            {(f"#3.1.{n}/violation1", f"#3.1/sanction{m}") for n in (1, 2) for m in (1, 2)},
            "a sanction that applies to article 3 applies to every case listed there",
        ),
        ("OF_KIND", {("#3.1/sanction1", "警告"), ("#3.1/sanction2", "降职")}, "one kind a measure"),
        (
            "ENTAILS",
            {("降职", "#4.1/consequence1"), ("#3.1/sanction2", "#4.1/consequence1")},
            "a bar follows from the kind, and from the sanction of that kind in the same text",
        ),
        (
            "ADJUSTS",
            {("#4.2/factor1", "#3.1/sanction1"), ("#4.2/factor1", "#3.1/sanction2")},
            "a factor that names no article weighs on all accountability of the text",
        ),
        ("DONE_BY", {("#3.1/sanction2", "监察机关")}, "only where the text says by whom"),
        ("BEARS", {("单位负责人|all||负责人", f"#2.1.{n}/duty1") for n in (1, 2)}, "both items"),
        ("DEFINES", {("#1.2/definition1", "单位")}, ""),
        ("USES", {("#1.2", "单位"), ("#2.1", "单位")}, "only terms that the text itself defines"),
        (
            "NEXT",
            {
                ("#header", "#ch1"),
                ("#ch1", "#ch2"),
                ("#ch2", "#ch3"),
                ("#1", "#2"),
                ("#2", "#3"),
                ("#3", "#4"),
                ("#1.1", "#1.2"),
                ("#2.1.1", "#2.1.2"),
                ("#3.1.1", "#3.1.2"),
                ("#4.1", "#4.2"),
            },
            "articles follow one another across chapters",
        ),
    ],
)
def test_relationships_of_the_ordinance(
    name: str, expected: set[tuple[str, str]], why: str
) -> None:
    assert edges(rows(ordinance().facts()), name) == expected, why


def test_frequencies_are_parallel_lists() -> None:
    duties = {row["id"][-13:]: row for row in rows(ordinance().facts()).nodes["Duty", None]}
    told = {
        key: [value for name, value in sorted(row.items()) if name.startswith("frequency_")]
        for key, row in duties.items()
    }
    # act, actor, min, per, text, when: what the text does not say is an empty text, never a gap
    assert list(told.values()) == [
        [[], [], [], [], [], []],
        [["开展演练"], [""], [1], ["quarter"], ["每季度至少1次"], [""]],
    ]


def test_a_paragraph_is_named_only_where_there_are_several() -> None:
    found = rows(ordinance().facts())
    names = {row["address"]: row["canonical"] for row in found.nodes["Provision", "Paragraph"]} | {
        row["address"]: row["canonical"] for row in found.nodes["Provision", "Item"]
    }
    assert names == {
        "1.1": "第一条第一款",
        "1.2": "第一条第二款",
        "2.1": "第二条",
        "2.1.1": "第二条第（一）项",
        "2.1.2": "第二条第（二）项",
        "3.1": "第三条",
        "3.1.1": "第三条第（一）项",
        "3.1.2": "第三条第（二）项",
        "4.1": "第四条第一款",
        "4.2": "第四条第二款",
    }


def test_a_factor_that_names_an_article_weighs_there_only() -> None:
    draft = (
        Draft("甲办法")
        .article("1", "迟到的，给予通报。")
        .article("2", "旷工的，给予诫勉。")
        .article("3", "有第二条情形，主动报告的，可以从轻。")
        .fact("violations", "1.1", "迟到的", id="a", kind="violation")
        .fact("violations", "2.1", "旷工的", id="b", kind="violation")
        .fact("sanctions", "1.1", "通报", applies_to=["a"], kind="accountability")
        .fact("sanctions", "2.1", "诫勉", applies_to=["b"], kind="accountability")
        .cites("3.1", "第二条", "self", "2", own=["2"])
        .fact("factors", "3.1", "主动报告的", kind="mitigating", effect="可以从轻")
    )
    assert edges(rows(draft.facts()), "ADJUSTS") == {("#3.1/factor1", "#2.1/sanction1")}


def test_a_delegation_leads_to_each_of_its_bodies() -> None:
    draft = Draft("甲办法").article("1", "细则由财政部会同公安部制定。", "细则另行制定。")
    words = "细则由财政部会同公安部制定"
    told = {"body": "财政部会同公安部", "leads": ["财政部"], "others": ["公安部"], "form": "细则"}
    draft.fact("delegations", "1.1", words, **told)
    draft.fact("delegations", "1.2", "细则另行制定", body=None)
    found = rows(draft.facts())
    document = found.document
    assert found.relationships["DELEGATES_TO", "Delegation", "Body"] == [
        {"source": f"{document}#1.1/delegation1", "target": "公安部", "part": "with"},
        {"source": f"{document}#1.1/delegation1", "target": "财政部", "part": "lead"},
    ]
    assert edges(found, "STATED_IN") == {
        ("#1.1/delegation1", "#1.1"),
        ("#1.2/delegation1", "#1.2"),
    }


@given(st.randoms(use_true_random=False))
def test_the_order_of_facts_makes_no_difference(chance: random.Random) -> None:
    told = ordinance().facts().model_dump(by_alias=True)
    expected = rows(Facts.model_validate(told))
    for part in ("provisions", "citations", "roles", "duties", "violations", "sanctions"):
        chance.shuffle(told[part])
    assert rows(Facts.model_validate(told)) == expected


def test_the_content_is_the_same_under_another_file_name() -> None:
    one, other = ordinance(name="a.txt"), ordinance(name="b.txt")
    assert rows(one.facts()).content == rows(other.facts()).content


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"duties": 1}, "shorter text"),
        ({"status": "已废止"}, "the same words under another status"),
    ],
)
def test_the_content_differs(change: dict[str, Any], why: str) -> None:
    assert rows(ordinance(**change).facts()).content != rows(ordinance().facts()).content, why


def test_problems_stand_where_they_are_even_at_a_missing_article() -> None:
    draft = Draft("甲办法").article("1", "有关规定另行制定。").article("3", "完。")
    draft.parts["problems"] = [{"code": "gap", "at": "2", "message": "缺第二条"}]
    draft.fact("unresolved", "1.1", "有关规定", reason="未写明是哪一规定")
    found = rows(draft.facts())
    assert [
        (row["address"], row["code"], row["message"]) for row in found.nodes["Problem", None]
    ] == [("1.1", "unresolved", "未写明是哪一规定"), ("2", "gap", "缺第二条")]
    assert edges(found, "STATED_IN") == {("#1.1/problem1", "#1.1")}


def test_facts_that_point_nowhere_are_refused() -> None:
    draft = Draft("甲办法").article("1", "组织检查。")
    draft.fact("duties", "1.1", "组织检查。", id="d", roles=["nobody"], clauses=[])
    with pytest.raises(FactsBroken, match="不存在的岗位“nobody”"):
        rows(draft.facts())


@pytest.mark.parametrize(
    ("text", "quote", "expected", "why"),
    [
        ("履行本办法第二章所规定职责不到位的", "本办法第二章", True, "acted, but badly"),
        ("违反本办法第八条规定的", "本办法第八条", True, "breach in so many words"),
        ("未按照第十条规定报告的", "第十条", True, "not done as the rule says"),
        ("不履行第三条职责，造成损失的", "第三条", True, "not done"),
        ("有本办法第七条禁止的行为之一", "本办法第七条", True, "done, though the rule bans it"),
        ("发现有第七条禁止情形未制止的", "第七条", False, "another did what the rule bans"),
        (
            "按照《甲意见》有其他应当问责情形的",
            "《甲意见》",
            False,
            "the cited text defines the case",
        ),
        ("具有第五条情形的", "第五条", False, "the cited text describes the case"),
        ("履行第三条规定职责的", "第三条", False, "done, and nothing says badly"),
        ("依照第六条给予处分后再犯的", "第六条", False, "the cited text is applied, not broken"),
        ("拖延不报，经第九条程序责令的", "第九条", False, "the break stands in another clause"),
    ],
)
def test_which_citation_is_of_the_broken_rule(
    text: str, quote: str, expected: bool, why: str
) -> None:
    draft = (
        Draft("甲办法").article("1", text).fact("violations", "1.1", text, id="v", kind="violation")
    )
    facts = draft.cites("1.1", quote, "self", "9", own=["1"]).facts()
    violation: ViolationFacts = facts.violations[0]
    found: list[CitationFacts] = breached(violation, facts.citations)
    assert bool(found) is expected, why


def test_a_law_with_one_list_of_duties_is_not_a_text_on_officials() -> None:
    articles = "".join(f"第{n}条 经营者应当清洗第{n}号水箱。\n" for n in "三四五六七八九")
    text = (
        "某市供水条例\n第一条 供水单位主要负责人履行下列职责：\n（一）组织检查。\n"
        f"第二条 擅自停水的，处五千元罚款。\n{articles}"
    )
    rows = rows_of(parse(Source.of_text(text, "条例.txt")), tokens=tokens)
    assert [r["kind"] for r in rows.nodes["Violation", None]] == ["conduct"]
    assert [r["name"] for r in rows.nodes["Sanction", None]] == ["罚款"]
    assert {r["body"] for r in rows.nodes["Norm", None]} >= {"经营者"}


def test_every_body_is_told_as_the_register_tells_it() -> None:
    text = (
        "某市供水条例\n第一条 用水定额的具体办法由市水利局会同市财政局另行制定。\n"
        "第二条 市公安局应当配合。\n第三条 擅自停水的，由市水利局处五千元罚款。\n第四条 本条例由市司法局负责解释。\n"
    )
    rows = rows_of(parse(Source.of_text(text, "条例.txt")), tokens=tokens)
    bodies = rows.nodes["Body", None]
    assert {b["name"] for b in bodies} >= {"市水利局", "市财政局", "市公安局", "市司法局"}
    assert {b["kind"] for b in bodies} == {"部门"}, "whatever wrote it first"


@pytest.mark.parametrize(
    ("words", "modality", "force"),
    [
        pytest.param("应当通报结果", "应当", "must", id="a duty"),
        pytest.param("通报结果", "直陈", "must", id="stated: a duty"),
        pytest.param("不得公开结果", "不得", "must_not", id="a prohibition"),
        pytest.param("可以约谈镇长", "可以", "may", id="a power is no duty"),
    ],
)
def test_what_an_organ_must_and_may_do_in_a_text_on_officials(
    words: str, modality: str, force: str
) -> None:
    text = (
        "某市水库安全责任制办法\n第一条 书记履行下列职责：\n（一）应当组织检查。\n（二）协调解决问题。\n"
        f"第二条 市安全生产委员会办公室{words}。\n"
    )
    rows = rows_of(parse(Source.of_text(text, "办法.txt")), tokens=tokens)
    (norm,) = rows.nodes["Norm", None]
    assert (norm["modality"], norm["force"]) == (modality, force)


def test_of_several_provisions_that_a_lead_in_names_an_item_breaks_its_own() -> None:
    text = (
        "某市供水条例\n第一条 供水单位应当每月检测水质，公布水质检测结果。\n第二条 供水单位应当在水井周围设置防护栏。\n"
        "第三条 供水单位违反本条例第一条、第二条规定，有下列行为之一的，处五千元罚款：\n"
        "（一）未在水井周围设置防护栏的；\n（二）有其他行为的。\n"
    )
    rows = rows_of(parse(Source.of_text(text, "条例.txt")), tokens=default().tokens)
    citation = next(c for c in rows.nodes["Citation", None] if c["violations"])
    document = rows.document
    first, second = citation["violations"]
    assert citation["own"] == ["1", "2"]
    assert citation["spared"] == [f"{first} {document}#1"], "the other item may break either"
    assert second != first


def test_conduct_beside_a_list_breaks_the_rule_that_it_names_and_the_items_do_not() -> None:
    text = (
        "某市供水条例\n第一条 供水单位应当每月检测水质，公布水质检测结果。\n第二条 供水单位应当在水井周围设置防护栏。\n"
        "第三条 供水单位违反本条例第一条规定，或者有下列行为之一的，处五千元罚款：\n"
        "（一）未在水井周围设置防护栏的；\n（二）有其他行为的。\n"
    )
    rows = rows_of(parse(Source.of_text(text, "条例.txt")), tokens=default().tokens)
    quotes = {v["id"]: v["quote"] for v in rows.nodes["Violation", None]}
    norms = {n["id"]: n["address"] for n in rows.nodes["Norm", None]}
    cited = [quotes[v] for c in rows.nodes["Citation", None] for v in c.get("violations", ())]
    alike = rows.relationships["BREACHES", "Violation", "Norm"]
    assert cited == ["供水单位违反本条例第一条规定"]
    assert [(quotes[r["source"]], norms[r["target"]]) for r in alike] == [
        ("未在水井周围设置防护栏的", "2.1")
    ]
    assert {
        quotes[r["source"]] for r in rows.relationships["PUNISHED_BY", "Violation", "Sanction"]
    } == set(quotes.values())
