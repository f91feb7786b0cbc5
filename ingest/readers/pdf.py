"""PDF files with text: lines joined to paragraphs by where they stand on the page.

Repeated headers and footers and page numbers are left out. A line goes on in the next where it reaches the right
margin and the next one is neither indented nor begins a provision; so over the end of a page.
"""

import hashlib
import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from ingest.errors import ReadError
from ingest.source import Source

MAX_PAGES = 2_000
logging.getLogger("pdfminer").setLevel(logging.ERROR)

_PAGE_NUMBER = re.compile(
    r"^[—–\-─－·•~\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6})(?:\s*页)?(?:\s*[/／，,共]+\s*(?:共\s*)?\d{1,4}\s*页?)?[—–\-─－·•~\s]*$"
)
_BEGINS = re.compile(
    r"^\s*(?:第[零〇一二三四五六七八九十百千\d]+[编章节条]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d{1,2}[.．、](?!\d)|附件|抄送|[①-⑳])"
)
_CHINESE = re.compile(r"[⺀-⿕一-鿿　-〿＀-￯]")
_RADICALS = {
    **{ord(c): unicodedata.normalize("NFKC", c) for c in map(chr, range(0x2F00, 0x2FD6))},
    **str.maketrans(
        "⺠⺟⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻁⻑⻗⻫⺝⺮⺶⻊",
        "民母西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟虎長雨斉月竹羊足",
    ),
}
"""Radicals that some programs print for the characters they look like, and the characters (Unicode blocks
2E80–2EFF, where Unicode gives no mapping, and 2F00–2FDF)."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line: its words, page, left and right edge and size, in points."""

    text: str
    page: int
    left: float
    right: float
    size: float


def read(data: bytes, name: str) -> Source:
    """Read a pdf file; offsets count the characters of the paragraphs put together here."""
    if not data[:1024].lstrip().startswith(b"%PDF"):
        raise _broken(name)
    try:
        pages, empty = _pages(data, name)
    except ReadError:
        raise
    except Exception as error:  # pdfminer lets any of Python's errors out of a damaged file
        if _is_locked(error):
            raise ReadError(
                name, "PDF 有打开密码", "请去掉密码后重试，或换用没有密码的版本。"
            ) from error
        raise _broken(name) from error
    if not any(pages):
        raise ReadError(
            name,
            "PDF 里没有文字，可能是扫描件",
            "请先做文字识别（OCR），另存为带文字的 PDF 或 docx 后重试。",
        )
    body, dropped = _without_margins(pages)
    text = "\n".join(_paragraphs(body)) + "\n"
    return Source(
        text, name, "pdf", hashlib.sha256(data).hexdigest(), tuple(_notes(dropped, empty))
    )


def _notes(dropped: int, empty: Sequence[int]) -> Iterator[str]:
    yield "按版面把断开的行接成段落"
    if dropped:
        yield f"每页重复的页眉、页脚和页码没有读入（{dropped} 行）"
    if empty:
        yield f"第 {'、'.join(map(str, empty))} 页没有文字，可能是扫描的图片"


def _broken(name: str) -> ReadError:
    return ReadError(name, "文件已损坏，不是完整的 PDF", "请重新下载或另存后重试。")


def _is_locked(error: BaseException | None) -> bool:
    """Is this, or what it was raised for, a password that is missing?"""
    while error is not None:
        inner = [error, *(a for a in error.args if isinstance(a, BaseException))]
        if any(isinstance(one, PDFPasswordIncorrect) for one in inner):
            return True
        error = error.__cause__ or error.__context__
    return False


def _pages(data: bytes, name: str) -> tuple[list[list[_Line]], list[int]]:
    """The lines of each page, and the numbers of pages without any."""
    pages, empty = [], []
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > MAX_PAGES:
            raise ReadError(
                name,
                f"PDF 有 {len(document.pages)} 页，超过 {MAX_PAGES} 页的上限",
                "请只保留法规正文后重试。",
            )
        for number, page in enumerate(document.pages, 1):
            lines = [_line(found, number) for found in page.extract_text_lines(return_chars=True)]
            lines = [line for line in lines if line.text]
            pages.append(lines)
            if not lines:
                empty.append(number)
            page.close()  # or the page's objects stay in memory
    return pages, empty


def _line(found: dict[str, Any], page: int) -> _Line:
    """A line with its blanks as they were set: lines spread to the margin have none between characters."""
    chars = [char for char in found["chars"] if char["text"].strip()]
    if not chars:
        return _Line("", page, 0, 0, 0)
    size = median(float(char["size"]) for char in chars)
    text = chars[0]["text"]
    for before, char in pairwise(chars):
        gap = float(char["x0"]) - float(before["x1"])
        wide = not (_CHINESE.match(before["text"]) and _CHINESE.match(char["text"]))
        text += "　" if gap > 0.8 * size else " " if wide and gap > 0.2 * size else ""
        text += char["text"]
    text = text.translate(_RADICALS)
    return _Line(text, page, float(chars[0]["x0"]), float(chars[-1]["x1"]), size)


# -- headers and footers ----------------------------------------------------------------------------


def _without_margins(pages: list[list[_Line]]) -> tuple[list[_Line], int]:
    """The lines without page numbers and what stands at the edge of most pages, and how many went."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_alike(line) for line in (*lines[:2], *lines[-2:])})
    often = max(2, (len(pages) + 1) // 2)
    kept, dropped = [], 0
    for lines in pages:
        for place, line in enumerate(lines):
            edge = place < 2 or place >= len(lines) - 2
            repeated = (
                len(pages) > 1 and edges[_alike(line)] >= often and not _BEGINS.match(line.text)
            )
            if edge and (_PAGE_NUMBER.match(line.text) or repeated):
                dropped += 1
            else:
                kept.append(line)
    return kept, dropped


def _alike(line: _Line) -> str:
    """The words without digits: 第 3 页 and 第 4 页 are alike."""
    return re.sub(r"\d", "", line.text)


# -- paragraphs -------------------------------------------------------------------------------------


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    if not lines:
        return
    size = median(line.size for line in lines)
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    indented = sum(left + 1.2 * size < line.left < left + 3.5 * size for line in lines)
    by_indent = indented >= max(2, len(lines) // 20)
    begun = ""
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        begun += line.text
        full = line.right > right - 1.6 * size
        if after is None or not (full and _goes_on(line, after, left, size, by_indent=by_indent)):
            yield begun
            begun = ""


def _goes_on(line: _Line, after: _Line, left: float, size: float, *, by_indent: bool) -> bool:
    if _BEGINS.match(after.text) or abs(after.size - line.size) > 0.2 * size:
        return False
    if by_indent:
        return after.left < left + 0.8 * size
    return not re.search(r"[。！？：]$", line.text)
