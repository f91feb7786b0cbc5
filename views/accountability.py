"""责任追究: from a violation to what follows, to what weighs and how it is done; and back from a measure."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from graph_model.store import Store
from views.parts import documents, links, pages, tables
from views.parts.documents import Loaded
from views.parts.links import Link
from views.parts.session import ask, show

Row = Mapping[str, Any]
_SANCTIONS = {
    "accountability": "问责方式",
    "lighter_measure": "较轻的措施",
    "referral": "移送",
    "consequence": "其他不利后果",
    "penalty": "处罚和法律责任",
}
_KNOWN_BY = {"citation": "条文写明", "likeness": "文字相近，请核对"}
_FACTORS = {"aggravating": "从重", "mitigating": "从轻、减轻", "exempting": "免责"}
_FOLLOWS = {
    "sanction": "处理方式",
    "group": "性质",
    "quote": "原文",
    "recipient": "对谁",
    "by": "由谁",
    "condition": "条件",
    "canonical": "依据",
    "months": "影响期（月）",
    "bars": "限制",
    "consequence": "影响的原文",
}


def render(store: Store) -> None:
    """Show the page."""
    st.title("责任追究")
    text = documents.choose(store, pages.ACCOUNTABILITY)
    if text is None:
        return
    violations = ask(store, "violations", document=text.id).rows
    if not violations:
        st.info("这份文本里没有找到追责情形和罚则。可以换一份文本，或到“阅读”查看全文。")
        return
    forward, backward, factors, steps = st.tabs(
        ["从情形看后果", "从处理方式看情形", "轻重情节", "程序和救济"]
    )
    with forward:
        _forward(store, text, violations)
    with backward:
        _backward(store, text, violations)
    with factors:
        _factors(store, text)
    with steps:
        _steps(store, text)


# -- from a violation ----------------------------------------------------------------------------------


def _forward(store: Store, text: Loaded, violations: Sequence[Row]) -> None:
    wanted = pages.parameter("at")
    start = next((n for n, v in enumerate(violations) if v["at"] == wanted), 0)
    chosen = st.selectbox(
        "情形", violations, index=start, format_func=lambda v: f"{v['canonical']}　{v['quote']}"
    )
    if chosen is None:
        return
    pages.share(pages.address_of(pages.ACCOUNTABILITY, doc=text.id, at=chosen["at"]))
    links.show([Link(chosen["canonical"], _at(chosen), chosen["quote"])], key="chosen")
    follows = ask(store, "what-follows-violation", violation=chosen["id"]).rows
    st.subheader("会受到什么处理")
    if not follows:
        st.info("文中没有写明这一情形受到哪一种处理。")
    else:
        rows = [
            {
                **f,
                "group": _SANCTIONS[f["kind"]],
                "quote": f["quote"] if f["quote"] != f["sanction"] else None,
            }
            for f in follows
        ]
        told = {c: heading for c, heading in _FOLLOWS.items() if any(r[c] for r in rows)}
        tables.show(told, rows, name=f"后果-{chosen['canonical']}", note=text.mark)
        links.show(list(_ladder(follows)), key="ladder")
    _breached(store, chosen)


def _ladder(follows: Sequence[Row]) -> list[Link]:
    """The measures once each, with the length of the bars, each a link to its ground."""
    out: list[Link] = []
    for f in follows:
        months = f"{f['months']} 个月" if f["months"] else ""
        bars = f"不得{'、'.join(f['bars'])}" if f["bars"] else ""
        whom = f"对{f['recipient']}" if f["recipient"] else ""
        words = f["quote"] if f["kind"] == "penalty" else ""
        detail = "　".join(filter(None, (f["condition"], words, whom, f["by"], months, bars)))
        out.append(Link(f"{f['sanction']}（{f['canonical']}）", _at(f), detail))
    return out


def _breached(store: Store, chosen: Row) -> None:
    duties = ask(store, "breached-duties", violation=chosen["id"]).rows
    norms = ask(store, "breached-norms", violation=chosen["id"]).rows
    st.subheader(f"违反的职责（{len(duties) + len(norms)}）")
    if not duties and not norms:
        st.write("这一情形没有指明违反哪些职责，文中也没有文字相近的规范。")
        return
    with st.container(height=360):
        links.show(
            [Link(d["canonical"], _at(d), f"{'、'.join(d['roles'])}：{d['duty']}") for d in duties]
            + [
                Link(n["canonical"], _at(n), f"{n['norm']}　（{_KNOWN_BY[n['by']]}）")
                for n in norms
            ],
            key="breached",
        )


# -- back from a measure -------------------------------------------------------------------------------


def _backward(store: Store, text: Loaded, violations: Sequence[Row]) -> None:
    names = list(dict.fromkeys(n for v in violations for n in v["sanctions"]))
    wanted = pages.parameter("sanction")
    chosen = st.selectbox("处理方式", names, index=names.index(wanted) if wanted in names else 0)
    if chosen is None:
        return
    pages.share(pages.address_of(pages.ACCOUNTABILITY, doc=text.id, sanction=chosen))
    rows = ask(store, "what-leads-to-sanction", sanction=chosen, document=text.id).rows
    st.subheader(f"哪些情形会受到“{documents.escape(chosen)}”（{len(rows)}）")
    links.show(
        [
            Link(r["canonical"], _at(r), "　".join(filter(None, (r["violation"], r["condition"]))))
            for r in rows
        ],
        key="leads",
    )
    after = ask(store, "consequences", sanction=chosen, document=text.id).rows
    st.subheader("受到这种处理以后")
    if not after:
        st.write("文中没有写明影响期。")
    for r in after:
        months = f"{r['months']} 个月" if r["months"] else "没有写明期限"
        links.show(
            [Link(r["canonical"], _at(r), f"{months}　{'、'.join(r['bars'])}　{r['quote']}")],
            key=f"after-{r['at']}-{r['months']}-{'-'.join(r['bars'])}",
        )


# -- what weighs, and how it is done -------------------------------------------------------------------


def _factors(store: Store, text: Loaded) -> None:
    rows = ask(store, "factors", document=text.id).rows
    for kind, title in _FACTORS.items():
        of_kind = [r for r in rows if r["kind"] == kind]
        st.subheader(f"{title}（{len(of_kind)}）")
        links.show(
            [Link(r["canonical"], _at(r), r["quote"]) for r in of_kind], key=f"factor-{kind}"
        )
    shown = [{**r, "kind": _FACTORS[r["kind"]]} for r in rows]
    columns = {"kind": "性质", "quote": "情节", "effect": "后果", "canonical": "依据"}
    tables.show(columns, shown, name="轻重情节", note=text.mark)


def _steps(store: Store, text: Loaded) -> None:
    rows = ask(store, "procedures", document=text.id).rows
    if not rows:
        st.info("文中没有写明追究责任的步骤。")
        return
    links.show(
        [
            Link(
                f"{r['name']}（{r['canonical']}）",
                _at(r),
                "　".join(filter(None, (r["actor"], r["quote"]))),
            )
            for r in rows
        ],
        key="steps",
    )
    columns = {"name": "步骤", "actor": "由谁", "quote": "原文", "canonical": "依据"}
    tables.show(columns, rows, name="程序和救济", note=text.mark)


def _at(row: Row) -> str:
    return pages.address_of(
        pages.READING, doc=row["doc"], at=row["at"], start=row["start"], end=row["end"]
    )


if __name__ == "__main__":
    show(render)
