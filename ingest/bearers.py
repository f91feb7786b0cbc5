"""Bearers: the party that a norm or a sanction falls on, as the words of the article name it.

A party stands before the modal word, behind 由, or in an earlier clause, sentence or lead-in from which it carries
over. Where a thing is the subject (申请书应当载明) and no party carries over, there is none.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.lexicon import Lexicon, Token, read_words
from ingest.provisions import Stretch

_PARTIES = read_words("parties")
_ENDS = re.compile(
    rf"(?:[^本他个一]人|任何人|个人|(?<!或)者|员|{'|'.join(_PARTIES)})(?:等)?(?:[（(][^（）()]*[）)])?$"
)
_LONGEST_END = 1 + max(map(len, _PARTIES))
_LAST_CHARACTERS = frozenset("人者员").union(party[-1] for party in _PARTIES)
_LAST_CHARACTER = re.compile(f"[{''.join(sorted(_LAST_CHARACTERS))}]")
"""With what the name of a party ends: words without any of these name none."""
_THINGS = tuple(read_words("things"))
_BOUNDARY_WORDS = re.compile(
    r"在|自(?![治然愿来])|对(?!外)|按|依照|依法|根据|依据|于|从|为了|经|因|与|同|会同|每|定期|及时|不|未|除|收到|发现|接到|可|也|还|均|都|认为|"
    r"需要|需|有(?!关)|变更|使用|利用|违反|进行|拟|申请|开展|通过|将|把|向|以(?!上|下|外|及)|应|由|已|没有|无|具有|是|为|属于|"
    r"擅自|滥用|玩忽|徇私|弄虚|聘请|实施|提供|采取|取得|接受|负有|承担|负责|作出|要求|组织|参加|办理|故意|聘用|完成|至少|共同|一律|凡|拒绝|拒不|逾期|确|连续|必要时|如|若|则|才|方(?=可)"
)
_RELATIVE = re.compile(
    r"^(?:负有|负责|承担|依法|具有|取得|从事|使用|提供|实施|接受|参加|履行|行使|受|经|被|有|拟|未|与|为|需要|享有|持有|拥有|开展|组织|申请|进行)"
    r"[^，。；]*?的(?P<head>[^，。；的]{0,16})"
)
_THING = re.compile(
    r"^(?!在|对|按|根据|依|自|从|因|经|于|为|除|未|不|没有|违反|拒|擅自|逾期|故意)[^，。；]*[^的]的(?P<head>[^，。；的]*[^，。；的时后前中下内外间])$"
)
_TASK_NAMES = re.compile(
    r"建设|施工|设计|监理|勘察|生产|经营|销售|使用|管理|检验|检测|运输|储存|监督|教育|研究|开发|服务|供应|维护|养护"
)
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")
_LEADING = re.compile(
    r"^(?:但是|但|同时|并且|并|而且|且|或者|或|另外|此外|其中|必要时|凡是|凡|确需|因此|对于)"
)
_TRAILING = re.compile(
    r"(?:依法|及时|定期|立即|也|均|都|还|同时|并|一律|首先|(?<=后)方|才|原则上|自觉|认真|至少|主动|不|共同|亦|仍|仍然|又|就|既|只|统一|严格|必要时|平时|依照法律|可|则|每年|不再|事先|分别|各自|一般|逐步|全面|率先|应当|应)$"
)
_CONDITION = re.compile(r"(?:的|时|后|前|期间|中|内|下|之一|外|起|日)$")
_ADJUNCT = re.compile(
    r"^(?:在|对|按|根据|依据|依照|自(?![治然愿来])|从(?!事)|经(?![营办纪济理销贸])|因|为|除|关于|未经|通过|以|于|遇|逾期|如果|当(?![事地])|与|向|将|把|由于|鉴于|致使|导致|造成|给|前款)"
)
_BIDS = re.compile(
    r"^(?P<who>(?:任何|一切|各级|其他|非|所有|未成年)[^，。；、]{0,14}?(?:单位(?:和|或者|、)个人|组织(?:和|或者|、)个人|个人|单位|组织|人员|人))"
)


def agent_of(after: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return A where the words say 由A做B."""
    if not after.text.startswith("由") or after.text.startswith(("由于", "由此")):
        return None
    return _head(after.part(1), lexicon) or None


