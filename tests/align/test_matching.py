"""What makes two clauses counterparts and what keeps them apart: texts written for it, each row with its reason."""

import numpy as np
import pytest

from benchmarks.alignment_weights import Read, fit_both, told
from graph_model.align import Alignment, align
from graph_model.likeness import MEASURES, likeness
from graph_model.matching import BY_WORDS, Link, find_links, scores_of, standing
from graph_model.meaning import Meaning
from graph_model.sides import sides_of_facts
from tests.align.test_align import facts_of

UPPER = [
    "为了保障水域活动安全，制定本法。",
    "县级以上人民政府应当将水域救生经费列入本级财政预算。",
    "海滨浴场的经营者应当配备救生圈和瞭望台。",
    "县级以上人民政府应当建立救生员经营业绩考核制度。",
    "发生溺水事故的，经营者应当立即报告体育主管部门。",
    "擅自拆除瞭望台的，由体育主管部门责令改正，处五百元以上二千元以下罚款。",
    "体育主管部门截留、挪用水域救生经费的，由上级机关责令改正，对直接负责的主管人员和其他直接责任人员依法给予处分。",
    "体育主管部门的工作人员玩忽职守、滥用职权的，对直接负责的主管人员和其他直接责任人员依法给予处分。",
]
CASES: tuple[tuple[str, set[str], str], ...] = (
    ("为了加强救生管理，根据《水域法》，制定本条例。", {"1"}, "each text has one purpose, whatever its words"),
    ("市人民政府应当把水域救生的费用纳入财政预算，逐年增加。", {"2"}, "other words for the money"),
    ("市人民政府应当健全救生员经营业绩考核评价制度。", {"4"}, "one word above, two below"),
    ("损坏、拆除瞭望台的，由城市管理部门处一千元以下罚款。", {"6"}, "by the conduct, not by who punishes"),
    ("海滨浴场应当保持瞭望台完好。", {"3"}, "a duty has a duty as its counterpart, not a penalty"),
    ("截留、挪用水域救生经费的，依法给予处分。", {"7"}, "officials by what they did"),
    ("有关部门工作人员在救生管理中滥用职权、玩忽职守的，依法给予处分。", {"8"}, "officials by what they did"),
    ("海滨浴场的经营者应当配备救生圈；拒不配备的，由体育主管部门处二千元以下罚款。", {"3"}, "a duty, whatever follows on its breach"),
    ("未配备救生圈的，由体育主管部门责令改正，处一千元以下罚款。", set(), "a penalty only, which no duty above answers"),
    ("经营者不得擅自拆除瞭望台。", set(), "the penalty for it above is no counterpart of the ban"),
    ("鼓励保险机构开发冬泳意外伤害保险。", set(), "no such matter above"),
)  # fmt: skip


def compared(sentence: str) -> Alignment:
    """The comparison with a text that has the sentence among others."""
    rest = ["本条例所称游船，是指载客的小型船舶。", "本条例由市人民政府解释。"]
    facts = facts_of("水域法", UPPER), facts_of("江海市条例", [sentence, *rest])
    return align(*sides_of_facts(*facts))


def counterparts_of(sentence: str) -> set[str]:
    """The upper articles that are held for counterparts of the sentence."""
    return {p.upper for p in compared(sentence).pairs if p.lower == "1" and p.doubt is None}


@pytest.mark.parametrize("case", CASES, ids=[f"{c[2]}: {c[0][:8]}" for c in CASES])
def test_a_clause_has_the_counterparts_that_a_reader_would_name(
    case: tuple[str, set[str], str], model: Meaning
) -> None:
    sentence, counterparts, why = case
    assert counterparts_of(sentence) == counterparts, why


