"""Lists of units as citations write them: 第十条第一款、第三款, 第一项至第三项, 第一百二十条之一.

A ``Path`` maps levels to numbers, ``{"条": "10", "款": "1"}``; a list is read from left to right, each group
of one level going on from the path before it.
"""

from dataclasses import dataclass
from typing import Final

from ingest.numerals import parse_number
from ingest.patterns import JOIN, LEVELS, RANGES, UNIT, UNIT_NUMBER

Path = dict[str, str]
_ORDER: Final = {level: n for n, level in enumerate(LEVELS)}
_ARTICLE: Final = _ORDER["条"]
_MOST: Final = 2000
_PREFIX: Final = {"编": "pt", "章": "ch", "节": "s"}


@dataclass(frozen=True, slots=True)
class UnitList:
    """The units of one enumeration and where it ends in the text."""

    paths: tuple[Path, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Group:
    level: str
    numbers: list[str]
    end: int
    plain: bool  # without 第 and without brackets: 十一条 after 第十条、


def unit(path: Path) -> str:
    """Return the unit as addresses write it: ``20.1.6``, ``20..3``, ``ch2.s1``; empty for 项 of no article.

    >>> unit({"条": "20", "项": "3"}), unit({"章": "2", "节": "1"})
    ('20..3', 'ch2.s1')
    """
    if "条" not in path:
        return ".".join(_PREFIX[level] + path[level] for level in "编章节" if level in path)
    parts = [path["条"], *(path.get(level, "") for level in "款项目")]
    while not parts[-1]:
        parts.pop()
    return ".".join(parts)


def read_units(text: str, start: int, base: tuple[Path, ...] = ()) -> UnitList | None:
    """Read the list of units that begins at ``start``; None where none begins there.

    ``base`` are the paths that a word before it stands for (前款, 本条): a deeper group goes on from the last.
    """
    paths, at = list(base), start
    while group := _next(text, at, paths, first=at == start):
        join, found = group
        paths = _extend(paths, found, join)
        at = found.end
        if len(paths) > _MOST:
            return None
    return UnitList(tuple(paths), at) if at > start else None


def _next(text: str, at: int, paths: list[Path], *, first: bool) -> tuple[str, _Group] | None:
    """Return the group that follows, directly or after a joining word."""
    if group := _group(text, at):
        return (None if group.plain else ("", group)) if first or not group.plain else None
    if first:
        return None
    joined = JOIN.match(text, at)
    if joined is None or joined.end() == at or not (group := _group(text, joined.end())):
        return None
    last = max(paths[-1], key=_ORDER.__getitem__)
    if group.plain and (
        group.level != last or joined["word"] not in ("、", "至", "到", "和", "或者")
    ):
        return None
    return joined["word"] or "、", group


def _group(text: str, at: int) -> _Group | None:
    found = UNIT.match(text, at)
    if found is None:
        return None
    numbers: list[str] = []
    for match in UNIT_NUMBER.finditer(found["numbers"]):
        try:
            number = parse_number(match["number"])
        except ValueError:
            return None
        if match["join"] in RANGES if match["join"] else False:
            numbers += [str(n) for n in range(int(numbers[-1]) + 1, min(number, _MOST))]
        numbers.append(str(number))
    if found["inserted"]:
        try:
            numbers[-1] += f"-{parse_number(found['inserted'])}"
        except ValueError:
            return None
    plain = not found["ordinal"] and found["numbers"][0] not in "（("
    return _Group(found["level"][-1], numbers, found.end(), plain)


def _extend(paths: list[Path], group: _Group, join: str) -> list[Path]:
    level, last = group.level, paths[-1] if paths else {}
    base = {
        k: v
        for k, v in last.items()
        if _ORDER[k] < _ORDER[level] and (_ORDER[k] >= _ARTICLE) == (_ORDER[level] >= _ARTICLE)
    }
    numbers = group.numbers
    if join[:1] in RANGES and join and level in last:
        numbers = [*_between(last[level], numbers[0]), *numbers]
    deeper = bool(last) and not join and max(_ORDER[k] for k in last) < _ORDER[level]
    kept = paths[:-1] if deeper else paths
    return [*kept, *({**base, level: n} for n in numbers)]


def _between(first: str, last: str) -> list[str]:
    """Return the numbers between two, both left out: of 3 and 6, of 120-1 and 120-4."""
    head, _, inserted = first.partition("-")
    end, _, last_inserted = last.partition("-")
    if head == end and last_inserted:
        return [f"{head}-{n}" for n in range(int(inserted or 0) + 1, int(last_inserted))]
    return [str(n) for n in range(int(head) + 1, min(int(end), int(head) + _MOST))]
