"""Which text a page speaks of, with its status in sight: a draft never looks like law in force."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph_model.store import Store
from views.parts.pages import LIBRARY, parameter
from views.parts.session import ask

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


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded text: its id, title, status, and how its version is told."""

    id: str
    title: str
    status: str
    version: str

    @property
    def mark(self) -> str:
        """What every export of this text carries."""
        return f"《{self.title}》　{self.status}　{self.version}"


def loaded(store: Store) -> list[Loaded]:
    """Return the loaded texts, by title."""
    return [_loaded(row) for row in ask(store, "documents").rows]


def by_id(store: Store) -> dict[str, Loaded]:
    """Return the loaded texts by id."""
    return {d.id: d for d in loaded(store)}


def choose(store: Store) -> Loaded | None:
    """Let the user choose a text (the address may name it); an empty store says what to do next."""
    texts = loaded(store)
    if not texts:
        say_empty()
        return None
    wanted = parameter("doc")
    known = {d.id: d for d in texts}
    if wanted and wanted not in known:
        st.warning("链接所指的文本没有载入，或已换成新的版本。下面是已载入的文本。")
    start = list(known).index(wanted) if wanted in known else 0
    chosen: Loaded | None = texts[0]
    if len(texts) > 1:
        chosen = st.selectbox("文本", texts, index=start, format_func=lambda d: d.mark)
    if chosen is None:
        return None
    status(chosen, repealed(store, chosen.id).get(chosen.id, ()))
    return chosen


def say_empty() -> None:
    """Say that nothing is loaded, and where to load."""
    st.info("图谱里还没有文本。请先到“资料库”载入法规文件。")
    st.page_link(LIBRARY.file, label="去资料库载入文件")


def repealed(store: Store, document: str | None = None) -> dict[str, list[str]]:
    """Return, of the texts that loaded documents repeal (or of one), by which provision and since when.

    That is told beside the status that a text has of its own words, which stays as it is.
    """
    told: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "repealed-by", document=document).rows:
        since = f"，自{row['effective']}起" if row["effective"] else "，何时起未写明"
        draft = "（征求意见稿，尚未生效）" if row["status"] == "征求意见稿" else ""
        told[row["repealed"]].append(
            f"《{row['title']}》{draft}{row['canonical']}写明废止本文本{since}"
        )
    return told


def status(text: Loaded, repealed_by: Sequence[str] = ()) -> None:
    """Show the title with the status and what it means for the reader; ``repealed_by`` as others tell it."""
    warning = _WARNINGS.get(text.status, "")
    colour = _COLOURS.get(text.status, "gray")
    st.markdown(
        f"**《{escape(text.title)}》**　:{colour}-badge[{text.status}]　{escape(text.version)}"
    )
    if warning:
        st.caption(f"⚠ {warning}")
    for told in repealed_by:
        st.warning(escape(told))


def citation(text: Loaded, canonical: str) -> str:
    """Return how a provision is cited: title, version, status, address."""
    return f"《{text.title}》（{text.status}，{text.version}）{canonical}"


def escape(text: str) -> str:
    """Return a text so that Markdown shows it as it stands."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~$:^" else c for c in text)


def _loaded(row: dict[str, Any]) -> Loaded:
    date = row["adopted"] or row["effective"]
    version = f"{date} 版本" if date else f"未注明日期（文件 {row['source']}）"
    volume = f"{row['volume']}　" if row["volume"] else ""
    return Loaded(row["doc"], row["title"], row["status"], volume + version)
