"""What a comparison says of a law and a regulation under it, and what must hold for any two texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_model.align import Alignment, align
from graph_model.relations import RELATIONS
from graph_model.sides import Side, sides_of_facts
from ingest.facts import Facts
from ingest.pipeline import parse
from ingest.source import Source
from tests.align.conftest import LOWER, UPPER

PAIRS = {
    ("1", "1"): ("implements", "都是立法目的", "each text has one, whatever its words"),
    ("2", "2"): ("implements", "都是适用范围", "the region takes the place of the country"),
    ("3", "3"): ("repeats", "文字几乎相同", "the same principle in the same words"),
    ("4", "4"): ("extends", "另有增加", "the money gets purposes"),
    ("6", "5"): ("implements", "写明频次：“每半年至少检修一次”", "定期 becomes a number"),
    ("7", "6"): ("narrows", "频次放宽", "每季度 becomes 每半年"),
    ("8", "7"): ("narrows", "主体少了“水文机构”、“海事管理机构”", "one of three bearers is left"),
    ("9", "8"): ("extends", "主体增加“救生员”", "a further bearer of the same duty"),
    ("10", "9"): ("extends", "多列 2 项", "two more conditions in the list"),
    ("13", "11"): ("narrows", "罚款金额放宽", "half of the fine"),
    ("14", "12"): ("implements", "写明依据：《水域救生法》第十四条", "only the citation ties them"),
    ("15", "13"): ("implements", "都是施行日期", "each text has one"),
}
"""Upper and lower article: relation, words of its reason, and why it is right."""


def test_each_pair_has_its_relation_and_reason(compared: Alignment) -> None:
    found = {(p.upper, p.lower): (p.relation, "；".join(p.reasons)) for p in compared.pairs}
    assert found.keys() == PAIRS.keys()
    for key, (relation, reason, why) in PAIRS.items():
        assert found[key][0] == relation, why
        assert reason in found[key][1], why


def test_every_relation_stands_in_the_pair_of_texts() -> None:
    assert {relation for relation, _, _ in PAIRS.values()} == RELATIONS.keys()


def test_what_the_upper_text_demands_and_the_lower_leaves_out(compared: Alignment) -> None:
    told = {u.at: u.grade for u in compared.omissions}
    assert told == {
        "11.1": "addressed",  # 县级人民政府应当…
        "12.1": "delegated",  # …办法，由省、自治区、直辖市人民政府制定
    }
    rest = {u.at: u.grade for u in compared.unmatched if u not in compared.omissions}
    assert rest == {"5.1": "above"}  # 国务院体育主管部门负责…


def test_what_the_lower_text_has_of_its_own(compared: Alignment) -> None:
    (own,) = compared.own
    assert own.at == "10"
    assert own.reason.startswith("上位没有对应的条文；最相近的是")


def test_differences_quote_both_sides(compared: Alignment) -> None:
    (pair,) = [p for p in compared.pairs if p.upper == "7"]
    (often,) = [d for d in pair.differences if d.kind == "frequency"]
    assert (often.change, often.upper[0].text[:3], often.lower[0].text[:3]) == (
        "weaker",
        "每季度",
        "每半年",
    )


def test_a_pair_carries_its_score_and_what_speaks_for_it(compared: Alignment) -> None:
    (cited,) = [p for p in compared.pairs if p.upper == "14"]
    assert cited.score == 0.9
    assert "下位写明“《水域救生法》第十四条”" in [s.words for s in cited.signals]
    for pair in compared.pairs:
        assert 0 < pair.score <= 1
        assert pair.signals[0].kind == "wording"


def quotes(alignment: Alignment) -> list[tuple[Side, str, int, int, str]]:
    """Every quote of a comparison with the side that it is of."""
    upper, lower = alignment.upper, alignment.lower
    found = [(upper, u.quote) for u in alignment.unmatched]
    found += [(lower, u.quote) for u in alignment.own]
    for pair in alignment.pairs:
        for d in pair.differences:
            found += [(upper, q) for q in d.upper] + [(lower, q) for q in d.lower]
    return [(side, q.at, q.start, q.end, q.text) for side, q in found]


def test_every_quote_stands_in_its_text(compared: Alignment) -> None:
    assert quotes(compared)
    for side, at, start, end, text in quotes(compared):
        assert side.words[at][start:end] == text


def test_provisions_are_told_as_facts_have_them(compared: Alignment) -> None:
    facts = parse(Source.of_text(UPPER.read_text(encoding="utf-8"), UPPER.name))
    whole = {p.address: p.text for p in facts.provisions}
    for clause in compared.upper.clauses:
        for at, start, end in clause.pieces:
            assert whole[at].endswith(clause.text[start:end])


def test_a_text_repeats_itself() -> None:
    for path in (UPPER, LOWER):
        facts = parse(Source.of_text(path.read_text(encoding="utf-8"), path.name))
        found = align(*sides_of_facts(facts, facts))
        same = {p.upper: p.relation for p in found.pairs if p.upper == p.lower}
        assert same == dict.fromkeys(found.upper.articles, "repeats")
        assert not found.omissions
        assert not found.own


# -- any two texts --------------------------------------------------------------------------------------

WHO = ("县级以上人民政府", "经营者", "应急管理部门", "学校", "村民委员会", "任何单位和个人")
MUST = ("应当", "不得", "可以", "负责")
WHAT = (
    "每季度检查救生设施一次",
    "在三十日内向社会公布名录",
    "建立隐患排查台账",
    "组织开展宣传教育",
    "对尾矿库进行监测",
    "制定应急预案并演练",
    "处一万元以上五万元以下罚款",
)
SENTENCES = st.builds(
    lambda who, must, what: f"{who}{must}{what}。",
    st.sampled_from(WHO), st.sampled_from(MUST), st.sampled_from(WHAT),
)  # fmt: skip
TEXTS = st.lists(SENTENCES, min_size=1, max_size=8, unique=True)
NUMBERS = "一二三四五六七八"


def facts_of(title: str, sentences: list[str]) -> Facts:
    articles = (f"第{NUMBERS[n]}条　{s}" for n, s in enumerate(sentences))
    return parse(Source.of_text("\n\n".join([title, *articles]) + "\n", f"{title}.txt"))


@settings(max_examples=25)
@given(TEXTS)
def test_aligning_a_text_with_itself_repeats_every_norm(sentences: list[str]) -> None:
    facts = facts_of("某某法", sentences)
    found = align(*sides_of_facts(facts, facts))
    same = {p.upper for p in found.pairs if p.upper == p.lower and p.relation == "repeats"}
    assert same == found.upper.articles.keys()


@settings(max_examples=25)
@given(TEXTS, TEXTS)
def test_every_clause_is_linked_or_told_to_stand_alone(above: list[str], below: list[str]) -> None:
    found = align(*sides_of_facts(facts_of("某某法", above), facts_of("江海省条例", below)))
    for side, at, start, end, text in quotes(found):
        assert side.words[at][start:end] == text
    linked = {k.upper for p in found.pairs if p.doubt is None for k in p.links}
    alone = {u.at for u in found.unmatched}
    assert linked | alone == {c.at for c in found.upper.clauses}
    assert not linked & alone


@settings(max_examples=25)
@given(TEXTS, TEXTS)
def test_both_texts_read_backwards_have_the_same_pairs(above: list[str], below: list[str]) -> None:
    assert told_pairs(above, below) == told_pairs(above[::-1], below[::-1])


def told_pairs(above: list[str], below: list[str]) -> set[tuple[str, str, str, bool]]:
    """The pairs by their words, with relation and doubt."""
    found = align(*sides_of_facts(facts_of("某某法", above), facts_of("江海省条例", below)))
    upper = {a: clauses[0].text for a, clauses in found.upper.articles.items()}
    lower = {a: clauses[0].text for a, clauses in found.lower.articles.items()}
    return {(upper[p.upper], lower[p.lower], p.relation, bool(p.doubt)) for p in found.pairs}


def test_counterparts_are_found_wherever_they_stand(compared: Alignment) -> None:
    lines = LOWER.read_text(encoding="utf-8").split("\n\n")
    title, articles = lines[0], [x for x in lines[1:] if "条　" in x]
    backwards = parse(Source.of_text("\n\n".join([title, *articles[::-1]]) + "\n", LOWER.name))
    upper = parse(Source.of_text(UPPER.read_text(encoding="utf-8"), UPPER.name))
    again = align(*sides_of_facts(upper, backwards))
    assert {(p.upper, p.lower, p.relation) for p in again.pairs} == {
        (p.upper, p.lower, p.relation) for p in compared.pairs
    }


@pytest.mark.parametrize(
    "text", ["", "某某法\n", "某某法\n\n第一条　\n", "关于工作的意见\n一、目标\n"]
)
def test_a_text_without_clauses_is_compared_all_the_same(text: str) -> None:
    empty = parse(Source.of_text(text or " ", "空.txt"))
    full = facts_of("某某法", ["经营者应当建立台账。"])
    for one, other in ((empty, full), (full, empty), (empty, empty)):
        assert align(*sides_of_facts(one, other)).pairs == ()
