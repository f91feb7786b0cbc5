"""The two sides of a comparison: each text as articles and clauses, with what they demand as values.

A clause is a paragraph with the items under it; an article holds clauses. A side is made from the facts of a
document or from what the store returns for a loaded one: both give the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph_model.corpus import Corpus
from graph_model.load import DocumentUnknown
from graph_model.querybook import Readable, ask
from ingest.addresses import Address, canonical_in
from ingest.deadlines import find_deadlines
from ingest.facts import Deadline, Facts, ProvisionKind
from ingest.frequencies import find_periods
from ingest.lexicon import Lexicon, default
from ingest.norms import find_norms
from ingest.party_names import is_party
from ingest.penalties import Penalty, find_penalties
from ingest.provisions import Provision, Stretch, Structure, Words
from ingest.sentences import segments, sentences
from ingest.source import Source
from ingest.titles import region_of

Sort = Literal[
    "purpose", "scope", "definition", "effect", "penalty", "liability", "crime", "norm", "plain"
]
Level = Literal["national", "province", "city", "county"]
ValueKind = Literal["bearer", "force", "frequency", "deadline", "amount", "condition"]

_PER_YEAR = {
    "day": 365.0, "week": 52.0, "two-weeks": 26.0, "ten-days": 36.0, "month": 12.0, "two-months": 6.0,
    "quarter": 4.0, "half-year": 2.0, "year": 1.0, "two-years": 1 / 2, "three-years": 1 / 3,
    "five-years": 1 / 5,
}  # fmt: skip
_WORKING = 1.4
"""Five working days are a week."""
_MONTH = 30.0
_NATIONAL = re.compile(r"^(?:国务院|国家(?!安全|工作)|全国|中央|最高人民|中国人民|海关总署|驻外)")
_LOCAL = re.compile(r"省|自治区|直辖市|地方|[市县]级|各级")
_PROVINCIAL = re.compile(r"^(?:省|自治区|直辖市)")
_ORGAN = re.compile(
    r"(?:政府|部门|机关|委员会|办事处|法院|检察院|主管|领导机构|监督机构|管理机构|局|厅|委|署)$"
)
_PURPOSE = re.compile(r"制定本[\u4e00-\u9fff]{1,6}[。；]?$|^为了?[^。]*制定本")
_SELF = r"本(?:法|条例|办法|规定|细则|规则|决定|实施细则|实施办法)"
_SCOPE = re.compile(rf"(?:^|[^关])(?:适用{_SELF}[。；]|{_SELF}适用于)|，均?适用{_SELF}(?=[。；])")
_DEFINITION = re.compile(
    r"本(?:法|条例|办法|规定|细则)(?:所称|中|下列用语)|所称[^，。]{1,20}[，,]?是指"
)
_EFFECT = re.compile(rf"{_SELF}自[^。]{{1,16}}起(?:施行|生效|实施)")
_LIABILITY = re.compile(r"(?:部门|机关|机构|政府)[^。]*(?:工作|主管|责任)人员[^。]*处分")
"""Officials who do not do their duty: most texts end with such an article."""
_CRIME = re.compile(r"违反本[^，。；]{1,8}，[^。；]{0,30}构成犯罪的，依法追究刑事责任。")
_CONDITION = re.compile(r"[^，。；：]{3,40}的$")
_LEVEL_WORDS = re.compile(
    r"^(?:国务院|中央|全国|国家(?!安全|机关|工作人员|公园)|各级|县级以上|市级以上|省级以上|设区的市级?以?上?|地方|"
    r"省级?|自治区|直辖市|自治州|市级?|区级?|县级?|乡级?|（[市区县、]+）|本级?|所在地|当地|同级|上级|上一级|"
    r"其他|有关|相关|[、和或及]|或者|及其|以及|人民政府(?:的|及其|和)?(?=[^、和或及，。]{2})|的)+"
)
_STOP = re.compile(r"[。；：:;]")
"""Where a sentence ends. A line without any is no clause: a heading that was glued to the paragraph before."""
_BETWEEN = re.compile(r"、|和(?!国)|或者|或|以及|及其|及(?!时)|与")
_REGIONS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (re.compile(r"省$|自治区$|^(?:北京|上海|天津|重庆)市$"), "province"),
    (re.compile(r"市$|自治州$|盟$|经济特区$"), "city"),
    (re.compile(r"县$|旗$|区$"), "county"),
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a provision: ``text`` is what stands there from ``start`` to ``end`` of its own words."""

    at: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """Something that a clause fixes; ``size`` compares two of a kind, ``key`` tells whether they are the same.

    ``size``: times a year of a frequency, days of a deadline, the highest yuan of a fine.
    """

    kind: ValueKind
    key: str
    size: float | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph with its items.

    ``text`` is without the items' numbers; ``pieces`` tell which stretch of it each provision has, ``sanctions``
    which stretches lay a sanction on a breach.
    """

    at: str
    article: str
    sort: Sort
    text: str
    pieces: tuple[tuple[str, int, int], ...]
    values: tuple[Value, ...]
    sanctions: tuple[tuple[int, int], ...]
    items: int

    def of_kind(self, kind: ValueKind) -> tuple[Value, ...]:
        """Return its values of a kind."""
        return tuple(v for v in self.values if v.kind == kind)

    @property
    def keys(self) -> frozenset[tuple[ValueKind, str]]:
        """Return what it fixes, to be compared with what another does."""
        return frozenset((v.kind, v.key) for v in self.values)

    @property
    def punishes(self) -> bool:
        """Does it tell what follows on a breach, whether or not a sanction was found in it?"""
        return self.sort in ("penalty", "liability", "crime") or self.text.startswith("违反本")

    @property
    def opens_with_duty(self) -> bool:
        """Does its first sentence tell what is to be done, and only a later one what follows on a breach?"""
        end = len(_STOP.split(self.text, maxsplit=1)[0])
        first = self.pieces[0][0]
        return not any(start < end for start, _ in self.sanctions) and any(
            v.quote.at == first and v.quote.start < end for v in self.of_kind("force")
        )

    @property
    def only_punishes(self) -> bool:
        """Does it tell nothing but what follows on a breach?"""
        return self.punishes and not self.opens_with_duty

    @property
    def conduct(self) -> str:
        """Return the words that say what is done: without the sanctions that are laid on it."""
        kept, at = [], 0
        for start, end in self.sanctions:
            kept.append(self.text[at:start])
            at = max(at, end)
        return "".join([*kept, self.text[at:]])


def is_organ(name: str) -> bool:
    """Is this an organ of the State, not a private party?"""
    return bool(_ORGAN.search(name)) or name == "国务院"


def is_above(name: str, level: Level) -> bool:
    """Is this an organ above a level: 国务院文化主管部门 for a province?"""
    if level == "national" or (_NATIONAL.match(name) and not _LOCAL.search(name)):
        return level != "national"
    return level != "province" and bool(_PROVINCIAL.match(name))


@dataclass(frozen=True, slots=True)
class Citing:
    """A citation: the clause that it stands in, its words, and where it leads."""

    clause: str
    quote: str
    document: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A text that is compared. ``words`` are the own words of each provision, without its number."""

    id: str
    title: str
    status: str
    version: str
    level: Level
    words: dict[str, str]
    canonical: dict[str, str]
    clauses: tuple[Clause, ...]
    cites: tuple[Citing, ...]

    @property
    def mark(self) -> str:
        """What every export of a comparison carries: a draft never looks like law in force."""
        return f"《{self.title}》　{self.status}　{self.version}"

    @property
    def articles(self) -> dict[str, list[Clause]]:
        """Return the clauses by the article that holds them, in the order of the text."""
        found: dict[str, list[Clause]] = defaultdict(list)
        for clause in self.clauses:
            found[clause.article].append(clause)
        return dict(found)


