"""What Streamlit itself says on a page, in Chinese: its controls know English only, and call the page English to a screen reader."""

from views.parts.components import component


def speak_chinese() -> None:
    """Have the controls of this page speak Chinese, those that come later too."""
    component("own_words", "<span></span>")(key="own-words")
