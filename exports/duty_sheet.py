"""A post's duty sheet as a document of its own: html with print styles, and docx. A draft says so on every page."""

import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from exports.word import plain, style

HEADINGS = ("序号", "职责", "依据", "频次", "不履行的情形")


@dataclass(frozen=True, slots=True)
class Line:
    """One duty: its words, where they stand, how often, and what not doing it amounts to."""

    duty: str
    basis: str
    frequency: str
    breach: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the sheet: a heading, an explanation, and its lines."""

    heading: str
    remark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet: for whom, of which text, and what follows or exempts, each line with its address."""

    title: str
    source: str
    status: str
    sections: tuple[Section, ...]
    notes: tuple[tuple[str, tuple[str, ...]], ...]


def to_html(sheet: Sheet) -> str:
    """Return the sheet as one html file without anything from elsewhere."""
    body = [f"<h1>{_e(sheet.title)}</h1>", f"<p class=source>{_e(sheet.source)}</p>"]
    for section in sheet.sections:
        body.append(f"<h2>{_e(section.heading)}</h2>")
        if section.remark:
            body.append(f"<p>{_e(section.remark)}</p>")
        if section.lines:
            body.append(_table(section.lines))
    for heading, lines in sheet.notes:
        items = "".join(f"<li>{_e(line)}</li>" for line in lines)
        body.append(f"<h2>{_e(heading)}</h2><ul>{items}</ul>")
    mark = f"<div class=mark>{_e(sheet.status)}</div>" if sheet.status != "有效" else ""
    return _PAGE.format(title=_e(sheet.title), mark=mark, body="\n".join(body))


def to_docx(sheet: Sheet) -> bytes:
    """Return the sheet as a Word document with the status in every page's header."""
    document = Document()
    style(document)
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21.0)
    page.header.paragraphs[0].text = plain(f"{sheet.status}　{sheet.source}")
    document.add_heading(plain(sheet.title), 1)
    document.add_paragraph(plain(sheet.source))
    for section in sheet.sections:
        document.add_heading(plain(section.heading), 2)
        if section.remark:
            document.add_paragraph(plain(section.remark))
        if section.lines:
            _docx_table(document, section.lines)
    for heading, lines in sheet.notes:
        document.add_heading(plain(heading), 2)
        for line in lines:
            document.add_paragraph(plain(line), style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(lines: Sequence[Line]) -> str:
    head = "".join(f"<th>{h}</th>" for h in HEADINGS)
    rows = "".join(
        "<tr>" + "".join(f"<td>{_e(c)}</td>" for c in _cells(number, line)) + "</tr>"
        for number, line in enumerate(lines, 1)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(number: int, line: Line) -> tuple[str, ...]:
    return str(number), line.duty, line.basis, line.frequency, line.breach


def _docx_table(document: Any, lines: Sequence[Line]) -> None:
    table = document.add_table(rows=1, cols=len(HEADINGS))
    table.style = "Table Grid"
    widths = (1.2, 13.0, 4.0, 3.6, 4.0)
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.text = heading
    for number, line in enumerate(lines, 1):
        for cell, words in zip(table.add_row().cells, _cells(number, line), strict=True):
            cell.text = plain(words)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def _e(text: str) -> str:
    return html.escape(text)


_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font-family: "Noto Serif CJK SC", "SimSun", serif; margin: 2cm; line-height: 1.7; color: #111; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid #555; padding: .35em .5em; vertical-align: top; text-align: left; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
.source {{ color: #444; }}
.mark {{ position: fixed; top: .4cm; right: 1cm; border: 2px solid #a63a3a; color: #a63a3a; padding: .1em .6em; }}
@media print {{ body {{ margin: 0; }} @page {{ size: A4 landscape; margin: 1.5cm; }} }}
</style></head><body>{mark}
{body}
</body></html>
"""
