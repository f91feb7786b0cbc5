"""阅读: the text with its chapters; references are links; beside an article what it says and who cites it.

A long text is read part by part: the chapter around the chosen article, and of a long chapter the articles near it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from graph_model.store import Store
from ingest.addresses import Address, AddressError
from views.parts import citing, documents, links, pages, text_view
from views.parts.documents import Loaded
from views.parts.links import Link
from views.parts.session import ask, show

_LEVELS = {"paragraph": 1, "item": 2, "subitem": 3}
_HEADED = ("part", "chapter", "section", "article")
# How many provisions are shown at once, and how many entries of the table of contents.
_MANY = 120
_KINDS = {
    "duty": "职责",
    "norm": "规范",
    "deadline": "期限",
    "violation": "追责情形",
    "sanction": "处理方式",
    "consequence": "后果",
    "factor": "轻重情节",
    "reward": "奖励",
    "procedure": "程序",
    "definition": "用语定义",
    "problem": "需要留意",
}
_ALL = 10_000
"""More than the delegations of any text."""
Row = dict[str, Any]


def render(store: Store) -> None:
    """Show the page."""
    st.title("阅读")
    text = documents.choose(store, pages.READING)
    if text is None:
        return
    rows = ask(store, "text", document=text.id).rows
    at = _chosen(rows)
    chapters, body, beside = st.columns([2, 5, 3], gap="medium")
    with chapters:
        _tree(text, rows, at)
    with body:
        _body(store, text, rows, at)
    with beside:
        _beside(store, text, rows, at)


def _chosen(rows: Sequence[Row]) -> str | None:
    """The address to show, from the page's address: in either form, and only where it is there."""
    wanted = pages.parameter("at")
    if not wanted:
        return None
    try:
        address = str(Address.parse(wanted))
    except AddressError as error:
        st.warning(str(error))
        return None
    known = {r["at"] for r in rows}
    shorter = address
    while shorter not in known and "." in shorter:
        shorter = shorter.rpartition(".")[0].rstrip(".")
    if shorter not in known:
        st.warning(f"这份文本没有{Address.parse(address).canonical()}。")
        return None
    if shorter != address:
        st.warning(f"这份文本没有{Address.parse(address).canonical()}，已转到上一级。")
    return shorter


# -- the tree of chapters ------------------------------------------------------------------------------


def _tree(text: Loaded, rows: Sequence[Row], at: str | None) -> None:
    st.subheader("目录")
    typed = st.text_input("转到条文", placeholder="如：20.1.6 或 第二十条第（六）项", key="goto")
    if typed and typed != st.session_state.get("went"):
        st.session_state["went"] = typed
        pages.follow(pages.address_of(pages.READING, doc=text.id, at=typed))
    here = _ancestors(rows, at)
    headed = [row for row in rows if row["kind"] in _HEADED]
    if len(headed) > _MANY:
        headed = _folded(rows, headed, at)
    with st.container(height=640):
        links.show([_entry(text, row, here) for row in headed], key="tree")


def _folded(rows: Sequence[Row], headed: Sequence[Row], at: str | None) -> list[Row]:
    """Of a long table of contents all chapters, and only the articles near the one that is read."""
    near = {row["at"] for row in _window(rows, at)}
    return [row for row in headed if row["kind"] != "article" or row["at"] in near]


def _entry(text: Loaded, row: Row, here: set[str]) -> Link:
    """An entry of the table of contents: a chapter as a heading that leads to it, an article below."""
    label = " ".join(filter(None, (row["canonical"], row["title"])))
    href = pages.address_of(pages.READING, doc=text.id, at=row["at"])
    article = row["kind"] == "article"
    return Link(label, href, level=1 if article else 0, current=article and row["at"] in here)


def _ancestors(rows: Sequence[Row], at: str | None) -> set[str]:
    parents = {r["at"]: r["parent"] for r in rows}
    out: set[str] = set()
    while at:
        out.add(at)
        at = parents.get(at)
    return out


# -- the text ------------------------------------------------------------------------------------------


def _body(store: Store, text: Loaded, rows: Sequence[Row], at: str | None) -> None:
    shown = _window(rows, at)
    citations: Mapping[str, list[Row]] = _by_address(
        ask(store, "citations-of-document", document=text.id).rows
    )
    quoted = _quoted()
    blocks = [_block(text, row, citations[row["at"]], at, quoted) for row in shown]
    st.caption("带下划线的是引用，点击即可到达。" + ("" if at else "　从左边的目录选择条文。"))
    _further(text, rows, shown, key="above")
    followed = text_view.show(blocks, key=f"text-{text.id}")
    if followed:
        pages.follow(followed)
    _further(text, rows, shown, key="below")


