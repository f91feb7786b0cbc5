"""Numbers as legal texts write them: 三十三, 〇, 廿, 两, １２, 12."""

import unicodedata
from functools import lru_cache
from typing import Final

_DIGITS: Final = {
    **{c: n for digits in ("零一二三四五六七八九", "0123456789") for n, c in enumerate(digits)},
    **{"〇": 0, "○": 0, "两": 2},
}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
CHINESE_NUMERAL: Final = "零〇○一二两三四五六七八九十百千廿卅"
"""The characters of a numeral in Chinese, for use inside a character class."""
NUMERAL: Final = "0-9０-９" + CHINESE_NUMERAL
"""The characters of any numeral, for use inside a character class."""

LARGEST: Final = 10**15
"""What a longer row of digits counts as: no law means it, and a store could not hold it."""
_LONG: Final = 20


@lru_cache(maxsize=4096)
def parse_number(text: str) -> int:
    """Return the whole number that a numeral names; ``ValueError`` when it names none.

    Scans and careless hands mix the scripts: what consists of the characters of numerals has a value, always.

    >>> parse_number("三十三"), parse_number("一百零二"), parse_number("１２"), parse_number("二〇")
    (33, 102, 12, 20)
    >>> parse_number("二十1"), parse_number("1百零２")
    (21, 102)
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = plain.replace("廿", "二十").replace("卅", "三十")[:_LONG]
    if plain and all(c in _DIGITS for c in plain):
        return min(int("".join(str(_DIGITS[c]) for c in plain)), LARGEST)
    return min(_parse_units(plain, text), LARGEST)


def _parse_units(plain: str, text: str) -> int:
    total, digit, myriad = 0, -1, 0
    for c in plain:
        if c in _DIGITS:
            digit = max(digit, 0) * 10 + _DIGITS[c]
        elif c in _UNITS:
            total += (1 if digit < 0 else digit) * _UNITS[c]
            digit = -1
        elif c == "万" and (total or digit > 0):
            myriad, total, digit = (total + max(digit, 0)) * 10_000, 0, -1
        else:
            raise ValueError(f"not a number: {text!r}")
    if not plain:
        raise ValueError(f"not a number: {text!r}")
    return myriad + total + max(digit, 0)


def chinese(number: int) -> str:
    """Return the numeral of a whole number, in digits from 10000 on: no law counts so far, only slips do.

    >>> chinese(33), chinese(10), chinese(102), chinese(110), chinese(1254), chinese(12540)
    ('三十三', '十', '一百零二', '一百一十', '一千二百五十四', '12540')
    """
    if number > 9999:
        return str(number)
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    out, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ("零" if zero else "") + digits[digit] + name
            zero = False
        elif out and number:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out
