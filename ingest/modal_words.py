"""Modal words: where a text says must, must not or may, and where the same characters say something else.

The words and what is passed over follow the guide NORMS.md of the labelled articles: a modal word is no norm inside a
title or quotation, in the description of a condition or of a breach (应当安装而未安装的), in a modifier
(有权处理的机关), or as part of another word (相应, 所有权).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from ingest.facts import Force
from ingest.party_names import is_party
from ingest.provisions import Provision, Stretch
from ingest.sentences import cut, outside_brackets, segments

MODAL: Final = re.compile(
    r"应当(?<!适应当)(?!事人)|必须|不得(?![不已])|可以(?!及)|有(?<![所占专共持享]有)权(?![属益限力]|机关|部门|单位)|严禁|禁止(?!令)|不准(?![确予备])|负责(?!人|任|制(?![定订作造止约裁]))"
    r"|应(?<![相响适反供对效感呼顺照不回答]应)(?![急用对邀变聘答诉收付纳继知激力声运征考试届税役选到扣验退激否]|当事人|缴(?!还|回)|计(?!算|入))(?![尽有得交负享][^，。；]{0,12}的)"
    r"|应(?<=不应)(?!当)|须(?<![必无不毋]须)(?!知)"
)
"""Where these characters may be a modal word; ``modal_words`` tells where they are.

