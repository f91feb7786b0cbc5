"""Amounts of sanctions: bounds in yuan, multiples of a base, spans of time.

The forms follow the guide NORMS.md: a fixed amount has both bounds alike, an open side is ``None``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.numerals import CHINESE_NUMERAL, parse_number

_NUMBER: Final = rf"(?:\d[\d,]*(?:\.\d+)?[十百千万亿]*|[{CHINESE_NUMERAL}万点]+|半)"
_AMOUNT: Final = re.compile(
    rf"(?P<share>百分之|千分之|万分之)?(?P<number>{_NUMBER})(?P<unit>个月|[万千百亿]?元|倍|[%％‰]|年|月|日|天)?"
    r"(?P<side>以上|以下|以内|之内|内|至|到|—|－|-|～|~)?"
)
_SHARES: Final = {
    "百分之": 0.01,
    "千分之": 0.001,
    "万分之": 0.0001,
    "%": 0.01,
    "％": 0.01,
    "‰": 0.001,
}
_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_TO: Final = ("至", "到", "—", "－", "-", "～", "~")


@dataclass(frozen=True, slots=True)
class Amount:
    """One number of an amount: its value, its unit (元, 倍 with shares among them, 年, 月, 日) and its side."""

    value: float
    unit: str
    side: str


Bounds = tuple[float | None, float | None]


def amounts_of(text: str) -> list[Amount]:
    """Return the numbers of a text that have a unit; 五至十倍 gives its unit to both."""
    found = list(_read(text))
    for index in range(len(found) - 2, -1, -1):
        if not found[index].unit and found[index].side:
            one = found[index]
            found[index] = Amount(one.value, found[index + 1].unit, one.side)
    return [one for one in found if one.unit]


def bounds(amounts: list[Amount]) -> Bounds:
    """Return the lowest and the highest value that these numbers of one kind allow."""
    if not amounts:
        return None, None
    first, last = amounts[0], amounts[-1]
    if first.side in _TO or (first.side == "以上" and len(amounts) > 1):
        return first.value, last.value
    if first.side == "以上":
        return first.value, None
    if first.side in ("以下", "以内", "之内"):
        return None, first.value
    return first.value, first.value


def _read(text: str) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text.replace("，", "").replace("等值", "一倍")):
        number = _value(match["number"])
        if number is None:
            continue
        unit = match["unit"] or ""
        if match["share"] or unit in _SHARES:
            yield Amount(
                round(number * _SHARES[match["share"] or unit], 6), "倍", match["side"] or ""
            )
            continue
        if unit.endswith("元") and len(unit) > 1:
            number *= _SCALES[unit[0]]
            unit = "元"
        yield Amount(number, {"个月": "月", "天": "日"}.get(unit, unit), match["side"] or "")


def _value(number: str) -> float | None:
    """The value of 五万, 5万, 1.5万, 一点五, 半; None where it is no number."""
    if number == "半":
        return 0.5
    digits = re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)([十百千万亿]*)", number)
    if digits:
        result = float(digits[1].replace(",", ""))
        for scale in digits[2]:
            result *= _SCALES[scale]
        return result
    whole, point, rest = number.partition("点")
    try:
        result = float(parse_number(whole))
        return float(f"{result:.0f}.{parse_number(rest)}") if point else result
    except ValueError:
        return None
