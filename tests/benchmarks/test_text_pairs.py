"""Which law a regulation is held against."""

from pathlib import Path

from benchmarks.text_pairs import pairs_in

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
