"""What a reference does to the text that it names: amends it, repeals it, applies it; read from the words around it.

``before`` is the sentence up to the reference, ``after`` the words behind it. A reference inside quotation marks
belongs to the wording that an amendment gives to another text: it does nothing here.
"""

import re
from typing import Final, Literal

from ingest.patterns import KIND_WORD, TITLE
from ingest.provisions import Provision

Applies = Literal["直接", "参照"]

_ALSO: Final = r"(?:\s*(?:、|和|及|与|以及)?\s*《(?:[^《》]|《[^《》]*》)*》(?:[（(][^（）()]*[）)])*)*(?:等[^，。；]{0,16})?"
"""Other titles that share what is said: 《甲》、《乙》等三件规章."""
_WORDS: Final = r"(?:[^。；，：“”]|“[^”]*”)"

# -- amending --------------------------------------------------------------------------------------------

_CHANGES: Final = r"(?:修改|修正|修订)"
_AMENDING: Final = re.compile(
    rf"{_ALSO}(?:{_WORDS}{{0,60}}?(?:{_CHANGES}为|改为[：:“]|增加(?:[一二两三四五六七八九十]|规定|第)|(?:予以|进行){_CHANGES}(?!的))"
    rf"|{_WORDS}{{0,20}}?(?:作|做)出?(?:如下|以下|相应|部分|必要)?的?(?:补充|文字)?{_CHANGES}(?!的))"
)
_TO_BE_AMENDED: Final = re.compile(r"(?:^|[，、：:和与及“]|[对将在把]|现行|决定)\s*$")
_DELETED: Final = re.compile(r"(?:^|[，、：:将]|决定)删[去除]$")
_DECIDED: Final = re.compile(rf"决定{_CHANGES}(?:《[^。；，]*[》、和])?$")
_HEADED: Final = re.compile(rf"^{_CHANGES}(?:《[^。；，]*[》、和])?$")
_TITLE_ENDS: Final = re.compile(rf"{_ALSO}\s*(?:[（(][^（）()]*[）)]\s*)*(?:$|[，。；：:])")


def amends(before: str, after: str, *, decision: bool) -> bool:
    """Does the text change what the reference names: 对《甲》作如下修改, 将刑法第三条修改为…?

    ``decision`` tells that the text calls itself one that amends: only there is 修改《甲》 a heading, and not
    something that somebody may do.
    """
    if _DELETED.search(before):
        return True
    if _DECIDED.search(before) or (decision and _HEADED.search(before)):
        return _TITLE_ENDS.match(after) is not None
    return _TO_BE_AMENDED.search(before) is not None and _AMENDING.match(after) is not None


def is_amending(title: str) -> bool:
    """Is a text of this title one that amends others: 关于修改《甲》的决定, 甲法修正案?"""
    return "修正案" in title or re.search(rf"关于{_CHANGES}", title) is not None


def is_quoted(before: str) -> bool:
    """Does what follows these words of a provision stand inside quotation marks that they opened?"""
    return before.count("“") > before.count("”")


# -- repealing -------------------------------------------------------------------------------------------

_REPEALED: Final = re.compile(
    r"[^。；]*?(?:同时|即行|相应|随之|一并|予以|自行)(?:予以)?(?:废止|停止执行|停止施行|停止使用|失效)"
)
_REPEALING: Final = re.compile(r"(?<!不)废止[^。；，]*$")
_PARTLY: Final = re.compile(
    r"(?:[（(][^（）()]*[）)])*(?:中|里)?的?(?:有关|关于)[^。；，《]*?(?:规定|条款|内容)，?(?:同时|即行|相应|一并|予以|自)"
)
_PERMIT: Final = re.compile(r"[证书票照卡单表]》$")
_WHOLLY: Final = re.compile(
    r"(?:[（(][^（）()]*[）)])*(?:[、和及与][^。；]*?|，)?(?:同时|即行|予以)(?:予以)?废止"
)


def repeals(before: str, after: str) -> bool:
    """Does the text repeal what the reference names, as a whole and not 其中有关…的规定?"""
    if _REPEALED.match(after):
        return not _PARTLY.match(after)
    return _REPEALING.search(before) is not None


def is_repealed_title(title: str, after: str) -> bool:
    """Is a title that names no usual kind of document (解答, 布告) that of one, since it is repealed?"""
    return not _PERMIT.search(title) and _WHOLLY.match(after) is not None


# -- lists of what is repealed or amended ------------------------------------------------------------------

