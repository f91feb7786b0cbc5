"""The words of provisions on a page: references are links, the sentence that a fact came from is marked.

The text reaches the browser as data and is set as text, so nothing in a document can become markup. Links
carry a real address: they can be copied, opened in a new tab, reached by keyboard; a plain click is answered
by this page without loading it again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Literal

from views.parts.components import component

Change = Literal["gone", "new"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one manner: plain, a link (``href``), marked, or both.

    ``change`` shows words that another text does not have: ``gone`` struck through, ``new`` underlined.
    """

    text: str
    href: str | None = None
    title: str = ""
    mark: bool = False
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One provision: ``level`` indents it (0 article and chapter, 1 paragraph, 2 item, 3 subitem)."""

    address: str
    level: int
    heading: str
    runs: tuple[Run, ...]
    current: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a provision's words to link or mark: offsets into its text."""

    start: int
    end: int
    href: str | None = None
    title: str = ""
    mark: bool = False
    change: Change | None = None


def runs_of(text: str, stretches: Iterable[Stretch]) -> tuple[Run, ...]:
    """Cut a text at the borders of its stretches; stretches may overlap, and reach over the ends.

    >>> [r.text for r in runs_of("依照第三条处理", [Stretch(2, 5, href="?at=3")])]
    ['依照', '第三条', '处理']
    """
    kept = [s for s in stretches if s.start < len(text) and s.end > 0]
    cuts = sorted(
        {0, len(text)} | {min(max(c, 0), len(text)) for s in kept for c in (s.start, s.end)}
    )
    runs = []
    for start, end in pairwise(cuts):
        over = [s for s in kept if s.start <= start and end <= s.end]
        link = next((s for s in over if s.href), None)
        runs.append(
            Run(
                text[start:end],
                link.href if link else None,
                link.title if link else "",
                any(s.mark for s in over),
                next((s.change for s in over if s.change), None),
            )
        )
    return tuple(runs)


def show(blocks: Sequence[Block], *, key: str, dense: bool = False) -> str | None:
    """Show provisions; return the address (``href``) of the link that was followed in this run, if any.

    ``dense`` sets them as a list and leaves the page where it is.
    """
    result = component("text_view", '<div class="fatu-text" lang="zh-CN"></div>')(
        data={"blocks": [asdict(b) for b in blocks], "dense": dense},
        key=key,
        on_followed_change=lambda: None,
    )
    followed: str | None = result.get("followed")
    return followed
