"""总览: what is loaded and in what state, what is missing, and where each of the three users starts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from graph_model.store import Store
from views.parts import documents, links, most_cited, pages, tables
from views.parts.documents import Loaded
from views.parts.links import Link
from views.parts.session import ask, show

Row = Mapping[str, Any]
_STARTS = (
    (
        "法规人员",
        "逐条追踪引用：某条引用了什么、被谁引用，哪些引用没有着落。",
        ((pages.READING, "打开全文"), (pages.TRACE, "追踪引用"), (pages.SEARCH, "检索条文")),
    ),
    (
        "领导干部",
        "按岗位查看自己的职责清单：依据、频次、不履行的后果和免责情形，可打印。",
        ((pages.DUTIES, "查看我的职责"), (pages.ACCOUNTABILITY, "了解责任追究")),
    ),
    (
        "党校教师",
        "选定章节或岗位，生成带条文出处的备课提纲。",
        ((pages.LESSON, "开始备课"), (pages.ACCOUNTABILITY, "追责阶梯")),
    ),
)
# How many texts and how many remarks are listed.
_FEW = 12
_SOME = 50
_MANY = 100
# How many missing documents the table holds.
_LISTED = 500
_COUNTS = {
    "title": "标题",
    "status": "状态",
    "version": "版本",
    "articles": "条",
    "duties": "职责",
    "citations": "引用",
    "resolved": "已定位",
    "not_loaded": "所引文件未载入",
    "open": "没有着落",
    "problems": "需要留意",
}

_DELEGATED = {
    "title": "标题",
    "canonical": "条文",
    "body": "由谁制定",
    "form": "制定什么",
    "about": "事项",
    "approval": "须经谁批准",
    "implemented": "据此制定的",
    "quote": "原文",
}


def render(store: Store) -> None:
    """Show the page."""
    st.title("法图")
    st.write("把法规文本读成条文、引用、职责和追责的图谱，逐条查询。全部在本机完成，不联网。")
    _starts()
    st.header("已载入的文本")
    rows = ask(store, "documents").rows
    if not rows:
        documents.say_empty()
        return
    texts = documents.by_id(store)
    if len(rows) > documents.FEW:
        _many(rows, texts)
    else:
        _few(store, rows, texts)
    if len(rows) > 1:
        st.header("被引用最多的条文和文件")
        most_cited.show(store)
    _missing(store)
    _delegations(store)
    _problems(store)


def _few(store: Store, rows: Sequence[Row], texts: Mapping[str, Loaded]) -> None:
    for row in rows[:_FEW]:
        documents.status(texts[row["doc"]])
    _table(rows, texts)
    links.show(
        [
            Link(f"阅读《{r['title']}》", pages.address_of(pages.READING, doc=r["doc"]))
            for r in rows[:_FEW]
        ],
        key="texts",
    )
    _more(len(rows) - _FEW, "件，在“阅读”页的“文本”里输入题目即可找到")


def _many(rows: Sequence[Row], texts: Mapping[str, Loaded]) -> None:
    """Of many texts how many there are of each kind and status, and the way to each of them."""
    kinds = Counter(row["kind"] for row in rows)
    states = Counter(row["status"] for row in rows)
    st.write(
        f"共 {len(rows)} 件："
        + "，".join(f"{k} {n}" for k, n in kinds.most_common())
        + "。状态："
        + "，".join(f"{s} {n}" for s, n in states.most_common())
        + "。"
    )
    documents.find(dict(texts), lambda d: pages.address_of(pages.READING, doc=d.id), key="overview")
    with st.expander("以表格查看和下载全部"):
        _table(rows, texts)


def _table(rows: Sequence[Row], texts: Mapping[str, Loaded]) -> None:
    counted = [{**row, "version": texts[row["doc"]].version} for row in rows]
    tables.show(_COUNTS, counted, name="已载入的文本")


def _starts() -> None:
    columns = st.columns(len(_STARTS))
    for column, (user, what, targets) in zip(columns, _STARTS, strict=True):
        with column, st.container(border=True):
            st.subheader(user)
            st.write(what)
            links.show(
                [Link(label, pages.address_of(page)) for page, label in targets],
                key=f"start-{user}",
            )


def _missing(store: Store) -> None:
    rows = ask(store, "cited-not-loaded", most=_LISTED + 1).rows
    st.header("被引用而没有载入的文件")
    if not rows:
        st.write("没有。全部所引文件都已载入。")
        return
    st.caption("引用它们的条文只能看到题目；载入后会自动接上。")
    columns = {"title": "文件", "doc_number": "文号", "issuers": "制发机关", "times": "被引次数"}
    tables.show(columns, rows[:_LISTED], name="未载入的文件")
    if len(rows) > _LISTED:
        st.caption(f"表中是被引用最多的 {_LISTED} 件，其余用 fatu ask cited-not-loaded 列出。")
    links.show(
        [
            Link(
                f"谁引用了《{r['title']}》",
                pages.address_of(pages.TRACE, instrument=r["instrument"]),
            )
            for r in rows[:_FEW]
        ],
        key="missing",
    )
    _more(len(rows) - _FEW, "件，见上面的表格")


def _delegations(store: Store) -> None:
    rows = ask(store, "delegations", most=_MANY).rows
    st.header("交由他人制定的规则")
    if not rows:
        st.write("没有。已载入的文本没有写明由谁另行制定办法、细则、标准等。")
        return
    made = sum(bool(r["implemented_by"]) for r in rows)
    first = "前 " if len(rows) == _MANY else " "
    st.caption(f"列出{first}{len(rows)} 处，其中 {made} 处已载入以该条为依据制定的文件。")
    tables.show(_DELEGATED, rows, name="交由他人制定的规则")


def _problems(store: Store) -> None:
    rows = ask(store, "problems", most=_SOME + 1).rows
    st.header("需要留意之处")
    if not rows:
        st.write("没有发现编号缺漏、自称笔误或未能确定的指代。")
        return
    links.show(
        [
            Link(
                row["canonical"],
                pages.address_of(
                    pages.READING, doc=row["doc"], at=row["at"],
                    start=row["start"], end=row["end"],
                ),
                f"{row['message']}" + (f"：“{row['quote']}”" if row["quote"] else ""),
            )
            for row in rows[:_SOME]
        ],
        key="problems",
    )  # fmt: skip
    if len(rows) > _SOME:
        st.caption(f"只列出前 {_SOME} 处，其余见“引用体检”页和各文本的阅读页。")


def _more(number: int, where: str) -> None:
    """Say how many are not listed here, and where they are."""
    if number > 0:
        st.caption(f"还有 {number} {where}。")


if __name__ == "__main__":
    show(render)