@dataclass(frozen=True, slots=True)
class _Row:
    """A provision as both sources give it."""

    at: str
    kind: ProvisionKind
    parent: str | None
    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Named:
    """What a document is, as both sources tell it."""

    id: str
    title: str
    status: str
    date: str | None
    region: str | None
    volume: str | None


_Cited = tuple[str, str, str, tuple[str, ...]]
"""A citation: where it stands, its words, the document that it leads to, the places there."""


def sides_of_facts(upper: Facts, lower: Facts) -> tuple[Side, Side]:
    """Return both sides of two documents at hand; their citations are resolved against each other."""
    cites: dict[str, list[_Cited]] = defaultdict(list)
    for v in Corpus.of([upper, lower]).verdicts():
        if v.to_document:
            cites[v.document].append((v.at, v.quote, v.to_document, v.to_addresses))

    def side(facts: Facts) -> Side:
        told = facts.document
        date = told.adopted or told.effective
        named = _Named(told.id, told.title, told.status, date, told.region, told.volume)
        rows = [_Row(p.address, p.kind, p.parent, p.number, p.text) for p in facts.provisions]
        return _side(named, rows, cites[told.id])

    return side(upper), side(lower)


def sides_of_store(store: Readable, upper: str, lower: str) -> tuple[Side, Side]:
    """Return both sides of two loaded documents, with their citations as the graph resolved them."""
    told = {row["doc"]: row for row in ask(store, "documents").rows}
    for document in (upper, lower):
        if document not in told:
            raise DocumentUnknown(
                f"图谱中没有文本“{document}”。用 fatu ask documents 查看已载入的文本，或写文件的路径。"
            )

    def side(document: str) -> Side:
        row = told[document]
        date = row["adopted"] or row["effective"]
        named = _Named(document, row["title"], row["status"], date, row["region"], row["volume"])
        rows = [
            _Row(r["at"], r["kind"], r["parent"], r["number"], r["text"])
            for r in ask(store, "text", document=document).rows
        ]
        cited = ask(store, "citations-of-document", document=document).rows
        return _side(named, rows, _loaded_citations(cited))

    return side(upper), side(lower)