What must not stand before a word is asked after its first character: so a search passes quickly over the others.
"""
BANNING: Final = ("禁止", "严禁")
"""What bans an act itself; 不得 says who must not do it."""
_FORCE: Final[dict[str, Force]] = {
    "不得": "must_not",
    "严禁": "must_not",
    "禁止": "must_not",
    "不准": "must_not",
    "可以": "may",
    "有权": "may",
}


def force_of(modality: str) -> Force:
    """Return what a modal word does; what is stated without one (直陈) is a duty."""
    return _FORCE.get(modality, "must")


_KNOWN: Final = re.compile(r"应当(?:知道|预见|知悉)")
_NAMED_PLACE: Final = re.compile(
    r"[^，。；、的]{0,2}(?:吸烟|燃放|生产|停车|停放|通行|通航|开采|开发|开垦|建设|养殖|捕捞|采集|采砂|狩猎|猎捕|放牧|游泳|垂钓|进入|攀爬|取水|排污|驶入|种植|砍伐)"
    r"[^，。；、的]{0,6}?(?:场所|区域|地区|标志|标识|标牌|路段|时段|地点|区(?=[^域间]|$)|期(?=[^间]|$))"
)
"""禁止吸烟场所, 禁止停车标志: the ban is part of a name."""
_CAMPAIGN: Final = re.compile(r"[^，。；的]{2,12}(?:宣传|教育|引导|巡查|检查|整治)(?:活动|工作)?$")
"""开展禁止燃放烟花爆竹宣传活动: what the campaign is about."""
_SUBJECT_MATTER: Final = re.compile(r"[^，。；]{2,16}的(?:活动|行为)$")
_BANNED_PLACE: Final = re.compile(
    r"[^，。；、的]{0,10}?(?:区域|场所|路段|时段|区)(?:$|[内和、，从])"
)
_TASK_OF: Final = re.compile(r"(?:的|负责|做好|加强|开展)$")
_STATED: Final = re.compile(
    r"(?:法律|法规|国家|合同)[^，。；]{0,14}(?:规定|约定)[^，。；的应]{0,12}$"
)
_MEANT: Final = re.compile(r"的[^，。；的]{1,8}$")
_MEANS: Final = re.compile(r"是指|”，?包括")
_RUNS_ON: Final = re.compile(r"，[^，。；]*的(?:，|。|$)")
_DESERVED: Final = re.compile(r"受[^，。；]*(?:处罚|处分|制裁)$")
_NESTED_BEFORE: Final = re.compile(
    r"(?:依法|按照(?:国家)?(?:有关)?规定|国家规定|规定|对|(?<![验究务易管测生守毒留教法业出场])所|或者|以及|未|逾期|负有|明令|原|议定|法律(?:、(?:行政)?法规)*)$"
)
_PRINCIPLE: Final = re.compile(
    r"、[^，。；]*(?:原则|机制|制度|体制|格局)$|、?[^，。；]{0,40}的[^，。；的]{0,8}(?:原则|机制|体制|格局)$"
)
_THINGS_BANNED: Final = re.compile(
    r"(?:通行|使用|生产|销售|经营|种植|养殖|开采|进口|出口|投放|添加|运输|携带|配装|寄递){1,3}的[^，。；]"
)
"""国家禁用的农药、食品中禁止使用的药品 are things."""
_ITS: Final = re.compile(r"[^，。；]{1,16}的(?=[^，。；])")
_TOLD_ITS: Final = re.compile(r"(?:告知|说明|释明|提示|告诉|通知)[^，。；]*其$")
_NOT_DONE: Final = re.compile(r"[^，。；]而(?:未|没有|拒不|不(?!得|能|可|应))")
"""应当备案而未备案 tells of a breach."""
_LISTED_MATTER: Final = re.compile(
    r"[^，。；]{1,16}的(?:[^，。；的]{1,4}、)*(?:事项|内容|情况|情形|材料)等[^，。；]{0,4}$"
)
"""姓名、意见，应当说明的事项等内容 is a list."""
_OTHER: Final = re.compile(
    r"[^，。；]{1,30}的其他[^，。；]{0,8}(?:职责|事项|情形|内容|材料|条件|要求|文件|信息|行为|规范|义务|案件|措施|活动|资料|情况|物品|人员|费用)$"
)
_HAS_POWER: Final = re.compile(
    r"(?:并|也|均|都|还|仍|代表|公民|人|(?<!或)者|单位|组织|部门|机构|委员会|企业|政府|双方|[民员户工])$"
)
_AMONG_OTHERS: Final = re.compile(r"其他(?:依法)?$")
_HOLDER: Final = re.compile(r"(?!要求|请求|申请)[^，。；的]{2}人(?=$|[已可应到在不未]|当场)")
_ENTITLED: Final = re.compile(
    r"机关|(?![对向在就依按根])[^，。；的]{0,6}的(?:[^，。；的]{0,10})(?:机关|部门|单位|机构|人员|人|组织|政府|材料|文件)"
)
_ENTITLED_TO: Final = re.compile(r"(?!在)[^，。；向对依按]{0,8}(?:的|机关)")
"""有权更正人, 有权处理的机关, 其有权采取的措施 name somebody or something by a power."""
_FACT: Final = re.compile(r"(?:既|才|又|就|(?:^|(?<=[后时上的]))方)$")
_DEALT_WITH: Final = re.compile(r"^对于?(?:依法|按照?[^，。；]{0,6}规定)?$")
"""对依法应当由委员会决定的事项: what is dealt with is described."""
_TAKEN: Final = re.compile(r"(?:可以|应当|不得|必须|有权)[^，。；]*[^，。；]{2}$")
_OWED: Final = re.compile(
    r"(?:承担|缴纳|支付|交纳|负担|履行|享有|取得|遵守)(?:义务部分)?的[^，。；的]{2,}$"
)
"""可以收取企业应当承担的费用: what is due is only named."""
_CLOSED_MODIFIER: Final = re.compile(
    r"(?!将|把|对|向|与|按|依照|根据|当场|立即|及时|在[^，。；、的]*[内前后])[^，。；、]{1,10}的(?=[^，。；])"
)
"""并应当将收入的用途公布 and 当场作出许可的决定 have a predicate."""
_TASK_MODIFIER: Final = re.compile(
    r"[^，。；]*?的(?:(?!以及|和|或者)[^，。；、的]){0,10}?"
    r"(?:部门|机构|机关|单位|审判员|检察员|书记员|联络员|管理员|组织(?!、?(?:实施|协调|领导|指导|开展|编制|申报|评审))|人员|干部|(?<!组织)领导|主管|团队|公司|企业|医师|律师|办公室|中心|委员会|小组|指挥部|人(?![用力口才身]))"
    r"(?!实施|培训|管理|教育|建设|工作|编制|考核|选拔|任免|协调|领导|宣传|评审|招聘|聘任|登记|审批|监督|指导|救援|信息|安全|经费|资格|的)"
)
_DUE_DAYS: Final = re.compile(r"(?P<act>[休缴付交])(?:未(?P=act)|年?休假|假|天)|否")
"""应休未休天数, 应缴未缴税款 name what is due; 应否追究 asks."""
_BANNING: Final = re.compile(
    r"(?:做好|协调|加强|开展|推进|落实|推动|指导)(?:[^，。；]{1,6}[内中])?(?:对)?$|对$"
)
"""做好辖区内|禁止焚烧祭品工作: the ban names a task."""
_OFFICE: Final = re.compile(r"(?:部门|[^总]部|局|厅|中心|委员会|常委会|办公室)$")
"""What does a task itself: none of its offices is told by one, as those of a government are."""


@dataclass(frozen=True, slots=True)
class ModalWord:
    """One modal word that makes a norm: where it stands, its sentence and its segment."""

    at: Stretch
    segment: Stretch
    sentence: Stretch

    @property
    def word(self) -> str:
        """The word as the guide names it."""
        return self.at.text

    @property
    def force(self) -> Force:
        """Duty, prohibition or power; 不应 and 不应当 forbid."""
        before = self.at.provision.text[: self.at.start]
        if self.word in ("应", "应当") and before.endswith("不"):
            return "must_not"
        return force_of(self.word)

    @property
    def before(self) -> Stretch:
        """The words of the segment before the modal word."""
        return self.at.provision.run(self.segment.start, self.at.start)

    @property
    def after(self) -> Stretch:
        """The words of the segment after the modal word."""
        return Stretch(self.at.provision, self.at.end, self.segment.end)


def modal_words(provision: Provision) -> Iterator[ModalWord]:
    """Yield the modal words of a provision's own words that make a norm, in order."""
    if not MODAL.search(provision.text):
        return
    for sentence in cut(provision, "。！？"):
        for segment in (s for part in cut(sentence, "；;") for s in segments(part)):
            for match in MODAL.finditer(segment.text):
                if outside_brackets(segment.text, match.start()) or _in_plain_brackets(
                    segment.text, match.start()
                ):
                    found = ModalWord(segment.group(match), segment, sentence)
                    if not _is_other(found):
                        yield found


