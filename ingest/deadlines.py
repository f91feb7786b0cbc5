"""Periods within which something must be done: 5个工作日内, 30日内, 三个月内, 24小时内.

Bars (1年内不得…), 影响期, 两年内…两次以上 and 连续… are no deadlines (shared meaning of the facts).
"""

import re
from typing import Final

from ingest.facts import Deadline
from ingest.numerals import NUMERAL, parse_number
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut

_WITHIN: Final = re.compile(
    rf"(?P<number>半|[{NUMERAL}]+)\s*(?P<unit>个?工作日|日|天|个月|月|周|年|个?小时)(?:之内|以内|内)"
)
_NO_DEADLINE: Final = re.compile(
    r"^[^，。；]{0,6}(?:不得|累计|连续|[两二三四五2-9]次|受到|多次|不予|取消|再次|发生)"
)
_NO_DEADLINE_BEFORE: Final = re.compile(r"(?:影响期|处分期|任期|近|连续|最近|过去|有效期|每)$")


def find_deadlines(structure: Structure) -> list[Deadline]:
    """Return the deadlines in reading order; hours are told as days where they make whole ones."""
    return [
        row
        for provision in structure.provisions
        if provision.kind in ("paragraph", "item", "subitem") and "内" in provision.text
        for row in _provision(structure, provision)
    ]


def _provision(structure: Structure, provision: Provision) -> list[Deadline]:
    found = []
    for sentence in cut(provision, "。；"):
        for match in _WITHIN.finditer(sentence.text):
            after, before = sentence.text[match.end() :], sentence.text[: match.start()]
            if _NO_DEADLINE.match(after) or _NO_DEADLINE_BEFORE.search(before):
                continue
            if match["unit"] == "年" and not re.match(
                r"[^，。；]{0,4}(?:完成|办|作|提|报|整)", after
            ):
                continue
            found.append(_row(structure, sentence.group(match), match))
    return found


def _row(structure: Structure, stretch: Stretch, match: re.Match[str]) -> Deadline:
    unit = match["unit"].removeprefix("个")
    number = 0.5 if match["number"] == "半" else parse_number(match["number"])
    days = {"工作日": 1.0, "日": 1.0, "天": 1.0, "周": 7.0, "小时": 1 / 24}.get(unit)
    months = {"月": 1, "年": 12}.get(unit)
    return Deadline(
        text=structure.source.quote(*stretch.span),
        days=int(number * days) if days else None,
        months=int(number * months) if months else None,
        hours=int(number) if unit == "小时" else None,
        working=unit == "工作日",
        **stretch.place,
    )
