"""Sentences and their segments: where extractors may cut, brackets and titles kept whole."""

import re
from typing import Final

from ingest.provisions import Provision, Stops, Stretch

_OPEN: Final = "（(《〈“‘〔【「『"
_BLANKS: Final = " 　\t"
_CLOSE: Final = "）)》〉”’〕】」』"
_OPENED: Final = re.compile(f"[{re.escape(_OPEN)}]")
_MARK: Final = re.compile(f"[{re.escape(_OPEN + _CLOSE)}。！？；;，,：:]")


def sentences(stretch: Stretch | Provision) -> tuple[Stretch, ...]:
    """Cut at 。；！？ outside brackets; each sentence without its closing mark, none empty."""
    return cut(stretch, "。；;！？")


def segments(stretch: Stretch) -> tuple[Stretch, ...]:
    """Cut a sentence at its commas outside brackets."""
    return cut(stretch, "，,：:")


def cut(stretch: Stretch | Provision, marks: str) -> tuple[Stretch, ...]:
    """Cut at any of the marks that stands outside brackets and quotation marks.

    The same stretch is cut once, and equal parts of different cuts are one: what one extractor has read in a
    sentence the next finds there.
    """
    whole = Stretch.whole(stretch) if isinstance(stretch, Provision) else stretch
    if whole.cuts is None:
        whole.cuts = {}
    if marks not in whole.cuts:
        whole.cuts[marks] = _parts(whole, marks)
    parts = whole.cuts[marks]
    return (whole,) if parts is None else parts


def _parts(whole: Stretch, marks: str) -> tuple[Stretch, ...] | None:
    """Return the parts, blanks at their ends left out, none of them empty; None where it is all one part."""
    parts, begin, passed, stops = [], whole.start, 0, _stops(whole)
    for number, (at, mark) in enumerate(stops, 1):
        if mark in marks:
            if part := _part(whole.provision, begin, at, stops[passed : number - 1]):
                parts.append(part)
            begin, passed = at + 1, number
    text = whole.text
    if not passed and (not text or (text[0] not in _BLANKS and text[-1] not in _BLANKS)):
        return None if text else ()
    if part := _part(whole.provision, begin, whole.end, stops[passed:]):
        parts.append(part)
    return tuple(parts)


def _part(provision: Provision, start: int, end: int, stops: Stops) -> Stretch | None:
    text = provision.text
    while start < end and text[end - 1] in _BLANKS:
        end -= 1
    while start < end and text[start] in _BLANKS:
        start += 1
    if start == end:
        return None
    part = provision.run(start, end)
    part.stops = (
        stops  # brackets are closed where a part begins: its stops are its own, whatever was cut
    )
    return part


def _stops(stretch: Stretch) -> Stops:
    """Return the marks outside brackets and quotation marks, looked for once in a provision's words."""
    if stretch.stops is None:
        found, depth, start = [], 0, stretch.start
        for match in _MARK.finditer(stretch.text):
            mark = match[0]
            if mark in _OPEN:
                depth += 1
            elif mark in _CLOSE:
                depth = max(depth - 1, 0)
            elif depth == 0:
                found.append((start + match.start(), mark))
        stretch.stops = tuple(found)
    return stretch.stops


def outside_brackets(text: str, position: int) -> bool:
    """Does this place of a text stand outside brackets and quotation marks?"""
    if _OPENED.search(text, 0, position) is None:
        return True
    before = text[:position]
    opened = sum(before.count(c) for c in _OPEN)
    return opened <= sum(before.count(c) for c in _CLOSE)
