"""What a norm says around its modal word: action, conditions, exceptions, counterpart, who assists, how often, until when.

A sentence with several modal words is divided among them: each has the segments from the condition or subject that
leads to it up to those that lead to the next one, and never reaches over a ；. What the words do not tell is empty, and
a norm without a bearer says why.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from ingest.facts import Deadline, Frequency, NormFacts
from ingest.frequencies import find_periods
from ingest.lexicon import Lexicon
from ingest.norms import Norm
from ingest.parties import counterpart_of
from ingest.provisions import Stretch, Structure
from ingest.sentences import cut, segments
from ingest.subjects import bare, subject_of

NO_BEARER: Final = "文中没有写明由谁承担"
A_THING: Final = "以事物为主语，文中没有写明由谁承担"
OPEN_BEARER: Final = "只写“有关”“相关”，没有写明是哪一个"

_LEADS_ON: Final = re.compile(
    r"(?:的|时|后|前|之日起|期间|情况下|情形下|之一|(?:以|之)?外)$"
    r"|^(?:在|自|经(?![营济])|因|未|除|对|对于|根据|按照|依照|凡|如果?|若|为了?|由于|发生|发现|遇|但是?$)"
)
"""A segment that belongs to what comes after it."""
_CONDITION: Final = re.compile(
    r"(?:的|(?<![及同按随平临小限])时|以?后|以?前|之日起|期间|情况下|情形下|之一)$"
    r"|^(?:在[^，。；]*[时中下后前]|经(?![营济])|未经|因|如果?|若|凡|遇|发生|发现)"
)
_EXCEPT: Final = re.compile(r"^除[^。；]*?(?:以|之)?外$|除外$")
_WITH: Final = re.compile(
    r"会同|联合(?=[^国会体])|商(?<![协会磋]商)(?=[本同省市县国有相财发]\w*(?:部门|机关|政府|单位))"
)
_ASSISTING: Final = re.compile(
    r"(?:应当)?(?:予以|给予|积极|依法|密切|主动|按照职责(?:分工)?)*(?:配合|协助|参与|协同)(?:做好|开展|实施)?"
)


def norm_facts(
    structure: Structure, norms: Sequence[Norm], deadlines: Sequence[Deadline], lexicon: Lexicon
) -> list[NormFacts]:
    """Return the norms with all that is said around them, in reading order."""
    due = _Deadlines(deadlines)
    return [
        _row(structure, norm, clause, due, lexicon)
        for _, group in groupby(norms, key=lambda n: n.modal.sentence)
        for norm, clause in _clauses(list(group))
    ]


class _Deadlines:
    """The deadlines of a document, found by where they stand."""

    def __init__(self, deadlines: Sequence[Deadline]) -> None:
        self._rows = sorted(deadlines, key=lambda d: d.start)
        self._starts = [d.start for d in self._rows]

    def inside(self, start: int, end: int) -> list[Deadline]:
        found = self._rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [d for d in found if d.end <= end]


def _clauses(norms: Sequence[Norm]) -> Iterator[tuple[Norm, Sequence[Stretch]]]:
    """Divide a sentence among its norms, as segments; norms of one segment share their clause."""
    for part in cut(norms[0].modal.sentence, "；;"):
        own = [n for n in norms if part.start <= n.modal.at.start < part.end]
        said = segments(part)
        homes = [_home(n, said) for n in own]
        distinct = sorted(set(homes))
        begins = [0] + [_begin(said, b, h) for b, h in pairwise(distinct)]
        ends = [*begins[1:], len(said)]
        clauses = {h: said[b:e] for h, b, e in zip(distinct, begins, ends, strict=False)}
        yield from ((norm, clauses[home]) for norm, home in zip(own, homes, strict=True))


def _home(norm: Norm, said: Sequence[Stretch]) -> int:
    """The index of the segment that holds the modal word."""
    return next(i for i, s in enumerate(said) if norm.modal.at.start < s.end)


def _begin(said: Sequence[Stretch], before: int, home: int) -> int:
    """Where the clause of a segment begins: with what leads on to it, after the clause before."""
    begin = home
    while begin - 1 > before and _LEADS_ON.search(said[begin - 1].text):
        begin -= 1
    return begin


def _row(
    structure: Structure, norm: Norm, clause: Sequence[Stretch], due: _Deadlines, lexicon: Lexicon
) -> NormFacts:
    whole = Stretch(clause[0].provision, clause[0].start, clause[-1].end)
    start, end = whole.span
    action = Stretch(whole.provision, norm.modal.at.end, whole.end).strip(" 　，,：:")
    bearer = norm.bearer.text if norm.bearer is not None else None
    around = [s for s in clause if not s.start <= norm.modal.at.start < s.end]
    return NormFacts(
        text=structure.source.quote(start, end),
        word=norm.modal.word,
        force=norm.modal.force,
        bearer=bearer,
        bearer_span=norm.bearer.span if norm.bearer is not None else None,
        reason=_reason(norm),
        action=action.text or None,
        conditions=_conditions(norm, clause),
        exceptions=[s.text for s in around if _is_exception(s)],
        counterpart=counterpart_of(action.text, lexicon),
        assisting=_assisting(clause, norm, lexicon),
        frequency=_frequencies(clause, bearer),
        deadlines=[d.text for d in due.inside(start, end)],
        lists=_leads_a_list(structure, whole),
        at=whole.at,
        start=start,
        end=end,
    )


def _reason(norm: Norm) -> str | None:
    if norm.bearer is None:
        return A_THING if bare(norm.modal.before).text else NO_BEARER
    return OPEN_BEARER if norm.bearer.text.startswith(("有关", "相关")) else None


def _conditions(norm: Norm, clause: Sequence[Stretch]) -> list[str]:
    """On what the norm depends: segments before its own, and what stands before the bearer in its own."""
    found = [
        s.text
        for s in clause
        if s.end <= norm.modal.at.start
        and _CONDITION.search(s.text)
        and not _is_exception(s)
        and not (
            norm.bearer is not None and norm.bearer.start == s.start and norm.bearer.end == s.end
        )
    ]
    before = norm.modal.before
    if norm.bearer is not None and before.start < norm.bearer.start < before.end:
        led = Stretch(before.provision, before.start, norm.bearer.start).text
        found += [led] if _CONDITION.search(led) else []
    return found


def _is_exception(segment: Stretch) -> bool:
    return segment.text.endswith("外") and _EXCEPT.search(segment.text) is not None


def _assisting(clause: Sequence[Stretch], norm: Norm, lexicon: Lexicon) -> list[str]:
    """Who takes part beside the bearer: A会同B, B配合."""
    found: list[str] = []
    for segment in clause:
        if joined := _WITH.search(segment.text):
            party = subject_of(segment.part(joined.end()), lexicon, clause=True)
            found += [party.text] if party is not None else []
        elif segment.start > norm.modal.at.start and (helped := _ASSISTING.search(segment.text)):
            party = subject_of(segment.part(0, helped.start()), lexicon)
            found += [party.text] if party is not None else []
    return found


def _frequencies(clause: Sequence[Stretch], bearer: str | None) -> list[Frequency]:
    return [
        Frequency(
            text=period.stretch.text,
            actor=bearer,
            min=period.times,
            per=period.per,
            act=None,
            when=period.when,
        )
        for segment in clause
        if "每" in segment.text
        for period in find_periods(segment)
    ]


def _leads_a_list(structure: Structure, clause: Stretch) -> bool:
    """Does the norm go on in the items below: 应当履行下列职责："""
    after = clause.provision.text[clause.end : clause.end + 1]
    return after in ("：", ":") and bool(structure.children(clause.provision.address))
