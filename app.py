"""The explorer: page settings and the table of pages."""

from pathlib import Path

import streamlit as st

from views.parts.pages import PAGES

# a picture of our own: the built-in icons would be fetched from the network
ICON = str(Path(__file__).parent / "views" / "parts" / "assets" / "icon.png")

st.set_page_config(page_title="法图", page_icon=ICON, layout="wide")
pages = [
    st.Page(p.file, title=p.title, url_path=p.path or None, default=p is PAGES[0]) for p in PAGES
]
st.navigation(pages).run()
