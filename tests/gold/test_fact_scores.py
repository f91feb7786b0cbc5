"""The facts of whole documents against hand-made answers, by the scorer that stands beside the labelled texts."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.readers import read_source

HERE = Path(__file__).parent
LEAST_MEAN = {"suzhou": 0.98, "hedao": 0.98, "shipin": 0.98}
LEAST_PART = 0.90


@pytest.mark.parametrize("name", LEAST_MEAN)
def test_scores(shared: Path, regulation: Path, tmp_path: Path, name: str) -> None:
    source = regulation if name == "suzhou" else HERE / f"{name}.txt"
    found = tmp_path / "found.json"
    found.write_text(pipeline.parse(read_source(source)).to_json(), encoding="utf-8")
    scorer = shared / "tools" / "score_facts.py"
    printed = subprocess.run(
        [sys.executable, scorer, HERE / f"{name}.json", found, "--source", source],
        capture_output=True,
        text=True,
        check=True,  # fails where a span does not quote the source
    ).stdout
    parts = {m[1]: float(m[2]) for m in re.finditer(r"^(\w+) +P .*F1 ([\d.]+)", printed, re.M)}
    mean = re.search(r"^mean +F1 ([\d.]+)", printed, re.M)
    assert mean is not None
    assert float(mean[1]) >= LEAST_MEAN[name], printed
    assert {n for n, score in parts.items() if score < LEAST_PART} == set(), printed
