"""What becomes of every citation of a folder of texts: a table by kind and outcome.

``python -m benchmarks.outcomes FOLDER``
"""

import sys
from collections import Counter
from pathlib import Path

from graph_model.corpus import Corpus, Verdict
from ingest.batch import facts_of, files_in, read_files
from ingest.facts import Facts

FORMS = {"external": "其他文件", "self": "本文件（自称）", "internal": "本文件（前款、第X条等）"}
STATUSES = ("resolved", "not_loaded", "no_such_provision", "ambiguous", "generic")


def read(folder: Path) -> Corpus:
    """Return the documents of a folder; a file that cannot be read is named and left out."""
    corpus = Corpus()
    for path, found in read_files(files_in(folder), facts_of):
        if isinstance(found, Facts):
            corpus.add(found)
        else:
            print(f"未读入 {path}：{found}", file=sys.stderr)
    return corpus


def table(verdicts: list[Verdict]) -> list[str]:
    """Return the lines of a table in Markdown: a row for each form, a column for each outcome."""
    counts = Counter((v.form, v.status) for v in verdicts)
    lines = ["| 引用 | " + " | ".join(STATUSES) + " |", "|---" * (len(STATUSES) + 1) + "|"]
    for form, name in FORMS.items():
        cells = " | ".join(str(counts[form, status]) for status in STATUSES)
        lines.append(f"| {name} | {cells} |")
    return lines


def main() -> None:
    """Read the folder of the command line and print the table."""
    corpus = read(Path(sys.argv[1]))
    print(f"{len(corpus.kept)} 件文本")
    print("\n".join(table(list(corpus.verdicts()))))


if __name__ == "__main__":
    main()