@pytest.mark.parametrize("case", CASES, ids=[f"{c[2]}: {c[0][:8]}" for c in CASES])
def test_so_it_has_by_the_words_alone(
    case: tuple[str, set[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FATU_MODEL", "0")
    sentence, counterparts, why = case
    assert counterparts_of(sentence) == counterparts, why


def test_a_duty_that_is_left_out_is_told_whatever_follows_on_its_breach() -> None:
    duty = "县级人民政府应当设置水域救生站；未设置的，由上级机关责令改正，对负责人依法给予处分。"
    upper, lower = (
        facts_of("水域法", [duty]),
        facts_of("江海市条例", ["本条例所称游船，是指客船。"]),
    )
    assert [(u.at, u.grade) for u in align(*sides_of_facts(upper, lower)).omissions] == [
        ("1.1", "addressed")
    ]


OPENINGS: tuple[tuple[str, bool, bool, str], ...] = (
    ("经营者应当配备救生圈；拒不配备的，处二千元以下罚款。", True, False, "the duty, then what its breach costs"),
    ("不得在航道游泳。违反规定的，由海事机构处警告。", True, False, "a ban is a duty too"),
    ("经营者拒不配备救生圈的，处二千元以下罚款。", False, True, "what the breach costs and no more"),
    ("违反本条例规定的，责令改正；经营者应当在十日内改正。", False, True, "a duty that comes from the sanction"),
    ("有下列行为之一的，处警告：\n\n（一）应当报告而不报告的；\n\n（二）拆除瞭望台的。", False, True, "应当 inside a conduct"),
    ("经营者应当履行下列职责：\n\n（一）配备救生圈；\n\n（二）对拒不离开水域的，责令其离开。", True, False, "a sanction in an item"),
    ("鼓励设立水域救生协会。", False, False, "neither"),
)  # fmt: skip


@pytest.mark.parametrize("case", OPENINGS, ids=[c[-1] for c in OPENINGS])
def test_a_clause_states_a_duty_or_only_punishes(case: tuple[str, bool, bool, str]) -> None:
    words, duty, only, why = case
    (upper, _) = sides_of_facts(facts_of("水域法", [words]), facts_of("江海市条例", UPPER[:1]))
    clause = upper.clauses[0]
    assert (clause.opens_with_duty, clause.only_punishes) == (duty, only), why


def test_what_stands_beside_two_clauses_has_its_weights() -> None:
    upper, lower = sides_of_facts(facts_of("水域法", UPPER), facts_of("江海市条例", UPPER[:2]))
    near = likeness(upper, lower, None).measures[..., 0]
    assert standing(upper, lower, near).shape == (len(UPPER), 2, len(BY_WORDS.sure))


def test_another_article_that_is_nearer_takes_the_clause() -> None:
    upper, lower = sides_of_facts(facts_of("水域法", UPPER[:3]), facts_of("江海市条例", UPPER[:1]))
    near = np.array([[1.0], [3.0], [-2.0]])
    ahead = standing(upper, lower, near)[..., 1]
    assert ahead[:, 0].tolist() == [-2.0, 2.0, -5.0]


BESIDE: tuple[tuple[int, int, float, str], ...] = (
    (0, 0, 0.0, "itself is no neighbour"),
    (1, 0, 0.61, "next to it in one text, the same in the other"),
    (1, 1, 0.37, "next to it in both"),
    (2, 2, 0.02, "two places away in both"),
    (3, 3, 0.0, "three"),
)  # fmt: skip


@pytest.mark.parametrize(("above", "below", "share", "why"), BESIDE, ids=[b[-1] for b in BESIDE])
def test_a_firm_pair_speaks_for_what_stands_beside_it(
    above: int, below: int, share: float, why: str
) -> None:
    upper, lower = sides_of_facts(facts_of("水域法", UPPER), facts_of("江海市条例", UPPER))
    near = np.full((len(UPPER), len(UPPER)), -9.0)
    near[0, 0] = 9.0
    beside = np.expm1(standing(upper, lower, near)[above, below, 2])
    assert beside == pytest.approx(share, abs=0.005), why


def test_what_the_lower_text_implements_has_counterparts_of_most_articles() -> None:
    upper, lower = sides_of_facts(facts_of("水域法", UPPER[:4]), facts_of("江海市条例", UPPER[:2]))
    near = np.array([[2.0, -3.0], [-3.0, 2.0], [-3.0, -3.0], [-3.0, 0.5]])
    assert standing(upper, lower, near)[..., 3].tolist() == [[0.75, 0.75]] * 4


def links_of(above: list[str], below: list[str], scores: list[list[float]]) -> list[Link]:
    """The links of two texts whose scores are given."""
    sides = sides_of_facts(facts_of("水域法", above), facts_of("江海市条例", below))
    return list(find_links(*sides, np.array(scores), likeness(*sides, None), BY_WORDS))


def test_what_is_not_sure_is_doubtful_or_nothing() -> None:
    links = links_of(UPPER[:4], UPPER[:1], [[0.29], [0.3], [0.44], [0.45]])
    found = [(k.upper, k.doubt is None) for k in links]
    assert found == [("2.1", False), ("3.1", False), ("4.1", True)]


def test_of_a_pair_of_articles_other_clauses_need_less_but_something_rare_in_common() -> None:
    article = f"{UPPER[1]}\n\n鼓励保险机构开发冬泳意外伤害保险。"
    scores = [[0.9, 0.3], [0.2, 0.3], [0.25, 0.1]]
    assert links_of([article, UPPER[3]], [article], scores) == [
        Link("1.1", "1.1", 0.9, None),
        Link("1.2", "1.2", 0.3, None),  # 1.1 and 1.2 have nothing in common
    ]


def test_the_same_words_are_certain() -> None:
    upper, lower = sides_of_facts(facts_of("水域法", UPPER), facts_of("江海市条例", UPPER))
    scores = scores_of(upper, lower, likeness(upper, lower, None), BY_WORDS)
    assert scores.diagonal().tolist() == [1.0] * len(UPPER)


RELATED: tuple[tuple[list[str], list[str], str, str, str], ...] = (
    (UPPER[1:2], UPPER[1:2], "repeats", "文字几乎相同", "word for word"),
    (UPPER[1:2], [f"{UPPER[1]}\n\n鼓励保险机构开发冬泳意外伤害保险。"], "extends", "另加 1 款", "and another clause"),
    ([f"{UPPER[1]}\n\n鼓励保险机构开发冬泳意外伤害保险。"], UPPER[1:2], "narrows", "少了 1 款", "without a clause"),
)  # fmt: skip


@pytest.mark.parametrize("case", RELATED, ids=[c[-1] for c in RELATED])
def test_an_article_repeats_another_only_with_all_its_clauses(
    case: tuple[list[str], list[str], str, str, str],
) -> None:
    above, below, relation, told_words, why = case
    sides = sides_of_facts(
        facts_of("水域法", [*above, *UPPER[2:6]]), facts_of("江海市条例", [*below, *UPPER[2:6]])
    )
    (pair,) = [p for p in align(*sides).pairs if p.upper == "1"]
    assert pair.relation == relation, why
    assert told_words in pair.reasons[0]


def test_clauses_with_better_counterparts_do_not_tell_a_difference() -> None:
    duty, right = "经营者应当向社会公布水域状况，接受监督。", "任何人可以对水域状况举报，接受保护。"
    article = f"{duty}\n\n{right}"
    found = align(*sides_of_facts(facts_of("水域法", [article]), facts_of("江海市条例", [article])))
    (pair,) = found.pairs
    assert [(k.upper, k.lower) for k in pair.links] == [("1.1", "1.1"), ("1.2", "1.2")]
    assert pair.relation == "repeats"


def test_weights_are_fitted_on_what_a_reader_told() -> None:
    sides = sides_of_facts(facts_of("水域法", UPPER), facts_of("江海市条例", UPPER[::-1]))
    articles = {str(n + 1): (frozenset([str(8 - n)]), frozenset[str]()) for n in range(8)}
    read = Read("水域法", *sides, articles, likeness(*sides, None))
    (near, _), (sure, _) = fit_both([read])
    assert near[MEASURES.index("rare")] > 0
    assert sure[0] > 0
    assert "召回 8/8" in next(iter(told([read], [read.verdicts.astype(float)])))
