"""What makes accountability heavier, lighter or fall away: lists of such situations, and single sentences."""

import re
from typing import Literal

from ingest.facts import FactorFacts
from ingest.lexicon import Lexicon
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import segments
from ingest.situations import (
    FACTOR_WORDS,
    after_situations,
    is_factor_list,
    parts_of,
    situations_of,
)

FactorKind = Literal["aggravating", "mitigating", "exempting"]


def find_factors(structure: Structure, lexicon: Lexicon) -> list[FactorFacts]:
    """Return the factors in reading order; ``effect`` is what the text says of them."""
    found: list[FactorFacts] = []
    for paragraph in structure.paragraphs:
        if not FACTOR_WORDS.search(paragraph.text):
            continue
        if is_factor_list(structure, paragraph):
            found += _list(structure, paragraph)
        else:
            for part in parts_of(paragraph):
                found += _part(structure, part, lexicon)
    return found


def _list(structure: Structure, paragraph: Provision) -> list[FactorFacts]:
    lead = Stretch.whole(paragraph)
    match = FACTOR_WORDS.search(lead.text)
    assert match is not None
    effect = _effect(lead)
    return [
        _row(structure, words, _kind(match), effect)
        for item in structure.children(paragraph.address)
        if (
            words := Stretch.whole(item).strip("。；; ")
        ).text  # an item may be nothing but its number
    ]


def _part(structure: Structure, part: Stretch, lexicon: Lexicon) -> list[FactorFacts]:
    situations = [s for s in situations_of(part, lexicon) if s.kind != "listed"]
    rest = after_situations(part, situations)
    match = FACTOR_WORDS.search(rest.text)
    if not situations or not match:
        return []
    first, last = situations[0].stretch, situations[-1].stretch
    whole = Stretch(part.provision, first.start, last.end)
    return [_row(structure, whole, _kind(match), _effect(rest))]


def _kind(match: re.Match[str]) -> FactorKind:
    return match.lastgroup  # type: ignore[return-value]  # the groups are the kinds


def _effect(stretch: Stretch) -> str | None:
    """The segment that says what the factor does, without 应当 or 可以."""
    for segment in segments(stretch):
        if match := FACTOR_WORDS.search(segment.text):
            return segment.text[match.start() :].rstrip("：: ")
    return None


def _row(
    structure: Structure, stretch: Stretch, kind: FactorKind, effect: str | None
) -> FactorFacts:
    return FactorFacts(
        kind=kind, text=structure.source.quote(*stretch.span), effect=effect, **stretch.place
    )
