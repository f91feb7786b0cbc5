"""What structure hands to the extractors: provisions in order, each with its words and the way back.

Extractors match on ``Words.text`` (no line breaks, no page footers inside) and turn a match into offsets of
the original with ``Words.span``; they never see the raw text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ingest.addresses import Address, article_range
from ingest.facts import Problem, ProvisionKind
from ingest.source import Source

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Stops = tuple[tuple[int, str], ...]
"""Places in a provision's words, each with the mark that stands there."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text without its line breaks, and where each character stood.

    ``pieces`` are ``(position in text, offset in the source)`` of each unbroken piece, in order.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, source: Source, segments: list[tuple[int, int]]) -> "Words":
        """Return the words of the source's segments: lines stripped and joined, interruptions left out."""
        text, pieces = "", []
        for start, end in segments:
            at = start
            stretch = source.text[start:end]
            words = stretch.strip()
            if "\n" not in words:  # nearly all paragraphs
                if words:
                    pieces.append((len(text), at + stretch.index(words)))
                    text += words
                continue
            for line in stretch.split("\n"):
                words = line.strip()
                if words:
                    pieces.append((len(text), at + line.index(words)))
                    text += words
                at += len(line) + 1
        return cls(text, tuple(pieces))

    def offset(self, position: int) -> int:
        """Return where the character at ``position`` stands in the source."""
        at, start = self.pieces[bisect_right(self.pieces, position, key=lambda p: p[0]) - 1]
        return start + position - at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of ``text[start:end]``, which must not be empty."""
        if len(self.pieces) == 1:
            shift = self.pieces[0][1]
            return start + shift, end + shift
        return self.offset(start), self.offset(end - 1) + 1

    def part(self, start: int, end: int | None = None) -> "Words":
        """Return the words of ``text[start:end]``, with their way back."""
        end = len(self.text) if end is None else end
        pieces = [(max(p, start), s + max(start - p, 0)) for p, s in self.pieces]
        nexts = [p for p, _ in self.pieces[1:]] + [len(self.text)]
        kept = tuple(
            (p - start, s)
            for (p, s), after in zip(pieces, nexts, strict=True)
            if after > start and p < end
        )
        return Words(self.text[start:end], kept)


@dataclass(slots=True, eq=False)
class Provision:
    """One provision's own words: those of its children (a paragraph's items) are not among them.

    Two are equal when they are the same one: that keeps comparing stretches cheap. It is never changed; only
    the runs that extractors share are kept with it.

    ``number`` is the enumerator as written (第五条, （一）, 一、), ``title`` the heading's words; ``words`` are
    the own words after the enumerator; ``segments`` the own stretches of the source, blanks after included:
    over all provisions they are the whole text, each character once.
    """

    address: Address
    kind: ProvisionKind
    seq: int
    parent: Address | None
    number: str | None
    title: str | None
    words: Words
    segments: tuple[tuple[int, int], ...]

    text: str = field(init=False)
    """The own words after the enumerator, without line breaks."""
    _runs: dict[tuple[int, int], "Stretch"] = field(init=False, repr=False)
    """The runs that extractors share, by their places: each is one stretch, which keeps what it is asked for."""

    def __post_init__(self) -> None:
        self.text = self.words.text
        self._runs = {}

    def run(self, start: int, end: int) -> "Stretch":
        """Return the words between two places, always the same stretch for the same places."""
        place = (start, end)
        run = self._runs.get(place)
        if run is None:
            run = self._runs[place] = Stretch(self, start, end)
        return run

    def let_go(self) -> None:
        """Forget the runs: they and the provision hold each other, and memory would wait for the collector."""
        self._runs.clear()


class Stretch:
    """A run of a provision's words, with its address and its way back to the source; never changed.

    Two are equal when they are the same run of the same provision.
    """

    __slots__ = ("_kept", "cuts", "end", "provision", "start", "stops", "text")

    def __init__(self, provision: Provision, start: int, end: int) -> None:
        self.provision = provision
        self.start = start
        self.end = end
        self.text = provision.text[start:end]
        """The words, without line breaks."""
        self.stops: Stops | None = None
        """Where it may be cut, as ``sentences`` finds it out; None until then."""
        self.cuts: dict[str, tuple[Stretch, ...] | None] | None = None
        """Its parts, by the marks at which ``sentences`` cut it; None where it is itself the only part."""
        self._kept: dict[Any, Any] | None = None

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Stretch)
            and self.provision is other.provision
            and self.start == other.start
            and self.end == other.end
        )

    def __hash__(self) -> int:
        return hash((id(self.provision), self.start, self.end))

    def __repr__(self) -> str:
        return f"Stretch({self.at}: {self.text!r})"

    @classmethod
    def whole(cls, provision: Provision) -> "Stretch":
        """Return all of a provision's words."""
        return provision.run(0, len(provision.text))

    def once(self, make: Callable[["Stretch", K], T], by: K) -> T:
        """Return ``make(self, by)``, made when it is first asked for.

        The extractors go over the same sentences one after the other; what they all ask for is kept here and
        goes with the document.
        """
        if self._kept is None:
            self._kept = {}
        key = (make, by)
        if key not in self._kept:
            self._kept[key] = make(self, by)
        kept: T = self._kept[key]
        return kept

    @property
    def at(self) -> str:
        """The address of the provision."""
        return str(self.provision.address)

    @property
    def span(self) -> tuple[int, int]:
        """The offsets in the source of the words, which must not be empty."""
        return self.provision.words.span(self.start, self.end)

    @property
    def place(self) -> dict[str, Any]:
        """The fields that say where a fact was found: ``at``, ``start``, ``end``."""
        start, end = self.span
        return {"at": self.at, "start": start, "end": end}

    def part(self, start: int, end: int | None = None) -> "Stretch":
        """Return ``text[start:end]`` as a stretch."""
        at = self.start
        return Stretch(self.provision, at + start, self.end if end is None else at + end)

    def group(self, match: re.Match[str], name: str | int = 0) -> "Stretch":
        """Return the stretch of a group of a match in ``text``."""
        return self.part(*match.span(name))

    def strip(self, characters: str) -> "Stretch":
        """Return the stretch without these characters at either end."""
        text = self.text.lstrip(characters)
        left, text = len(self.text) - len(text), text.rstrip(characters)
        return self if len(text) == len(self.text) else self.part(left, left + len(text))


