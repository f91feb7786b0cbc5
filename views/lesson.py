"""备课: an outline for chapters or posts of a text, every line with its address, as a page and as docx."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from exports.lesson import Lesson, Part, to_docx
from exports.word import MEDIA_TYPE
from graph_model.store import Store
from views.parts import documents, pages
from views.parts.documents import Loaded
from views.parts.session import ask, show

Row = Mapping[str, Any]
_FACTORS = {"aggravating": "从重", "mitigating": "从轻、减轻", "exempting": "免责"}


def render(store: Store) -> None:
    """Show the page."""
    st.title("备课")
    text = documents.choose(store, pages.LESSON)
    if text is None:
        return
    rows = ask(store, "text", document=text.id).rows
    chapters = {_name(r): r["at"] for r in rows if r["kind"] == "chapter"}
    roles = ask(store, "roles", document=text.id).rows
    left, right = st.columns(2)
    chosen = left.multiselect("讲哪几章", list(chapters), placeholder="全部章")
    posts = right.multiselect(
        "讲哪些岗位", list(dict.fromkeys(r["role"] for r in roles)), placeholder="全部岗位"
    )
    inside = _inside(rows, {chapters[c] for c in chosen})
    lesson = _lesson(
        store, text, rows, inside, [r for r in roles if not posts or r["role"] in posts]
    )
    st.download_button(
        "下载备课提纲（docx）",
        to_docx(lesson),
        f"{lesson.title}.docx",
        MEDIA_TYPE,
        on_click="ignore",
    )
    for part in lesson.parts:
        _show(part)


def _name(row: Row) -> str:
    return " ".join(filter(None, (row["canonical"], row["title"])))


def _inside(rows: Sequence[Row], chapters: set[str]) -> set[str]:
    """The addresses under the chosen chapters; all of them where none is chosen."""
    if not chapters:
        return {r["at"] for r in rows}
    parents = {r["at"]: r["parent"] for r in rows}
    inside = set()
    for row in rows:
        up: str | None = row["at"]
        while up and up not in chapters:
            up = parents.get(up)
        if up:
            inside.add(row["at"])
    return inside


def _lesson(
    store: Store, text: Loaded, rows: Sequence[Row], inside: set[str], roles: Sequence[Row]
) -> Lesson:
    parts = (
        _outline(rows, inside),
        _terms(store, text),
        _cards(store, text, roles, inside),
        _schedule(store, text, inside),
        _ladder(store, text),
        _questions(store, text),
    )
    kept = tuple(p for p in parts if p.lines or p.rows)
    return Lesson(f"《{text.title}》备课提纲", text.mark, text.status, kept)


def _outline(rows: Sequence[Row], inside: set[str]) -> Part:
    """Chapters and articles with the beginning of what they say."""
    lines = []
    first = {r["parent"]: r["text"] for r in reversed(rows) if r["kind"] == "paragraph"}
    for row in rows:
        if row["at"] not in inside:
            continue
        if row["kind"] == "chapter":
            lines.append(_name(row))
        elif row["kind"] == "article":
            words = first.get(row["at"], "")
            lines.append(f"{row['canonical']}　{words[:60]}{'……' if len(words) > 60 else ''}")
    return Part("内容提纲", tuple(lines))


def _terms(store: Store, text: Loaded) -> Part:
    rows = ask(store, "terms", document=text.id).rows
    return Part("关键用语", tuple(f"{r['term']}：{r['meaning']}（{r['canonical']}）" for r in rows))


def _cards(store: Store, text: Loaded, roles: Sequence[Row], inside: set[str]) -> Part:
    """A card for each role: its responsibility, and what it has to do."""
    table = []
    for role in roles:
        duties = [
            d
            for d in ask(store, "duties-of-roles", roles=[role["id"]], document=text.id).rows
            if d["at"] in inside
        ]
        what = "\n".join(f"{d['quote']}（{d['canonical']}）" for d in duties)
        responsibility = role["responsibility"] or ""
        applies = "参照执行" if role["applies"] == "参照" else ""
        if what or responsibility:
            table.append(
                (role["role"], "".join((responsibility, applies)), what or "文中没有单列职责")
            )
    return Part("岗位卡", columns=("岗位", "责任", "职责"), rows=tuple(table))


def _schedule(store: Store, text: Loaded, inside: set[str]) -> Part:
    rows = [r for r in ask(store, "schedule", document=text.id).rows if r["at"] in inside]
    table = [
        (actor or row["who"] or "", often, act, row["canonical"])
        for row in rows
        for often, actor, act in zip(
            row["frequency_text"], row["frequency_actor"], row["frequency_act"], strict=True
        )
    ]
    table = list(dict.fromkeys(table))
    return Part("谁、多久、做什么", columns=("谁", "频次", "做什么", "依据"), rows=tuple(table))


def _ladder(store: Store, text: Loaded) -> Part:
    """Measures in the order of the text, with what follows from each."""
    seen: dict[tuple[str, str], None] = {}
    for violation in ask(store, "violations", document=text.id).rows:
        for row in ask(store, "what-follows-violation", violation=violation["id"]).rows:
            months = f"{row['months']} 个月" if row["months"] else ""
            bars = f"不得{'、'.join(row['bars'])}" if row["bars"] else ""
            after = (
                f"{months}{bars}（{row['consequence_at']}）"
                if row["consequence"]
                else "没有写明影响期"
            )
            condition = row["condition"] or ""
            seen.setdefault(
                (f"{row['sanction']}（{row['canonical']}）", f"{condition}　{after}".strip())
            )
    return Part("追责阶梯", columns=("处理方式", "条件和影响"), rows=tuple(seen))


def _questions(store: Store, text: Loaded) -> Part:
    """Discussion questions from violations and factors, each with the address of its answer."""
    lines = [
        f"某干部{row['quote'].rstrip('的')}，应当怎样处理？依据是什么？（{row['canonical']}）"
        for row in ask(store, "violations", document=text.id).rows
    ]
    lines += [
        f"遇到“{row['quote']}”，责任轻重会有什么变化？（{_FACTORS[row['kind']]}，{row['canonical']}）"
        for row in ask(store, "factors", document=text.id).rows
    ]
    return Part("讨论题", tuple(lines))


def _show(part: Part) -> None:
    st.header(part.heading)
    for line in part.lines:
        st.markdown(f"- {documents.escape(line)}")
    if part.rows:
        st.table([dict(zip(part.columns, row, strict=True)) for row in part.rows])


if __name__ == "__main__":
    show(render)
