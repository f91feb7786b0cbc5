"""Parties: noun phrases that name an organ, a post or another party, and where the predicate after them begins.

Both work on the tagged tokens of the lexicon, so that what counts as an organ or a post stands in data/lexicon.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ingest.lexicon import Lexicon, Token

_AFTER_HEAD: Final = frozenset("）)等")
_NOUNS: Final = frozenset("njrli")
_PREDICATIVE: Final = frozenset(("verb", "v", "adverb", "d", "ad", "p", "vd", "act"))
_MODIFIERS: Final = (
    "负责",
    "负有",
    "承担",
    "受",
    "被",
    "拟",
    "具有",
    "分管",
    "主管",
    "协助分管",
    "担任",
    "有",
    "依法",
)
_PARTY: Final = re.compile(
    r"(?:局|委|厅|办|处|科|所|站|队|院|校|署|部|中心|组|室|部门|机关|单位|机构|组织|企业|政府|人员|人|者|成员|干部|书记|主任|[省市县区乡镇村河湖林田路]长|公民|地区|地方|[省市县区乡镇]|党委|会|党组|法院|集体|当事人)$"
)
_JOINS: Final = frozenset(
    [
        "的",
        "及",
        "和",
        "等",
        "与",
        "同",
        "各",
        "以及",
        "及其",
        "或者",
        "或",
        "以上",
        "以下",
        "相关",
        "有关",
    ]
)
_TO_WHOM: Final = re.compile(
    r"(?:向|报|报请|报送|抄送|抄报|上报|提请|移送|移交|通报|反馈给|告知|通知)(?P<who>[^，。；、向报]{2,24}?)"
    r"(?=申请|申诉|反映|举报|请示|报告|备案|批准|审批|审定|反馈|通报|通知|提出|提交|移送|处理|决定|说明|述职|汇报|启动|$|，|；|（)"
)
COVERBS: Final = ("把", "将", "对", "向", "与", "为")


def is_party(tokens: Sequence[Token]) -> bool:
    """Are these tokens a noun phrase that ends in an organ, a post or another party?"""
    if not tokens:
        return False
    last = tokens[-1]
    closing = last.word in ("）", ")") and len(tokens) > 2
    head = (
        next((t for t in reversed(tokens[:-1]) if t.word in ("（", "(")), None) if closing else None
    )
    if head is not None:
        last = tokens[max(tokens.index(head) - 1, 0)]
    if last.word == "等" and len(tokens) > 1:
        last = tokens[-2]
    if not _is_head(last.word, last.tag):
        return False
    first = next((t for t in tokens if t.word not in ("有关", "相关")), tokens[-1])
    begins_with_verb = first.tag in ("verb", "v", "act") or first.tag == "p"
    if begins_with_verb:
        modified = first.word == "被" or any(t.word == "的" for t in tokens[:-1])
        return modified and first.word.startswith(_MODIFIERS)
    if skip_adverbs(tokens) or first.word in ("把", "将") or first.word.startswith("每"):
        return False
    if any(t.tag == "p" and not _modifier(tokens, i) for i, t in enumerate(tokens)):
        return False
    return not any(t.tag == "verb" and not _modifier(tokens, i) for i, t in enumerate(tokens))


def counterpart_of(text: str, lexicon: Lexicon) -> str | None:
    """Return the party that something is done towards: 向A报告, 报A批准, 移送A处理."""
    for match in _TO_WHOM.finditer(text):
        if is_party(lexicon.tags(match["who"])):
            return match["who"]
    return None


@lru_cache(maxsize=8192)
def may_end_party(word: str, tag: str) -> bool:
    """May a party end with this word? Where it does not, :func:`is_party` need not be asked."""
    return word in _AFTER_HEAD or _is_head(word, tag)


@lru_cache(maxsize=8192)  # texts use a few thousand words, each of them a hundred times
def _is_head(word: str, tag: str) -> bool:
    """Is this word an organ, a post or another party?"""
    return tag in ("post", "body") or (tag[:1] in _NOUNS and bool(_PARTY.search(word)))


def is_named_by_task(tokens: Sequence[Token]) -> bool:
    """Are these tokens a verb and an organ that is called by it: 考核机关, 牵头部门?

    Only before a modal word: elsewhere 督促部门 is a verb with its object.
    """
    return (
        len(tokens) == 2
        and tokens[0].tag in ("verb", "v", "act")
        and tokens[1].word in ("机关", "部门", "单位", "机构", "主体", "人员", "组织")
    )


def _modifier(tokens: Sequence[Token], index: int) -> bool:
    """Does a verb stand inside a modifier (…的部门), or as part of a name (组织部门)?"""
    return any(t.word == "的" for t in tokens[index + 1 :]) or (
        index + 1 < len(tokens)
        and tokens[index + 1].tag in ("body", "post", "n", "act", "vn", "verb")
    )


def starts_predicate(token: Token) -> bool:
    """May a predicate begin with this token, right after its subject?"""
    if token.word in _JOINS:
        return False
    if token.tag in _PREDICATIVE:
        return True
    return token.word.startswith(("每", "按")) or token.word in ("是", "为", "会同")


def skip_adverbs(tokens: Sequence[Token]) -> int:
    """Return the index of the first token that is no adverb."""
    adverbs = ("adverb", "d", "ad", "vd", "z")
    index = 0
    while (
        index < len(tokens) and tokens[index].tag in adverbs and tokens[index].word not in COVERBS
    ):
        index += 1
    return index
