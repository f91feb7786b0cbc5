"""The reference health report: what is found, and the same from files in memory as from either server."""

import io

import pytest
from docx import Document
from openpyxl import load_workbook

from exports import health_report
from exports.tables import to_xlsx
from graph_model import load
from graph_model.corpus import Corpus
from graph_model.health import KINDS, SUGGESTIONS, Material, Report, examine
from graph_model.store import Store
from ingest.facts import Facts
from ingest.lexicon import default
from ingest.pipeline import parse
from ingest.source import Source
from tests.graph.pictures import emptied


def text(name: str, words: str) -> Facts:
    return parse(Source.of_text(words, f"{name}.txt"))


UPPER = text(
    "条例",
    "甲市消防条例\n（2019年1月1日甲市人民代表大会通过）\n"
    "第一条 依照本条例第二条执行。\n第二条 依照本条例第一条执行。\n"
    "第四条 《甲市用电办法》同时废止。\n",
)
NEXT = text(
    "新条例",
    "甲市消防条例\n（2022年1月1日甲市人民代表大会通过）\n第一条 检查消防设施。\n",
)
LOWER = text(
    "办法",
    "甲市乙区消防办法\n（2020年1月1日乙区人民政府公布）\n"
    "第一条 根据《甲市消防条例》第九条，制定本细则。\n"
    "第二条 依照《规定》第三条和《甲市用电办法》第一条执行。\n"
    "第三条 依照《甲市消防条例》第二条执行。依照第四条执行。\n"
    "第四条 开展检查。有本办法第三条第五款情形的除外。\n",
)
EXPECTED = [
    ("no_such_provision", "甲市乙区消防办法", "第一条", "《甲市消防条例》没有第九条（现有第一条至第四条）"),
    ("no_such_provision", "甲市乙区消防办法", "第四条", "本文件没有第三条第五款（第三条共1款）"),
    ("repealed", "甲市乙区消防办法", "第二条", "已由《甲市消防条例》第四条废止，引用它的文件在此之后制定"),
    (
        "superseded",
        "甲市乙区消防办法",
        "第三条",
        "引用定位到《甲市消防条例》2019-01-01 的文本，之后还有 2022-01-01 的文本",
    ),
    (
        "undefined_abbreviation",
        "甲市乙区消防办法",
        "第二条",
        "“《规定》”是没有写明全称的简称，不能确定是哪一份文件",
    ),
    ("self_name_slip", "甲市乙区消防办法", "第一条", "自称“本细则”与标题不一致，按本文件自称处理"),
    ("cycle", "甲市消防条例", "第一条", "与《甲市消防条例》第二条互相依照适用"),
    ("cycle", "甲市消防条例", "第二条", "与《甲市消防条例》第一条互相依照适用"),
    ("numbering", "甲市消防条例", "第四条", "条号不连续：第3条缺失（前一条是第2条）"),
]  # fmt: skip


def told(report: Report) -> list[tuple[str, str, str, str]]:
    return [(f.kind, f.title, f.canonical, f.reason) for f in report.findings]


def test_in_memory() -> None:
    report = examine(Material.of_corpus(Corpus.of([LOWER, UPPER, NEXT])))
    assert told(report) == EXPECTED
    assert report.documents == 3
    assert report.outcomes == {
        "ambiguous": 1, "no_such_provision": 2, "not_loaded": 2, "resolved": 4,
    }  # fmt: skip


def test_the_graph_tells_the_same(store: Store) -> None:
    graph = emptied(store)
    for facts in (NEXT, LOWER, UPPER):
        load.load(graph, facts, tokens=default().tokens)
    report, expected = (
        examine(m)
        for m in (Material.of_store(graph), Material.of_corpus(Corpus.of([LOWER, UPPER, NEXT])))
    )
    assert told(report) == told(expected)
    assert report.outcomes == expected.outcomes
    for document in Material.of_store(graph).texts:
        # of one text, what little is read for it leads to the same report
        few, all_ = Material.of_store(graph, document), Material.of_store(graph)
        assert examine(few, document) == examine(all_, document)
        assert len(few.verdicts) <= len(all_.verdicts)


