"""From a text to its provisions: 编 章 节 条 款 项 目, headings of 意见 and 通知, and what stands around them.

What this step guarantees:

1. The segments of all provisions together are the whole text, each character exactly once.
2. Provisions stand in reading order; an address is given once (a second article 20 is ``20~2``).
3. An article always has its paragraphs as children, a paragraph its items, an item its subitems.
4. Any text can be read; what looks wrong (gaps, doubles, no structure) is a ``Problem``, never an error.

The text is read line by line. A line begins a unit by its enumerator; a line without one is a new paragraph
or, where the line before it broke off in mid-sentence, its continuation.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import Final

from ingest.addresses import Address
from ingest.facts import (
    ArticleShape,
    Chapter,
    Problem,
    ProvisionFacts,
    ProvisionKind,
    Section,
    StructureFacts,
)
from ingest.numerals import CHINESE_NUMERAL, NUMERAL, parse_number
from ingest.provisions import Provision, Structure, Words
from ingest.source import Source

_N: Final = rf"[{NUMERAL}]+"
_CONTAINER: Final = re.compile(
    rf"""第\s*(?P<number>{_N})\s*(?:分(?=编))?(?P<unit>编|章|节)  # 第 一 章, 第五章责任追究, 第一分编
         (?!\s*(?:规定|所|的|、|至|和|及|或|第))                   # 第二章规定的… is a wrapped sentence
         \s*(?P<title>[^。；;：:]{{0,40}})$""",
    re.VERBOSE,
)
_BARE_CHAPTER: Final = re.compile(r"(?P<title>[总附]\s*则)$")
_ARTICLE: Final = re.compile(
    rf"""第\s*(?P<number>{_N})\s*条(?:\s*之\s*(?P<inserted>{_N}))?(?![{NUMERAL}])
         (?P<gap>[\s:：.．]*)
         (?:(?:【(?P<title>[^】]{{1,30}})】|[（(](?P<round>[^）)]{{2,20}})[）)](?=\s))\s*)?""",
    re.VERBOSE,
)
# an article that was glued to the sentence before it
_GLUED: Final = re.compile(rf"[。；！]\s+(?P<article>第(?P<number>{_N})条(?=\s))")
# what follows 第三条 when a sentence was broken before it: 第三条规定的, 第三条、第四条, 第三条第一款
_REFERENCE_TAIL: Final = re.compile(r"(?:第|、|，|,|至|和|及|或|之规定|规定|所|的|情形|款|项|中)")
_ENUMERATORS: Final = (
    ("一、", re.compile(rf"(?P<number>[{CHINESE_NUMERAL}]+)、\s*")),
    (
        "（一）",
        re.compile(rf"[（(]\s*(?P<number>[{CHINESE_NUMERAL}]+)\s*[）)]、?\s*"),
    ),
    ("1.", re.compile(r"(?P<number>[0-9０-９]{1,3})(?:[.．](?![0-9０-９])|、)\s*")),
    ("（1）", re.compile(r"[（(]\s*(?P<number>[0-9０-９]{1,3})\s*[）)]\s*")),
    ("①", re.compile(r"(?P<number>[①-⑳])\s*")),
)
_BRACKETED_NUMBER: Final = re.compile(rf"[（(]([{CHINESE_NUMERAL}]+)[）)]")
_BEFORE_AN_ITEM: Final = ("。", "；", ";", "：", ":")
_MAY_BEGIN: Final = re.compile(rf"[第附总(（①-⑳{CHINESE_NUMERAL}0-9０-９—–－·-]")
"""With what the lines begin that are no more words of a paragraph: most lines are, and are asked nothing else."""
_NOISE: Final = re.compile(
    r"""[-—–－·\s]*[0-9０-９]{1,4}[-—–－·\s]*$                   # — 2 —, -3-, a page number alone
      | 第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?$            # 第3页 共5页
      | \d+\s*/\s*\d+$""",
    re.VERBOSE,
)
_ANNEX: Final = re.compile(rf"附\s*(?:件|表|录)\s*(?P<number>{_N})?\s*[:：.、]?\s*(?P<title>.*)$")
_LONE_ANNEX: Final = re.compile(rf"附\s*件\s*(?:{_N})?\s*[:：]?$")
_TOC: Final = re.compile(r"目\s*[录次]$")
_TAIL: Final = re.compile(
    r"""(?:抄\s*送|主\s*送|分\s*送|抄\s*报)\s*[:：]              # 抄送：市委各部门…
      | [^。；]{2,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发$  # 某某办公室 2019年3月1日印发
      | [（(]此件.{2,12}[）)]$
      | (?:二[〇○零]|\d{2})[\d〇○零一二三四五六七八九]{2}\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$""",
    re.VERBOSE,
)
_TAIL_ENDS: Final = ("印发", "）", ")", "日")
_MARKUP: Final = re.compile(r"#{1,6}\s+|\*\*(?=第)")
_SENTENCE: Final = re.compile(r".{12,}[。：；:;]$")
_FINISHED: Final = '。；：！？.;:!?”’"）)】…'
_LEAST_BROKEN: Final = 8
_BREAKS_OFF: Final = re.compile(r"^[^＝=]*[\u4e00-\u9fff，、《（(“]$")  # a formula is a paragraph
_BEGINS_UNIT: Final = re.compile(
    rf"第|附[件表录：:]|总则|[（(]?[{NUMERAL}]+[）)、.．]|[①-⑳—–－·<|*>-]"
)
_TITLE_END: Final = re.compile(
    r"(?:法|条例|规定|办法|细则|意见|通知|决定|决议|方案|解释|批复|准则|规则|制度|规程|纲要|标准|公告|规范|守则|章程|答复|修正案|安排)$"
)
_NO_TITLE: Final = re.compile(
    r"文件$|[〔\[（(]\d{4}[〕\]）)].*号$|^[（(【\[]|^\d{4}\s*年|<!--|^目\s*录$"
)
_BRACKETED_END: Final = re.compile(r"[（(][^）)]*[）)]$")
_SERIES: Final = re.compile(
    r"(?P<number>[（(][一二三四五六七八九十]{1,3}[）)])(?:[（(][^（）()]*[）)])?$"
)
_TRIAL: Final = re.compile(r"(?<=[法定则见例度案])[（(](?:试行|暂行)[）)]")
_MOST_TITLE: Final = 60


@dataclass(slots=True)
class _Line:
    """A line that is not blank: its offset in the source, its words, and where they begin in the line."""

    start: int
    words: str
    words_at: int


@dataclass(slots=True)
class _Draft:
    """A provision under construction; ``words_from`` is where its words begin, after the enumerator."""

    address: Address
    kind: ProvisionKind
    parent: Address | None
    number: str | None
    title: str | None
    words_from: int
    segments: list[tuple[int, int]] = field(default_factory=list)


def read_structure(source: Source) -> Structure:
    """Read the structure of a document."""
    return _Reader(source, joins=source.format == "txt").read()


def read_article(text: str, number: str, chapter: str | None = None) -> Structure:
    """Read one article that is at hand alone: each line a paragraph or an item.

    ``number`` is the article's heading number (第十一条), ``chapter`` the heading it stands under.
    """
    text = text if text.lstrip().startswith(number) else f"{number} {text}"
    source = Source(text, name="", format="txt", sha256="")  # no file, so nothing to know it by
    reader = _Reader(source, joins=False)
    if chapter and (found := _CONTAINER.match(chapter.strip())):
        reader.open_container(found, 0, 0)
    return reader.read(start_in_body=True)


class _Reader:
    """Goes through the lines once; holds the units that are open."""

    def __init__(self, source: Source, *, joins: bool) -> None:
        self.source = source
        self.joins = joins
        self.lines = list(_articles_apart(_lines(source.text)))
        self.broken: frozenset[int] = frozenset() if joins else _broken(self.lines)
        self.drafts: list[_Draft] = []
        self.taken: defaultdict[str, int] = defaultdict(int)
        self.marks: list[tuple[int, int]] = []  # (offset, index of the draft that owns from here)
        self.containers: dict[str, Address] = {}
        self.article: Address | None = None
        self.paragraph: Address | None = None
        self.annex: Address | None = None
        self.headings: list[tuple[str, Address]] = []  # style and address of open headings or items
        self.number = 0  # the article read last
        self.inserted = 0
        self.counts: defaultdict[str, int] = defaultdict(int)  # paragraphs given, by parent
        self.flowing: int | None = None  # the draft whose sentence is not finished
        self.joined = 0  # lines that a text of paragraphs broke in mid-sentence
        self.problems: list[Problem] = []
        self.body = False  # has the first structural unit been seen
        self.articles = any(map(_is_article, self.lines))

    def read(self, *, start_in_body: bool = False) -> Structure:
        """Read all lines and put the provisions together."""
        first = 0 if start_in_body else self._read_front()
        self.body = True
        tail = False
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            tail = tail or self._begins_tail(index)
            if line.words[0] == "附" and (annex := self._annex(index)):
                self._open_annex(line, annex)
                self._read_annex(index + 1)
                break
            if tail:
                self._region("tail", line)
            else:
                self._read_line(line)
        return self._finish()

    # -- what stands before the first unit ------------------------------------------------------------

    def _read_front(self) -> int:
        """Read header, table of contents and preamble; return the index of the first unit's line."""
        first = next(
            (i for i, line in enumerate(self.lines) if self._begins_unit(line)), len(self.lines)
        )
        toc = next((i for i in range(len(self.lines)) if _TOC.match(self.lines[i].words)), None)
        if toc is not None and toc <= first:
            self._front(0, toc)
            first = self._toc_end(toc)
            for line in self.lines[toc:first]:
                self._region("toc", line)
            begin = next(
                (i for i in range(first, len(self.lines)) if self._begins_unit(self.lines[i])),
                len(self.lines),
            )
            self._front(first, begin)
            return begin
        if first == len(self.lines):
            first = self._header_end()
        self._front(0, first)
        return first

    def _front(self, start: int, end: int) -> None:
        info = next((i for i in range(start, end) if "INFO END" in self.lines[i].words), start - 1)
        for index in range(start, end):
            line = self.lines[index]
            if index > info and (_NOISE.match(line.words) or _lone_annex(line.words)):
                self._region("noise", line, single=True)
            elif index > info and self._is_preamble(line):
                self._preamble(line)
            else:
                self._region("header", line)

    def _is_preamble(self, line: _Line) -> bool:
        if _SENTENCE.match(line.words) and not line.words.startswith(("（", "(")):
            return True
        return self.flowing is not None and not self._title_like(line)

    def _title_like(self, line: _Line) -> bool:
        return (
            bool(_TITLE_END.search(_BRACKETED_END.sub("", line.words)))
            and len(line.words) < _MOST_TITLE
        )

    def _preamble(self, line: _Line) -> None:
        if self._continues(line):
            return
        self._flow(self._open_paragraph(None, line, line.words_at), line)

    def _header_end(self) -> int:
        """Where the header of a text without any unit ends: after its title."""
        for index, line in enumerate(self.lines[:8]):
            if _SENTENCE.match(line.words):
                return index
            if self._title_like(line):
                return index + 1
        return 0

    def _toc_end(self, toc: int) -> int:
        """The index after the table of contents: where its first entry stands again, or text begins."""
        entries: list[str] = []
        for index in range(toc + 1, len(self.lines)):
            words = self.lines[index].words
            found = _CONTAINER.match(_without_page(words)) or _BARE_CHAPTER.match(words)
            if not found or _ARTICLE.match(words):
                return index
            entry = re.sub(r"\s", "", found.group(0))
            if entries and (entry == entries[0] or _same_unit(entry, entries[0])):
                return index
            entries.append(entry)
        return len(self.lines)

    def _begins_unit(self, line: _Line) -> bool:
        if self.articles:
            return bool(_CONTAINER.match(line.words) or _ARTICLE.match(line.words))
        return bool(_enumerator(line.words)) or bool(_CONTAINER.match(line.words))

    # -- the body ------------------------------------------------------------------------------------

    def _read_line(self, line: _Line) -> None:
        words = line.words
        if not _MAY_BEGIN.match(words):
            self._read_words(line)
        elif _NOISE.match(words) or _lone_annex(words):
            self._region("noise", line, single=True)
        elif words[0] == "第" and (found := _CONTAINER.match(words)):
            self.open_container(found, line.start, line.words_at)
        elif self.articles and self.containers and (found := _BARE_CHAPTER.match(words)):
            self._open_bare_chapter(found, line)
        elif (
            words[0] == "第"
            and (found := _ARTICLE.match(words))
            and self._begins_article(found, words)
        ):
            self._open_article(found, line)
        elif found_enumerator := self._unit_enumerator(line):
            self._open_enumerated(*found_enumerator, line)
        else:
            self._read_words(line)

    def _read_words(self, line: _Line) -> None:
        """A line that begins nothing goes on with the sentence before it, or is a paragraph."""
        if not self._continues(line):
            parent = (
                self.headings[-1][1] if self.headings and self.article is None else self.article
            )
            self._flow(self._open_paragraph(parent, line, line.words_at), line)
            if self.article is not None:
                self._split_inline(line, 0, 0)

    def _begins_article(self, found: re.Match[str], words: str) -> bool:
        """Is this the article's beginning, or a reference at the start of a wrapped line?"""
        if self.flowing is None:
            return True
        if _REFERENCE_TAIL.match(words, found.end()) and not found["gap"]:
            return False
        return parse_number(found["number"]) == self.number + 1 or bool(
            found["gap"].strip(" ") or found["gap"]
        )

    def open_container(self, found: re.Match[str], start: int, words_at: int) -> None:
        """Open a part, chapter or section; what was open below it is closed."""
        unit, number = found["unit"], parse_number(found["number"])
        kind: ProvisionKind = {"编": "part", "章": "chapter", "节": "section"}[unit]  # type: ignore[assignment]  # three literals
        above = {"编": (), "章": ("编",), "节": ("章", "编")}[unit]
        parent = next((self.containers[u] for u in above if u in self.containers), None)
        part = {"编": "pt", "章": "ch", "节": "s"}[unit] + str(number)
        address = self._unique(parent.child(part) if parent else Address((part,)))
        for lower in {"编": ("章", "节"), "章": ("节",), "节": ()}[unit]:
            self.containers.pop(lower, None)
        self.containers[unit] = address
        self._open(
            _Draft(
                address,
                kind,
                parent,
                found.group(0)[: found.start("title")].strip() or None,
                found["title"].strip(),
                words_at + found.start("title"),
            ),
            start,
        )
        self._close_article()

    def _open_bare_chapter(self, found: re.Match[str], line: _Line) -> None:
        parent = self.containers.get("编")
        last = self.containers.get("章")
        number = 1 + (int(re.sub(r"\D.*", "", last.parts[-1][2:])) if last else 0)
        part = f"ch{number}"
        address = self._unique(parent.child(part) if parent else Address((part,)))
        self.containers.pop("节", None)
        self.containers["章"] = address
        self._open(
            _Draft(address, "chapter", parent, None, found["title"], line.words_at), line.start
        )
        self._close_article()

    def _close_article(self) -> None:
        self.article = self.paragraph = None
        self.headings = []
        self.flowing = None

    def _open_article(self, found: re.Match[str], line: _Line) -> None:
        number = parse_number(found["number"])
        inserted = parse_number(found["inserted"]) if found["inserted"] else 0
        part = f"{number}-{inserted}" if inserted else str(number)
        address = self._unique(Address((part,)))
        self._check_order(number, inserted, address, line)
        self.number, self.inserted = number, inserted
        parent = next(
            (self.containers[u] for u in ("节", "章", "编") if u in self.containers), None
        )
        title, rest_at = found["title"] or found["round"], found.end()
        rest = line.words[rest_at:]
        if (
            not title
            and self.joins
            and 0 < len(rest) <= 14
            and not re.search(r"[，。；：、,;:]", rest)
        ):
            title, rest_at = self._heading_alone(rest, line, rest_at)
        self._close_article()
        head = found.group(0)[: found.start("gap")]
        self._open(
            _Draft(
                address,
                "article",
                parent,
                re.sub(r"\s", "", head),
                title,
                line.words_at + found.end(),
            ),
            line.start,
        )
        self.article = address
        if line.words[rest_at:].strip():
            at = line.words_at + rest_at
            self._flow(self._open_paragraph(address, line, at, at=at), line)
            self._split_inline(line, rest_at, 0)

    def _heading_alone(self, rest: str, line: _Line, rest_at: int) -> tuple[str | None, int]:
        """A few words without punctuation on the article's line, a full line below: the words are its heading."""
        index = bisect_left(self.lines, line.start, key=lambda other: other.start)
        following = self.lines[index + 1].words if index + 1 < len(self.lines) else ""
        if len(following) > len(rest) and not self._begins_unit(self.lines[index + 1]):
            return rest.strip(), len(line.words)
        return None, rest_at

    def _check_order(self, number: int, inserted: int, address: Address, line: _Line) -> None:
        place = (line.words_at, line.words_at + len(line.words.split()[0]))
        if "~" in str(address):
            self._problem("double", address, f"{address.canonical()}：条号重复出现", place)
        elif inserted:
            if number != self.number:
                self._problem(
                    "order", address, f"{address.canonical()}没有接在第{number}条之后", place
                )
        elif self.number and number > self.number + 1:
            missing = f"第{self.number + 1}条" + (
                f"至第{number - 1}条" if number - 1 > self.number + 1 else ""
            )
            self._problem(
                "gap", address, f"条号不连续：{missing}缺失（前一条是第{self.number}条）", place
            )
        elif self.number and number <= self.number:
            self._problem(
                "order", address, f"条号顺序不对：第{number}条出现在第{self.number}条之后", place
            )

    def _unit_enumerator(self, line: _Line) -> tuple[str, re.Match[str]] | None:
        found = _enumerator(line.words)
        if not found or (
            self.article is None and self.articles and not self.headings and self.paragraph is None
        ):
            return None
        style, match = found
        if (
            self.flowing is not None
            and style in ("1.", "一、")
            and not self._expected(style, match)
        ):
            return None  # a wrapped line that begins with a number
        return found

    def _expected(self, style: str, match: re.Match[str]) -> bool:
        number = _value(match["number"])
        return number == 1 or any(s == style for s, _ in self.headings)

    def _open_enumerated(self, style: str, match: re.Match[str], line: _Line) -> None:
        """Open an item or subitem of the paragraph, or a heading of a text without articles."""
        styles = [s for s, _ in self.headings]
        if style in styles:
            del self.headings[styles.index(style) :]
        base = self._item_base(line) if self.articles else None
        parent = self.headings[-1][1] if self.headings else base
        number = _value(match["number"])
        address = parent.child(number) if parent else Address((f"h{number}",))
        address = self._unique(address)
        depth = len(self.headings)
        in_article = self.article is not None
        kind: ProvisionKind = (
            ("item" if depth == 0 else "subitem") if in_article or base else "section"
        )
        text_at = line.words_at + match.end()
        draft = _Draft(address, kind, parent, match.group(0).strip(), None, text_at)
        self.headings.append((style, address))
        index = self._open(draft, line.start)
        if kind == "section":
            self._open_heading_words(draft, line, match.end())
        else:
            self._flow(index, line)
            if style == "（一）":
                self._split_inline(line, match.end(), number)

    def _item_base(self, line: _Line) -> Address:
        """The paragraph that an item belongs to; an article that begins with items gets an empty one."""
        if self.paragraph is None:
            self._open_paragraph(self.article, line, line.start, at=line.start)
        assert self.paragraph is not None
        return self.paragraph

    def _open_heading_words(self, draft: _Draft, line: _Line, at: int) -> None:
        words = line.words[at:]
        if len(words) <= 40 and not re.search(r"[。；;：:]", words.rstrip("。：:")):
            draft.title = words.rstrip("。：:")
            self.flowing = None
        else:
            self._flow(
                self._open_paragraph(
                    draft.address, line, line.words_at + at, at=line.words_at + at
                ),
                line,
            )

    def _split_inline(self, line: _Line, begin: int, number: int) -> None:
        """Split several items on one line, （一）…；（二）…, where their numbers follow each other."""
        found = _in_order(_inline_items(line.words, begin), number)
        if number == 0 and len(found) < 2:
            return  # one alone lists nothing
        for match in found:
            parent = self.headings[-2][1] if len(self.headings) > 1 else self.paragraph
            assert parent is not None
            address = self._unique(parent.child(parse_number(match[1])))
            at = line.words_at + match.start()
            kind: ProvisionKind = "item" if len(self.headings) <= 1 else "subitem"
            words_from = line.words_at + match.end()
            draft = _Draft(address, kind, parent, match[0], None, words_from)
            self.headings[-1:] = [("（一）", address)]
            self._flow(self._open(draft, at), line)

    # -- around the body -----------------------------------------------------------------------------

    def _begins_tail(self, index: int) -> bool:
        words = self.lines[index].words
        if self.flowing is not None or (self.number == 0 and not self.drafts):
            return False
        if _is_tail(words):
            return True
        following = self.lines[index + 1].words if index + 1 < len(self.lines) else ""
        if len(words) > 30 or not _is_tail(following):
            return False
        return not re.search(r"[，。；：、]", words) and not self._begins_any(words)  # a signature

    def _begins_any(self, words: str) -> bool:
        return bool(
            _ARTICLE.match(words)
            or _CONTAINER.match(words)
            or _enumerator(words)
            or _NOISE.match(words)
        )

    def _annex(self, index: int) -> re.Match[str] | None:
        """An annex begins with its own line, after the body, and has lines of its own."""
        line = self.lines[index]
        found = _ANNEX.match(line.words)
        if not found or not self.body or len(line.words) > 40 or index + 1 >= len(self.lines):
            return None
        if self.flowing is not None or not (self.number or self.headings) or "。" in line.words:
            return None
        later = self.lines[index + 1 :]
        return (
            found
            if any(not _NOISE.match(other.words) and not _is_tail(other.words) for other in later)
            else None
        )

    def _open_annex(self, line: _Line, found: re.Match[str]) -> None:
        self._close_article()
        number = (
            parse_number(found["number"])
            if found["number"]
            else 1
            + sum(
                d.address.parts[0].startswith("fj") and len(d.address.parts) == 1
                for d in self.drafts
            )
        )
        address = self._unique(Address((f"fj{number}",)))
        title = found["title"].strip() or None
        self._open(
            _Draft(
                address,
                "region",
                None,
                found.group(0)[: found.start("title")].strip(),
                title,
                line.words_at + found.start("title"),
            ),
            line.start,
        )
        self.annex = address

    def _read_annex(self, index: int) -> None:
        for line in self.lines[index:]:
            found = _ANNEX.match(line.words)
            if found and found["number"] and len(line.words) <= 40 and "。" not in line.words:
                self._open_annex(line, found)
            elif _NOISE.match(line.words):
                self._region("noise", line, single=True)
            elif _is_tail(line.words) and not re.match(r"\d{4}\s*年", line.words):
                self._region("tail", line)
            elif not self._continues(line):
                self._flow(self._open_paragraph(self.annex, line, line.words_at), line)

    def _region(self, name: str, line: _Line, *, single: bool = False) -> None:
        """Give a line to a named region; page footers are a region each, since text goes on around them."""
        at = next((i for i, d in enumerate(self.drafts) if str(d.address) == name), None)
        if at is None or single:
            address = self._unique(Address((name,)))
            self._open(_Draft(address, "region", None, None, None, line.words_at), line.start)
        else:
            self._mark(line.start, at)

    # -- bookkeeping ---------------------------------------------------------------------------------

    def _open(self, draft: _Draft, start: int) -> int:
        self.drafts.append(draft)
        index = len(self.drafts) - 1
        self._mark(start, index)
        return index

    def _mark(self, start: int, index: int) -> None:
        self.marks.append((start, index))

    def _open_paragraph(
        self, parent: Address | None, line: _Line, words_from: int, at: int | None = None
    ) -> int:
        key = str(parent)
        self.counts[key] += 1
        number = self.counts[key]
        if parent is None:
            container = next(
                (self.containers[u] for u in ("节", "章", "编") if u in self.containers), None
            )
            address = container.child(f"p{number}") if container else Address((f"p{number}",))
            parent = container
        else:
            address = parent.child(number if parent.article else f"p{number}")
        address = self._unique(address)
        if self.article is not None:
            self.headings = []
        self.paragraph = address
        return self._open(
            _Draft(address, "paragraph", parent, None, None, words_from),
            line.start if at is None else at,
        )

    def _flow(self, index: int, line: _Line) -> None:
        if self.joins:
            goes_on = line.words[-1] not in _FINISHED
        else:
            goes_on = self.article is not None and line.start in self.broken
        self.flowing = index if goes_on else None

    def _continues(self, line: _Line) -> bool:
        """Give the line to the provision whose sentence it goes on with, where there is one."""
        if self.flowing is None:
            return False
        self._mark(line.start, self.flowing)
        self.joined += not self.joins
        self._flow(self.flowing, line)
        return True

    def _unique(self, address: Address) -> Address:
        self.taken[str(address)] += 1
        times = self.taken[str(address)]
        if times == 1:
            return address
        again = Address((*address.parts[:-1], f"{address.parts[-1]}~{times}"))
        self.taken[str(again)] += 1
        return again

    def _problem(self, code: str, address: Address, message: str, place: tuple[int, int]) -> None:
        self.problems.append(
            Problem(code=code, at=str(address), message=message, start=place[0], end=place[1])
        )

    def _finish(self) -> Structure:
        if not self.articles and not any(
            d.kind not in ("region", "paragraph") for d in self.drafts
        ):
            self.problems.append(
                Problem(
                    code="no_structure",
                    at="p1",
                    message="没有找到章、条或“一、”式的层次，全文按段落载入",
                )
            )
        if self.joined:
            self.problems.append(
                Problem(
                    code="broken_lines",
                    at="header",
                    message=f"有{self.joined}处在句中断行，已接成同一款，请与原文核对",
                )
            )
        if not self.marks and self.source.text:
            self._open(_Draft(Address(("noise",)), "region", None, None, None, 0), 0)
        self.marks.sort(key=itemgetter(0))
        ends = [*(start for start, _ in self.marks[1:]), len(self.source.text)]
        for (start, index), end in zip(self.marks, ends, strict=False):
            begin = 0 if (start, index) == self.marks[0] else start
            segments = self.drafts[index].segments
            if segments and segments[-1][1] == begin:
                segments[-1] = (segments[-1][0], end)
            elif begin < end:
                segments.append((begin, end))
        provisions = tuple(self._provision(seq, d) for seq, d in enumerate(self.drafts))
        return Structure(
            self.source, _title(self.lines, provisions), provisions, tuple(self.problems)
        )

    def _provision(self, seq: int, draft: _Draft) -> Provision:
        begin = draft.words_from
        stretches = [(max(s, begin), e) for s, e in draft.segments if e > begin]
        words = Words.of(self.source, stretches)
        return Provision(
            draft.address,
            draft.kind,
            seq,
            draft.parent,
            draft.number,
            draft.title,
            words,
            tuple(draft.segments),
        )


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that are not blank; marks of Markdown headings are not among their words."""
    start = 0
    for raw in text.split("\n"):
        words = raw.strip(" \t　\xa0\ufeff\r\f\v").strip()
        if words:
            at = start + raw.index(words)
            if words[0] in "#*" and (markup := _MARKUP.match(words)):
                at += markup.end()
                words = words[markup.end() :]
            if words:
                yield _Line(start, words, at)
        start += len(raw) + 1


def _broken(lines: Sequence[_Line]) -> frozenset[int]:
    """Return where the lines begin that break off in mid-sentence, in a text whose lines are paragraphs.

    Copies of copies break a paragraph where a page or a screen ended. Such a line is long, ends in no mark, and
    what follows begins no unit and comes to the end of a sentence; names in a list do not.
    """
    broken: set[int] = set()
    for line, following in zip(reversed(lines[:-1]), reversed(lines[1:]), strict=True):
        if (
            line.words[-1] not in _FINISHED
            and (following.words[-1] in _FINISHED or following.start in broken)
            and len(line.words) >= _LEAST_BROKEN
            and _BREAKS_OFF.search(line.words)
            and not _BEGINS_UNIT.match(following.words)
        ):
            broken.add(line.start)
    return frozenset(broken)


def _is_article(line: _Line) -> bool:
    """Does a line begin as an article does? A wrapped sentence may begin so too."""
    return line.words[0] == "第" and _ARTICLE.match(line.words) is not None


def _articles_apart(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Cut lines at the articles inside them: after a finished sentence and a blank, where the number goes on.

    Copies of web pages glue articles together: …制定本规则。 第二条 凡…
    """
    number = 0
    for line in lines:
        if not _is_article(line):
            yield line
            continue
        number = _number_of(_ARTICLE.match(line.words), number)
        cuts = [0]
        for inside in _GLUED.finditer(line.words):
            if _number_of(inside, 0) == number + 1:
                cuts.append(inside.start("article"))
                number += 1
        if len(cuts) == 1:
            yield line
            continue
        for begin, end in pairwise([*cuts, len(line.words)]):
            at = line.words_at + begin
            yield _Line(at if begin else line.start, line.words[begin:end].rstrip(), at)


def _number_of(found: "re.Match[str] | None", otherwise: int) -> int:
    try:
        return parse_number(found["number"]) if found else otherwise
    except ValueError:
        return otherwise


def _enumerator(words: str) -> tuple[str, re.Match[str]] | None:
    for style, pattern in _ENUMERATORS:
        if found := pattern.match(words):
            return style, found
    return None


def _inline_items(words: str, begin: int) -> Iterator[re.Match[str]]:
    """Yield the enumerators of items inside a line: those that follow a mark, with blanks between or none."""
    for match in _BRACKETED_NUMBER.finditer(words, begin):
        before = words[: match.start()].rstrip()
        if len(before) >= begin and before.endswith(_BEFORE_AN_ITEM):
            yield match


def _in_order(found: Iterable[re.Match[str]], number: int) -> list[re.Match[str]]:
    """Keep the enumerators that go on from ``number`` one by one."""
    kept = []
    for match in found:
        if parse_number(match[1]) == number + 1:
            kept.append(match)
            number += 1
    return kept


def _value(numeral: str) -> int:
    return ord(numeral) - ord("①") + 1 if "①" <= numeral <= "⑳" else parse_number(numeral)


def _is_tail(words: str) -> bool:
    """Does a line stand after the body of a text? By its end most lines show that they do not."""
    return bool(words.startswith(("抄", "主", "分")) or words.endswith(_TAIL_ENDS)) and bool(
        _TAIL.match(words)
    )


def _lone_annex(words: str) -> bool:
    """附件： alone on its line names nothing: the title page of an annex whose cover is not here."""
    return bool(_LONE_ANNEX.match(words))


def _without_page(words: str) -> str:
    return re.sub(r"[\s.．…·—-]*\d*$", "", words)


def _same_unit(one: str, other: str) -> bool:
    first, second = _CONTAINER.match(one), _CONTAINER.match(other)
    return bool(
        first and second and first["unit"] == second["unit"] and first["number"] == second["number"]
    )


def _title(lines: list[_Line], provisions: tuple[Provision, ...]) -> str:
    """The title: the lines of the header that end in a title's last word, joined, without 《》 and notes."""
    ends = [p.segments for p in provisions if str(p.address) in ("header", "p1", "noise")]
    inside = [
        line for line in lines if any(s <= line.start < e for segments in ends for s, e in segments)
    ]
    if not inside:
        return lines[0].words if lines and len(lines[0].words) <= _MOST_TITLE else ""
    plain = [_BRACKETED_END.sub("", line.words).strip() for line in inside]
    last = next(
        (i for i, w in enumerate(plain) if _TITLE_END.search(w) and not _NO_TITLE.search(w)), None
    )
    if last is None:
        return next((w for w in plain if w and not _lone_annex(w)), "")
    first = last
    while (
        first
        and plain[first - 1]
        and not _NO_TITLE.search(plain[first - 1])
        and not _lone_annex(plain[first - 1])
    ):
        first -= 1
    title = re.sub(r"\s+", " ", "".join(plain[first : last + 1])).strip("《》 ")
    after = "".join(line.words for line in inside[last : last + 2])
    series = _SERIES.search(inside[last].words)
    trial = _TRIAL.search(after)
    return title + (series["number"] if series else "") + (trial[0] if trial else "")


def provision_facts(structure: Structure) -> list[ProvisionFacts]:
    """Return the provisions as facts."""
    source = structure.source
    return [
        ProvisionFacts(
            address=str(p.address),
            kind=p.kind,
            seq=p.seq,
            parent=str(p.parent) if p.parent else None,
            number=p.number,
            title=p.title,
            text="".join(source.quote(s, e) for s, e in p.segments),
            start=p.segments[0][0] if p.segments else 0,
            end=p.segments[-1][1] if p.segments else 0,
            segments=list(p.segments) if len(p.segments) > 1 else [],
        )
        for p in structure.provisions
    ]


def structure_facts(structure: Structure) -> StructureFacts:
    """Return the outline: parts, chapters with their sections, articles with their paragraphs and items."""
    parts = [_section(structure, p) for p in structure.provisions if p.kind == "part"]
    return StructureFacts(
        parts=parts,
        chapters=[_chapter(structure, p) for p in structure.provisions if p.kind == "chapter"],
        articles={str(a.address): _shape(structure, a) for a in structure.articles},
    )


def _articles_under(structure: Structure, address: Address) -> list[str]:
    return [str(p.address) for p in structure.descendants(address) if p.kind == "article"]


def _whole(numbers: list[str]) -> list[int]:
    plain = [int(n) for n in numbers if n.isdigit()]
    return [plain[0], plain[-1]] if plain else []


def _own_number(provision: Provision) -> int:
    return int(re.sub(r"\D.*", "", re.sub(r"^[a-z]+", "", provision.address.parts[-1])))


def _section(structure: Structure, provision: Provision) -> Section:
    return Section(
        number=_own_number(provision),
        title=re.sub(r"\s", "", provision.title or ""),
        articles=_whole(_articles_under(structure, provision.address)),
    )


def _chapter(structure: Structure, provision: Provision) -> Chapter:
    own = _section(structure, provision)
    numbers = _articles_under(structure, provision.address)
    return Chapter(
        number=own.number,
        title=own.title,
        articles=own.articles,
        part=int(provision.address.parts[0][2:].partition("~")[0])
        if len(provision.address.parts) > 1
        else None,
        inserted=[n for n in numbers if "-" in n],
        sections=[
            _section(structure, p)
            for p in structure.children(provision.address)
            if p.kind == "section"
        ],
    )


def _shape(structure: Structure, article: Provision) -> ArticleShape:
    paragraphs = structure.children(article.address)
    items = {
        p.address.parts[-1]: n
        for p in paragraphs
        if (n := sum(c.kind == "item" for c in structure.children(p.address)))
    }
    return ArticleShape(paragraphs=len(paragraphs), items=items)
