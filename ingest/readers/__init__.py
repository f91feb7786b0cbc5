"""Files as received to sources: the reader is chosen by the file's ending, and its content must agree."""

from collections.abc import Callable
from pathlib import Path

from ingest.errors import ReadError
from ingest.readers import docx, html, markdown, pdf, txt
from ingest.source import Source

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is read; legal texts are a hundredth of it."""
_READERS: dict[str, Callable[[bytes, str], Source]] = {
    ".txt": txt.read,
    ".md": markdown.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
    ".html": html.read,
    ".htm": html.read,
}
SUFFIXES = tuple(_READERS)
"""The endings of files that can be read."""


def read_source(path: Path) -> Source:
    """Read one file; ``ReadError`` says what is wrong with it and what to do."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ReadError(path.name, "这是一个文件夹，不是文件", "请指定其中的文件。")
        if size > MAX_BYTES:
            raise _too_large(path.name, size)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(path.name, "文件不存在或已被移走", "请核对路径后重试。") from error
    except PermissionError as error:
        raise ReadError(path.name, "没有读取这个文件的权限", "请检查文件权限。") from error
    except OSError as error:
        raise ReadError(path.name, f"读取失败（{error.strerror}）", "请检查磁盘后重试。") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Source:
    """Read a file's bytes, an upload for instance; ``name`` is the file's name with its ending."""
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    if not data.strip():
        raise ReadError(name, "文件是空的", "请检查是否保存完整。")
    suffix = Path(name).suffix.lower()
    if suffix in (".doc", ".wps"):
        raise ReadError(name, "这是旧版 Word 或 WPS 文件", "请用 Word 或 WPS 打开并另存为 docx。")
    reader = _READERS.get(suffix)
    if reader is None:
        raise ReadError(
            name, "不支持这种文件", f"请另存为以下格式之一：{'、'.join(s[1:] for s in SUFFIXES)}。"
        )
    return reader(data, name)


def _too_large(name: str, size: int) -> ReadError:
    return ReadError(
        name,
        f"文件有 {size / 1024 / 1024:.0f} MB，超过 {MAX_BYTES // 1024 // 1024} MB 的上限",
        "请只保留法规正文后重试。",
    )
