"""The facts of one document: the plain-data border between ingest and everything else.

Every row that was found in the text carries ``start`` and ``end``, offsets into ``Source.text``, and a
``text``, ``quote`` or ``name`` that is exactly that stretch without its line breaks. ``from`` (``at`` in
Python) is the address of the provision with its paragraph. docs/facts.schema.json is this module's schema.
"""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Modality = Literal[
    "应当", "必须", "应", "须", "不得", "禁止", "严禁", "不准", "可以", "有权", "负责", "直陈"
]
Per = Literal[
    "day",
    "week",
    "ten-days",
    "two-weeks",
    "month",
    "two-months",
    "quarter",
    "half-year",
    "year",
    "two-years",
    "three-years",
    "five-years",
]
Status = Literal["征求意见稿", "试行", "有效", "已修改", "已废止", "尚未生效", "未知"]
ProvisionKind = Literal[
    "part", "chapter", "section", "article", "paragraph", "item", "subitem", "region"
]
CitationKind = Literal[
    "basis", "reference", "internal", "analogy", "repeal", "amends", "amended_by"
]
ResolutionStatus = Literal["resolved", "not_loaded", "no_such_provision", "ambiguous", "generic"]


class Row(BaseModel):
    """Base of all rows: immutable, and nothing that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Found(Row):
    """A row that stands in the text: at an address, between two offsets."""

    at: str = Field(alias="from")
    start: int
    end: int


class DocumentFacts(Row):
    """What the document says of itself: title, status, issuers, dates."""

    id: str
    title: str
    kind: str
    status: Status
    region: str | None
    issuers: list[str]
    doc_number: str | None
    adopted: str | None = None
    effective: str | None = None
    volume: str | None = None
    """Which part of the instrument the file holds, where it came in several: 合同编."""
    numbered: str | None = None
    """Since when its articles have had their numbers for certain: the last act that may have moved them."""
    self_names: list[str]
    sha256: str
    format: str
    name: str


class Section(Row):
    """A section, or a part: number, title, first and last whole article number."""

    number: int
    title: str
    articles: list[int]


class Chapter(Section):
    """A chapter with its sections; ``inserted`` holds articles such as 7-1."""

    part: int | None = None
    inserted: list[str] = []
    sections: list[Section] = []


class ArticleShape(Row):
    """How many paragraphs an article has, and by paragraph how many items."""

    paragraphs: int
    items: dict[str, int]


class StructureFacts(Row):
    """The outline of the document."""

    parts: list[Section] = []
    chapters: list[Chapter]
    articles: dict[str, ArticleShape]


class ProvisionFacts(Row):
    """One piece of the text; the pieces of all provisions together are the whole text, each character once.

    ``start`` and ``end`` enclose the provision's own words (an article: its number and heading; a paragraph:
    its words before the items) with the blanks that follow; ``segments`` tells the stretches where something
    else (a page footer) interrupts them. ``text`` is the own words without line breaks. ``number`` is the
    enumerator as written, ``title`` the words of a heading, ``parent`` the address that contains it.
    """

    address: str
    kind: ProvisionKind
    seq: int
    parent: str | None
    number: str | None = None
    title: str | None = None
    text: str
    start: int
    end: int
    segments: list[tuple[int, int]] = []


class Problem(Row):
    """Something about the text that a reader must know: a gap in numbering, a slip, an odd character."""

    code: str
    at: str
    message: str
    start: int | None = None
    end: int | None = None


class Resolution(Row):
    """Where a citation leads, or why it leads nowhere."""

    status: ResolutionStatus
    document: str | None = None
    provisions: list[str] = []
    reason: str | None = None


class CitationFacts(Found):
    """A reference: ``target`` is the cited title (an abbreviation expanded) or self; ``units`` as cited.

    ``applies`` tells that the text applies what it cites, itself (依照…执行) or by analogy (参照…).
    """

    quote: str
    target: str
    units: list[str]
    kind: CitationKind
    form: Literal["external", "self", "internal"]
    rule: str
    doc_number: str | None = None
    issuers: list[str] | None = None
    applies: Literal["直接", "参照"] | None = None
    resolution: Resolution


class Unresolved(Found):
    """Words that refer to something which could not be determined."""

    quote: str
    reason: str


class RoleFacts(Found):
    """A post or a class of posts that the text gives duties or responsibility.

    ``rank`` tells the first of its organ (main), the one in charge of the field (deputy), another (other).
    """

    id: str
    name: str
    level: str
    organ: str | None
    position: str | None
    responsibility: str | None
    applies: Literal["直接", "参照"]
    rank: Literal["main", "deputy", "other"] | None = None


class Frequency(Row):
    """How often: ``min`` times ``per`` period; ``actor`` the one named, else the bearer."""

    text: str
    actor: str | None
    min: int
    per: Per
    act: str | None
    when: str | None = None


class DutyFacts(Found):
    """What a post has to do; ``roles`` holds role ids."""

    id: str
    roles: list[str]
    text: str
    clauses: list[str]
    frequency: list[Frequency] = []


class Deadline(Found):
    """A period within which something must be done; ``hours`` too where the text counts in hours."""

    text: str
    days: int | None
    months: int | None
    hours: int | None = None
    working: bool


class ObligationFacts(Found):
    """A norm on an organ or another party; ``body`` is None where the sentence names none."""

    body: str | None
    modality: Modality
    text: str
    frequency: list[Frequency] = []
    condition: str | None = None
    recipient: str | None = None


Force = Literal["must", "must_not", "may"]


class NormFacts(Found):
    """A duty, prohibition or power of any provision: one modal word, whom it binds, and what is said around it.

    ``text`` is the clause from its conditions to its end; ``bearer_span`` tells where the bearer's words stand (in
    an earlier sentence, where they carry over). ``reason`` says why no bearer is known, or that he is left open.
    ``lists`` tells that the norm goes on in the items below its provision.
    """

    text: str
    word: Modality
    force: Force
    bearer: str | None
    bearer_span: tuple[int, int] | None = None
    reason: str | None = None
    action: str | None
    conditions: list[str] = []
    exceptions: list[str] = []
    counterpart: str | None = None
    assisting: list[str] = []
    frequency: list[Frequency] = []
    deadlines: list[str] = []
    lists: bool = False


class ViolationFacts(Found):
    """Conduct that leads to accountability, or (condition) on which another measure is laid."""

    id: str
    text: str
    kind: Literal["violation", "condition"]


class SanctionFacts(Found):
    """A measure laid on a violation or condition; ``applies_to`` holds addresses or violation ids."""

    name: str
    applies_to: list[str]
    by: str | None = None
    kind: Literal["accountability", "lighter_measure", "referral", "consequence"]
    condition: str | None = None


class ConsequenceFacts(Found):
    """What follows from having received a sanction; ``months`` is the length of the bar."""

    sanction: str
    text: str
    months: int | None
    bars: list[str] = []
    condition: str | None = None


class FactorFacts(Found):
    """What makes accountability heavier, lighter or fall away."""

    kind: Literal["aggravating", "mitigating", "exempting"]
    text: str
    effect: str | None = None


class RewardFacts(Found):
    """A reward: its name, for what, by whom, for whom."""

    name: str
    reason: str | None = Field(alias="for")
    by: str | None
    recipient: str | None


class DefinitionFacts(Found):
    """A term and its meaning."""

    term: str
    meaning: str
    text: str


class Effective(Found):
    """The clause on entry into force; ``date`` in ISO form where the text names one."""

    text: str
    date: str | None


class Interpreter(Found):
    """The clause on who interprets the text."""

    text: str
    body: str


class ProcedureFacts(Found):
    """A step of holding somebody to account, or a remedy."""

    name: str
    actor: str | None
    text: str


PenaltyKind = Literal[
    "fine",
    "confiscate",
    "warning",
    "criticism",
    "correction",
    "suspension",
    "revocation",
    "detention",
    "discipline",
    "criminal",
    "prison",
    "civil",
    "bar",
    "other",
]

PenaltyUnit = Literal["yuan", "months", "days", "times"]


class LeadIn(Found):
    """What is said once, before several conducts, and meant of each: 违反本条例第十条规定，有下列情形之一的."""

    text: str


class ConductFacts(Found):
    """Conduct for which a provision lays down penalties: 未取得许可证从事经营的.

    ``lead`` is what is said before it of several conducts, at an address of its own.
    """

    id: str
    text: str
    lead: LeadIn | None = None


class PenaltyFacts(Found):
    """A penalty for conduct: its bounds in ``unit``, on whom, by whom, and for which degree of the conduct.

    ``minimum`` and ``maximum`` are yuan, months, days, or multiples of a base; ``None`` where that side is open.
    ``tier`` is the degree or the further condition (情节严重的, 逾期不改正的), ``conducts`` holds ids.
    """

    kind: PenaltyKind
    text: str
    minimum: float | None = None
    maximum: float | None = None
    unit: PenaltyUnit | None = None
    on: str | None = None
    by: str | None = None
    tier: str | None = None
    conducts: list[str] = []


class MeasureFacts(Found):
    """A measure that the text names anywhere, imposed there or not (启动约谈程序)."""

    name: str
    kind: Literal["accountability", "lighter_measure", "reward"]


class DelegationFacts(Found):
    """A provision that hands the making of rules to somebody; ``text`` is its sentence.

    ``body`` is who makes them, in the words of the text, None where nobody is named: ``leads`` are the organs
    that make them, ``others`` those that take part (会同…). ``about`` is what is regulated, ``form`` what is made
    (办法, 实施细则), ``approval`` whose approval it needs.
    """

    text: str
    body: str | None
    leads: list[str] = []
    others: list[str] = []
    about: str | None = None
    form: str | None = None
    approval: str | None = None


class Facts(Row):
    """Everything that was found in one document."""

    document: DocumentFacts
    structure: StructureFacts
    provisions: list[ProvisionFacts]
    problems: list[Problem]
    citations: list[CitationFacts]
    unresolved: list[Unresolved]
    roles: list[RoleFacts]
    duties: list[DutyFacts]
    deadlines: list[Deadline]
    obligations_of_bodies: list[ObligationFacts]
    violations: list[ViolationFacts]
    sanctions: list[SanctionFacts]
    consequences: list[ConsequenceFacts]
    factors: list[FactorFacts]
    rewards: list[RewardFacts]
    definitions: list[DefinitionFacts]
    effective: Effective | None
    interpreter: Interpreter | None
    procedures: list[ProcedureFacts]
    measures: list[MeasureFacts] = []
    delegations: list[DelegationFacts] = []
    norms: list[NormFacts] = []
    conducts: list[ConductFacts] = []
    penalties: list[PenaltyFacts] = []

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON of shared meaning (``from``, ``for``), the same bytes for the same input."""
        return self.model_dump_json(by_alias=True, indent=indent)


if __name__ == "__main__":
    print(json.dumps(Facts.model_json_schema(by_alias=True), ensure_ascii=False, indent=1))
