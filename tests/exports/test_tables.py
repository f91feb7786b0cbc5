"""Tables as files: what stands on the page stands in them, and nothing in them is a formula."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from exports.tables import cell, to_csv, to_xlsx
from tests.hostile import CYPHER, FORMULA, SCRIPT

COLUMNS = {"duty": "职责", "months": "月数"}
ROWS: list[dict[str, Any]] = [
    {"duty": "每半年检查一次", "months": 6, "at": "not a column"},
    {"duty": ["甲", "乙"], "months": None},
    {"duty": FORMULA, "months": True},
]
NOTE = "《某办法》　征求意见稿"


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")  # or Excel takes it for the local encoding
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(data: bytes) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [[one.value for one in row] for row in sheet.iter_rows()]


def test_csv() -> None:
    assert read_csv(to_csv(COLUMNS, ROWS, NOTE)) == [
        ["职责", "月数"],
        ["每半年检查一次", "6"],
        ["甲；乙", ""],
        [f"'{FORMULA}", "是"],
        [],
        [NOTE],
    ]


def test_xlsx() -> None:
    assert read_xlsx(to_xlsx(COLUMNS, ROWS, NOTE)) == [
        ["职责", "月数"],
        ["每半年检查一次", 6],
        ["甲；乙", None],
        [FORMULA, "是"],
        [None, None],
        [NOTE, None],
    ]


def test_a_formula_in_a_document_is_text_in_a_workbook() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(COLUMNS, ROWS))).active
    assert sheet is not None
    assert {one.data_type for row in sheet.iter_rows() for one in row if one.value} == {"s", "n"}


CELLS = {
    "a list, joined": (["甲", 1, None], "甲；1；"),
    "no": (False, "否"),
    "nothing": (None, ""),
    "a number stays one": (24, 24),
    "characters that a workbook cannot hold": ("甲\x00\x0b乙\t丙\n丁", "甲乙 丙\n丁"),
}


@pytest.mark.parametrize("case", CELLS.values(), ids=CELLS)
def test_cells(case: tuple[Any, Any]) -> None:
    value, shown = case
    assert cell(value) == shown


@given(st.lists(st.text(), min_size=1), st.text())
def test_any_words_can_be_written(words: list[str], note: str) -> None:
    rows = [{"duty": word, "months": 1} for word in [*words, SCRIPT, CYPHER]]
    assert len(read_xlsx(to_xlsx(COLUMNS, rows, note))) >= len(rows) + 1
    for line in read_csv(to_csv(COLUMNS, rows, note))[1:]:
        assert not line or not line[0].startswith(("=", "+", "-", "@"))
