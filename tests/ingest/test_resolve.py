"""Where references lead inside a text, and what is said of those that lead nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import pipeline
from ingest.facts import Facts
from ingest.source import Source
from ingest.structure import read_structure
from tests.ingest.invented import TEXT


def parsed(body: str) -> Facts:
    return pipeline.parse(Source.of_text(f"某县河湖管护办法\n{body}\n", "a.txt"))


LIST = "第一条 职责包括：\n（一）巡查；\n（二）保洁。\n第二条 甲。\n乙。\n"


@pytest.mark.parametrize(
    ("words", "status", "provisions"),
    [
        ("违反本办法第一条的", "resolved", ["1"]),
        ("违反本办法第一条第（二）项的", "resolved", ["1.1.2"]),
        ("依照本办法第一条、第二条第二款", "resolved", ["1", "2.2"]),
        ("依照前条规定", "resolved", ["2"]),
        ("依照前款规定", "no_such_provision", []),
        ("违反本办法第九条的", "no_such_provision", []),
        ("违反本实施细则第一条的", "resolved", ["1"]),
        ("依照《中华人民共和国水法》第三条", "not_loaded", []),
    ],
)
def test_places(words: str, status: str, provisions: list[str]) -> None:
    facts = parsed(f"{LIST}第三条 {words}，予以通报。")
    (citation,) = [c for c in facts.citations if c.at == "3.1"]
    assert (citation.resolution.status, citation.resolution.provisions) == (status, provisions)
    lost = status == "no_such_provision"
    assert [u.quote for u in facts.unresolved] == ([citation.quote] if lost else [])


def test_an_item_of_two_paragraphs_is_ambiguous() -> None:
    facts = parsed("第一条 甲：\n（一）乙；\n丙：\n（一）丁。\n第二条 依照本办法第一条第（一）项。")
    (citation,) = facts.citations
    assert citation.resolution.status == "ambiguous"
    assert "第一条第一款第（一）项、第一条第二款第（一）项" in (citation.resolution.reason or "")


def test_a_slip_in_the_self_name_is_reported() -> None:
    facts = parsed("第一条 依照本办法执行。\n第二条 依照本实施细则第一条执行。")
    assert [(p.code, p.at) for p in facts.problems] == [("self_name_slip", "2.1")]


def test_a_defined_abbreviation_is_another_text() -> None:
    facts = parsed(
        "第一条 根据《某省河湖保护规定》（以下简称《规定》）制定本办法。\n第二条 依照《规定》第八条处理。"
    )
    rows = [(c.target, c.units, c.kind, c.resolution.status) for c in facts.citations]
    assert rows == [
        ("某省河湖保护规定", [], "basis", "not_loaded"),
        ("某省河湖保护规定", ["8"], "reference", "not_loaded"),
    ]


def test_titles_that_are_not_listed_are_said_to_be_missing() -> None:
    facts = parsed("第一条 根据《某省河湖保护规定》等有关规定，制定本办法。")
    assert [u.quote for u in facts.unresolved] == ["等有关规定"]


@given(
    st.lists(
        st.sampled_from(
            [
                "本办法第一条",
                "前款",
                "前条第二款",
                "第九条",
                "本细则第二章",
                "《某法》第二条",
                "，",
                "。",
                "的",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_every_place_is_in_the_text_and_every_quote_in_its_place(words: str) -> None:
    facts = parsed(f"{LIST}第三条 {words}")
    known = {p.address for p in facts.provisions}
    source = f"某县河湖管护办法\n{LIST}第三条 {words}\n"
    for c in facts.citations:
        assert set(c.resolution.provisions) <= known
        assert source[c.start : c.end] == c.quote
        assert (c.resolution.status == "resolved") == bool(c.resolution.provisions)


def test_the_invented_regulation() -> None:
    facts = pipeline.parse(Source.of_text(TEXT, "a.txt"))
    assert facts.document.status == "试行"
    assert facts.document.self_names == ["本细则"]
    assert [(c.at, c.resolution.provisions) for c in facts.citations] == [("8.1.1", ["4"])]
    assert len(facts.provisions) == len(read_structure(Source.of_text(TEXT)).provisions)
