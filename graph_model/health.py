"""The reference health report: what a careful reader of a text's references would want to be told.

Findings are told with place, quote, reason and suggestion; nothing is ever corrected.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import networkx

from graph_model.corpus import Corpus, Remark, Verdict, is_applied
from graph_model.querybook import Readable, ask
from graph_model.targets import Text
from ingest.addresses import Address, article_of
from ingest.titles import title_key

KINDS = {
    "no_such_provision": "所引条文不存在",
    "repealed": "所引文件已废止",
    "superseded": "所引文本不是最新的",
    "undefined_abbreviation": "简称没有写明全称",
    "self_name_slip": "自称与标题不一致",
    "cycle": "依照适用成环",
    "numbering": "编号缺漏、重复或乱序",
    "unclear": "所指不能确定",
    "cited_without_norm": "罚则所引条文没有义务",
    "penalty_without_norm": "罚则没有对应的义务",
    "duty_without_consequence": "职责没有后果",
    "norm_without_consequence": "义务没有后果",
    "prohibition_without_sanction": "禁止没有罚则",
    "amounts_differ": "同一行为罚款数额不同",
    "bearers_overlap": "同一件事写给不同主体",
    "bearer_missing": "没有写明由谁承担",
}
"""What is looked for, in the order of the report, and its heading."""

SUGGESTIONS = {
    "no_such_provision": "核对所引文件的现行文本：条号可能因修订而变动，或引用写错。",
    "repealed": "查明取代它的文件，改引现行规定；确需保留的，写明施行期间。",
    "superseded": "核对新文本中对应的条文，条号可能已经变动。",
    "undefined_abbreviation": "在第一次出现时写全称，并注明“以下简称”。",
    "self_name_slip": "改为与标题一致的自称。",
    "cycle": "查看环上各条：互相依照而没有一条写明实体内容的，应当补充。",
    "numbering": "对照原件核对编号。",
    "unclear": "写明文号、制发机关、地区或款、项。",
    "cited_without_norm": "核对条号：义务可能在修订时移到了别的条文。",
    "penalty_without_norm": "写明违反哪一条，或补写义务。程序按引用和文字相近判断，可能漏认。",
    "duty_without_consequence": "看其他条文或上位法是否规定了后果；没有的，考虑补充。",
    "norm_without_consequence": "看其他条文或上位法是否规定了后果；倡导性的规定不必有罚则。程序可能漏认。",
    "prohibition_without_sanction": "看其他条文或上位法是否规定了后果；没有的，考虑补充。程序可能漏认。",
    "amounts_differ": "对照上位法的幅度，查明应当适用哪一个。",
    "bearers_overlap": "明确由谁牵头、由谁配合，或者分清各自的范围。",
    "bearer_missing": "写明由哪个机关、单位或岗位承担。",
}
_CODES = {
    "self_name_slip": "self_name_slip",
    "gap": "numbering",
    "double": "numbering",
    "order": "numbering",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: of which kind, where, in which words, why, and what to do."""

    kind: str
    doc: str
    title: str
    status: str
    at: str
    canonical: str
    quote: str
    reason: str
    suggestion: str
    start: int | None = None
    end: int | None = None

    @property
    def place(self) -> str:
        """Where it is, with the status: a draft never looks like law in force."""
        return f"《{self.title}》（{self.status}）{self.canonical}"

    def to_plain(self) -> dict[str, Any]:
        """Return the finding as a row of a table or of JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, by kind and then by place, and what became of every citation that was looked at."""

    findings: tuple[Finding, ...]
    outcomes: dict[str, int]
    documents: int

    def to_plain(self) -> dict[str, Any]:
        """Return the report as one JSON value."""
        return {
            "documents": self.documents,
            "outcomes": self.outcomes,
            "findings": [f.to_plain() for f in self.findings],
        }


