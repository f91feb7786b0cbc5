"""Names of parties: whether words, taken as a whole, name one at all.

Here belongs what a name ends in or is made of (an organ, a person, a place that acts, a party that a clause before 的
picks out) and what only looks like one. Where the name ends among other words is asked in ``subjects``, on whom a norm
falls in ``bearers``. Norms and penalties of any text ask here; ``parties`` knows the tagged names in lists of duties.
"""

import re
from functools import lru_cache
from typing import Final

from ingest.lexicon import Lexicon, read_words
from ingest.provisions import Stretch

_PARTIES: Final = read_words("parties")
_ENDS: Final = re.compile(
    rf"(?:[^本他个一替]人|[民者人员工生]本人|任何人|个人|(?<!或)者|员|{'|'.join(_PARTIES)})(?:等)?(?:[（(][^（）()]*[）)])?\Z"
)
_PARTY_ENDS: Final = ("员", *_PARTIES)
_PERSONS: Final = ("任何人", "个人", *(f"{who}本人" for who in "民者人员工生"))
_THINGS: Final = tuple(read_words("things"))
_BRACKETED: Final = re.compile(r"[（(][^（）()]*[）)]$")


@lru_cache(maxsize=8192)
def is_party(text: str) -> bool:
    """Do these words end in a party's name?"""
    plain = _BRACKETED.sub("", text) if text.endswith(("）", ")")) else text
    opened, closed = plain.count("（") + plain.count("("), plain.count("）") + plain.count(")")
    if len(plain) < 2 or opened != closed:
        return False
    if plain.endswith("国家") and plain != "国家":  # 销售国家|禁止经营的物品
        return False
    if plain.endswith(("）", ")")):
        named = _ENDS.search(plain) is not None
    else:
        named = _names(plain) or (plain[-1] == "等" and _names(plain[:-1]))
    return named and (not plain.endswith(_THINGS) or plain.endswith("安全局"))


def _names(words: str) -> bool:
    """Does ``_ENDS`` fit, without a bracket: asked of every word before a verb, and so without a pattern?"""
    if words.endswith(_PARTY_ENDS):
        return True
    if words.endswith("者"):
        return not words.endswith("或者")
    if not words.endswith("人") or len(words) < 2:
        return False
    return words[-2] not in "本他个一替" or words.endswith(_PERSONS)


_LAST_CHARACTERS: Final = frozenset("人者员").union(party[-1] for party in _PARTIES)
LAST_CHARACTER: Final = re.compile(f"[{''.join(sorted(_LAST_CHARACTERS))}]")
"""With what the name of a party ends: words without any of these name none."""
AGENT_NOUN: Final = re.compile(
    r"(?:责任人|义务人|人(?![员民力口才身工类体数次])|方(?!案|式|法|便)|者|员|单位|机关|机构|部门|法院|双方|主体|企业|人员|部队|监事|董事|合伙人|委员会|小组)"
)
"""The noun by which a verb becomes a name: 申请|人, 施工|单位."""
ACTOR: Final = re.compile(
    r"(?:单位|企业|公司|机关|机构|部门|法院|检察院|政府|委员会|学校|院|幼儿园|店|者|人|商|户|组织)\Z"
)
"""With what the names of those end who act and own: 企业|销售商品, 合伙企业|登记事项."""
_PUBLIC: Final = re.compile(
    r"(?:部门|机关|政府|法院|检察院|机构|委员会|办事处|局|人民银行|派出所|[支大]队|(?:监督|监理|监察|检查|检疫|检验|执法|管理)[站所队]|执法人员|监察员|监督员|检查员|警察)$"
)


def is_public(party: Stretch) -> bool:
    """Is this a party that applies the law to others?"""
    return bool(_PUBLIC.search(party.text))


_ALIAS: Final = re.compile(r"[（(](?:以下|下)?(?:简|统|通)?称[^（）()]*[）)]$")


def without_alias(party: Stretch) -> Stretch:
    """Return a party without the short name that the text gives it: 排水用户（以下简称排水户）."""
    alias = _ALIAS.search(party.text)
    return party if alias is None else party.part(0, alias.start())


_PLACE: Final = r"(?:省|自治区|直辖市|市|区县|县区|市县|县|区|自治县|自治州|州|盟|旗|乡|镇|村|乡镇|街道|地区|地方)(?:[（(][^（）()]{1,8}[）)])?"
_PLACES: Final = re.compile(
    rf"(?:[^，。；、在对进]*的)?[^，。；、的在对进]{{0,12}}(?:景区|风景名胜区|园区|高新区|保税区|自贸区)|"
    rf"(?:各级?|任何|本|有关|设区的|边境|沿海|毗邻|不设区的|有条件的|地级以上|县级以上|(?:被|未|有)[^，。；、的]{{2,14}}的)?{_PLACE}(?:(?:、|和|及|以及)(?:各|有关|不?设区的)?{_PLACE})*"
)
"""A place that acts: 各区应当…, 市、县（市、区）应当…."""
_PLACE_LAST: Final = tuple("省区市县州盟旗乡镇村道方）)")
"""With what the places end."""


def is_place(text: str, lexicon: Lexicon) -> bool:
    """Are these words a place that acts as a party does: 各区应当…, 海南省应当…?"""
    return text.endswith(_PLACE_LAST) and (
        _PLACES.fullmatch(text) is not None or _is_named_place(text, lexicon)
    )


