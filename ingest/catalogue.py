"""What is known of instruments whose text is not here: data/catalogue.toml, nothing from memory."""

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.titles import number_key, title_key

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FILE = Path(__file__).resolve().parent.parent / "data" / "catalogue.toml"
UNVERIFIED = "未核实"


@dataclass(frozen=True, slots=True)
class Known:
    """An instrument as the texts that cite it describe it; what they do not say is None."""

    title: str
    doc_number: str | None
    issuers: tuple[str, ...]
    cited_by: str
    advice: str
    verified: bool = False


@cache
def read(path: Path = FILE) -> tuple[Known, ...]:
    """Return the catalogue's entries in their order."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["instrument"]
    return tuple(
        Known(
            title=e["title"],
            doc_number=e.get("doc_number"),
            issuers=tuple(e.get("issuers", ())),
            cited_by=e["cited_by"],
            advice=e["advice"],
            verified=e.get("verified", False),
        )
        for e in entries
    )


def find(title: str, doc_number: str | None = None) -> Known | None:
    """Return the entry of an instrument, by its number or by its title however it is spelt."""
    for known in read():
        if (
            doc_number
            and known.doc_number
            and number_key(known.doc_number) == number_key(doc_number)
        ):
            return known
        if title_key(known.title) == title_key(title):
            return known
    return None
