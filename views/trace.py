"""引用追踪: references from a provision or a document in both directions, as a list and as a drawing."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph_model.store import Store
from graph_model.tracing import MOST, Direction, Place, Reference, Trace, trace
from ingest.addresses import Address, AddressError
from views.parts import documents, graph_view, links, pages, tables
from views.parts.documents import Loaded
from views.parts.graph_view import GraphEdge, GraphNode
from views.parts.links import Link
from views.parts.session import ask, show

Row = Mapping[str, Any]
KINDS = {
    "basis": "制定依据",
    "reference": "引用其他文件",
    "internal": "引用本文件",
    "analogy": "参照",
    "repeal": "废止",
    "amends": "修改",
    "amended_by": "由其修改",
}
_STATUS = {
    "resolved": "已定位",
    "not_loaded": "所引文件未载入",
    "no_such_provision": "没有这一条款",
    "ambiguous": "不能确定是哪一处",
    "generic": "泛指",
}
_DIRECTIONS: dict[str, Direction] = {"双向": "both", "它引用的": "out", "引用它的": "in"}
_COLUMNS = {
    "source": "引用处",
    "target": "所引",
    "kind": "性质",
    "quote": "原文",
    "status": "结果",
    "reason": "说明",
}


def render(store: Store) -> None:
    """Show the page."""
    st.title("引用追踪")
    texts = documents.by_id(store)
    start = _start(store, texts)
    if start is None:
        return
    left, middle, right = st.columns([1, 1, 2])
    direction = _DIRECTIONS[left.radio("方向", list(_DIRECTIONS), horizontal=True) or "双向"]
    depth = middle.slider("几步以内", 1, 4, 2)
    kinds = right.multiselect(
        "引用的性质", list(KINDS), format_func=KINDS.__getitem__, placeholder="全部"
    )
    expanded = _expanded(start)
    found = trace(store, start, depth=depth, direction=direction, kinds=kinds)
    for place in expanded:
        _add(found, trace(store, place, depth=1, direction=direction, kinds=kinds))
    _drawing(found, start, texts)
    _listing(found, texts)


# -- where it starts -----------------------------------------------------------------------------------


def _start(store: Store, texts: dict[str, Loaded]) -> Place | None:
    """The place that the page's address names, or that the user chooses."""
    instrument = pages.parameter("instrument")
    if instrument:
        row = next(
            (r for r in ask(store, "instruments").rows if r["instrument"] == instrument), None
        )
        if row is not None:
            st.markdown(f"**《{documents.escape(row['title'])}》**　:gray-badge[正文没有载入]")
            st.page_link(pages.LIBRARY.file, label="到资料库查看怎样取得")
            return Place(None, None, instrument, row["title"])
        st.warning("链接所指的文件不在图谱里。请从下面选择。")
    text = documents.choose(store)
    if text is None:
        return None
    typed = st.text_input(
        "从哪一条开始（留空则从整份文本开始）",
        value=pages.parameter("at") or "",
        placeholder="如：20.1.1 或 第二十条第（一）项",
    )
    if not typed:
        return Place(text.id, None, None, text.title)
    try:
        address = str(Address.parse(typed))
    except AddressError as error:
        st.warning(str(error))
        return None
    known = {r["at"]: r for r in ask(store, "text", document=text.id).rows}
    if address not in known:
        st.warning(f"这份文本没有{Address.parse(address).canonical()}。")
        return None
    st.caption(documents.escape(known[address]["text"][:120]))
    pages.share(pages.address_of(pages.TRACE, doc=text.id, at=address))
    return Place(text.id, address, None, known[address]["canonical"])


def _expanded(start: Place) -> list[Place]:
    """The places that were clicked since the start was chosen: one more step around each."""
    if st.session_state.get("trace-start") != start.id:
        st.session_state["trace-start"] = start.id
        st.session_state["trace-expanded"] = []
    expanded: list[Place] = st.session_state["trace-expanded"]
    return expanded


def _add(found: Trace, more: Trace) -> None:
    for place in more.places.values():
        if len(found.places) < MOST:
            found.places.setdefault(place.id, place)
    for key, reference in more.references.items():
        if reference.source in found.places and reference.target in found.places:
            found.references.setdefault(key, reference)
    found.contains |= {(a, b) for a, b in more.contains if a in found.places and b in found.places}


