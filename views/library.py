"""资料库: take files in after a look at what was understood, remove texts, and see what is missing and how to get it."""

from collections import Counter
from pathlib import Path
from typing import Any

import streamlit as st

from graph_model import load, ranking
from graph_model.errors import GraphError
from graph_model.store import Store
from ingest import catalogue, lexicon, pipeline
from ingest.batch import files_in
from ingest.errors import IngestError
from ingest.facts import Facts
from ingest.readers import MAX_BYTES, SUFFIXES, read_bytes, read_source
from ingest.source import Source
from views.parts import documents, tables
from views.parts.session import ask, show

# How many texts are listed for removal.
_PAGE = 20
# How many missing documents the table holds.
_LISTED = 500
_TYPES = [s.removeprefix(".") for s in SUFFIXES]


def render(store: Store) -> None:
    """Show the page."""
    st.title("资料库")
    take, missing, remove = st.tabs(["载入文件", "缺少的文件", "已载入的文本"])
    with take:
        _take(store)
    with missing:
        _missing(store)
    with remove:
        _remove(store)


# -- taking in -----------------------------------------------------------------------------------------


def _take(store: Store) -> None:
    st.write(
        f"可以载入 {'、'.join(_TYPES)} 文件，每个不超过 {MAX_BYTES // 1024 // 1024} MB。"
        "文件只在本机处理，不会传到别处。"
    )
    uploaded = st.file_uploader(
        "选择文件（可多选）", type=_TYPES, accept_multiple_files=True, key="files"
    )
    folder = st.text_input("或填写本机的文件夹路径", placeholder="如：/home/用户/法规")
    sources, refused = _sources(uploaded or [], folder.strip())
    for message in refused:
        st.error(f"未读入　{message}")
    if not sources:
        if not refused:
            st.info("选择文件后，会先显示从中读出了什么，确认后再载入图谱。")
        return
    parsed = []
    bar = st.progress(0.0, text="正在解析……")
    for number, source in enumerate(sources, 1):
        parsed.append(_parse(source))
        bar.progress(number / len(sources), text=f"已解析 {source.name}")
    bar.empty()
    for facts in parsed:
        _preview(facts)
    if st.button(f"确认载入 {len(parsed)} 份文本", type="primary"):
        _load(store, parsed)


def _sources(uploaded: list[Any], folder: str) -> tuple[list[Source], list[str]]:
    """Read what was given; a bad file is named and does not stop the rest."""
    sources, refused = [], []
    readers: list[Any] = [lambda f=f: read_bytes(f.getvalue(), f.name) for f in uploaded]
    if folder:
        path = Path(folder).expanduser()
        if not path.is_dir():
            return [], [f"{folder}：没有这个文件夹。请核对路径。"]
        files = files_in(path)
        if not files:
            return [], [f"{folder}：里面没有可以载入的文件（{'、'.join(_TYPES)}）。"]
        readers += [lambda p=p: read_source(p) for p in files]
    for read in readers:
        try:
            sources.append(read())
        except IngestError as error:
            refused.append(str(error))
    return sources, refused


@st.cache_data(show_spinner=False, max_entries=64)
def _parse_text(text: str, name: str, format_: str, sha256: str, notes: tuple[str, ...]) -> str:
    return pipeline.parse(Source(text, name, format_, sha256, notes)).to_json()


def _parse(source: Source) -> Facts:
    return Facts.model_validate_json(
        _parse_text(source.text, source.name, source.format, source.sha256, source.notes)
    )


def _preview(facts: Facts) -> None:
    """Show what was understood of a file, and what was not, before it is taken in."""
    told = facts.document
    with st.expander(f"{told.name}　→　《{told.title}》", expanded=True):
        st.markdown(
            f"状态：**{told.status}**　种类：{told.kind}　文号：{told.doc_number or '没有写明'}　"
            f"日期：{told.adopted or told.effective or '没有写明'}"
        )
        statuses = Counter(c.resolution.status for c in facts.citations)
        st.markdown(
            f"{len(facts.structure.chapters)} 章 {len(facts.structure.articles)} 条；"
            f"引用 {len(facts.citations)} 处（文内已定位 {statuses['resolved']}）；"
            f"岗位 {len(facts.roles)}，职责 {len(facts.duties)}，其他规范 {len(facts.obligations_of_bodies)}；"
            f"追责情形 {len(facts.violations)}，处理方式 {len(facts.sanctions)}"
        )
        for problem in facts.problems:
            st.warning(documents.escape(problem.message))
        for row in facts.unresolved:
            st.warning(documents.escape(f"{row.at} “{row.quote}”：{row.reason}"))


def _load(store: Store, parsed: list[Facts]) -> None:
    words = {
        "loaded": "已载入",
        "unchanged": "内容没有变化，无需再载入",
        "replaced": "已替换原来的文本",
    }
    bar = st.progress(0.0, text="正在载入……")
    for number, facts in enumerate(parsed, 1):
        try:
            result = load.load(store, facts, tokens=lexicon.default().tokens)
            waited = f"，接上了其他文本的 {result.relinked} 处引用" if result.relinked else ""
            st.success(f"《{facts.document.title}》{words[result.status]}{waited}")
        except GraphError as error:
            st.error(f"《{facts.document.title}》没有载入：{error}")
        bar.progress(number / len(parsed), text=f"已处理 {number} 份")
    bar.progress(1.0, text="正在更新被引用的排名……")
    ranking.refresh(store)
    bar.empty()


# -- what is missing -----------------------------------------------------------------------------------


def _missing(store: Store) -> None:
    rows = ask(store, "cited-not-loaded", most=_LISTED + 1).rows
    if not rows:
        st.info("没有缺少的文件：所引用的文件都已载入。")
        return
    st.write("这些文件被已载入的文本引用，正文还没有载入。载入后，等候的引用会自动接上。")
    shown = []
    for row in rows[:_LISTED]:
        known = catalogue.find(row["title"], row["doc_number"])
        shown.append(
            {
                **row,
                "verified": "已核实" if known and known.verified else catalogue.UNVERIFIED,
                "advice": known.advice if known else "请从制发机关取得正式文本。",
            }
        )
    columns = {
        "title": "文件",
        "doc_number": "文号",
        "issuers": "制发机关",
        "times": "被引次数",
        "verified": "信息",
        "advice": "怎样取得",
    }
    tables.show(columns, shown, name="缺少的文件")
    if len(rows) > _LISTED:
        st.caption(f"表中是被引用最多的 {_LISTED} 件，其余用 fatu ask cited-not-loaded 列出。")


# -- removing ------------------------------------------------------------------------------------------


def _remove(store: Store) -> None:
    texts = list(documents.by_id(store).values())
    if not texts:
        st.info("图谱里还没有文本。请在“载入文件”里选择法规文件。")
        return
    if len(texts) > documents.FEW:
        texts = documents.narrowed(texts, key="remove")
        st.caption(f"共 {len(texts)} 件；每次列出 {_PAGE} 件，请输入题目中的字或筛选。")
    for text in texts[:_PAGE]:
        documents.status(text)
        left, right, _ = st.columns([1, 1, 4])
        if left.button("移除", key=f"remove-{text.id}"):
            st.session_state["removing"] = text.id
        if st.session_state.get("removing") == text.id:
            st.warning(
                f"确定移除《{documents.escape(text.title)}》？引用它的条文会重新标为“所引文件未载入”。"
            )
            if right.button("确定移除", key=f"sure-{text.id}", type="primary"):
                load.remove(store, text.id)
                ranking.refresh(store)
                st.session_state.pop("removing")
                st.rerun()


if __name__ == "__main__":
    show(render)
