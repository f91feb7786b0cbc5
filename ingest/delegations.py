"""Delegations: where a provision hands the making of rules to somebody (具体办法由国务院规定).

Written in four ways: 由… makes them; … may make 实施细则; they are made 另行, by nobody who is named; 授权….
What refers to rules that exist (由法律规定的, 按照国家规定), who interprets a text and who carries it out are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.facts import DelegationFacts
from ingest.patterns import HAN
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import segments, sentences

# -- what is made ----------------------------------------------------------------------------------------

_FORM: Final = (
    r"(?:(?:实施|施行)(?:条例|规定|规则|规范|标准)|(?:实施|施行)?(?:办法|细则)|规定|规则|规范|标准|条例|规程|准则|"
    r"程序|制度|目录|名录|清单|式样|样式|格式|导则|基准|技术要求|定额)"
)
_FORMS: Final = rf"(?P<form>{_FORM}(?:(?:、|和|及|以及|或者|或|与)[{HAN}]{{0,2}}{_FORM})*)"
_ENDS_IN_FORM: Final = re.compile(
    rf"{_FORMS}(?:(?:、|和|及)(?:具体)?(?:要求|范围|方法|条件|期限|流程|内容))?等?$"
)
_OBJECT: Final = re.compile(
    rf"(?!的|制定|制订|另行)(?P<object>(?:(?!制[定订])[^，。；：“”《》]){{0,40}}?{_FORMS})(?=$|[，（]|并|后|报|公布|施行)"
)
_OF_DETAIL: Final = re.compile(
    r"细则|具体(?!负责)|(?:实施|施行)(?:办法|细则|条例|规定|规则|规范|标准|性)|配套|变通|补充|相应"
)
"""Who is merely said to make rules makes them for others only where they carry out other rules."""
_LEADING: Final = re.compile(
    r"^(?:其(?![他它中余])|该|具体的?|有关|相关|相应的?|配套的?|(?:前款|上述)(?:规定)?的)+"
)
_TRAILING: Final = re.compile(r"(?:的|其|具体|有关|相关|配套|实施|以及|和|及|与|或者|[，、])+$")

# -- how its making is said --------------------------------------------------------------------------------

_MANNER: Final = r"根据|依据|依照|按照|参照|比照|参考|结合|遵照|本着|(?<!所)在(?!地)"
_VERB: Final = re.compile(r"制定|制订|订定|拟定|拟订|另定|颁布|颁发|规定|确定")
_ENDS: Final = re.compile(
    r"$|[，、（]|并|后|和(?:公布|颁布|发布)|及时|公布|颁布|发布|实施(?!细则|办法|条例|规|标|方)|施行|执行|下发"
)
_GOES_ON: Final = re.compile(rf"，(?:{_MANNER}|按|以|从|统一|分别|组织|提出|确定|予以|给予|处)")
_BY: Final = re.compile(r"(?<![自理事缘来案])由(?![于此])|授权(?!的)")
_JOINED: Final = re.compile(r"(?:或者|或|和|、|，)$")
_HOW: Final = re.compile(
    r"可以|(?<![许认])可(?!持续|再)|应当|应(?![急用])|必须|须|有权|将|也|另(?=行|定)|统一|分别|共同|单独|自行|专门|先行|适时|及时|定期|"
    r"(?:负责|组织|研究|协商|联合|具体)(?=制|拟|订|规|确|颁|提|组|统|有关|实施|$)|依法(?![设成])|提出|报经|对(?!外)|经(?!济|营|贸|信|办|费)|"
    r"自(?=本|[^，]{2,8}(?:施行|实施|生效|公布))|于(?=本|[^，]{1,12}[内前后])|(?:" + _MANNER + ")"
)
"""Where the words that name the maker end: how, after what or from what it makes the rules."""
_NOT_THE_SUBJECT: Final = re.compile(rf"{_MANNER}|由|也")
_MODAL: Final = re.compile(r"(?:可以|可|应当|应|必须|也|将|均|一律|统一|分别)+$")
_EXISTING: Final = re.compile(
    r"(?:的|有关|相关|国家|按照|依照|根据|参照|符合|违反|法律|法规|规章|上述|本级|现行|下列|国家统一)$"
)
"""What stands before 规定 where it is the noun: 按照国家有关规定."""
_NO_RULES: Final = re.compile(r"(?:计划|规划|方案|预案|措施|名单|价格|项目|报表|方式)$")
_LEFT_TO_LAW: Final = re.compile(r"(?:法律|法规|规章|章程|合同|协议)$|不得$")
_APPROVED: Final = re.compile(
    r"(?:报请|报经|提请|报|经)(?P<by>[^，。；、报经]{2,30}?)(?:审核|审查|研究)?(?:批准|审批|审定|同意|核准)"
)
_GATE: Final = re.compile(
    r"制定|制订|订定|拟[定订]|另行规定|另定|颁[布发]|由[^。；]{2,60}?[规确]定|授权[^。；]{2,60}?规定"
)

# -- who makes it ----------------------------------------------------------------------------------------

_BRACKET: Final = r"(?:（[^（）]*）|\([^()]*\))?"
_ORGAN: Final = re.compile(
    r"(?:政府|部门|机关|机构|委员会|国务院|部委|总局|总署|总行|银行|法院|检察院|代表大会|人大|常委会|军委|办公室|办公厅|"
    r"国家|省|市|县|区|州|盟|旗|乡|镇|地方|各地|中央|海关|工会|联合会|协会|学会|商会|残联|妇联|交易所|"
    rf"(?:主任|委员长|主席团)会议|主席团|[{HAN}](?:部|局|厅|委|院|署|处|办))等?{_BRACKET}$"
)
_NO_ORGAN: Final = re.compile(
    r"(?:业主(?!管)|职工|村民|居民|会员|股东|当事人|双方|各方|董事|监事|理事|债权人)[^，、]*$|"
    r"(?:全部|内部|外部|俱乐部|医院|学院|邮局|小区|校区)$|^(?:法律|法规|民办)|单位(?:与|和)"
)
_WITH: Final = re.compile(r"会同|会商|商(?=国|省|有|同|市|相|最|中|本|所|财)|征求|征得")
_AND: Final = re.compile(r"、|和|以及|及|或者|或|与")
_GOES_ON_WITH: Final = re.compile(rf"并?(?:{_HOW.pattern}|{_WITH.pattern})")
_WHOLE: Final = re.compile(
    r"(?:部门|机关|机构|委员会|国务院|政府|总局|总署|银行|法院|检察院|代表大会|常委会|军委|协会|工会|联合会|"
    rf"[{HAN}]{{2}}[部局厅署]){_BRACKET}$"
)
"""The end of a name that stands for itself: 省 in 省、自治区、直辖市人民政府 does not."""
_ELLIPTIC: Final = re.compile(r"其|(?:有关|相关|主管)")
_OF_BOTH: Final = re.compile(r"(?:有关|相关|主管)(?:主管)?部门$")
"""A last part that may belong to every organ before it."""


@dataclass(frozen=True, slots=True)
class _Making:
    """A making of rules: who makes them (None where nobody is named), what stands before, what the verb governs."""

    maker: Stretch | None
    before: Stretch
    object: Stretch | None = None
    form: Stretch | None = None


def find_delegations(structure: Structure) -> list[DelegationFacts]:
    """Return the delegations of a text in reading order."""
    return [
        _row(structure, sentence, making)
        for provision in structure.provisions
        if _may_delegate(provision)
        for sentence in sentences(provision)
        if _GATE.search(sentence.text)
        for making in _makings(sentence)
    ]


def _may_delegate(provision: Provision) -> bool:
    address = str(provision.address)
    return address not in ("header", "toc", "noise", "tail") and bool(_GATE.search(provision.text))


def _makings(sentence: Stretch) -> Iterator[_Making]:
    """Yield the makings of a sentence; a second verb of the same maker (制定并公布) is none of its own."""
    text, told = sentence.text, 0
    for verb in _VERB.finditer(text):
        if verb.start() < told:
            continue
        stated = _OBJECT.match(text, verb.end())
        before = sentence.part(0, verb.start())
        if not stated and (not _ENDS.match(text, verb.end()) or _is_noun(before, verb)):
            continue
        found = _by(before, verb.group(), told) or _separately(before, verb.group())
        if not found and stated and _OF_DETAIL.search(stated["object"]):
            found = _of_detail(before)
        if not found:
            continue
        maker, subject = found
        if stated:
            yield _Making(
                maker, subject, sentence.group(stated, "object"), sentence.group(stated, "form")
            )
        elif ending := _ENDS_IN_FORM.search(subject.text):
            yield _Making(maker, subject, None, subject.group(ending, "form"))
        elif verb.group() in ("规定", "另定") or (
            before.text.endswith("另行") and not _NO_RULES.search(subject.text)
        ):
            yield _Making(maker, subject)
        told = stated.end() if stated else verb.end()


def _is_noun(before: Stretch, verb: re.Match[str]) -> bool:
    """Is 规定 not what the maker does, but what it goes by: 依照前款规定，按人口确定?"""
    return (
        verb.group() == "规定"
        and _GOES_ON.match(verb.string, verb.end()) is not None
        and re.search(rf"(?:{_MANNER})[^，]{{0,8}}$", before.text) is not None
    )


def _by(before: Stretch, verb: str, told: int) -> tuple[Stretch, Stretch] | None:
    """Read 由…制定 and 授权…规定 back from the verb: the maker, and what is regulated."""
    text = before.text
    marks = list(_BY.finditer(text, told))
    while len(marks) > 1 and _JOINED.search(text, 0, marks[-1].start()):
        marks.pop()  # 由国务院或者由省人民政府规定
    if not marks:
        return None
    words = before.part(marks[-1].end())
    how = _HOW.search(words.text, 1)
    maker = (words.part(0, how.start()) if how else words).strip("，, ")
    manner = words.text[how.start() :] if how else ""
    if any(s and not _GOES_ON_WITH.match(s) for s in manner.split("，")[1:]):
        return None
    if verb in ("规定", "确定") and _EXISTING.search(manner):
        return None
    if not _is_organ(maker.text):
        return None
    authorised = marks[-1].group() == "授权"  # what stands before it is who authorises
    return maker, _subject(before.part(0, 0 if authorised else marks[-1].start()))


def _separately(before: Stretch, verb: str) -> tuple[Stretch | None, Stretch] | None:
    """Read …的办法另行制定 and 国务院另行规定: a maker only where one stands directly before."""
    if verb != "另定" and not before.text.endswith("另行"):
        return None
    words = before.part(0, len(before.text.removesuffix("另行")))
    if _LEFT_TO_LAW.search(words.text):
        return None
    maker = _maker_of(words)
    return maker, words.part(0, 0) if maker else _subject(words)


def _of_detail(before: Stretch) -> tuple[Stretch, Stretch] | None:
    """Read 省人民政府可以根据本法制定实施办法."""
    maker = _maker_of(before)
    return (maker, before.part(0, 0)) if maker else None


def _maker_of(words: Stretch) -> Stretch | None:
    """Return the organ that is the subject of the words, past segments that only say how (根据本法，)."""
    for segment in reversed(segments(words)):
        if _WITH.match(segment.text):
            continue
        how = _HOW.search(segment.text)
        if how is None or how.start():
            subject = segment.part(0, how.start()) if how else segment
            named = not subject.text.startswith("由") and _is_organ(subject.text)
            return subject if named else None
    return None


def _subject(before: Stretch) -> Stretch:
    """Return what is regulated: the last segment that names rules, or else that does not say how.

    A segment that begins with 以及 goes with all that it is joined to.
    """
    told = [s for s in segments(before) if not _NOT_THE_SUBJECT.match(s.text)]
    if not told:
        return before.part(0, 0)
    last = next((s for s in reversed(told) if _ENDS_IN_FORM.search(s.text)), told[-1])
    first = told[0] if re.match(r"以及|及其|和|及", last.text) else last
    may = _MODAL.search(last.text)
    return Stretch(before.provision, first.start, last.start + may.start() if may else last.end)


# -- the parts of a delegation -----------------------------------------------------------------------------


def _is_organ(words: str) -> bool:
    """Do the words name public organs? Parties to a contract and assemblies of members rule nobody else."""
    return (
        1 < len(words) <= 80
        and _ORGAN.search(words) is not None
        and _NO_ORGAN.search(words) is None
    )


def _row(structure: Structure, sentence: Stretch, making: _Making) -> DelegationFacts:
    lead, _, others = _parted(making.maker.text) if making.maker else ("", "", "")
    approved = _APPROVED.search(sentence.text)
    about = _about(making)
    return DelegationFacts(
        text=structure.source.quote(*sentence.span),
        body=making.maker.text if making.maker else None,
        leads=_names(lead),
        others=_names(others),
        about=about.text if about else None,
        form=making.form.text if making.form else None,
        approval=approved["by"] if approved else None,
        **sentence.place,
    )


def _about(making: _Making) -> Stretch | None:
    """Return what is regulated, without the words for the rules themselves; None where only these are named."""
    for words in (making.object, making.before):
        if words is None:
            continue
        form = making.form
        within = form is not None and words.start <= form.start < words.end
        bare = Stretch(words.provision, words.start, form.start if form and within else words.end)
        leading = _LEADING.match(bare.text)
        bare = bare.part(leading.end() if leading else 0)
        trailing = _TRAILING.search(bare.text)
        bare = bare.part(0, trailing.start() if trailing else None)
        if bare.text:
            return bare
    return None


def _parted(maker: str) -> tuple[str, str, str]:
    """Part the words at 会同 or 商: who leads, and who takes part."""
    found = _WITH.search(maker, 2)
    return (
        (maker[: found.start()], found.group(), maker[found.end() :]) if found else (maker, "", "")
    )


def _names(words: str) -> list[str]:
    """Return the organs that the words name, each whole.

    >>> _names("国务院和中央军事委员会"), _names("省、自治区、直辖市人民政府"), _names("国务院和中央军事委员会有关部门")
    (['国务院', '中央军事委员会'], ['省、自治区、直辖市人民政府'], ['国务院和中央军事委员会有关部门'])
    """
    names, start = [], 0
    for joint in _AND.finditer(words):
        after = words[joint.end() :]
        if _WHOLE.search(words[start : joint.start()]) and not _ELLIPTIC.match(after):
            names.append(words[start : joint.start()])
            start = joint.end()
    names.append(words[start:])
    shared = names[-1].endswith("部门") and any(not n.endswith(("部门", "机构")) for n in names)
    kept = [words] if shared and _OF_BOTH.search(names[-1]) else names
    return [name.removeprefix("由") for name in kept if name]
