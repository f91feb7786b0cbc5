"""What a post has to do, each item of a list and each sentence, cut into its separate obligations."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.clauses import Clause, clauses_of
from ingest.facts import DutyFacts, Frequency, RoleFacts
from ingest.frequencies import find_periods
from ingest.lexicon import Lexicon
from ingest.parties import is_party
from ingest.provisions import Provision, Stretch, Structure
from ingest.roles import Assignment, key, post_at_begin
from ingest.sentences import cut, segments

_CLOSING: Final = "。；; ："


def find_duties(
    structure: Structure,
    assignments: Sequence[Assignment],
    roles: Sequence[RoleFacts],
    lexicon: Lexicon,
) -> list[DutyFacts]:
    """Return the duties in reading order, with the ids of the roles that bear them."""
    reader = _Duties(structure, {key(r.name): r for r in roles}, lexicon)
    found = [duty for a in assignments for duty in reader.of(a)]
    found.sort(key=lambda d: (d.start, d.end))
    counts: dict[str, int] = {}
    numbered = []
    for duty in found:
        counts[duty.at] = counts.get(duty.at, 0) + 1
        numbered.append(duty.model_copy(update={"id": f"duty-{duty.at}-{counts[duty.at]}"}))
    return numbered


def frequencies_of(
    stretch: Stretch, clauses: Sequence[Clause], bearer: str | None, lexicon: Lexicon
) -> list[Frequency]:
    """Return how often what is done in a stretch; the actor is the party named before, else the bearer."""
    found: list[Frequency] = []
    if "每" not in stretch.text:
        return found
    for sentence in cut(stretch, "。；;"):
        for segment in segments(sentence):
            begin = segment.start
            for period in find_periods(segment):
                before = Stretch(segment.provision, begin, period.stretch.start).strip(" 、，和及")
                begin = period.stretch.end
                found.append(
                    Frequency(
                        text=period.stretch.text,
                        actor=_actor(before, lexicon) or bearer,
                        min=period.times,
                        per=period.per,
                        act=_act(period.stretch, clauses),
                        when=period.when,
                    )
                )
    return found


def _actor(before: Stretch, lexicon: Lexicon) -> str | None:
    tokens = lexicon.tags(before.text)
    return before.text if tokens and is_party(tokens) else None


def _act(period: Stretch, clauses: Sequence[Clause]) -> str | None:
    """The clause that the frequency stands in, else the one before it, else the next."""
    holding = [c for c in clauses if c.words.start < period.end and period.start < c.words.end]
    after = [c for c in clauses if c.words.start >= period.end]
    before = [c for c in clauses if c.words.end <= period.start]
    chosen = holding[:1] or after[:1] or before[-1:]
    return chosen[0].words.text if chosen else None


class _Duties:
    def __init__(self, structure: Structure, roles: dict[str, RoleFacts], lexicon: Lexicon) -> None:
        self.structure = structure
        self.roles = roles
        self.lexicon = lexicon

    def of(self, assignment: Assignment) -> Iterator[DutyFacts]:
        bearers = [self.roles[key(p.name.text)] for p in assignment.posts]
        if assignment.kind == "list":
            paragraph = assignment.stretch.provision
            for item in self.structure.children(paragraph.address):
                yield from self._item(item, bearers)
        elif assignment.kind == "sentence":
            yield self._duty(assignment.stretch, assignment.clauses, bearers)

    def _item(self, item: Provision, bearers: Sequence[RoleFacts]) -> Iterator[DutyFacts]:
        subitems = self.structure.children(item.address)
        for stretch, own in self._parts(item, bearers):
            if stretch.text.endswith(("：", ":")) and subitems:
                continue  # a lead-in of subitems: those are the duties
            words = stretch.strip(_CLOSING)
            clauses = [c for s in cut(words, "。") for c in clauses_of(s, self.lexicon)]
            yield self._duty(stretch.strip(" "), clauses, own)
        for subitem in subitems:
            yield from self._item(subitem, bearers)

    def _parts(
        self, item: Provision, bearers: Sequence[RoleFacts]
    ) -> Iterator[tuple[Stretch, Sequence[RoleFacts]]]:
        """The item whole, or cut where a part between ； or 。 names posts of its own."""
        whole = Stretch.whole(item)
        begin, owner = 0, bearers
        for part in cut(whole, "。；;"):
            own = self._named(part)
            if not own or own == list(owner):
                continue
            if part.start > begin:
                yield Stretch(item, begin, part.start), owner
            begin, owner = part.start, own
        if begin < len(item.text):
            yield Stretch(item, begin, len(item.text)), owner

    def _named(self, part: Stretch) -> list[RoleFacts]:
        """The roles that the segments of a part name as their subjects."""
        posts = (post_at_begin(segment, self.lexicon) for segment in segments(part))
        found = (self.roles.get(key(p.text)) for p in posts if p is not None)
        return list({r.id: r for r in found if r is not None}.values())

    def _duty(
        self, stretch: Stretch, clauses: Sequence[Clause], bearers: Sequence[RoleFacts]
    ) -> DutyFacts:
        names = [b.name for b in bearers]
        return DutyFacts(
            id="",
            roles=[b.id for b in bearers],
            text=self.structure.source.quote(*stretch.span),
            clauses=[_without_end(_words(c)) for c in clauses],
            frequency=frequencies_of(stretch, clauses, names[0] if names else None, self.lexicon),
            **stretch.place,
        )


def _words(clause: Clause) -> str:
    """The clause's words; a condition …的 right before them stays with the verb that follows."""
    with_condition = clause.condition is not None and not clause.named
    return clause.whole.text if with_condition else clause.words.text


def _without_end(text: str) -> str:
    return re.sub(r"[。；;，：:]+$", "", text)
