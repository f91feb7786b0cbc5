"""Which norm conduct breaks by the words that both share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.likely_breaches import LEAST, Norms, supervises

NORMS = [
    ["用水户", "应当", "建立", "用水", "台账"],
    ["用水户", "应当", "缴纳", "水费"],
    ["管理", "单位", "应当", "检修", "闸门"],
    ["管理", "单位", "应当", "检修", "渠道"],
]


@pytest.mark.parametrize(
    ("words", "index", "reason"),
    [
        ("未 建立 用水 台账 的", 0, "all that tells stands in one norm"),
        ("拒不 缴纳 水费 的", 1, "拒不 tells nothing"),
        ("未 检修 闸门 的", 2, "the rarer word decides"),
        ("未 检修 的", None, "one word is too few, and two norms hold it"),
        ("倒卖 用水 指标 的", None, "most of it stands nowhere"),
        ("未 按照 规定 的", None, "nothing that tells"),
    ],
)
def test_nearest(words: str, index: int | None, reason: str) -> None:
    found = Norms(NORMS).nearest(words.split())
    assert (found.index if found else None) == index, reason


@given(st.lists(st.lists(st.sampled_from(["建立", "台账", "缴纳", "水费", "检修", "闸门", "渠道"]), max_size=5), max_size=6),
       st.lists(st.sampled_from(["建立", "台账", "缴纳", "水费", "检修", "闸门", "渠道"]), max_size=5))  # fmt: skip
def test_a_match_is_near_and_inside_the_list(norms: list[list[str]], words: list[str]) -> None:
    found = Norms(norms).nearest(words)
    if found is not None:
        assert LEAST <= found.score <= 1.001
        assert set(words) & set(norms[found.index])


@pytest.mark.parametrize(
    ("norm", "told"),
    [
        ("水利局应当加强对渠道巡查的监督检查", True),
        ("水利局应当及时查处堵塞渠道的行为", True),
        ("用水户应当保护渠道", False),
        ("管理单位应当检查闸门", False),  # its own work, no supervision of others
    ],
)
def test_what_bids_to_supervise_is_not_what_is_broken(norm: str, told: bool) -> None:
    assert supervises(norm) == told
