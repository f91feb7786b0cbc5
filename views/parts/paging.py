"""Pages of a long list: which one the address names, and links to the others."""

from collections.abc import Callable

import streamlit as st

from views.parts import pages, text_view

SIZE = 50


def current(total: int, size: int = SIZE) -> int:
    """Return the page that the address names, from 1; the nearest one that there is."""
    asked = pages.parameter("page") or "1"
    return max(1, min(int(asked) if asked.isdecimal() else 1, -(-total // size)))


def show(
    total: int, number: int, address: Callable[[int], str], *, key: str, size: int = SIZE
) -> None:
    """Say which page of how many this is, with links to the others; nothing for a single page."""
    last = -(-total // size)
    if last < 2:
        return
    st.caption(
        f"第 {number} 页，共 {last} 页；本页为第 {(number - 1) * size + 1} 至 "
        f"{min(number * size, total)} 处。"
    )
    near = [n for n in range(number - 3, number + 4) if 1 < n < last]
    targets = [("上一页", number - 1), ("下一页", number + 1), ("1", 1)]
    targets += [(str(n), n) for n in near] + [(str(last), last)]
    runs: list[text_view.Run] = []
    for label, target in targets:
        if not 1 <= target <= last:
            continue
        here = label == str(number)
        runs.append(text_view.Run(label, None if here else address(target), mark=here))
        runs.append(text_view.Run("　"))
    followed = text_view.show([text_view.Block(key, 0, "", tuple(runs))], key=key, dense=True)
    if followed:
        pages.follow(followed)
