"""Rewards: what is given, for what, by whom and to whom."""

import re
from collections.abc import Iterator
from typing import Final

from ingest.clauses import clauses_of
from ingest.facts import RewardFacts
from ingest.lexicon import Lexicon
from ingest.measures import find_measures, names_reward
from ingest.provisions import Stretch, Structure
from ingest.sentences import cut, segments

_GIVES: Final = re.compile(r"给予|予以|授予|进行")
_MERIT: Final = re.compile(
    r"对(?P<what>[^。；]*?(?:成绩|贡献|突出|优秀|优异|显著|先进|表现|成效|有功|良好)[^。；，]*?的?)"
    r"(?P<who>[^的，。；]{1,20})(?=，|[^，。；]{0,10}(?:给予|予以|授予))"
)
_TO: Final = re.compile(r"对(?P<who>[^，。；对]{2,30}?)(?:给予|予以|授予|进行)")


def find_rewards(structure: Structure, lexicon: Lexicon) -> list[RewardFacts]:
    """Return the rewards in reading order, one for each name."""
    found: list[RewardFacts] = []
    for provision in structure.provisions:
        if provision.kind in ("paragraph", "item") and names_reward(provision.text):
            for sentence in cut(provision, "。；"):
                found += _sentence(structure, sentence, lexicon)
    return found


def _sentence(structure: Structure, sentence: Stretch, lexicon: Lexicon) -> Iterator[RewardFacts]:
    for segment in segments(sentence):
        gives = _GIVES.search(segment.text)
        if not gives:
            continue
        names = [
            m.name
            for m in find_measures(segment)
            if m.kind == "reward" and m.name.start - segment.start >= gives.end()
        ]
        if not names:
            continue
        merit = _MERIT.search(sentence.text)
        to = _TO.search(segment.text)
        recipient = to["who"] if to else merit["who"] if merit else None
        subject = next(
            (c.subject.text for c in clauses_of(segment, lexicon) if c.subject is not None), None
        )
        for name in names:
            yield RewardFacts(
                name=structure.source.quote(*name.span),
                reason=merit["what"] if merit else None,
                by=subject,
                recipient=recipient,
                **name.place,
            )
