"""What follows from having received a sanction: bars with their length, and what else is lost."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ingest.facts import ConsequenceFacts
from ingest.measures import find_measures, names_measure
from ingest.numerals import NUMERAL, parse_number
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments

_RECEIVED: Final = re.compile(
    r"(?P<how>单独|同时|合并)?(?:受到|受|因[^，。；]*?被|被)(?P<what>[^，。；]+?)(?:处理|处分|处罚)?"
    r"(?:的|后|期间)?(?P<who>[^的，。；]{0,12}(?:干部|人员|责任人|负责人|领导|成员|者|人|单位|地区|部门))?$"
)
_LENGTH: Final = re.compile(rf"(?P<number>半|[{NUMERAL}]+)\s*(?P<unit>个月|年)(?:内|以内|之内)?")
_BAR: Final = re.compile(r"(?:原则上)?(?:不得|不予|不能|取消|停止|暂停|扣)(?P<what>[^，。；]+)")
_PERIOD_OF: Final = re.compile(
    rf"(?P<sanction>[^，。；、]{{2,14}}?)的?(?:影响期|处分期|期限)(?:为|是|限为)?(?P<length>[{NUMERAL}半]+\s*(?:个月|年))"
)
_LONGER: Final = re.compile(r"按照?[^，。；]*?影响期[^，。；]*?(?:长|重)[^，。；]*")
_HINT: Final = re.compile(r"受|被|影响期|处分期|期限")
"""How a consequence begins: a provision without it tells none, nor does one that names no measure."""
_GENERAL: Final = re.compile(
    r"[两二三多]种以上(?:处理|处分|问责方式)|追究(?:领导|直接|主要|纪律)?责任|问责|责任追究"
)


def find_consequences(structure: Structure) -> list[ConsequenceFacts]:
    """Return the consequences of sanctions: one for each sanction and each length."""
    found: list[ConsequenceFacts] = []
    for provision in structure.provisions:
        if provision.kind in ("paragraph", "item", "subitem") and _may_tell(provision):
            for sentence in cut(provision, "。"):
                for part in cut(sentence, "；;"):
                    found += _part(structure, part)
    return found


def _may_tell(provision: Provision) -> bool:
    if not _HINT.search(provision.text):
        return False
    return bool(names_measure(provision.text) or _GENERAL.search(provision.text))


def _part(structure: Structure, part: Stretch) -> Iterator[ConsequenceFacts]:
    for match in _PERIOD_OF.finditer(part.text):
        for measure in find_measures(part.group(match, "sanction")):
            months = _months(match["length"])
            yield _row(structure, part, measure.name, months=months)
    parts = segments(part)
    received = next(((i, m) for i, s in enumerate(parts) if (m := _received(s))), None)
    if received is None:
        return
    index, match = received
    what = parts[index].part(match.start("what"))
    sanctions = [m.name for m in find_measures(what)] or [
        what.group(m) for m in _GENERAL.finditer(what.text)
    ]
    condition = _condition(parts[: index + 1], match)
    bars = list(_bars(parts[index + 1 :]))
    general = not find_measures(what) and not match.group().startswith("受")
    for sanction in sanctions:
        for months, names in bars:
            if general and months is None and names:
                continue  # 被追究责任的，取消…资格: a measure on a condition, not on a sanction
            yield _row(structure, part, sanction, months=months, bars=names, condition=condition)


def _received(segment: Stretch) -> re.Match[str] | None:
    """A segment that says who has received a sanction, ending in 的 or naming the person."""
    match = _RECEIVED.search(segment.text)
    if match and (segment.text.endswith(("的", "后", "期间")) or match["who"]):
        return match
    return None


def _condition(before: Sequence[Stretch], match: re.Match[str]) -> str | None:
    if match["how"]:
        return match.group()
    earlier = [s.text for s in before[:-1] if s.text.endswith("的")]
    return earlier[-1] if earlier else None


def _bars(rest: Sequence[Stretch]) -> Iterator[tuple[int | None, list[str]]]:
    """The bars after a sanction: a length with what is barred; a bar without a length counts too."""
    months: int | None = None
    open_: list[str] = []
    for segment in rest:
        text = segment.text
        length = _LENGTH.search(text)
        bar = _BAR.search(text)
        if length and not re.search(r"次以上", text):
            if open_:
                yield months, open_
                open_ = []
            months = _months(length.group())
        if bar:
            open_ += _alternatives(bar)
        elif _LONGER.search(text):
            yield None, []
    if open_:
        yield months, open_


def _alternatives(bar: re.Match[str]) -> list[str]:
    if not bar.group().startswith(("不得", "原则上不得")):
        return [bar.group()]
    return [w for w in re.split(r"或者|或|、", bar["what"]) if w]


def _months(text: str) -> int | None:
    match = _LENGTH.search(text)
    if match is None:
        return None
    if match["number"] == "半":
        return 6
    return parse_number(match["number"]) * (12 if match["unit"] == "年" else 1)


def _row(structure: Structure, part: Stretch, sanction: Stretch, **fields: Any) -> ConsequenceFacts:
    return ConsequenceFacts(
        sanction=sanction.text,
        text=structure.source.quote(*part.span),
        **fields,
        **part.place,
    )
