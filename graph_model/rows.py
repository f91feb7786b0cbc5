"""The rows of one document: what is written into the graph, as plain data, before any store is asked.

``rows_of`` is pure: the same facts give the same rows, in the same order. What depends on other documents
(where citations to other texts lead, and everything derived from that) is not among them; ``link`` makes it.
"""

import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_model import likely_breaches
from graph_model.breaches import breached, pair
from graph_model.errors import GraphError
from graph_model.names import name_of, named_year, plain
from ingest.addresses import Address, article_of, article_range, canonical_in, is_within
from ingest.facts import (
    CitationFacts,
    ConductFacts,
    DelegationFacts,
    DutyFacts,
    FactorFacts,
    Facts,
    Force,
    Found,
    Frequency,
    NormFacts,
    ObligationFacts,
    PenaltyFacts,
    PenaltyKind,
    ProvisionFacts,
    SanctionFacts,
    ViolationFacts,
)
from ingest.modal_words import force_of
from ingest.register import parties_of

Row = dict[str, Any]
Tokens = Callable[[str], list[str]]


class FactsBroken(GraphError, ValueError):
    """Facts that contradict themselves: nothing of them is loaded."""


@dataclass(frozen=True)
class Rows:
    """The nodes by (label, second label) and the relationships by (type, label, label) of one document.

    ``content`` is a hash of everything but the file's name: equal rows need not be loaded again. It is reckoned
    where the rows are made, in a process beside the one that writes.
    """

    document: str
    instrument: str
    nodes: dict[tuple[str, str | None], list[Row]] = field(default_factory=dict)
    relationships: dict[tuple[str, str, str], list[Row]] = field(default_factory=dict)
    content: str = field(init=False)

    def __post_init__(self) -> None:
        told = self.to_plain()
        told["nodes"]["Document"] = {k: v for k, v in self.told.items() if k != "source"}
        text = json.dumps(told, ensure_ascii=False, sort_keys=True)
        object.__setattr__(self, "content", hashlib.sha256(text.encode()).hexdigest())

    @property
    def told(self) -> Row:
        """What is told of the document itself."""
        (document,) = self.nodes["Document", None]
        return document

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return sum(map(len, self.nodes.values()))

    def count(self, label: str) -> int:
        """Return how many nodes of a label there are."""
        return sum(len(rows) for (name, _), rows in self.nodes.items() if name == label)

    def to_plain(self) -> dict[str, Any]:
        """Return all rows as one JSON value: what tests compare and people print."""
        return {
            "nodes": {":".join(filter(None, key)): rows for key, rows in self.nodes.items()},
            "relationships": {
                f"({a})-[{name}]->({b})": rows for (name, a, b), rows in self.relationships.items()
            },
        }


def rows_of(facts: Facts, *, tokens: Tokens) -> Rows:
    """Return what is written for one document; ``tokens`` cuts a text for the full-text index."""
    return _Builder(facts, tokens).rows()


def citation_row(c: CitationFacts) -> Row:
    """Return a citation's own properties, with the keys by which the cited text is looked up."""
    own = c.target == "self"
    verdict = c.resolution
    # a target that the words alone do not determine is not looked up in other texts
    open_ = not own and verdict.status not in ("ambiguous", "generic")
    name = name_of(c.target, c.doc_number, c.issuers or ()) if open_ else None
    return {
        "target": c.target,
        "units": c.units,
        "kind": c.kind,
        "form": c.form,
        "rule": c.rule,
        "doc_number": c.doc_number,
        "issuers": c.issuers,
        "applies": c.applies,
        "title_key": name.title if name else None,
        "number_key": name.number if name else None,
        "stub": name.instrument if name else None,
        "version": None if own else named_year(c.quote),
        "own": verdict.provisions if own else None,
        "status": verdict.status,
        "reason": verdict.reason,
    }


@dataclass(frozen=True, slots=True)
class _Node:
    """A node that rows refer to: its label and id."""

    label: str
    id: str


