"""Where stretches are cut, and that what is cut once is the same for whoever asks next."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.provisions import Provision, Stretch
from ingest.sentences import cut, segments, sentences
from ingest.source import Source
from ingest.structure import read_structure

MARKS = ("。；;！？", "。！？", "；;", "，,：:", "。；")
TEXTS = st.text(alphabet="甲乙 　（）()《》“”。；;，,：！？", min_size=1, max_size=40)


def paragraph(text: str) -> Provision:
    """The only paragraph of a text of one article."""
    return read_structure(Source.of_text(f"第一条 甲{text}")).by_address["1.1"]


def parts_by_hand(text: str, marks: str) -> list[str]:
    """Character by character: a mark cuts where no bracket or quotation mark is open."""
    parts, depth = [""], 0
    for char in text:
        depth += char in "（(《“"
        depth = max(depth - (char in "）)》”"), 0)
        if char in marks and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip(" 　") for part in parts if part.strip(" 　")]


@given(TEXTS, st.sampled_from(MARKS), st.sampled_from(MARKS))
def test_parts_and_their_parts(text: str, marks: str, inner: str) -> None:
    whole = Stretch.whole(paragraph(text))
    parts = cut(whole, marks)
    assert [part.text for part in parts] == parts_by_hand(whole.text, marks)
    for (
        part
    ) in parts:  # what a part has from the stretch it was cut from is what it would find itself
        assert [p.text for p in cut(part, inner)] == parts_by_hand(part.text, inner)


@given(TEXTS, st.integers(0, 20), st.integers(0, 20), st.sampled_from(MARKS))
def test_any_part_is_cut_by_its_own_brackets(
    text: str, start: int, length: int, marks: str
) -> None:
    whole = Stretch.whole(paragraph(text))
    cut(whole, marks)
    some = whole.part(min(start, len(whole.text)), min(start + length, len(whole.text)))
    assert [part.text for part in cut(some, marks)] == parts_by_hand(some.text, marks)


def test_the_same_sentence_for_every_extractor() -> None:
    provision = paragraph("，乙应当检查；丙应当记录。丁负责。")
    last = cut(provision, "。！？")[-1]
    assert sentences(provision)[-1] is last
    assert segments(last) == (last,)
    asked: list[str] = []

    def read(stretch: Stretch, by: str) -> str:
        asked.append(by)
        return stretch.text + by

    assert [last.once(read, by) for by in "甲乙甲"] == ["丁负责甲", "丁负责乙", "丁负责甲"]
    assert asked == ["甲", "乙"]


def test_a_provision_lets_go_of_what_was_kept_and_is_cut_again() -> None:
    provision = paragraph("，乙检查。丙记录。")
    before = sentences(provision)
    provision.let_go()
    after = sentences(provision)
    assert after == before
    assert after[0] is not before[0]
