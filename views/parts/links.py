"""Lists of links to places of texts: real addresses, followed without loading the page again."""

from collections.abc import Sequence
from dataclasses import dataclass

from views.parts import pages, text_view


@dataclass(frozen=True, slots=True)
class Link:
    """A link with what stands after it; ``level`` indents it, ``current`` marks where the reader is.

    Without ``href`` it is a plain line, a heading of the list for instance.
    """

    label: str
    href: str | None = None
    detail: str = ""
    level: int = 0
    current: bool = False


def show(links: Sequence[Link], *, key: str) -> None:
    """Show the links one below the other; a click on one leaves for its page."""
    blocks = [
        text_view.Block(
            address=f"{key}-{number}",
            level=link.level,
            heading="" if link.href else link.label,
            runs=tuple(_runs(link)),
            current=link.current,
        )
        for number, link in enumerate(links)
    ]
    followed = text_view.show(blocks, key=key, dense=True)
    if followed:
        pages.follow(followed)


def _runs(link: Link) -> list[text_view.Run]:
    runs = [text_view.Run(link.label, link.href)] if link.href else []
    if link.detail:
        runs.append(text_view.Run(f"　{link.detail}"))
    return runs