def _in_plain_brackets(text: str, position: int) -> bool:
    """Does a place stand in （） and in no title or quotation?"""
    before = text[:position]
    return all(before.count(a) <= before.count(b) for a, b in ("《》", "“”", "〈〉", "「」"))


def _is_other(found: ModalWord) -> bool:
    """Do these characters make no norm where they stand?"""
    before, after = found.before.text, found.after.text
    if _STATED.search(before) and _RUNS_ON.match(found.at.provision.text, found.segment.end):
        return True  # 法律规定合同应当登记，但未…的 is a condition
    if _MEANT.search(after) and _MEANS.search(
        found.at.provision.text, found.sentence.start, found.at.start
    ):
        return True  # 费用，是指应当赔偿的费用
    if after.startswith("的") or _KNOWN.match(found.word + after):
        return True
    if _is_picked_topic(found) or _is_omitted(found) or _is_named_with(found):
        return True
    return _CHECKS.get(found.word, _is_described)(before, after)


_DUE_NOUN: Final = re.compile(
    r"(?!要求|保证|责令|保障|组织|建立|制定|根据|按照|在|将|对)[^，。；的]{2,20}的(?![^，。；]*进行)[^，。；的]{2,10}$"
)
_OMITTED: Final = re.compile(
    r"，(?:但|而|却|又)?(?:无正当理由)?(?:而)?(?:未|没有|拒不|拒绝)[^，。；]*(?:的?[；;。，]|的?$)"
)
_LEFT_UNDONE: Final = re.compile(r"(?:^|或者|[；;])(?:依法|按照?[^，。；]*规定)?$")


def _is_picked_topic(found: ModalWord) -> bool:
    """应当修建人防工程的建筑，有下列情形的，…: the sentence begins with what the modal verb picks out."""
    if found.at.start != found.sentence.start or found.segment.end == found.sentence.end:
        return False
    goes_on = found.at.provision.text[found.segment.end : found.segment.end + 1] in ("，", ",")
    return (
        found.word in ("应当", "必须", "可以")
        and goes_on
        and bool(_DUE_NOUN.match(found.after.text))
    )


def _is_omitted(found: ModalWord) -> bool:
    """依法应当立案，无正当理由未立案的: an item of a list of breaches."""
    if found.at.provision.kind not in ("item", "subitem") or found.word not in (
        "应当",
        "应",
        "必须",
    ):
        return False
    return bool(
        _LEFT_UNDONE.search(found.before.text)
        and _OMITTED.match(found.at.provision.text, found.segment.end)
    )


