"""Bytes to facts: readers, structure, references, duties and penalties. Knows no graph and no page."""
