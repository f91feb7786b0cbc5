"""The reference health report as a Word document; its rows as a table are ``tables``' work."""

import io
from itertools import groupby

from docx import Document

from exports.word import plain, style
from graph_model.health import KINDS, SUGGESTIONS, Report

COLUMNS = {
    "kind": "种类",
    "title": "文件",
    "status": "状态",
    "canonical": "位置",
    "quote": "原文",
    "reason": "原因",
    "suggestion": "建议",
}
OUTCOMES = {
    "resolved": "已定位",
    "not_loaded": "所引文件不在手边",
    "no_such_provision": "所引条文不存在",
    "ambiguous": "不能确定",
    "generic": "泛指",
}
"""The statuses of citations, as people read them."""


def rows(report: Report) -> list[dict[str, str]]:
    """Return the findings as rows of a table, their kinds in words."""
    return [{**f.to_plain(), "kind": KINDS[f.kind]} for f in report.findings]


def summary(report: Report) -> str:
    """Return in one sentence what was looked at and what was found."""
    told = "，".join(f"{OUTCOMES[status]} {n}" for status, n in report.outcomes.items())
    return (
        f"检查了 {report.documents} 件文本的 {sum(report.outcomes.values())} 处引用"
        f"{f'（{told}）' if told else ''}，需要核对的有 {len(report.findings)} 处。"
    )


def to_docx(report: Report, subject: str) -> bytes:
    """Return the report as a Word document, a table for each kind of finding."""
    document = Document()
    style(document)
    document.add_heading(plain(f"引用体检：{subject}"), 1)
    document.add_paragraph(summary(report))
    document.add_paragraph("以下各处由程序按规则找出，只作提示，未作任何改动；请对照原件核对。")
    for kind, found in groupby(report.findings, key=lambda f: f.kind):
        findings = list(found)
        document.add_heading(f"{KINDS[kind]}（{len(findings)}）", 2)
        document.add_paragraph(f"建议：{SUGGESTIONS[kind]}")
        table = document.add_table(rows=1, cols=3)
        table.style = "Table Grid"
        for cell, words in zip(table.rows[0].cells, ("位置", "原文", "原因"), strict=True):
            cell.text = words
        for f in findings:
            for cell, words in zip(
                table.add_row().cells, (f.place, f.quote, f.reason), strict=True
            ):
                cell.text = plain(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
