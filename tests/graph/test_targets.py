"""Which text a citation means, and which place in it: tables of cases, with the reason of each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from graph_model.names import Name, name_of, plain, same_issuers
from graph_model.targets import Target, Text, choose
from graph_model.units import Place, find_among


def text(title: str, **told: Any) -> Text:
    """A loaded text, its keys made as loading makes them."""
    name = name_of(title, told.get("number"), told.get("issuers") or (), told.get("region"))
    return Text(
        told.get("id", f"{name.instrument}@{told.get('since')}"),
        title,
        name.title,
        name.number,
        told.get("issuers"),
        told.get("region"),
        told.get("status", "有效"),
        None,
        told.get("since"),
        name.instrument,
    )


def cited(
    target: str,
    number: str | None = None,
    *issuers: str,
    year: str | None = None,
    units: Sequence[str] = (),
    kind: str = "reference",
) -> Any:
    """A citation as the link step reads it."""
    name = name_of(target, number, issuers)
    return {
        "target": target,
        "title_key": name.title,
        "number_key": name.number,
        "issuers": list(issuers),
        "stub": name.instrument,
        "version": year,
        "units": units,
        "kind": kind,
    }


CITING = text("丙市实施细则", region="丙市", since="2020-06-01")
OPINION = "关于加强考核的意见"


@pytest.mark.parametrize(
    ("citation", "texts", "expected", "why"),
    [
        (cited("甲条例"), [], "甲条例 not_loaded", "nothing is loaded"),
        (cited("甲条例"), [text("甲条例", since="2019")], "甲条例@2019 resolved", "the only text"),
        (
            cited("中华人民共和国甲法"),
            [text("甲法", since="2019")],
            "甲法@2019 resolved",
            "the name of the state is often left out",
        ),
        (
            cited("甲条例", "国令〔2001〕1号"),
            [text("甲条例", number="国令[2001]2号")],
            "甲条例 not_loaded",
            "another number: another text of that title",
        ),
        (
            cited("加强考核的意见", "甲委〔2017〕3号"),
            [text(OPINION, number="甲委〔2017〕3号", region="甲市", since="2017")],
            "关于加强考核的意见@甲市@2017 resolved",
            "the number decides, 关于 left out or not",
        ),
        (
            cited(OPINION),
            [text(OPINION, region="甲市", since="2017")],
            "关于加强考核的意见 ambiguous",
            "any place may have issued one under such a title",
        ),
        (
            cited(OPINION),
            [text(OPINION, region=r, since="2017") for r in ("甲市", "乙市")],
            "关于加强考核的意见 ambiguous",
            "two regions, one title: never a guess",
        ),
        (
            cited("考核细则"),
            [text("考核细则", region=r, since="2017") for r in ("甲市", "乙市")],
            "考核细则 ambiguous",
            "the same for a title that sounds unique",
        ),
        (
            cited(OPINION),
            [text(OPINION, region=r, since="2017") for r in ("甲市", "丙市")],
            "关于加强考核的意见@丙市@2017 resolved",
            "the citing text is of that region",
        ),
        (
            cited(OPINION, None, "甲市人民政府"),
            [
                text(OPINION, region=r, issuers=[f"{r}人民政府"], since="2017")
                for r in ("甲市", "丙市")
            ],
            "关于加强考核的意见@甲市@2017 resolved",
            "the issuers named in the citation go before the region",
        ),
        (
            cited("国务院办公厅关于加强考核的意见"),
            [text(OPINION, issuers=["国务院办公厅"], since="2017")],
            "关于加强考核的意见@国务院办公厅@2017 resolved",
            "issuers before 关于 are issuers",
        ),
        (
            cited("国务院办公厅关于加强考核的意见"),
            [text(OPINION, issuers=["甲市人民政府"], since="2017")],
            "国务院办公厅关于加强考核的意见 not_loaded",
            "other issuers: another text",
        ),
        (
            cited(OPINION),
            [text("国务院办公厅关于加强考核的意见", since="2017")],
            "关于加强考核的意见 ambiguous",
            "a bare 关于… may be anybody's",
        ),
    ],
)
def test_which_instrument(citation: Any, texts: list[Text], expected: str, why: str) -> None:
    found = choose(citation, texts, CITING)
    assert f"{found.document or found.instrument} {found.status}" == expected, why
    assert (found.reason is None) == (found.status == "resolved"), "a reason wherever it fails"


@pytest.mark.parametrize(
    ("since", "year", "expected", "note", "why"),
    [
        (["2010-01-01"], None, "2010-01-01", None, "in force when the citing text was adopted"),
        (["2021-01-01"], None, "2021-01-01", "以后的文本", "the only one, and said to be later"),
        ([None], None, "None", "不能确定", "the only one, undated"),
        (["2010-01-01", "2018-01-01"], None, "2018-01-01", "取引用文件通过时", "the later of two"),
        (["2010-01-01", "2021-01-01"], None, "2010-01-01", "取引用文件通过时", "not yet in force"),
        (["2021-01-01", "2022-01-01"], None, None, None, "both later: unknown which was meant"),
        (["2010-01-01", None], None, None, None, "one undated: unknown"),
        (["2010-01-01", "2018-01-01"], "2010", "2010-01-01", None, "the citation names the year"),
        (["2010-01-01"], "2005", "2010-01-01", "写明2005年", "another year than the one at hand"),
    ],
)
def test_which_version(
    since: list[str | None], year: str | None, expected: str | None, note: str | None, why: str
) -> None:
    texts = [text("甲条例", since=date) for date in since]
    found = choose(cited("甲条例", year=year), texts, CITING)
    assert found.instrument == "甲条例"
    assert found.document == (expected and f"甲条例@{expected}"), why
    assert (note or "") in (found.note or "") and (note is None) == (found.note is None), why


@pytest.mark.parametrize(
    ("units", "numbered", "status", "why"),
    [
        (["3"], "2022-01-01", "ambiguous", "the numbers may have moved since"),
        ([], "2022-01-01", "resolved", "no number is named"),
        (["3"], "1997-01-01", "resolved", "amended since, but never numbered anew"),
        (["3"], None, "resolved", "nothing is known"),
    ],
)
def test_numbers_of_a_later_text(
    units: list[str], numbered: str | None, status: str, why: str
) -> None:
    texts = [replace(text("甲法", since="2022-01-01"), numbered=numbered)]
    found = choose(cited("甲法", units=units), texts, CITING)
    assert (found.status, found.document) == (status, "甲法@2022-01-01"), why


def test_a_draft_is_not_taken_for_the_text_in_force() -> None:
    draft = text("甲条例", since=None, status="征求意见稿", id="draft")
    final = text("甲条例", since="2019-01-01", id="final")
    assert choose(cited("甲条例"), [draft, final], CITING) == Target(
        "甲条例", "resolved", "final", "甲条例"
    )


PLACE = Place(
    frozenset(
        [
            "1",
            "1.1",
            "2",
            "2.1",
            "2.1.1",
            "2.1.2",
            "2.2",
            "2.2.1",
            "3",
            "3.1",
            "3.1.1",
            "3.1.1.1",
            "4",
            "4.1",
            "4~2",
            "4~2.1",
            "12-1",
            "12-1.1",
            "ch1",
            "pt1",
            "pt1.ch2",
            "pt2",
            "pt2.ch2",
            "pt2.ch3",
            "h7",
        ]
    )
)


@pytest.mark.parametrize(
    ("units", "addresses", "status", "reason", "why"),
    [
        ("1", "1", "resolved", None, "an article"),
        ("2.1.2", "2.1.2", "resolved", None, "fully told"),
        ("12-1", "12-1", "resolved", None, "an inserted article"),
        ("2..2", "2.1.2", "resolved", None, "only one paragraph has an item 2"),
        ("3..1.1", "3.1.1.1", "resolved", None, "and a subitem"),
        ("2..1", "", "ambiguous", "中“第二条第（一）项”不止一处", "two paragraphs have an item 1"),
        ("2..7", "", "no_such_provision", "没有第二条第（七）项", "no paragraph has it"),
        ("9", "", "no_such_provision", "没有第九条", "no such article"),
        ("1 9 8", "1", "no_such_provision", "没有第九条、第八条", "what is there is kept"),
        ("4", "", "ambiguous", "中“第四条”不止一处", "two articles of one number"),
        ("ch1", "ch1", "resolved", None, "a chapter"),
        ("ch3", "pt2.ch3", "resolved", None, "in a text with parts, where only one has it"),
        ("ch2", "", "ambiguous", "中“第二章”不止一处", "chapters restart in each part"),
        ("pt1.ch2", "pt1.ch2", "resolved", None, "part and chapter"),
        ("1 1", "1", "resolved", None, "named twice, one place"),
        ("", "", "resolved", None, "the text as a whole"),
        ("7", "h7", "resolved", None, "a point of an amendment, cited as an article"),
    ],
)
def test_units(units: str, addresses: str, status: str, reason: str | None, why: str) -> None:
    found = find_among(units.split(), {"d": PLACE})
    ends = [("d", at) for at in addresses.split()]
    assert (found.ends, found.status, found.reason) == (ends, status, reason), why


@pytest.mark.parametrize(
    ("units", "ends", "status", "why"),
    [
        ("1 3", [("甲", "1"), ("乙", "3")], "resolved", "each in its volume"),
        ("ch1", [], "ambiguous", "a chapter of that number in both"),
        ("9", [], "not_loaded", "in neither, perhaps in one that is not here"),
    ],
)
def test_units_of_a_text_in_volumes(
    units: str, ends: list[tuple[str, str]], status: str, why: str
) -> None:
    volumes = {"甲": Place(frozenset({"1", "2", "ch1"})), "乙": Place(frozenset({"3", "4", "ch1"}))}
    found = find_among(units.split(), volumes)
    assert (found.ends, found.status) == (ends, status), why


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        (name_of("《甲条例》"), Name("甲条例", None, (), "甲条例"), "a title"),
        (
            name_of("甲府〔2020〕1号", "甲府[2020]1号"),
            Name(None, "甲府[2020]1号", (), "甲府[2020]1号"),
            "a document named by its number only",
        ),
        (
            name_of(OPINION, "甲府〔2020〕1号"),
            Name("加强考核的意见", "甲府[2020]1号", (), "关于加强考核的意见@甲府[2020]1号"),
            "a general title with a number is that one only",
        ),
        (
            name_of("甲厅关于加强考核的意见"),
            Name("加强考核的意见", None, ("甲厅",), "甲厅关于加强考核的意见"),
            "issuers in the title",
        ),
    ],
)
def test_names(name: Name, expected: Name, why: str) -> None:
    assert name == expected, why


@pytest.mark.parametrize(
    ("left", "right", "expected", "why"),
    [
        (["甲省委办公厅"], ["中共甲省委办公厅"], True, "the Party's name left out"),
        (["国务院"], ["国务院办公厅"], False, "an organ is not its office"),
        (
            ["中共中央办公厅国务院办公厅"],
            ["中共中央办公厅", "国务院办公厅"],
            True,
            "written as one",
        ),
        (["甲市人民政府"], ["乙市人民政府"], False, "two cities"),
        ([], ["甲市人民政府"], None, "nothing is known"),
    ],
)
def test_issuers(left: list[str], right: list[str], expected: bool | None, why: str) -> None:
    assert same_issuers(left, right) is expected, why


def test_names_are_compared_without_width_and_blanks() -> None:
    assert plain("　党委 (党组)　主要负责人") == plain("党委（党组）主要负责人")