def forbidden_party(after: Stretch) -> Stretch | None:
    """Return the party that 禁止 or 严禁 names right behind itself: 禁止任何单位和个人…"""
    match = _BIDS.match(after.text)
    return after.group(match, "who") if match else None


def subject_of(words: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return the party that these words begin with or are: the words before a modal word, or a segment."""
    return words.once(_subject, lexicon)


def _subject(words: Stretch, lexicon: Lexicon) -> Stretch | None:
    if not _LAST_CHARACTER.search(words.text):
        return None
    words = bare(words)
    if not words.text:
        return None
    if is_picked_out(words.text):
        return words
    if found := _BY_WHOM.search(words.text):
        agent = _head(words.group(found, "who"), lexicon)
        if agent is not None:
            return agent
    return _head(words, lexicon)


_BY_WHOM = re.compile(r"(?:^|[^自理缘])由(?!于|此|衷)(?P<who>[^，。；]+)$")
_PICKED_OUT = re.compile(
    r"(?:凡是?)?(?:负责|负有|承担|纳入|接受|从事|取得|申请|受|被|拟|具有|依法)[^，。；]*的(?P<head>[^，。；的]+)$"
)
_NAMED_BY_TASK = re.compile(r"[^，。；、的在对]{1,8}?(?:部门|机构|机关|单位|组织|人员)")


def is_picked_out(text: str) -> bool:
    """Are these words one party that a clause picks out: 负责…检验的单位?"""
    opened = _PICKED_OUT.match(text)
    return bool(opened and is_party(opened["head"]) and not _ADJUNCT.match(text))


def bare(words: Stretch) -> Stretch:
    """Return words without leading connectors and trailing adverbs."""
    while match := _LEADING.match(words.text):
        words = words.part(match.end())
    while match := _TRAILING.search(words.text):
        words = words.part(0, match.start())
    return words.strip(" 　、")


def _head(words: Stretch, lexicon: Lexicon) -> Stretch | None:
    """The party at the head of the words: all of them, or up to where a predicate begins."""
    text = words.text
    if not _LAST_CHARACTER.search(text) or _ADJUNCT.match(text):
        return None
    tokens = lexicon.tags(text)
    if _begins_with_act(tokens, text):
        return None
    whole = is_party(text)
    for index in range(1, len(tokens)):
        at = tokens[index].start
        if not _may_begin(tokens[index], text, at, whole=whole) or not is_party(text[:at]):
            continue
        rest = text[at:]
        relative = _RELATIVE.match(rest)
        if relative and _names_party(relative["head"]):
            continue
        thing = _THING.match(rest)
        if thing and not is_party(rest):
            return None
        return words.part(0, at)
    return words if whole else None


def _begins_with_act(tokens: Sequence[Token], text: str) -> bool:
    """Do the words begin with a verb and its object, not with a name: 破坏或者影响文物保护单位?"""
    if "的" in text or tokens[0].tag not in ("v", "verb") or _TASK_NAMES.match(text):
        return False
    first = re.split(r"、|和|或者|或|以及|及", text)[0]
    return first != text and not is_party(first)


def _may_begin(token: Token, text: str, at: int, *, whole: bool) -> bool:
    """May a predicate begin here? Where the whole is a party's name a verb may be part of it."""
    if token.word in ("的", "和", "或者", "或", "及", "及其", "、", "以及", "等", "（", "("):
        return False
    if _BOUNDARY_WORDS.match(text, at):
        return True
    if whole or token.tag not in ("verb", "v", "d", "ad", "adverb", "p", "vd"):
        return False
    return token.tag != "v" or not _NAMED_BY_TASK.match(text, at)


def _names_party(head: str) -> bool:
    """Does the noun behind …的 begin with a party: 的部门在…, 的单位?"""
    return any(is_party(head[:end]) for end in range(1, len(head) + 1))


@lru_cache(maxsize=8192)
def is_party(text: str) -> bool:
    """Do these words end in a party's name?"""
    plain = _BRACKETED.sub("", text) if text.endswith(("）", ")")) else text
    if len(plain) < 2 or plain.count("（") != plain.count("）"):
        return False
    bracketed = plain.endswith(("）", ")"))
    if not bracketed and plain[-1] != "等" and plain[-1] not in _LAST_CHARACTERS:
        return False
    begin = 0 if bracketed else max(0, len(plain) - _LONGEST_END)
    return _ENDS.search(plain, begin) is not None and not plain.endswith(_THINGS)