@dataclass(frozen=True, slots=True)
class Material:
    """What is examined: texts by id, all their citations with verdicts, and remarks about them."""

    texts: dict[str, Text]
    verdicts: tuple[Verdict, ...]
    remarks: tuple[Remark, ...]

    @classmethod
    def of_corpus(cls, corpus: Corpus) -> "Material":
        """Return what documents at hand say."""
        return cls(corpus.texts(), tuple(corpus.verdicts()), tuple(corpus.remarks()))

    @classmethod
    def of_store(cls, store: Readable, only: str | None = None) -> "Material":
        """Return what is loaded, as the graph's link step resolved it.

        ``only``: what the report on one document needs of it, which is little beside its own citations.
        """
        texts = {
            row["doc"]: Text(
                row["doc"], row["title"], row["title_key"], None, None, row["region"],
                row["status"], row["adopted"], row["effective"], row["instrument"], row["volume"],
            )
            for row in ask(store, "versions").rows
        }  # fmt: skip
        if only is None:
            verdicts = [_verdict(row) for row in ask(store, "citation-verdicts").rows]
        else:
            verdicts = _around(store, only)
        remarks = tuple(
            Remark(
                r["doc"], r["at"], r["canonical"], r["code"], r["message"], r["quote"] or "",
                r["start"], r["end"],
            )
            for r in ask(store, "problems", document=only).rows
        )  # fmt: skip
        return cls(texts, tuple(verdicts), remarks)


def _around(store: Readable, document: str) -> list[Verdict]:
    """The citations of a document, those that repeal one, and those that its 依照 lead on to."""
    repealing = [_verdict(row) for row in ask(store, "citation-verdicts", kind="repeal").rows]
    own = [_verdict(row) for row in ask(store, "citation-verdicts", document=document).rows]
    found = dict.fromkeys([*repealing, *own])
    seen: set[str] = set()
    frontier = own
    while frontier:
        reached = {target for v in frontier for _, target in _applying(v)} - seen
        seen |= reached
        rows = ask(store, "verdicts-of-places", places=sorted(reached)).rows if reached else []
        frontier = [_verdict(row) for row in rows]
        found |= dict.fromkeys(frontier)
    return list(found)


def _verdict(row: dict[str, Any]) -> Verdict:
    return Verdict(
        row["doc"],
        row["at"],
        row["canonical"],
        row["start"],
        row["end"],
        row["quote"],
        row["target"],
        tuple(row["units"] or ()),
        row["kind"],
        row["form"],
        row["rule"],
        is_applied(row["text"], row["quote"]),
        row["status"],
        row["reason"],
        row["note"],
        row["instrument"],
        row["to_doc"],
        tuple(row["to_at"]),
    )


def examine(material: Material, only: str | None = None) -> Report:
    """Return the report on all texts, or on one of them (the others are what it is held against)."""
    outcomes: dict[str, int] = defaultdict(int)
    for v in material.verdicts:
        if only in (None, v.document):
            outcomes[v.status] += 1
    found = [*_of_citations(material), *_of_remarks(material), *_cycles(material)]
    order = list(KINDS)
    wanted = [f for f in found if only in (None, f.doc)]
    wanted.sort(key=lambda f: (order.index(f.kind), f.title, f.doc, f.start or 0, f.at))
    return Report(tuple(wanted), dict(sorted(outcomes.items())), 1 if only else len(material.texts))


def _of_citations(material: Material) -> Iterator[Finding]:
    repealed = _repealed(material)
    latest = _latest(material)
    for v in material.verdicts:
        if v.status == "no_such_provision":
            yield _finding(material, "no_such_provision", v, v.reason or "")
        elif (
            v.kind in ("repeal", "amends") and v.instrument == material.texts[v.document].instrument
        ):
            continue  # its own past: nothing is wrong with the words
        elif v.status == "ambiguous":
            undefined = v.rule == "undefined_abbreviation"
            kind = "undefined_abbreviation" if undefined else "unclear"
            yield _finding(material, kind, v, v.reason or "")
        elif v.kind not in ("repeal", "amends", "amended_by") and v.to_document != v.document:
            yield from _of_target(material, v, repealed, latest)


