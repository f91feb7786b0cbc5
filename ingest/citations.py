"""Find every reference of a text to a provision or an instrument, as the text writes it.

A scan goes through each provision's words from left to right. What can begin a reference (a ``_Head``) is a
title in 《》, a title that is known without them, the text's name for itself, 同法 and the like, a relative
word (前款, 本条, 本章), a document number, or a unit that stands alone. What follows the head as units belongs
to it. Nothing is looked up in another text here: ``resolve`` says where a reference leads.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final, Literal

import ahocorasick

from ingest import effects
from ingest.addresses import Address
from ingest.facts import CitationKind
from ingest.lexicon import FOLDER
from ingest.numerals import NUMERAL, parse_number
from ingest.patterns import (
    AFTER_LAW,
    DOC_NUMBER,
    HAN,
    KIND_WORD,
    ORDER_NUMBER,
    SELF,
    SELF_KIND,
    SENTENCE_ENDS,
    TITLE,
    YEAR_AND_NUMBER,
    N,
)
from ingest.provisions import Provision, Structure
from ingest.structure import read_article
from ingest.titles import is_normative, kind_word, target
from ingest.units import Path, read_units, unit

Form = Literal["external", "self", "internal"]
_INSTRUMENTS: Final = FOLDER / "instruments.txt"


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference as written: ``start`` and ``end`` are offsets of the source, ``quote`` its words there.

    ``target`` is the cited title (a defined abbreviation expanded) or self, ``units`` the units as cited.
    ``note`` says in Chinese why it cannot lead anywhere, where the words alone show that.
    """

    at: Address
    start: int
    end: int
    quote: str
    target: str
    units: tuple[str, ...]
    kind: CitationKind
    form: Form
    rule: str
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    note: str | None = None
    applies: effects.Applies | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reference inside one provision's words, before its kind and offsets are known."""

    start: int
    end: int
    target: str
    units: tuple[str, ...]
    form: Form
    rule: str
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    note: str | None = None


def find_mentions(structure: Structure) -> list[Mention]:
    """Return all references of a document in reading order; none overlaps another."""
    return _Scan(structure).mentions()


def gold_record(record: dict[str, Any]) -> dict[str, Any]:
    """Return the citations of one article that is at hand alone: ``{id, citations}``.

    ``record`` has id, article (the heading number), text and chapter (may be None).
    """
    structure = read_article(record["text"], record["article"], record.get("chapter"))
    found = [
        {
            "quote": place.text[one.start : one.end],
            "target": one.target,
            "units": list(one.units),
            "kind": one.form,
        }
        for place in _Scan(structure).places()
        for one in place.found
        if one.target != "self" or one.units
    ]
    structure.let_go()
    return {"id": record["id"], "citations": found}


# -- what begins a reference ---------------------------------------------------------------------------

