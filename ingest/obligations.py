"""All other norms of a text on organs and other parties: inspection, assessment, reporting, procedure.

One entry for each main verb. What has a part of its own is left out: scope, definitions, responsibility, duties of
posts, rewards, the clauses that lay a sanction on a violation, consequences, factors, the final clauses. A measure
that a named organ takes (由…约谈) stands here too.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.clauses import Clause, clauses_of
from ingest.duties import frequencies_of
from ingest.facts import Modality, ObligationFacts
from ingest.lexicon import Lexicon
from ingest.parties import is_party
from ingest.provisions import Provision, Stretch, Structure
from ingest.roles import Assignment
from ingest.sentences import cut, sentences
from ingest.situations import is_factor_list, is_violation_list

_ELSEWHERE = re.compile(
    r"适用于|以下统称|所称|是指|(?:参照|按照)本[^，。；]{1,8}?(?:规定)?执行|起施行|(?:负责)?解释$|同时废止|"
    r"制定本|为指导|遵循[^，。；]*原则|坚持[^，。；]*(?:原则|方针|相结合|为主)|以[^，。；]*为准"
)
_REWARD = re.compile(r"(?:给予|予以|授予|进行)[^，。；]*(?:表彰|表扬|奖励|嘉奖|记功|荣誉)")
_SANCTION = re.compile(
    r"问责|追究[^，。；]*责任|处分|诫勉|从重|从轻|减轻|免予|免于|影响期|(?:不得|不予)[^，。；]*(?:提拔|重用|晋升|评优|评先|参评|担任)|"
    r"取消[^，。；]*资格|通报批评|免职|降职|移[送交][^，。；]*(?:司法|监察|公安)机关"
)
_PROCEDURAL = re.compile(
    r"程序|建议|申诉|复核|复查|决定|材料|组织[^，。；]*问责|界定|认定|公布|受理|答复|申请|送达|归入|存入|归档|宣布"
)
_OFFICE = re.compile(r"(?:原则上|具体)?(?:由.*)?(?:担任|兼任|分管)")
_RECEIVED = re.compile(r"(?:受到|受|被追究|被问责)[^，。；]*(?:处理|处分|处罚|责任)的")
_PRINCIPLE = re.compile(r"坚持|遵循|原则|实事求是|树立")
_NO_NORM = re.compile(r"^(?:是|为|包括|属于|有|即|指|系)(?!效|序|力|关|权)")
_TO_WHOM = re.compile(
    r"(?:向|报|报请|报送|抄送|抄报|上报|提请|移送|移交|通报|反馈给|告知|通知)(?P<who>[^，。；、向报]{2,24}?)"
    r"(?=申请|申诉|反映|举报|请示|报告|备案|批准|审批|审定|反馈|通报|通知|提出|提交|移送|处理|决定|说明|述职|汇报|启动|$|，|；|（)"
)


def find_obligations(
    structure: Structure, assignments: Sequence[Assignment], lexicon: Lexicon
) -> list[ObligationFacts]:
    """Return the norms on organs and other parties in reading order."""
    reader = _Obligations(structure, assignments, lexicon)
    return [row for paragraph in structure.paragraphs for row in reader.paragraph(paragraph)]


class _Obligations:
    def __init__(
        self, structure: Structure, assignments: Sequence[Assignment], lexicon: Lexicon
    ) -> None:
        self.structure = structure
        self.lexicon = lexicon
        self.duty_lists = {
            str(a.stretch.provision.address) for a in assignments if a.kind == "list"
        }
        self.told: dict[Provision, list[Stretch]] = {}
        for assignment in assignments:
            if assignment.kind != "list":
                told = assignment.stretch
                self.told.setdefault(told.provision, []).append(told)

    def paragraph(self, paragraph: Provision) -> Iterator[ObligationFacts]:
        address = paragraph.address
        if not paragraph.text or address.parts[0] in ("header", "tail"):
            return
        items = self.structure.children(address)
        special = (
            str(address) in self.duty_lists
            or is_violation_list(self.structure, paragraph)
            or is_factor_list(self.structure, paragraph)
        )
        said = sentences(paragraph)
        lead = said[-1] if items else None
        for sentence in said[:-1] if lead is not None else cut(paragraph, "。！？"):
            yield from self._sentence(sentence)
        if lead is not None and not special:
            yield from self._list(lead, items)

    def _list(self, lead: Stretch, items: Sequence[Provision]) -> Iterator[ObligationFacts]:
        """A list under an organ's name: each verb of an item is its norm; contents of a plan are none."""
        clauses = clauses_of(lead, self.lexicon)
        subject = next((c for c in clauses if c.subject is not None), None)
        works = re.search(
            r"(?:职责|工作|任务|事项|措施|义务|规定|要求|程序|步骤)[^，。；]{0,8}[：:]?$|负责[：:]?$",
            lead.text,
        )
        if not works:
            yield from self._sentence(lead.strip("：:"))
        for item in items:
            for provision in (item, *self.structure.descendants(item.address)):
                for sentence in cut(provision, "。！？"):
                    if works or re.search(r"应当|必须|不得|可以", sentence.text):
                        yield from self._sentence(sentence, subject)

    def _sentence(self, sentence: Stretch, lead: Clause | None = None) -> Iterator[ObligationFacts]:
        if _ELSEWHERE.search(sentence.text) or _REWARD.search(sentence.text):
            return
        if _PRINCIPLE.search(sentence.text) and self._in_general_chapter(sentence.provision):
            return
        clauses = clauses_of(sentence, self.lexicon)
        for clause in clauses:
            part = self._part(sentence, clause)
            if self._is_told(clause) or _RECEIVED.search(part) or not self._is_norm(clause, part):
                continue
            body = clause.subject or (lead.subject if lead else None)
            modality: Modality = clause.modality
            if lead is not None and clause.modality == "直陈":
                modality = lead.modality
            yield self._row(clause, body, modality, clauses)

    def _is_told(self, clause: Clause) -> bool:
        """Does the clause lie in a sentence that another part tells?"""
        told = self.told.get(clause.words.provision, ())
        return any(t.start <= clause.words.start < t.end for t in told)

    def _in_general_chapter(self, provision: Provision) -> bool:
        return any(
            c.title and re.sub(r"\s", "", c.title) == "总则"
            for c in self.structure.containers(provision.address)
        )

    def _part(self, sentence: Stretch, clause: Clause) -> str:
        """The words between ； that a clause stands in."""
        return next(p.text for p in cut(sentence, "；;") if p.start <= clause.words.start < p.end)

    def _is_norm(self, clause: Clause, part: str) -> bool:
        text = clause.words.text
        if _NO_NORM.match(text) or _OFFICE.match(text) or len(text) < 2:
            return False
        if text.endswith("的") and clause.modality == "直陈":
            return False
        if not _SANCTION.search(part) or _PROCEDURAL.search(text):
            return True
        return clause.subject is not None and self._is_organ(clause.subject)

    def _is_organ(self, subject: Stretch) -> bool:
        tokens = self.lexicon.tags(subject.text)
        return is_party(tokens) and tokens[-1].tag != "post"

    def _recipient(self, words: Stretch) -> str | None:
        for match in _TO_WHOM.finditer(words.text):
            if is_party(self.lexicon.tags(match["who"])):
                return match["who"]
        return None

    def _row(
        self,
        clause: Clause,
        body: Stretch | None,
        modality: Modality,
        clauses: Sequence[Clause],
    ) -> ObligationFacts:
        whole = clause.whole.strip("，,；;。：: ")
        recipient = self._recipient(clause.words)
        name = body.text if body is not None else None
        return ObligationFacts(
            body=name,
            modality=modality,
            text=self.structure.source.quote(*whole.span),
            frequency=frequencies_of(whole, [clause], name, self.lexicon),
            condition=clause.condition.text if clause.condition is not None else None,
            recipient=recipient,
            **whole.place,
        )
