"""Measures by name: what accountability, lighter handling and reward are called (data/lexicon/measures.txt)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from ingest.facts import MeasureFacts
from ingest.lexicon import FOLDER
from ingest.provisions import Stretch, Structure

MeasureKind = Literal["accountability", "lighter_measure", "reward"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure named in a text."""

    name: Stretch
    kind: MeasureKind


def find_measures(stretch: Stretch) -> list[Measure]:
    """Return the measures named in a stretch, the longest name at each place, in order."""
    kinds = _kinds()
    found: list[Measure] = []
    for match in _pattern().finditer(stretch.text):
        name = stretch.group(match)
        generic = match.group() in ("处分", "组织处理")
        if generic and found and found[-1].name.end == name.start:
            continue  # 撤职处分 is one measure
        found.append(Measure(name, kinds[match.group()]))
    return found


def names_measure(words: str) -> bool:
    """Do these words name any measure?"""
    return _pattern().search(words) is not None


def names_reward(words: str) -> bool:
    """Do these words name a reward?"""
    return _rewards().search(words) is not None


def all_measures(structure: Structure) -> list[MeasureFacts]:
    """Return every place that names a measure, in reading order."""
    return [
        MeasureFacts(name=m.name.text, kind=m.kind, **m.name.place)
        for provision in structure.provisions
        if provision.kind in ("paragraph", "item", "subitem") and provision.text
        for m in find_measures(Stretch.whole(provision))
    ]


@cache
def _kinds() -> dict[str, MeasureKind]:
    lines = (FOLDER / "measures.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: cast(MeasureKind, kind) for name, kind in rows}


@cache
def _pattern() -> re.Pattern[str]:
    return _any_of(_kinds())


@cache
def _rewards() -> re.Pattern[str]:
    return _any_of(name for name, kind in _kinds().items() if kind == "reward")


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