@dataclass(eq=False)
class Structure:
    """A document's provisions in reading order, with what the header says and what looks wrong; never changed."""

    source: Source
    title: str
    provisions: tuple[Provision, ...]
    problems: tuple[Problem, ...] = ()

    by_address: dict[str, Provision] = field(init=False, repr=False)
    """Provisions by ``str(address)``."""
    articles: list[Provision] = field(init=False, repr=False)
    """All articles, in order; their paragraphs are ``children(article.address)``."""
    paragraphs: list[Provision] = field(init=False, repr=False)
    """All paragraphs, of articles and of headings, in order: the lead-ins of lists are among them."""
    _children: dict[str, list[Provision]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.by_address = {str(p.address): p for p in self.provisions}
        self.articles = [p for p in self.provisions if p.kind == "article"]
        self.paragraphs = [p for p in self.provisions if p.kind == "paragraph"]
        self._children = {}
        for p in self.provisions:
            if p.parent is not None:
                self._children.setdefault(str(p.parent), []).append(p)

    def let_go(self) -> None:
        """Forget what the extractors kept with the provisions, when all of them are done."""
        for provision in self.provisions:
            provision.let_go()

    @property
    def article_range(self) -> str:
        """The first and the last article: 第一条至第三十三条; nothing where there is none."""
        return article_range(self.by_address)

    def children(self, address: Address | str) -> list[Provision]:
        """Return the provisions directly under an address, in order (a paragraph's items, …)."""
        return self._children.get(str(address), [])

    def descendants(self, address: Address | str) -> Iterator[Provision]:
        """Yield everything under an address, in reading order."""
        for child in self.children(address):
            yield child
            yield from self.descendants(child.address)

    def containers(self, address: Address) -> Iterator[Provision]:
        """Yield the provision's parents from the nearest outwards (paragraph, article, section, chapter)."""
        parent = self.by_address[str(address)].parent
        while parent is not None:
            provision = self.by_address[str(parent)]
            yield provision
            parent = provision.parent
