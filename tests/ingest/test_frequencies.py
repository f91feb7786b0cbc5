"""Frequencies: a number and a period."""

import pytest

from ingest.frequencies import find_periods, strip_leading
from ingest.provisions import Stretch
from ingest.structure import read_article


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("每半年不少于1次", [("每半年不少于1次", 1, "half-year", None)]),
        ("每年至少组织两次培训", [("每年至少组织两次", 2, "year", None)]),
        ("每两年组织一次评估", [("每两年组织一次", 1, "two-years", None)]),
        ("至少每季度一次", [("至少每季度一次", 1, "quarter", None)]),
        ("每年第一季度报告上年度工作", [("每年第一季度", 1, "year", "第一季度")]),
        ("每年向上级报告", [("每年", 1, "year", None)]),
        ("每月巡查不少于二次", [("每月巡查不少于二次", 2, "month", None)]),
        ("每旬不少于一次", [("每旬不少于一次", 1, "ten-days", None)]),
        ("每个项目2次", []),
        ("定期检查", []),
        ("两年内两次以上受到通报", []),
        ("每名干部", []),
    ],
)
def test_periods(words: str, found: list[tuple[str, int, str, str | None]]) -> None:
    structure = read_article(f"第一条 {words}", "第一条")
    periods = find_periods(Stretch.whole(structure.by_address["1.1"]))
    assert [(p.stretch.text, p.times, p.per, p.when) for p in periods] == found


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("每季度至少1次听取汇报", "听取汇报"),
        ("每年组织一次演练", "组织一次演练"),  # the verb stands inside the count
        ("至少每月1次巡查", "巡查"),
        ("听取汇报", "听取汇报"),
    ],
)
def test_a_leading_frequency_is_left_out_of_a_clause(words: str, rest: str) -> None:
    assert words[strip_leading(words) :] == rest
