"""The most cited provisions and documents of all that is loaded: counted and ranked at once, kept with the date.

PageRank over the citation network weighs by whom something is cited, beside how often. A ranking of the whole
graph takes seconds, so it is made after a load or on request and stored; it says when it was made and of what,
so that nobody takes an old one for the present state.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import networkx

from graph_model import link, schema
from graph_model.names import article_of
from graph_model.querybook import Readable
from graph_model.store import Store, Tx

PROVISIONS, DOCUMENTS = "provisions", "documents"
MOST_RANKED = 1000
"""How many are kept by the number of citations, and as many by rank."""
CHEAP = 60_000
"""Up to how many citations the ranking is made again after every change: in a second or two."""

_TO_PROVISIONS = "MATCH (c:Citation)-[:RESOLVES_TO]->(x:Provision) RETURN c.id AS c, x.id AS x"
_TO_TEXTS = """
MATCH (c:Citation)-[:RESOLVES_TO]->(d:Document) RETURN c.id AS c, d.id AS x
UNION
MATCH (c:Citation)-[:RESOLVES_TO]->(i:Instrument) RETURN c.id AS c, i.id AS x
"""
_INSTRUMENTS = "MATCH (d:Document)-[:VERSION_OF]->(i:Instrument) RETURN d.id AS d, i.id AS i"


@dataclass(frozen=True, slots=True)
class Standing:
    """When the ranking was made, of how many documents, and whether it is that of what is loaded now."""

    computed: str
    documents: int
    current: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """One place of a ranking: ``times`` cited, in how many ``documents``, with the PageRank ``score``."""

    subject: str
    place: int
    times: int
    documents: int
    score: float


def rank(store: Store) -> Standing:
    """Rank what is loaded and put it in the place of the former ranking, in one transaction."""
    state, documents = _state(store)
    texts = {row["d"]: row["i"] for row in store.read(_INSTRUMENTS)}
    to_provisions = [(row["c"], row["x"]) for row in store.read(_TO_PROVISIONS)]
    to_texts = [(row["c"], row["x"]) for row in store.read(_TO_TEXTS)]
    articles = {(article_of(c.rpartition("@")[0]), c, article_of(x)) for c, x in to_provisions}
    instruments = {
        (texts[_document(c)], c, texts.get(_document(x)) or x) for c, x in to_provisions + to_texts
    }
    lists = {PROVISIONS: ranked(articles), DOCUMENTS: ranked(instruments)}
    computed = datetime.now().astimezone().isoformat(timespec="minutes")
    told = {"computed": computed, "documents": documents, "state": state}
    store.write(lambda tx: _write(tx, lists, told))
    return Standing(computed, documents, current=True)


def refresh(store: Store) -> Standing | None:
    """Rank again where something changed and that is cheap; return how the ranking stands."""
    before = standing(store)
    if before and before.current:
        return before
    (row,) = store.read("MATCH (c:Citation) RETURN count(c) AS n")
    return rank(store) if row["n"] <= CHEAP else before


def standing(store: Readable) -> Standing | None:
    """Return how the stored ranking stands to what is loaded now; None where there is none."""
    rows = store.read(
        "MATCH (g:Ranking) RETURN g.computed AS computed, g.documents AS documents, g.state AS state"
        " ORDER BY g.id LIMIT 1"
    )
    if not rows:
        return None
    state, _ = _state(store)
    return Standing(rows[0]["computed"], rows[0]["documents"], rows[0]["state"] == state)


def ranked(citations: Iterable[tuple[str, str, str]]) -> list[Cited]:
    """Rank what is cited in (citing, citation, cited) triples; what cites itself does not count.

    Returns the most cited and the highest ranked, by rank.

    >>> [(c.subject, c.place, c.times, c.documents) for c in ranked({
    ...     ("甲#1", "甲#1.1@5", "乙#2"), ("甲#1", "甲#1.1@9", "乙#2"), ("丙#3", "丙#3@0", "甲#1"),
    ...     ("丙#3", "丙#3@0", "丙#3"),
    ... })]
    [('乙#2', 1, 2, 1), ('甲#1', 2, 1, 1)]
    """
    weights: Counter[tuple[str, str]] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for citing, citation, cited in citations:
        if citing != cited:
            weights[citing, cited] += 1
            documents[cited].add(_document(citation))
    times: Counter[str] = Counter()
    network: networkx.DiGraph[str] = networkx.DiGraph()
    # In a fixed order: sums of fractions depend on it.
    for (citing, cited), weight in sorted(weights.items()):
        network.add_edge(citing, cited, weight=weight)
        times[cited] += weight
    scores = networkx.pagerank(network) if weights else {}
    order = sorted(times, key=lambda key: (-round(scores[key], 12), key))
    most = {key for key, _ in sorted(times.items(), key=lambda t: (-t[1], t[0]))[:MOST_RANKED]}
    return [
        Cited(key, place, times[key], len(documents[key]), scores[key])
        for place, key in enumerate(order, 1)
        if place <= MOST_RANKED or key in most
    ]


def _write(tx: Tx, lists: dict[str, list[Cited]], told: dict[str, Any]) -> None:
    tx.run("MATCH (r:Ranked) DETACH DELETE r")
    tx.run("MATCH (g:Ranking) DELETE g")
    for name, places in lists.items():
        rows = [
            {
                "id": f"{name}/{one.place}",
                "list": name,
                "subject": one.subject,
                "place": one.place,
                "times": one.times,
                "citing": one.documents,
                "score": f"{one.score:.9f}",
            }
            for one in places
        ]
        tx.run(schema.create_nodes("Ranking"), rows=[{"id": name, **told}])
        link.run_batches(tx, schema.create_nodes("Ranked"), rows)
        edges = [{"source": name, "target": row["id"]} for row in rows]
        link.run_batches(tx, schema.create_relationships("LISTS", "Ranking", "Ranked"), edges)


def _state(store: Readable) -> tuple[str, int]:
    """A hash of what is loaded, and of how many documents it is."""
    rows = store.read("MATCH (d:Document) RETURN d.id AS id, d.content AS content ORDER BY id")
    text = "\n".join(f"{row['id']}\t{row['content']}" for row in rows)
    return hashlib.sha256(text.encode()).hexdigest(), len(rows)


def _document(key: str) -> str:
    """The document of a provision's or a citation's id."""
    return key.rpartition("#")[0] or key
