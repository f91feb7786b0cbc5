"""A lesson outline as a Word document: every line with its address, a draft marked on every page."""

import io
from dataclasses import dataclass

from docx import Document

from exports.word import plain, style


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the lesson: lines with their addresses, or a table with headings."""

    heading: str
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson on one text."""

    title: str
    source: str
    status: str
    parts: tuple[Part, ...]


def to_docx(lesson: Lesson) -> bytes:
    """Return the lesson as a Word document."""
    document = Document()
    style(document)
    document.sections[0].header.paragraphs[0].text = plain(f"{lesson.status}　{lesson.source}")
    document.add_heading(plain(lesson.title), 1)
    document.add_paragraph(plain(f"依据：{lesson.source}"))
    for part in lesson.parts:
        document.add_heading(plain(part.heading), 2)
        for line in part.lines:
            document.add_paragraph(plain(line), style="List Bullet")
        if part.rows:
            table = document.add_table(rows=1, cols=len(part.columns))
            table.style = "Table Grid"
            for cell, words in zip(table.rows[0].cells, part.columns, strict=True):
                cell.text = plain(words)
            for row in part.rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = plain(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