class _Builder:
    """Turns facts into rows, part by part."""

    def __init__(self, facts: Facts, tokens: Tokens) -> None:
        self.facts = facts
        self.tokens = tokens
        self.document = _Node("Document", facts.document.id)
        self.nodes: dict[tuple[str, str | None], dict[str, Row]] = defaultdict(dict)
        self.links: dict[tuple[str, str, str], dict[tuple[str, str, str], Row]] = defaultdict(dict)
        self.provisions = {p.address: p for p in facts.provisions}
        self.named_rules: dict[tuple[str, ...], likely_breaches.Norms] = {}
        self.duty_roles: dict[str, _Node] = {}
        self.violations: dict[str, _Node] = {}
        listed = [v for v in facts.violations if v.kind == "violation"]
        self.on_officials = 0 < len(facts.norms) <= 2 * (len(facts.duties) + len(listed))
        """Is the text mostly the duties of posts and what they answer for? A law that has a list of them is not."""
        self.wrongs: list[ViolationFacts | ConductFacts] = []
        self.listed: list[ViolationFacts] = []
        self.sanctions: list[SanctionFacts] = []
        self.penalties: list[PenaltyFacts] = []
        self.norms: list[tuple[NormFacts | ObligationFacts, _Node]] = []
        self.name = name_of(
            facts.document.title,
            facts.document.doc_number,
            facts.document.issuers,
            facts.document.region,
        )

    def rows(self) -> Rows:
        """Return everything, in an order that does not depend on that of the facts."""
        self._wrongs()
        self._document()
        self._provisions()
        self._citations()
        self._roles()
        self._duties()
        self._norms()
        self._delegations()
        self._accountability()
        self._likely_breaches()
        self._rewards()
        self._terms()
        self._problems()
        return Rows(
            self.document.id,
            self.name.instrument,
            {
                key: sorted(rows.values(), key=lambda row: (row.get("seq", 0), row["id"]))
                for key, rows in sorted(self.nodes.items(), key=_order)
            },
            {
                key: [row for _, row in sorted(rows.items(), key=lambda item: item[0])]
                for key, rows in sorted(self.links.items())
            },
        )

    # -- the document and its provisions ---------------------------------------------------------

    def _document(self) -> None:
        told, facts = self.facts.document, self.facts
        effective = facts.effective
        self._node(
            "Document",
            told.id,
            **told.model_dump(exclude={"id", "name"}),
            source=told.name,
            title_key=self.name.title,
            number_key=self.name.number,
            effective_quote=effective.text if effective else None,
            effective_address=effective.at if effective else None,
            article_range=article_range(self.provisions) or None,
            article_count=sum(p.kind == "article" for p in facts.provisions),
            provision_count=len(facts.provisions),
            duty_count=len(facts.duties),
            norm_count=len(facts.norms),
            role_count=len(facts.roles),
            violation_count=len(self.wrongs),
            sanction_count=len(self.sanctions) + len(self.penalties),
            problem_count=len(facts.problems) + len(facts.unresolved),
        )
        if facts.interpreter:
            for body in self._bodies(facts.interpreter.body):
                self._link("INTERPRETED_BY", self.document, body, address=facts.interpreter.at)

    def _provisions(self) -> None:
        before: dict[tuple[str | None, str], _Node] = {}
        for p in sorted(self.facts.provisions, key=lambda p: p.seq):
            node = self._provision(p)
            parent = self._place(p.parent) if p.parent else self.document
            self._link("CONTAINS", parent, node)
            # articles follow one another across chapters, everything else under one parent
            row = (None, "article") if p.kind == "article" else (p.parent, "")
            if row in before:
                self._link("NEXT", before[row], node)
            before[row] = node

    def _provision(self, p: ProvisionFacts) -> _Node:
        address = Address.parse(p.address)
        return self._node(
            "Provision",
            self._place_id(p.address),
            kind_label=p.kind.capitalize(),
            document=self.document.id,
            address=p.address,
            seq=p.seq,
            start=p.start,
            end=p.end,
            kind=p.kind,
            number=p.number,
            title=p.title,
            text=p.text,
            tokens=" ".join(dict.fromkeys(self.tokens(p.text))) or None,
            canonical=canonical_in(address, self.provisions),
            segments=[n for segment in p.segments or [(p.start, p.end)] for n in segment],
        )

    # -- citations -------------------------------------------------------------------------------

    def _citations(self) -> None:
        broken, spared = self._broken()
        for seq, c in enumerate(sorted(self.facts.citations, key=_by_place)):
            node = self._node(
                "Citation",
                f"{self._place_id(c.at)}@{c.start}",
                **self._where(c, seq, c.quote),
                **citation_row(c),
                violations=sorted(broken[id(c)]) or None,
                spared=sorted(spared[id(c)]) or None,
            )
            self._link("MAKES", self._place(c.at), node)

    def _broken(self) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
        """Return by citation the violations that break what it names, in their own words or in their lead-in.

        And which of the named provisions a violation does not break: of several that a lead-in names, each item
        below breaks the one whose words it shares, where that is clear (``violation provision``).
        """
        by_place: dict[str, list[CitationFacts]] = defaultdict(list)
        for c in self.facts.citations:
            by_place[c.at].append(c)
        broken: dict[int, set[str]] = defaultdict(set)
        spared: dict[int, set[str]] = defaultdict(set)
        for wrong in self.wrongs:
            lead = wrong.lead if isinstance(wrong, ConductFacts) else None
            own = breached(wrong, by_place[wrong.at])
            led = breached(lead, by_place[lead.at]) if lead else []
            name = self.violations[wrong.id].id
            for c in (*own, *led):
                broken[id(c)].add(name)
            for at in self._spared(wrong.text, led) if not own else ():
                for c in led:
                    spared[id(c)].add(pair(name, self._place_id(at)))
        return broken, spared

    def _spared(self, conduct: str, led: Sequence[CitationFacts]) -> set[str]:
        """Of the provisions of this text that a lead-in names, those that the conduct of an item does not break."""
        named = [at for c in led if c.target == "self" for at in c.resolution.provisions]
        if len(named) < 2:
            return set()
        near = self._rules(tuple(named)).nearest(self.tokens(conduct))
        return set() if near is None else {at for at in named if at != named[near.index]}

    def _rules(self, named: tuple[str, ...]) -> likely_breaches.Norms:
        """The words of provisions, to be compared; the items of a list ask for the same ones."""
        if named not in self.named_rules:
            words = (
                " ".join(p.text for at, p in self.provisions.items() if is_within(at, one))
                for one in named
            )
            self.named_rules[named] = likely_breaches.Norms([self.tokens(text) for text in words])
        return self.named_rules[named]

    # -- who must do what ------------------------------------------------------------------------

    def _roles(self) -> None:
        for role in sorted(self.facts.roles, key=_by_place):
            name = plain(role.name)
            key = "|".join((name, role.level, plain(role.organ or ""), plain(role.position or "")))
            node = self._node(
                "Role", key, name=name, level=role.level, organ=role.organ, position=role.position
            )
            self.duty_roles[role.id] = node
            self._link(
                "APPLIES_TO",
                self.document,
                node,
                by=role.applies,
                rank=role.rank,
                responsibility=role.responsibility,
                address=role.at,
                quote=role.name,
                start=role.start,
                end=role.end,
            )
            self._link("STATED_IN", node, self._place(role.at))

    def _duties(self) -> None:
        for duty, node in self._facts("Duty", self.facts.duties, _duty):
            for role in duty.roles:
                if role not in self.duty_roles:
                    raise FactsBroken(
                        f"{duty.at} 的职责指向不存在的岗位“{role}”，抽取结果有误，未载入。"
                    )
                self._link("BEARS", self.duty_roles[role], node)

    def _norms(self) -> None:
        """Write the norms on bodies: of a text on officials each verb of them, of others each modal word.

        A text on officials says the rest as duties and accountability. In other texts, what is stated without a
        modal word stands beside the modal words. Who interprets the text stands there as INTERPRETED_BY.
        """
        facts = self.facts
        found: list[NormFacts | ObligationFacts] = list(facts.obligations_of_bodies)
        if not self.on_officials:
            told = _Spans([*facts.norms, *self.penalties])
            last = _Spans([facts.interpreter] if facts.interpreter else [])
            found = [n for n in facts.norms if not last.hold(n)]
            found += [
                o for o in facts.obligations_of_bodies if o.modality == "直陈" and not told.meet(o)
            ]
        for norm, node in self._facts("Norm", found, _norm):
            self.norms.append((norm, node))
            name = norm.bearer if isinstance(norm, NormFacts) else norm.body
            for body in self._bodies(name):
                self._link("BINDS", node, body)
        self._facts(
            "Deadline",
            self.facts.deadlines,
            lambda d: {"days": d.days, "months": d.months, "working": d.working, "quote": d.text},
        )

    def _delegations(self) -> None:
        for delegation, node in self._facts("Delegation", self.facts.delegations, _delegation):
            for part, names in (("lead", delegation.leads), ("with", delegation.others)):
                for body in (one for name in names for one in self._bodies(name)):
                    self._link("DELEGATES_TO", node, body, part=part)

    # -- what follows ----------------------------------------------------------------------------

    def _accountability(self) -> None:
        told = self._facts("Sanction", [*self.sanctions, *self.penalties], _sanction)
        sanctions = [(s, node) for s, node in told if isinstance(s, SanctionFacts)]
        self._penalise([(p, node) for p, node in told if isinstance(p, PenaltyFacts)])
        punished: dict[str, set[str]] = defaultdict(set)
        for sanction, node in sanctions:
            self._link("OF_KIND", node, self._shared("SanctionKind", sanction.name))
            self._done_by(node, sanction.by)
            for violation in self._meant(sanction.applies_to):
                self._link("PUNISHED_BY", self.violations[violation.id], node)
                punished[violation.id].add(node.id)
        for measure in self.facts.measures:
            self._link(
                "NAMES",
                self._place(measure.at),
                self._shared("SanctionKind", measure.name),
                kind=measure.kind,
                quote=measure.name,
                start=measure.start,
                end=measure.end,
            )
        self._consequences(sanctions)
        self._factors(sanctions, punished)
        for procedure, node in self._facts(
            "Procedure",
            self.facts.procedures,
            lambda p: {"name": p.name, "actor": p.actor, "quote": p.text},
        ):
            self._done_by(node, procedure.actor)

    def _wrongs(self) -> None:
        """Write what is punished: violations that are listed, and conduct that a penalty is laid on.

        The same words are read twice, as accountability of officials and as penalties of anybody. They are told
        once: in a text on officials as the former, else as the latter.
        """
        facts = self.facts
        if self.on_officials:
            self.listed, self.sanctions = facts.violations, facts.sanctions
        else:
            told, conduct = _Spans(facts.penalties), _Spans(facts.conducts)
            self.listed = [v for v in facts.violations if not conduct.meet(v)]
            self.sanctions = [s for s in facts.sanctions if not told.meet(s)]
            self.penalties = facts.penalties
        used = {name for p in self.penalties for name in p.conducts}
        self.wrongs = [*self.listed, *(c for c in facts.conducts if c.id in used)]
        found = self._facts("Violation", self.wrongs, _wrong)
        self.violations = {fact.id: node for fact, node in found}

    def _penalise(self, penalties: list[tuple[PenaltyFacts, _Node]]) -> None:
        for penalty, node in penalties:
            self._link("OF_KIND", node, self._shared("SanctionKind", PENALTIES[penalty.kind]))
            self._done_by(node, penalty.by)
            for name in penalty.conducts:
                self._link("PUNISHED_BY", self.violations[name], node)

    def _likely_breaches(self) -> None:
        """Say which norm conduct breaks where it cites none: by likeness of the words."""
        conducts = [w for w in self.wrongs if isinstance(w, ConductFacts)]
        punishing = {article_of(c.at) for c in conducts}
        binding = [
            (n, node)
            for n, node in self.norms
            if _force(n) != "may"
            and article_of(n.at) not in punishing
            and not likely_breaches.supervises(n.text)
        ]
        if not binding or not conducts:
            return
        citing = {v for c in self.nodes["Citation", None].values() for v in c.get("violations", ())}
        norms = likely_breaches.Norms([self.tokens(n.text) for n, _ in binding])
        for conduct in conducts:
            node = self.violations[conduct.id]
            found = None if node.id in citing else norms.nearest(self.tokens(conduct.text))
            if found is not None:
                norm = binding[found.index][1]
                self._link("BREACHES", node, norm, by="likeness", score=found.score)

    def _consequences(self, sanctions: list[tuple[SanctionFacts, _Node]]) -> None:
        found = self._facts(
            "Consequence",
            self.facts.consequences,
            lambda c: {
                "sanction": c.sanction,
                "months": c.months,
                "bars": c.bars,
                "condition": c.condition,
                "quote": c.text,
            },
        )
        for consequence, node in found:
            kind = self._shared("SanctionKind", consequence.sanction)
            self._link("ENTAILS", kind, node)
            for sanction, received in sanctions:
                if plain(sanction.name) == kind.id:
                    self._link("ENTAILS", received, node)

    def _factors(
        self, sanctions: list[tuple[SanctionFacts, _Node]], punished: dict[str, set[str]]
    ) -> None:
        found = self._facts(
            "Factor",
            self.facts.factors,
            lambda f: {"kind": f.kind, "effect": f.effect, "quote": f.text},
        )
        for factor, node in found:
            scope = {s for v in self._meant(self._cited_by(factor)) for s in punished[v.id]}
            for sanction, weighed in sanctions:
                if weighed.id in scope if scope else sanction.kind == "accountability":
                    self._link("ADJUSTS", node, weighed)

    def _cited_by(self, factor: FactorFacts) -> list[str]:
        """Return the provisions of the text that the factor, or the lead-in of its list, cites."""
        places = {factor.at, self.provisions[factor.at].parent}
        return [
            a
            for c in self.facts.citations
            if c.target == "self" and c.at in places
            for a in c.resolution.provisions
        ]

    def _meant(self, applies_to: Iterable[str]) -> list[ViolationFacts]:
        """Return the violations named by id, or standing at or under an address."""
        wanted = set(applies_to)
        return [v for v in self.listed if v.id in wanted or wanted & set(self._path(v.at))]

    def _path(self, address: str) -> list[str]:
        """Return the address and all that contain it."""
        out = []
        here: str | None = address
        while here is not None and here in self.provisions:
            out.append(here)
            here = self.provisions[here].parent
        return out

    def _rewards(self) -> None:
        found = self._facts(
            "Reward",
            self.facts.rewards,
            lambda r: {
                "name": r.name,
                "reason": r.reason,
                "by": r.by,
                "recipient": r.recipient,
                "quote": r.name,
            },
        )
        named = {plain(role.name): self.duty_roles[role.id] for role in self.facts.roles}
        for reward, node in found:
            self._done_by(node, reward.by)
            if role := named.get(plain(reward.recipient or "")):
                self._link("REWARDED_BY", role, node)

    def _terms(self) -> None:
        found = self._facts(
            "Definition",
            self.facts.definitions,
            lambda d: {"term": d.term, "meaning": d.meaning, "quote": d.text},
        )
        terms = {
            d.term: self._link("DEFINES", node, self._shared("Term", d.term)) for d, node in found
        }
        if not terms:
            return
        words = re.compile("|".join(map(re.escape, sorted(terms, key=lambda t: (-len(t), t)))))
        for p in self.facts.provisions:
            for term in sorted(set(words.findall(p.text))):
                self._link("USES", self._place(p.address), terms[term])

    def _problems(self) -> None:
        """Write what a reader must know; a gap in the numbering stands at an address that is not there."""
        rows: list[Row] = [
            {"code": p.code, "at": p.at, "message": p.message, "start": p.start, "end": p.end}
            for p in self.facts.problems
        ] + [
            {
                "code": "unresolved",
                "at": u.at,
                "message": u.reason,
                "start": u.start,
                "end": u.end,
                "quote": u.quote,
            }
            for u in self.facts.unresolved
        ]
        ordinal: dict[str, int] = defaultdict(int)
        ordered = sorted(
            rows, key=lambda r: (r["start"] is None, r["start"] or 0, r["at"], r["code"])
        )
        for seq, row in enumerate(ordered):
            at = row.pop("at")
            ordinal[at] += 1
            node = self._node(
                "Problem",
                f"{self._place_id(at)}/problem{ordinal[at]}",
                document=self.document.id,
                address=at,
                seq=seq,
                **row,
            )
            if at in self.provisions:
                self._link("STATED_IN", node, self._place(at))

    # -- the pieces ------------------------------------------------------------------------------

    def _facts(
        self, label: str, facts: Sequence[Any], properties: Callable[[Any], Row]
    ) -> list[tuple[Any, _Node]]:
        """Write facts of one kind with the provision that they stand in; return each with its node."""
        ids = self._fact_ids(label, facts)
        order = sorted(range(len(facts)), key=lambda n: _by_place(facts[n]))
        out = []
        for seq, n in enumerate(order):
            row = properties(facts[n])
            node = self._node(label, ids[n], **self._where(facts[n], seq, row.pop("quote")), **row)
            self._link("STATED_IN", node, self._place(facts[n].at))
            out.append((facts[n], node))
        return out

    def _fact_ids(self, label: str, facts: Sequence[Found]) -> list[str]:
        """Return the ids of facts, in their order: provision, kind, ordinal inside the provision."""
        ordinal: dict[str, int] = defaultdict(int)
        ids = [""] * len(facts)
        for n in sorted(range(len(facts)), key=lambda n: _by_place(facts[n])):
            at = facts[n].at
            ordinal[at] += 1
            ids[n] = f"{self._place_id(at)}/{label.lower()}{ordinal[at]}"
        return ids

    def _where(self, fact: Found, seq: int, quote: str) -> Row:
        return {
            "document": self.document.id,
            "address": fact.at,
            "seq": seq,
            "start": fact.start,
            "end": fact.end,
            "quote": quote,
        }

    def _done_by(self, node: _Node, body: str | None) -> None:
        for one in self._bodies(body):
            self._link("DONE_BY", node, one)

    def _bodies(self, words: str | None) -> list[_Node]:
        """Write the bodies of the register that some words name."""
        return [
            self._node(
                "Body", p.name, name=p.name, level=p.level, kind=p.kind, open=p.is_open or None
            )
            for p in parties_of(words or "")
        ]

    def _shared(self, label: str, name: str) -> _Node:
        return self._node(label, plain(name), name=plain(name))

    def _place_id(self, address: str) -> str:
        return f"{self.document.id}#{address}"

    def _place(self, address: str) -> _Node:
        if address not in self.provisions:
            raise FactsBroken(f"抽取结果指向不存在的条文“{address}”，未载入。")
        return _Node("Provision", self._place_id(address))

    def _node(
        self, label: str, key: str, kind_label: str | None = None, **properties: Any
    ) -> _Node:
        """Write a node; properties without a value are left out."""
        kept = {name: value for name, value in properties.items() if value is not None}
        self.nodes[label, kind_label].setdefault(key, {"id": key, **kept})
        return _Node(label, key)

    def _link(self, name: str, source: _Node, target: _Node, **properties: Any) -> _Node:
        """Write a relationship once, return its target."""
        kept = {key: value for key, value in properties.items() if value is not None}
        row = {"source": source.id, "target": target.id, **kept}
        place = (source.id, target.id, str(properties.get("start", "")))
        self.links[name, source.label, target.label].setdefault(place, row)
        return target


