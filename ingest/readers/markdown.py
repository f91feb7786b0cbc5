"""Markdown, LawRefBook's layout among it: the text stays as it is, structure passes over the marks of headings."""

from ingest.readers import txt
from ingest.source import Source


def read(data: bytes, name: str) -> Source:
    """Decode a Markdown file; offsets count its characters as they stand, marks included."""
    return txt.read(data, name, "md")
