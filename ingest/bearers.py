"""Bearers: the party that a norm or a sanction falls on where a construction names it, or what stands in its place.

A party stands before the modal word, behind 由, or in an earlier clause, sentence or lead-in from which it carries
over. Where a thing is the subject (申请书应当载明) and no party carries over, there is none. Here belongs what a
construction tells: the agent behind 由, whom an order or a notice names, whose thing or work the words speak of, and the
topics, deeds and times that stand where a party would. How a subject is cut out is asked in ``subjects``, what is a name
in ``party_names``; from where a party carries over is for ``norms`` and ``penalties``.
"""

import re
from itertools import pairwise
from typing import Final

from ingest.lexicon import Lexicon
from ingest.party_names import ACTOR, ADJUNCT, AGENT_NOUN, is_party, is_public
from ingest.provisions import Stretch
from ingest.subjects import (
    BY_WHOM,
    NEGATED,
    VERBS,
    bare,
    head_of,
    is_deed,
    is_verb,
    subject_of,
)

_ITSELF: Final = re.compile(r"由其(?=自|依法|负责(?!人)|承担|向|对|在|按|根据)")
"""由其自行选择: the pronoun names nobody, but who was named before."""


def agent_of(after: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return A where the words say 由A做B."""
    if not after.text.startswith("由") or after.text.startswith(("由于", "由此")):
        return None
    if _ITSELF.match(after.text):
        return None
    return head_of(after.part(1), lexicon, "agent")


_ORDERED: Final = re.compile(
    r"责令(?P<who>[^，。；由]+?)(?=立即|限期|停|暂停|采取|改正|依法|重新|实施|提供|退还|赔偿|承担|接受|补|将|先行)"
)
_ORDERS: Final = re.compile(r"责令(?!限期|当场|其|[停退撤补改关处暂恢采重公制拆缴消清取交])")


def told_party(words: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return A of 责令A停业."""
    order = _ORDERED.match(words.text)
    if order and is_party(order["who"]):
        return words.group(order, "who")
    return head_of(words.part(2), lexicon, "agent") if _ORDERS.match(words.text) else None


_BIDS: Final = re.compile(
    r"^(?P<who>[^，。；]{2,24}以外的[^，。；]{0,10}?(?:人员|单位|组织|个人)(?:、(?:车辆|船舶))*等?|(?:任何|一切|各级|其他|非|所有|未成年)[^，。；、]{0,14}?(?:单位(?:和|或者|、)个人|组织(?:和|或者|、)个人|个人|单位|组织|人员|人))"
)
_DOING: Final = (
    "产生",
    "生产",
    "使用",
    "从事",
    "取得",
    "持有",
    "负责",
    "承担",
    "享有",
    "经营",
    "提供",
)


def forbidden_party(after: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return the party that 禁止 or 严禁 names right behind itself: 禁止任何单位和个人…, 禁止投标人串通投标."""
    if match := _BIDS.match(after.text):
        return after.group(match, "who")
    if not after.text or BY_WHOM.search(after.text):
        return None
    subject = subject_of(after, lexicon, clause=True)
    if subject is None or subject.end == after.end or re.search(r"\d", subject.text):
        return None
    first = lexicon.tags(after.text)[0]
    verb = (first.tag in VERBS or first.tag == "c") and first.word[0] not in "未无"
    if verb and not AGENT_NOUN.match(after.text, first.end):
        picked = re.fullmatch(r"[^以]*的(?P<head>[^，。；、的]{2,8})", subject.text)
        return subject if picked and is_party(picked["head"]) and first.word in _DOING else None
    return subject


_MADE: Final = re.compile(
    r"[^，。；]*(?:设立|建立|组建|成立|组成|设置|配备|(?<!其)指定|确定|明确|聘请|委托|安排|设有|(?<![建开附常陈内下])设(?=专|[^，。；]{2,8}(?:员|队|小组)$))(?P<who>[^的，。；][^，。；]*)$"
)


def made_body(words: Stretch) -> Stretch | None:
    """Return B where a clause says that A sets B up: what follows, 负责…, is said of B."""
    words = bare(words)
    match = _MADE.match(words.text)
    return words.group(match, "who") if match and is_party(match["who"]) else None


_TOLD: Final = re.compile(r"(?:告知|通知(?![单书]))(?P<who>[^，。；]+)$")


def who_is_told(before: Stretch) -> Stretch | None:
    """Return A of 告知A有权…."""
    match = _TOLD.search(before.text)
    return before.group(match, "who") if match and is_party(match["who"]) else None


_TAKES_PART: Final = re.compile(
    r"有(?P<who>(?:[零一二三四五六七八九十]+分之[零一二三四五六七八九十]+以上的)?[^，。；的作]{1,20}?)(?:的?(?:过半数|半数以上))?(?:参加|出席|在场|到场|见证|陪同|的?签名|的?签字|同意|投票|负责(?!人)|陪护|护送)"
)


def who_takes_part(after: Stretch) -> Stretch | None:
    """Return A of 必须有A参加."""
    match = _TAKES_PART.match(after.text)
    return after.group(match, "who") if match and is_party(match["who"]) else None


_VESSELS: Final = re.compile(
    r"(?!对|按|为|将|把|使用|建造|检验|出租|租用|购置|改造|制造|更新|进出|停靠|登记|转让|买卖|拆解|驾驶|打捞|拖带|拥有|依法)"
    r"(?:[^，。；]*的)?[^，。；、的]{0,8}(?:船舶|渔船)"
)


def vessel_of(words: Stretch) -> Stretch | None:
    """Return the ship that the words name: it stands for those who sail it (外国籍船舶不得…)."""
    words = bare(words)
    return words if _VESSELS.fullmatch(words.text) else None


_VESSEL_IN_BREACH: Final = re.compile(
    r"(?P<who>(?:[^，。；]*的)?[^，。；、的]{0,8}(?:船舶|渔船))(?=违反|未(?!经)|不|擅自|有下列|有前款|超过|进入)"
)


def vessel_in_breach(words: Stretch) -> Stretch | None:
    """Return the ship of which a breach is told: 渔业船舶违反…的."""
    match = _VESSEL_IN_BREACH.match(words.text) if "船" in words.text else None
    return vessel_of(words.group(match, "who")) if match else None


_MADE_BY: Final = re.compile(
    r"(?!未|不|在|对|拒|向|经)(?P<who>[^，。；的]+?)(?:依法)?(?:作出|制定|提供|出具|生产|销售|使用|管理|设置)的"
)


def maker_of(words: Stretch) -> Stretch | None:
    """Return the party whose work the words name: 业主委员会 of 业主委员会作出的决定."""
    match = _MADE_BY.match(words.text)
    return words.group(match, "who") if match and is_party(match["who"]) else None


_OWNED: Final = re.compile(
    r"[^，。；]*?(?:未|不|没有|存在|发生|变更|变化|终止|丢失|遗失|违法|违反|行为)"
)
_NO_OWNERS: Final = ("国家", "人员", "集体", "个人", "公民", "人民")


def owner_of(words: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return the party whose thing is the subject of a breach: 合伙企业 of 合伙企业登记事项发生变更，未…的."""
    words = bare(words)
    text = words.text
    if not text or ADJUNCT.match(text) or NEGATED.match(text):
        return None
    tokens = lexicon.tags(text)
    if is_deed(tokens[0], text):
        return None
    owner = 0
    for before, token in pairwise(tokens):
        if token.tag in ("v", "verb", "p", "d", "adverb") and before.word != "的":
            break
        if token.word not in ("的", "和", "、", "或者", "及", "以及", "等") and is_party(
            text[: token.start].removesuffix("的")
        ):
            owner = token.start
    name = text[:owner].removesuffix("的")
    if name in _NO_OWNERS or not ACTOR.search(name) or not _OWNED.match(text, owner):
        return None
    return words.part(0, len(name))


_FINDS: Final = re.compile(
    r"(?:依法|及时|如|在[^，。；]{1,20}[中时]|经[^，。；]{1,12})?(?:发现|认为|受理|收到|接到|审查|审理|查明|查获|认定|调查|检查|核实|查处|监督检查|处理|办理)"
)
_AIMED: Final = re.compile(r"对(?!外)[^，。；]*(?:的|行为)$")


def found_by(subject: Stretch, segment: Stretch) -> Stretch | None:
    """Return what an organ finds out: X未… of 主管部门发现X未…."""
    text, start = segment.provision.text, subject.end
    if _AIMED.match(text, start, segment.end) and is_public(subject):  # 主管部门对未…的
        return segment.part(start + 1 - segment.start)
    found = _FINDS.match(text, start, segment.end)
    if found is None or not is_public(subject):
        return None
    return segment.part(found.end() - segment.start)


_WHEN: Final = re.compile(r"(?P<what>[^，。；、的在]{2,10})(?:时|后|前|期间)")


def tells_when(text: str, lexicon: Lexicon) -> bool:
    """Do these words only say when: 检查时, 项目结束后?"""
    told = _WHEN.fullmatch(text)
    if told is None:
        return False
    tokens = lexicon.tags(told["what"])
    return is_verb(tokens[0].word, lexicon) or is_verb(tokens[-1].word, lexicon)


_TOPIC: Final = re.compile(
    r"(?:(?:按照|依照|根据)[^，。；]*规定[^，。；的]{2,4}的)?[^，。；]*?(?:事项|项目|产品|工程|建筑物|构筑物|设施|设备|车辆|资金|费用|区域|物品|食品|药品|商品|材料|文件|资料|档案|信息|数据|规划|方案|合同|协议|土地|房屋|建筑|道路|场所|污水|废物|垃圾|收入|款项|器械|机械|的(?:建设|运营|设计|施工|使用|设置|安装|维护|管理)(?:[、和](?:建设|运营|设计|施工|使用|设置|安装|维护|管理))*)"
)


def is_topic(words: Stretch, lexicon: Lexicon) -> bool:
    """Are these words, which a comma follows, a thing that the next words are about: 未列入清单的事项，不得收费?"""
    words = bare(words)
    match = _TOPIC.fullmatch(words.text)
    if match is None:
        return False
    if ADJUNCT.match(words.text):
        return (
            words.text.startswith(("按照", "依照", "根据"))
            and "规定" in words.text
            and not re.search(r"的规定", words.text)
        )
    tokens = lexicon.tags(words.text)
    picked = len(tokens) > 1 and tokens[1].word == "的"  # 行驶的车辆
    verb = tokens[0].tag in ("v", "verb", "act", "vn", "p") or is_deed(tokens[0], words.text)
    if verb and not picked:
        return False
    last = max((i for i, token in enumerate(tokens) if token.word == "的"), default=-1)
    if last < 0 and NEGATED.match(words.text):
        return False
    return all(t.tag not in ("v", "verb", "p", "d") for t in tokens[last + 1 :])


_WORK: Final = re.compile(
    r"(?:[^，。；]*的)?(?P<name>[^，。；的]*?(?:监督检查|决定书|通知书|裁定书|合同|协议)|[^，。；的]{2,}?(?:规划|计划|方案|预案|结论|意见|报告|决定|目录|名录|清单|草案|标准|办法|制度|公告|结果|情况|记录|名单))$"
)


def work_of(words: Stretch) -> str | None:
    """Return the name of what somebody draws up, decides or finds out: 防汛预案 of 该防汛预案, 检查结果."""
    match = _WORK.match(bare(words).text.removeprefix("该").removeprefix("其"))
    return match["name"] if match else None


_BUILDING: Final = ("新建", "改建", "扩建", "翻建", "变更")
"""新建管线 is a thing sooner than an act."""


def done_by(words: Stretch, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the verb and the object of words that only say what is done: 编制防汛预案, 召开村民会议."""
    words = bare(words)
    if not words.text or words.text[-1] == "的" or ADJUNCT.match(words.text):
        return None
    tokens = lexicon.tags(words.text)
    if len(tokens) < 2 or tokens[1].tag in ("c", "x", "uj") or tokens[0].word in _BUILDING:
        return None
    if not is_deed(tokens[0], words.text):
        return None
    return tokens[0].word, words.text[tokens[1].start :]
