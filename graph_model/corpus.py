"""Many documents at once, in memory: where each citation leads, without a store.

The second of two passes: the documents' own names make an index, then every citation is looked up in it, by the
same rules as the graph's link step (``targets`` and ``units``).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph_model.names import name_of
from graph_model.rows import citation_row
from graph_model.targets import Target, Text, choose, locate
from graph_model.units import Place
from ingest.addresses import Address, article_range, canonical_in
from ingest.facts import CitationFacts, Facts, Problem


@dataclass(frozen=True, slots=True)
class Verdict:
    """A citation and what became of it; ``to_document`` and ``to_addresses`` are where it leads.

    ``applies`` tells whether the cited provision is to be applied here: 依照第三条处罚.
    """

    document: str
    at: str
    canonical: str
    start: int
    end: int
    quote: str
    target: str
    units: tuple[str, ...]
    kind: str
    form: str
    rule: str
    applies: bool
    status: str
    reason: str | None = None
    note: str | None = None
    instrument: str | None = None
    to_document: str | None = None
    to_addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a text that a reader must know, as the parser or the graph keeps it."""

    document: str
    at: str
    canonical: str
    code: str
    message: str
    quote: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a document: enough to cite from it and into it."""

    text: Text
    place: Place
    citations: tuple[tuple[CitationFacts, bool], ...]
    problems: tuple[Problem, ...]


_APPLIED = re.compile(r"(?:依照|按照|比照|参照|适用)$")


def is_applied(text: str, quote: str) -> bool:
    """Do the words of a provision say that what is quoted is to be applied?"""
    at = text.find(quote)
    return at > 0 and _APPLIED.search(text, 0, at) is not None


@dataclass(slots=True)
class Corpus:
    """Documents by id; a second one of the same id takes the place of the first, as in the graph."""

    kept: dict[str, _Kept] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[Facts]) -> "Corpus":
        """Take in all documents; of each, only what citations need is kept."""
        corpus = cls()
        for facts in documents:
            corpus.add(facts)
        return corpus

    def add(self, facts: Facts) -> None:
        """Take in a document."""
        told = facts.document
        name = name_of(told.title, told.doc_number, told.issuers, told.region)
        words = {p.address: p.text for p in facts.provisions}
        addresses = frozenset(words)
        self.kept[told.id] = _Kept(
            Text(
                told.id,
                told.title,
                name.title,
                name.number,
                told.issuers,
                told.region,
                told.status,
                told.adopted,
                told.effective,
                name.instrument,
                told.volume,
                told.numbered,
            ),
            Place(addresses, article_range(addresses)),
            tuple((c, is_applied(words.get(c.at, ""), c.quote)) for c in facts.citations),
            tuple(facts.problems),
        )

    def verdicts(self) -> Iterator[Verdict]:
        """Yield every citation with its verdict, document by document in the order of their ids."""
        by_title: dict[str, list[Text]] = defaultdict(list)
        by_number: dict[str, list[Text]] = defaultdict(list)
        for key in sorted(self.kept):
            text = self.kept[key].text
            if text.title_key:
                by_title[text.title_key].append(text)
            if text.number_key:
                by_number[text.number_key].append(text)
        for key in sorted(self.kept):
            document = self.kept[key]
            for citation, applies in document.citations:
                row = citation_row(citation)
                same = {
                    t.id: t
                    for t in (
                        *by_title.get(row["title_key"] or "", ()),
                        *by_number.get(row["number_key"] or "", ()),
                    )
                }
                target = (
                    choose(row, list(same.values()), document.text)
                    if row["title_key"] or row["number_key"]
                    else None
                )
                yield self._verdict(document.text, citation, applies, target)

    def remarks(self) -> Iterator[Remark]:
        """Yield what the parser found noteworthy, document by document."""
        for key in sorted(self.kept):
            for p in self.kept[key].problems:
                shown = self._canonical(key, p.at)
                yield Remark(key, p.at, shown, p.code, p.message, "", p.start, p.end)

    def texts(self) -> dict[str, Text]:
        """Return the documents, by id."""
        return {key: kept.text for key, kept in self.kept.items()}

    def _canonical(self, document: str, at: str) -> str:
        return canonical_in(Address.parse(at), self.kept[document].place.addresses)

    def _verdict(
        self, text: Text, c: CitationFacts, applies: bool, target: Target | None
    ) -> Verdict:
        status: str = c.resolution.status
        reason = c.resolution.reason
        note = instrument = document = None
        addresses: tuple[str, ...] = ()
        if c.target == "self":
            document, addresses = text.id, tuple(c.resolution.provisions or ())
        elif target is not None:
            places = {d: self.kept[d].place for d in target.documents}
            status, reason, ends = locate(target, c.units, places)
            note, instrument = target.note, target.instrument
            document = target.document or (ends[0][0] if ends else None)
            addresses = tuple(at for _, at in ends)
        return Verdict(
            text.id,
            c.at,
            self._canonical(text.id, c.at),
            c.start,
            c.end,
            c.quote,
            c.target,
            tuple(c.units),
            c.kind,
            c.form,
            c.rule,
            applies,
            status,
            reason,
            note,
            instrument,
            document,
            addresses,
        )
