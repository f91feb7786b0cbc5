"""The explorer: page settings and the table of pages."""

from pathlib import Path

import streamlit as st

from views.parts.own_words import speak_chinese
from views.parts.pages import ABSENT, PAGES, astray

# a picture of our own: the built-in icons would be fetched from the network
ICON = str(Path(__file__).parent / "views" / "parts" / "assets" / "icon.png")

st.set_page_config(page_title="法图", page_icon=ICON, layout="wide")
pages = [
    st.Page(p.file, title=p.title, url_path=p.path or None, default=p is PAGES[0]) for p in PAGES
]
if path := astray(st.context.url):
    # as a page of its own: Streamlit would say in English that there is none, over another page
    pages.append(st.Page(ABSENT.file, title=ABSENT.title, url_path=path, visibility="hidden"))
page = st.navigation(pages)
speak_chinese()
page.run()