_LISTED: Final = r"(?:下列|以下|如下|附件)"
_REPEALED_LIST: Final = re.compile(
    rf"{_LISTED}[^。；]*(?:废止|失效)[^。；]*[：:]$|(?:废止|失效)[^。；]*{_LISTED}[^。；]*[：:。]$|"
    r"(?:废止|失效)的?[^。；，]{0,30}(?:目录|清单)$"
)
_AMENDED_LIST: Final = re.compile(
    rf"{_LISTED}[^。；]*{_CHANGES}[：:]$|{_CHANGES}{_LISTED}[^。；]*[：:]$"
)
_ENTRY: Final = re.compile(
    rf"[^《》，。；：]{{0,60}}(?:{TITLE.pattern})\s*(?:[（(].*[）)])?[；;。，、]?$"
)
BARE_ENTRY: Final = re.compile(
    rf"(?:[（(]?[\d一二三四五六七八九十]{{1,3}}[）)]?[．.、]\s*)?(?P<title>(?:关于)?[^《》，。；：（）()]{{2,60}}(?:{KIND_WORD}))\s*(?:[（(].*[）)])?[；;。，、]?$"
)
"""An entry that is a title without marks."""


class Lists:
    """The lists of a document, as its provisions come by: what each says of the titles in its entries."""

    def __init__(self) -> None:
        self._by_parent: dict[str, Literal["repeal", "amends"]] = {}

    def kind(self, provision: Provision) -> Literal["repeal", "amends"] | None:
        """Return what the list in which a provision is an entry does with its titles; None elsewhere."""
        text, parent = provision.text, str(provision.parent)
        if text and parent in self._by_parent and (_ENTRY.match(text) or BARE_ENTRY.match(text)):
            return self._by_parent[parent]
        opened: Literal["repeal", "amends"] | None = None
        if "废止" in text or "失效" in text or "修" in text:
            if _REPEALED_LIST.search(text):
                opened = "repeal"
            elif _AMENDED_LIST.search(text):
                opened = "amends"
        if opened:
            self._by_parent[str(provision.address)] = opened
        # its list may stand beside it, and ends with the next paragraph
        if provision.kind in ("paragraph", "region"):
            if opened:
                self._by_parent[parent] = opened
            else:
                self._by_parent.pop(parent, None)
        return None


# -- applying --------------------------------------------------------------------------------------------

_JOINED: Final = r"(?:、|和|及|与|或者|或|以及)"
_RULES: Final = r"(?:的|中)?(?:有关|相关)?[^，。；的]{0,14}?(?:规定|程序|条款|标准|办法|方式)"
_MAKING: Final = re.compile(
    r"[^，。；]{0,30}(?:，(?!具体)[^，。；]{0,16})?(?:制定|制订|拟定|拟订|编制)"
)
_PERSONS: Final = re.compile(
    r"(?:的?(?:有关|相关)?规定)?[^，。；]{0,6}?(?:管理|执行|实行|适用)(?:范围)?的(?!规定)"
)
_BY_ANALOGY: Final = re.compile(r"(?:参照|比照|准用)[^，。；]*$")
_THEN_BY_ANALOGY: Final = re.compile(
    r"(?:的?(?:有关|相关)?规定)?，?(?:可以|也|均)?(?:参照|比照)(?:执行|适用)"
)
_GOVERNING: Final = re.compile(
    rf"(?<!不)(?P<verb>依照|按照|适用)(?!于)(?:[^，。；]*{_JOINED}|[^，。；的]{{0,10}})$"
)
_CARRIED_OUT: Final = re.compile(
    rf"(?:{_JOINED}[^，。；]{{0,80}}?)?(?:{_RULES})?，?(?:予以|给予|从重|从轻|定罪|依法|进行)*(?:行政|治安管理)?"
    r"(?:执行|办理|处理|处罚|处分|论处|追究(?:刑事|法律|行政|其)?责任)(?=$|[，。；：）])"
)
_APPLIED: Final = re.compile(rf"(?:{_JOINED}[^，。；]{{0,80}}?)?(?:{_RULES})?(?=$|[，。；：）])")


def applied(before: str, after: str, *, analogy: bool) -> Applies | None:
    """Return how the text applies what the reference names: 参照, 直接 (适用…, 依照…执行), or not at all.

    A rule that others are made after (参照本法制定) is not applied, nor is one that only tells which persons are
    meant (参照公务员法管理的人员).
    """
    if analogy:
        if _MAKING.match(after) or _PERSONS.match(after):
            return None
        said = _BY_ANALOGY.search(before) or _THEN_BY_ANALOGY.match(after)
        return "参照" if said else None
    governing = _GOVERNING.search(before)
    if not governing:
        return None
    carried = _APPLIED if governing["verb"] == "适用" else _CARRIED_OUT
    return "直接" if carried.match(after) else None
