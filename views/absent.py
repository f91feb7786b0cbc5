"""What stands at an address that no page has: that it has none, and which pages there are."""

import streamlit as st

from views.parts import pages

st.title("没有这一页")
st.info("这个地址没有对应的页面，可能是抄漏或抄错了。请核对地址，或从下面的页面进入。")
for page in pages.PAGES:
    st.page_link(page.file, label=page.title)