_WORD_BEFORE: Final = "两二三四五六七八九"
_HEAD: Final = re.compile(
    rf"""(?P<title>{TITLE.pattern})
       |(?P<self>{SELF.pattern})
       |(?P<that>[同该](?P<that_kind>法典|{SELF_KIND})(?=第))
       |(?P<before>(?<![目以提之从])[前上](?P<count>[{_WORD_BEFORE}]?)(?P<what>款(?!项)|条(?![例件款约])|项(?!目)))
       |(?P<own>本(?:条(?![例约令件])|款(?!项)))
       |(?P<here>本(?:章(?!程)|编(?![制号码写])))
       |(?P<number>{DOC_NUMBER.pattern})
       |(?P<standard>\b(?:GB|HJ|AQ|DB\d{{2}}|JGJ|GA)(?:/[TZ])?\s?\d{{3,5}}(?:\.\d+)?(?:[-—–]\d{{4}})?)
       |(?P<bare>第\s*[（(]?\s*[{NUMERAL}])""",
    re.VERBOSE,
)
_BEGIN: Final = re.compile(r"[《本同该前上第GHADJ]")
"""With what a head begins, but for document numbers, which may begin with any character."""
_AFTER_TITLE: Final = re.compile(
    r"\s*[（(](?P<inside>[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]"
)
_DEFINES: Final = re.compile(
    r"(?:以下|下)?(?:合称|统称|简称|称)为?\s*[“\"「『]?(?P<name>《[^《》]+》|[^，。；、：“”\"《》（）()]{2,20})[”\"」』]?"
)
_NAMING: Final = re.compile(r"(?:简称|统称|合称|下称)为?[“\"「『]?$")
_USED_BEFORE: Final = re.compile(
    r"(?:根据|依据|依照|按照|遵照|违反|触犯|适用|符合|修改|废止|《)(?:[^，。；]{0,8}[、和及或])?$"
)
_USED_AFTER: Final = re.compile(
    r"(?:》|的?(?:有关|相关|其他|上述)?(?:规定|条款)|第|[（(]|分则|总则)"
)
_INFIX: Final = re.compile(
    rf"\s*(?:的|中的?|正文)?(?:(?:分则|总则)(?=第)|[{HAN}]{{2,4}}编(?=第))?\s*(?=第|[（(])"
)
_STOP: Final = (
    "依照|按照|根据|依据|遵照|参照|比照|违反|符合|适用|属于|具有|触犯|构成|有关|以及|或者|执行|贯彻|落实|实施|"
    "结合|修改|废止|规定的|所称|其他|应当|可以|不得|会同|同时|除|的|由|是|为|在|对|将|按|依"
)
_BARE_TITLE: Final = re.compile(rf"(?:(?!{_STOP})[{HAN}]){{0,40}}(?:{KIND_WORD})$")
_TWO_TITLES: Final = re.compile(rf"^.*(?:{KIND_WORD})(?:和|与|及)(?=.{{2}})")
_ANNEX_BEFORE: Final = re.compile(
    rf"(?:附件|附录|附表|附则|表|合同|协议书?|目录|清单|名录|《)[{NUMERAL}]*$"
)
_UNIT_WITHOUT_WORD: Final = re.compile(rf"第(?P<number>{N})(?=的规定|规定)")
_CUTS: Final = re.compile(r"[和与及或按依由对在以]+(?!国)")

_ORGAN_END: Final = (
    "办公厅|办公室|国务院|委员会|人民政府|政府|常委会|党委|省委|市委|区委|县委|中共中央|中央军委|中央|"
    "人民法院|法院|检察院|公安部|司法部|总署|总局|部|局|厅|委|署|银行|总工会|人民代表大会|协会"
)
_ORGAN_STOP: Final = "根据|依照|按照|依据|遵照|违反|符合|执行|贯彻|落实|规定|以及|和|及|的|与|是|为|由|在|对|有关|年|月|日|等"
_ORGAN: Final = rf"(?:(?!{_ORGAN_STOP})[{HAN}]){{0,20}}?(?:{_ORGAN_END})"
_ISSUERS: Final = re.compile(
    rf"""(?<![{HAN}])(?:(?:{_ORGAN_STOP})*)(?P<issuers>{_ORGAN}(?:(?:、|和|及|与|\s){_ORGAN})*)
         (?:(?:联合)?(?:发布|颁布|印发|制定|公布|通过|出台|下发)的)?$
       |(?:{_ORGAN_STOP})(?P<issuers_after>{_ORGAN}(?:(?:、|和|及|与|\s){_ORGAN})*)
         (?:(?:联合)?(?:发布|颁布|印发|制定|公布|通过|出台|下发)的)?$""",
    re.VERBOSE,
)
_EXTENSION: Final = re.compile(
    r"实施(?:条例|细则|办法|规定)|修正案\s*[（(][^（）()]{1,4}[）)]|修正案"
)
_AFTER_KNOWN: Final = re.compile(AFTER_LAW)


