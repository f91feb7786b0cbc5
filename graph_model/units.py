"""Units as cited (20.1.6, 20..6, ch2) -> addresses of a text that is loaded, or a reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ingest.addresses import Address, AddressError, lacking

Status = Literal["resolved", "not_loaded", "no_such_provision", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Place:
    """The addresses of a text among which units are looked for, and its articles from first to last."""

    addresses: frozenset[str] = frozenset()
    articles: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a list of units: ``ends`` are (document, address) pairs.

    ``reason`` goes on after the text's title: 没有第九条.
    """

    ends: list[tuple[str, str]] = field(default_factory=list)
    status: Status = "resolved"
    reason: str | None = None


def find_among(units: Iterable[str], places: Mapping[str, Place]) -> Finding:
    """Return the provisions that the units mean in the documents of one text (its volumes, or itself).

    >>> find_among(["3..2"], {"d": Place(frozenset({"3", "3.1", "3.1.1", "3.1.2"}))}).ends
    [('d', '3.1.2')]
    """
    found: list[tuple[str, str]] = []
    missing: list[str] = []
    doubtful: list[str] = []
    for unit in units:
        matches = [(d, a) for d, place in places.items() for a in _matches(unit, place.addresses)]
        if len(matches) == 1:
            found += matches
        elif matches:
            doubtful.append(_shown(unit))
        else:
            missing.append(_shown(unit) + _lacking(unit, list(places.values())))
    found = list(dict.fromkeys(found))
    if doubtful:
        return Finding(found, "ambiguous", f"中“{'、'.join(doubtful)}”不止一处")
    if missing and len(places) > 1:
        return Finding(found, "not_loaded", f"已载入的{len(places)}编中没有{'、'.join(missing)}")
    if missing:
        return Finding(found, "no_such_provision", f"没有{'、'.join(missing)}")
    return Finding(found)


def _lacking(unit: str, places: list[Place]) -> str:
    """Return what there is instead; of several volumes only what the one with the article has."""
    holding = [p for p in places if unit.split(".", maxsplit=1)[0] in p.addresses] or places
    return lacking(unit, holding[0].addresses, holding[0].articles) if len(holding) == 1 else ""


def _matches(unit: str, addresses: frozenset[str]) -> list[str]:
    """Return the addresses that fit a unit: one where it is clear, several where it is not."""
    parts = unit.split(".")
    if unit.isdigit() and unit not in addresses and f"h{unit}" in addresses:
        return [f"h{unit}"]  # the points of a 修正案 (一、二、) are cited as its articles
    if parts[0][:1].isalpha():
        exact = [unit] if unit in addresses else []
        # 第三章 in a text with parts: chapters restart in each, and one of that number is clear
        return exact or sorted(a for a in addresses if a.endswith(f".{unit}"))
    doubled = f"{parts[0]}~2" in addresses
    if "" not in parts:
        exact = [unit] if unit in addresses else []
        return [*exact, f"{parts[0]}~2"] if doubled else exact
    fitting = [a for a in addresses if _fits(parts, a.split("."))]
    return sorted([*fitting, f"{parts[0]}~2"] if doubled else fitting)


def _fits(parts: list[str], address: list[str]) -> bool:
    """Is the address the unit with its paragraph filled in?"""
    return len(parts) == len(address) and all(
        not part or part == there for part, there in zip(parts, address, strict=True)
    )


def _shown(unit: str) -> str:
    try:
        return Address.parse(unit).canonical()
    except AddressError:
        return f"“{unit}”"
