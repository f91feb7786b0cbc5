"""Where citations lead across documents, and everything derived from that.

What is derived depends only on which documents are loaded, never on the order in which they came: for every
citation that a change can concern, from the changed texts and to them, the old relationships are deleted and
made again from the Citation's own properties. Runs inside the transaction of the change.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from graph_model import schema
from graph_model.breaches import pair
from graph_model.targets import Target, Text, choose, locate
from graph_model.units import Place

Row = dict[str, Any]
BATCH = 2000

_CITATION = """c.id AS id, c.document AS document, c.address AS address, c.quote AS quote, c.kind AS kind,
 c.target AS target, c.units AS units, c.title_key AS title_key, c.number_key AS number_key,
 c.issuers AS issuers, c.applies AS applies, c.stub AS stub, c.version AS version, c.own AS own,
 c.violations AS violations, c.spared AS spared, c.status AS status, c.reason AS reason, c.note AS note"""
_OF_DOCUMENTS = {
    "basis": "BASED_ON",
    "repeal": "REPEALS",
    "amends": "AMENDS",
    "amended_by": "AMENDS",
}  # kind of citation -> type; the last one leads from what is cited to the citing document


class Tx(Protocol):
    """An open transaction."""

    def run(self, statement: str, /, **params: Any) -> list[Row]:
        """Run a statement, return its rows."""


@dataclass(frozen=True, slots=True)
class Keys:
    """By what citations name some documents."""

    titles: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    def __or__(self, other: "Keys") -> "Keys":
        return Keys(self.titles | other.titles, self.numbers | other.numbers)


def keys_of(tx: Tx, documents: Collection[str]) -> Keys:
    """Return the keys under which documents are cited; ask before they are changed and after."""
    rows = tx.run(
        "UNWIND $ids AS id MATCH (d:Document {id: id})"
        " RETURN d.title_key AS title, d.number_key AS number",
        ids=list(documents),
    )
    return Keys(
        frozenset(r["title"] for r in rows if r["title"]),
        frozenset(r["number"] for r in rows if r["number"]),
    )


def link(
    tx: Tx,
    documents: Collection[str],
    keys: Keys,
    instruments: Collection[str] = (),
    again: Collection[str] = (),
) -> list[Row]:
    """Derive what citations from these documents, or to these keys, lead to.

    ``documents`` were written in this transaction: nothing was derived from them yet. ``again`` are further ones
    whose citations are looked at again, ``instruments`` further Instruments that may have lost their last use.
    Returns the citations of other documents that were looked at.
    """
    own = _citations(tx, "document", documents)
    others = _others(tx, {c["id"] for c in own}, keys, again)
    touched = {*instruments, *_detach(tx, others)}
    citations = sorted([*own, *others], key=lambda c: str(c["id"]))
    touched |= {c["stub"] for c in citations if c["stub"]}
    links = _resolve(tx, citations)
    _merge_instruments(tx, links)
    _write_verdicts(tx, links)
    _write_derived(tx, links)
    touched |= {one.instrument for one in links if one.instrument}
    _tidy_instruments(tx, touched)
    _count(tx, {c["document"] for c in citations} | set(documents))
    return others


# -- which citations -------------------------------------------------------------------------------


def _others(tx: Tx, own: Collection[str], keys: Keys, again: Collection[str]) -> list[Row]:
    """Return the citations, but for the ``own`` ones, that name the keys, with their company.

    CITES is made per citing provision and BASED_ON per citing document, each from several citations: all of
    them are taken, so that what is deleted can be made again.
    """
    named = [
        *_citations(tx, "title_key", keys.titles),
        *_citations(tx, "number_key", keys.numbers),
        *_citations(tx, "document", again),
    ]
    others = {c["id"]: c for c in named if c["id"] not in own}
    citing = {c["document"] for c in others.values() if c["kind"] in _OF_DOCUMENTS}
    others |= {c["id"]: c for c in _citations(tx, "document", citing) if c["kind"] in _OF_DOCUMENTS}
    places = sorted({_place(c["document"], c["address"]) for c in others.values()})
    company = tx.run(
        "UNWIND $ids AS id MATCH (:Provision {id: id})-[:MAKES]->(c:Citation) RETURN " + _CITATION,
        ids=places,
    )
    return list((others | {c["id"]: c for c in company}).values())


def _citations(tx: Tx, by: str, values: Collection[str]) -> list[Row]:
    if not values:
        return []
    return tx.run(
        f"UNWIND $values AS value MATCH (c:Citation {{{by}: value}}) RETURN {_CITATION}",
        values=sorted(values),
    )


def _detach(tx: Tx, citations: list[Row]) -> set[str]:
    """Delete what was derived from the citations; return the Instruments that they led to."""
    if not citations:
        return set()
    ids = [c["id"] for c in citations]
    before = tx.run(
        "UNWIND $ids AS id MATCH (:Citation {id: id})-[:RESOLVES_TO]->(i:Instrument)"
        " RETURN DISTINCT i.id AS id",
        ids=ids,
    )
    _each(tx, "MATCH (:Citation {id: row})-[r:RESOLVES_TO]->() DELETE r", ids)
    places = {_place(c["document"], c["address"]) for c in citations}
    _each(tx, "MATCH (:Provision {id: row})-[r:CITES|APPLIES_TO]->() DELETE r", places)
    violations = {v for c in citations for v in c["violations"] or ()}
    _each(tx, "MATCH (:Violation {id: row})-[r:BREACHES]->() DELETE r", violations)
    citing = {c["document"] for c in citations if c["kind"] in _OF_DOCUMENTS}
    _each(tx, "MATCH (:Document {id: row})-[r:BASED_ON|REPEALS]->() DELETE r", citing)
    _each(tx, "MATCH (:Document {id: row})-[r:AMENDS]-() WHERE r.document = row DELETE r", citing)
    return {row["id"] for row in before}


# -- where they lead -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Link:
    """One citation with its verdict and the nodes that it leads to, as (label, id)."""

    citation: Row
    status: str
    reason: str | None = None
    note: str | None = None
    instrument: str | None = None
    document: str | None = None
    ends: list[tuple[str, str]] = field(default_factory=list)
    late: bool = False
    home: str | None = None

    @property
    def past(self) -> tuple[str, str] | None:
        """What is amended or repealed: never a text that was made later, nor what the citing text is itself."""
        if self.instrument == self.home:
            return None
        return ("Instrument", self.instrument) if self.late and self.instrument else self.whole

    @property
    def whole(self) -> tuple[str, str] | None:
        """The document that the citation leads to as a whole, or its instrument."""
        if self.document:
            return "Document", self.document
        return ("Instrument", self.instrument) if self.instrument else None


def _resolve(tx: Tx, citations: list[Row]) -> list[_Link]:
    """Return each citation's verdict, looking texts and their provisions up in a few questions."""
    named = _named(_texts(tx, citations))
    citing = _by_id(tx, {c["document"] for c in citations})
    targets = {
        c["id"]: choose(c, _meant(c, named), citing[c["document"]])
        for c in citations
        if c["title_key"] or c["number_key"]
    }
    places = _places(tx, citations, targets)
    links = [_verdict(c, targets.get(c["id"]), places) for c in citations]
    for one in links:
        one.home = citing[one.citation["document"]].instrument
    return links