def _order(item: tuple[tuple[str, str | None], Any]) -> tuple[str, str]:
    (label, kind), _ = item
    return label, kind or ""


def _by_place(fact: Found) -> tuple[int, int]:
    return fact.start, fact.end


def _duty(duty: DutyFacts) -> Row:
    return {"quote": duty.text, "clauses": duty.clauses, **_frequencies(duty.frequency)}


def _norm(norm: NormFacts | ObligationFacts) -> Row:
    if isinstance(norm, ObligationFacts):
        return {
            "quote": norm.text,
            "body": norm.body,
            "modality": norm.modality,
            "force": _force(norm),
            "conditions": [norm.condition] if norm.condition else [],
            "exceptions": [],
            "assisting": [],
            "deadlines": [],
            "recipient": norm.recipient,
            **_frequencies(norm.frequency),
        }
    return {
        "quote": norm.text,
        "body": norm.bearer,
        "modality": norm.word,
        "recipient": norm.counterpart,
        "lists": norm.lists or None,
        "matter": _matter(norm.action),
        **norm.model_dump(
            include={
                "reason",
                "force",
                "action",
                "conditions",
                "exceptions",
                "assisting",
                "deadlines",
            }
        ),
        **_frequencies(norm.frequency),
    }


def _delegation(delegation: DelegationFacts) -> Row:
    return {
        "quote": delegation.text,
        "body": delegation.body,
        "about": delegation.about,
        "form": delegation.form,
        "approval": delegation.approval,
    }


