"""What makes accountability heavier, lighter or fall away: lists of such situations, and single sentences."""

import re
from typing import Final, Literal

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
_HINT: Final = re.compile(r"从重|从轻|加重|减轻|免|不予|不再追究|不追究|可以不|容错")
"""What every word for a factor holds: quicker to look for than the words by their kinds."""


def find_factors(structure: Structure, lexicon: Lexicon) -> list[FactorFacts]:
    """Return the factors in reading order; ``effect`` is what the text says of them."""
    found: list[FactorFacts] = []
    for paragraph in structure.paragraphs:
        if not _HINT.search(paragraph.text) or not FACTOR_WORDS.search(paragraph.text):
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
    items = (Stretch.whole(i).strip("。；; ") for i in structure.children(paragraph.address))
    return [_row(structure, item, _kind(match), effect) for item in items if item.text]


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
