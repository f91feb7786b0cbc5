"""The published schema of the facts is the schema of the code."""

import json
from pathlib import Path

from ingest.facts import Facts


def test_the_published_schema(root: Path) -> None:
    published = (root / "docs" / "facts.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == Facts.model_json_schema(by_alias=True)
