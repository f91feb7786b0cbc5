"""上下位对照: what of an upper text a lower one repeats, implements, extends, narrows, or leaves out."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from exports import alignment as export
from exports import word
from graph_model.align import GRADES, Alignment, Pair, Unmatched, align
from graph_model.differences import changed_words
from graph_model.relations import RELATIONS
from graph_model.sides import Side, sides_of_store
from graph_model.store import Store
from views.parts import documents, links, pages, tables, text_view
from views.parts.links import Link
from views.parts.session import show
from views.parts.text_view import Block, Change, Run, Stretch

_PAGE = 10
_LISTED = 60


def render(store: Store) -> None:
    """Show the page."""
    st.title("上下位对照")
    texts = documents.by_id(store)
    if len(texts) < 2:
        st.info("上下位对照需要至少两份文本。请先到“资料库”载入上位文件和下位文件。")
        st.page_link(pages.LIBRARY.file, label="去资料库载入文件")
        return
    st.write("选上位和下位两份文本，列出上位要求而下位没有的，以及逐条的对应和不同之处。")
    left, right = st.columns(2)
    with left:
        upper = _choose("上位文本", "upper", texts)
    with right:
        lower = _choose("下位文本", "lower", texts)
    if upper is None or lower is None:
        st.info("请选择两份文本。")
        return
    with st.spinner("正在对照两份文本……"):
        found = align(*sides_of_store(store, upper, lower))
    st.write(export.summary(found))
    st.caption(export.note(found))
    pages.share(pages.address_of(pages.ALIGN, upper=upper, lower=lower))
    _omissions(found)
    _pairs(found)
    _rest(found)
    _downloads(found)


def _choose(label: str, name: str, texts: dict[str, documents.Loaded]) -> str | None:
    """Let the user choose a text; the address may name it, with its status in sight."""
    wanted = pages.parameter(name)
    if wanted and wanted not in texts:
        st.warning("链接所指的文本没有载入，或已换成新的版本。")
    chosen: str | None = st.selectbox(
        label,
        list(texts),
        index=list(texts).index(wanted) if wanted in texts else None,
        format_func=lambda d: texts[d].name,
        placeholder="选择文本",
        key=f"align-{name}",
    )
    if chosen:
        documents.status(texts[chosen])
    return chosen


def _omissions(found: Alignment) -> None:
    st.header(f"上位要求而下位没有的（{len(found.omissions)}）")
    if not found.omissions:
        st.success("没有发现上位对本级的要求在下位中没有对应条文。")
        return
    _listed(found.omissions, found.upper, "omissions")


def _rest(found: Alignment) -> None:
    with st.expander(f"下位自设的（{len(found.own)}）"):
        _listed(found.own, found.lower, "own")
    rest = [u for u in found.unmatched if u not in found.omissions]
    with st.expander(f"上位的其他条款，下位没有重述（{len(rest)}）"):
        _listed(rest, found.upper, "rest")


def _listed(alone: Sequence[Unmatched], side: Side, key: str) -> None:
    links.show([_alone(u, side) for u in alone[:_LISTED]], key=f"align-{key}")
    if len(alone) > _LISTED:
        st.write(f"还有 {len(alone) - _LISTED} 处，见下载的表格。")


def _alone(found: Unmatched, side: Side) -> Link:
    reason = GRADES[found.grade] if found.grade else "上位没有对应的条文"
    return Link(side.canonical[found.at], _reading(side, found.at), f"{reason}：{found.quote.text}")


def _reading(side: Side, at: str) -> str:
    return pages.address_of(pages.READING, doc=side.id, at=at)


# -- pairs side by side ---------------------------------------------------------------------------------


def _pairs(found: Alignment) -> None:
    st.header(f"逐条对照（{len(found.pairs)}）")
    st.caption(
        "删除线是只有上位有的字，双下划线是只有下位有的字。标明“待核”的，相似程度不足以认定。"
    )
    kinds = Counter(_kind(p) for p in found.pairs)
    names = [k for k in (*RELATIONS, "doubt") if kinds[k]]
    chosen = st.pills(
        "只看",
        names,
        format_func=lambda k: f"{RELATIONS.get(k, '待核')} {kinds[k]}",
        selection_mode="multi",
        key="align-kinds",
    )
    pairs = [p for p in found.pairs if not chosen or _kind(p) in chosen]
    last = max((len(pairs) - 1) // _PAGE + 1, 1)
    number = 1
    if last > 1:
        number = st.number_input(f"第几页（共 {last} 页）", 1, last, 1, key=f"align-page-{chosen}")
    for pair in pairs[(number - 1) * _PAGE : number * _PAGE]:
        _pair(found, pair)


def _kind(pair: Pair) -> str:
    return "doubt" if pair.doubt else pair.relation


def _pair(found: Alignment, pair: Pair) -> None:
    with st.container(border=True):
        mark = "　**待核**" if pair.doubt else ""
        reasons = documents.escape("；".join(pair.reasons))
        st.markdown(f"**{RELATIONS[pair.relation]}**{mark}　{reasons}　把握 {pair.score:.0%}")
        if pair.doubt:
            st.caption(f"待核：{pair.doubt}")
        for difference in pair.differences:
            if difference.told not in pair.reasons:
                st.caption(documents.escape(difference.told))
        gone, new = _changes(found, pair)
        left, right = st.columns(2)
        with left:
            _side(found.upper, pair.upper, gone, "gone", f"{pair.upper}-{pair.lower}-upper")
        with right:
            _side(found.lower, pair.lower, new, "new", f"{pair.upper}-{pair.lower}-lower")


Changes = dict[str, list[tuple[int, int]]]


def _changes(found: Alignment, pair: Pair) -> tuple[Changes, Changes]:
    """Which words of each linked clause its likest counterpart does not have."""
    above = {c.at: c for c in found.upper.clauses}
    below = {c.at: c for c in found.lower.clauses}
    gone: Changes = {}
    new: Changes = {}
    for link in sorted(pair.links, key=lambda k: -k.score):
        changed = changed_words(above[link.upper].text, below[link.lower].text)
        gone.setdefault(link.upper, changed[0])
        new.setdefault(link.lower, changed[1])
    return gone, new


def _side(side: Side, article: str, changes: Changes, change: Change, key: str) -> None:
    """The article's clauses; those that the pair is not about stand plain."""
    blocks = [Block(article, 0, "", (Run(side.canonical[article], _reading(side, article)),))]
    for clause in side.articles[article]:
        stretches = [Stretch(s, e, change=change) for s, e in changes.get(clause.at, ())]
        blocks += [
            Block(at, int(at != clause.at) + 1, "", text_view.runs_of(clause.text[s:e], moved))
            for at, s, e in clause.pieces
            for moved in [[Stretch(x.start - s, x.end - s, change=change) for x in stretches]]
        ]
    followed = text_view.show(blocks, key=f"align-{key}", dense=True)
    if followed:
        pages.follow(followed)


def _downloads(found: Alignment) -> None:
    st.header("下载")
    st.download_button(
        "下载对照（docx）",
        export.to_docx(found),
        "上下位对照.docx",
        word.MEDIA_TYPE,
        on_click="ignore",
    )
    with st.expander("以表格查看和下载"):
        note = f"上位：{found.upper.mark}　下位：{found.lower.mark}　{export.note(found)}"
        tables.show(export.COLUMNS, export.rows(found), name="上下位对照", note=note)


if __name__ == "__main__":
    show(render)
