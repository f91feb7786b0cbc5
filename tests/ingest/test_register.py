"""The register of parties: which bodies a bearer's words name, of which level and kind, and what stays open."""

import typing

import pytest

from ingest import register
from ingest.register import parties_of

NAMES = [
    ("建设单位、施工单位和监理单位", ["建设单位", "施工单位", "监理单位"], "an enumeration is taken apart"),
    ("公安、民政等部门", ["公安部门", "民政部门"], "the end is common to all"),
    ("酒店、游船公司等单位", ["酒店", "游船公司"], "whole names need no common end"),
    ("市、区人民政府", ["市、区人民政府"], "places before one organ are not bodies"),
    ("市、县自然资源和规划部门", ["市、县自然资源和规划部门"], "和 inside a name joins nothing"),
    ("任何单位和个人", ["任何单位和个人"], "one party under two words"),
    ("负有防汛和供水职责的部门", ["负有防汛和供水职责的部门"], "和 inside a modifier joins nothing"),
    ("工商行政管理部门", ["市场监督管理部门"], "a former name is the body of today"),
    ("本级安委会办公室", ["本级安全生产委员会办公室"], "a short name is the body itself"),
    ("县级以上地方人民政府", ["县级以上人民政府"], "地方 tells no other body"),
    ("消防救援机构(大队)", ["消防救援机构（大队）"], "widths do not count"),
    ("", [], "no words name nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names", "reason"), NAMES)
def test_names(words: str, names: list[str], reason: str) -> None:
    assert [p.name for p in parties_of(words)] == names, reason


KINDS = [
    ("县级以上人民政府应急管理部门", "部门", "county_and_above"),
    ("乡镇人民政府", "政府", "township"),
    ("市人民代表大会常务委员会", "人大", "city"),
    ("人民法院", "司法机关", "all"),
    ("市场监督管理部门", "部门", "all"),  # 市场 is no city
    ("农业农村主管部门", "部门", "all"),  # 农村 is no village
    ("生产经营单位主要负责人", "岗位", "all"),
    ("生产经营单位", "企业事业单位", "all"),
    ("行业协会", "社会组织", "all"),
    ("从业人员", "个人", "all"),
]


@pytest.mark.parametrize(("words", "kind", "level"), KINDS)
def test_kind_and_level(words: str, kind: str, level: str) -> None:
    (party,) = parties_of(words)
    assert (party.kind, party.level) == (kind, level)


@pytest.mark.parametrize(
    "words", ["有关部门", "县级以上人民政府有关部门", "相关单位", "部门", "市主管部门"]
)
def test_what_no_reader_can_know_stays_open(words: str) -> None:
    assert all(p.is_open for p in parties_of(words))


@pytest.mark.parametrize("words", ["公安机关", "县级以上人民政府应急管理部门", "建设单位"])
def test_named_bodies_are_not_open(words: str) -> None:
    assert not any(p.is_open for p in parties_of(words))


def test_the_file_knows_only_the_declared_kinds() -> None:
    known = set(typing.get_args(register.Kind))
    named = [
        line.split()[1]
        for line in register.FILE.read_text(encoding="utf-8").splitlines()
        if line.startswith("类 ")
    ]
    assert set(named) <= known
    assert len(named) == len(set(named))
