"""What structure makes of texts: clean, dirty, without articles, and any at all."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.provisions import Structure
from ingest.source import Source
from ingest.structure import read_article, read_structure, structure_facts
from tests.corpus import hundred

HEAD = "某县河湖管护办法\n"


def read(text: str) -> Structure:
    return read_structure(Source.of_text(text))


def outline(structure: Structure) -> list[str]:
    """Addresses in reading order, regions included."""
    return [str(p.address) for p in structure.provisions]


def owned_once(structure: Structure) -> bool:
    """Does every character of the text lie in exactly one segment?"""
    segments = sorted(s for p in structure.provisions for s in p.segments)
    covered = "".join(structure.source.text[a:b] for a, b in segments)
    return covered == structure.source.text


def test_the_regulation_as_received(regulation: Path) -> None:
    structure = read(regulation.read_text(encoding="utf-8"))
    facts = structure_facts(structure)
    assert structure.title == "苏州市党政领导干部安全生产责任制规定实施办法"
    assert [(c.number, c.title, c.articles) for c in facts.chapters] == [
        (1, "总则", [1, 5]),
        (2, "职责内容", [6, 10]),
        (3, "考核考察", [11, 17]),
        (4, "表彰奖励", [18, 19]),
        (5, "责任追究", [20, 30]),
        (6, "附则", [31, 33]),
    ]
    assert {a: s.items for a, s in facts.articles.items() if s.items} == {
        "6": {"1": 6},
        "7": {"1": 6},
        "9": {"1": 6},
        "10": {"1": 5},
        "20": {"1": 6},
        "25": {"1": 2},
        "26": {"1": 7},
    }
    two = {a for a, s in facts.articles.items() if s.paragraphs == 2}
    assert two == {"2", "4", "11", "21"}
    assert [str(p.address) for p in structure.provisions if str(p.address).startswith("noise")] == [
        "noise",  # 附件： above the title
        "noise~2",  # — 2 —
        "noise~3",
    ]
    assert structure.problems == ()
    assert owned_once(structure)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        pytest.param(
            "第一章　总则\n第一条　甲。\n第二条　乙。\n第二章　附则\n第三条　丙。\n",
            ["header", "ch1", "1", "1.1", "2", "2.1", "ch2", "3", "3.1"],
            id="chapters and articles",
        ),
        pytest.param(
            "第五章责任追究\n第一条甲应当做好巡查工作。\n",
            ["header", "ch5", "1", "1.1"],
            id="no blank after the number",
        ),
        pytest.param(
            "目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n",
            ["header", "toc", "ch1", "1", "1.1", "ch2", "2", "2.1"],
            id="a table of contents is not the chapters",
        ),
        pytest.param(
            "（2020年1月2日某县人民政府发布）\n第一条 甲。\n",
            ["header", "1", "1.1"],
            id="an issue note belongs to the header",
        ),
        pytest.param(
            "第一条 河长应当每月巡查责任河段，\n并记录巡查情况。\n第二条 乙。\n",
            ["header", "1", "1.1", "2", "2.1"],
            id="a line that breaks off in mid-sentence goes on",
        ),
        pytest.param(
            "第一条 对违反本办法\n第三条规定的，予以通报。\n第二条 乙。\n第三条 丙。\n",
            ["header", "1", "1.1", "2", "2.1", "3", "3.1"],
            id="a wrapped reference is no article",
        ),
        pytest.param(
            "第一条 甲：\n（一）乙；\n（二）丙。\n前款所称丁。\n",
            ["header", "1", "1.1", "1.1.1", "1.1.2", "1.2"],
            id="a paragraph after a list",
        ),
        pytest.param(
            "第一条 甲：\n（一）乙：\n1.丙；\n2.丁。\n（二）戊。\n",
            ["header", "1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.2", "1.1.2"],
            id="subitems",
        ),
        pytest.param(
            "第一条 职责包括：（一）巡河；（二）治污；（三）报告。\n",
            ["header", "1", "1.1", "1.1.1", "1.1.2", "1.1.3"],
            id="items on one line",
        ),
        pytest.param(
            "第一条 甲。\n第一条之一 乙。\n第二条 丙。\n",
            ["header", "1", "1.1", "1-1", "1-1.1", "2", "2.1"],
            id="an inserted article",
        ),
        pytest.param(
            "第一编 总则\n第一章 甲\n第一条 乙。\n第二编 分则\n第一章 丙\n第一节 丁\n第二条 戊。\n",
            ["header", "pt1", "pt1.ch1", "1", "1.1", "pt2", "pt2.ch1", "pt2.ch1.s1", "2", "2.1"],
            id="chapters begin again under each part",
        ),
        pytest.param(
            "第1条 甲(试行).\n第2条 乙:\n(一)丙;\n(二)丁.\n",
            ["header", "1", "1.1", "2", "2.1", "2.1.1", "2.1.2"],
            id="half-width punctuation",
        ),
        pytest.param(
            "第一条 甲。\n— 2 —\n第二条 乙。\n",
            ["header", "1", "1.1", "noise", "2", "2.1"],
            id="a page footer",
        ),
        pytest.param(
            "第一条 甲。\n抄送：县委各部门。\n某县人民政府办公室 2020年3月1日印发\n",
            ["header", "1", "1.1", "tail"],
            id="copies and print note",
        ),
        pytest.param(
            "第一条 甲。\n附件1：巡查记录表\n河段名称应当填写全称。\n",
            ["header", "1", "1.1", "fj1", "fj1.p1"],
            id="an annex with text of its own",
        ),
        pytest.param(
            "第一章 总则\n第一条 甲。\n附则\n第二条 乙。\n",
            ["header", "ch1", "1", "1.1", "ch2", "2", "2.1"],
            id="附则 without a number",
        ),
    ],
)
def test_outlines(text: str, addresses: list[str]) -> None:
    structure = read(HEAD + text)
    assert outline(structure) == addresses
    assert owned_once(structure)


def test_a_text_of_headings() -> None:
    structure = read(
        "某县关于加强河湖管护的意见\n为加强河湖管护，现提出如下意见。\n一、总体要求\n坚持生态优先。\n"
        "（一）基本原则。坚持问题导向，坚持系统治理，坚持社会共治。\n二、主要任务\n1.巡查。\n"
    )
    assert outline(structure) == ["header", "p1", "h1", "h1.p1", "h1.1", "h1.1.p1", "h2", "h2.1"]
    assert structure.by_address["h1"].title == "总体要求"


def test_joined_lines_are_one_sentence() -> None:
    structure = read(HEAD + "第一条 河长应当每月巡查责任河段，\n— 3 —\n并记录巡查情况。\n")
    paragraph = structure.by_address["1.1"]
    assert paragraph.text == "河长应当每月巡查责任河段，并记录巡查情况。"
    start, end = paragraph.words.span(11, 18)
    assert structure.source.text[start:end].replace("\n— 3 —\n", "") == paragraph.text[11:18]


@pytest.mark.parametrize(
    ("numbers", "problems"),
    [
        (["一", "二", "三"], []),
        (["一", "三"], ["gap"]),
        (["一", "二", "二", "三"], ["double"]),
        (["二", "一"], ["order"]),
        (["一", "三之一"], ["order"]),
    ],
)
def test_numbering_is_checked(numbers: list[str], problems: list[str]) -> None:
    heads = ["第{}条之{}".format(*n.split("之")) if "之" in n else f"第{n}条" for n in numbers]
    structure = read(HEAD + "".join(f"{h} 甲。\n" for h in heads))
    assert [p.code for p in structure.problems] == problems
    assert len(structure.articles) == len(numbers)


def test_a_text_without_structure_is_read_as_paragraphs() -> None:
    structure = read("春天来了。\n河水涨了。\n")
    assert [p.code for p in structure.problems] == ["no_structure"]
    assert [p.text for p in structure.paragraphs] == ["春天来了。", "河水涨了。"]


def test_one_article_at_hand() -> None:
    structure = read_article(
        "第十五条 甲：\n（一）乙；\n（二）丙。\n丁。", "第十五条", "第三章 监督"
    )
    assert outline(structure) == ["ch3", "15", "15.1", "15.1.1", "15.1.2", "15.2"]


LINES = st.sampled_from(
    [
        "第一条 甲。",
        "第二条乙，",
        "第三条",
        "第三条规定的，",
        "第二条之一 丙。",
        "第一章 总则",
        "第二节 分工",
        "第一编 通则",
        "附则",
        "（一）丁；",
        "（二）戊。（三）己。",
        "1.庚",
        "（1）辛",
        "①壬",
        "一、癸",
        "目录",
        "附件：",
        "附件2：表",
        "— 7 —",
        "抄送：各科室。",
        "某办公室 2020年1月1日印发",
        "某县规定",
        "（试行）",
        "",
        "　",
        "\t",
        "# 第四条 子。",
        "<!-- INFO END -->",
        "丑",
        "寅。",
    ]
)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_every_character_has_one_owner_whatever_the_text(text: str) -> None:
    structure = read(text)
    assert owned_once(structure)
    assert len(set(outline(structure))) == len(structure.provisions)
    for article in structure.articles:
        assert {p.kind for p in structure.children(article.address)} <= {"paragraph"}
    for provision in structure.provisions:
        assert provision.parent is None or str(provision.parent) in structure.by_address


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert owned_once(read(text.replace("\r", "")))


def test_a_hundred_documents_of_the_corpus(shared: Path) -> None:
    texts = {name: data.decode("utf-8-sig") for name, data in hundred(shared).items()}
    assert len(texts) == 100
    for name, raw in texts.items():
        text = raw.replace("\r\n", "\n").replace("\r", "\n")
        structure = read_structure(Source(text, name, "md", ""))
        counted = re.findall(r"(?m)^[ \t　#*]*第[〇零一二三四五六七八九十百千]+ ?条", text)
        assert len(structure.articles) == len(counted), name
        assert owned_once(structure), name


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        pytest.param(
            ["县级人民政府水利主管部门依", "法组织巡查水井。", "乡镇人民政府协助。"],
            ["县级人民政府水利主管部门依法组织巡查水井。", "乡镇人民政府协助。"],
            id="a line that breaks off in a word",
        ),
        pytest.param(
            ["单位应当承担迁建水井所需的费用，", "协助做好新建水井", "的相关工作。"],
            ["单位应当承担迁建水井所需的费用，协助做好新建水井的相关工作。"],
            id="over three lines",
        ),
        pytest.param(
            ["水井的保护级别包括下列各种", "一级保护水井", "二级保护水井"],
            ["水井的保护级别包括下列各种", "一级保护水井", "二级保护水井"],
            id="a list of names comes to no end of a sentence",
        ),
        pytest.param(
            ["应纳费额＝取水量×费率", "公式中的取水量由表计量。"],
            ["应纳费额＝取水量×费率", "公式中的取水量由表计量。"],
            id="a formula is a paragraph",
        ),
    ],
)
def test_paragraphs_of_a_copy_that_break_off_in_mid_sentence(
    lines: list[str], paragraphs: list[str]
) -> None:
    text = "水井条例\n\n第一条 为了保护水井，制定本条例。\n\n第二条 " + "\n\n".join(lines) + "\n"
    structure = read_structure(Source(text, "a.md", "md", ""))
    assert [p.text for p in structure.children("2")] == paragraphs
    told = [p.code for p in structure.problems if p.code == "broken_lines"]
    assert told == ["broken_lines"] * (len(paragraphs) < len(lines))


def test_articles_that_were_glued_into_one_line_come_apart() -> None:
    text = "某规则\n第一条 为了安全。 第二条 依照第三条 办理。 第四条 这一条的号接不上。 第三条 飞行。\n"
    structure = read(text)
    assert [str(a.address) for a in structure.articles] == ["1", "2", "3"]
    assert owned_once(structure)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("第一条 应当：（一）检查；（二）报告。", ["（一）", "（二）"]),
        (
            "第一条 应当： （一） 检查；　（二）报告。",
            ["（一）", "（二）"],
        ),  # blanks after the mark
        ("第一条：（一）检查；（二）报告。", ["（一）", "（二）"]),  # the mark is the article's own
        ("第一条 应当（一）检查（二）报告。", []),  # no mark before them
        (
            "第一条 应当：（一）检查；（三）报告。",
            [],
        ),  # one alone, since the next is not its successor
    ],
)
def test_items_inside_a_line_follow_a_mark(line: str, items: list[str]) -> None:
    structure = read("甲办法\n" + line)
    assert [p.number for p in structure.provisions if p.kind == "item"] == items
