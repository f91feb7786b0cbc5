"""引用追踪: references from a provision or a document in both directions, as a list and as a drawing."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph_model.paths import Leg, route
from graph_model.store import Store
from graph_model.tracing import MOST, Direction, Following, Place, Reference, Trace, trace
from ingest.addresses import Address, AddressError
from views.parts import citing, documents, graph_view, links, most_cited, pages, tables
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
AROUND, CITING, PATH, MOST_CITED = "关系图", "全部被引用处", "到哪一条", "被引用最多"
_VIEWS = (AROUND, CITING, PATH, MOST_CITED)
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
    view = _view()
    if view == MOST_CITED:
        most_cited.show(store)
        return
    start = _start(store)
    if start is None:
        return
    {AROUND: _around, CITING: _all_citing, PATH: _path}[view](store, start, texts)


def _view() -> str:
    """What is shown of the start: only that is asked for, and the address names it."""
    given = pages.parameter("view")
    chosen = st.segmented_control(
        "看什么", _VIEWS, default=given if given in _VIEWS else AROUND, label_visibility="collapsed"
    )
    return chosen or AROUND


def _around(store: Store, start: Place, texts: dict[str, Loaded]) -> None:
    if start.doc:
        pages.share(pages.address_of(pages.TRACE, doc=start.doc, at=start.at))
    left, middle, right = st.columns([1, 1, 2])
    direction = _DIRECTIONS[left.radio("方向", list(_DIRECTIONS), horizontal=True) or "双向"]
    depth = middle.slider("几步以内", 1, 4, 2)
    kinds = right.multiselect(
        "引用的性质", list(KINDS), format_func=KINDS.__getitem__, placeholder="全部"
    )
    found = trace(
        store.kept, start, Following(direction, kinds), depth=depth, opened=_opened(start)
    )
    _drawing(found, start, texts)
    _listing(found, texts)


# -- where it starts -----------------------------------------------------------------------------------


def _start(store: Store) -> Place | None:
    """The place that the page's address names, or that the user chooses."""
    instrument = pages.parameter("instrument")
    if instrument:
        rows = ask(store, "instruments", instrument=instrument).rows
        if rows:
            row = rows[0]
            st.markdown(f"**《{documents.escape(row['title'])}》**　:gray-badge[正文没有载入]")
            st.page_link(pages.LIBRARY.file, label="到资料库查看怎样取得")
            return Place(None, None, instrument, row["title"])
        st.warning("链接所指的文件不在图谱里。请从下面选择。")
    text = documents.choose(store, pages.TRACE)
    if text is None:
        return None
    typed = st.text_input(
        "从哪一条开始（留空则从整份文本开始）",
        value=pages.parameter("at") or "",
        placeholder="如：20.1.1 或 第二十条第（一）项",
    )
    if not typed:
        return Place(text.id, None, None, text.title)
    return _place_of(store, text, typed)


def _place_of(store: Store, text: Loaded, typed: str) -> Place | None:
    """The provision that was typed in either form, with its words; a warning where there is none."""
    try:
        address = str(Address.parse(typed))
    except AddressError as error:
        st.warning(str(error))
        return None
    rows = ask(store, "provision", document=text.id, address=address).rows
    if not rows:
        st.warning(f"这份文本没有{Address.parse(address).canonical()}。")
        return None
    words = "　".join(filter(None, (rows[0]["text"], rows[0]["opening"])))
    st.caption(documents.escape(words[:120]))
    return Place(text.id, address, None, rows[0]["canonical"])


def _opened(start: Place) -> list[Place]:
    """The places that were clicked since the start was chosen: one more step around each."""
    if st.session_state.get("trace-start") != start.id:
        st.session_state["trace-start"] = start.id
        st.session_state["trace-opened"] = []
    opened: list[Place] = st.session_state["trace-opened"]
    return opened


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
        if place not in st.session_state["trace-opened"]:
            st.session_state["trace-opened"].append(place)
            st.rerun()
    if clicked and clicked.edge and clicked.edge in found.references:
        reference = found.references[clicked.edge]
        st.info(f"原文：{reference.quote}")
    selected: Place | None = st.session_state.get("trace-selected")
    if selected is not None and selected.id in found.places:
        _selected(selected, texts)
    if found.open:
        st.caption(
            f"图中最多画 {MOST} 处；还有 {sum(found.open.values())} 处没有画出，点节点展开，"
            "或在“全部被引用处”逐页查看。"
        )


