"""Components of our own on a page: what a script in ``assets`` does, in the style that stands beside it."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

_ASSETS = Path(__file__).parent / "assets"


@cache
def component(name: str, html: str, library: Path | None = None) -> Any:
    """Register ``assets/NAME.js`` once a process, with ``NAME.css`` where there is one and after the script of a library."""
    script = (_ASSETS / f"{name}.js").read_text(encoding="utf-8")
    if library:
        # a library may end in a comment: without the newline that would swallow what follows
        script = f"{library.read_text(encoding='utf-8')}\n{script}"
    style = _ASSETS / f"{name}.css"
    return st.components.v2.component(
        f"fatu_{name}",
        html=html,
        css=style.read_text(encoding="utf-8") if style.exists() else None,
        js=script,
    )
