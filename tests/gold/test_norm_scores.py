"""The duties and penalties of the labelled articles (dev parts), by the scorer that stands beside them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.norms import gold_record

LEAST = {
    "norms": {"norms": 0.99, "bearers": 0.93, "penalties": 0.97, "punished": 0.95},
    "norms-challenge": {"norms": 0.97, "bearers": 0.90, "penalties": 0.95, "punished": 0.88},
}


@pytest.mark.parametrize("part", LEAST)
def test_scores(shared: Path, tmp_path: Path, part: str) -> None:
    records = (shared / "gold" / f"{part}-articles-dev.jsonl").read_text("utf-8")
    found = tmp_path / "found.jsonl"
    answers = [
        json.dumps(gold_record(json.loads(r)), ensure_ascii=False) for r in records.splitlines()
    ]
    found.write_text("\n".join(answers), encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, shared / "tools" / "score_norms.py", shared / "gold" / f"{part}-dev.jsonl", found],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    scores = {m[1]: float(m[2]) for m in re.finditer(r"^(\w+) .*F1 ([\d.]+)", printed, re.M)}
    assert {n: s >= LEAST[part][n] for n, s in scores.items()} == dict.fromkeys(
        LEAST[part], True
    ), printed
