"""What two clauses fix differently: a table, each row with its reason."""

import pytest

from graph_model.align import align
from graph_model.differences import changed_words
from graph_model.sides import kernel, sides_of_facts
from tests.align.test_align import facts_of

Case = tuple[str, str, str, str | None, str | None, str]
# upper, lower, kind, change, words of what is told (None: no difference of that kind), why
CASES: tuple[Case, ...] = (
    ("经营者应当在三十日内报告溺水事故。", "经营者应当在六十日内报告溺水事故。", "deadline", "weaker", "期限放宽", "a longer period"),
    ("经营者应当在三十日内报告溺水事故。", "经营者应当在十日内报告溺水事故。", "deadline", "stronger", "期限收紧", "a shorter period"),
    ("经营者应当在七日内报告溺水事故。", "经营者应当在五个工作日内报告溺水事故。", "deadline", None, None, "five working days are a week"),
    ("经营者应当及时报告溺水事故。", "经营者应当在十日内报告溺水事故。", "deadline", "added", "写明期限", "及时 gets a number"),
    ("经营者应当在十日内报告溺水事故。", "经营者应当报告溺水事故。", "deadline", "dropped", "没有写期限", "the number is gone"),
    ("学校应当每季度演练一次疏散预案。", "学校应当每年演练一次疏散预案。", "frequency", "weaker", "频次放宽", "less often"),
    ("学校应当每年演练一次疏散预案。", "学校应当每月演练一次疏散预案。", "frequency", "stronger", "频次收紧", "more often"),
    ("毁坏瞭望台的，处五百元以上二千元以下罚款。", "毁坏瞭望台的，处一百元以上三百元以下罚款。", "amount", "weaker", "罚款金额放宽", "a lower fine"),
    ("毁坏瞭望台的，处五百元罚款。", "毁坏瞭望台的，处一千元罚款。", "amount", "stronger", "罚款金额收紧", "a higher fine"),
    ("学校应当配备救生圈和瞭望台。", "学校可以配备救生圈和瞭望台。", "force", "weaker", "义务改为可以", "a duty becomes a power"),
    ("学校、经营者应当配备救生圈和瞭望台。", "学校应当配备救生圈和瞭望台。", "bearer", "dropped", "主体少了“经营者”", "a bearer less"),
    ("学校应当配备救生圈和瞭望台。", "学校、经营者应当配备救生圈和瞭望台。", "bearer", "added", "主体增加“经营者”", "a bearer more"),
    ("国务院体育主管部门和县级以上地方人民政府体育主管部门应当检修瞭望台。", "县级以上人民政府体育主管部门应当检修瞭望台。", "bearer", None, None, "a province cannot leave out the State Council"),
    ("住宿、长途客运、租赁等业务的经营者应当查验身份证件。", "长途客运经营者应当查验身份证件。", "bearer", "dropped", "主体只写了其中的", "one line of business of three"),
    ("擅自拆除瞭望台的，处五百元罚款。", "未经批准移动救生艇的，处五百元罚款。", "condition", None, None, "two things that have nothing in common are no pair"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[c[-1] for c in CASES])
def test_a_difference_is_told_with_its_direction(case: Case) -> None:
    upper, lower, kind, change, told, why = case
    found = align(*sides_of_facts(facts_of("水域法", [upper]), facts_of("江海省条例", [lower])))
    differences = [d for p in found.pairs for d in p.differences if d.kind == kind]
    assert [d.change for d in differences] == ([change] if change else []), why
    if told:
        assert told in differences[0].told


@pytest.mark.parametrize(
    ("name", "without_level", "why"),
    [
        ("县级以上地方人民政府文化主管部门", "文化主管部门", "a department at any level"),
        ("省、自治区、直辖市人民政府文化主管部门", "文化主管部门", "three words for one level"),
        ("国家安全机关", "国家安全机关", "国家 is part of the name"),
        ("国务院", "国务院", "an organ, not a level"),
        ("县级以上", "", "a level alone is nobody"),
        ("经营者", "经营者", "a private party"),
    ],
)
def test_a_party_without_its_level(name: str, without_level: str, why: str) -> None:
    assert kernel(name) == without_level, why


def test_changed_words_are_whole_words_and_leave_the_rest_alike() -> None:
    upper, lower = "应当每季度检查一次设施", "应当每半年对设施检查一次"
    gone, new = changed_words(upper, lower)

    def rest(text: str, stretches: list[tuple[int, int]]) -> str:
        kept = set(range(len(text))) - {n for s, e in stretches for n in range(s, e)}
        return "".join(text[n] for n in sorted(kept))

    assert rest(upper, gone) == rest(lower, new)
    assert changed_words(upper, upper) == ([], [])
