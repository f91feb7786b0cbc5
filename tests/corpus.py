"""A fixed draw of a hundred real laws and regulations from the corpus beside the project."""

import random
import tarfile
from pathlib import Path

SEED = 20260101


def hundred(shared: Path) -> dict[str, bytes]:
    """The files, as they are, by their names in the collection."""
    with tarfile.open(shared / "corpus" / "laws-dev.tar.xz") as archive:
        names = sorted(n for n in archive.getnames() if n.endswith(".md"))
        drawn = set(random.Random(SEED).sample(names, 100))
        return {
            m.name: archive.extractfile(m).read()  # type: ignore[union-attr]
            for m in archive
            if m.name in drawn
        }
