"""How often something must be done: a number and a period (每半年不少于1次, 每两年组织一次, 每年).

及时, 定期 and counts without a period are none (shared meaning of the facts), nor is 每个项目2次.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.facts import Per
from ingest.numerals import NUMERAL, parse_number
from ingest.provisions import Stretch

_N: Final = rf"[{NUMERAL}]+"
_PERIOD: Final = re.compile(
    rf"每(?P<several>{_N})?\s*个?(?P<unit>半年度?|季度|季|年度?|月份?|旬|周|星期|日|天)(?!以|期|工作日)"
)
_LEAST: Final = (
    r"(?:至少|不少于|不得少于|不低于|不得低于|应当|应|要|原则上|分别|各|召开|组织|开展|安排)*"
)
_TIMES: Final = re.compile(rf"{_LEAST}(?P<times>{_N})\s*(?:次|轮|遍|场|回)")
_BEFORE: Final = re.compile(r"(?:至少|不少于|不得少于|不低于)$")
_WHEN: Final = re.compile(
    rf"(?:第{_N}(?:个?季度|个?月)|(?:上|下)半年|{_N}月(?:底|份|初)?(?:以?前|底前)?|年(?:初|底|末)前?)"
)
_WORD_LIMIT: Final = 40
"""A count belongs to a period at most this many characters before it, in the same segment."""
_PER: Final[dict[str, Per]] = {
    "半年": "half-year",
    "季": "quarter",
    "年": "year",
    "月": "month",
    "旬": "ten-days",
    "周": "week",
    "星": "week",
    "日": "day",
    "天": "day",
}


@dataclass(frozen=True, slots=True)
class Period:
    """A frequency in a stretch: where it stands, how often, and in which part of the period."""

    stretch: Stretch
    times: int
    per: Per
    when: str | None


def find_periods(segment: Stretch) -> Iterator[Period]:
    """Yield the frequencies of one segment (no comma inside), in order."""
    text = segment.text
    found = list(_PERIOD.finditer(text))
    for number, match in enumerate(found):
        per = _per(match)
        if per is None:
            continue
        limit = found[number + 1].start() if number + 1 < len(found) else len(text)
        start, end, when = match.start(), match.end(), None
        if named := _WHEN.match(text, end):
            when, end = named.group(), named.end()
        if before := _BEFORE.search(text, 0, start):
            start = before.start()
        times = _TIMES.search(text, end, min(limit, end + _WORD_LIMIT))
        if times:
            end = times.end()
        count = parse_number(times["times"]) if times else 1
        yield Period(segment.part(start, end), count, per, when)


def strip_leading(text: str) -> int:
    """How many characters of a free-standing frequency a text begins with (每季度至少1次听取… has 7)."""
    if text.startswith("至少每"):
        return 2 + strip_leading(text[2:])
    match = _PERIOD.match(text) if text.startswith("每") else None
    if match is None:
        return 0
    end = match.end()
    if named := _WHEN.match(text, end):
        end = named.end()
    if least := re.match(r"至少|不少于|不得少于", text[end:]):
        counted = _TIMES.match(text, end)
        end += 0 if counted else least.end()
    if (times := _TIMES.match(text, end)) and not re.search(r"召开|组织|开展|安排", times.group()):
        end = times.end()
    return end


def _per(match: re.Match[str]) -> Per | None:
    unit, several = match["unit"], match["several"]
    number = parse_number(several) if several else 1
    per = _PER["半年" if unit.startswith("半年") else unit[0]]
    if number == 1:
        return per
    combined: dict[tuple[int, Per], Per] = {
        (2, "year"): "two-years",
        (3, "year"): "three-years",
        (5, "year"): "five-years",
        (6, "month"): "half-year",
        (3, "month"): "quarter",
        (2, "month"): "two-months",
        (2, "week"): "two-weeks",
        (12, "month"): "year",
    }
    return combined.get((number, per))
