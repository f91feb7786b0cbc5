"""The pages of the explorer and how to link to them: one table, used by navigation, links and tests."""

from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import streamlit as st


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page: its file, the name in the navigation, and the path in its address."""

    file: str
    title: str
    path: str


OVERVIEW = PageInfo("views/overview.py", "总览", "")  # the first page has no path
READING = PageInfo("views/reading.py", "阅读", "reading")
TRACE = PageInfo("views/trace.py", "引用追踪", "trace")
DUTIES = PageInfo("views/duties.py", "我的职责", "duties")
ACCOUNTABILITY = PageInfo("views/accountability.py", "责任追究", "accountability")
SEARCH = PageInfo("views/search.py", "检索", "search")
CHECK = PageInfo("views/check.py", "引用体检", "check")
ALIGN = PageInfo("views/align.py", "上下位对照", "align")
LESSON = PageInfo("views/lesson.py", "备课", "lesson")
LIBRARY = PageInfo("views/library.py", "资料库", "library")
PAGES = (OVERVIEW, READING, TRACE, DUTIES, ACCOUNTABILITY, SEARCH, CHECK, ALIGN, LESSON, LIBRARY)
ABSENT = PageInfo("views/absent.py", "没有这一页", "")  # at any path that none of these has


def address_of(page: PageInfo, /, **parameters: str | int | None) -> str:
    """Return the address of a page, to copy, share or follow: ``/reading?doc=…&at=20.1.6``."""
    given = {k: v for k, v in parameters.items() if v not in (None, "")}
    return f"/{page.path}" + (f"?{urlencode(given)}" if given else "")


def astray(url: str | None) -> str | None:
    """Return the path of an address where it is that of no page; None for one with a slash: no page can have it."""
    path = unquote(urlsplit(url or "").path).strip("/")
    return None if "/" in path or path in {page.path for page in PAGES} else path


def follow(address: str) -> NoReturn:
    """Go to an address of ours without loading the page again."""
    parts = urlsplit(address)
    page = next(p for p in PAGES if p.path == parts.path.strip("/"))
    st.switch_page(page.file, query_params=dict(parse_qsl(parts.query)))


def share(address: str) -> None:
    """Offer a page's whole address to copy."""
    here = urlsplit(st.context.url or "")
    with st.popover("分享链接"):
        st.code(f"{here.scheme}://{here.netloc}{address}", language=None, wrap_lines=True)


def parameter(name: str) -> str | None:
    """Return a parameter of this page's address, None where it is not given."""
    value: str | None = st.query_params.get(name)
    return value or None
