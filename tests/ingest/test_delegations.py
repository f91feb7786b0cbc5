"""Delegations: who is to make which rules about what, in every way of writing it; and what is none."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.delegations import find_delegations
from ingest.facts import DelegationFacts
from ingest.source import Source
from ingest.structure import read_structure


def found(text: str) -> list[DelegationFacts]:
    return find_delegations(read_structure(Source.of_text(f"甲条例\n第一条 {text}\n")))


Expected = tuple[list[str], list[str], str | None, str | None]

CASES: list[tuple[str, list[Expected], str]] = [
    ("具体办法由国务院规定。", [(["国务院"], [], None, "办法")], "the plainest form"),
    (
        "补助的具体办法，由国务院财政部门会同教育部门制定。",
        [(["国务院财政部门"], ["教育部门"], "补助", "办法")],
        "who leads and who takes part",
    ),
    (
        "分级标准由国家档案局商财政部、公安部制定并公布。",
        [(["国家档案局"], ["财政部", "公安部"], "分级", "标准")],
        "商, and several of them",
    ),
    (
        "单位应当缴费，收费标准和管理办法由省、自治区、直辖市人民政府制定。",
        [(["省、自治区、直辖市人民政府"], [], "收费", "标准和管理办法")],
        "one name for three kinds of governments; two forms",
    ),
    (
        "具体办法由国务院或者由省人民政府依法规定。",
        [(["国务院", "省人民政府"], [], None, "办法")],
        "one or the other",
    ),
    (
        "具体办法由国务院和中央军事委员会有关部门制定。",
        [(["国务院和中央军事委员会有关部门"], [], None, "办法")],
        "the departments of both: not the State Council itself",
    ),
    (
        "警衔的批准权限，根据工作特点，由国家另行规定。",
        [(["国家"], [], "警衔的批准权限", None)],
        "no form; the words on how are not what is regulated",
    ),
    (
        "缴费标准，按照以支定收的原则，由市医保部门制订并报经市人民政府批准后公布。",
        [(["市医保部门"], [], "缴费", "标准")],
        "what is regulated stands before the manner",
    ),
    (
        "前款所列优待，由市人民政府另行制定具体办法。",
        [(["市人民政府"], [], "前款所列优待", "办法")],
        "the rules as the object of the verb",
    ),
    (
        "省人民政府可以根据本条例，结合本省实际，制定实施细则。",
        [(["省人民政府"], [], None, "实施细则")],
        "a subject instead of 由",
    ),
    ("文职人员参加保险的办法另行制定。", [([], [], "文职人员参加保险", "办法")], "nobody is named"),
    ("农业承包合同纠纷的仲裁，另行规定。", [([], [], "农业承包合同纠纷的仲裁", None)], "neither who nor what"),
    ("国务院可以授权省人民政府规定具体标准。", [(["省人民政府"], [], None, "标准")], "an authorisation"),
    ("本办法的实施细则由卫生部另定。", [(["卫生部"], [], "本办法", "实施细则")], "另定"),
    (
        "可以倾倒的废弃物名录，由国务院环保部门商有关部门制定。",
        [(["国务院环保部门"], ["有关部门"], "可以倾倒的废弃物", "名录")],
        "可以 inside what is regulated",
    ),
    (
        "名录由国务院林业主管部门公布，具体规定由其制定。",
        [],
        "其 names no organ here",
    ),
    ("由法律规定的事项，依照法律。由国务院规定的除外。", [], "rules that exist"),
    ("应当由公司章程规定。会议程序由章程规定。", [], "a charter is nobody"),
    ("由公安机关按照国家有关规定处理。", [], "规定 as a noun"),
    ("名额由省人民代表大会依照前款规定，按人口多少确定。", [], "a noun too: what is done is 确定"),
    ("本条例由市水利局负责解释，由县人民政府负责实施。", [], "interpretation and execution"),
    ("法律另行规定的，从其规定。不得另行制定负面清单。", [], "left to the law; forbidden"),
    ("防洪方案由市人民政府制定，报省人民政府批准。", [], "a plan is no rule"),
    ("收费标准由双方协商确定。管理制度由业主大会制定。", [], "parties and members"),
    ("民族自治地方的人民代表大会有权制定自治条例和单行条例。", [], "a power of its own"),
    ("旅游协会应当制定和实施行业规范。", [], "rules for its own members"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_delegations(text: str, expected: list[Expected], why: str) -> None:
    assert [(d.leads, d.others, d.about, d.form) for d in found(text)] == expected, why


@pytest.mark.parametrize(
    ("text", "approval"),
    [
        ("具体办法由财政部制定，报国务院批准后施行。", "国务院"),
        ("具体办法由财政部制定，经国务院批准后施行。", "国务院"),
        ("具体办法由财政部制定，报国务院备案。", None),
        ("具体办法由财政部制定。", None),
    ],
)
def test_whose_approval_it_needs(text: str, approval: str | None) -> None:
    assert [d.approval for d in found(text)] == [approval]


def test_place_and_words() -> None:
    (one,) = found("应当登记；登记的具体办法\n由国务院公安部门制定。")
    assert one.model_dump() == {
        "at": "1.1",
        "start": 13,
        "end": 31,
        "text": "登记的具体办法由国务院公安部门制定",
        "body": "国务院公安部门",
        "leads": ["国务院公安部门"],
        "others": [],
        "about": "登记",
        "form": "办法",
        "approval": None,
    }


WORDS = st.lists(
    st.sampled_from(
        ["由", "国务院", "省人民政府", "会同", "商", "另行", "制定", "规定", "确定", "办法", "标准", "具体", "的",
         "，", "。", "；", "、", "根据", "本法", "授权", "报", "批准", "可以", "（", "）", "或者", "其", "\n"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(WORDS)
def test_all_words_stand_in_the_text(text: str) -> None:
    source = Source.of_text(f"甲条例\n第一条 {text}\n")
    for d in find_delegations(read_structure(source)):
        words = "".join(source.text[d.start : d.end].split("\n"))
        assert d.text in words.replace(" ", "") or d.text == words
        told: list[Any] = [d.body, d.about, d.form, d.approval, *d.leads, *d.others]
        assert all(word in d.text for word in told if word)
