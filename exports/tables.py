"""Answers as tables: xlsx with Chinese headings, and csv that a spreadsheet opens without asking."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_WIDEST = 60
_ILLEGAL = dict.fromkeys(range(32)) | {9: " ", 10: "\n"}
_FORMULA = ("=", "+", "-", "@")


def cell(value: Any) -> str | int | float:
    """Return a value as a cell shows it: lists joined, truth as 是 and 否, nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple):
        return "；".join(str(cell(v)) for v in value)
    return str(value).translate(_ILLEGAL)


def to_csv(columns: Mapping[str, str], rows: Sequence[Mapping[str, Any]], note: str = "") -> bytes:
    """Return the rows as csv with a mark that tells spreadsheets the encoding; ``note`` stands below."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns.values())
    for row in rows:
        writer.writerow([_harmless(cell(row.get(c))) for c in columns])
    if note:
        writer.writerow([])
        writer.writerow([_harmless(note)])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(columns: Mapping[str, str], rows: Sequence[Mapping[str, Any]], note: str = "") -> bytes:
    """Return the rows as a workbook: a bold heading that stays, wrapped cells, ``note`` below."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(columns.values()))
    for row in rows:
        sheet.append([cell(row.get(c)) for c in columns])
    if note:
        sheet.append([])
        sheet.append([cell(note)])
    for line in sheet.iter_rows():
        for one in line:
            one.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(one.value, str):
                one.data_type = "s"  # never a formula
    for one in sheet[1]:
        one.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(columns, 1):
        longest = max([len(columns[name]), *(len(str(cell(r.get(name)))) for r in rows)])
        sheet.column_dimensions[get_column_letter(number)].width = min(2 * longest + 2, _WIDEST)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _harmless(value: str | int | float) -> str | int | float:
    """A text that a spreadsheet would take for a formula is given as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
