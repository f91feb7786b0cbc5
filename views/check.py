"""引用体检: references of a text, or of all that is loaded, that a careful reader should look at again."""

from collections import Counter
from itertools import groupby

import streamlit as st

from exports import health_report, word
from graph_model.duty_check import with_duties
from graph_model.health import KINDS, SUGGESTIONS, Finding, Material, Report, examine
from graph_model.store import Store
from views.parts import documents, links, pages, tables
from views.parts.documents import Loaded
from views.parts.links import Link
from views.parts.session import show

_ALL = "全部已载入的文本"
_PAGE = 50


def render(store: Store) -> None:
    """Show the page."""
    st.title("引用体检")
    texts = documents.by_id(store)
    if not texts:
        documents.say_empty()
        return
    st.write("列出应当核对的引用和编号：位置、原文、原因和建议。只作提示，不作改动。")
    chosen = _chosen(texts)
    if chosen:
        documents.status(texts[chosen])
    elif len(texts) > documents.FEW and not _wanted_all(store, len(texts)):
        return
    report = _report(store, chosen)
    if st.toggle("另查义务与罚则是否对应", key="duties", value=pages.parameter("duties") == "1"):
        st.caption(
            "按罚则所引的条文和文字是否相近判断，会漏认；上位法规定了后果的，这里看不到。只作线索。"
        )
        with st.spinner("正在对照义务与罚则……"):
            report = with_duties(report, store, chosen)
    subject = f"《{texts[chosen].title}》" if chosen else _ALL
    st.write(health_report.summary(report))
    pages.share(pages.address_of(pages.CHECK, doc=chosen))
    if not report.findings:
        st.success("没有发现需要核对之处。所引文件没有载入的，无法核对其中的条文。")
        return
    _kinds(report)
    _downloads(report, subject)


def _chosen(texts: dict[str, Loaded]) -> str | None:
    """The text to examine, None for all of them."""
    wanted = pages.parameter("doc")
    if len(texts) > documents.FEW:
        with st.expander("选择一件文本", expanded=wanted not in texts):
            documents.find(texts, lambda d: pages.address_of(pages.CHECK, doc=d.id), key="check")
        if wanted in texts:
            links.show([Link(f"改为检查{_ALL}", pages.address_of(pages.CHECK))], key="all")
        return wanted if wanted in texts else None
    options: list[str | None] = [None, *texts]
    return st.selectbox(
        "检查哪些文本",
        options,
        index=options.index(wanted) if wanted in texts else 0,
        format_func=lambda d: texts[d].name if d else _ALL,
    )


def _wanted_all(store: Store, number: int) -> bool:
    """Of many texts the whole report is made on request, and shown again while nothing changes."""
    key = f"check-all-{store.turn()}"
    if st.button(f"检查全部 {number} 件文本（约需几十秒）", type="primary"):
        st.session_state[key] = True
    return bool(st.session_state.get(key))


def _report(store: Store, chosen: str | None) -> Report:
    with st.spinner("正在检查引用……"):
        return store.kept.recall(
            ("report", chosen), lambda: examine(Material.of_store(store.kept, chosen), chosen)
        )


def _kinds(report: Report) -> None:
    counts = Counter(f.kind for f in report.findings)
    names = [k for k in KINDS if counts[k]]
    shown = st.pills(
        "只看", names, format_func=lambda k: f"{KINDS[k]} {counts[k]}", selection_mode="multi"
    )
    for kind, found in groupby(report.findings, key=lambda f: f.kind):
        if shown and kind not in shown:
            continue
        findings = list(found)
        st.header(f"{KINDS[kind]}（{len(findings)}）")
        st.caption(f"建议：{SUGGESTIONS[kind]}")
        links.show([_link(f) for f in findings[:_PAGE]], key=f"findings-{kind}")
        if len(findings) > _PAGE:
            st.write(f"还有 {len(findings) - _PAGE} 处，见下载的表格。")


def _link(finding: Finding) -> Link:
    address = pages.address_of(
        pages.READING,
        doc=finding.doc,
        at=finding.at,
        start=finding.start,
        end=finding.end,
    )
    quote = f"“{finding.quote}”：" if finding.quote else ""
    return Link(finding.place, address, quote + finding.reason)


def _downloads(report: Report, subject: str) -> None:
    st.header("下载")
    st.download_button(
        "下载报告（docx）",
        lambda: health_report.to_docx(report, subject),
        "引用体检.docx",
        word.MEDIA_TYPE,
        on_click="ignore",
    )
    with st.expander("以表格查看和下载"):
        tables.show(health_report.COLUMNS, health_report.rows(report), name="引用体检")


if __name__ == "__main__":
    show(render)