VOLUMES = [
    text(
        name,
        f"甲法典\n{name}\n2020年5月28日 全国人民代表大会通过\n第{first}条 检查。\n第{second}条 巡查。\n",
    )
    for name, first, second in (("总则", "一", "二"), ("合同编", "三", "四"))
]
CITING = text(
    "决定", "甲市渔业条例\n第一条 依照《甲法典》、《甲法典》第一条、第四条和第九条执行。\n"
)


def test_a_text_in_volumes_is_one_text(store: Store) -> None:
    graph = emptied(store)
    for facts in (CITING, *VOLUMES):
        assert load.load(graph, facts, tokens=default().tokens).status == "loaded"
    for material in (Material.of_store(graph), Material.of_corpus(Corpus.of([CITING, *VOLUMES]))):
        whole, units = material.verdicts
        assert (whole.status, whole.to_document, whole.instrument) == ("resolved", None, "甲法典")
        assert set(units.to_addresses) == {"1", "4"}
        assert (units.status, units.reason) == ("not_loaded", "《甲法典》已载入的2编中没有第九条")


def test_one_text_is_held_against_the_others() -> None:
    material = Material.of_corpus(Corpus.of([LOWER, UPPER, NEXT]))
    report = examine(material, UPPER.document.id)
    assert told(report) == [row for row in EXPECTED if row[1] == "甲市消防条例"]
    assert report.documents == 1


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "甲市消防条例\n（2023年1月1日甲市人民代表大会通过）\n第一条 检查。\n"
            "第二条 2019年1月1日公布的《甲市消防条例》同时废止。\n",
            id="a text that repeals its own predecessor",
        ),
        pytest.param("甲市消防条例\n第一条 适用第二条。\n第二条 检查。\n", id="one way only"),
        pytest.param("甲市消防条例\n第一条 检查。\n第二条 有前条情形的，处罚。\n", id="前条"),
        pytest.param("甲市消防条例\n", id="nothing but a title"),
    ],
)
def test_what_is_in_order_is_left_alone(words: str) -> None:
    assert told(examine(Material.of_corpus(Corpus.of([text("a", words)])))) == []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (
            "甲市人民代表大会关于修改《甲市消防条例》的决定",
            "一、将第九条修改为：依照本条例第十条处罚。",
        ),
        ("甲法修正案（二）", "一、在第十七条后增加一条，作为第十七条之一。"),
    ],
)
def test_numbers_of_an_amended_text_are_not_this_texts(title: str, words: str) -> None:
    report = examine(Material.of_corpus(Corpus.of([text("a", f"{title}\n{words}\n")])))
    assert {f.kind for f in report.findings} == {"unclear"}
    assert all("被修改的文件" in f.reason for f in report.findings)


def test_every_kind_has_words_and_advice() -> None:
    assert set(KINDS) == set(SUGGESTIONS)


def test_the_report_as_documents() -> None:
    report = examine(Material.of_corpus(Corpus.of([LOWER, UPPER, NEXT])))
    document = Document(io.BytesIO(health_report.to_docx(report, "甲市")))
    shown = [tuple(c.text for c in r.cells) for t in document.tables for r in t.rows[1:]]
    assert [row[2] for row in shown] == [reason for *_, reason in EXPECTED]
    assert shown[0][0] == "《甲市乙区消防办法》（未知）第一条", "with the status"
    assert "需要核对的有 9 处" in document.paragraphs[1].text
    sheet = load_workbook(
        io.BytesIO(to_xlsx(health_report.COLUMNS, health_report.rows(report)))
    ).active
    assert sheet is not None
    assert sheet.max_row == 1 + len(EXPECTED)
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} <= set(KINDS.values())
