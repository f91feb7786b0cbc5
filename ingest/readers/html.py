"""Saved web pages: the text block with the law, without the site's navigation around it.

The block is found by where the text lies, not by any site's names: from the body down, the element is taken that
still holds nearly all the words that are no links.
"""

import hashlib
import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PreformattedString

from ingest.errors import ReadError
from ingest.readers import txt
from ingest.source import Source

_NO_TEXT = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select",
    "iframe", "svg", "object", "video", "audio", "head",
)  # fmt: skip
_BLOCKS = {
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table",
    "tbody", "thead", "tr", "ul",
}  # fmt: skip
_HOLDS = 0.9
"""The share of the words that an element must hold to be taken for its parent."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_CHINESE = r"[一-鿿　-〿＀-￯]"
_TITLE_ENDS = re.compile(r"\s*[-_|—–·]{1,2}\s*")
_ENTITY = re.compile(r"<!ENTITY", re.I)


def read(data: bytes, name: str) -> Source:
    """Read a saved page; offsets count the characters of the lines put together here."""
    page, notes = _decoded(data, name)
    if _ENTITY.search(page[:100_000]):
        raise ReadError(
            name,
            "网页里含有自定义实体（可能用于攻击），没有读入",
            "请用浏览器打开原网页，重新另存后再试。",
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(page, "lxml")
    title = soup.title.get_text() if soup.title else ""
    _strip(soup)
    body = soup.body or soup
    block = _block(body)
    lines = [line for line in _lines(block) if line]
    if not lines:
        raise ReadError(
            name, "网页里没有文字", "可能是需要联网才显示的网页，请在浏览器中复制正文，另存为文本。"
        )
    heading = _heading(soup, title, lines)
    text = "\n".join([heading, *lines] if heading else lines) + "\n"
    if len(_words(block)) < len(_words(body)):
        notes = (*notes, "网页中正文以外的文字（导航、链接等）没有读入")
    return Source(text, name, "html", hashlib.sha256(data).hexdigest(), notes)


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The page in the encoding that it declares; as plain text where it declares none or a wrong one."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        charset = declared[1].decode("ascii").lower()
        if charset in ("gb2312", "gbk", "gb18030"):
            try:
                return data.decode("gb18030"), ()
            except UnicodeDecodeError:
                pass
    return txt.decode(data, name)


# -- the block with the text ------------------------------------------------------------------------


def _strip(soup: BeautifulSoup) -> None:
    """Take away what is no text, and what the page hides."""
    for tag in soup.find_all(_NO_TEXT):
        tag.decompose()
    for tag in soup.find_all("header"):
        if tag.find("h1") is None:
            tag.decompose()
    for tag in soup.find_all(True):
        if tag.decomposed or tag.name in ("html", "body"):
            continue
        hidden = tag.has_attr("hidden") or tag.get("aria-hidden") == "true"
        if hidden or _HIDDEN.search(str(tag.get("style") or "")):
            tag.decompose()


def _block(body: Tag) -> Tag:
    """Go down while one child still holds nearly all the words."""
    while True:
        whole = len(_words(body))
        children = [
            child for child in body.children if isinstance(child, Tag) and child.name in _BLOCKS
        ]
        best = max(children, key=lambda child: len(_words(child)), default=None)
        if best is None or whole == 0 or len(_words(best)) < _HOLDS * whole:
            return body
        if best.name in ("p", "tr", "tbody", "li"):
            return body
        body = best


def _words(tag: Tag) -> str:
    """The Chinese characters that stand in no link."""
    linked = {id(string) for link in tag.find_all("a") for string in link.find_all(string=True)}
    strings = (str(s) for s in tag.find_all(string=True) if id(s) not in linked)
    return "".join(re.findall(_CHINESE, "".join(strings)))


def _heading(soup: BeautifulSoup, title: str, lines: list[str]) -> str:
    """The page's own heading, where the block of text does not begin with it."""
    top = soup.find("h1")
    words = top.get_text() if isinstance(top, Tag) else _TITLE_ENDS.split(title.strip())[0]
    words = _joined(words).strip()
    begin = "".join(lines[:6])
    return "" if not words or _bare(words) in _bare(begin) else words


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


# -- lines ------------------------------------------------------------------------------------------


def _lines(block: Tag) -> Iterator[str]:
    """The lines as a reader sees them: blocks and <br> end a line, a table's row is one."""
    line: list[str] = []
    for piece in _pieces(block):
        if piece == "\n":
            yield _joined("".join(line)).strip()
            line = []
        else:
            line.append(piece)
    yield _joined("".join(line)).strip()


def _pieces(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, PreformattedString):
            continue  # comments and the like
        if isinstance(child, NavigableString):
            yield str(child).replace("\n", " \r ")
        elif isinstance(child, Tag):
            if child.name == "br":
                yield "\n"
            elif child.name in ("td", "th"):
                yield from (" " if piece == "\n" else piece for piece in _pieces(child))
                yield "　"
            elif child.name in _BLOCKS:
                yield "\n"
                yield from _pieces(child)
                yield "\n"
            else:
                yield from _pieces(child)


def _joined(text: str) -> str:
    """White space as a browser shows it; a break of the file between Chinese characters is none."""
    text = text.replace("\xa0", " ")
    text = re.sub(rf"(?<={_CHINESE})[ \t]*\r[ \t\r]*(?={_CHINESE})", "", text)
    return re.sub(r"[ \t\r\n]+", " ", text)
