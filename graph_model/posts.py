"""From the post somebody holds to the roles that a text names: level, organ and position, or an everyday name.

A post is chosen as level, organ and class (主要负责人, 分管负责人, 其他成员). The text may name it directly
(各级党委主要负责人), only for another level (县级以上各级党委常委会其他成员), or only in the general clause on
responsibility (班子其他成员). A post by 参照 gets no guessed level and is chosen by its own name.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest.roles import level_of

Row = Mapping[str, Any]
LEVELS = {"county_and_above": "县级以上", "township": "乡镇（街道）"}
ORGANS = ("党委", "政府")
CLASSES = {"main": "主要负责人", "deputy": "分管负责人", "other": "班子其他成员"}
LEFT_OUT = "〔他级频次略〕"
_EVERYDAY = Path(__file__).resolve().parent.parent / "data" / "lexicon" / "everyday_posts.txt"
_LOWER = ("township", "village", "township_and_below")
_TOWN = re.compile(r"乡|镇|街道")
_ABOVE = re.compile(
    r"县级以上|县、|市级|省级|县级|区级|[省市县区]委|设区的市|市、市（区）|市[（(]区"
)
_HEADS = re.compile(r"(?:部门|办公室|组织部|机关|委员会|工作机构|领导小组|常委会|会议|大会)")


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody holds; ``str`` is the form in a page's address: ``township-党委-main``."""

    level: str
    organ: str
    position: str

    def __str__(self) -> str:
        return f"{self.level}-{self.organ}-{self.position}"

    @property
    def title(self) -> str:
        """The post as people say it."""
        return f"{LEVELS[self.level]}{self.organ}{CLASSES[self.position]}"


def all_posts() -> list[Post]:
    """Return every post that can be chosen, from the higher level to the lower."""
    return [Post(level, organ, name) for level in LEVELS for organ in ORGANS for name in CLASSES]


def parse(text: str) -> Post | None:
    """Return the post of a form as ``str`` gives it; None for anything else."""
    level, _, rest = text.partition("-")
    organ, _, position = rest.partition("-")
    if level in LEVELS and organ in ORGANS and position in CLASSES:
        return Post(level, organ, position)
    return None


def roles_of(post: Post, roles: Sequence[Row]) -> list[Row]:
    """Return the rows of ``roles`` whose duties bind the post."""
    return [r for r in roles if r["duties"] and _is(post, r)]


def general_of(post: Post, roles: Sequence[Row]) -> list[Row]:
    """Return the rows of the general clause on responsibility that cover the post."""
    return [
        r
        for r in roles
        if r["responsibility"]
        and not r["duties"]
        and r["applies"] == "直接"
        and r["rank"] == post.position
        and (not r["organ"] or post.organ in r["organ"])
    ]


def by_name(name: str, roles: Sequence[Row], stated: Mapping[str, str]) -> list[Post]:
    """Return the posts that a typed name may mean: 书记, 县长, 安委会主任.

    ``stated`` maps a role's id to the words of the provision that names it: an office that a post holds on
    the side (担任本级安全生产委员会主任) is found there.
    """
    plain = re.sub(r"\s", "", name)
    found = [
        post
        for level in _levels_of_name(plain)
        for organ, position in _everyday(plain)
        for post in [Post(level, organ, position)]
    ]
    held = [r for r in roles if _holds(plain, stated.get(r["id"], "")) and r["duties"]]
    found += [p for p in all_posts() for r in held if _is(p, r)]
    found += [p for p in all_posts() if plain and plain in p.title]
    return list(dict.fromkeys(found))


def concerns(actor: str, level: str | None) -> bool:
    """Does what an actor does concern a post of a level? 乡镇党委会 not one of 县级以上, and the reverse.

    >>> concerns("县级以上党委常委会", "township"), concerns("县级以上政府常务会议和乡镇政府工作会议", "township")
    (False, True)
    """
    town, above = bool(_TOWN.search(actor)), bool(_ABOVE.search(actor))
    if level is None or town == above:
        return True
    return town if level in _LOWER else above


def own_words(quote: str, frequencies: Iterable[tuple[str, str]], level: str | None) -> str:
    """A duty's words without the frequencies of other levels, each of which leaves the mark ``LEFT_OUT``.

    ``frequencies`` are pairs of the actor and how often.

    >>> both = [("县级以上党委会", "每半年1次"), ("乡镇党委会", "每季度1次")]
    >>> own_words("县级以上党委会每半年1次，乡镇党委会每季度1次，听取汇报。", both, "township")
    '〔他级频次略〕，乡镇党委会每季度1次，听取汇报。'
    """
    for actor, often in frequencies:
        if actor and not concerns(actor, level):
            quote = re.sub(f"(?:{re.escape(actor)})?{re.escape(often)}", LEFT_OUT, quote)
    return quote


def heads(post: Post, body: str) -> bool:
    """Is this organ the one that the post heads (下级政府, 各级党委和政府), not a part of it?"""
    if post.position != "main" or _HEADS.search(body):
        return False
    return post.organ in body and concerns(body, post.level)


def _is(post: Post, role: Row) -> bool:
    if role["applies"] != "直接" or role["level"] not in ("all", post.level):
        return False
    return post.organ in (role["organ"] or "") and role["rank"] == post.position


@cache
def _names() -> dict[str, list[tuple[str, str]]]:
    names: dict[str, list[tuple[str, str]]] = {}
    for line in _EVERYDAY.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, organ, position = line.split("\t")
            names.setdefault(name, []).append((organ, position))
    return names


def _everyday(plain: str) -> list[tuple[str, str]]:
    """The organ and class of the longest everyday name that a typed name ends in."""
    fitting = [name for name in _names() if plain.endswith(name)]
    return _names()[max(fitting, key=len)] if fitting else []


def _levels_of_name(plain: str) -> list[str]:
    level = level_of(plain)
    if level in _LOWER:
        return ["township"]
    return list(LEVELS) if level == "all" else ["county_and_above"]


def _holds(plain: str, words: str) -> bool:
    """Does the provision say that the post holds this office? 安委会 stands for 安全生产委员会."""
    if len(plain) < 3:
        return False
    pattern = "".join(f"{re.escape(c)}[^，。；]{{0,6}}?" for c in plain)
    return bool(re.search(rf"担任[^，。；]*?{pattern}", words))
