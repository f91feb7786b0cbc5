"""Whether a citation can mean a loaded text: by document number, title, issuers and region, never by guess."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.titles import instrument_key, is_local, number_key, title_key

_ABOUT = "关于"
_NAMED_YEAR = re.compile(
    r"[（(]((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:第.次)?(?:修订|修正|修改|版|本)?[）)]"
)


@dataclass(frozen=True, slots=True)
class Name:
    """How a citation or a text names an instrument, in the spelling in which names are compared.

    ``title`` is without issuers before 关于 and without 关于 itself, which citations leave out;
    ``instrument`` is the identity of the instrument, as far as the name tells it.
    """

    title: str | None
    number: str | None
    issuers: tuple[str, ...]
    instrument: str


def name_of(
    title: str, number: str | None = None, issuers: Sequence[str] = (), region: str | None = None
) -> Name:
    """Return the name that a title, document number, issuers and region make together.

    >>> name_of("国务院办公厅关于加强考核的意见").title, name_of("《加强考核的意见》").title
    ('加强考核的意见', '加强考核的意见')
    """
    found = number_key(number) if number else None
    if found and number_key(title) == found:
        return Name(None, found, tuple(map(plain, issuers)), found)
    issuer, about, rest = title_key(title).partition(_ABOUT)
    key = rest if about and rest else title_key(title)
    named = tuple(map(plain, issuers)) or ((issuer,) if about and rest and issuer else ())
    identity = instrument_key(title, number, issuers, region)
    if found and identity == title_key(title) and is_local(identity):
        identity = f"{identity}@{found}"  # the number alone tells such titles apart
    return Name(key, found, named, identity)


def named_year(quote: str) -> str | None:
    """Return the year of the version that a citation names: 《…法（2015年修正）》."""
    found = _NAMED_YEAR.search(quote)
    return found[1] if found else None


def plain(text: str) -> str:
    """Return a name without differences of width and blanks: the key of roles, bodies and terms."""
    return (
        re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("(", "（").replace(")", "）")
    )


def same_issuers(left: Sequence[str], right: Sequence[str]) -> bool | None:
    """Tell whether two lists of issuers share one, None where either is empty.

    省委办公厅 is taken for 中共江苏省委办公厅: citations inside a province leave its name out. Issuers that
    stand before 关于 are one word: 中共中央办公厅国务院办公厅.
    """
    if not left or not right:
        return None
    ones, others = {*left, "".join(left)}, {*right, "".join(right)}
    return any(a.endswith(b) or b.endswith(a) for a in ones for b in others)


def article_of(provision: str) -> str:
    """The id of the article that a provision belongs to; what is not in an article stands for itself.

    >>> article_of("刑法@2020-12-26#264.1"), article_of("某办法@2020#ch2.s1")
    ('刑法@2020-12-26#264', '某办法@2020#ch2.s1')
    """
    document, mark, address = provision.rpartition("#")
    first = address.split(".", maxsplit=1)[0]
    return document + mark + (first if first[:1].isdigit() else address)
