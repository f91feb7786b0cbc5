"""The comparison of two texts as rows of a table and as a Word document: what the lower one omits comes first."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from exports.word import plain, style
from graph_model.align import GRADES, Alignment, Pair, Unmatched
from graph_model.relations import RELATIONS
from graph_model.sides import Side

COLUMNS = {
    "relation": "关系",
    "upper_at": "上位条文",
    "upper_text": "上位原文",
    "lower_at": "下位条文",
    "lower_text": "下位原文",
    "reason": "理由",
    "differences": "不同之处",
    "score": "把握",
    "doubt": "待核",
}
OMITTED, NOT_REPEATED, OWN = "未提及", "未重述", "自设"


def rows(alignment: Alignment) -> list[dict[str, object]]:
    """Return the comparison as rows: omissions, pairs in the order of the upper text, then what stands alone."""
    upper, lower = alignment.upper, alignment.lower
    rest = [u for u in alignment.unmatched if u not in alignment.omissions]
    return [
        *(_alone(OMITTED, "upper", u, upper) for u in alignment.omissions),
        *(_pair(p, upper, lower) for p in alignment.pairs),
        *(_alone(OWN, "lower", u, lower) for u in alignment.own),
        *(_alone(NOT_REPEATED, "upper", u, upper) for u in rest),
    ]


def summary(alignment: Alignment) -> str:
    """Return in a sentence how much was found of what."""
    sure = [p for p in alignment.pairs if p.doubt is None]
    counts = "，".join(
        f"{name} {n}" for r, name in RELATIONS.items() if (n := sum(p.relation == r for p in sure))
    )
    return (
        f"上位有要求而下位没有的 {len(alignment.omissions)} 处；对应 {len(sure)} 组"
        f"{f'（{counts}）' if counts else ''}，另有待核 {len(alignment.pairs) - len(sure)} 组；"
        f"下位自设 {len(alignment.own)} 条。"
    )


def note(alignment: Alignment) -> str:
    """Return by what the counterparts were found, and how far that may be trusted."""
    by, more = "用词、含义、结构和位置", ""
    if alignment.words_only:
        by, more = "用词、结构和位置", f"这次{alignment.words_only}，换了说法的对应条文会漏掉一些。"
    return (
        f"由程序按{by}的相近程度找出，只供核对；{more}"
        "把握是统计得出的，不是法律判断，标明待核的须人工核对。"
    )


def words_of(side: Side, article: str) -> str:
    """Return the words of an article, a line for each clause."""
    return "\n".join(c.text for c in side.articles[article])


def to_docx(alignment: Alignment) -> bytes:
    """Return the comparison as a Word document with both texts' status in every page's header."""
    upper, lower = alignment.upper, alignment.lower
    document = Document()
    style(document)
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21.0)
    page.header.paragraphs[0].text = plain(f"上位：{upper.mark}　　下位：{lower.mark}")
    document.add_heading(plain(f"上下位对照：《{upper.title}》与《{lower.title}》"), 1)
    document.add_paragraph(plain(f"上位：{upper.mark}"))
    document.add_paragraph(plain(f"下位：{lower.mark}"))
    document.add_paragraph(summary(alignment))
    document.add_paragraph(note(alignment))
    document.add_heading(f"上位要求而下位没有的（{len(alignment.omissions)}）", 2)
    omitted = [(upper.canonical[u.at], u.quote.text, u.reason) for u in alignment.omissions]
    _table(document, ("上位条文", "原文", "说明"), omitted)
    for relation, name in RELATIONS.items():
        pairs = [p for p in alignment.pairs if p.relation == relation]
        document.add_heading(f"{name}（{len(pairs)}）", 2)
        _table(
            document, ("上位", "下位", "理由与不同之处"), [_told(p, upper, lower) for p in pairs]
        )
    document.add_heading(f"{OWN}（{len(alignment.own)}）", 2)
    own = [(lower.canonical[u.at], u.quote.text, u.reason) for u in alignment.own]
    _table(document, ("下位条文", "原文", "说明"), own)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _told(pair: Pair, upper: Side, lower: Side) -> tuple[str, str, str]:
    why = [*pair.reasons, *(d.told for d in pair.differences if d.told not in pair.reasons)]
    if pair.doubt:
        why.insert(0, f"待核：{pair.doubt}")
    why.append(f"把握 {pair.score:.0%}")
    return (
        f"{upper.canonical[pair.upper]}\n{words_of(upper, pair.upper)}",
        f"{lower.canonical[pair.lower]}\n{words_of(lower, pair.lower)}",
        "\n".join(why),
    )


def _pair(pair: Pair, upper: Side, lower: Side) -> dict[str, object]:
    return {
        "relation": RELATIONS[pair.relation],
        "upper_at": upper.canonical[pair.upper],
        "upper_text": words_of(upper, pair.upper),
        "lower_at": lower.canonical[pair.lower],
        "lower_text": words_of(lower, pair.lower),
        "reason": list(pair.reasons),
        "differences": [d.told for d in pair.differences],
        "score": pair.score,
        "doubt": pair.doubt,
    }


def _alone(relation: str, where: str, found: Unmatched, side: Side) -> dict[str, object]:
    return {
        "relation": relation,
        f"{where}_at": side.canonical[found.at],
        f"{where}_text": found.quote.text,
        "reason": GRADES[found.grade] if found.grade else found.reason,
        "score": found.score,
    }


def _table(document: Any, headings: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    if not lines:
        document.add_paragraph("没有。")
        return
    table = document.add_table(rows=1, cols=len(headings))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, headings, strict=True):
        cell.text = words
    for line in lines:
        for cell, words in zip(table.add_row().cells, line, strict=True):
            cell.text = plain(words)