def _verdict(citation: Row, target: Target | None, places: dict[str, Place]) -> _Link:
    if target is None:
        return _settled(citation)
    status, reason, ends = locate(target, citation["units"], places)
    link = _Link(citation, status, reason, target.note, target.instrument, target.document)
    whole = link.whole
    link.ends = [("Provision", _place(*end)) for end in ends] or ([whole] if whole else [])
    link.late = target.late
    return link


def _settled(citation: Row) -> _Link:
    """Return the verdict of a citation that ingest alone can settle: one of the text to itself."""
    link = _Link(citation, citation["status"], citation["reason"])
    if citation["own"] is not None:
        link.document = citation["document"]
        link.ends = [("Provision", _place(citation["document"], a)) for a in citation["own"]]
        if not link.ends and citation["status"] == "resolved":
            link.ends = [("Document", citation["document"])]
    elif citation["stub"]:
        link.instrument = citation["stub"]
        link.ends = [("Instrument", citation["stub"])]
    return link


_TEXT = """d.id AS id, d.title AS title, d.title_key AS title_key, d.number_key AS number_key,
 d.issuers AS issuers, d.region AS region, d.status AS status, d.adopted AS adopted,
 d.effective AS effective, d.volume AS volume, d.numbered AS numbered,
 i.id AS instrument"""