def _is_named_with(found: ModalWord) -> bool:
    """法律规定应当公开，或者法院认为可以公开的文书; 禁止燃放的活动，适用本条例: both only name things."""
    text, end = found.at.provision.text, found.segment.end
    before, after = found.before.text, found.after.text
    if before.endswith(_LISTS) and _BEFORE_LISTED.search(before) and _LISTED_AS.match(after):
        return True
    if ("方" in after and _QUALIFIES.match(after)) or (
        not before and "的" in after and after.endswith("除外")
    ):
        return True
    if found.word in BANNING:
        return bool(_SUBJECT_MATTER.match(after) and text.startswith("，适用", end))
    return before.endswith("规定") and bool(_OR_OTHERWISE.match(text, end))


_OR_OTHERWISE: Final = re.compile(r"，或者[^，。；]{0,10}(?:认为|规定)[^，。；]*的[^，。；的]+")


_VERDICT: Final = re.compile(r"(?:判决|裁定)(?![前后时作生书中发确])[^，。；的]{2,}$")
_LISTED_AS: Final = re.compile(r"[^，。；]{1,30}的[^，。；的]{2,}$")
_LISTS: Final = ("认为", "因", "、", "和", "与", "或者", "以及")
_BEFORE_LISTED: Final = re.compile(
    r"(?:认为|因|(?:接收单位|处置单位|信息|材料|文件|设施|区域|事项|情形|行为|案件|条件)(?:、|和|与|或者|以及))$"
)
"""因可以预见的事件, 法院认为可以公开的文书: a modal verb that only picks out a noun."""
_OBJECT_OF: Final = re.compile(r"(?:不得|禁止|可以)[^，。；]{2}$")
_QUALIFIES: Final = re.compile(r"[^，。；]+方[能可][^，。；]{1,12}的[^，。；的]{2,}$")
"""必须取得证书方能上岗的工种 is a thing."""
_HOW_DUE: Final = re.compile(r"(?:按照|依法|由|经)[^，。；]*的[^，。；的]{2,}$")
"""不得炮制应当按照毒性管理的药材: what is due picks the object out."""
_DUE_ELSEWHERE: Final = re.compile(
    r"由[^，的]{2,14}(?:处理|管辖|承担|负责|办理|审批|决定|决策|履行|行使|提供|支付|缴纳|解决|执行|审理|受理|批准|组织)的[^，]{1,6}$"
    r"|(?:享受|承担|缴纳|支付|领取)的[^，。；由]{2,20}由[^，。；]+(?:承担|负责|支付|缴纳)$"
)
"""应当由其他机关处理的争议, 应当享受的待遇由单位支付 name what is due."""


def _ends_in_de(words: str) -> bool:
    return bool(re.search(r"(?<![^项]目)的(?:以?外)?$", words))


def _is_no_power(before: str, after: str) -> bool:
    if before.endswith("没") or after.startswith("利"):
        return True
    if _HAS_POWER.search(before) or is_party(
        before
    ):  # 代表有权依照…的程序提出, against 移送有权处理的机关
        return _ends_in_de(after)
    if _HOLDER.match(after):
        return True
    pattern = _ENTITLED if not before else _ENTITLED_TO
    return bool(pattern.match(after))


def _is_fact(before: str, after: str) -> bool:
    return bool(
        _FACT.search(before)
        or _AMONG_OTHERS.search(before)
        or _OTHER.match(after)
        or (before.endswith("规定") and "的其他" in after)
        or re.search(r"(?:按照?|依照)$", before)
        or re.match(r"是|理解|说", after)
    ) or _ends_in_de(after)


def _is_content(before: str, after: str) -> bool:
    """判决不准离婚 says what is decided."""
    return bool(re.search(r"(?:判决|裁定|决定|作出|批准|准许|准予|或者|[^项]的)$", before))


def _is_verdict(before: str, after: str) -> bool:
    """应当判决行政机关不得公开 says what is decided; 不得 picks nothing out otherwise."""
    return bool(_VERDICT.search(before)) or _is_described(before, after)


def _is_no_ban(before: str, after: str) -> bool:
    if _THINGS_BANNED.match(after) or re.match(r"目录|清单|名录", after):
        return True
    if _BANNING.search(before) and re.search(r"工作(?:的[^，。；的]{2,4})?$", after):
        return True
    nested = _is_nested(before) or re.search(
        r"(?:将|把|其他|不在|[列处]|终[身生]|[年月]内?)$", before
    )
    place = re.search(r"(?:划定|设定|设置|设立|公布|确定|在)$", before) and _BANNED_PLACE.match(
        after
    )
    noun = before.endswith("国家") and re.match(r"[^，。；]{1,12}的[^，。；的]{1,8}$", after)
    named = _NAMED_PLACE.match(after) or (_TASK_OF.search(before) and "的" in after)
    campaign = re.search(r"(?:开展|加强|做好|进行)$", before) and _CAMPAIGN.match(after)
    picked = before.endswith("的") and re.match(r"(?:区域|地段|范围|场所)内?$", after)
    listed = re.search(r"明令[^，。；]*、$", before) and "的" in after
    return (
        bool(nested or noun or named or place or picked or campaign or listed)
        or _ends_in_de(after)
        or bool(re.match("其(?!他)", after))
    )


