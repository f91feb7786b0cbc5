"""Full-text search over provisions: the index gives candidates, the text itself decides and ranks.

The two servers score differently, so nothing of their order is used: a hit holds every token of the query; those
that hold the query word for word come first, then those with more occurrences, then in reading order.
"""

import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Protocol

from graph_model.querybook import Readable, ask

INDEX = "Provision[tokens]"
MOST_CANDIDATES = 2000


class Searchable(Readable, Protocol):
    """What is searched: the store."""

    def fulltext(self, index: str, tokens: Any, limit: int) -> list[dict[str, Any]]:
        """Return the properties of nodes that hold all the tokens."""


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


def search(
    store: Searchable,
    query: str,
    tokens: Callable[[str], list[str]],
    *,
    documents: Collection[str] = (),
    kinds: Collection[str] = (),
) -> list[Hit]:
    """Return the provisions that hold the query, best first; empty for a query without a word."""
    words = _finest(list(dict.fromkeys(tokens(query))))
    if not words:
        return []
    phrase = _plain(query).strip()
    found = []
    for node in _candidates(store, query.strip(), words):
        if documents and node["document"] not in documents:
            continue
        if kinds and node["kind"] not in kinds:
            continue
        found.append((node, _hit(node, phrase, words)))
    ranked = sorted(
        found,
        key=lambda f: (not f[1].whole, -len(f[1].spans), f[0]["document"], f[0]["seq"]),
    )
    return [hit for _, hit in ranked]


def _candidates(store: Searchable, phrase: str, words: list[str]) -> list[dict[str, Any]]:
    """Nodes that hold all words, and those that hold the phrase though the cutter cuts it otherwise there."""
    nodes = store.fulltext(INDEX, words, MOST_CANDIDATES)
    nodes += ask(store, "provisions-containing", text=phrase).rows
    return list({(n["document"], n["address"]): n for n in nodes}.values())


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


def _plain(text: str) -> str:
    """Lower case and one width, character by character, so that offsets stay."""
    folded = (unicodedata.normalize("NFKC", c).lower() for c in text)
    return "".join(f if len(f) == 1 else c for f, c in zip(folded, text, strict=True))