def _texts(tx: Tx, citations: list[Row]) -> list[Text]:
    """Return the loaded texts that one of the citations can mean."""
    rows: dict[str, Row] = {}
    for key in ("title_key", "number_key"):
        values = sorted({c[key] for c in citations if c[key]})
        for row in tx.run(
            f"UNWIND $values AS value MATCH (d:Document {{{key}: value}})-[:VERSION_OF]->(i:Instrument)"
            f" RETURN {_TEXT}",
            values=values,
        ):
            rows[row["id"]] = row
    return [Text(**rows[key]) for key in sorted(rows)]


def _named(texts: list[Text]) -> dict[str, list[Text]]:
    """Return the texts by each of the keys that name them."""
    named: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        for key in filter(None, (text.title_key, text.number_key)):
            named[key].append(text)
    return named


def _meant(citation: Row, named: dict[str, list[Text]]) -> list[Text]:
    """Return the texts that a citation can mean, in the order of their ids."""
    keys = filter(None, (citation["title_key"], citation["number_key"]))
    found = {text.id: text for key in keys for text in named.get(key, ())}
    return [found[key] for key in sorted(found)]


def _by_id(tx: Tx, documents: Collection[str]) -> dict[str, Text]:
    rows = tx.run(
        "UNWIND $ids AS id MATCH (d:Document {id: id})-[:VERSION_OF]->(i:Instrument)"
        f" RETURN {_TEXT}",
        ids=sorted(documents),
    )
    return {row["id"]: Text(**row) for row in rows}


def _places(tx: Tx, citations: list[Row], targets: dict[str, Target]) -> dict[str, Place]:
    """Return, by document, the addresses in the articles and the containers that citations ask for."""
    articles: dict[str, set[str]] = defaultdict(set)
    for c in citations:
        for document in targets[c["id"]].documents if c["id"] in targets else ():
            articles[document] |= {unit.split(".")[0] for unit in c["units"]}
    roots = [
        _place(document, number)
        for document, numbers in sorted(articles.items())
        for first in sorted(numbers)
        for number in (first, f"{first}~2", f"h{first}")
    ]
    inside: dict[str, set[str]] = defaultdict(set)
    for row in tx.run(
        "UNWIND $ids AS id MATCH (a:Provision {id: id})-[:CONTAINS*0..3]->(p:Provision)"
        " WHERE a.kind IN ['article', 'region', 'paragraph'] OR a.address STARTS WITH 'h'"
        " RETURN p.document AS document, p.address AS address",
        ids=roots,
    ):
        inside[row["document"]].add(row["address"])
    for row in tx.run(
        "UNWIND $ids AS id MATCH (p:Provision {document: id})"
        " WHERE p.kind IN ['part', 'chapter', 'section']"
        " RETURN p.document AS document, p.address AS address",
        ids=sorted(articles),
    ):
        inside[row["document"]].add(row["address"])
    ranges = tx.run(
        "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS id, d.article_range AS articles",
        ids=sorted(articles),
    )
    return {row["id"]: Place(frozenset(inside[row["id"]]), row["articles"] or "") for row in ranges}


# -- writing ---------------------------------------------------------------------------------------


def _merge_instruments(tx: Tx, links: list[_Link]) -> None:
    ids = {end for one in links for label, end in one.ends if label == "Instrument"}
    ids |= {one.instrument for one in links if one.instrument}
    _each(tx, "MERGE (:Instrument {id: row})", ids)


def _write_verdicts(tx: Tx, links: list[_Link]) -> None:
    rows = [
        {"id": one.citation["id"], "status": one.status, "reason": one.reason, "note": one.note}
        for one in links
        if (one.status, one.reason, one.note)
        != (one.citation["status"], one.citation["reason"], one.citation["note"])
    ]
    _each(
        tx,
        "MATCH (c:Citation {id: row.id})"
        " SET c.status = row.status, c.reason = row.reason, c.note = row.note",
        rows,
    )
    _relate(
        tx,
        "RESOLVES_TO",
        [(("Citation", one.citation["id"]), end, {}) for one in links for end in one.ends],
    )