def _is_due(before: str, after: str) -> bool:
    """处以应补税款五倍的罚款 names what is due."""
    if _DUE_DAYS.match(after):
        return True
    if re.search(r"(?:(?<![事办])处以?|按|其)$", before) or re.match(
        r"[^，。；按依在对以向根当将把由与会为给]{1,3}的[^，。；]", after
    ):
        return True
    return bool(_DESERVED.match(after)) or _is_other_thing(before, after)


def _is_described(before: str, after: str) -> bool:
    return _ends_in_de(after) or _in_modifier(before, after)


def _is_other_thing(before: str, after: str) -> bool:
    """The end of a list speaks of what else is due: 应当履行的其他职责."""
    other = before.endswith("其他") or _OTHER.match(after) or _LISTED_MATTER.match(after)
    if _NOT_DONE.search(after) and not re.match(r"[^，。；]{0,4}(?:认定|推定|视为)", after):
        return True
    its = before.endswith("其") and _ITS.match(after) and not _TOLD_ITS.search(before)
    return bool(other or its) or _is_described(before, after)


_TASK_PICKS_OUT: Final = re.compile(r"(?:^由|并由|对其?|[只并]?向|报|送|交|经)$")
"""由负责许可的部门监督, 对其负责审核的资料负责."""
_SYSTEM: Final = re.compile(r"(?:分级|分工|属地|分片|归口|首问|全面)$")
"""分级负责、归口办理."""


def _is_no_task(before: str, after: str) -> bool:
    if after.startswith(("的", "任")) or before.endswith(("负有", "认真")):
        return True
    if "的" in after and _TASK_PICKS_OUT.search(before):
        return True
    if after.startswith("、") and _SYSTEM.search(before):
        return True
    if not after and re.search(r"(?<!针)对[^由]*$|^(?!.*(?:由|应当))", before):
        return True
    modifies = _TASK_MODIFIER.match(after)
    if modifies and _OFFICE.search(before) and not MODAL.search(after, modifies.end()):
        return False  # 工商局|负责冠有市名的企业|名称的核准, against 人民政府|负责水利的部门
    described = _PRINCIPLE.match(after) or modifies or re.search(r"没有|未", before)
    return bool(described) or _ends_in_de(after)


def _is_nested(before: str) -> bool:
    """Do the words before go on with a modifier (依法|应当…的), not with a party's predicate (车辆管理所|应当)?"""
    nested = _NESTED_BEFORE.search(before)
    return bool(nested and not (nested.group() == "所" and is_party(before)))


def _in_modifier(before: str, after: str) -> bool:
    """Does the modal verb only pick out a noun: 泄露应当保密的情况, 应当由其他机关处理的争议?"""
    if _DUE_ELSEWHERE.match(after):
        return True
    dealt_with = _DEALT_WITH.search(before) and re.search(r"的[^，。；的]+$", after)
    if dealt_with or (_OBJECT_OF.search(before) and _HOW_DUE.match(after)):
        return True
    closed = _CLOSED_MODIFIER.match(after)
    if closed is None:
        return False
    if before.endswith("并") and before != "并" and is_party(after):
        return True  # 列入名单并应停产的企业
    if _TAKEN.search(before) and _OWED.match(after):
        return True
    return bool(
        _is_nested(before) or re.search(r"(?:泄露|公开|隐瞒|移送|符合|达到|的|在)$", before)
    )


_CHECKS: Final[dict[str, Callable[[str, str], bool]]] = {
    "负责": _is_no_task,
    "有权": _is_no_power,
    "可以": _is_fact,
    "不准": _is_content,
    "不得": _is_verdict,
    "应": _is_due,
    "应当": _is_other_thing,
    "必须": _is_other_thing,
    "禁止": _is_no_ban,
    "严禁": _is_no_ban,
    "须": _is_other_thing,
}
