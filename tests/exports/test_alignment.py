"""A comparison as a table and as a Word document: omissions first, both marks on every page, text as text."""

import io

from docx import Document
from openpyxl import load_workbook

from exports import alignment
from exports.tables import to_xlsx
from graph_model.align import align
from graph_model.sides import sides_of_facts
from ingest.batch import facts_of
from tests import hostile
from tests.align.conftest import LOWER, UPPER
from tests.align.test_align import facts_of as made

FOUND = align(*sides_of_facts(facts_of(UPPER), facts_of(LOWER)))


def test_the_table_begins_with_what_is_left_out() -> None:
    rows = alignment.rows(FOUND)
    assert [r["relation"] for r in rows][:3] == ["未提及", "未提及", "细化"]
    assert len(rows) == len(FOUND.unmatched) + len(FOUND.pairs) + len(FOUND.own)
    book = load_workbook(io.BytesIO(to_xlsx(alignment.COLUMNS, rows, alignment.note(FOUND))))
    lines = list(book.worksheets[0].iter_rows(values_only=True))
    assert lines[0] == tuple(alignment.COLUMNS.values())
    assert lines[1][1] == "第十一条"


def test_the_document_carries_both_marks_on_every_page() -> None:
    document = Document(io.BytesIO(alignment.to_docx(FOUND)))
    (section,) = document.sections
    mark = section.header.paragraphs[0].text
    assert "《江海省水域救生条例》　征求意见稿" in mark
    assert "《水域救生法》" in mark
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == [
        "上位要求而下位没有的（2）", "缩减（3）", "细化（5）", "扩展（3）", "重复（1）", "自设（1）",
    ]  # fmt: skip


def test_what_a_text_says_stays_text() -> None:
    words = f"经营者应当检查{hostile.SCRIPT}\x07一次。"
    found = align(*sides_of_facts(made("某某法", [words]), made("江海省条例", [words])))
    document = Document(io.BytesIO(alignment.to_docx(found)))
    told = "\n".join(c.text for t in document.tables for r in t.rows for c in r.cells)
    assert hostile.SCRIPT in told
