"""Bytes to facts: readers, structure, references, duties and penalties. Knows no graph and no page."""

from ingest import compiled

COMPILED = compiled.use(__path__)
"""Do the extractors run as machine code? They find the same."""
