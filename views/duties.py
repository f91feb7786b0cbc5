"""我的职责: the duty list of one or several posts, with basis, frequency, what follows and what exempts."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from exports import duty_sheet
from exports.duty_sheet import Line, Section, Sheet
from exports.word import MEDIA_TYPE
from graph_model import posts
from graph_model.posts import Post
from graph_model.store import Store
from views.parts import documents, links, pages, party_duties, tables
from views.parts.documents import Loaded
from views.parts.links import Link
from views.parts.session import ask, show

Row = Mapping[str, Any]
_COLUMNS = {
    "role": "岗位",
    "duty": "职责",
    "basis": "依据",
    "frequency": "频次",
    "breach": "不履行的情形",
}


_SCOPES = ("一份文本里的岗位", "全部文本里的机关、单位和岗位")


def render(store: Store) -> None:
    """Show the page."""
    st.title("我的职责")
    named_in = pages.parameter("bodies")
    scope = st.radio(
        "在哪里查找", _SCOPES, index=1 if named_in else 0, horizontal=True, key="scope"
    )
    if scope == _SCOPES[1]:
        _everywhere(store)
        return
    text = documents.choose(store, pages.DUTIES)
    if text is None:
        return
    roles = ask(store, "roles", document=text.id).rows
    if not roles:
        st.info("这份文本里没有找到岗位和职责。可以换一份文本，或到“阅读”查看全文。")
        return
    chosen, named = _choose(store, text, roles)
    if not chosen and not named:
        st.info(
            "请选择一个或几个岗位：可以按层级、机关和岗位选，也可以输入称呼（如“书记”“安委会主任”）。"
        )
        return
    pages.share(_address(text, chosen, named))
    sections = [_of_post(store, text, post, roles) for post in chosen]
    sections += [_of_role(store, text, role) for role in named]
    notes = _notes(store, text)
    for notes_heading, lines in notes:
        with st.expander(f"{notes_heading}（{len(lines)}）"):
            for line in lines:
                st.markdown(f"- {documents.escape(line)}")
    _downloads(text, chosen, named, sections, notes)


def _everywhere(store: Store) -> None:
    """The duties of a body or post in all loaded texts."""
    if not documents.by_id(store):
        documents.say_empty()
        return
    bodies = party_duties.choose(store)
    if not bodies:
        return
    pages.share(pages.address_of(pages.DUTIES, bodies=",".join(bodies)))
    sections = party_duties.show(store, bodies)
    _offer(
        Sheet(
            title=f"{'、'.join(bodies)}职责清单",
            source="已载入的全部文本；各件的状态见各节标题",
            status="逐件注明",
            sections=tuple(sections),
            notes=(),
        )
    )


# -- choosing ------------------------------------------------------------------------------------------


def _choose(store: Store, text: Loaded, roles: Sequence[Row]) -> tuple[list[Post], list[Row]]:
    """Return the chosen posts, and roles of the text chosen by their own name."""
    typed = st.text_input(
        "按称呼查找", placeholder="如：书记、县长、分管副镇长、安委会主任", key="typed"
    )
    found = posts.by_name(typed, roles, _stated(store, text, roles)) if typed else []
    if typed and not found:
        st.warning(f"没有找到与“{documents.escape(typed)}”对应的岗位，请从下面的列表里选择。")
    if found:
        st.caption("对应的岗位：" + "、".join(p.title for p in found))
    asked = [p for p in map(posts.parse, (pages.parameter("posts") or "").split(",")) if p]
    grid = st.multiselect(
        "岗位（层级、机关、岗位）", posts.all_posts(), default=found or asked,
        format_func=lambda p: p.title, placeholder="选择一个或几个岗位", key=f"posts-{typed}",
    )  # fmt: skip
    others = {r["role"]: r for r in roles}
    wanted = [r for r in (pages.parameter("roles") or "").split(",") if r in others]
    names = st.multiselect(
        "或按文中的岗位名称",
        list(others),
        default=wanted,
        placeholder="选择文中的岗位",
        key="named",
    )
    return list(grid), [others[n] for n in names]


def _stated(store: Store, text: Loaded, roles: Sequence[Row]) -> dict[str, str]:
    words = {r["at"]: r["text"] for r in ask(store, "text", document=text.id).rows}
    return {r["id"]: words.get(r["at"], "") for r in roles}


def _address(text: Loaded, chosen: Sequence[Post], named: Sequence[Row]) -> str:
    return pages.address_of(
        pages.DUTIES,
        doc=text.id,
        posts=",".join(map(str, chosen)),
        roles=",".join(r["role"] for r in named),
    )


# -- one post ------------------------------------------------------------------------------------------


def _of_post(store: Store, text: Loaded, post: Post, roles: Sequence[Row]) -> list[Section]:
    st.header(post.title)
    own, general = posts.roles_of(post, roles), posts.general_of(post, roles)
    responsibility = next((r for r in [*own, *general] if r["responsibility"]), None)
    remark = ""
    if responsibility:
        st.markdown(f"责任：**{documents.escape(responsibility['responsibility'])}**")
        remark = f"责任：{responsibility['responsibility']}（{responsibility['canonical']}）"
    if not own:
        _without_duties(text, post, general)
        said = "；".join(
            f"{g['quote']}（{g['canonical']}）：{g['responsibility']}" for g in general
        )
        return [Section(post.title, f"文中没有单列本岗位的职责。{said}", ())]
    names = "、".join(r["role"] for r in own)
    st.caption(f"文中的名称：{names}")
    rows = ask(store, "duties-of-roles", roles=[r["id"] for r in own], document=text.id).rows
    lines = _show_lines(store, text, rows, post, str(post))
    sections = [Section(post.title, remark, lines)]
    sections += _of_bases(store, text, post)
    bodies = _of_organ(store, text, post)
    if bodies:
        st.subheader("所在机关的职责和职权")
        st.caption("这些是本岗位所主持的机关承担的事项，不是岗位单列的职责。")
        tables.show(
            {"quote": "事项", "modality": "约束", "canonical": "依据", "frequency_text": "频次"}, bodies,
            name=f"机关职责-{post.title}", note=text.mark,
        )  # fmt: skip
        organ = tuple(
            Line(b["quote"], b["canonical"], "；".join(b["frequency_text"]), "") for b in bodies
        )
        sections.append(Section(f"{post.title}所在机关的职责和职权", "由所主持的机关承担", organ))
    return sections


def _of_bases(store: Store, text: Loaded, post: Post) -> list[Section]:
    """The duties that the loaded texts behind this one give the same post."""
    sections = []
    texts = documents.by_id(store)
    for basis in ask(store, "chain-of-bases", document=text.id).rows:
        upper = texts.get(basis["basis_id"])
        if upper is None:
            continue
        own = posts.roles_of(post, ask(store, "roles", document=upper.id).rows)
        ids = [r["id"] for r in own]
        rows = ask(store, "duties-of-roles", roles=ids, document=upper.id).rows
        if rows:
            st.subheader(f"依据文件《{upper.title}》中的职责")
            documents.status(upper)
            lines = _show_lines(store, upper, rows, post, f"{post}-{upper.title}")
            heading = f"{post.title}：《{upper.title}》（{upper.status}）中的职责"
            sections.append(Section(heading, "；".join(upper.repealed_by), lines))
    return sections


def _of_role(store: Store, text: Loaded, role: Row) -> list[Section]:
    st.header(role["role"])
    remark = "参照执行（不是直接适用）" if role["applies"] == "参照" else ""
    if remark:
        st.warning(f"这一岗位{remark}：文中没有写明它相当于哪一级，职责要比照同类岗位确定。")
    if role["responsibility"]:
        st.markdown(f"责任：**{documents.escape(role['responsibility'])}**（{role['canonical']}）")
    if not role["duties"]:
        st.info("文中没有单列这一岗位的职责。")
        links.show([Link(role["canonical"], _at(text, role), role["quote"])], key=role["id"])
        return [Section(role["role"], remark or "文中没有单列职责", ())]
    rows = ask(store, "duties-of-roles", roles=[role["id"]], document=text.id).rows
    level = role["level"] if role["level"] in posts.LEVELS else None
    post = Post(level, "", "") if level else None
    lines = _show_lines(store, text, rows, post, role["role"])
    return [Section(role["role"], remark, lines)]


def _without_duties(text: Loaded, post: Post, general: Sequence[Row]) -> None:
    st.info("文中没有单列这一岗位的职责。" + ("适用的总则规定如下：" if general else ""))
    links.show(
        [
            Link(g["canonical"], _at(text, g), f"{g['quote']}：{g['responsibility']}")
            for g in general
        ],
        key=f"general-{post}",
    )


def _of_organ(store: Store, text: Loaded, post: Post) -> list[Row]:
    rows = ask(store, "norms-of-body", body=post.organ, document=text.id).rows
    return [r for r in rows if posts.heads(post, r["body"])]


def _show_lines(
    store: Store, text: Loaded, rows: Sequence[Row], post: Post | None, name: str
) -> tuple[Line, ...]:
    """Show duties with their links, and as a table; return them for the sheet."""
    lines, shown = [], []
    for row in rows:
        breach = ask(store, "breached-by", duty=row["id"]).rows
        level = post.level if post else None
        line = Line(
            posts.own_words(row["quote"], _frequencies(row), level),
            row["canonical"],
            _often(row, level),
            "；".join(f"{b['violation']}（{b['canonical']}）" for b in breach),
        )
        lines.append(line)
        shown.append(
            {"role": row["role"], "duty": line.duty, "basis": line.basis,
             "frequency": line.frequency, "breach": line.breach}
        )  # fmt: skip
    links.show(
        [
            Link(line.basis, _at(text, row), line.duty + (f"　【{line.frequency}】" if line.frequency else ""))
            for line, row in zip(lines, rows, strict=True)
        ],
        key=f"duties-{name}",
    )  # fmt: skip
    if any(posts.LEFT_OUT in line.duty for line in lines):
        st.caption(
            f"{posts.LEFT_OUT}：原文此处写的是其他层级的频次，不适用于本岗位；点依据可看原文。"
        )
    with st.expander("以表格查看和下载"):
        tables.show(_COLUMNS, shown, name=f"职责-{name}", note=text.mark)
    return tuple(lines)


def _often(row: Row, level: str | None) -> str:
    """The frequencies that concern a level: a township post never sees the county's."""
    own = (pair for pair in _frequencies(row) if posts.concerns(pair[0], level))
    return "；".join(f"{actor}{often}" for actor, often in own)


