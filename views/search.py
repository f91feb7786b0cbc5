"""检索: full text with filters, hits marked; an address typed in either form goes there."""

import streamlit as st

from graph_model.search import MOST_CANDIDATES, Hit, Within, is_small, search
from graph_model.store import Store
from ingest import lexicon
from ingest.addresses import Address, AddressError
from views.parts import documents, pages, paging, text_view
from views.parts.session import ask, show

KINDS = {"article": "条", "paragraph": "款", "item": "项", "subitem": "目", "chapter": "章"}
# To the address in how many texts a way is offered.
_PAGE = 30
_WAYS = 8


def render(store: Store) -> None:
    """Show the page."""
    st.title("检索")
    texts = documents.by_id(store)
    if not texts:
        documents.say_empty()
        return
    query = st.text_input(
        "检索词或条文地址",
        value=pages.parameter("q") or "",
        placeholder="如：听取汇报、诫勉，或 20.1.6、第二十条第（六）项",
    )
    chosen = _texts(texts)
    left, right = st.columns(2)
    kinds = left.multiselect(
        "层次", list(KINDS), format_func=KINDS.__getitem__, placeholder="全部层次"
    )
    inside = _narrowed(store, chosen, right)
    through = None if is_small(store.kept) else st.checkbox(
        "逐字查找（慢；能找到不按词切开的字句）", key="through"
    )  # fmt: skip
    if not query.strip():
        st.info("输入要找的词，多个词用空格隔开；也可以直接输入条文地址。")
        return
    _to_address(query, [texts[d] for d in (texts if chosen is None else chosen)])
    found = search(
        store.kept,
        query,
        lexicon.default().tokens,
        within=Within(chosen, kinds),
        read_through=through,
    )
    hits = [h for h in found.hits if inside is None or (h.doc, h.at) in inside]
    st.subheader(f"找到 {len(hits)} 处" + ("以上" if found.cut else ""))
    if found.cut:
        st.caption(
            f"命中太多：只在其中 {MOST_CANDIDATES} 处里排列，其余没有列出。请加词，或选定文本和层次。"
        )
    pages.share(pages.address_of(pages.SEARCH, q=query))
    if not hits:
        st.info("没有找到。可以减少检索词、换一种说法，或清除上面的筛选条件。")
        return
    _show(query, hits, texts)


def _texts(texts: dict[str, documents.Loaded]) -> list[str] | None:
    """The texts to search; None for all of them."""
    if len(texts) > documents.FEW:
        with st.expander("只在部分文本里找"):
            found = documents.narrowed(texts.values(), key="search")
            if len(found) == len(texts):
                st.caption(f"现在在全部 {len(texts)} 件文本里找。")
                return None
            st.caption(f"现在在 {len(found)} 件文本里找。")
            return [d.id for d in found]
    chosen = st.multiselect(
        "文本", list(texts), format_func=lambda d: texts[d].title, placeholder="全部文本"
    )
    return chosen or None


def _narrowed(
    store: Store, chosen: list[str] | None, place: "st.delta_generator.DeltaGenerator"
) -> set[tuple[str, str]] | None:
    """The provisions of a chosen role or chapter; None where neither is chosen."""
    inside_of = list(documents.by_id(store)) if chosen is None else chosen
    if len(inside_of) > documents.FEW:
        return None
    roles = [r for d in inside_of for r in ask(store, "roles", document=d).rows]
    names = place.multiselect(
        "岗位", list(dict.fromkeys(r["role"] for r in roles)), placeholder="全部岗位"
    )
    inside: set[tuple[str, str]] | None = None
    if names:
        ids = [r["id"] for r in roles if r["role"] in names]
        inside = {(d["doc"], d["at"]) for d in ask(store, "duties-of-roles", roles=ids).rows}
    if len(inside_of) == 1:
        rows = ask(store, "text", document=inside_of[0]).rows
        chapters = {
            f"{r['canonical']} {r['title'] or ''}": r["at"] for r in rows if r["kind"] == "chapter"
        }
        names = place.multiselect("章", list(chapters), placeholder="全部章")
        if names:
            wanted = {chapters[n] for n in names}
            parents = {r["at"]: r["parent"] for r in rows}
            under = {(inside_of[0], r["at"]) for r in rows if _under(r["at"], wanted, parents)}
            inside = under if inside is None else inside & under
    return inside


def _under(at: str | None, wanted: set[str], parents: dict[str, str | None]) -> bool:
    while at and at not in wanted:
        at = parents.get(at)
    return bool(at)


def _to_address(query: str, texts: list[documents.Loaded]) -> None:
    """Offer the way to an address, where one was typed."""
    try:
        address = Address.parse(query)
    except AddressError:
        return
    for text in texts[:_WAYS]:
        label = f"转到《{text.title}》{address.canonical()}"
        if st.button(label, key=f"to-{text.id}"):
            pages.follow(pages.address_of(pages.READING, doc=text.id, at=str(address)))
    if len(texts) > _WAYS:
        st.caption(f"另有 {len(texts) - _WAYS} 件文本，请先在“文本”里选定。")


def _show(query: str, hits: list[Hit], texts: dict[str, documents.Loaded]) -> None:
    number = paging.current(len(hits), _PAGE)
    first = (number - 1) * _PAGE
    blocks = []
    for hit in hits[first : first + _PAGE]:
        text = texts[hit.doc]
        href = pages.address_of(pages.READING, doc=hit.doc, at=hit.at)
        heading = text_view.Run(f"《{text.title}》（{text.status}）{hit.canonical}", href)
        marks = [text_view.Stretch(a, b, mark=True) for a, b in hit.spans]
        runs = (heading, text_view.Run("　"), *text_view.runs_of(hit.text, marks))
        blocks.append(text_view.Block(f"{hit.doc}#{hit.at}", 0, "", runs))
    followed = text_view.show(blocks, key="hits", dense=True)
    if followed:
        pages.follow(followed)
    paging.show(
        len(hits),
        number,
        lambda n: pages.address_of(pages.SEARCH, q=query, page=n),
        key="hit-pages",
        size=_PAGE,
    )


if __name__ == "__main__":
    show(render)
