"""Tables of answers: Chinese headings, and the same rows as xlsx and csv."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from exports.tables import cell, to_csv, to_xlsx

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(
    columns: Mapping[str, str], rows: Sequence[Mapping[str, Any]], *, name: str, note: str = ""
) -> None:
    """Show rows under their headings with both downloads; ``name`` is the file's name, unique on a page.

    The files are made when they are asked for: of thousands of rows that takes longer than the page.
    """
    frame = pd.DataFrame([{h: str(cell(row.get(c))) for c, h in columns.items()} for row in rows])
    st.dataframe(frame, hide_index=True, width="stretch", key=f"table-{name}")
    left, right, _ = st.columns([1, 1, 4])
    left.download_button(
        "下载 xlsx", lambda: to_xlsx(columns, rows, note), f"{name}.xlsx", _XLSX,
        key=f"xlsx-{name}", on_click="ignore",
    )  # fmt: skip
    right.download_button(
        "下载 csv", lambda: to_csv(columns, rows, note), f"{name}.csv", "text/csv",
        key=f"csv-{name}", on_click="ignore",
    )  # fmt: skip
