"""Fetching, from a real server on loopback that does what servers do."""

import hashlib
import json
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from ingest import fetch as fetching
from ingest.fetch import FetchError, fetch
from tests.ingest import made_files
from tests.ingest.loopback_site import PAGE, Site, serving


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving() as address:
        yield address


def test_a_document_is_kept_with_where_it_came_from(site: str, tmp_path: Path) -> None:
    told = fetch(f"《{made_files.TITLE}》", f"{site}/moved", tmp_path / "new")
    digest = hashlib.sha256(PAGE).hexdigest()
    assert told.path == tmp_path / "new" / f"{made_files.TITLE}.html"
    assert told.path.read_bytes() == PAGE
    assert (told.sha256, told.size_bytes, told.final_url) == (digest, len(PAGE), f"{site}/page")
    note = json.loads((told.path.parent / f"{told.path.name}.source.json").read_text("utf-8"))
    assert (note["url"], note["sha256"], note["title"]) == (f"{site}/moved", digest, told.title)
    assert len(list(told.path.parent.iterdir())) == 2


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("page", ".html"),
        ("text", ".txt"),
        ("text/a.md", ".md"),
        ("file/a.docx", ".docx"),
        ("busy", ".html"),
    ],
)
def test_the_ending_tells_what_it_is(site: str, tmp_path: Path, path: str, ending: str) -> None:
    assert fetch("甲办法", f"{site}/{path}", tmp_path).path.name == f"甲办法{ending}"


def test_the_same_again_is_told_and_other_content_is_kept_beside(site: str, tmp_path: Path) -> None:
    first = fetch("甲", f"{site}/page", tmp_path)
    again = fetch("甲", f"{site}/page", tmp_path)
    assert (first.is_new, again.is_new, again.path) == (True, False, first.path)
    first.path.write_bytes(b"corrected by hand")
    third = fetch("甲", f"{site}/page", tmp_path)
    assert third.path.name == f"甲-{third.sha256[:8]}.html"
    assert first.path.read_bytes() == b"corrected by hand"


FAILS = {
    "no such file": ("missing", "状态 404"),
    "a redirect without end": ("loop", "跳转超过 5 次"),
    "a redirect to a file of this machine": ("away", "不对"),
    "not allowed to programs": ("closed", "不允许程序下载"),
    "too large, as announced": ("announced", "超过 20 MB"),
    "too large, as it comes": ("endless", "超过 20 MB"),
    "cut off": ("cut", "传输中断"),
    "empty": ("nothing", "是空的"),
    "a picture": ("picture", "不是可以读取的文件"),
}


@pytest.mark.parametrize("case", FAILS.values(), ids=FAILS)
def test_what_fails_is_told_and_leaves_nothing(
    site: str, tmp_path: Path, case: tuple[str, str]
) -> None:
    path, said = case
    with pytest.raises(FetchError, match=said):
        fetch("甲", f"{site}/{path}", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/a", "/etc/passwd", "http://", "条例"])
def test_only_addresses_of_pages(url: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="应以 http"):
        fetch("甲", url, tmp_path)


def test_nobody_there(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="连不上"):
        fetch("甲", "http://127.0.0.1:1/a", tmp_path)


def test_a_server_that_never_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "TIMEOUT_SECONDS", 0.3)
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as silent:  # listens, and nobody serves
        url = f"http://127.0.0.1:{silent.server_address[1]}/a"
        with pytest.raises(FetchError, match="没有应答"):
            fetch("甲", url, tmp_path)


def test_a_folder_that_cannot_be_written(site: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FetchError, match="不能写入"):
        fetch("甲", f"{site}/page", tmp_path / "file")
