"""Titles of instruments: which stretch names one, and one spelling under which two mentions are the same.

``target`` is what a citation says, without marks and version; ``title_key`` is the form that is compared;
``instrument_key`` is the identity of an instrument, which never merges two regions' instruments of one title.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from ingest.patterns import HAN, KIND_WORD

_MARKS: Final = str.maketrans(
    dict.fromkeys("〈＜<「『【", "《")
    | dict.fromkeys("〉＞>」』】", "》")
    | dict.fromkeys("·•‧∙・", "·")
    | {"〔": "[", "〕": "]", "﹝": "[", "﹞": "]", "“": '"', "”": '"', "‘": "'", "’": "'"}
)
_VERSION: Final = re.compile(
    r"[（(](?:(?:19|20)\d{2}年?(?:\d{1,2}月)?(?:第.次)?(?:修订|修正|修改|版|本|年版)?|修订版?|修正版?|修改|"
    r"征求意见稿|公开征求意见稿|草案|送审稿|讨论稿|修订草案|试行稿)[）)]$"
)
_TRAILING: Final = re.compile(r"(?:[（(][^（）()]{1,20}[）)])+$")
_NORMATIVE: Final = re.compile(rf"(?:{KIND_WORD})$")
_COUNTRY: Final = "中华人民共和国"
_REGION: Final = re.compile(
    rf"""^(?:中共)?
        (?P<region>(?:[{HAN}]{{2,7}}?(?:特别行政区|自治区|自治州|自治县|自治旗|经济特区))
          |(?:[{HAN}]{{2,3}}?省)(?:[{HAN}]{{2,6}}?(?:市|自治州))?
          |(?:[{HAN}]{{2,4}}?(?:市|县|盟|旗)))""",
    re.VERBOSE,
)
# names that only look like a place: 城市…, 超市…, 建设省…
_NO_REGION: Final = re.compile(
    r"^(?:国家|全国|城市|大城市|中小城市|股市|上市|超市|直辖市|设区的?市|较大的?市|农村|集市|省|市|县|国有|机关|公共)"
)


def target(title: str) -> str:
    """Return a title as citations give it: without its marks and without a version in brackets.

    >>> target("《商业银行法（2015年修正）》"), target("《监督规则（试行）》")
    ('商业银行法', '监督规则（试行）')
    """
    plain = title.strip()
    if plain.startswith("《") and plain.endswith("》"):
        plain = plain[1:-1]
    return _VERSION.sub("", plain.strip()).strip()


def is_normative(title: str) -> bool:
    """Tell whether a title in 《》 is that of a normative document or standard, by its last word.

    >>> [is_normative(t) for t in ("采矿许可证", "生活饮用水卫生标准", "监督意见书", "总体规划")]
    [False, True, False, False]
    """
    return bool(_NORMATIVE.search(_TRAILING.sub("", target(title))))


def kind_word(title: str) -> str | None:
    """Return the last word of a title that says what it is: 条例, 办法, 法; None where there is none."""
    found = _NORMATIVE.search(_TRAILING.sub("", target(title)))
    return found.group() if found else None


def title_key(title: str) -> str:
    """Return the spelling under which titles are compared.

    Width, blanks, kinds of brackets and dots, the version in brackets and 中华人民共和国 make no difference;
    （试行） does: a trial text and its successor are two instruments.

    >>> title_key("《中华人民共和国 刑法》") == title_key("刑法（2020年修正）")
    True
    """
    plain = unicodedata.normalize("NFKC", title.translate(_MARKS)).translate(_MARKS)
    plain = re.sub(r"\s", "", plain)
    plain = _VERSION.sub(
        "", plain.removeprefix("《").removesuffix("》") if _whole(plain) else plain
    )
    return plain.replace(_COUNTRY, "") or plain


def _whole(title: str) -> bool:
    """Do the first and the last mark belong together? Not so in 《A》和《B》."""
    return (
        title.startswith("《")
        and title.endswith("》")
        and "》" not in re.sub(r"《[^《》]*》", "", title[1:-1])
    )


def number_key(doc_number: str) -> str:
    """Return the spelling under which document numbers are compared: 苏委发[2014]46号."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", doc_number))
    return re.sub(r"[〔\[(【﹝]((?:19|20)\d{2})年?[〕\])】﹞]第?", r"[\1]", plain)


def region_of(title: str) -> str | None:
    """Return the place at the head of a title, by the form of place names.

    >>> region_of("苏州市党政领导干部安全生产责任制规定实施办法"), region_of("城市道路管理条例")
    ('苏州市', None)
    """
    plain = re.sub(r"\s", "", target(title)).removeprefix("《")
    found = _REGION.match(plain)
    return found["region"] if found and not _NO_REGION.match(plain) else None


def instrument_key(
    title: str,
    doc_number: str | None = None,
    issuers: Sequence[str] = (),
    region: str | None = None,
) -> str:
    """Return the identity of an instrument: its title's key, else its number's.

    A title that does not name its region gets the region that is known, or else the issuers behind it, so
    that 实施办法 of two cities stay two; the title of a law of the state needs neither.
    """
    if not title.strip():
        return number_key(doc_number or "")
    key = title_key(title)
    if region_of(title) or (region and region in key):
        return key
    if region:
        return f"{key}@{region}"
    return f"{key}@{'、'.join(issuers)}" if issuers and is_local(key) else key


def is_local(key: str) -> bool:
    """Is the title so general that other places may have issued one under it too?"""
    return bool(re.match(r"^(?:关于|实施|贯彻|加强|进一步|印发)", key))
