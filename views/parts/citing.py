"""All that cites a provision or a document, wherever in the graph: by citing text, so many to a page."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

import streamlit as st

from graph_model.store import Store
from views.parts import documents, links, pages, paging
from views.parts.documents import Loaded
from views.parts.links import Link
from views.parts.session import ask

Row = Mapping[str, Any]


def of_provision(store: Store, doc: str, at: str, address: Callable[[int], str]) -> int:
    """List what cites a provision, its parts or what contains it; return how many there are.

    ``address`` is that of the page for each number of a page of the list.
    """
    params = {"document": doc, "address": at}
    by_text = ask(store, "citing-documents", **params).rows
    return _list(store, by_text, "references-to", params, address)


def of_instrument(store: Store, instrument: str, address: Callable[[int], str]) -> int:
    """List what cites a document in any of its versions, whether its text is loaded or not."""
    params = {"instrument": instrument}
    by_text = ask(store, "documents-citing-document", **params).rows
    return _list(store, by_text, "references-to-document", params, address)


def _list(
    store: Store,
    by_text: Sequence[Row],
    question: str,
    params: Mapping[str, str],
    address: Callable[[int], str],
) -> int:
    total: int = sum(row["times"] for row in by_text)
    st.markdown(f"**被引用**（{total}）" + (f"　来自 {len(by_text)} 件文本" if total else ""))
    if not total:
        return 0
    number = paging.current(total)
    rows = ask(store, question, **params, skip=(number - 1) * paging.SIZE, most=paging.SIZE).rows
    texts, times = documents.by_id(store), {row["doc"]: row["times"] for row in by_text}
    paging.show(total, number, address, key="citing-pages-above")
    entries: list[Link] = []
    for doc, group in groupby(rows, key=lambda row: row["doc"]):
        entries.append(_heading(texts[doc], times[doc]))
        entries += [_entry(row) for row in group]
    links.show(entries, key="citing")
    paging.show(total, number, address, key="citing-pages")
    return total


def _heading(text: Loaded, times: int) -> Link:
    return Link(f"《{text.title}》", None, f"{text.status}　{text.version}　{times} 处")


def _entry(row: Row) -> Link:
    href = pages.address_of(
        pages.READING, doc=row["doc"], at=row["at"], start=row["start"], end=row["end"]
    )
    detail = f"引{row['to_canonical']}" if row.get("to_canonical") else f"“{row['quote']}”"
    return Link(row["canonical"], href, detail, level=1)