def _node(place: Place, start: Place, texts: dict[str, Loaded], found: Trace) -> GraphNode:
    kind = "条文" if place.at else "文件" if place.doc else "未收录文件"
    label = place.label
    if place.doc and place.doc != start.doc and place.at:
        # 最高人民法院、最高人民检察院关于…: what differs comes after the issuers
        label = f"{texts[place.doc].title.partition('关于')[2][:12] or texts[place.doc].title[:12]}…\n{label}"
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


# -- all that cites ------------------------------------------------------------------------------------


def _all_citing(store: Store, start: Place, texts: dict[str, Loaded]) -> None:
    """Page by page, all that cites the start, wherever in the graph."""
    if start.doc and start.at:
        doc, at = start.doc, start.at
        st.subheader(f"引用《{texts[doc].title}》{start.label}的全部条文")
        citing.of_provision(
            store,
            doc,
            at,
            lambda n: pages.address_of(pages.TRACE, doc=doc, at=at, view=CITING, page=n),
        )
        return
    instrument = start.instrument or texts[start.doc or ""].instrument
    given = {"doc": start.doc} if start.doc else {"instrument": instrument}
    st.subheader(f"引用《{start.label}》的全部条文" + ("（各版本合计）" if start.doc else ""))
    citing.of_instrument(
        store,
        instrument,
        lambda n: pages.address_of(pages.TRACE, **given, view=CITING, page=n),
    )


# -- from one provision to another ---------------------------------------------------------------------


def _path(store: Store, start: Place, texts: dict[str, Loaded]) -> None:
    """The shortest way along references to another provision, with the words that make each step."""
    if not start.at:
        st.info("先在上面写明从哪一条开始，再写明到哪一条。")
        return
    goal = _goal(store, start, texts)
    if goal is None:
        return
    left, right = st.columns(2)
    most = left.slider("最多几步", 1, 8, 6, key="path-steps")
    either = right.toggle("不论引用的方向", key="path-either")
    found = route(store.kept, start, goal, most=most, either=either)
    there = f"《{texts[goal.doc or ''].title}》{goal.label}"
    if found.legs is None:
        said = f"{most} 步之内没有找到从《{texts[start.doc or ''].title}》{start.label}到{there}的引用路径。"
        more = "引用太多，没有全部查完。" if found.exhausted else ""
        st.info(said + more + ("" if either else "可以打开“不论引用的方向”再找。"))
        return
    if not found.legs:
        st.info("两处在同一条里。")
        return
    st.markdown(f"**{len(found.legs)} 步**")
    links.show([_leg(n, leg, texts) for n, leg in enumerate(found.legs, 1)], key="path")


def _goal(store: Store, start: Place, texts: dict[str, Loaded]) -> Place | None:
    """The other end: in the text that the address names, in the start's own, or in one that is looked for."""
    doc = pages.parameter("to") or start.doc or ""
    if doc not in texts:
        st.warning("链接所指的文本没有载入。")
        return None
    here = {"doc": start.doc, "at": start.at}
    st.markdown(
        f"到《{documents.escape(texts[doc].title)}》（{texts[doc].status}，{texts[doc].version}）的哪一条"
    )
    with st.expander("到另一件文本"):
        documents.find(
            texts, lambda d: pages.address_of(pages.TRACE, **here, view=PATH, to=d.id), key="goal"
        )
    typed = st.text_input(
        "到哪一条",
        value=pages.parameter("to_at") or "",
        placeholder="如：264 或 第二百六十四条",
        key="to-at",
    )
    if not typed:
        return None
    place = _place_of(store, texts[doc], typed)
    if place is not None:
        pages.share(pages.address_of(pages.TRACE, **here, view=PATH, to=doc, to_at=place.at))
    return place


def _leg(number: int, leg: Leg, texts: dict[str, Loaded]) -> Link:
    """A step: where it is written, in which words, and what it leads to."""
    reference = leg.reference
    href = pages.address_of(
        pages.READING, doc=reference.doc, at=reference.at,
        start=reference.start, end=reference.end,
    )  # fmt: skip
    turn = "（倒着走：由后者引用前者）" if leg.against else ""
    said = f"“{reference.quote}”　→　{_name(leg.target, texts)}{turn}"
    return Link(f"第 {number} 步　{_name(leg.source, texts)}", href, said)


if __name__ == "__main__":
    show(render)
