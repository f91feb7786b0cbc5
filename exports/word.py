"""Word documents that carry Chinese: fonts, sizes and the media type."""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_CONTROLS = {c: " " for c in range(32) if chr(c) not in "\n\t"} | {0xFFFE: " ", 0xFFFF: " "}


def plain(words: str) -> str:
    """Return words without the control characters that a Word document cannot hold."""
    return words.translate(_CONTROLS).encode("utf-8", "replace").decode()


def style(document: Any) -> None:
    """Set fonts that have Chinese: for it Word takes the one named as eastAsia."""
    for name, size in (("Normal", 11), ("Heading 1", 18), ("Heading 2", 13)):
        one = document.styles[name]
        one.font.name, one.font.size = "宋体", Pt(size)
        one.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
