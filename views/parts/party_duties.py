"""What a body or a post has to do in all loaded texts, grouped by text and topic: one section of 我的职责."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import streamlit as st

from exports.duty_sheet import Line, Section
from graph_model.store import Store
from ingest.register import parties_of
from views.parts import documents, links, pages, tables
from views.parts.documents import Loaded
from views.parts.links import Link
from views.parts.session import ask

Row = Mapping[str, Any]
_MOST = 500
_FORCES = {"must": "必须做的", "must_not": "不得做的", "may": "可以做的"}
_COLUMNS = {
    "text": "文本",
    "topic": "章",
    "canonical": "依据",
    "force": "性质",
    "quote": "原文",
    "often": "频次和期限",
    "breached": "罚则数",
}


def choose(store: Store) -> list[str]:
    """Let the user find bodies by a part of their name; the address may name them (``bodies``)."""
    wanted = [b for b in (pages.parameter("bodies") or "").split(",") if b]
    typed = st.text_input(
        "机关、单位或者岗位的名称（写一部分即可）",
        value=wanted[0] if wanted else "",
        placeholder="如：应急管理部门、乡镇人民政府、生产经营单位、主要负责人",
        key="party",
    )
    if not typed:
        st.info("请输入名称的一部分，再从找到的名称里选择一个或几个。")
        return []
    # 安委办 is looked up under the name that the register gives it too
    names = dict.fromkeys([typed.strip(), *(p.name for p in parties_of(typed))])
    found = {row["body"]: row for name in names for row in ask(store, "bodies", text=name).rows}
    if not found:
        st.warning(f"没有规范写给名称含“{documents.escape(typed)}”的主体。可以换一个称呼。")
        return []
    chosen = st.multiselect(
        f"找到 {len(found)} 个名称",
        list(found),
        default=[b for b in wanted if b in found] or list(found)[:1],
        format_func=lambda b: _label(found[b]),
        placeholder="选择一个或几个名称",
        key=f"party-chosen-{typed}",
    )
    if any(found[b]["open"] for b in chosen):
        st.warning("“有关部门”等只写了泛称，不能确定是哪一个部门，请逐条核对。")
    return list(chosen)


def _label(row: Row) -> str:
    return f"{row['body']}（{row['kind']}，{row['norms']} 条，{row['documents']} 件文本）"


def show(store: Store, bodies: Sequence[str]) -> list[Section]:
    """Show the duties of the bodies, and return them for the sheet."""
    rows = ask(store, "norms-of-bodies", bodies=list(bodies), most=_MOST).rows
    texts = documents.by_id(store)
    if len(rows) == _MOST:
        st.caption(f"只列出前 {_MOST} 条；可以选择更具体的名称。")
    sections = []
    for doc, of_text in groupby(rows, key=lambda r: r["doc"]):
        sections += _of_text(texts[doc], list(of_text))
    with st.expander("以表格查看和下载"):
        tables.show(_COLUMNS, [_row(r, texts) for r in rows], name="全部文本里的职责")
    return sections


def _of_text(text: Loaded, rows: Sequence[Row]) -> list[Section]:
    st.subheader(f"《{documents.escape(text.title)}》（{len(rows)}）")
    st.caption(f"{text.status}　{text.version}")
    documents.repeals(text)
    sections = []
    for topic, of_topic in groupby(rows, key=lambda r: r["topic"] or ""):
        found = list(of_topic)
        heading = topic or "正文"
        st.markdown(f"**{documents.escape(heading)}**")
        links.show(
            [Link(r["canonical"], _at(r), _detail(r)) for r in found],
            key=f"party-{text.id}-{found[0]['id']}",
        )
        lines = tuple(Line(r["quote"], r["canonical"], _often(r), _consequence(r)) for r in found)
        remark = "　".join((text.version, *text.repealed_by))
        sections.append(Section(f"《{text.title}》（{text.status}）{heading}", remark, lines))
    return sections


def _detail(row: Row) -> str:
    often = _often(row)
    parts = (row["quote"], f"【{often}】" if often else "", f"（{_consequence(row)}）")
    return "　".join(filter(None, parts))


def _often(row: Row) -> str:
    return "；".join([*row["frequency_text"], *row["deadlines"]])


def _consequence(row: Row) -> str:
    if row["force"] == "may":
        return "授权"
    return f"有 {row['breached']} 项罚则" if row["breached"] else "没有找到罚则"


def _row(row: Row, texts: Mapping[str, Loaded]) -> dict[str, Any]:
    text = texts[row["doc"]]
    return {
        **row,
        "text": text.mark,
        "force": _FORCES[row["force"]],
        "often": _often(row),
    }


def _at(row: Row) -> str:
    return pages.address_of(
        pages.READING, doc=row["doc"], at=row["at"], start=row["start"], end=row["end"]
    )
