"""A random sample of resolved citations, to be checked by reading.

``python -m benchmarks.edges FOLDER [SEED [NUMBER]]`` prints one line each: document, address, place in the file,
target document and addresses, tab-separated; with ``--show`` also the words on both sides, for the reader.
docs/evidence/resolved-edges.tsv holds the verdicts on one sample; the texts themselves stay outside the project.
"""

import random
import sys
from pathlib import Path

from benchmarks.outcomes import read
from graph_model.corpus import Verdict
from ingest.batch import facts_of, files_in, read_files
from ingest.facts import Facts

SEED, NUMBER = 20261126, 200


def sample(verdicts: list[Verdict], seed: int = SEED, number: int = NUMBER) -> list[Verdict]:
    """Return so many of the citations that lead to provisions, drawn with the seed."""
    edges = [v for v in verdicts if v.status == "resolved" and v.to_document and v.to_addresses]
    edges.sort(key=lambda v: (v.document, v.start))
    return random.Random(seed).sample(edges, min(number, len(edges)))


def line(v: Verdict) -> str:
    """Return an edge as it stands in the file of verdicts."""
    return "\t".join(
        (v.document, v.at, f"{v.start}-{v.end}", v.to_document or "", " ".join(v.to_addresses))
    )


def _shown(v: Verdict, words: dict[str, dict[str, str]]) -> str:
    text = words[v.document][v.at]
    at = max(text.find(v.quote), 0)
    before, after = text[max(0, at - 25) : at], text[at + len(v.quote) :][:25]
    target = words.get(v.to_document or "", {})
    shown = "；".join(f"{a}：{target.get(a, '')[:28]}" for a in v.to_addresses[:3])
    return f"{v.document}#{v.at} …{before}【{v.quote}】{after}… => {v.to_document} {shown} {v.note or ''}"


def main() -> None:
    """Draw and print."""
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    folder = Path(arguments[0])
    drawn = sample(list(read(folder).verdicts()), *map(int, arguments[1:3]))
    if "--show" not in sys.argv:
        print("\n".join(map(line, drawn)))
        return
    wanted = {v.document for v in drawn} | {v.to_document for v in drawn}
    words = {}
    for _, facts in read_files(files_in(folder), facts_of):
        if isinstance(facts, Facts) and facts.document.id in wanted:
            words[facts.document.id] = {p.address: p.text for p in facts.provisions}
    for number, v in enumerate(drawn, 1):
        print(number, _shown(v, words))


if __name__ == "__main__":
    main()
