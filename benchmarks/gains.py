"""What a change finds and no longer finds over a folder of texts: ``make gains BASE=commit FOLDER=texts``.

Both versions of the extractors read the same files; each fact is one line, and the two sets of lines are
compared. ``python benchmarks/gains.py lines FOLDER`` prints the lines of the version that is on the path.
"""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

KINDS = ("引用", "规范", "机关规范", "行为", "处罚", "职责", "情形", "处理", "定义")
_SHOWN = 40


def facts_of(path: Path) -> list[str]:
    """Return the facts of a file, one line each: kind, file, address, words, what was made of them."""
    from ingest.errors import IngestError
    from ingest.pipeline import parse
    from ingest.readers import read_source

    try:
        facts = parse(read_source(path))
    except IngestError as error:
        return ["\t".join(("未读入", path.name, "", str(error)))]
    rows: list[tuple[str, str, str]] = []
    for c in facts.citations:
        told = f"{c.quote} -> {c.target} {' '.join(c.units)} {c.resolution.status}"
        rows.append(("引用", c.at, told))
    rows += [("规范", n.at, f"{n.bearer} {n.word} {n.action}") for n in facts.norms]
    rows += [
        ("机关规范", o.at, f"{o.body} {o.modality} {o.text}") for o in facts.obligations_of_bodies
    ]
    rows += [("行为", c.at, c.text) for c in facts.conducts]
    rows += [("处罚", p.at, f"{p.kind} {p.text} {p.on} {p.by} {p.tier}") for p in facts.penalties]
    rows += [("职责", d.at, d.text) for d in facts.duties]
    rows += [("情形", v.at, v.text) for v in facts.violations]
    rows += [("处理", s.at, f"{s.name} {s.by or ''}") for s in facts.sanctions]
    rows += [("定义", d.at, f"{d.term} {d.meaning}") for d in facts.definitions]
    return ["\t".join((kind, path.name, at, " ".join(words.split()))) for kind, at, words in rows]


def lines(folder: Path) -> Iterator[str]:
    """Yield all facts of a folder, file by file."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    with ProcessPoolExecutor() as pool:
        for found in pool.map(facts_of, files, chunksize=8):
            yield from found


def compared(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines that were gained and lost; a line that stands twice counts twice.

    >>> compared(["a", "a", "b"], ["a", "c"])
    (['c'], ['a', 'b'])
    """
    old, new = Counter(before), Counter(after)
    return sorted((new - old).elements()), sorted((old - new).elements())


def report(gained: list[str], lost: list[str]) -> str:
    """Return the counts by kind and the first lines of each."""
    counts = {
        name: Counter(x.split("\t")[0] for x in rows) for name, rows in (("+", gained), ("-", lost))
    }
    head = [f"{kind}\t+{counts['+'][kind]}\t-{counts['-'][kind]}" for kind in (*KINDS, "未读入")]
    body = [f"{sign} {row}" for sign, rows in (("+", gained), ("-", lost)) for row in rows[:_SHOWN]]
    return "\n".join([*head, *body])


def _lines_of(tree: Path, folder: Path) -> list[str]:
    """Run this file over the extractors of another tree."""
    run = subprocess.run(
        [sys.executable, str(Path(__file__).resolve()), "lines", str(folder.resolve())],
        env={**os.environ, "PYTHONPATH": str(tree), "PYTHONSAFEPATH": "1"},
        cwd=tree,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.splitlines()


def main() -> None:
    """``lines FOLDER``, or ``BASE FOLDER`` to compare a commit with the work tree."""
    base, folder = sys.argv[1], Path(sys.argv[2])
    if base == "lines":
        for one in lines(folder):
            print(one)
        return
    root = Path(__file__).resolve().parent.parent
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / "base"
        git = ["git", "-C", str(root), "worktree"]
        subprocess.run([*git, "add", "--detach", str(tree), base], check=True, capture_output=True)
        try:
            print(report(*compared(_lines_of(tree, folder), _lines_of(root, folder))))
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True, capture_output=True)


if __name__ == "__main__":
    main()
