"""Duty sheets and lessons as documents: all lines with their addresses, the draft's mark on every page."""

import io
from html.parser import HTMLParser

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import duty_sheet, lesson
from exports.duty_sheet import Line, Section, Sheet
from exports.lesson import Lesson, Part
from tests.hostile import CYPHER, SCRIPT

SOURCE = "《某办法》　征求意见稿　未注明日期"
SHEET = Sheet(
    title="乡镇长履职清单",
    source=SOURCE,
    status="征求意见稿",
    sections=(
        Section(
            "乡镇长",
            "责任：全面领导责任（第四条）",
            (Line("每季度检查一次", "第六条第（一）项", "每季度1次", "履职不到位的（第二十条）"),),
        ),
        Section("乡镇长所在机关的职责", "", ()),
    ),
    notes=(("可以免责的情形", ("不可抗力的（第二十六条）",)),),
)
LESSON = Lesson(
    "某办法备课提纲",
    SOURCE,
    "征求意见稿",
    (
        Part("内容提纲", lines=("第一条　目的",)),
        Part("谁、多久、做什么", columns=("谁", "频次"), rows=(("乡镇长", "每季度1次"),)),
    ),
)


class Tags(HTMLParser):
    """The tags of a page and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of_docx(data: bytes) -> tuple[str, str]:
    """The words of the body with its tables, and those of the page header."""
    document = Document(io.BytesIO(data))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    body = "\n".join([p.text for p in document.paragraphs] + cells)
    return body, document.sections[0].header.paragraphs[0].text


LINE = ("每季度检查一次", "第六条第（一）项", "每季度1次", "履职不到位的（第二十条）")


def test_a_sheet_as_a_page_prints_everything_and_asks_nothing_of_a_network() -> None:
    page = duty_sheet.to_html(SHEET)
    told = "".join(Tags(page).words)
    for words in (*LINE, "不可抗力的（第二十六条）", SOURCE, "责任：全面领导责任（第四条）"):
        assert words in told
    assert "class=mark>征求意见稿<" in page
    assert "@media print" in page
    assert "http" not in page


def test_the_mark_goes_where_the_text_is_in_force() -> None:
    in_force = Sheet("甲", "《某办法》　有效", "有效", (), ())
    assert "class=mark" not in duty_sheet.to_html(in_force)


def test_a_sheet_as_docx() -> None:
    body, header = words_of_docx(duty_sheet.to_docx(SHEET))
    for words in (*LINE, "不可抗力的（第二十六条）"):
        assert words in body
    assert header.startswith("征求意见稿")


def test_a_lesson_as_docx() -> None:
    body, header = words_of_docx(lesson.to_docx(LESSON))
    for words in ("第一条　目的", "乡镇长", "每季度1次", "谁、多久、做什么"):
        assert words in body
    assert header.startswith("征求意见稿")


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_words_are_words(words: str) -> None:
    hostile = f"{SCRIPT}{CYPHER}{words}"
    line = Line(hostile, hostile, hostile, hostile)
    sheet = Sheet(
        hostile, hostile, "试行", (Section(hostile, hostile, (line,)),), ((hostile, (hostile,)),)
    )
    assert "script" not in Tags(duty_sheet.to_html(sheet)).tags
    assert Document(io.BytesIO(duty_sheet.to_docx(sheet))).tables
    part = Part(hostile, (hostile,), (hostile,), ((hostile,),))
    assert Document(io.BytesIO(lesson.to_docx(Lesson(hostile, hostile, "试行", (part,))))).tables