# -- the drawing and the list --------------------------------------------------------------------------


def _drawing(found: Trace, start: Place, texts: dict[str, Loaded]) -> None:
    if not found.references:
        st.info("在所选的方向和性质内没有引用。可以换一个方向，或增加步数。")
        return
    nodes = [_node(p, start, texts, found) for p in found.places.values()]
    edges = [
        GraphEdge(key, r.source, r.target, KINDS.get(r.kind, r.kind), r.quote)
        for key, r in found.references.items()
    ]
    edges += [GraphEdge(f"{a}>{b}", a, b, "包含") for a, b in sorted(found.contains)]
    st.caption("点节点展开并在下方显示，点连线看原文；下方列表内容相同。")
    clicked = graph_view.draw(nodes, edges, focus=start.id, key=f"trace-{start.id}")
    if clicked and clicked.node and clicked.node in found.places:
        place = found.places[clicked.node]
        st.session_state["trace-selected"] = place
        if place not in st.session_state["trace-expanded"]:
            st.session_state["trace-expanded"].append(place)
            st.rerun()
    if clicked and clicked.edge and clicked.edge in found.references:
        reference = found.references[clicked.edge]
        st.info(f"原文：{reference.quote}")
    selected: Place | None = st.session_state.get("trace-selected")
    if selected is not None and selected.id in found.places:
        _selected(selected, texts)
    if found.open:
        st.caption(
            f"图中最多画 {MOST} 处；还有 {sum(found.open.values())} 处没有画出，可从列表继续。"
        )


def _node(place: Place, start: Place, texts: dict[str, Loaded], found: Trace) -> GraphNode:
    kind = "条文" if place.at else "文件" if place.doc else "未收录文件"
    label = place.label
    if place.doc and place.doc != start.doc and place.at:
        label = f"{texts[place.doc].title[:12]}…\n{label}"
    return GraphNode(place.id, label, kind, hidden=found.open.get(place.id, 0))


def _selected(place: Place, texts: dict[str, Loaded]) -> None:
    if place.doc:
        title = texts[place.doc].title
        href = pages.address_of(pages.READING, doc=place.doc, at=place.at)
        again = pages.address_of(pages.TRACE, doc=place.doc, at=place.at)
        name = place.label if place.at else ""
        links.show(
            [Link(f"阅读《{title}》{name}", href), Link("以它为起点", again)], key="selected"
        )
    elif place.instrument:
        href = pages.address_of(pages.TRACE, instrument=place.instrument)
        links.show([Link(f"以《{place.label}》为起点", href)], key="selected")


def _listing(found: Trace, texts: dict[str, Loaded]) -> None:
    st.subheader(f"引用列表（{len(found.references)}）")
    if not found.references:
        return
    references = sorted(found.references.values(), key=lambda r: (r.doc, r.start, r.target))
    links.show([_link(r, found, texts) for r in references], key="references")
    with st.expander("以表格查看和下载"):
        rows = [_row(r, found, texts) for r in references]
        tables.show(_COLUMNS, rows, name="引用列表")


def _link(reference: Reference, found: Trace, texts: dict[str, Loaded]) -> Link:
    row = _row(reference, found, texts)
    href = pages.address_of(
        pages.READING, doc=reference.doc, at=reference.at,
        start=reference.start, end=reference.end,
    )  # fmt: skip
    detail = f"{row['kind']}　→　{row['target']}　“{reference.quote}”"
    if reference.status != "resolved":
        detail += f"　（{row['status']}）"
    return Link(row["source"], href, detail)


def _row(reference: Reference, found: Trace, texts: dict[str, Loaded]) -> dict[str, Any]:
    return {
        "source": _name(found.places[reference.source], texts),
        "target": _name(found.places[reference.target], texts),
        "kind": KINDS.get(reference.kind, reference.kind),
        "quote": reference.quote,
        "status": _STATUS.get(reference.status, reference.status),
        "reason": reference.reason,
    }


def _name(place: Place, texts: dict[str, Loaded]) -> str:
    if place.doc and place.at:
        return f"《{texts[place.doc].title}》{place.label}"
    return f"《{texts[place.doc].title if place.doc else place.label}》"


if __name__ == "__main__":
    show(render)
