"""A random sample of penalties whose conduct cites the rule that it breaks, to be checked by reading.

``python -m benchmarks.penal_links FOLDER [SEED [NUMBER]]`` prints one line each: document, address of the conduct,
place in the file, address that it breaks, norms found there; with ``--show`` also the words, for the reader.
docs/evidence/penal-links.tsv holds the verdicts on two samples; the texts themselves stay outside the project.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_model.breaches import pair
from graph_model.rows import Rows, rows_of
from ingest.addresses import is_within
from ingest.batch import facts_of, files_in, read_files
from ingest.facts import Facts
from ingest.lexicon import default

SEED, NUMBER = 20261214, 100


@dataclass(frozen=True, slots=True)
class PenalLink:
    """Conduct at one address of a document, and a provision of the same document that it is said to break."""

    document: str
    at: str
    start: int
    end: int
    broken: str
    norms: tuple[str, ...]
    conduct: str
    rule: str


def links_of(facts: Facts) -> Iterator[PenalLink]:
    """Yield what the conducts of a document break in the document itself, by their citations."""
    rows = rows_of(facts, tokens=default().tokens)
    violations = {row["id"]: row for row in rows.nodes.get(("Violation", None), ())}
    words = {p.address: p.text for p in facts.provisions}
    for citation in rows.nodes.get(("Citation", None), ()):
        for name in citation.get("violations", ()):
            conduct = violations[name]
            for broken in citation.get("own") or ():
                if pair(name, f"{facts.document.id}#{broken}") in (citation.get("spared") or ()):
                    continue
                rule = "".join(text for at, text in words.items() if is_within(at, broken))
                yield PenalLink(
                    facts.document.id, conduct["address"], conduct["start"], conduct["end"], broken,
                    _norms_in(rows, broken), conduct["quote"], rule,
                )  # fmt: skip


def _norms_in(rows: Rows, broken: str) -> tuple[str, ...]:
    """The norms of a provision, or those above it that go on in its list."""
    norms = [n for n in rows.nodes.get(("Norm", None), ()) if n["force"] != "may"]
    inside = [n for n in norms if is_within(n["address"], broken)]
    above = [n for n in norms if n.get("lists") and is_within(broken, n["address"])]
    return tuple(n["quote"] for n in inside or above)


def sample(links: list[PenalLink], seed: int = SEED, number: int = NUMBER) -> list[PenalLink]:
    """Return so many of the links that lead to a norm, drawn with the seed."""
    found = sorted(
        {one for one in links if one.norms}, key=lambda one: (one.document, one.start, one.broken)
    )
    return random.Random(seed).sample(found, min(number, len(found)))


def line(one: PenalLink) -> str:
    """Return a link as it stands in the file of verdicts."""
    place = f"{one.start}-{one.end}"
    return "\t".join((one.document, one.at, place, one.broken, str(len(one.norms))))


def main() -> None:
    """Draw and print."""
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    links = [
        one
        for _, facts in read_files(files_in(Path(arguments[0])), facts_of)
        if isinstance(facts, Facts)
        for one in links_of(facts)
    ]
    with_norm = sum(bool(one.norms) for one in links)
    print(f"# {len(links)} links, {with_norm} of them to a provision with a norm", file=sys.stderr)
    for number, one in enumerate(sample(links, *map(int, arguments[1:3])), 1):
        if "--show" in sys.argv:
            print(
                number,
                f"{one.document}#{one.at}【{one.conduct}】\n    => {one.broken}：{one.rule[:400]}",
            )
        else:
            print(line(one))


if __name__ == "__main__":
    main()
