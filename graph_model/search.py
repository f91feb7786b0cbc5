"""Full-text search over provisions: the index gives candidates, the text itself decides and ranks.

The two servers score differently, so nothing of their order is used: a hit holds every token of the query; those
that hold the query word for word come first, then those with more occurrences, then in reading order. Of a word
that stands everywhere only so many candidates are looked at, and the answer says so.
"""

import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from graph_model.querybook import Readable, ask

INDEX = "Provision[tokens]"
MOST_CANDIDATES = 1000
"""How many provisions are looked at and ranked."""
FEW_PROVISIONS = 50_000
"""Up to how many provisions in the graph every text is read through for the phrase, too."""
_SHOWN = ("document", "address", "kind", "canonical", "text", "seq")


class Searchable(Readable, Protocol):
    """What is searched: the store."""

    def fulltext(
        self,
        index: str,
        tokens: Sequence[str],
        limit: int,
        properties: Sequence[str],
        within: Mapping[str, Sequence[str]] | None = None,
    ) -> list[dict[str, Any]]:
        """Return chosen properties of nodes that hold all the tokens."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision that holds the query: ``spans`` are the stretches of its text to mark."""

    doc: str
    at: str
    kind: str
    canonical: str
    text: str
    spans: tuple[tuple[int, int], ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Within:
    """Where to search: in some documents (None: all), among some kinds of provisions (none given: all)."""

    documents: Collection[str] | None = None
    kinds: Collection[str] = ()

    def properties(self) -> dict[str, list[str]]:
        """Return which values the provisions may have."""
        texts = {} if self.documents is None else {"document": sorted(self.documents)}
        return texts | ({"kind": sorted(self.kinds)} if self.kinds else {})


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, best first; ``cut``: there are more that were not looked at.

    ``read_through``: every text was looked at for the phrase itself, not only those that the index names by
    their words. A phrase that lies across the borders of words is found only then.
    """

    hits: tuple[Hit, ...] = ()
    cut: bool = False
    read_through: bool = True


def is_small(store: Readable) -> bool:
    """Is the graph so small that reading it through for a phrase takes no time?"""
    (row,) = store.read("MATCH (p:Provision) RETURN count(p) AS n")
    return bool(row["n"] <= FEW_PROVISIONS)


def search(
    store: Searchable,
    query: str,
    tokens: Callable[[str], list[str]],
    *,
    within: Within | None = None,
    read_through: bool | None = None,
) -> Found:
    """Return the provisions that hold the query; nothing for a query without a word.

    ``read_through``: look at every text for the phrase itself; None means where the graph is small.
    """
    words = _finest(list(dict.fromkeys(tokens(query))))
    given = (within or Within()).properties()
    if not words or [] in given.values():
        return Found()
    through = is_small(store) if read_through is None else read_through
    nodes = store.fulltext(INDEX, words, MOST_CANDIDATES + 1, _SHOWN, given)
    if through:
        rows = ask(
            store, "provisions-containing", text=query.strip(), most=MOST_CANDIDATES + 1
        ).rows
        nodes = nodes + [r for r in rows if all(r[k] in v for k, v in given.items())]
    phrase = _plain(query).strip()
    known = {(n["document"], n["address"]): n for n in nodes}
    ranked = sorted(
        ((node, _hit(node, phrase, words)) for node in known.values()),
        key=lambda f: (not f[1].whole, -len(f[1].spans), f[0]["document"], f[0]["seq"]),
    )
    hits = tuple(hit for _, hit in ranked[:MOST_CANDIDATES])
    return Found(hits, len(known) > MOST_CANDIDATES, through)


def _finest(words: list[str]) -> list[str]:
    """Without words that others make up: 听取汇报 beside 听取 and 汇报 would hide 听取情况汇报."""
    return [w for w in words if not _made_up(w, [o for o in words if o != w])]


def _made_up(word: str, others: list[str]) -> bool:
    if not word:
        return True
    return any(word.startswith(o) and _made_up(word[len(o) :], others) for o in others)


def _hit(node: dict[str, Any], phrase: str, words: list[str]) -> Hit:
    text = _plain(node["text"])
    spans = _occurrences(text, phrase)
    whole = bool(spans)
    if not whole:
        spans = sorted({s for word in words for s in _occurrences(text, word)})
    return Hit(
        node["document"],
        node["address"],
        node["kind"],
        node["canonical"],
        node["text"],
        tuple(spans),
        whole,
    )


def _occurrences(text: str, word: str) -> list[tuple[int, int]]:
    out, at = [], text.find(word) if word else -1
    while at >= 0:
        out.append((at, at + len(word)))
        at = text.find(word, at + len(word))
    return out


class _Folding(dict[int, str]):
    """Each character in lower case and one width, where that is one character; made as they come."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_FOLDING = _Folding()


def _plain(text: str) -> str:
    """Lower case and one width, character by character, so that offsets stay."""
    return text.translate(_FOLDING)
