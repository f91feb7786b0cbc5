"""The citations of the labelled articles (dev part), by the scorer that stands beside them."""

import json
import re
import subprocess
import sys
from pathlib import Path

from ingest.citations import gold_record

LEAST = {"strict": 0.96, "article": 0.98, "mention": 0.98}


def test_scores(shared: Path, tmp_path: Path) -> None:
    records = (shared / "gold" / "articles-dev.jsonl").read_text(encoding="utf-8").splitlines()
    found = tmp_path / "found.jsonl"
    answers = [json.dumps(gold_record(json.loads(r)), ensure_ascii=False) for r in records]
    found.write_text("\n".join(answers), encoding="utf-8")
    scorer = shared / "tools" / "score_citations.py"
    gold = shared / "gold" / "citations-dev.jsonl"
    printed = subprocess.run(
        [sys.executable, scorer, gold, found], capture_output=True, text=True, check=True
    ).stdout
    scores = {m[1]: float(m[2]) for m in re.finditer(r"^(\w+) .*F1 ([\d.]+)", printed, re.M)}
    assert {name: score >= LEAST[name] for name, score in scores.items()} == dict.fromkeys(
        LEAST, True
    ), printed