def _loaded_citations(rows: Iterable[dict[str, Any]]) -> list[_Cited]:
    """Join the rows of one citation, a row for each place that it leads to."""
    found: dict[str, tuple[str, str, str, list[str]]] = {}
    for row in rows:
        if row["to_doc"]:
            one = found.setdefault(row["id"], (row["at"], row["quote"], row["to_doc"], []))
            if row["to_at"]:
                one[3].append(row["to_at"])
    return [(at, quote, document, tuple(ends)) for at, quote, document, ends in found.values()]


def _side(named: _Named, rows: Sequence[_Row], cites: Iterable[_Cited]) -> Side:
    words = {row.at: _own_words(row) for row in rows}
    addresses = set(words)
    clauses = tuple(_clauses(rows, words))
    home = {at: c.at for c in clauses for at, _, _ in c.pieces}
    version = f"{named.date} 版本" if named.date else "未注明日期"
    return Side(
        named.id,
        named.title,
        named.status,
        f"{named.volume}　{version}" if named.volume else version,
        _level(named.region or region_of(named.title)),
        words,
        {row.at: canonical_in(Address.parse(row.at), addresses) for row in rows},
        clauses,
        tuple(Citing(home[at], quote, to, ends) for at, quote, to, ends in cites if at in home),
    )


def _own_words(row: _Row) -> str:
    text = row.text.removeprefix(row.number) if row.number else row.text
    return text.strip() if row.kind not in ("article", "chapter", "part") else text


def _level(region: str | None) -> Level:
    if region is None:
        return "national"
    return next((level for pattern, level in _REGIONS if pattern.search(region)), "national")


# -- clauses --------------------------------------------------------------------------------------------


def _clauses(rows: Sequence[_Row], words: dict[str, str]) -> Iterator[Clause]:
    """Yield the clauses in the order of the text; what stands outside articles and headings is none."""
    parents = {row.parent for row in rows}
    groups: dict[str, list[_Row]] = {}
    of: dict[str, str] = {}
    for row in rows:
        begins = row.kind == "paragraph" or (row.kind == "section" and row.at not in parents)
        if begins and row.parent is not None and _STOP.search(words[row.at]):
            groups[row.at], of[row.at] = [row], row.parent
        elif row.kind in ("item", "subitem") and (head := _head(row, groups)):
            groups[head].append(row)
    found = find_values(rows, words)
    for at, members in groups.items():
        yield _clause(at, of[at], members, words, found)