def _by_address(citations: Sequence[Row]) -> Mapping[str, list[Row]]:
    out: defaultdict[str, list[Row]] = defaultdict(list)
    for citation in citations:
        out[citation["at"]].append(citation)
    return out


def _window(rows: Sequence[Row], at: str | None) -> list[Row]:
    """What is shown around an address: its chapter, and of a long one whole articles near the address."""
    chapter = _chapter_of(rows, at)
    shown = [row for row in (_under(rows, chapter) if chapter else rows) if _visible(row)]
    if len(shown) <= _MANY:
        return shown
    here = next((n for n, row in enumerate(shown) if row["at"] == at), 0)
    first = max(0, min(here - _MANY // 3, len(shown) - _MANY))
    last = min(len(shown), first + _MANY)
    while first and shown[first]["kind"] not in _HEADED:
        first -= 1
    while last < len(shown) and shown[last]["kind"] not in _HEADED:
        last += 1
    return shown[first:last]


def _further(text: Loaded, rows: Sequence[Row], shown: Sequence[Row], *, key: str) -> None:
    """Links to what stands before and after the part that is shown, where the text goes on."""
    visible = [row for row in rows if _visible(row)]
    if len(visible) == len(shown) or not shown:
        return
    begin = next(n for n, row in enumerate(visible) if row["at"] == shown[0]["at"])
    end = begin + len(shown)
    targets = []
    if begin:
        before = visible[:begin][-_MANY // 3 :]
        first = next((row for row in before if row["kind"] in _HEADED), before[0])
        targets.append(("上一部分", first))
    if end < len(visible):
        targets.append(("下一部分", visible[end]))
    runs: list[text_view.Run] = []
    for label, row in targets:
        href = pages.address_of(pages.READING, doc=text.id, at=row["at"])
        runs += [text_view.Run(f"{label}（{row['canonical']}）", href), text_view.Run("　")]
    block = text_view.Block(f"further-{key}", 0, "", tuple(runs))
    followed = text_view.show([block], key=f"further-{key}", dense=True)
    if followed:
        pages.follow(followed)


def _chapter_of(rows: Sequence[Row], at: str | None) -> str | None:
    """The chapter to show around an address: long texts are read chapter by chapter."""
    here = _ancestors(rows, at)
    found = [r["at"] for r in rows if r["at"] in here and r["kind"] in ("part", "chapter")]
    return found[-1] if found else None


def _under(rows: Sequence[Row], address: str) -> list[Row]:
    """An address and all below it, in order: what a text holds comes after it."""
    inside = {address}
    out = []
    for row in rows:
        if row["at"] == address or row["parent"] in inside:
            inside.add(row["at"])
            out.append(row)
    return out


def _visible(row: Row) -> bool:
    return bool(row["text"].strip()) and not row["at"].startswith("noise")


def _quoted() -> tuple[int, int] | None:
    """The stretch of the source to mark, from the page's address: the sentence that a fact came from."""
    start, end = pages.parameter("start"), pages.parameter("end")
    if start and end and start.isdigit() and end.isdigit():
        return int(start), int(end)
    return None


def _block(
    text: Loaded, row: Row, citations: Sequence[Row], at: str | None, quoted: tuple[int, int] | None
) -> text_view.Block:
    words = row["text"]
    heading = ""
    if row["kind"] in _HEADED:
        heading, words = words.lstrip("# "), ""  # a heading of a md file keeps its marks
    offset = _Offsets(row)
    stretches = [
        text_view.Stretch(*place, href=href, title=title)
        for c in citations
        if (place := offset.place(c["start"], c["end"]))
        for href, title in [_target(text, c)]
    ]
    if quoted and (place := offset.place(*quoted)):
        stretches.append(text_view.Stretch(*place, mark=True))
    current = at is not None and row["at"] == at
    return text_view.Block(
        address=row["at"],
        level=_LEVELS.get(row["kind"], 0),
        heading=heading,
        runs=text_view.runs_of(words, stretches),
        current=current,
    )


class _Offsets:
    """From offsets in the source to positions in a provision's words, which have no line breaks."""

    def __init__(self, row: Row) -> None:
        numbers = row["segments"] or [row["start"], row["end"]]
        self.segments = list(zip(numbers[::2], numbers[1::2], strict=True))
        self.length = len(row["text"])

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the stretch inside the words, None where it lies elsewhere."""
        at = 0
        for begin, stop in self.segments:
            if start < stop and end > begin:
                return at + max(start - begin, 0), min(at + min(end, stop) - begin, self.length)
            at += stop - begin
        return None


def _target(text: Loaded, citation: Row) -> tuple[str | None, str]:
    """Where a reference leads, and what is said of it when pointed at."""
    if citation["to_at"]:
        return (
            pages.address_of(pages.READING, doc=citation["to_doc"], at=citation["to_at"]),
            "到所引条文",
        )
    if citation["to_doc"]:
        return pages.address_of(pages.READING, doc=citation["to_doc"]), "到所引文本"
    if citation["instrument"]:
        return (
            pages.address_of(pages.TRACE, instrument=citation["instrument"]),
            "所引文件的正文没有载入",
        )
    return (
        pages.address_of(pages.TRACE, doc=text.id, at=citation["at"]),
        citation["reason"] or "没有着落",
    )


# -- beside the text -----------------------------------------------------------------------------------


def _beside(store: Store, text: Loaded, rows: Sequence[Row], at: str | None) -> None:
    row = next((r for r in rows if r["at"] == at), None)
    if row is None:
        st.subheader("怎样使用")
        st.write("选一条条文，这里会列出它引用了什么、被谁引用、写了哪些职责和后果。")
        return
    st.subheader(row["canonical"])
    with st.popover("复制引文"):
        st.code(documents.citation(text, row["canonical"]), language=None, wrap_lines=True)
    graph = pages.address_of(pages.TRACE, doc=text.id, at=row["at"])
    links.show([Link("查看引用关系图", graph)], key="to-graph")
    _citing(store, text, row)
    _facts(store, text, row)
    _delegations(store, text, row)


def _citing(store: Store, text: Loaded, row: Row) -> None:
    cited = ask(store, "references-from", document=text.id, address=row["at"], most=_MANY).rows
    st.markdown(f"**引用了**（{len(cited)}{' 处以上' if len(cited) == _MANY else ''}）")
    links.show([_cited(text, c) for c in cited], key="cited")
    citing.of_provision(
        store,
        text.id,
        row["at"],
        lambda n: pages.address_of(pages.READING, doc=text.id, at=row["at"], page=n),
    )


def _cited(text: Loaded, citation: Row) -> Link:
    title = "本文件" if citation["target"] == "self" else f"《{citation['target']}》"
    goal = citation["to_canonical"] or "、".join(citation["units"])
    href, detail = _target(text, citation)
    return Link(f"{title}{goal}", href, "" if citation["to_at"] else detail)


def _at(row: Row) -> str:
    """The address of the sentence that a row came from, marked on the page that it leads to."""
    return pages.address_of(
        pages.READING, doc=row["doc"], at=row["at"], start=row["start"], end=row["end"]
    )


def _facts(store: Store, text: Loaded, row: Row) -> None:
    told = ask(store, "facts-at", document=text.id, address=row["at"]).rows
    found = [f for f in told if f["kind"].rstrip("0123456789") in _KINDS]
    kinds = dict.fromkeys(_kind(f) for f in found)
    for kind in kinds:
        of_kind = [f for f in found if _kind(f) == kind and f["quote"]]
        with st.expander(f"{kind}（{len(of_kind)}）", expanded=len(found) <= 8):
            links.show([Link(f["quote"], _at(f)) for f in of_kind], key=f"facts-{kind}")
    terms = [
        t for t in ask(store, "terms", document=text.id).rows if row["canonical"] in t["used_in"]
    ]
    if terms:
        st.markdown("**用语**")
        for t in terms:
            st.markdown(f"{documents.escape(t['term'])}：{documents.escape(t['meaning'])}")


def _delegations(store: Store, text: Loaded, row: Row) -> None:
    """What the provision hands to somebody to rule on, and the loaded texts that were made on its basis."""
    found = [
        d
        for d in ask(store, "delegations", document=text.id, most=_ALL).rows
        if d["at"] == row["at"] or d["at"].startswith(row["at"] + ".")
    ]
    if not found:
        return
    st.markdown(f"**交由他人制定的规则**（{len(found)}）")
    shown = []
    for d in found:
        goal = f"由{d['body']}制定" if d["body"] else "没有写明由谁制定"
        none = "" if d["implemented_by"] else "；没有载入据此制定的文件"
        shown.append(Link(d["quote"], _at(d), f"{goal}{d['form'] or ''}{none}"))
        shown += [
            Link(f"据此制定：《{title}》", pages.address_of(pages.READING, doc=doc), level=1)
            for doc, title in zip(d["implemented_by"], d["implemented"], strict=False)
        ]
    links.show(shown, key="delegations")


def _kind(fact: Row) -> str:
    return _KINDS[fact["kind"].rstrip("0123456789")]


if __name__ == "__main__":
    show(render)
