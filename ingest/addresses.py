"""The address of a provision: one spelling for parser, graph, links and exports, one for people.

``20.1.6`` is article 20, paragraph 1, item 6; ``12-1`` is 第十二条之一; ``20..3`` an item cited without
its paragraph; ``20~2`` the second article of one number. Containers are ``pt2``, ``ch2``, ``ch2.s1``,
``pt2.ch3.s1``; documents without articles have ``h1.2.3``; text outside has ``header``, ``toc``,
``tail``, ``noise``, ``p3``, ``fj1.p2``.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from ingest.numerals import NUMERAL, chinese, parse_number

_N: Final = rf"[{NUMERAL}]+"
_PART: Final = re.compile(
    r"^(?:\d+(?:-\d+)*(?:~\d+)?|(?:pt|ch|h|s|p|fj)\d+(?:-\d+)?(?:~\d+)?|header|toc|tail|noise(?:~\d+)?|)$"
)
_READ: Final = re.compile(
    rf"""^(?:第(?P<part>{_N})(?:分)?编)?
         (?:第(?P<chapter>{_N})章)?
         (?:第(?P<section>{_N})节)?
         (?:第(?P<article>{_N})条(?:之(?P<inserted>{_N}))?)?
         (?:第(?P<paragraph>{_N})款)?
         (?:第?[（(]?(?P<item>{_N})[）)]?项)?
         (?:第?[（(]?(?P<subitem>{_N})[）)]?目)?$""",
    re.VERBOSE,
)
_NAMES: Final = {"header": "标题部分", "toc": "目录", "tail": "文末", "noise": "页眉页脚等"}


class AddressError(ValueError):
    """A string that is no address; the message is for the user who typed it."""


@dataclass(
    slots=True, unsafe_hash=True
)  # frozen it is, but for the checks: each provision makes several
class Address:
    """A provision's place inside one document: ``str(address)`` and ``Address.parse`` are inverse."""

    parts: tuple[str, ...]
    _text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._text = ".".join(self.parts)

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read either form, ``20.1.6`` or 第二十条第一款第（六）项.

        >>> str(Address.parse("第二十条第（六）项")), str(Address.parse("12-1.2"))
        ('20..6', '12-1.2')
        """
        text = text.strip()
        if text and "第" not in text:
            parts = tuple(text.split("."))
            if all(_PART.match(p) for p in parts) and parts[0] and parts[-1]:
                return cls(parts)
        elif (found := _READ.match(re.sub(r"\s", "", text))) and text:
            return cls(_from_chinese(found))
        raise AddressError(f"“{text}”不是条文地址。请写成“20.1.6”或“第二十条第一款第（六）项”。")

    def __str__(self) -> str:
        return self._text

    @property
    def article(self) -> str | None:
        """The article's part (``20``, ``12-1``, ``20~2``), None outside articles."""
        return self.parts[0] if self.parts[0][:1].isdigit() else None

    def child(self, part: str | int) -> "Address":
        """Return the address one level further down."""
        return Address((*self.parts, str(part)))

    def canonical(self, *, name_paragraph: bool = True) -> str:
        """Return the form that people read; the paragraph is named only where asked for.

        >>> Address.parse("20.1.6").canonical(name_paragraph=False)
        '第二十条第（六）项'
        >>> Address.parse("ch2.s1").canonical(), Address.parse("12-1.2").canonical()
        ('第二章第一节', '第十二条之一第二款')
        """
        if self.parts[0].startswith("h") and self.parts[0] != "header":
            return _heading(self.parts)
        if self.article is None:
            return "".join(_container(p) for p in self.parts)
        head, *rest = self.parts
        shown = _article(head)
        for part, form in zip(rest, ("第{}款", "第（{}）项", "第{}目"), strict=False):
            if not part or (form == "第{}款" and not name_paragraph):
                continue
            shown += form.format(part if form == "第{}目" else _number(part))
        return shown


def article_of(at: str) -> str:
    """Return the article, heading or container that an address begins with.

    >>> article_of("20.1.6"), article_of("12-1"), article_of("header")
    ('20', '12-1', 'header')
    """
    return at.split(".", maxsplit=1)[0]


def is_within(at: str, container: str) -> bool:
    """Is a provision the container, or under it?

    >>> is_within("20.1.6", "20.1"), is_within("20", "20"), is_within("201", "20")
    (True, True, False)
    """
    return at == container or at.startswith(f"{container}.")


