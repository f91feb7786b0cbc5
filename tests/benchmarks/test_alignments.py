"""Which law a regulation is held against, and that a draw is the same whenever it is made."""

from pathlib import Path

from benchmarks.alignments import articles, drawn, pairs, pairs_in
from tests.align.conftest import comparison

NAMES = (
    "水法(2002-08-29).md",
    "水法(2016-07-02).md",
    "防洪法(2016-07-02).md",
    "江海省实施《水法》办法(2015-01-01).md",  # the law in force then is that of 2002
    "江海省防洪条例(2018-01-01).md",
    "江海省防洪条例(2010-01-01).md",  # before the law at hand
    "江海省旅游条例(2018-01-01).md",  # no such law
    "潜水条例(2012-01-01).md",  # of the State Council
    "防洪监测条例(2012-01-01).md",
    "江海省潜水管理办法(2018-01-01).md",  # no law has its name, a regulation has
    "江海省防洪监测条例(2018-01-01).md",  # the law counts before a regulation
    "江海省防洪办公室工作规则(2018-01-01).md",  # not a regulation
    "江海省水法.md",  # no date
)


def test_a_regulation_is_held_against_the_law_that_was_in_force(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / name).write_text("某某\n", encoding="utf-8")
    found = {(f.law, f.upper.stem, f.lower.stem) for f in pairs_in(tmp_path)}
    assert found == {
        ("水法", "水法(2002-08-29)", "江海省实施《水法》办法(2015-01-01)"),
        ("防洪法", "防洪法(2016-07-02)", "江海省防洪条例(2018-01-01)"),
        ("防洪法", "防洪法(2016-07-02)", "江海省防洪监测条例(2018-01-01)"),
        ("潜水条例", "潜水条例(2012-01-01)", "江海省潜水管理办法(2018-01-01)"),
    }
    assert drawn(tmp_path, 1) == drawn(tmp_path, 1)
    assert {f.law for f in drawn(tmp_path, 1)} == {"水法", "防洪法", "潜水条例"}


def test_cases_are_drawn_with_the_seed() -> None:
    compared = comparison()
    for draw in (articles, pairs):
        assert draw([compared], 7, 4) == draw([compared], 7, 4)
        assert len(draw([compared], 7, 4)) == 4
        assert draw([compared], 7, 4) != draw([compared], 8, 4)
