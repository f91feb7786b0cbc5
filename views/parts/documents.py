"""Which text a page speaks of, with its status in sight: a draft never looks like law in force.

A few texts are chosen from a list; of many, the reader types part of a title and narrows by kind, region and status.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import streamlit as st

from graph_model.store import Store
from views.parts import links, pages
from views.parts.links import Link
from views.parts.pages import PageInfo, parameter
from views.parts.session import ask

FEW = 30
"""Up to how many texts a plain list is offered."""
_SHOWN = 20
"""How many instruments a search for texts lists."""
_RANKED = 1000
"""How many of the most cited come first in that list."""
_COLOURS = {
    "征求意见稿": "orange",
    "试行": "blue",
    "有效": "green",
    "已修改": "gray",
    "已废止": "red",
    "尚未生效": "violet",
    "未知": "gray",
}
_WARNINGS = {
    "征求意见稿": "征求意见稿，尚未生效，不能作为问责依据",
    "已废止": "本文本已废止",
    "尚未生效": "本文本尚未生效",
    "未知": "状态未核实",
}
_CHOSEN = "document"
"""The text that was chosen last, for the next page."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded text: its id, title, status, how its version is told, and what it is narrowed by."""

    id: str
    title: str
    status: str
    version: str
    kind: str = ""
    region: str = ""
    instrument: str = ""
    date: str = ""
    cited: int = 0
    repealed_by: tuple[str, ...] = ()
    """By which provisions of loaded texts it was repealed, in whole, and since when: beside its own status."""

    @property
    def name(self) -> str:
        """How a text is told from others in a choice."""
        return f"《{self.title}》　{self.status}　{self.version}"

    @property
    def mark(self) -> str:
        """What every export of this text carries: what it is, and what makes it invalid."""
        return "　".join((self.name, *self.repealed_by))


def by_id(store: Store) -> dict[str, Loaded]:
    """Return the loaded texts by id, in the order of their titles."""
    return store.kept.recall("texts", lambda: _read(store))


def _read(store: Store) -> dict[str, Loaded]:
    ranked = ask(store, "most-cited-documents", most=_RANKED).rows
    cited = {row["instrument"]: row["times"] for row in ranked}
    gone = _repealed(store)
    return {
        row["doc"]: _loaded(row, cited.get(row["instrument"], 0), gone.get(row["doc"], ()))
        for row in ask(store, "documents").rows
    }


def _repealed(store: Store) -> dict[str, list[str]]:
    """Return, of the texts that loaded documents repeal, by which provision and since when."""
    told: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "repealed-by").rows:
        since = f"，自{row['effective']}起" if row["effective"] else "，何时起未写明"
        draft = "（征求意见稿，尚未生效）" if row["status"] == "征求意见稿" else ""
        told[row["repealed"]].append(
            f"《{row['title']}》{draft}{row['canonical']}写明废止本文本{since}"
        )
    return told


def choose(store: Store, page: PageInfo) -> Loaded | None:
    """Let the user choose a text (the address may name it); an empty store says what to do next."""
    known = by_id(store)
    if not known:
        say_empty()
        return None
    wanted = parameter("doc")
    if wanted and wanted not in known:
        st.warning("链接所指的文本没有载入，或已换成新的版本。请从已载入的文本中选择。")
    chosen = _of_many(known, page) if len(known) > FEW else _of_few(known)
    if chosen is None:
        return None
    st.session_state[_CHOSEN] = chosen.id
    status(chosen)
    return chosen


def _of_few(known: dict[str, Loaded]) -> Loaded | None:
    texts = list(known.values())
    start = list(known).index(_wanted(known) or texts[0].id)
    if len(texts) == 1:
        return texts[0]
    chosen: Loaded | None = st.selectbox("文本", texts, index=start, format_func=lambda d: d.name)
    return chosen


def _of_many(known: dict[str, Loaded], page: PageInfo) -> Loaded | None:
    """The text that the address names or that was chosen last, with the way to another one."""
    wanted = _wanted(known)
    if wanted is None:
        find(known, lambda text: pages.address_of(page, doc=text.id), key="choose")
        return None
    with st.expander("换一件文本"):
        find(known, lambda text: pages.address_of(page, doc=text.id), key="choose")
    return known[wanted]


def _wanted(known: dict[str, Loaded]) -> str | None:
    """The id in the address, or else of the text chosen last; None where neither is loaded."""
    asked = parameter("doc")
    wanted = asked if asked else st.session_state.get(_CHOSEN)
    return wanted if wanted in known else None