def _write_derived(tx: Tx, links: list[_Link]) -> None:
    _relate(tx, "CITES", _cites(links))
    _relate(tx, "APPLIES_TO", _applied(links))
    for kind, name in _OF_DOCUMENTS.items():
        _relate(tx, name, _between_documents(links, kind))
    _write_breaches(tx, links)


_Edge = tuple[tuple[str, str], tuple[str, str], Row]


def _cites(links: list[_Link]) -> list[_Edge]:
    """Return what provisions cite: the provisions, or else the instrument as a whole."""
    kinds: dict[tuple[tuple[str, str], tuple[str, str]], set[str]] = defaultdict(set)
    for one in links:
        c = one.citation
        ends = [end for end in one.ends if end[0] == "Provision"]
        if not ends and one.instrument:
            ends = [("Instrument", one.instrument)]
        for end in ends:
            kinds[("Provision", _place(c["document"], c["address"])), end].add(c["kind"])
    return [(a, b, {"kinds": sorted(found)}) for (a, b), found in sorted(kinds.items())]


def _applied(links: list[_Link]) -> list[_Edge]:
    """Return what provisions apply, and how; the words of the first mention."""
    edges: dict[tuple[tuple[str, str], tuple[str, str], str], Row] = {}
    for one in links:
        c = one.citation
        for end in one.ends if c["applies"] else ():
            place = "Provision", _place(c["document"], c["address"])
            edges.setdefault((place, end, c["applies"]), {"by": c["applies"], "quote": c["quote"]})
    return [(a, b, row) for (a, b, _), row in sorted(edges.items(), key=lambda e: e[0])]


def _between_documents(links: list[_Link], kind: str) -> list[_Edge]:
    """Return the document's relationship to what citations of a kind name, the first mention's place.

    A repealed provision is no repealed document.
    """
    edges: dict[tuple[tuple[str, str], tuple[str, str]], Row] = {}
    for one in links:
        c = one.citation
        if c["kind"] != kind or (kind == "repeal" and c["units"]):
            continue
        other = one.past if kind in ("repeal", "amends") else one.whole
        if other and other[1] != c["document"]:
            ends = ("Document", c["document"]), other
            row = {"address": c["address"], "document": c["document"], "note": one.note}
            edges.setdefault(ends[::-1] if kind == "amended_by" else ends, row)
    return [(a, b, row) for (a, b), row in sorted(edges.items(), key=lambda e: e[0])]


def _write_breaches(tx: Tx, links: list[_Link]) -> None:
    broken = {
        (violation, end)
        for one in links
        for violation in one.citation["violations"] or ()
        for label, end in one.ends
        if label == "Provision" and pair(violation, end) not in (one.citation["spared"] or ())
    }
    cited = {"by": "citation"}
    _relate(
        tx, "BREACHES", [(("Violation", v), ("Provision", p), cited) for v, p in sorted(broken)]
    )
    for name, inside in _BROKEN_INSIDE.items():
        found = tx.run(inside, rows=[{"violation": v, "provision": p} for v, p in sorted(broken)])
        reached = sorted({(row["violation"], row["id"]) for row in found})
        _relate(tx, "BREACHES", [(("Violation", v), (name, n), cited) for v, n in reached])


_BROKEN_INSIDE = {
    "Duty": "UNWIND $rows AS row MATCH (p:Provision {id: row.provision})-[:CONTAINS*0..6]->(:Provision)"
    "<-[:STATED_IN]-(d:Duty) RETURN DISTINCT row.violation AS violation, d.id AS id",
    # a norm that goes on in the items below it is broken in each of them
    "Norm": "UNWIND $rows AS row MATCH (p:Provision {id: row.provision})"
    " CALL { WITH p MATCH (p)-[:CONTAINS*0..6]->(:Provision)<-[:STATED_IN]-(n:Norm) RETURN n"
    " UNION WITH p MATCH (p)<-[:CONTAINS*1..3]-(:Provision)<-[:STATED_IN]-(n:Norm {lists: true}) RETURN n }"
    " WITH row, n WHERE n.force <> 'may' RETURN DISTINCT row.violation AS violation, n.id AS id",
}
"""What can be broken inside a provision that a conduct is said to break."""


