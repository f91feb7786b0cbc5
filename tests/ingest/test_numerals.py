"""Numerals: every row of their characters has a value, and every number a numeral."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.numerals import LARGEST, NUMERAL, chinese, parse_number
from ingest.pipeline import parse
from ingest.source import Source

CHARACTERS = "0123456789" + NUMERAL.removeprefix("0-9０-９")
NUMERALS = st.text(CHARACTERS, min_size=1, max_size=8) | st.sampled_from(["1" * 300, "九" * 300])


@pytest.mark.parametrize(
    ("words", "number"),
    [
        pytest.param("三十三", 33, id="as laws write"),
        pytest.param("廿五", 25, id="廿"),
        pytest.param("１２", 12, id="full width"),
        pytest.param("二〇二四", 2024, id="a year"),
        pytest.param("二十1", 21, id="two scripts: a slip of a scan"),
        pytest.param("1十六", 16, id="the other way round"),
        pytest.param("1" * 5000, LARGEST, id="more digits than any law means"),
    ],
)
def test_what_a_numeral_names(words: str, number: int) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize("words", ["", "甲", "三甲", "万"])
def test_what_names_no_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(words)


@given(NUMERALS)
def test_every_row_of_their_characters_has_a_value(words: str) -> None:
    assert 0 <= parse_number(words) <= LARGEST


@given(st.integers(0, LARGEST))
def test_every_number_is_read_as_it_is_written(number: int) -> None:
    assert parse_number(chinese(number)) == number


@settings(deadline=None)
@given(NUMERALS)
def test_no_numeral_stops_a_text_from_being_read(n: str) -> None:
    text = (
        f"甲条例\n第{n}章 总则\n第{n}条 依照本条例第{n}条、《乙法》第{n}条第{n}款第（{n}）项和{n}年{n}月{n}日的决定处理。\n"
        f"{n}、负责人每{n}年检查不少于{n}次，自决定之日起{n}日内报告。\n（{n}）处{n}元以上{n}万元以下罚款，{n}个月内不得提拔；处{n}倍罚款。\n"
        f"（甲府〔{n}〕{n}号）自{n}年{n}月{n}日起施行。\n"
    )
    assert parse(Source.of_text(text, "甲.txt")).provisions