# -- one of many ---------------------------------------------------------------------------------------


def find(known: dict[str, Loaded], target: Callable[[Loaded], str], *, key: str) -> None:
    """Let the user look for a text by its title, kind, region and status; each found one is a link."""
    found = narrowed(known.values(), key=key)
    groups = [list(g) for _, g in groupby(_together(found), key=lambda d: d.instrument)]
    entries = [entry for group in groups[:_SHOWN] for entry in _entries(group, target)]
    st.caption(
        f"共 {len(found)} 件文本"
        + (f"，先列 {_SHOWN} 件文件，请再输入题目中的字或筛选。" if len(groups) > _SHOWN else "。")
    )
    links.show(entries, key=f"{key}-found")


def narrowed(texts: Iterable[Loaded], *, key: str) -> list[Loaded]:
    """Return the texts that fit what the user typed and chose."""
    found = list(texts)
    title, kind, region, state = st.columns([3, 1, 1, 1])
    typed = title.text_input("题目", placeholder="题目中的字，如：安全生产", key=f"{key}-title")
    properties: Sequence[tuple[Any, str, Callable[[Loaded], str]]] = (
        (kind, "种类", lambda d: d.kind),
        (region, "地区", lambda d: d.region),
        (state, "状态", lambda d: d.status),
    )
    for place, label, of in properties:
        options = sorted({of(d) for d in found} - {""})
        chosen = place.selectbox(
            label, options, index=None, placeholder="全部", key=f"{key}-{label}"
        )
        found = [d for d in found if chosen in (None, of(d))]
    return [d for d in found if all(word in d.title for word in typed.split())]


def _together(texts: Sequence[Loaded]) -> list[Loaded]:
    """Versions of one instrument together, the latest first; what is cited most comes first."""
    first: dict[str, tuple[int, int, str]] = {}
    for text in texts:
        first.setdefault(text.instrument, (-text.cited, len(text.title), text.title))
    latest_first = sorted(texts, key=lambda d: (d.date, d.id), reverse=True)
    return sorted(latest_first, key=lambda d: (first[d.instrument], d.instrument))


def _entries(versions: Sequence[Loaded], target: Callable[[Loaded], str]) -> list[Link]:
    latest = versions[0]
    about = "　".join(filter(None, (latest.kind, latest.region)))
    if len(versions) == 1:
        detail = "　".join(filter(None, (latest.status, latest.version, about)))
        return [Link(f"《{latest.title}》", target(latest), detail)]
    heading = Link(f"《{latest.title}》", None, f"{about}　{len(versions)} 个文本")
    return [heading, *(Link(d.version, target(d), d.status, level=1) for d in versions)]


# -- what is said of a text ----------------------------------------------------------------------------


def say_empty() -> None:
    """Say that nothing is loaded, and where to load."""
    st.info("图谱里还没有文本。请先到“资料库”载入法规文件。")
    st.page_link(pages.LIBRARY.file, label="去资料库载入文件")


def status(text: Loaded) -> None:
    """Show the title with the status and what it means for the reader."""
    warning = _WARNINGS.get(text.status, "")
    colour = _COLOURS.get(text.status, "gray")
    st.markdown(
        f"**《{escape(text.title)}》**　:{colour}-badge[{text.status}]　{escape(text.version)}"
    )
    if warning:
        st.caption(f"⚠ {warning}")
    repeals(text)


def repeals(text: Loaded) -> None:
    """Say by what a text was repealed, where loaded texts tell."""
    for told in text.repealed_by:
        st.warning(escape(told))


def citation(text: Loaded, canonical: str) -> str:
    """Return how a provision is cited: title, version, status, address."""
    return f"《{text.title}》（{text.status}，{text.version}）{canonical}"


def escape(text: str) -> str:
    """Return a text so that Markdown shows it as it stands."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~$:^" else c for c in text)


def _loaded(row: dict[str, Any], cited: int, repealed_by: Sequence[str]) -> Loaded:
    date = row["adopted"] or row["effective"]
    version = f"{date} 版本" if date else f"未注明日期（文件 {row['source']}）"
    volume = f"{row['volume']}　" if row["volume"] else ""
    return Loaded(
        row["doc"],
        row["title"],
        row["status"],
        volume + version,
        row["kind"] or "",
        row["region"] or "",
        row["instrument"],
        date or "",
        cited,
        tuple(repealed_by),
    )
