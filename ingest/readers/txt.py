"""Plain text as received: UTF-8, UTF-16 with a mark, or GB18030."""

import hashlib
import re

from ingest.errors import ReadError
from ingest.source import Source

_SIGNATURES = (
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"%PDF", "PDF 文件"),
    (b"PK\x03\x04", "压缩包或 Word、Excel 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件"),
    (b"Rar!", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_COMMON = re.compile(r"[的第条一是，。、：]")


def read(data: bytes, name: str, format_: str = "txt") -> Source:
    """Decode a text file; what had to be guessed stands in the source's notes."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(
                name, f"内容是{kind}，不是文本", "请用对应的格式另存，或转换为文本后重试。"
            )
    text, notes = decode(data, name)
    if not text.strip():
        raise ReadError(name, "文件里没有文字", "请检查是否保存完整。")
    return Source(text, name, format_, hashlib.sha256(data).hexdigest(), notes)


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with ``\\n`` as its line end and without a mark, and a note where the encoding was guessed."""
    text, notes = _decoded(data, name)
    if _CONTROL.search(text):
        raise ReadError(name, "内容不是文本（含有二进制数据）", "请确认文件类型后重试。")
    return re.sub(r"\r\n?", "\n", text), notes


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), ()
        except UnicodeDecodeError as error:
            raise _broken(name) from error
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _broken(name) from error
    if not _COMMON.search(text):
        raise _broken(name)
    return text, ("文件没有注明编码，按 GB18030（国标）读取",)


def _broken(name: str) -> ReadError:
    return ReadError(
        name, "文字编码损坏，既不是 UTF-8 也不是 GB18030", "请用原来的软件打开并另存为 UTF-8 文本。"
    )
