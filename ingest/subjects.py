"""Subjects: the party at the head of a phrase or a clause, and where its name ends.

The words are walked token by token, up to the first that may begin a predicate, a modifier or a thing. Here belongs
what tells these from a part of the name (企业|销售商品, 销售单位), and the words before and behind that are no part of
it. Whether words are a name at all is asked in ``party_names``; a construction that names its bearer elsewhere than at
its head (由A, 责令A, A的…) stands in ``bearers``.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from ingest.lexicon import Lexicon, Token, read_words
from ingest.party_names import (
    ACTOR,
    ADJUNCT,
    AGENT_NOUN,
    LAST_CHARACTER,
    begins_with_party,
    is_party,
    is_picked_noun,
    is_picked_out,
    is_place,
)
from ingest.provisions import Stretch

Reading = Literal["phrase", "clause", "agent"]
"""A noun phrase, whose head is its end; a clause, whose subject is before the verb; what follows 由: a subject for certain."""
VERBS: Final = ("v", "verb", "vn", "act")
"""The tags of verbs, and of what may be one or a noun."""


def subject_of(words: Stretch, lexicon: Lexicon, *, clause: bool = False) -> Stretch | None:
    """Return the party that these words begin with or are.

    Words before a modal word may be a noun phrase, whose head need not be its first party (企业生产的产品应当…). A
    ``clause`` has a predicate of its own, and its subject is the party that stands before that.
    """
    return words.once(_clause_subject if clause else _phrase_subject, lexicon)


def _phrase_subject(words: Stretch, lexicon: Lexicon) -> Stretch | None:
    return _subject(words, lexicon, "phrase")


def _clause_subject(words: Stretch, lexicon: Lexicon) -> Stretch | None:
    return _subject(words, lexicon, "clause")


_DURING: Final = re.compile(r"[^，。；、的]{2,8}期间(?!的)")
BY_WHOM: Final = re.compile(
    r"(?<![自缘系])(?<!(?<![治管办处代受审修整清])理)(?<!通过)由(?!于|此|衷)(?P<who>[^，。；]+)$"
)
"""由A at the end of the words; the 由 of 理由 or 自由 is no word of its own."""


def _subject(words: Stretch, lexicon: Lexicon, reading: Reading) -> Stretch | None:
    words = bare(words)
    if is_place(words.text, lexicon):
        return words
    if not words.text or not LAST_CHARACTER.search(words.text):
        return None
    if (during := _DURING.match(words.text)) and is_party(words.text[during.end() :]):
        words = words.part(during.end())
    if words.text.endswith("的时候"):
        words = words.part(0, -len("的时候") + len(words.text))
    if is_picked_out(words.text):
        return words
    if found := BY_WHOM.search(words.text):
        agent = head_of(words.group(found, "who"), lexicon, "agent")
        if agent is not None:
            return agent
    return head_of(words, lexicon, reading)


_LEADING: Final = re.compile(
    r"^(?:但是|但|以及|同时|并且|并|而且|且|或者|或|另外|此外|其中|特别是|尤其是|必要时|凡是|凡|确需|因此|依法(?=经|报))"
)
_TRAILING: Final = re.compile(
    r"(?:依法|及时|定期|立即|也|均|都|还|同时|并|一律|首先|(?<=后)方|才|原则上|自觉|认真|至少|主动|不|共同|亦|仍|仍然|又|就|既|只|统一|严格|必要时|平时|依照法律|可|则|每年|不再|事先|分别|各自|一般|逐步|全面|具体|率先|应当|应|(?<![在自于起])(?:终身|[一二两三四五六七八九十\d]+(?:年|个?月|日)(?:以)?内))$"
)
_TRAILING_LAST: Final = tuple(
    "法时期即也均都还并律先方才上觉真少动不同亦仍然又就既只一格可则年再别自般步面体当应身内"
)
"""With what these adverbs end."""


def bare(words: Stretch) -> Stretch:
    """Return words without leading connectors and trailing adverbs."""
    while match := _LEADING.match(words.text):
        words = words.part(match.end())
    while words.text.endswith(_TRAILING_LAST) and (match := _TRAILING.search(words.text)):
        words = words.part(0, match.start())
    return words.strip(" 　、")


_IS: Final = re.compile(r"是(?!否)|属于[^，。；]*(?<![位人者员门])$")
_TAKING_PART: Final = re.compile(
    r"(?P<who>(?:参加|参与|从事|驾驶|乘坐|管理)[^，。；的违未不有对]{2,16}?(?:人员|者))(?=违反|有(?:下列|前款|其他)|未|不|拒|滥用|玩忽|徇私)"
)
"""参加集会人员违反…的: a verb and its object name who breaks a rule."""
NEGATED: Final = re.compile(
    r"未(?!成年|满[^，。；、的]{1,6}岁)|不(?!动产)|没有|无(?!民事|障碍|线电|人|主|党|锡|偿)|拒不|故意|擅自|私自|恶意|强行|无故|违规|非法(?!人)|违法(?!行为人|者|单位|主体|个人|人员|企业)|及时|立即|定期|随时|主动|积极|已|尚|仍|又|再(?![生担保就造融])|还|也|要(?!害)|应(?![急税届])|可(?!再生|回收)|须|必|是(?!否)|系(?!统)|"
    r"负有|负责(?!人)|承担(?!方|者|单位)|从事|具有|有(?!关|限|权|害|机|线|轨|色|偿|毒|奖|林)"
)
"""With what words begin that tell what is or is not done, before they name anybody: 未取得许可, 擅自, 负有."""


def head_of(words: Stretch, lexicon: Lexicon, reading: Reading) -> Stretch | None:
    """Return the party at the head of the words: all of them, or up to where a predicate begins."""
    text = words.text
    predicate = reading == "clause" and _IS.match(
        text
    )  # 是公益组织，负责…: its subject stands before
    if not text or predicate or not LAST_CHARACTER.search(text):
        return None
    if ADJUNCT.match(text):
        return _picked_head(words, lexicon, reading)
    if reading == "clause" and (offender := _TAKING_PART.match(text)):
        return words.group(offender, "who")
    tokens = lexicon.tags(text)
    # 未取得许可的单位 is a party, 未向单位… is none.
    picked_only = bool(NEGATED.match(text)) or is_deed(tokens[0], text)
    end = _subject_end(tokens, text, reading, picked_only=picked_only)
    if end == 0 or (picked_only and not is_picked_noun(text[:end])):
        return None
    if _is_things(text, end, reading) or _begins_with_act(tokens, text[:end]):
        return None
    return words.part(0, end)


_LISTED_THING: Final = re.compile(
    r"[^、，的]{3,}(?:报告|意见|方案|(?<![及和])计划|草案|文件|资金|费用|设施)、"
)
_OF_THINGS: Final = re.compile(r"^(?!.*应当).*的[^、，的和及]+$")
_MATTERS: Final = re.compile(
    r"[^、]*[^、的]的(?:内容|情况|结果|意见|信息|方式|程序|范围|标准|质量|费用|数量|时间)、"
)
"""建议的内容、承办单位的答复等信息 is a list of things."""
_PIVOT: Final = re.compile(
    r"(?:未|不|擅自|违法|非法)?(?:准许|允许|许可|聘用|雇用|雇佣|使用|委托|安排|指派|招用|组织|强迫|指使|教唆|容留|纵容|放任|聘请|接纳|录用|选派|派遣)[^，。；]*的"
)
_BREAKS: Final = re.compile(r"未|不|违反|有|拒|擅自|弄虚|在|发生|存在|逾期|因|发现|对|应当|可以|$")
"""聘用无证的人员从事…的 has somebody do it; 使用电梯的单位未… tells of the unit."""


def _is_things(text: str, end: int, reading: Reading) -> bool:
    """Do the words tell of things, or of what somebody has a party do, though a party ends them?"""
    if _LISTED_THING.match(text, 0, end) and not _OF_THINGS.search(text[:end]):
        return True
    if reading == "phrase":
        return bool(_MATTERS.match(text, 0, end))
    return bool(_PIVOT.match(text, 0, end)) and not _BREAKS.match(text, end)


_BESIDES: Final = re.compile(r"前[款条项两][^，。；的]{0,6}规定(?:的[^，。；的]{2,12})?以外的(?=.)")
_PICKING: Final = re.compile(
    r"(?:经|因(?!与|[^，。；的]*需要)|在|为|决定)(?!.*[将把])[^，。；的]*?(?P<verb>[^，。；的]{2})的"
)
_TESTED: Final = re.compile(
    r"(?:审核|审查|鉴定|检验|检测|考核|考试|认定|评估|验收|核准|确认|批准|同意|认可){1,2}(?:合格|同意|通过|符合[^，。；]*)?(?:的|后)?$"
)
_TRAILING_PLACE: Final = re.compile(
    r"[^，。；的]{0,4}?(?:内(?![设部资地])|后(?![勤续])|前(?![述款])|时(?!间)|中(?![级央小国等心外学医华])|期间|情况|基础|过程|范围|条件|原则|下(?![级列属设岗]))"
)


def _picked_head(words: Stretch, lexicon: Lexicon, reading: Reading) -> Stretch | None:
    """The party that a clause with an adjunct picks out: 经批准的企业 of 经批准的企业停产的."""
    picks = _BESIDES.match(words.text)
    if picks is None:
        picks = _PICKING.match(words.text)
        if picks is None or picks.end() == len(words.text) or not is_verb(picks["verb"], lexicon):
            return None
    rest = words.part(picks.end())
    if _TRAILING_PLACE.match(rest.text):
        return None
    named = head_of(rest, lexicon, reading)
    if named is not None and _TESTED.match(rest.text, len(named.text)):
        return None  # 经批准的机构鉴定合格的: who tests is no subject
    return None if named is None else words.part(0, picks.end() + len(named.text))


def is_verb(word: str, lexicon: Lexicon) -> bool:
    """Is this word, or the last of these, a verb, or may it be one?"""
    return lexicon.tags(word)[-1].tag in VERBS


_DEEDS: Final = frozenset(read_words("deeds"))
_NAMED_BY_WORK: Final = re.compile(
    rf"(?:执行事务合伙人|违反[^，。；的]{{2,8}}行为人|控告(?:申诉)?检察(?:部门|机构|人员)|(?:接受|提供)(?:劳务|服务)(?:的)?一方|(?:举报|投诉|申诉)(?:受理|处理){AGENT_NOUN.pattern})|(?:维护|保护|监督|检查|调查|运输|储存|制造|销售|使用|审批|培训)(?:保养|管理|维修|维护|养护|检查|检验|检测|经营|监测|执法|处置){AGENT_NOUN.pattern}"
)
_NAMED_BY_SEVERAL: Final = re.compile(
    r"(?:[^，。；、的]{2}[、和及]){1,3}[^，。；、的]{2}(?:受理|处理|管理)?各?(?:主管)?(?:部门|机构|机关|单位|企业)"
)
"""维护保养单位 and 审批、核准单位 are named by what they do."""


def is_deed(token: Token, text: str) -> bool:
    """Do the words begin with what is done to somebody (设立公司), not with who does it (设立人)?"""
    return (
        token.word in _DEEDS
        and not AGENT_NOUN.match(text, token.end)
        and not _NAMED_BY_WORK.match(text, token.start)
        and not _NAMED_BY_SEVERAL.fullmatch(text, token.start)
        and not text.startswith("运输机场", token.start)
    )


_ACT_TAGS: Final = (*VERBS, "c", "x")
_TASK_NAMES: Final = re.compile(
    r"规划|行政执法|建设|施工|设计|监理|勘察|生产|经营|销售|使用|管理|检验|检测|运输|储存|监督|教育|研究|开发|服务|供应|维护|养护"
)
_FIELDS: Final = re.compile(
    r"(?:[^，。；、的]{2,6}、)+[^，。；、的]{2,6}等[^，。；、的]{0,8}(?:部门|机构|机关|单位|企业|行业|组织)"
)
"""宣传、文化旅游等部门 are named by their fields."""
_ASKING: Final = ("申请", "请求", "要求", "拟", "依法", "经营", "开始")
_NAMED_BY_TWO: Final = re.compile(
    rf"(?:[^，。；、的]{{2,4}}[、和]){{1,3}}[^，。；、的]{{2,4}}{AGENT_NOUN.pattern}"
)


def _begins_with_act(tokens: Sequence[Token], text: str) -> bool:
    """Do the words begin with a verb and its object, not with a name: 破坏或者影响文物保护单位?"""
    if "的" in text or tokens[0].tag not in ("v", "verb") or _TASK_NAMES.match(text):
        return False
    if _FIELDS.match(text) or text.endswith("双方") or text.startswith(("居、村", "建（构）筑物")):
        return False
    if len(tokens) > 2 and tokens[0].word in _ASKING and is_deed(tokens[1], text):
        return True
    first = re.split(r"、|和|或者|或|以及|及", text)[0]
    if first == text or is_party(first):
        return False
    if tokens[0].word not in _DEEDS and _NAMED_BY_TWO.match(text):
        return False
    verbs = 0  # 查封、扣押部门 is named by two verbs
    while tokens[verbs].end < len(text) and tokens[verbs].tag in _ACT_TAGS:
        verbs += 1
    return tokens[verbs].tag in _ACT_TAGS or not AGENT_NOUN.match(text, tokens[verbs].start)


_BOUNDARY_WORDS: Final = re.compile(
    r"在(?!地)|自(?![治然愿来主贸学])|对(?!外(?!国)|方)|按|依照|依法|根据|依据|于|从(?!业)|为了|经(?![营办纪济理销贸])|因|与|同(?![级业行学胞])|会同|每|定期|及时|不(?!动产)|未(?!成年|来)|除|收到|发现|接到|可(?!再生|回收)|也|还|均|都|认为|"
    r"需要|需|有(?![关限权机害色轨])|变更|亏损|盈利|临时|跨|许可(?=他人|第三人)|[一二两三四五六七八九十\d]{1,3}(?:年|个?月|日|天)以?内|使用(?![人者]|单位)|利用(?!人)|违反|进行|拟|申请|开展|通过|将|把|向|以(?!上|下|外|及)|应(?!急|用)|由|已|没有|无(?!线电|障碍|人机|偿)|具有|是|为|属于|"
    r"违法(?!行为|所得|者|人|单位|建设|嫌疑|当事)|非法(?!人)|主张|履行|审理|行使|泄露|泄漏|随(?![车军船机]|从人员)|燃放|歇业|破产|具备|投保|承继|要(?![害素点])|是否|能够|只能|只得|书面|存在|发生(?!地|单位)|联名|进入|(?:出入|出|入)境(?!检验|检疫|边防|管理|[证人的])|调解(?=[^，。；]{0,2}纠纷)|主管(?!部门|机关|单位|人员|领导|机构|税务|海关|[和及的、]|$)|部分(?=终止|停止)|全部|处分(?!决定)|分工|当场|现场(?=检查|办公|处置|查验|勘[查验]|核[实查]|执法|监督|抽查)|之间(?!的)|虚假(?=出资|陈述|宣传|申报)|处(?=以|[一二三四五六七八九十百千万\d]|违法|货值|骗取|所|罚)|区分|区别(?!于)|中途|先行|(?:招收|招聘|聘用|录用|招用|选拔)(?=(?:工作)?人员(?:时|的|$))|审查(?!机构|机关|单位|部门|人员|委员会|决定|逮捕|起诉)|"
    r"擅自|明知|滥用|玩忽|徇私|弄虚|聘请|实施|提供|采取|取得|接受|负有|承担|负责(?!人)|作出|要求|(?<!非政府)(?<!非法人)组织(?![和、及等或的]|以及|$)|参加|办理|故意|聘用|完成|至少|共同|一律|凡|拒绝|拒不|逾期|迟延|拖延|拖欠|遗失(?!物)|丢失|确|连续|必要时|如|若|则|才|方(?=可)"
)
_CHARGED: Final = re.compile(r"对[^，。；]{1,24}负有[^，。；的]*?(?:职责|职能|义务|责任)的")
_UNNAMED: Final = ("部门", "人员", "中心")
_FINITE: Final = re.compile(
    r"未(?!成年|来)|没有|向(?!导)|对(?!外|象|方|口|岸)|发生(?!地|单位)|存在|是(?!否)|属于|认为|查明|证明|导致|造成|拒不|将(?!军)|把|[纳列]入(?![^，。；]*的[^，。；])|预留|有(?:[零一二三四五六七八九十百\d]+分之|过?半数)|上缴|为(?=[^，。；]{1,12}(?:提供|办理))|给(?=[^，。；]{1,12}造成)"
)
_ONLY_WHEN: Final = re.compile(r"在(?:报|提请|上报|呈报)[^，。；]*[前时后]$")
"""总体规划|在报政府批准前: what a plan goes through."""
_COMPOUNDS: Final = re.compile(
    r"(?<=政府)(?:采购(?!人|单位|中心|机构|部门)|定价|指导价|投资(?=项目|工程)|特许经营项目|债务|信息公开)|(?<=人员)(?:配备|编制|名额|结构)|(?<=集体)(?:资产|土地|经济|所有|资金|企业|林地|财产)"
)
"""政府|采购, 集体|资产 are one noun, of which no party is the subject."""


def _subject_end(tokens: Sequence[Token], text: str, reading: Reading, *, picked_only: bool) -> int:
    """Where the party ends that the words begin with; 0 where they begin with none."""
    whole, clause = is_party(text), reading != "phrase"
    for index in range(1, len(tokens)):
        at = tokens[index].start
        compound = text[at - 1] in "府体员" and _COMPOUNDS.match(text, at)
        if compound or (picked_only and "的" not in text[:at]):
            continue  # 无组织|排放…的单位
        if not is_party(text[:at]) or text[:at] in _UNNAMED:
            if (
                not picked_only
                and (_FINITE.match(text, at) or _ONLY_WHEN.match(text, at))
                and not (_goes_on_with_name(tokens, text, at, whole=whole))
            ):
                return 0  # 其他|向…排污的单位 goes on with a name
        elif further := _goes_on_to(tokens[index:], text, at, both=whole and not clause):
            return further
        elif _may_begin(tokens[index], text, at, whole=whole, clause=clause) and not _is_relative(
            text[at:], whole=whole, clause=clause
        ):
            return 0 if _is_thing(tokens, index, text[at:], reading) else at
    if whole:
        return len(text)
    # A condition has a predicate: where one word stands before 的, it is that, whatever its tag.
    if reading != "phrase" and not picked_only and len(tokens) > 2:
        return _before_last_word(tokens, text, agent=reading == "agent")
    return 0


_JOINED_BY: Final = ("、", "和", "或者", "以及")


def _goes_on_with_name(tokens: Sequence[Token], text: str, at: int, *, whole: bool) -> bool:
    """Does a clause begin here that picks a party out: 其他|向…排污的单位, 生产企业、|向国外出口的企业?"""
    if text.endswith("其他", 0, at) or (
        whole and (text.startswith(("为", "属于"), at) or _CHARGED.match(text, at))
    ):
        return True
    verb = tokens[0].tag in ("d", "ad", "adverb", "v", "verb", "p")
    return whole and not verb and text.endswith(_JOINED_BY, 0, at)


_NUMBER: Final = re.compile(r"[一二三四五六七八九十百\d]+[名人]以上(?=$|联名|附议|提议|书面)")
"""代表十人以上联名: how many are part of who acts."""


def _goes_on_to(tokens: Sequence[Token], text: str, at: int, *, both: bool) -> int:
    """Where a name ends that goes on behind a party: 代表|十人以上联名, 用人单位|与劳动者; 0 where none does."""
    if number := _NUMBER.match(text, at):
        return number.end()
    return len(text) if both and _is_second_party(tokens, text[at:]) else 0


def _is_second_party(tokens: Sequence[Token], text: str) -> bool:
    """Is this 与B, with nothing that B does: 用人单位|与劳动者应当…?"""
    if tokens[0].word not in ("与", "同", "和") or not is_party(text[1:]):
        return False
    return not any(
        t.tag in ("d", "ad", "adverb", "p")
        or _BOUNDARY_WORDS.match(text, t.start - tokens[0].start)
        for t in tokens[1:]
    )


_CLOSES: Final = ("的", "时", "后")
_NOUNS: Final = ("n", "body", "post", "act", "ns", "s", "f", "t", "m")
_COUNTED: Final = re.compile(r"[一二两三四五六七八九十\d]人$")


def _before_last_word(tokens: Sequence[Token], text: str, *, agent: bool) -> int:
    """Where a party ends that one word and 的 follow (网店|售假|的); 0 where no name of a party stands before."""
    first, last = tokens[0], tokens[-2]
    if tokens[-1].word not in _CLOSES or first.tag in ("v", "verb", "p"):
        return 0
    # The cutter takes a verb that it does not know for a noun: a short one before 的 is no noun.
    acts = agent and last.tag == "act"  # 由业主委员会|管理|的
    if (
        last.tag in _NOUNS
        and not acts
        and (last.tag, len(last.word), tokens[-1].word) != ("n", 2, "的")
    ):
        return 0
    name = text[: last.start]
    if _COMPOUNDS.match(text, last.start) or not is_party(name) or _COUNTED.search(name):
        return 0
    inside = (_BOUNDARY_WORDS.match(text, token.start) for token in tokens[1:-2])
    return 0 if any(inside) else last.start


_THING: Final = re.compile(
    r"^(?!在|对|向|按|根据|依|自|从|因|经|于|为|将|把|除|未|不|没有|违反|拒|擅自|逾期|故意)[^，。；]*[^的]的(?P<head>[^，。；的]*[^，。；的时后前中下内外间])$"
)
_THING_NAME: Final = re.compile(
    r"[^，。；的]{1,6}(?:证|书|牌|费|金|额|率|权|制度|档案|章程|名称|记录|台账|目录|计划|方案|规划|标准|情况|收益|收入|款)"
)
_ACTIVITY: Final = re.compile(
    r"(?:(?:规划|建设|管理|保护|运营|养护|维护|利用|开发|设计|施工|设置|选址|布局|经营)[、和及与]?){2,}"
)
"""学校|规划建设 is what is done with the school."""


def _is_thing(tokens: Sequence[Token], index: int, rest: str, reading: Reading) -> bool:
    """Is what stands behind the party its thing, not its predicate: 企业|生产的产品, 政府|采购?"""
    if reading == "agent":
        return False
    if reading == "phrase" and (
        _is_nominal(tokens[index:])
        or (_THING_NAME.fullmatch(rest) and not _BOUNDARY_WORDS.match(rest))
    ):
        return True
    if reading == "clause" and _ACTIVITY.fullmatch(rest):
        return True
    if not _THING.match(rest) or is_party(rest):
        return False
    return reading == "phrase" or _is_picked_by_clause(tokens, index)


_PROCEEDINGS: Final = (
    "采购",
    "招标",
    "拍卖",
    "审计",
    "征收",
    "登记",
    "许可",
    "立法",
    "执法",
    "开采",
    "勘查",
    "选址",
    "招生",
    "养护",
    "公告",
)


def _is_nominal(tokens: Sequence[Token]) -> bool:
    """Are these verbs no more than a noun: 停车场|规划、建设和管理, 政府|采购?"""
    if len(tokens) == 1:
        return tokens[0].word in _PROCEEDINGS
    joined = any(token.tag in ("c", "x") for token in tokens)
    return joined and all(t.tag in _ACT_TAGS for t in tokens)


_AUXILIARY: Final = ("只能", "能", "能够", "只得", "可", "要", "需", "应", "都", "均")
_TAKING_UP: Final = ("承担", "开展", "从事", "进行", "履行", "接受", "参加", "参与")
_OBJECT_WORDS: Final = ("有关", "相关", "相应", "必要", "下列", "以下", "其他", "本", "涉及")
"""Words that begin the object of a verb: 委员会|委托有关部门…, 协会|开展涉及企业的活动."""


def _is_picked_by_clause(tokens: Sequence[Token], index: int) -> bool:
    """Is what begins here a modifier of a thing (企业|生产的产品), not a verb with its object (法院|受理当事人申请的案件)?"""
    first, then = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if first.word in _AUXILIARY or _ends_in_place(tokens):
        return False
    if first.tag in ("p", "d", "ad", "adverb", "c"):
        return _is_picked_by_adjunct(tokens, index)
    if first.word in _TAKING_UP and then is not None and then.word != "的":
        return False
    if then is not None and (
        then.word in _OBJECT_WORDS or (first.word in _DEEDS and then.tag == "p")
    ):
        return False
    return then is not None and (then.word == "的" or then.tag in VERBS or then.tag == "p")


_NOT: Final = ("不", "不能", "未", "未能", "没有", "无法", "拒绝", "拒不")


def _is_picked_by_adjunct(tokens: Sequence[Token], index: int) -> bool:
    """Does what begins here with a preposition or an adverb modify a thing: 企业|依法取得的收入?"""
    last = max((i for i in range(index, len(tokens)) if tokens[i].word == "的"), default=None)
    if last is None:  # 的 is part of another word: 目的, 的确
        return False
    if any(token.word in _NOT for token in tokens[last:]):  # 法院通过…的途径仍不能查明
        return False
    near = tokens[index].tag == "p" or last - index <= 3
    return near and tokens[last - 1].tag in VERBS


def _ends_in_place(tokens: Sequence[Token]) -> bool:
    """Does a place stand before the last 的: 法院|裁定中止支付保函项下的款项, which no clause picks out?"""
    last = max((i for i, token in enumerate(tokens) if token.word == "的"), default=0)
    return tokens[last - 1].tag == "f" and tokens[last - 1].word in ("下", "项下", "名下")


_RELATIVE: Final = re.compile(
    r"^(?:负有|负责|承担|依法|具有|取得|从事|使用|提供|实施|接受|参加|履行|行使|受|经|被|有|拟|未|与|为|需要|享有|持有|拥有|开展|组织|申请|进行)"
    r"[^，。；]*?的(?P<head>[^，。；的]{0,16})"
)
_SHORT_RELATIVE: Final = re.compile(
    r"(?:依法|所|直接|共同|另行)?(?![按在对向与为从自以经因不未是系])[^，。；的]{2,4}的(?P<head>[^，。；的]{0,16})"
)
_TOWARDS: Final = re.compile(r"(?:依法)?(?:对|向|按|根据|从|在|为)")
_QUORUM: Final = re.compile(r"有(?:[零一二三四五六七八九十百\d]+(?:分之|[名人]以上)|过?半数)")
"""会议有三分之二以上的成员出席 has a predicate, no modifier."""


def _is_relative(rest: str, *, whole: bool, clause: bool) -> bool:
    """Does a clause begin here that picks out the next party: 人民政府|确定的主管部门?"""
    if _CHARGED.match(rest):  # 其他|对…负有监督职责的部门
        return True
    if _TOWARDS.match(rest) or _QUORUM.match(rest) or (clause and rest.startswith("未")):
        return False
    if found := _RELATIVE.match(rest):
        return begins_with_party(found["head"])
    found = _SHORT_RELATIVE.match(rest)
    return bool(found and (whole or begins_with_party(found["head"])))


_COMPOUND: Final = re.compile(
    r"活动|工作|行为|范围|部门|机构|机关|单位|组织|人员|及(?!时)|和|的|等"
)
_CONNECTORS: Final = ("的", "和", "或者", "或", "及", "及其", "、", "以及", "等", "（", "(")
_AND_MORE: Final = re.compile(r"[和、及等或的]|以及|$")
_LONGEST_TASK: Final = 8
_TASK_END: Final = re.compile(
    r"(?:部门|机构|机关|单位|组织|人员|负责人|责任人|委员会|中心|局|站|所|室|小组|企业|公司|队|主体|[^事]员|者)$"
)
"""机构|编制管理机关 is a name, 债权人|起诉债务人 none."""
_DOER_END: Final = re.compile(r"责任人|义务人|人|方")
_TASK_BODY: Final = re.compile(
    r"(?:培训|评估|鉴定|保护|登记|审批|调查|处置|保障|协调|指导|仲裁|认证|救助|审查|考核|督察|监测|测绘)(?:和|、|与)?"
    r"(?:管理|服务|监督|研究)?(?:部门|机构|机关|单位|组织|人员|委员会|中心|企业|协会|学校)"
)
_TWO_ACTS: Final = re.compile(
    rf"(?:和|或者|及)(?:审议|审查|审核|办理|{'|'.join(sorted(_DEEDS))})(?!{AGENT_NOUN.pattern}|管理|及|和|的|等)"
)


def _may_begin(token: Token, text: str, at: int, *, whole: bool, clause: bool) -> bool:
    """May a predicate begin here? Where the whole is a party's name a verb may be part of it."""
    if token.word in _CONNECTORS:
        return False
    if token.word == "组织" and (
        text.endswith("非法人", 0, at) or _AND_MORE.match(text, token.end)
    ):
        return False  # 消费者组织以及其他团体
    if _BOUNDARY_WORDS.match(text, at):
        return True
    short = whole and len(text) - at <= _LONGEST_TASK
    in_name = short and (_TASK_END.search(text) or _DOER_END.fullmatch(text, token.end))
    if clause and not in_name and token.word in _DEEDS:
        joined = _TWO_ACTS.match(text, token.end)  # 听取和审议报告, against 听取和审议机关
        if not _COMPOUND.match(text, token.end) or (joined and token.word != "组织"):
            return True
    return not (whole or _TASK_BODY.match(text, at)) and _is_predicate(token, text, clause=clause)


_NOMINAL: Final = re.compile(
    rf"{_COMPOUND.pattern}|情况|过程|计划|方案|项目|标准|条件|任务|制度|用地|面积|设施|工程|规模|资金|经费|费用|成本|质量|期限|许可|合同|档案"
)
_NAMED_BY_TASK: Final = re.compile(
    r"[^，。；、的在对]{1,8}?(?:部门|机构|机关|单位|组织|人员|负责人|责任人)"
)


def _is_predicate(token: Token, text: str, *, clause: bool) -> bool:
    """Is a word by its part of speech the first of a predicate, no part of a name?"""
    if token.tag in ("vn", "act"):  # 经营者销售商品 has a predicate, 旅客运输站场 and 执法活动 none
        verb = clause and not _NOMINAL.match(text, token.end)
        return (
            verb
            and not _NAMED_BY_TASK.match(text, token.start)
            and bool(ACTOR.search(text, 0, token.start))
        )
    if token.tag == "v":
        return token.word != "自治" and not _NAMED_BY_TASK.match(text, token.start)
    if token.tag == "verb":
        return not (clause and _COMPOUND.match(text, token.end))
    return token.tag in ("d", "ad", "adverb", "p", "vd")
