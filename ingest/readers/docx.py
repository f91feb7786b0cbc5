"""Word documents (docx): the text as it prints, automatic numbers written out.

What is read stands in ECMA-376 part 1: 17.3 paragraphs and runs, 17.4 tables, 17.9 numbering, 17.13 revisions.
Headers, footers, notes, comments and text boxes are left out, and the source's notes say so.
"""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ingest.errors import ReadError
from ingest.readers.docx_numbering import Numbering
from ingest.source import Source

MAX_ENTRIES = 5_000
MAX_EXPANDED = 100 * 1024 * 1024
"""How large a file's parts may be together once unpacked, in bytes."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_THROUGH = {
    f"{_W}{t}" for t in ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml")
}
_REVISED = {f"{_W}{t}" for t in ("ins", "del", "moveFrom", "moveTo")}
_BOXES = {f"{_W}{t}" for t in ("drawing", "pict", "object")}
_LEFT_OUT = {
    f"{_W}footnoteReference": "脚注",
    f"{_W}endnoteReference": "尾注",
    f"{_W}commentReference": "批注",
}
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ParseError,
    OSError,
)


def read(data: bytes, name: str) -> Source:
    """Read a docx file; offsets count the characters of the lines put together here."""
    if data.startswith(_OLE):
        raise _old_or_locked(data, name)
    parts = _parts(data, name)
    try:
        text, notes = _Body(parts).text()
    except (ValueError, KeyError, RecursionError) as error:
        raise _broken(name) from error
    if not text.strip():
        raise ReadError(name, "文件里没有文字", "如果内容是图片，请先做文字识别（OCR）再载入。")
    return Source(text, name, "docx", hashlib.sha256(data).hexdigest(), notes)


# -- the package ----------------------------------------------------------------------------------


def _parts(data: bytes, name: str) -> dict[str, Element]:
    """The XML parts that are read, after a look at what the package would unpack to."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_EXPANDED:
                raise _bomb(name)
            names = {e.filename for e in entries}
            if "word/document.xml" not in names:
                raise ReadError(
                    name,
                    "内容不是 Word 文档（缺少正文部分）",
                    "请用 Word 或 WPS 另存为 docx 后重试。",
                )
            wanted = [
                part
                for part in names
                if re.fullmatch(
                    r"word/(?:document|styles|numbering|header\d*|footer\d*)\.xml", part
                )
            ]
            return {part: _xml(package, part, name) for part in sorted(wanted)}
    except ReadError:
        raise
    except DefusedXmlException as error:
        raise ReadError(
            name,
            "文件里含有自定义的 XML 实体（可能用于攻击），没有读入",
            "请用 Word 或 WPS 另存为新的 docx 后重试。",
        ) from error
    except _DAMAGED as error:
        raise _broken(name) from error


def _xml(package: zipfile.ZipFile, part: str, name: str) -> Element:
    """One part parsed; never more of it is unpacked than the package announced at most."""
    with package.open(part) as file:
        data = file.read(MAX_EXPANDED + 1)
    if len(data) > MAX_EXPANDED:
        raise _bomb(name)
    root: Element = fromstring(data, forbid_dtd=True)
    return root


def _old_or_locked(data: bytes, name: str) -> ReadError:
    if _ENCRYPTED in data:
        return ReadError(name, "文件有打开密码", "请在 Word 或 WPS 中去掉密码后另存为 docx。")
    return ReadError(
        name, "这是旧版 Word（doc）或 WPS 文件", "请用 Word 或 WPS 打开并另存为 docx。"
    )


def _bomb(name: str) -> ReadError:
    return ReadError(
        name, "压缩内容异常，展开后过大，没有读入", "请用 Word 或 WPS 另存为新的 docx 后重试。"
    )


def _broken(name: str) -> ReadError:
    return ReadError(name, "文件已损坏，不是完整的 docx", "请用 Word 或 WPS 打开修复，另存后重试。")


# -- the text -------------------------------------------------------------------------------------


class _Body:
    """The body's lines in reading order, and what was left out on the way."""

    def __init__(self, parts: dict[str, Element]) -> None:
        self.document = parts["word/document.xml"]
        self.numbering = Numbering(parts.get("word/styles.xml"), parts.get("word/numbering.xml"))
        self.margins = any(
            "".join(root.itertext()).strip()
            for part, root in parts.items()
            if "header" in part or "footer" in part
        )
        self.left_out: set[str] = set()
        self.revised = False

    def text(self) -> tuple[str, tuple[str, ...]]:
        body = self.document.find(f"{_W}body")
        if body is None:
            raise ValueError("a document without a body")
        lines = "\n".join(self._blocks(body)) + "\n"
        return lines, tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        if self.margins:
            yield "页眉、页脚没有读入"
        if self.left_out:
            yield f"{'、'.join(sorted(self.left_out))}没有读入"
        if self.revised:
            yield "文中有修订痕迹，按全部接受修订后的文字读取"
        if self.numbering.unknown:
            yield "有的自动编号样式不能识别，编号按阿拉伯数字写出"

    def _blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{_W}p":
                yield self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                if content is not None:
                    yield from self._blocks(content)
            elif child.tag in _THROUGH:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> str:
        """A paragraph's line: its automatic number, then its words; a soft break is a break."""
        words = "".join(self._words(paragraph))
        number = self.numbering.next(paragraph) if words.strip() else ""
        return number + words

    def _words(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag in _REVISED:
                self.revised = True
            if child.tag == f"{_W}r":
                yield from self._run(child)
            elif child.tag in _THROUGH:
                yield from self._words(child)
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                if content is not None:
                    yield from self._words(content)

    def _run(self, run: Element) -> Iterator[str]:
        if run.find(f"{_W}rPr/{_W}vanish") is not None:
            self.left_out.add("隐藏文字")
            return
        for child in run:
            if child.tag == f"{_W}t":
                yield (child.text or "").replace("\n", " ")
            elif child.tag == f"{_W}tab":
                yield "　"
            elif child.tag in (f"{_W}br", f"{_W}cr"):
                yield "\n" if child.get(f"{_W}type", "textWrapping") == "textWrapping" else ""
            elif child.tag == f"{_W}noBreakHyphen":
                yield "-"
            elif child.tag in _LEFT_OUT:
                self.left_out.add(_LEFT_OUT[child.tag])
            elif child.tag in _BOXES or child.tag == f"{_MC}AlternateContent":
                self._box(child)

    def _box(self, box: Element) -> None:
        if any((t.text or "").strip() for t in box.iter(f"{_W}t")):
            self.left_out.add("文本框")

    def _table(self, table: Element) -> Iterator[str]:
        """Each row a line; a merged cell once, where it begins."""
        for row in table.iter(f"{_W}tr"):
            cells = []
            for cell in row.findall(f"{_W}tc"):
                merged = cell.find(f"{_W}tcPr/{_W}vMerge")
                if merged is not None and merged.get(f"{_W}val", "continue") == "continue":
                    continue
                words = " ".join(line.strip() for line in self._cell(cell) if line.strip())
                if words:
                    cells.append(words)
            if cells:
                yield "　".join(cells)

    def _cell(self, cell: Element) -> Iterator[str]:
        for paragraph in cell.findall(f"{_W}p"):
            yield self._paragraph(paragraph).replace("\n", " ")