_PLACE_ENDS: Final = frozenset("省市县区州盟旗乡镇")
_LONGEST_PLACES: Final = 20


def _is_named_place(text: str, lexicon: Lexicon) -> bool:
    """Are these words names of places that act, each a word of its own: 海南省, 上海市和江苏省?"""
    if len(text) < 3 or len(text) > _LONGEST_PLACES or text[-1] not in _PLACE_ENDS:
        return False
    tokens = lexicon.tags(text)
    return tokens[-1].tag == "ns" and all(token.tag in ("ns", "c", "x") for token in tokens)


ADJUNCT: Final = re.compile(
    r"^(?:认为|明知|非经|在(?!校[学生师]|职[人员职教干]|编[人职]|岗[人职]|押[人罪]|读[学生])|对(?!外(?!国)|方)|按|根据|依据|依照|自(?![治然愿来主贸学行动])|从(?![事业])|经(?![营办纪济理销贸])|因|为|除|关于|未经|通过|以|于|遇|逾期|如果|当(?![事地])|与|向|将|把|由于|鉴于|致使|导致|造成|给|前款|由|作为|成为|属(?!地[^方])|供(?![餐电热水气应销给暖货方需用役])|还|到(?!场)|报[经请有]|载明|基于|配套|(?:指定|决定|要求)(?!的))"
)
"""With what words begin that say when, towards whom or by what: a name only where a clause picks it out."""
_PICKED_OUT: Final = re.compile(
    r"(?:凡是?)?(?:向|在|利用|为|与|负责|负有|承担|纳入|接受|从事|取得|申请|受|被|拟|具有|依法|"
    r"未(?!成年)|不|没有|违反|拒绝|拒不|发生|存在|实施|提供|使用|持有|因|经|造成|受到|参加|参与|进入|享有|符合|具备|有|前[款项两]|收到|接到|除|(?:根据|依照|按照)(?=[^，。；的]*规定[^，。；的]{2,4}的)|对(?=[^，。；]{2,}负有))"
    r"(?!.*[将把])[^，。；]*的(?P<head>[^，。；的不应]+)$"
)
_PICKED_BY_PLACE: Final = re.compile(
    r"(?:向|在|利用|从|属于|以(?=[^，。；]*(?:为|方式)[^，。；]*的)|为(?!.*的纳税人)|与|因|经|未经|造成|前[款项两]|凡|(?:根据|依照|按照)(?=[^，。；的]*规定[^，。；的]{2,4}的)|除(?=.*外的其他)|对(?=[^，。；]{2,}负有|[^，。；的未不]{2,14}进行[^，。；的]{2,6}的[^，。；的]{0,8}(?:医师|医生|机构|机关|部门|鉴定人|法官|检察官)$))[^，。；]*[^，。；的]的(?P<head>[^，。；的]+)$"
)
_NAMED_ABOVE: Final = re.compile(
    r"前[款条项](?:规定的?|所列的?|所述的?)?[^，。；的由对向因按]{2,12}"
)
"""前款所列企业, 前款土地使用者."""


def is_picked_out(text: str) -> bool:
    """Are these words one party that a clause picks out: 负责…检验的单位?"""
    opened = _PICKED_OUT.match(text)
    if ADJUNCT.match(text):
        if _NAMED_ABOVE.fullmatch(text):
            return is_party(text)
        opened = _PICKED_BY_PLACE.match(text)
    return bool(opened and (is_party(opened["head"]) or opened["head"] == "人"))


_PICKED_NOUN: Final = re.compile(r"(?!.*[将把])[^，。；]*的(?P<head>[^，。；的对向按由为]+)$")
_OBSTRUCTED: Final = re.compile(
    r"(?:拒绝|阻碍|阻挠|妨碍|妨害|侮辱|殴打|威胁|围攻)[^的]*(?:或者|和|及|以及)其他"
)
_CHANGING: Final = re.compile(
    r"(?:依法)?(?:平等)?(?:对待|变更|更换|任免|撤换|罢免|更改|减少|增加|介绍|吸纳|调整|提高|降低|延长|缩短|扩大|毗邻(?!的))(?![后人])"
)
"""变更公司的实际控制人 is an act, 变更后的当事人 a party."""


def is_picked_noun(text: str) -> bool:
    """Is this a party that a clause before 的 picks out, whatever it begins with: 设立公司的股东, 未成立的机构?"""
    found = _PICKED_NOUN.match(text)
    if _OBSTRUCTED.match(text) or _CHANGING.match(text):
        return False
    return bool(found and is_party(found["head"]))


_PART_OF_WORD: Final = re.compile(
    r"方[式案法面便针向]|场[所地]|处[罚理分所]|社会|会[议计]|师资|局部|站点|队伍|厂房|馆藏|店铺|商[品标]|户[外籍]|校舍|院落|人[口数身力才]"
)
"""方 of 发行方式 is no party."""


def begins_with_party(head: str) -> bool:
    """Does the noun behind …的 begin with a party: 的部门在…, 的单位?"""
    return any(
        is_party(head[:end]) and not _PART_OF_WORD.match(head, end - 1)
        for end in range(1, len(head) + 1)
    )