def _of_target(
    material: Material, v: Verdict, repealed: dict[str, Verdict], latest: dict[str, str]
) -> Iterator[Finding]:
    """What is to be said of the text that a citation leads to: repealed, or with a later version."""
    text = material.texts.get(v.to_document or "")
    by = repealed.get(v.to_document or v.instrument or "")
    if text and text.status == "已废止":
        yield _finding(material, "repealed", v, f"《{text.title}》的文本标明已废止")
    elif by and by.document != v.document and _since(material, by) <= _since(material, v):
        title = material.texts[by.document].title
        reason = f"已由《{title}》{by.canonical}废止，引用它的文件在此之后制定"
        yield _finding(material, "repealed", v, reason)
    elif text and text.since and latest.get(text.instrument, "") > text.since:
        newest = latest[text.instrument]
        reason = f"引用定位到《{text.title}》{text.since} 的文本，之后还有 {newest} 的文本"
        yield _finding(material, "superseded", v, reason)


def _latest(material: Material) -> dict[str, str]:
    """Return the date of the latest final text of each instrument."""
    dates: dict[str, str] = defaultdict(str)
    for text in material.texts.values():
        if text.status != "征求意见稿":
            dates[text.instrument] = max(dates[text.instrument], text.since or "")
    return dates


def _repealed(material: Material) -> dict[str, Verdict]:
    """Return by which citation a document, or an instrument that is not loaded, was repealed as a whole.

    A text that repeals its own predecessor of the same title says nothing about the title.
    """
    found: dict[str, Verdict] = {}
    for v in material.verdicts:
        if v.kind != "repeal" or v.units or v.form != "external":
            continue
        own = title_key(material.texts[v.document].title)
        key = v.to_document or v.instrument
        if key and title_key(v.target) != own and v.to_document != v.document:
            found.setdefault(key, v)
    return found


def _since(material: Material, v: Verdict) -> str:
    """The date of the text that a citation stands in; empty where it has none."""
    return material.texts[v.document].since or ""


def _of_remarks(material: Material) -> Iterator[Finding]:
    for remark in material.remarks:
        if kind := _CODES.get(remark.code):
            yield _finding(material, kind, remark, remark.message)


def _cycles(material: Material) -> Iterator[Finding]:
    """Articles that apply one another in a ring (依照, 按照, 参照): each is told at its own place."""
    edges: dict[tuple[str, str], Verdict] = {}
    for v in material.verdicts:
        for ends in _applying(v):
            edges.setdefault(ends, v)
    graph = networkx.DiGraph(list(edges))
    for ring in networkx.strongly_connected_components(graph):
        if len(ring) < 2:
            continue
        for source, target in sorted(graph.subgraph(ring).edges):
            others = "、".join(_shown(material, key) for key in sorted(ring) if key != source)
            yield _finding(material, "cycle", edges[source, target], f"与{others}互相依照适用")


def _applying(v: Verdict) -> Iterator[tuple[str, str]]:
    """From which article to which others a citation says that they are to be applied."""
    if v.applies and v.status == "resolved" and v.to_document:
        source = f"{v.document}#{article_of(v.at)}"
        for at in v.to_addresses:
            target = f"{v.to_document}#{article_of(at)}"
            if target != source:
                yield source, target


def _shown(material: Material, key: str) -> str:
    document, _, at = key.rpartition("#")
    return f"《{material.texts[document].title}》{Address.parse(at).canonical()}"


def _finding(material: Material, kind: str, of: Verdict | Remark, reason: str) -> Finding:
    text = material.texts[of.document]
    return Finding(
        kind,
        of.document,
        text.title,
        text.status,
        of.at,
        of.canonical,
        of.quote,
        reason,
        SUGGESTIONS[kind],
        of.start,
        of.end,
    )