def _force(norm: NormFacts | ObligationFacts) -> Force:
    return norm.force if isinstance(norm, NormFacts) else force_of(norm.modality)


def _wrong(fact: ViolationFacts | ConductFacts) -> Row:
    if isinstance(fact, ViolationFacts):
        return {"kind": fact.kind, "quote": fact.text}
    return {"kind": "conduct", "quote": fact.text, "matter": _matter(_RULE.sub("", fact.text))}


_RULE = re.compile(r"^违反[^，]*，")
_LEAST_MATTER = 10


def _matter(words: str | None) -> str | None:
    """What is done, as it is compared between provisions; too few words tell nothing."""
    kept = re.sub(r"[^\w]|的$", "", unicodedata.normalize("NFKC", words or ""))
    return kept if len(kept) >= _LEAST_MATTER else None


PENALTIES: dict[PenaltyKind, str] = {
    "fine": "罚款",
    "confiscate": "没收",
    "warning": "警告",
    "criticism": "通报批评",
    "correction": "责令改正",
    "suspension": "责令停止、停业或者暂扣",
    "revocation": "吊销、撤销或者取消",
    "detention": "拘留",
    "discipline": "处分",
    "criminal": "追究刑事责任",
    "prison": "刑罚",
    "civil": "民事责任",
    "bar": "限制从业",
    "other": "其他处理",
}
"""What the kinds of penalties are called, as the kinds of measures that texts name are."""


