"""Fetching a document onto this machine: once, politely, bounded in size and time, with a checksum.

The only part of the project that speaks with a network, and only when a person gives an address.
"""

import hashlib
import json
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from ingest.errors import IngestError
from ingest.readers import MAX_BYTES, SUFFIXES

AGENT = "fatu/0.1 (single documents on a person's request)"
TIMEOUT_SECONDS = 20.0
MAX_REDIRECTS = 5
PATIENCE_SECONDS = 10
"""The longest wait that a busy server may ask for before the one further try."""
_BUSY = (429, 503)
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


class FetchError(IngestError):
    """A document could not be fetched; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A fetched file: where it lies, where it came from, its SHA-256 and size in bytes."""

    title: str
    path: Path
    url: str
    final_url: str
    sha256: str
    size_bytes: int
    fetched_at: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    title: str
    url: str
    folder: Path


@dataclass(frozen=True, slots=True)
class _Received:
    """What arrived: a draft in the folder, its SHA-256 and size in bytes."""

    draft: Path
    sha256: str
    size: int


def fetch(title: str, url: str, folder: Path) -> Fetched:
    """Fetch one document into a folder, beside it a note of where it came from.

    The file is named by the title. A file of the same content is left as it is; one of other content is kept, and
    the new one gets the beginning of its checksum in its name. Nothing is left behind where fetching fails.
    """
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise FetchError(f"网址 {url} 不对。应以 http:// 或 https:// 开头。")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with httpx.Client(
            headers={"User-Agent": AGENT},
            timeout=TIMEOUT_SECONDS,
            follow_redirects=True,
            max_redirects=MAX_REDIRECTS,
        ) as client:
            _ask_robots(client, url)
            return _download(client, _Wanted(title, url, folder))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(_told(url, error)) from error
    except OSError as error:
        raise FetchError(
            f"不能写入文件夹 {folder}（{error.strerror}）。请检查权限与磁盘空间。"
        ) from error


def _told(url: str, error: Exception) -> str:
    host = urlsplit(url).hostname
    if isinstance(error, httpx.TimeoutException):
        return f"{host} 在 {TIMEOUT_SECONDS:.0f} 秒内没有应答。请稍后再试，或在浏览器中下载后用 fatu load 载入。"
    if isinstance(error, httpx.TooManyRedirects):
        return f"{url} 的跳转超过 {MAX_REDIRECTS} 次。请在浏览器中打开，换用最后的网址。"
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return f"网址 {url} 不对，或跳转到了不是网页的地址。请核对。"
    return f"连不上 {host}，或传输中断。请检查网络，或在浏览器中下载后用 fatu load 载入。"


def _ask_robots(client: httpx.Client, url: str) -> None:
    """Keep to the site's robots.txt (RFC 9309); a site without one, or that does not answer, allows all."""
    parts = urlsplit(url)
    try:
        answer = client.get(f"{parts.scheme}://{parts.netloc}/robots.txt")
    except httpx.HTTPError:
        return
    if answer.status_code != 200:
        return
    rules = RobotFileParser()
    rules.parse(answer.text.splitlines())
    if not rules.can_fetch(AGENT, url):
        raise FetchError(
            f"{parts.hostname} 不允许程序下载这个网址。请在浏览器中下载后用 fatu load 载入。"
        )


def _download(client: httpx.Client, wanted: _Wanted) -> Fetched:
    for last in (False, True):
        with client.stream("GET", wanted.url) as answer:
            if answer.status_code in _BUSY and not last:
                time.sleep(_wait(answer))
                continue
            if answer.status_code != 200:
                raise FetchError(
                    f"{wanted.url} 没有这个文件或不允许取得（状态 {answer.status_code}）。请在浏览器中核对网址。"
                )
            with _draft(wanted.folder) as draft:
                return _keep(wanted, answer, _receive(answer, draft))
    raise AssertionError("unreachable: the second try always answers")


def _wait(answer: httpx.Response) -> float:
    """How long a busy server asks to wait, in seconds, at most ``PATIENCE_SECONDS``."""
    asked = answer.headers.get("Retry-After", "1")
    return min(float(asked) if asked.isdigit() else 1.0, PATIENCE_SECONDS)


@contextmanager
def _draft(folder: Path) -> Iterator[Path]:
    """A file in the folder that is gone afterwards, unless it was moved to its place."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".fetch-", delete=False) as file:
        path = Path(file.name)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _receive(answer: httpx.Response, draft: Path) -> _Received:
    """Write what arrives, never more than the readers take."""
    digest, size = hashlib.sha256(), 0
    if int(answer.headers.get("Content-Length") or 0) > MAX_BYTES:
        raise _too_large(answer)
    with draft.open("wb") as file:
        for chunk in answer.iter_bytes():
            size += len(chunk)
            if size > MAX_BYTES:
                raise _too_large(answer)
            digest.update(chunk)
            file.write(chunk)
    if size == 0:
        raise FetchError(f"{answer.url} 的内容是空的。请在浏览器中核对网址。")
    return _Received(draft, digest.hexdigest(), size)


def _too_large(answer: httpx.Response) -> FetchError:
    return FetchError(f"{answer.url} 的文件超过 {MAX_BYTES // 1024 // 1024} MB 的上限，没有下载。")


def _keep(wanted: _Wanted, answer: httpx.Response, received: _Received) -> Fetched:
    """Move the draft to its place and write beside it where it came from."""
    ending = _ending(answer)
    stem = re.sub(r'[\\/:*?"<>|\s《》\x00-\x1f]+', "", wanted.title)[:80] or "文件"
    path = wanted.folder / f"{stem}{ending}"
    if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != received.sha256:
        path = wanted.folder / f"{stem}-{received.sha256[:8]}{ending}"
    told = Fetched(
        title=wanted.title,
        path=path,
        url=wanted.url,
        final_url=str(answer.url),
        sha256=received.sha256,
        size_bytes=received.size,
        fetched_at=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        is_new=not path.exists(),
    )
    if told.is_new:
        received.draft.replace(path)
        note = {**asdict(told), "path": path.name}
        del note["is_new"]
        path.with_name(path.name + ".source.json").write_text(
            json.dumps(note, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
    return told


def _ending(answer: httpx.Response) -> str:
    """The file's ending by its media type, else by the address's."""
    media = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    by_path = Path(answer.url.path).suffix.lower()
    if media in _ENDINGS:
        return by_path if media == "text/plain" and by_path == ".md" else _ENDINGS[media]
    if by_path in SUFFIXES:
        return by_path
    raise FetchError(
        f"{answer.url} 的内容（{media or '未注明类型'}）不是可以读取的文件。支持 {'、'.join(s[1:] for s in SUFFIXES)}。"
    )