def canonical_in(address: Address, addresses: Collection[str]) -> str:
    """Return the canonical form inside a text: the paragraph is named only where its article has several.

    >>> canonical_in(Address.parse("3.1.2"), {"3", "3.1"}), canonical_in(Address.parse("3.1"), {"3.1", "3.2"})
    ('第三条第（二）项', '第三条第一款')
    """
    return address.canonical(name_paragraph=f"{address.article}.2" in addresses)


def lacking(unit: str, addresses: Collection[str], articles: str) -> str:
    """Return what there is where a unit is not, in brackets: 没有第九条（现有第一条至第三条）.

    ``addresses`` are those of the text, at least of the unit's article; ``articles`` its articles as
    :func:`article_range` tells them.

    >>> lacking("3.5", {"3", "3.1", "3.2"}, ""), lacking("9", set(), "第一条至第三条")
    ('（第三条共2款）', '（现有第一条至第三条）')
    """
    parts = unit.split(".")
    if not parts[0][:1].isdigit():
        return ""
    if parts[0] not in addresses:
        return f"（现有{articles}）" if articles else ""
    above = parts[0]
    for part, word in zip(parts[1:], ("款", "项", "目"), strict=False):
        if not part:
            return ""
        below = f"{above}.{part}"
        if below not in addresses:
            depth = above.count(".") + 1
            count = sum(a.startswith(f"{above}.") and a.count(".") == depth for a in addresses)
            shown = Address.parse(above).canonical()
            return f"（{shown}共{count}{word}）" if count else f"（{shown}没有分{word}）"
        above = below
    return ""


def article_range(addresses: Iterable[str]) -> str:
    """Return the first and last article among addresses: 第一条至第三十三条; nothing where there is none.

    >>> article_range(["header", "1", "1.1", "2", "12-1"])
    '第一条至第十二条之一'
    """
    found = [a for a in addresses if a[:1].isdigit() and "." not in a]
    if not found:
        return ""
    first, last = (
        _article(edge(found, key=lambda a: [int(n) for n in re.findall(r"\d+", a)]))
        for edge in (min, max)
    )
    return first if first == last else f"{first}至{last}"


def _from_chinese(found: re.Match[str]) -> tuple[str, ...]:
    value = {k: str(parse_number(v)) for k, v in found.groupdict().items() if v}
    containers = [
        p + value[k] for k, p in (("part", "pt"), ("chapter", "ch"), ("section", "s")) if k in value
    ]
    if "article" not in value:
        if not containers or value.keys() & {"paragraph", "item", "subitem"}:
            raise AddressError(f"“{found.group()}”缺少条号。请写成“第二十条第一款第（六）项”。")
        return tuple(containers)
    head = value["article"] + (f"-{value['inserted']}" if "inserted" in value else "")
    rest = [value.get(k, "") for k in ("paragraph", "item", "subitem")]
    while rest and not rest[-1]:
        rest.pop()
    return (head, *rest)


def _number(part: str) -> str:
    number, *inserted = re.split(r"[-~]", part)
    return chinese(int(number)) + "".join(f"之{chinese(int(n))}" for n in inserted)


def _article(part: str) -> str:
    plain, _, again = part.partition("~")
    number, *inserted = plain.split("-")
    shown = f"第{chinese(int(number))}条" + "".join(f"之{chinese(int(n))}" for n in inserted)
    return shown + (f"（同号第{chinese(int(again))}处）" if again else "")


def _heading(parts: tuple[str, ...]) -> str:
    """The address inside a text of headings as those texts number them: 一、（二）3.（4）."""
    forms = iter(("{}、", "（{}）", "{}.", "（{}）"))
    shown = ""
    for depth, part in enumerate(parts):
        if part[0] == "p":
            return shown + _container(part)
        number = part.removeprefix("h").partition("~")[0]
        shown += next(forms, "{}.").format(chinese(int(number)) if depth < 2 else number)
    return shown


def _container(part: str) -> str:
    plain, _, again = part.partition("~")
    if plain in _NAMES:
        return _NAMES[plain] + (f"（{again}）" if again else "")
    forms = {
        "pt": "第{}编",
        "ch": "第{}章",
        "s": "第{}节",
        "p": "第{}段",
        "fj": "附件{}",
        "h": "第{}部分",
    }
    kind = plain.rstrip("0123456789-")
    number, *inserted = plain[len(kind) :].split("-")
    shown = forms[kind].format(chinese(int(number))) + "".join(
        f"之{chinese(int(n))}" for n in inserted
    )
    return shown + (f"（{again}）" if again else "")
