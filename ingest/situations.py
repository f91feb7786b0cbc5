"""When accountability bites: what a sentence lays a measure on, and how it says so.

Chinese texts on accountability put the situation first, as a clause ending in 的 (阻挠调查的，…), as a person it is
true of (对造成严重后果的领导干部，…), by reference to a list (有第二十条情形的) or as a list under 下列情形之一的.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.lexicon import Lexicon
from ingest.parties import is_party
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments

FACTOR_WORDS: Final = re.compile(
    r"(?P<aggravating>从重|加重)|(?P<mitigating>从轻|减轻)"
    r"|(?P<exempting>免予|免于|免除|免责|不予(?:追究|问责|处理|处分)|不再追究|可以不(?:予|作)?|不追究|尽职免责|容错)"
)
_LIST: Final = re.compile(r"(?:下列|以下|如下)(?:[^，。：]{0,8})?(?:情形|情况|行为|问题)(?:之一)?")
_ACCOUNTABILITY: Final = re.compile(
    r"问责|追责|追究|处分|处理|责任|约谈|通报|诫勉|检查|批评|免职|处罚|取消|不得|整改|移送|给予|予以|责令"
)
_PERSON: Final = re.compile(
    r"(?:^|(?<=[，,]))(?:同时)?(?:对|对于)?(?P<what>[^，；。][^；。]*?的)(?P<who>[^的，。；]{0,20}?(?:干部|人员|责任人|负责人|责任者|领导|成员|当事人|"
    r"地区|地方|单位|部门|机构|企业|个人|人|者|[省市县区乡镇村河湖林]长|乡镇|[省市县区](?:[（(][^）)]*[）)])?))(?=[，,]|应当|由|可以|严格|依法|不得|给予|予以|取消|按照|$)"
)
_DEGREE: Final = re.compile(
    r"^(?:但|且|并|其中)?(?:情节|后果|性质|影响|问题|态度|数额|程度|尚未|尚不|不构成|未构成|拒不|逾期|屡教)"
)
_AFTER_SANCTION: Final = re.compile(
    r"(?:受到|受|已受|被(?:给予|处以|采取|约谈|通报|诫勉))[^，。；]*(?:的|后|期间)?$"
)
_PROCEDURAL: Final = re.compile(
    r"^(?:发现[^，。；]*(?:线索|问题|情形|情况)|需要|确需|拟|认为|认定|收到|接到|对[^，。；]*不服|提出|申请|经[^，。；]*(?:批准|调查|核实|研究)|决定)"
)
_ENDS: Final = re.compile(r"(?:的|情形|第[^，。；]{1,12}[条款项][^，。；]{0,8}(?:行为|情况|问题))$")
_WITH_LIST: Final = re.compile(r"情形(?:之一)?(?:的)?(?:[但且并，,]+)(?P<degree>.+)$")


@dataclass(frozen=True, slots=True)
class Situation:
    """What a measure is laid on in one part of a sentence.

    ``kind`` is ``conduct`` (or a result), ``degree`` (情节较轻的), ``listed`` (by reference to a list) or
    ``sanctioned`` (somebody who has received a sanction) or ``procedural`` (需要移送的).
    """

    stretch: Stretch
    kind: str


def is_violation_list(structure: Structure, paragraph: Provision) -> bool:
    """Does a paragraph introduce a list of situations that lead to accountability?"""
    lead = paragraph.text
    return bool(
        structure.children(paragraph.address)
        and _LIST.search(lead)
        and _ACCOUNTABILITY.search(lead)
        and not FACTOR_WORDS.search(lead)
        and not re.search(r"奖励|表彰|嘉奖|不属于|除外", lead)
    )


def is_factor_list(structure: Structure, paragraph: Provision) -> bool:
    """Does a paragraph introduce a list of what makes accountability heavier, lighter or fall away?"""
    return bool(structure.children(paragraph.address) and FACTOR_WORDS.search(paragraph.text))


def parts_of(paragraph: Provision) -> list[Stretch]:
    """The parts of a paragraph between 。 and ；, each of which lays its measures on its own situation."""
    return [part for sentence in cut(paragraph, "。！？") for part in cut(sentence, "；;")]


def situations_of(part: Stretch, lexicon: Lexicon) -> list[Situation]:
    """Return the situations that a part of a sentence names before its measures, in order."""
    return list(_situations(part, lexicon))


def after_situations(part: Stretch, situations: list[Situation]) -> Stretch:
    """Return the rest of a part after its situations, where the measures stand."""
    end = max((s.stretch.end for s in situations), default=part.start)
    return Stretch(part.provision, end, part.end).strip("，, ")


def _situations(part: Stretch, lexicon: Lexicon) -> Iterator[Situation]:
    person = _PERSON.search(part.text)
    begin = 0
    if person:
        what = part.group(person, "what")
        yield from _kinds(what)
        begin = person.end("who")
    for segment in segments(part.part(begin)):
        text = segment.text
        if not _ENDS.search(text) or text.endswith(("目的", "标的")):
            continue
        yield from _kinds(_without_subject(segment, lexicon))


def _kinds(stretch: Stretch) -> Iterator[Situation]:
    text = stretch.text
    if re.search(
        r"第[^，。；]{1,12}[条款项].{0,10}(?:情形|情况|行为|问题)|前[款条项]|(?:上述|所列)情形",
        text,
    ):
        yield Situation(stretch, "listed")
        if degree := _WITH_LIST.search(text):
            yield Situation(stretch.group(degree, "degree"), "degree")
    elif _LIST.search(text):
        yield Situation(stretch, "listed")
    elif _AFTER_SANCTION.search(text):
        yield Situation(stretch, "sanctioned")
    elif _PROCEDURAL.match(text):
        yield Situation(stretch, "procedural")
    elif _DEGREE.match(text):
        yield Situation(stretch, "degree")
    else:
        yield Situation(stretch, "conduct")


def _without_subject(segment: Stretch, lexicon: Lexicon) -> Stretch:
    """A situation without who it is said of: 党政领导干部对事故负有责任的 is 对事故负有责任的."""
    tokens = lexicon.tags(segment.text)
    for index in range(1, len(tokens)):
        end = tokens[index].start
        follows = tokens[index].tag in ("p", "d", "verb", "v", "adverb", "i", "l") or tokens[
            index
        ].word in (
            "对",
            "在",
        )
        if follows and is_party(tokens[:index]):
            return segment.part(end)
    return segment
