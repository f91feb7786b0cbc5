"""Amounts of sanctions in the forms that laws write them."""

import pytest

from ingest.amounts import Bounds, amounts_of, bounds

AMOUNTS: dict[str, Bounds] = {
    "五万元以上五十万元以下": (50_000, 500_000),
    "5万元以下": (None, 50_000),
    "１００元": (100, 100),
    "一万元": (10_000, 10_000),
    "1.5万元": (15_000, 15_000),
    "二百元至五百元": (200, 500),
    "50至200元": (50, 200),
    "三千元以上": (3_000, None),
    "1,000元以内": (None, 1_000),
    "一倍以上五倍以下": (1, 5),
    "百分之三十以上": (0.3, None),
    "5%以上10％以下": (0.05, 0.1),
    "万分之五": (0.0005, 0.0005),
    "半年": (0.5, 0.5),
    "一年至二年": (1, 2),
    "没有数": (None, None),
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items())
def test_bounds(text: str, expected: Bounds) -> None:
    assert bounds(amounts_of(text)) == expected
