"""Sentences and their segments: where extractors may cut, brackets and titles kept whole."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from ingest.provisions import Provision, Stretch

_OPEN = "（(《〈“‘〔【「『"
_BLANKS = " 　\t"
_CLOSE = "）)》〉”’〕】」』"


def sentences(stretch: Stretch | Provision) -> list[Stretch]:
    """Cut at 。；！？ outside brackets; each sentence without its closing mark, none empty."""
    return cut(stretch, "。；;！？")


def segments(stretch: Stretch) -> list[Stretch]:
    """Cut a sentence at its commas outside brackets."""
    return cut(stretch, "，,：:")


def cut(stretch: Stretch | Provision, marks: str) -> list[Stretch]:
    """Cut at any of the marks that stands outside brackets and quotation marks."""
    whole = Stretch.whole(stretch) if isinstance(stretch, Provision) else stretch
    return [whole.part(start, end) for start, end in _parts(whole.text, marks)]


# Cached: every extractor asks for the same sentences, one provision after the other.
@lru_cache(maxsize=4096)
def _parts(text: str, marks: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each part, blanks at its ends left out; none is empty."""
    cuts, depth = [-1], 0
    for found in _stops(marks).finditer(text):
        char = found[0]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        elif depth == 0:
            cuts.append(found.start())
    cuts.append(len(text))
    parts = []
    for before, after in pairwise(cuts):
        words = text[before + 1 : after].rstrip(_BLANKS)
        end = before + 1 + len(words)
        start = end - len(words.lstrip(_BLANKS))
        if start < end:
            parts.append((start, end))
    return tuple(parts)


@cache
def _stops(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(_OPEN + _CLOSE + marks)}]")


def outside_brackets(text: str, position: int) -> bool:
    """Does this place of a text stand outside brackets and quotation marks?"""
    before = text[:position]
    opened = sum(before.count(c) for c in _OPEN)
    return opened <= sum(before.count(c) for c in _CLOSE)