def _tidy_instruments(tx: Tx, ids: Collection[str]) -> None:
    """Describe instruments by what names them: a loaded text, or else citations; drop unused ones."""
    _each(tx, "MATCH (i:Instrument {id: row}) WHERE NOT EXISTS { (i)--() } DELETE i", ids)
    described = {
        row["id"]: row
        for row in tx.run(
            "UNWIND $ids AS id MATCH (i:Instrument {id: id})<-[:RESOLVES_TO]-(c:Citation)"
            " RETURN id, min(c.target) AS title, min(c.doc_number) AS doc_number,"
            " collect(DISTINCT c.issuers) AS issuers, null AS region, false AS loaded",
            ids=sorted(ids),
        )
    }
    for row in described.values():
        row["issuers"] = min((found for found in row["issuers"] if found), default=None)
    for row in tx.run(
        "UNWIND $ids AS id MATCH (i:Instrument {id: id})<-[:VERSION_OF]-(d:Document)"
        " RETURN id, d.title AS title, d.doc_number AS doc_number, d.issuers AS issuers,"
        " d.region AS region, true AS loaded ORDER BY d.id",
        ids=sorted(ids),
    ):
        described[row["id"]] = row
    _each(
        tx,
        "MATCH (i:Instrument {id: row.id}) SET i.title = row.title, i.doc_number = row.doc_number,"
        " i.issuers = row.issuers, i.region = row.region, i.loaded = row.loaded",
        described.values(),
    )


def _count(tx: Tx, documents: Collection[str]) -> None:
    """Store on each document how many of its citations lead where: a count of the whole graph is slow."""
    _each(
        tx,
        "MATCH (d:Document {id: row}) SET d.citation_count = 0, d.citation_resolved = 0,"
        " d.citation_not_loaded = 0, d.citation_open = 0",
        documents,
    )
    rows = tx.run(
        "UNWIND $ids AS id MATCH (c:Citation {document: id})"
        " RETURN id, count(c) AS all, sum(CASE c.status WHEN 'resolved' THEN 1 ELSE 0 END) AS resolved,"
        " sum(CASE c.status WHEN 'not_loaded' THEN 1 ELSE 0 END) AS not_loaded",
        ids=sorted(documents),
    )
    _each(
        tx,
        "MATCH (d:Document {id: row.id}) SET d.citation_count = row.all,"
        " d.citation_resolved = row.resolved, d.citation_not_loaded = row.not_loaded,"
        " d.citation_open = row.all - row.resolved - row.not_loaded",
        rows,
    )


def _relate(tx: Tx, name: str, edges: Iterable[_Edge]) -> None:
    found = list(edges)
    elements = _elements(tx, {end for source, target, _ in found for end in (source, target)})
    by_labels: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for source, target, properties in found:
        row = {"source": elements[source], "target": elements[target], **properties}
        by_labels[source[0], target[0]].append(row)
    for (a, b), rows in sorted(by_labels.items()):
        run_batches(tx, schema.create_relationships(name, a, b), rows)


def _elements(tx: Tx, ends: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the elements of nodes, given by label and id."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for label, key in sorted(ends):
        by_label[label].append(key)
    return {
        (label, key): element
        for label, keys in by_label.items()
        for told in run_batches(tx, schema.find_nodes(label), keys)
        for key, element in zip(told["ids"], told["elements"], strict=True)
    }


def _each(tx: Tx, statement: str, rows: Iterable[Any]) -> None:
    """Run a statement for each row, in a fixed order."""
    ordered = sorted(rows, key=lambda r: r["id"] if isinstance(r, dict) else r)
    run_batches(tx, f"UNWIND $rows AS row {statement}", ordered)


def run_batches(tx: Tx, statement: str, rows: list[Any]) -> list[Row]:
    """Run a statement over ``$rows``, some at a time: one message of everything would be too large."""
    return [
        row
        for start in range(0, len(rows), BATCH)
        for row in tx.run(statement, rows=rows[start : start + BATCH])
    ]


def _place(document: str, address: str) -> str:
    return f"{document}#{address}"