@cache
def _known_titles() -> ahocorasick.Automaton:
    """The automaton of the titles that are known without 《》."""
    automaton = ahocorasick.Automaton()
    for line in _INSTRUMENTS.read_text(encoding="utf-8").splitlines():
        name = line.strip()
        if name and not name.startswith("#"):
            automaton.add_word(name, len(name))
    automaton.make_automaton()
    return automaton


@cache
def _last_character() -> re.Pattern[str]:
    """With what a known title ends: a text without any of these names none."""
    return re.compile(f"[{''.join(sorted({name[-1] for name in _known_titles()}))}]")


def _known_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the known titles of a text begin and end, the longest at each place."""
    if _last_character().search(text):
        for last, length in _known_titles().iter_long(text):
            yield last + 1 - length, last + 1


@dataclass(frozen=True, slots=True)
class _Abbreviation:
    """A short name that the text defines, and from where on it holds."""

    name: str
    title: str
    seq: int
    end: int


@dataclass(slots=True)
class _Place:
    """The provision under the scan: its words, its article, paragraph and item, and what stands before."""

    provision: Provision
    text: str
    article: str | None
    paragraph: int | None
    item: int | None
    listed: CitationKind | None
    """What the list does, of which the provision is an entry."""
    found: list[_Reading] = field(default_factory=list)


_Head = tuple[int, re.Match[str] | tuple[int, int]]
"""What may begin a reference: where, and its match or the stretch of a known title."""


class _Scan:
    """One pass over a document; remembers the abbreviations that it defines and the titles named so far."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.abbreviations: list[_Abbreviation] = list(self._definitions())
        bare = sorted({a.name for a in self.abbreviations if "《" not in a.name}, key=len)[::-1]
        self.bare = re.compile("|".join(map(re.escape, bare))) if bare else None
        self.titles: list[
            tuple[str | None, str]
        ] = []  # article in which a title was named, the title
        self.lead_in: dict[str, Path | None] = {}  # by paragraph: the one article that it cites
        self.lists = effects.Lists()

    def places(self) -> Iterator[_Place]:
        """Scan all provisions; yield those with references, in reading order."""
        for provision in self.structure.provisions:
            if provision.text and str(provision.address) not in ("toc", "noise"):
                place = self._scan(provision)
                if place is not None and place.found:
                    yield place

    def mentions(self) -> list[Mention]:
        """Return the references with what they do."""
        amending = effects.is_amending(self.structure.title)
        out: list[Mention] = []
        for place in self.places():
            made = [_mention(place, one, amending=amending) for one in place.found]
            header = str(place.provision.address) == "header"
            out += [m for m in made if not header or m.kind == "amended_by"]
        return out

    def _scan(self, provision: Provision) -> _Place | None:
        listed = self.lists.kind(provision)
        heads = self._heads(provision.text)
        if not heads and not listed:
            return None
        place = self._place(provision, listed)
        for reading in self._entry(place, heads) if listed else self._readings(place, heads):
            place.found.append(reading)
            if reading.form == "external":
                self.titles.append((place.article, reading.target))
        if provision.kind == "paragraph" and place.found:
            self.lead_in[str(provision.address)] = _one_article(place.found)
        return place

    def _entry(self, place: _Place, heads: Sequence[_Head]) -> Iterator[_Reading]:
        """Yield the references of an entry of a list; one without marks is a title as a whole."""
        bare = effects.BARE_ENTRY.match(place.text)
        if bare:
            yield self._external(place, *bare.span("title"), bare["title"], "listed_title")
        else:
            yield from self._readings(place, heads)

    def _place(self, provision: Provision, listed: CitationKind | None) -> _Place:
        address = provision.address
        parts = address.parts if address.article else ()
        return _Place(
            provision,
            provision.text,
            address.article,
            _plain(parts[1]) if len(parts) > 1 else None,
            _plain(parts[2]) if len(parts) > 2 else None,
            listed,
        )

    # -- abbreviations -------------------------------------------------------------------------------

    def _definitions(self) -> Iterator[_Abbreviation]:
        for provision in self.structure.provisions:
            if "称" not in provision.text:
                continue
            for title_end, title in _titles_before_brackets(provision.text):
                bracket = _AFTER_TITLE.match(provision.text, title_end)
                while bracket:
                    if (found := _DEFINES.search(bracket["inside"])) and "统称" not in bracket[
                        "inside"
                    ]:
                        name = found["name"].strip()
                        yield _Abbreviation(name, title, provision.seq, bracket.end())
                    bracket = _AFTER_TITLE.match(provision.text, bracket.end())

    def _expand(self, name: str, place: _Place, at: int) -> str | None:
        """Return the full title of an abbreviation that was defined before ``at``; the last one counts."""
        known = [
            a.title
            for a in self.abbreviations
            if a.name.strip("《》") == name.strip("《》")
            and (a.seq, a.end) <= (place.provision.seq, at)
        ]
        return known[-1] if known else None

    # -- the scan of one provision -------------------------------------------------------------------

    def _readings(self, place: _Place, heads: Sequence[_Head]) -> Iterator[_Reading]:
        """Yield the references of the words in order; a head inside an earlier one is passed over."""
        cursor = 0
        for start, head in heads:
            if start < cursor:
                continue
            reading, end = self._read(place, head, cursor)
            if reading:
                yield reading
            cursor = max(cursor, end)

    def _heads(self, text: str) -> list[_Head]:
        """Return what may begin a reference, in order; a known title is given as its stretch."""
        heads: list[_Head] = [(m.start(), m) for m in _head_matches(text)]
        for start, end in _known_in(text):
            if _AFTER_KNOWN.match(text, end):
                heads.append((start, (start, end)))
        if self.bare:
            heads += [(m.start(), m.span()) for m in self.bare.finditer(text)]
        if len(heads) > 1:
            heads.sort(key=lambda h: (h[0], -_end(h[1])))
        return heads

    def _read(
        self, place: _Place, head: "re.Match[str] | tuple[int, int]", cursor: int
    ) -> tuple[_Reading | None, int]:
        if isinstance(head, tuple):
            return self._known(place, *head, cursor)
        assert head.lastgroup is not None  # the group of the whole head: it closes last
        return _READERS[head.lastgroup](self, place, head, cursor)

    def _title(
        self, place: _Place, head: re.Match[str], cursor: int
    ) -> tuple[_Reading | None, int]:
        title = target(head.group())
        if _NAMING.search(place.text, 0, head.start()):
            return None, head.end()  # 以下简称《规定》 names a short form, it cites nothing
        full = self._expand(title, place, head.start())
        reading = self._external(place, head.start(), head.end(), full or title, "title")
        if full:
            reading = replace(reading, rule="abbreviation")
        if not full and not is_normative(title):
            after = place.text[reading.end :]
            if not effects.is_repealed_title(head.group(), after):
                return None, reading.end
        if not full and _is_general(title):
            note = f"“《{title}》”是没有写明全称的简称，不能确定是哪一份文件"
            return replace(reading, rule="undefined_abbreviation", note=note), reading.end
        issuers = _issuers_before(place.text, head.start())
        return replace(reading, issuers=issuers), reading.end

    def _known(
        self, place: _Place, start: int, end: int, cursor: int
    ) -> tuple[_Reading | None, int]:
        text = place.text
        name = text[start:end]
        full = self._expand(name, place, start)
        defined = any(a.name == name for a in self.abbreviations)
        if full is None and defined and not _is_known(name):
            return None, start
        if full is None:
            if text.endswith("中华人民共和国", cursor, start):
                start -= len("中华人民共和国")
            if longer := _EXTENSION.match(text, end):
                end = longer.end()
        elif not _AFTER_KNOWN.match(text, end) or (
            _is_general(name) and not text.startswith("第", end)
        ):
            return None, start
        if text[start - 1 : start] in tuple("本该此各") and full:
            return None, start
        rule = "abbreviation" if full else "known_title"
        reading = self._external(place, start, end, full or text[start:end], rule)
        if len(name) == 2 and not reading.units and not _is_used(text, start, end):
            return None, end
        return reading, reading.end

    def _external(self, place: _Place, start: int, end: int, title: str, rule: str) -> _Reading:
        """Read what belongs to a title: number, definition in brackets, units."""
        text, number, quote_end, after = place.text, None, end, end
        while bracket := _AFTER_TITLE.match(text, after):
            inside = bracket["inside"]
            if found := DOC_NUMBER.search(inside) or ORDER_NUMBER.search(inside):
                number, quote_end = found.group(), bracket.end()
            elif not _DEFINES.search(inside) and not re.match(r"(?:19|20)\d{2}|修|试行", inside):
                break
            after = bracket.end()
        infix = _INFIX.match(text, after)
        units = read_units(text, infix.end()) if infix else None
        if units and any("条" in p or "章" in p or "编" in p for p in units.paths):
            paths = tuple(unit(p) for p in units.paths)
            return _Reading(start, units.end, title, paths, "external", rule, number)
        if infix and (slip := _UNIT_WITHOUT_WORD.match(text, infix.end())):
            paths = (str(parse_number(slip["number"])),)
            return _Reading(start, slip.end(), title, paths, "external", rule, number)
        return _Reading(start, quote_end, title, (), "external", rule, number)

    def _self(self, place: _Place, head: re.Match[str], cursor: int) -> tuple[_Reading | None, int]:
        infix = _INFIX.match(place.text, head.end())
        units = read_units(place.text, infix.end()) if infix else None
        paths = tuple(u for p in units.paths if (u := unit(p))) if units else ()
        if not units or not paths:
            return None, head.end()
        return _Reading(head.start(), units.end, "self", paths, "self", "self_name"), units.end

    def _that(self, place: _Place, head: re.Match[str], cursor: int) -> tuple[_Reading | None, int]:
        units = read_units(place.text, head.end())
        if not units or not (paths := tuple(u for p in units.paths if (u := unit(p)))):
            return None, head.end()
        title = self._antecedent(place, head["that_kind"])
        note = None if title else f"“{head.group()}”之前没有出现可以承接的文件名称"
        reading = _Reading(
            head.start(), units.end, title or head.group(), paths, "external", "same_instrument",
            note=note,
        )  # fmt: skip
        return reading, units.end

    def _antecedent(self, place: _Place, kind: str) -> str | None:
        """Return the title named last in this article whose last word is ``kind``."""
        named = [r.target for r in place.found if r.form == "external"]
        earlier = [t for article, t in self.titles if article == place.article]
        for title in reversed([*earlier, *named]):
            word = kind_word(title) or ""
            if word == kind or word.endswith(kind):
                return title
        return None

    # -- relative references -------------------------------------------------------------------------

    def _before(
        self, place: _Place, head: re.Match[str], cursor: int
    ) -> tuple[_Reading | None, int]:
        count = parse_number(head["count"]) if head["count"] else 1
        base, note = _paths_before(place, head["what"], count, self.structure)
        if place.article is None:
            return None, head.end()
        units = read_units(place.text, head.end(), base) if base else None
        end = units.end if units else head.end()
        paths = tuple(unit(p) for p in (units.paths if units else base))
        return _Reading(head.start(), end, "self", paths, "internal", "relative", note=note), end

    def _own(self, place: _Place, head: re.Match[str], cursor: int) -> tuple[_Reading | None, int]:
        if place.article is None:
            return None, head.end()
        path: Path = {"条": place.article}
        if head.group() == "本款" and place.paragraph:
            path["款"] = str(place.paragraph)
        units = read_units(place.text, head.end(), (path,))
        if not units:
            return None, head.end()
        paths = tuple(unit(p) for p in units.paths)
        return _Reading(head.start(), units.end, "self", paths, "internal", "own"), units.end

    def _here(self, place: _Place, head: re.Match[str], cursor: int) -> tuple[_Reading | None, int]:
        above = self.structure.containers(place.provision.address)
        chapter = next((c.address for c in above if c.kind == "chapter"), None)
        if head.group() == "本章" and chapter:
            units = (chapter.parts[-1],)
            return (
                _Reading(head.start(), head.end(), "self", units, "internal", "container"),
                head.end(),
            )
        return None, head.end()

    # -- numbers and units that stand alone -----------------------------------------------------------

    def _number(
        self, place: _Place, head: re.Match[str], cursor: int
    ) -> tuple[_Reading | None, int]:
        start = max(cursor, head.start())
        cut = max((m.end() for m in re.finditer(rf"{_STOP}|和|与|及|、", head.group())), default=0)
        start += cut
        number = place.text[start : head.end()]
        if title := TITLE.match(place.text, head.end()):
            reading = self._external(
                place, title.start(), title.end(), target(title.group()), "title"
            )
            return replace(reading, start=start, doc_number=number), reading.end
        reading = self._external(place, start, head.end(), number, "number")
        return replace(reading, doc_number=number), reading.end

    def _standard(self, place: _Place, head: re.Match[str], cursor: int) -> tuple[_Reading, int]:
        return _Reading(
            head.start(), head.end(), head.group(), (), "external", "standard"
        ), head.end()

    def _bare(self, place: _Place, head: re.Match[str], cursor: int) -> tuple[_Reading | None, int]:
        text, start = place.text, head.start()
        units = read_units(text, start)
        if not units:
            return None, start + 1
        if _ANNEX_BEFORE.search(text, max(0, start - 12), start):
            return None, units.end
        top = units.paths[0]
        if "条" in top or "章" in top or "编" in top:
            if titled := self._title_before(place, start, cursor, units.paths):
                return titled, units.end
            paths = tuple(unit(p) for p in units.paths)
            return _Reading(start, units.end, "self", paths, "internal", "bare_unit"), units.end
        if place.article is None or "节" in top:
            return None, units.end
        base, goal, form = self._base_of_bare(place)
        paths = tuple(unit({**base, **p}) for p in units.paths)
        return _Reading(start, units.end, goal, paths, form, "bare_unit"), units.end

    def _base_of_bare(self, place: _Place) -> tuple[Path, str, Form]:
        """What 第一项 with no article belongs to: its own article where that has a list, else one cited before.

        Inside a list that is the one article of its lead-in; in 违反第五条第一项的…；违反第四项的… it is the
        article cited last.
        """
        assert place.article is not None
        if place.item is not None:
            lead = self.lead_in.get(f"{place.article}.{place.provision.address.parts[1]}")
            if lead:
                return {"条": lead["条"]}, "self", "internal"
        elif not self._has_items(place.article):
            for reading in reversed(place.found):
                parts = reading.units[-1].split(".") if reading.units else [""]
                if reading.form != "external" and len(parts) > 2 and parts[0][:1].isdigit():
                    above = {"条": parts[0]} | ({"款": parts[1]} if parts[1] else {})
                    return above, "self", "internal"
        return {"条": place.article}, "self", "internal"

    def _has_items(self, article: str) -> bool:
        return any(
            self.structure.children(paragraph.address)
            for paragraph in self.structure.children(article)
        )

    def _title_before(
        self, place: _Place, start: int, cursor: int, paths: tuple[Path, ...]
    ) -> _Reading | None:
        """Read a title without marks that stands directly before a unit: 依照工伤保险条例第十四条."""
        window = place.text[max(cursor, start - 44) : start]
        found = _BARE_TITLE.search(window)
        if not found:
            return None
        name = _TWO_TITLES.sub("", found.group())
        name = _CUTS.sub("", name, count=1) if _CUTS.match(name) else name
        units = tuple(unit(p) for p in paths)
        end = read_units(place.text, start)
        assert end is not None
        if re.fullmatch(rf"[本该同此其原]?(?:{KIND_WORD})", name):
            title = self._antecedent(place, name)
            note = None if title else f"“{name}”没有写明是哪一份文件"
            rule = "same_instrument"
        else:
            title, note, rule = name, None, "bare_title"
        return _Reading(
            start - len(name), end.end, title or name, units, "external", rule, note=note
        )


