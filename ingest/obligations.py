"""All other norms of a text on organs and other parties: inspection, assessment, reporting, procedure.

One entry for each main verb. What has a part of its own is left out: scope, definitions, responsibility, duties of
posts, rewards, the clauses that lay a sanction on a violation, consequences, factors, the final clauses. A measure
that a named organ takes (由…约谈) stands here too.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.clauses import Clause, clauses_of
from ingest.duties import frequencies_of
from ingest.facts import Modality, ObligationFacts
from ingest.lexicon import Lexicon
from ingest.parties import counterpart_of, is_party
from ingest.provisions import Provision, Stretch, Structure
from ingest.roles import Assignment
from ingest.sentences import cut, sentences
from ingest.situations import is_factor_list, is_violation_list

# Alternatives begin with a character: so a search passes quickly over what begins none of them.
_ELSEWHERE: Final = re.compile(
    r"适用于|以下统称|所称|是指|参照本[^，。；]{1,8}?(?:规定)?执行|按照本[^，。；]{1,8}?(?:规定)?执行|起施行|解释$|同时废止|"
    r"制定本|为指导|遵循[^，。；]*原则|坚持[^，。；]*(?:原则|方针|相结合|为主)|以[^，。；]*为准"
)
_REWARD: Final = re.compile(r"(?:给予|予以|授予|进行)[^，。；]*(?:表彰|表扬|奖励|嘉奖|记功|荣誉)")
_SANCTION: Final = re.compile(
    r"问责|追究[^，。；]*责任|处分|诫勉|从重|从轻|减轻|免予|免于|影响期|不[得予][^，。；]*(?:提拔|重用|晋升|评优|评先|参评|担任)|"
    r"取消[^，。；]*资格|通报批评|免职|降职|移[送交][^，。；]*(?:司法|监察|公安)机关"
)
_PROCEDURAL: Final = re.compile(
    r"程序|建议|申诉|复核|复查|决定|材料|组织[^，。；]*问责|界定|认定|公布|受理|答复|申请|送达|归入|存入|归档|宣布"
)
_OFFICE: Final = re.compile(r"(?:原则上|具体)?(?:由.*)?(?:担任|兼任|分管)")
_RECEIVED: Final = re.compile(r"(?:受到|受|被追究|被问责)[^，。；]*(?:处理|处分|处罚|责任)的")
_PRINCIPLE: Final = re.compile(r"坚持|遵循|原则|实事求是|树立")
_NO_NORM: Final = re.compile(r"^(?:是|为|包括|属于|有|即|指|系)(?!效|序|力|关|权)")


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
        if not items:
            for sentence in cut(paragraph, "。！？"):
                yield from self._sentence(sentence)
            return
        said = sentences(paragraph)
        for sentence in said[:-1]:
            yield from self._sentence(sentence)
        special = (
            str(address) in self.duty_lists
            or is_violation_list(self.structure, paragraph)
            or is_factor_list(self.structure, paragraph)
        )
        if said and not special:  # a paragraph may be nothing but a mark
            yield from self._list(said[-1], items)

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
        for part in cut(sentence, "；;"):
            own = [c for c in clauses if part.start <= c.words.start < part.end]
            if not own or _RECEIVED.search(part.text):
                continue
            sanctions = _SANCTION.search(part.text) is not None
            for clause in own:
                if self._is_told(clause) or not self._is_norm(clause, sanctions=sanctions):
                    continue
                body = clause.subject or (lead.subject if lead else None)
                modality: Modality = clause.modality
                if lead is not None and clause.modality == "直陈":
                    modality = lead.modality
                yield self._row(clause, body, modality, clauses)

    def _is_told(self, clause: Clause) -> bool:
        """Does the clause lie in a sentence that another part tells?"""
        told = self.told.get(clause.words.provision)
        return told is not None and any(t.start <= clause.words.start < t.end for t in told)

    def _in_general_chapter(self, provision: Provision) -> bool:
        return any(
            c.title and re.sub(r"\s", "", c.title) == "总则"
            for c in self.structure.containers(provision.address)
        )

    def _is_norm(self, clause: Clause, *, sanctions: bool) -> bool:
        """``sanctions`` tells that the words between ； that the clause stands in speak of a sanction."""
        text = clause.words.text
        if _NO_NORM.match(text) or _OFFICE.match(text) or len(text) < 2:
            return False
        if text.endswith("的") and clause.modality == "直陈":
            return False
        if not sanctions or _PROCEDURAL.search(text):
            return True
        return clause.subject is not None and self._is_organ(clause.subject)

    def _is_organ(self, subject: Stretch) -> bool:
        tokens = self.lexicon.tags(subject.text)
        return is_party(tokens) and tokens[-1].tag != "post"

    def _row(
        self,
        clause: Clause,
        body: Stretch | None,
        modality: Modality,
        clauses: Sequence[Clause],
    ) -> ObligationFacts:
        whole = clause.whole.strip("，,；;。：: ")
        start, end = whole.span
        recipient = counterpart_of(clause.words.text, self.lexicon)
        name = body.text if body is not None else None
        return ObligationFacts(
            body=name,
            modality=modality,
            text=self.structure.source.quote(start, end),
            frequency=frequencies_of(whole, [clause], name, self.lexicon),
            condition=clause.condition.text if clause.condition is not None else None,
            recipient=recipient,
            at=whole.at,
            start=start,
            end=end,
        )
