"""What Streamlit itself says on a page, in Chinese: its controls know English only, and call the page English to a screen reader."""

from functools import cache
from typing import Any

import streamlit as st

from views.parts.text_view import ASSETS


def speak_chinese() -> None:
    """Have the controls of this page speak Chinese, those that come later too."""
    _component()(key="own-words")


@cache
def _component() -> Any:
    """Register it once a process."""
    return st.components.v2.component(
        "fatu_own_words",
        html="<span></span>",
        js=(ASSETS / "own_words.js").read_text(encoding="utf-8"),
    )
