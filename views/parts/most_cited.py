"""The most cited provisions and documents, with the date of the ranking and whether it still stands."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from graph_model import ranking
from graph_model.store import Store
from views.parts import links, pages, paging, tables
from views.parts.links import Link
from views.parts.session import ask

Row = Mapping[str, Any]
_ORDERS = {"被引次数": "times", "名次": "rank"}
_PROVISIONS = {
    "title": "文本", "canonical": "条文", "times": "被引次数", "citing": "引用它的文本数",
    "place": "名次", "text": "原文",
}  # fmt: skip
_DOCUMENTS = {
    "title": "文件", "times": "被引次数", "citing": "引用它的文本数", "place": "名次",
    "loaded": "已载入",
}  # fmt: skip


def show(store: Store) -> None:
    """Show both rankings; where there is none, or an old one, say so and offer to make it."""
    standing = store.kept.recall("ranking", lambda: ranking.standing(store))
    if standing is None:
        st.info("还没有计算排名。")
    else:
        said = (
            f"截至 {standing.computed[:16].replace('T', ' ')}，就 {standing.documents} 件文本算出。"
        )
        if not standing.current:
            said += "此后有文本载入、替换或移除，以下不含这些变动。"
        st.caption(
            said + "被引次数不计条文引用自身；名次看被谁引用：被重要的条文引用的靠前（PageRank）。"
        )
    if (standing is None or not standing.current) and st.button("重新计算排名"):
        with st.spinner("正在计算……"):
            ranking.rank(store)
        st.rerun()
    if standing is None:
        return
    by = _ORDERS[st.radio("排列", list(_ORDERS), horizontal=True, key="most-by") or "被引次数"]
    st.subheader("条文")
    rows = ask(store, "most-cited", by=by, most=paging.SIZE).rows
    _list(_PROVISIONS, rows, [_provision(row) for row in rows], "被引用最多的条文")
    st.subheader("文件")
    rows = ask(store, "most-cited-documents", by=by, most=paging.SIZE).rows
    _list(_DOCUMENTS, rows, [_document(row) for row in rows], "被引用最多的文件")


def _list(
    columns: Mapping[str, str], rows: Sequence[Row], entries: Sequence[Link], name: str
) -> None:
    with st.container(height=360):
        links.show(entries, key=f"list-{name}")
    with st.expander("以表格查看和下载"):
        tables.show(columns, rows, name=name)


def _provision(row: Row) -> Link:
    href = pages.address_of(pages.TRACE, doc=row["doc"], at=row["at"])
    return Link(
        f"《{row['title']}》{row['canonical']}", href, f"{_figures(row)}　{row['text'][:40]}"
    )


def _document(row: Row) -> Link:
    given = {"doc": row["doc"]} if row["loaded"] else {"instrument": row["instrument"]}
    loaded = "" if row["loaded"] else "　正文没有载入"
    return Link(
        f"《{row['title']}》", pages.address_of(pages.TRACE, **given), _figures(row) + loaded
    )


def _figures(row: Row) -> str:
    return f"被引 {row['times']} 次　来自 {row['citing']} 件文本　第 {row['place']} 名"
