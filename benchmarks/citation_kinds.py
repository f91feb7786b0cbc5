"""Citations against hand-made labels, by how they are written: external, self, internal.

``python -m benchmarks.citation_kinds GOLD.jsonl FOUND.jsonl`` prints precision, recall and F1 of (target, unit) pairs for
each kind of the guide GUIDE.md; the scorer beside the labels gives the figures over all kinds.
"""

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

KINDS = ("external", "self", "internal")


def pairs(record: dict[str, Any], kind: str) -> Counter[tuple[str, str]]:
    """Return the (target, unit) pairs of one kind; a whole instrument has the empty unit."""
    return Counter(
        (_plain(c["target"]), unit)
        for c in record["citations"]
        if c["kind"] == kind
        for unit in (c["units"] or [""])
    )


def score(
    gold: dict[str, dict[str, Any]], found: dict[str, dict[str, Any]], kind: str
) -> tuple[int, int, int]:
    """Return how many pairs are right, how many were found, and how many there are."""
    right = total = wanted = 0
    for key, record in gold.items():
        labelled, told = pairs(record, kind), pairs(found[key], kind)
        right += (labelled & told).total()
        total += told.total()
        wanted += labelled.total()
    return right, total, wanted


def line(kind: str, right: int, found: int, wanted: int) -> str:
    """Return the figures of a kind in one line.

    >>> line("self", 3, 4, 3)
    'self\\tP 0.7500\\tR 1.0000\\tF1 0.8571\\t3 right, 4 found, 3 in gold'
    """
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    figures = f"P {precision:.4f}\tR {recall:.4f}\tF1 {f1:.4f}"
    return f"{kind}\t{figures}\t{right} right, {found} found, {wanted} in gold"


def _plain(target: str) -> str:
    return unicodedata.normalize("NFKC", target).replace(" ", "")


def _read(path: str) -> dict[str, dict[str, Any]]:
    rows = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
    return {row["id"]: row for row in rows}


def main() -> None:
    """Score two files."""
    gold, found = _read(sys.argv[1]), _read(sys.argv[2])
    for kind in KINDS:
        print(line(kind, *score(gold, found, kind)))


if __name__ == "__main__":
    main()
