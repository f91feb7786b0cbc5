"""A document as read: its text and where it came from. All offsets of the project count into ``text``."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One document's text.

    ``text`` is what the reader decoded: without a byte order mark, line ends as ``\\n``.
    ``name`` is the file's name, ``format`` the reader's (txt, md, docx, pdf, html),
    ``sha256`` the hash of the file's bytes, ``notes`` what the reader had to guess, in Chinese.
    """

    text: str
    name: str
    format: str
    sha256: str
    notes: tuple[str, ...] = ()

    @classmethod
    def of_text(cls, text: str, name: str = "text.txt") -> "Source":
        """Return a source for a text that is at hand as a string."""
        return cls(text, name, "txt", hashlib.sha256(text.encode()).hexdigest())

    def quote(self, start: int, end: int) -> str:
        """Return the stretch ``text[start:end]`` without line breaks, as facts quote it."""
        stretch = self.text[start:end]
        if "\n" not in stretch:
            return stretch.strip()
        return "".join(line.strip() for line in stretch.split("\n"))
