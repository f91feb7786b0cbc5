"""Sentences and their segments: where extractors may cut, brackets and titles kept whole."""

from ingest.provisions import Provision, Stretch

_OPEN = "（(《〈“‘〔【「『"
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
    parts, begin, depth = [], 0, 0
    for at, char in enumerate(whole.text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        elif char in marks and depth == 0:
            parts.append(whole.part(begin, at))
            begin = at + 1
    parts.append(whole.part(begin))
    stripped = (part.strip(" 　\t") for part in parts)
    return [part for part in stripped if part.text]


def outside_brackets(text: str, position: int) -> bool:
    """Does this place of a text stand outside brackets and quotation marks?"""
    before = text[:position]
    opened = sum(before.count(c) for c in _OPEN)
    return opened <= sum(before.count(c) for c in _CLOSE)
