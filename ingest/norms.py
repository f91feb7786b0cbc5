"""Norms of any document: each modal word that binds, forbids or empowers, and on whom.

What counts follows the guide NORMS.md of the labelled articles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest import bearers
from ingest.lexicon import Lexicon, default
from ingest.modal_words import MODAL, ModalWord, modal_words
from ingest.penalties import Penalty, find_penalties
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments
from ingest.structure import read_article


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm: its modal word, and the party it binds or empowers as the text names it."""

    modal: ModalWord
    bearer: Stretch | None


def find_norms(structure: Structure, lexicon: Lexicon) -> list[Norm]:
    """Return the norms of a document in reading order."""
    reader = _Reader(structure, lexicon)
    return [norm for provision in structure.provisions for norm in reader.read(provision)]


@dataclass(slots=True)
class _Carried:
    """A party that carries over, and the sentences since: each may name another, which only a later norm asks."""

    party: Stretch | None = None
    waiting: list[Stretch] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Goes through the provisions in order; remembers the party of the last sentence that names one."""

    structure: Structure
    lexicon: Lexicon
    standing: _Carried = field(default_factory=_Carried)

    def read(self, provision: Provision) -> Iterator[Norm]:
        if provision.kind in ("article", "paragraph"):
            self.standing = _Carried()
        before = _Carried()
        found = list(modal_words(provision))
        for sentence in cut(provision, "。！？"):
            for modal in (m for m in found if m.sentence.start == sentence.start):
                bearer = self._bearer(modal, before)
                if bearer is not None:
                    before = _Carried(bearer)
                yield Norm(modal, bearer)
            if before.waiting or before.party is None or before.party.start < sentence.start:
                before.waiting.append(sentence)
        if before.party is not None:
            self.standing = before
        else:
            self.standing.waiting += before.waiting

    def _carried(self, carried: _Carried) -> Stretch | None:
        """The party that carries over, looked for in the sentences that were not asked yet."""
        waiting, carried.waiting = carried.waiting, []
        named = (self._named(sentence) for sentence in reversed(waiting))
        carried.party = next((party for party in named if party is not None), carried.party)
        return carried.party

    def _bearer(self, modal: ModalWord, before: _Carried) -> Stretch | None:
        own = bearers.agent_of(modal.after, self.lexicon)
        if own is None and modal.word in ("禁止", "严禁"):
            own = bearers.forbidden_party(modal.after)
        own = own or bearers.subject_of(_to_modal(modal.before), self.lexicon)
        if own is not None:
            return own
        earlier = self._earlier(modal, agents_only=bool(_SANCTIONS.match(modal.after.text)))
        if earlier is not None:
            return earlier
        if bearers.bare(modal.before).text:
            return None  # a thing is what the norm is said of
        if (
            modal.word in ("禁止", "严禁")
            and modal.segment.start == modal.sentence.start
            and self._carried(before) is None
        ):
            return None
        return self._carried(before) or self._carried(self.standing)

    def _earlier(self, modal: ModalWord, *, agents_only: bool) -> Stretch | None:
        """The party of an earlier segment of the sentence, the nearest first.

        Who may punish is never the one whose breach the condition describes: only 由A names that party.
        """
        parts = [s for part in cut(modal.sentence, "；;") for s in segments(part)]
        for segment in reversed(parts):
            if segment.start >= modal.segment.start:
                continue
            if agents_only and "由" not in segment.text:
                continue
            subject = bearers.subject_of(_to_modal(segment), self.lexicon)
            if subject is not None:
                return subject
        return None

    def _named(self, sentence: Stretch) -> Stretch | None:
        for segment in segments(sentence):
            subject = bearers.subject_of(_to_modal(segment), self.lexicon)
            if subject is not None:
                return subject
        return None


_SANCTIONS = re.compile(
    r"(?:依法|并|单|同时)?(?:处|罚|给予[^，。；]*处[分罚]|吊销|没收|暂扣|责令|撤销|取消|采取[^。；]*惩戒|予以[^，。；]*(?:处[分罚]|没收|警告|通报))"
)


def _to_modal(segment: Stretch) -> Stretch:
    """The words before the first modal word, unless it only picks out the party that ends the segment."""
    match = MODAL.search(segment.text)
    if match is None or bearers.is_picked_out(segment.text):
        return segment
    return segment.provision.run(segment.start, segment.start + match.start())


_COUNTED = {"应": r"应(?!当)", "须": r"(?<!必)须", "负责": r"负责(?!人)"}


def gold_record(record: dict[str, Any]) -> dict[str, Any]:
    """Return the norms of one article that is at hand alone: ``{id, norms, penalties}``.

    ``record`` has id, article (the heading number), text and chapter (may be None).
    """
    structure = read_article(record["text"], record["article"], record.get("chapter"))
    text = structure.source.text
    rows = []
    for norm in find_norms(structure, default()):
        word = norm.modal.word
        start, _ = norm.modal.at.span
        pattern = _COUNTED.get(word, word)
        rows.append(
            {
                "word": word,
                "n": len(re.findall(pattern, text[:start])) + 1,
                "modality": norm.modal.force,
                "bearer": norm.bearer.text if norm.bearer is not None else None,
            }
        )
    penalties = [_row(one) for one in find_penalties(structure, default())]
    structure.let_go()
    return {"id": record["id"], "norms": rows, "penalties": penalties}


def _row(one: Penalty) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "quote": one.words.text,
        "min": one.low,
        "max": one.high,
        "times": one.times,
        "on": one.on.text if one.on is not None else None,
    }
