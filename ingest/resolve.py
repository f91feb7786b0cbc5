"""Where a reference leads: to an address of this text, or why to none.

References to other instruments are ``not_loaded`` here: one document knows nothing of another; the graph's link
step takes them further. A wrong place is worse than none: what is not certain is ``ambiguous``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.addresses import Address, AddressError, lacking
from ingest.citations import Mention
from ingest.facts import CitationFacts, DocumentFacts, Problem, Resolution, Unresolved
from ingest.patterns import SELF
from ingest.provisions import Stretch, Structure

_AND_OTHERS: Final = re.compile(
    r"》(?:[（(][^（）()]*[）)])?\s*(?P<words>等(?:有关|相关)?(?:文件|法律|法规|规章|规定|政策)[^，。；、]{0,6})"
)
_ORDINARY: Final = ("决定", "通知", "意见", "解释", "标准", "制度", "方案", "公告")
"""Ordinary words after 本 in a text of another kind: no slip of its name for itself."""
_AMENDING: Final = re.compile(r"修正案|关于(?:修改|修订|修正)|的修改$")


def resolve(
    mentions: Sequence[Mention], structure: Structure, document: DocumentFacts
) -> tuple[list[CitationFacts], list[Unresolved], list[Problem]]:
    """Return the citations with their places, what could not be determined, and slips in self-names."""
    citations = [
        _citation(mention, structure, document, before)
        for mention, before in zip(mentions, _titles_before(mentions), strict=True)
    ]
    unresolved = [*_not_determined(mentions, citations), *_others(structure)]
    unresolved.sort(key=lambda u: u.start)
    return citations, unresolved, list(_slips(structure, document))


def resolve_units(units: Iterable[str], structure: Structure, document: str) -> Resolution:
    """Return the provisions of a structure that units as cited name (``20.1.6``, ``20..6``, ``ch2``)."""
    provisions: list[str] = []
    for unit in units:
        found = places_of(unit, structure)
        if not found:
            return Resolution(
                status="no_such_provision",
                document=document,
                reason=f"本文件没有{_shown(unit)}"
                + lacking(unit, structure.by_address, structure.article_range),
            )
        if len(found) > 1:
            names = "、".join(Address.parse(f).canonical() for f in found)
            return Resolution(
                status="ambiguous",
                document=document,
                provisions=[],
                reason=f"{_shown(unit)}没有写明是哪一款，可能是{names}",
            )
        provisions += found
    return Resolution(status="resolved", document=document, provisions=provisions)


def places_of(unit: str, structure: Structure) -> list[str]:
    """Return the addresses that a unit may mean: none, one, or several where no paragraph is named."""
    if unit in structure.by_address:
        return [unit]
    if unit.startswith("ch"):  # chapters restart under each part: 第二章 alone may be several
        return [
            str(p.address)
            for p in structure.provisions
            if p.kind in ("chapter", "section") and str(p.address).endswith(f".{unit}")
        ]
    article, _, rest = unit.partition("..")
    if not rest:
        return []
    candidates = (f"{p.address}.{rest}" for p in structure.children(article))
    return [c for c in candidates if c in structure.by_address]


def _shown(unit: str) -> str:
    try:
        return Address.parse(unit).canonical()
    except AddressError:
        return unit


def _citation(
    mention: Mention, structure: Structure, document: DocumentFacts, before: str | None
) -> CitationFacts:
    return CitationFacts(
        at=str(mention.at),
        start=mention.start,
        end=mention.end,
        quote=structure.source.quote(mention.start, mention.end),
        target=mention.target,
        units=list(mention.units),
        kind=mention.kind,
        form=mention.form,
        rule=mention.rule,
        doc_number=mention.doc_number,
        issuers=list(mention.issuers) or None,
        applies=mention.applies,
        resolution=_resolution(mention, structure, document, before),
    )


def _titles_before(mentions: Sequence[Mention]) -> Iterator[str | None]:
    """For each mention, the title that was cited last before it in the same article."""
    article, title = "", None
    for mention in mentions:
        if mention.at.parts[0] != article:
            article, title = mention.at.parts[0], None
        yield title
        if mention.form == "external":
            title = mention.target


def _resolution(
    mention: Mention, structure: Structure, document: DocumentFacts, before: str | None
) -> Resolution:
    if mention.note:
        status = "no_such_provision" if mention.target == "self" else "ambiguous"
        return Resolution(
            status=status,
            document=document.id if mention.target == "self" else None,
            reason=mention.note,
        )
    if mention.target == "self" and (doubt := _of_another(mention, structure)):
        return Resolution(status="ambiguous", document=document.id, reason=doubt)
    if mention.target != "self":
        return Resolution(status="not_loaded", reason="所引文件的正文不在本文件之内，载入后定位")
    found = resolve_units(mention.units, structure, document.id)
    if reason := _doubt(mention, found, document, before):
        return Resolution(status="ambiguous", document=document.id, reason=reason)
    return found


def _doubt(
    mention: Mention, found: Resolution, document: DocumentFacts, before: str | None
) -> str | None:
    """Return why units that were looked up may be meant otherwise."""
    if mention.rule == "bare_unit" and found.provisions == [str(mention.at)]:
        return "按字面所指的就是这一处自己，应是前文所引条文的款、项"
    if found.status != "no_such_provision":
        return None
    if document.volume:
        return f"{found.reason}；本文件只是其中的{document.volume}，条文可能在其他编"
    if mention.rule == "bare_unit" and before:
        return f"{found.reason}；前文引用了《{before}》，可能是它的条文"
    return None


def _of_another(mention: Mention, structure: Structure) -> str | None:
    """Return why units may be those of another text: in one that amends it, or that has no articles."""
    if not any(unit[:1].isdigit() for unit in mention.units):
        return None
    if _AMENDING.search(structure.title) and not re.match(r"本(?:决定|修正案)", mention.quote):
        return "本文件修改其他文件，这里的条号可能是被修改的文件的"
    if not structure.articles:
        return "本文件不分条，这里的条号可能是其他文件的"
    return None


def _not_determined(
    mentions: Sequence[Mention], citations: Sequence[CitationFacts]
) -> Iterable[Unresolved]:
    for mention, citation in zip(mentions, citations, strict=True):
        if citation.resolution.status in ("no_such_provision", "ambiguous"):
            yield Unresolved(
                at=str(mention.at),
                start=mention.start,
                end=mention.end,
                quote=citation.quote,
                reason=citation.resolution.reason or "所指不能确定",
            )


def _others(structure: Structure) -> Iterable[Unresolved]:
    """《…》等文件: instruments that a text means and does not list."""
    for provision in structure.provisions:
        for match in _AND_OTHERS.finditer(provision.text):
            words = Stretch.whole(provision).group(match, "words")
            yield Unresolved(
                quote=structure.source.quote(*words.span),
                reason="所指的其他文件没有逐一列明",
                **words.place,
            )


def _slips(structure: Structure, document: DocumentFacts) -> Iterable[Problem]:
    """A self-name that is not this document's kind: 本实施细则 in a 实施办法."""
    for provision in structure.provisions:
        if provision.kind not in ("paragraph", "item", "subitem"):
            continue
        for match in SELF.finditer(provision.text):
            if match["kind"] in _ORDINARY:
                continue
            if document.title and match["kind"] not in document.title[-8:]:
                stretch = Stretch.whole(provision).group(match)
                start, end = stretch.span
                yield Problem(
                    code="self_name_slip",
                    at=stretch.at,
                    message=f"自称“{match.group()}”与标题不一致，按本文件自称处理",
                    start=start,
                    end=end,
                )
