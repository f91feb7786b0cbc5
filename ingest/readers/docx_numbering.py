"""Automatic numbers of a Word document (ECMA-376 part 1, 17.9): 第一条, （一）, 1. as they print.

A paragraph has a number through its own properties or its style's, styles that it is based on among them. Lists
that share an abstract definition count on together; a start override begins anew, once.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ingest.numerals import chinese

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COUNTING = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "koreanDigital2",
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL = {ord(str(d)): 0xFF10 + d for d in range(10)}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it counts, what is printed."""

    start: int
    form: str
    text: str
    after: str
    arabic: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list in use: the definition that counts for it, its levels, and the starts that it overrides."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Counts while the paragraphs go by; ``unknown`` tells whether a way of counting was not known."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self.unknown = False
        self._styles = _read_styles(styles)
        self._lists = _read_lists(numbering)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def next(self, paragraph: Element) -> str:
        """Return the number that stands before a paragraph, with the blank after it, or nothing."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        list_id, depth = found
        used = self._lists[list_id]
        level = used.levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[used.abstract]
        if list_id not in self._begun:
            self._begun.add(list_id)
            for one, start in used.starts.items():
                counts[one] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return self._print(level, used, counts)

    def _print(self, level: _Level, used: _List, counts: dict[int, int]) -> str:
        if level.form in ("bullet", "none"):
            return ""

        def one(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            shown = used.levels.get(depth, level)
            form = "decimal" if level.arabic else shown.form
            return self._number(counts.get(depth, shown.start), form)

        return re.sub(r"%(\d)", one, level.text) + level.after

    def _number(self, number: int, form: str) -> str:
        known = _formatted(number, form)
        if known is None:
            self.unknown = True
            return str(number)
        return known

    def _list_of(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and level of a paragraph: its own, or by its style."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return None
        style = _value(properties.find(f"{_W}pStyle"))
        own = _numbered(properties)
        inherited = self._styled(style)
        list_id = own[0] or (inherited[0] if inherited else None)
        if list_id is None or list_id not in self._lists:
            return None
        depth = own[1]
        if depth is None and inherited:
            by_style = [d for d, one in self._lists[list_id].levels.items() if one.style == style]
            depth = by_style[0] if by_style and style else inherited[1]
        return list_id, depth or 0

    def _styled(self, style: str | None) -> tuple[str, int | None] | None:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            based, list_id, depth = self._styles.get(style, (None, None, None))
            if list_id is not None:
                return list_id, depth
            style = based
        return None


def _read_styles(styles: Element | None) -> dict[str, tuple[str | None, str | None, int | None]]:
    """Each style's base, list and level."""
    found = {}
    for style in styles.findall(f"{_W}style") if styles is not None else ():
        properties = style.find(f"{_W}pPr")
        list_id, depth = _numbered(properties) if properties is not None else (None, None)
        found[style.get(f"{_W}styleId", "")] = (
            _value(style.find(f"{_W}basedOn")),
            list_id,
            depth,
        )
    return found


def _numbered(properties: Element) -> tuple[str | None, int | None]:
    numbered = properties.find(f"{_W}numPr")
    if numbered is None:
        return None, None
    depth = _value(numbered.find(f"{_W}ilvl"))
    return _value(numbered.find(f"{_W}numId")), int(depth) if depth else None


def _read_lists(numbering: Element | None) -> dict[str, _List]:
    if numbering is None:
        return {}
    abstract = {
        one.get(f"{_W}abstractNumId", ""): _read_levels(one)
        for one in numbering.findall(f"{_W}abstractNum")
    }
    found = {}
    for one in numbering.findall(f"{_W}num"):
        base = _value(one.find(f"{_W}abstractNumId")) or ""
        levels, starts = dict(abstract.get(base, {})), {}
        for override in one.findall(f"{_W}lvlOverride"):
            levels.update(_read_levels(override))
            start = _value(override.find(f"{_W}startOverride"))
            if start:
                starts[int(override.get(f"{_W}ilvl", "0"))] = int(start)
        found[one.get(f"{_W}numId", "")] = _List(base, levels, starts)
    return found


def _read_levels(parent: Element) -> dict[int, _Level]:
    levels = {}
    for one in parent.findall(f"{_W}lvl"):
        after = _value(one.find(f"{_W}suff")) or "tab"
        legal = one.find(f"{_W}isLgl")
        levels[int(one.get(f"{_W}ilvl", "0"))] = _Level(
            start=int(_value(one.find(f"{_W}start")) or 1),
            form=_value(one.find(f"{_W}numFmt")) or "decimal",
            text=_value(one.find(f"{_W}lvlText")) or "",
            after="" if after == "nothing" else "　",
            arabic=legal is not None and legal.get(f"{_W}val", "1") not in ("0", "false"),
            style=_value(one.find(f"{_W}pStyle")),
        )
    return levels


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(f"{_W}val")


def _formatted(number: int, form: str) -> str | None:
    """A number in one of the ways of counting (17.18.59); None where the way is not known."""
    if form in _COUNTING and 0 <= number <= 9999:
        return chinese(number)
    if form in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    plain = {
        "decimal": str(number),
        "decimalZero": f"{number:02d}",
        "ideographDigital": str(number).translate(_DIGITS),
        "japaneseDigitalTenThousand": str(number).translate(_DIGITS),
        "taiwaneseDigital": str(number).translate(_DIGITS),
        "decimalFullWidth": str(number).translate(_FULL),
        "decimalFullWidth2": str(number).translate(_FULL),
        "chineseLegalSimplified": chinese(min(max(number, 0), 9999)).translate(_LEGAL),
        "ideographTraditional": _STEMS[(number - 1) % 10],
        "ideographZodiac": _BRANCHES[(number - 1) % 12],
    }
    if form.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    return plain.get(form)


def _roman(number: int) -> str:
    out = "X" * (number // 10) if number > 0 else str(number)
    rest = number % 10 if number > 0 else 0
    for value, sign in _ROMAN[1:]:
        while rest >= value:
            out += sign
            rest -= value
    return out