_READERS: Final[
    dict[str, Callable[[_Scan, _Place, re.Match[str], int], tuple[_Reading | None, int]]]
] = {
    "title": _Scan._title,
    "self": _Scan._self,
    "that": _Scan._that,
    "before": _Scan._before,
    "own": _Scan._own,
    "here": _Scan._here,
    "number": _Scan._number,
    "standard": _Scan._standard,
    "bare": _Scan._bare,
}
"""What reads on from each head, by the group of ``_HEAD``."""


def _head_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of ``_HEAD``, which is tried only where one may begin."""
    if YEAR_AND_NUMBER.search(text):
        yield from _HEAD.finditer(text)
        return
    end = 0
    for begin in _BEGIN.finditer(text):
        if begin.start() >= end and (head := _HEAD.match(text, begin.start())):
            end = head.end()
            yield head


def _end(head: "re.Match[str] | tuple[int, int]") -> int:
    return head[1] if isinstance(head, tuple) else head.end()


def _plain(part: str) -> int | None:
    if part.isdecimal():
        return int(part)
    digits = re.match(r"\d+", part)
    return int(digits.group()) if digits else None


def _is_known(name: str) -> bool:
    return name in _known_titles()


def _is_used(text: str, start: int, end: int) -> bool:
    """Is the instrument meant, and not its subject? 根据宪法, 刑法规定的; but 宪法宣誓, 刑法学."""
    return bool(
        _USED_BEFORE.search(text, max(0, start - 12), start) or _USED_AFTER.match(text, end)
    )


def _is_general(name: str) -> bool:
    """Is an abbreviation nothing but a kind (条例, 规定), so that it may be an ordinary word?"""
    return bool(re.fullmatch(rf"(?:实施)?(?:{KIND_WORD})", name))


def _titles_before_brackets(text: str) -> Iterator[tuple[int, str]]:
    """Yield the titles that brackets follow, in marks or known: where they end and what they are."""
    for found in TITLE.finditer(text):
        yield found.end(), target(found.group())
    for start, end in _known_in(text):
        if text[end : end + 1] in ("（", "("):
            country = "中华人民共和国" if text.endswith("中华人民共和国", 0, start) else ""
            yield end, country + text[start:end]


def _issuers_before(text: str, start: int) -> tuple[str, ...]:
    """Return the organs that stand directly before a title: 中共中央办公厅、国务院办公厅《…》."""
    found = _ISSUERS.search(text, max(0, start - 60), start)
    if not found:
        return ()
    names = found["issuers"] or found["issuers_after"]
    return tuple(n for n in re.split(r"[、和及与\s]", names) if n)


def _one_article(readings: list[_Reading]) -> Path | None:
    """Return the article that the words of a lead-in cite, where it is one of this text and the only one."""
    units = [u for r in readings if r.rule in ("self_name", "bare_unit") for u in r.units]
    articles = {u.split(".")[0] for u in units if u[:1].isdigit()}
    return {"条": articles.pop()} if len(articles) == 1 else None


def _paths_before(
    place: _Place, what: str, count: int, structure: Structure
) -> tuple[tuple[Path, ...], str | None]:
    """Return the paths of 前款, 前两条, 前项 seen from a place, nearest last; a note where there are none."""
    here = {"款": place.paragraph, "项": place.item, "条": None}[what]
    path: Path = {"条": place.article or ""}
    if what == "条":
        number = int(re.match(r"\d+", place.article or "0").group())  # type: ignore[union-attr]  # digits lead
        earlier = [n for n in range(number - count, number) if n > 0]
        found = tuple({"条": str(n)} for n in earlier)
        return found, None if len(found) == count else "这一条之前没有那么多条"
    if what == "项":
        path["款"] = str(place.paragraph or 1)
        if here is None:
            return _last_items(place, count, structure)
    numbers = [n for n in range((here or 1) - count, here or 1) if n > 0]
    note = None if len(numbers) == count else f"本{what}是第一{what}，之前没有可指的{what}"
    return tuple({**path, what: str(n)} for n in numbers), note


def _last_items(
    place: _Place, count: int, structure: Structure
) -> tuple[tuple[Path, ...], str | None]:
    """前项 in a paragraph after a list: the last items of the list before it, which is not certain."""
    before = (place.paragraph or 1) - 1
    items = [
        p.address.parts[-1]
        for p in structure.children(f"{place.article}.{before}")
        if p.kind == "item"
    ]
    if len(items) < count:
        return (), "“前项”之前没有项"
    path = {"条": place.article or "", "款": str(before)}
    note = None if len(items) == 1 else "“前项”不在列举的项之中，所指的项不能确定"
    return tuple({**path, "项": n} for n in items[-count:]), note


# -- what the reference does ---------------------------------------------------------------------------

_BASIS_BEFORE: Final = re.compile(r"(?:根据|依据|依照|按照|遵照)[^。；]*$")
_BASIS_AFTER: Final = re.compile(r"[^。；]*?(?:特?制[定订]|修订|形成)(?:了)?本")
_ANALOGY_BEFORE: Final = re.compile(r"(?:参照|比照|准用)[^，。；]*$")
_ANALOGY_AFTER: Final = re.compile(r"[^，。；]{0,12}(?:参照|比照)(?:执行|适用)")
_AMENDED_AFTER: Final = re.compile(r"[^。；]{0,30}?(?:修正|修订|修改)(?:[）)。；，\s]|$)")
_AMENDED_BEFORE: Final = re.compile(r"(?:根据|依据|经|由)[^。；]*$")


def _mention(place: _Place, reading: _Reading, *, amending: bool) -> Mention:
    """Return a reference with its place in the source, and what it does."""
    start, end = place.provision.words.span(reading.start, reading.end)
    kind = _kind(place.text, reading, amending)
    if place.listed and reading.form == "external" and not reading.units:
        kind = place.listed
    return Mention(
        place.provision.address,
        start,
        end,
        place.text[reading.start : reading.end],
        reading.target,
        reading.units,
        kind,
        reading.form,
        reading.rule,
        reading.doc_number,
        reading.issuers,
        reading.note,
        _applies(place.text, reading, kind),
    )


def _kind(text: str, reading: _Reading, amending: bool) -> CitationKind:
    """Return what the reference does, from the words of its sentence before and after it.

    ``amending`` tells that the text amends others. What stands inside quotation marks is the wording that it gives
    them: that has no basis here, and amends and repeals nothing.
    """
    before, after = _around(text, reading)
    if reading.form == "external" and not effects.is_quoted(text[: reading.start]):
        if effects.amends(before, after, decision=amending):
            return "amends"
        if effects.repeals(before, after):
            return "repeal"
        amending = "修改" in reading.target or "修正" in reading.target
        by_it = _AMENDED_BEFORE.search(before) and _AMENDED_AFTER.match(after)
        if amending and by_it:
            return "amended_by"
        if _BASIS_BEFORE.search(before) and _BASIS_AFTER.match(after):
            return "basis"
    if _ANALOGY_BEFORE.search(before) or _ANALOGY_AFTER.match(after):
        return "analogy"
    return "internal" if reading.target == "self" else "reference"


def _applies(text: str, reading: _Reading, kind: CitationKind) -> effects.Applies | None:
    if kind not in ("reference", "internal", "analogy") or effects.is_quoted(text[: reading.start]):
        return None
    before, after = _around(text, reading)
    return effects.applied(before, after, analogy=kind == "analogy")


def _around(text: str, reading: _Reading) -> tuple[str, str]:
    """Return the words of the sentence before a reference, and all that follow it."""
    begin = 1 + max(text.rfind(mark, 0, reading.start) for mark in SENTENCE_ENDS)
    return text[begin : reading.start], text[reading.end :]