def _sanction(sanction: SanctionFacts | PenaltyFacts) -> Row:
    if isinstance(sanction, PenaltyFacts):
        return {
            "quote": sanction.text,
            "name": PENALTIES[sanction.kind],
            "kind": "penalty",
            "by": sanction.by,
            "condition": sanction.tier,
            "minimum": sanction.minimum,
            "maximum": sanction.maximum,
            "unit": sanction.unit,
            "recipient": sanction.on,
        }
    return {
        "quote": sanction.name,
        "name": plain(sanction.name),
        "kind": sanction.kind,
        "by": sanction.by,
        "condition": sanction.condition,
        "applies_to": sanction.applies_to,
    }


class _Spans:
    """The stretches of some facts, by provision."""

    def __init__(self, facts: Iterable[Found]) -> None:
        self._by_place: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for fact in facts:
            self._by_place[fact.at].append((fact.start, fact.end))

    def hold(self, fact: Found) -> bool:
        """Does the fact lie in one of them?"""
        return any(s <= fact.start and fact.end <= e for s, e in self._by_place.get(fact.at, ()))

    def meet(self, fact: Found) -> bool:
        """Does the fact share words with one of them?"""
        return any(s < fact.end and fact.start < e for s, e in self._by_place.get(fact.at, ()))


def _frequencies(frequencies: list[Frequency]) -> Row:
    """Return parallel lists: a graph property holds no objects, and a list no null."""
    return {
        "frequency_text": [f.text for f in frequencies],
        "frequency_min": [f.min for f in frequencies],
        "frequency_per": [f.per for f in frequencies],
        "frequency_actor": [f.actor or "" for f in frequencies],
        "frequency_act": [f.act or "" for f in frequencies],
        "frequency_when": [f.when or "" for f in frequencies],
    }
