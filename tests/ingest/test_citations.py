"""References as texts write them: what is one, what it names, and what is none (gold/GUIDE.md, rows of our own)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.citations import find_mentions, gold_record
from ingest.source import Source
from ingest.structure import read_structure

Found = list[tuple[str, str, list[str]]]


def found(text: str, article: str = "第十五条") -> Found:
    record = {"id": "a", "article": article, "chapter": None, "text": f"{article} {text}"}
    return [(c["quote"], c["target"], c["units"]) for c in gold_record(record)["citations"]]


CASES: list[tuple[str, Found, str]] = [
    ("依照《甲省水条例》第三十条处罚。", [("《甲省水条例》第三十条", "甲省水条例", ["30"])], "title and article"),
    ("根据《甲法》制定。", [("《甲法》", "甲法", [])], "the whole instrument"),
    ("依照修订后的《甲法》执行。", [("《甲法》", "甲法", [])], "what stands before a title is not its part"),
    (
        "适用《关于〈甲法〉的解释》第二条。",
        [("《关于〈甲法〉的解释》第二条", "关于〈甲法〉的解释", ["2"])],
        "a title in a title",
    ),
    (
        "依照民法典第一千二百五十四条和刑法第二百六十六条处理。",
        [
            ("民法典第一千二百五十四条", "民法典", ["1254"]),
            ("刑法第二百六十六条", "刑法", ["266"]),
        ],
        "known titles without marks",
    ),
    ("按照工伤保险条例第十四条认定。", [("工伤保险条例第十四条", "工伤保险条例", ["14"])], "a bare title"),
    ("根据宪法，制定本法。", [("宪法", "宪法", [])], "a title of two characters that is used"),
    ("公职人员进行宪法宣誓。", [], "a subject, no instrument"),
    ("开展刑法学习和民法教育。", [], "subjects"),
    ("按照国发〔2010〕23号执行。", [("国发〔2010〕23号", "国发〔2010〕23号", [])], "a document number alone"),
    (
        "违反本条例第十条、第十二条第二款规定。",
        [("本条例第十条、第十二条第二款", "self", ["10", "12.2"])],
        "several units of the text itself",
    ),
    ("依照本法第十条至第十二条处罚。", [("本法第十条至第十二条", "self", ["10", "11", "12"])], "a range"),
    ("有第二十条第一款、第三款情形。", [("第二十条第一款、第三款", "self", ["20.1", "20.3"])], "the article carries over"),
    ("依照第三条第（一）项至第（三）项。", [("第三条第（一）项至第（三）项", "self", ["3..1", "3..2", "3..3"])], "items"),
    ("依照第一百二十条之一处罚。", [("第一百二十条之一", "self", ["120-1"])], "an inserted article"),
    ("依照本法第二章第一节。", [("本法第二章第一节", "self", ["ch2.s1"])], "a section of a chapter"),
    ("前条规定的费用。", [("前条", "self", ["14"])], "the article before"),
    ("甲。\n前款规定的费用。", [("前款", "self", ["15.1"])], "the paragraph before"),
    ("甲。\n乙。\n前两款规定的费用。", [("前两款", "self", ["15.1", "15.2"])], "two paragraphs before"),
    (
        "甲：\n（一）乙；\n（二）丙。\n前款第（二）项情形。",
        [("前款第（二）项", "self", ["15.1.2"])],
        "an item of the paragraph before",
    ),
    ("依照本条第一款处罚。", [("本条第一款", "self", ["15.1"])], "its own paragraph"),
    (
        "依照《甲法》第三条处罚，同法第五条除外。",
        [("《甲法》第三条", "甲法", ["3"]), ("同法第五条", "甲法", ["5"])],
        "the same law",
    ),
    (
        "落实《甲规定》（以下简称《规定》）。依照《规定》第八条。",
        [("《甲规定》", "甲规定", []), ("《规定》第八条", "甲规定", ["8"])],
        "a short name that was defined",
    ),
    (
        "违反第五条第一项的，警告；违反第四项的，罚款。",
        [("第五条第一项", "self", ["5..1"]), ("第四项", "self", ["5..4"])],
        "an item of the article named before, where its own has no list",
    ),
    (
        "下列情形：\n（一）甲；\n（二）乙。\n有第二项情形的除外。",
        [("第二项", "self", ["15..2"])],
        "an item of its own list",
    ),
    ("依照本法执行，有关法律另有规定的除外。", [], "the text as a whole, and wording that names nothing"),
    ("取得《经营许可证》，签订合同第三条。", [], "a licence, an article of a contract"),
    ("第十五号公告。", [], "a number that is no unit"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_references(text: str, expected: Found, why: str) -> None:
    assert found(text) == expected, why


TEXTS = st.lists(
    st.sampled_from(
        ["第", "十", "条", "款", "项", "（一）", "《", "》", "〈", "〉", "甲法", "本法", "前款", "、", "至", "\n", "。",
         "以下简称", "（", "）", "该条例", "国发〔2010〕23号", "宪法", "之一", "章", "编"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(TEXTS)
def test_mentions_stand_in_order_and_quote_the_text(text: str) -> None:
    source = Source.of_text(f"甲条例\n第一条 {text}\n")
    mentions = find_mentions(read_structure(source))
    places = [(m.start, m.end) for m in mentions]
    assert places == sorted(places)
    assert all(a[1] <= b[0] for a, b in pairwise(places)), "none overlaps"
    for m in mentions:
        words = source.text[m.start : m.end]
        assert "".join(m.quote.split()) == "".join(words.split())