def _frequencies(row: Row) -> list[tuple[str, str]]:
    """Who does it, and how often."""
    return list(zip(row["frequency_actor"], row["frequency_text"], strict=True))


def _at(text: Loaded, row: Row) -> str:
    return pages.address_of(
        pages.READING, doc=text.id, at=row["at"], start=row["start"], end=row["end"]
    )


# -- what follows, and the sheet -----------------------------------------------------------------------


def _notes(store: Store, text: Loaded) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What follows if a duty is not done, and what exempts: the same for every post of a text."""
    sanctions = [
        f"{r['quote']}（{r['canonical']}）：{'、'.join(r['sanctions']) or '未写明处理方式'}"
        for r in ask(store, "violations", document=text.id).rows
    ]
    bars = [
        f"{r['quote']}（{r['canonical']}）"
        for r in ask(store, "consequences", document=text.id).rows
    ]
    exempt = [
        f"{r['quote']}（{r['canonical']}）"
        for r in ask(store, "factors", kind="exempting", document=text.id).rows
    ]
    return (
        ("不履行职责的后果", tuple(sanctions)),
        ("受到处理以后的影响", tuple(dict.fromkeys(bars))),
        ("可以免责的情形", tuple(exempt)),
    )


def _downloads(
    text: Loaded,
    chosen: Sequence[Post],
    named: Sequence[Row],
    sections: Sequence[Sequence[Section]],
    notes: tuple[tuple[str, tuple[str, ...]], ...],
) -> None:
    titles = [p.title for p in chosen] + [r["role"] for r in named]
    sheet = Sheet(
        title=f"{'、'.join(titles)}履职清单",
        source=text.mark,
        status=text.status,
        sections=tuple(s for part in sections for s in part),
        notes=notes,
    )
    _offer(sheet)


def _offer(sheet: Sheet) -> None:
    left, right, _ = st.columns([1, 1, 3])
    left.download_button(
        "下载打印版（网页）", duty_sheet.to_html(sheet), f"{sheet.title}.html", "text/html",
        on_click="ignore",
    )  # fmt: skip
    right.download_button(
        "下载清单（docx）", duty_sheet.to_docx(sheet), f"{sheet.title}.docx", MEDIA_TYPE,
        on_click="ignore",
    )  # fmt: skip


if __name__ == "__main__":
    show(render)