def _head(row: _Row, groups: dict[str, list[_Row]]) -> str | None:
    """The clause that an item belongs to: the nearest paragraph above it."""
    above = row.at.rpartition(".")[0]
    while above and above not in groups:
        above = above.rpartition(".")[0]
    return above or None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a provision: values, and where sanctions stand."""

    values: list[Value]
    sanctions: list[tuple[int, int]]


def _clause(
    at: str, article: str, members: Sequence[_Row], words: dict[str, str], found: dict[str, Found]
) -> Clause:
    text, pieces = "", []
    values: list[Value] = []
    sanctions: list[tuple[int, int]] = []
    for row in members:
        begin = len(text)
        text += words[row.at]
        pieces.append((row.at, begin, len(text)))
        one = found[row.at]
        values += one.values
        sanctions += [(begin + s, begin + e) for s, e in one.sanctions]
    return Clause(
        at, article, _sort(text, bool(sanctions), any(v.kind == "force" for v in values)), text, tuple(pieces),
        tuple(values), tuple(sorted(sanctions)), len(members) - 1,
    )  # fmt: skip


def _sort(text: str, punishes: bool, binds: bool) -> Sort:
    if _PURPOSE.search(text):
        return "purpose"
    if _EFFECT.search(text) and len(text) < 200:
        return "effect"
    if _DEFINITION.search(text):
        return "definition"
    if _SCOPE.search(text):
        return "scope"
    if punishes:
        return _sort_of_penalty(text)
    return "norm" if binds else "plain"


def _sort_of_penalty(text: str) -> Sort:
    if _CRIME.fullmatch(text):
        return "crime"
    return "liability" if _LIABILITY.search(text) and "罚款" not in text else "penalty"


# -- values ---------------------------------------------------------------------------------------------


def find_values(
    rows: Sequence[_Row], words: dict[str, str], lexicon: Lexicon | None = None
) -> dict[str, Found]:
    """Return what each provision fixes: the one place where a comparison reads norms and penalties.

    They are read from the words, which files and loaded texts have alike.
    """
    lexicon = lexicon or default()
    structure, begins = _structure(rows, words)
    found = {row.at: Found([], []) for row in rows}
    for norm in find_norms(structure, lexicon):
        modal = norm.modal
        found[modal.at.at].values.append(Value("force", modal.force, None, _quote(modal.at)))
        if norm.bearer is not None:
            found[modal.at.at].values.extend(_bearers(norm.bearer))
    for penalty in find_penalties(structure, lexicon):
        words_at = penalty.words
        found[words_at.at].sanctions.append((words_at.start, words_at.end))
        if penalty.kind == "fine":
            found[words_at.at].values.append(_fine(penalty))
    for deadline in find_deadlines(structure):
        found[deadline.at].values.append(_deadline(deadline, begins[deadline.at]))
    for provision in structure.provisions:
        if provision.kind in ("paragraph", "item", "subitem", "section"):
            found[str(provision.address)].values.extend(_of_sentences(provision))
    return found


def _structure(rows: Sequence[_Row], words: dict[str, str]) -> tuple[Structure, dict[str, int]]:
    """The provisions as the extractors read them, over a source that is their words one after the other."""
    begins, text, provisions = {}, "", []
    for seq, row in enumerate(rows):
        begin, own = len(text), words[row.at]
        begins[row.at] = begin
        text += own + "\n"
        provisions.append(
            Provision(
                Address.parse(row.at), row.kind, seq, Address.parse(row.parent) if row.parent else None,
                row.number, None, Words(own, ((0, begin),)), ((begin, len(text)),),
            )
        )  # fmt: skip
    return Structure(Source.of_text(text), "", tuple(provisions)), begins


def kernel(name: str) -> str:
    """Return what a party is, without the words that tell its level.

    >>> kernel("县级以上地方人民政府文化主管部门"), kernel("国务院文化主管部门"), kernel("市、区人民政府")
    ('文化主管部门', '文化主管部门', '人民政府')
    """
    plain = name.replace("省、自治区、直辖市", "").replace("所在地的", "")
    return _LEVEL_WORDS.sub("", plain) or ("国务院" if name == "国务院" else "")


def _bearers(bearer: Stretch) -> Iterator[Value]:
    """The members of an enumeration, each a value, so that fewer of them is a difference.

    What is enumerated inside one name (铁路、公路等物流运营单位) stays one party.
    """
    cuts = [0, *(n for m in _BETWEEN.finditer(bearer.text) for n in m.span()), len(bearer.text)]
    parts = [bearer.part(cuts[n], cuts[n + 1]) for n in range(0, len(cuts), 2)]
    if not all(is_party(part.text) for part in parts):
        parts = [bearer]
    for part in parts:
        name = kernel(part.text)
        if len(name) > 1:
            yield Value("bearer", name, None, _quote(part))


def _fine(penalty: Penalty) -> Value:
    bound = penalty.high if penalty.high is not None else penalty.low
    size = float(bound) if isinstance(bound, int | float) else None
    key = f"{penalty.low}-{penalty.high}" if penalty.times is None else f"{penalty.times}倍"
    if penalty.times is not None:
        size = penalty.times[1]
    return Value("amount", key, size, _quote(penalty.words))


def _deadline(deadline: Deadline, begin: int) -> Value:
    days = float(deadline.days or 0) * (_WORKING if deadline.working else 1)
    days += (deadline.months or 0) * _MONTH
    if deadline.hours:
        days = deadline.hours / 24
    start, end = deadline.start - begin, deadline.end - begin
    return Value("deadline", f"{days:g}", days, Quote(deadline.at, start, end, deadline.text))


def _of_sentences(provision: Provision) -> Iterator[Value]:
    """Frequencies and conditions, segment by segment."""
    for sentence in sentences(provision):
        for segment in segments(sentence):
            for period in find_periods(segment):
                size = period.times * _PER_YEAR[period.per]
                yield Value("frequency", f"{size:g}", size, _quote(period.stretch))
            if _CONDITION.fullmatch(segment.text):
                yield Value("condition", segment.text, None, _quote(segment))


def _quote(stretch: Stretch) -> Quote:
    return Quote(stretch.at, stretch.start, stretch.end, stretch.text)
