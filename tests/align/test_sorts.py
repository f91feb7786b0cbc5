"""What two clauses are, beside their words: what speaks for and against their being counterparts."""

import pytest

from graph_model.sides import sides_of_facts
from graph_model.sorts import SORTS, alike_in_sort
from tests.align.test_align import facts_of

DUTY = "游船经营者应当在出航前检查救生设备。"
PENALTY = "违反本条例规定，游船经营者不检查救生设备的，由海事机构处二千元罚款。"
OFFICIALS = "海事机构的工作人员滥用职权的，依法给予处分。"
PURPOSE = "为了保障水上安全，制定本条例。"
EFFECT = "本条例自公布之日起施行。"

ALIKE: tuple[tuple[str, str, set[str], str], ...] = (
    (DUTY, DUTY, set(), "two duties"),
    (DUTY, PENALTY, {"one_punishes"}, "a duty and what its breach costs"),
    (PENALTY, PENALTY, {"both_punish"}, "both punish"),
    (PENALTY, OFFICIALS, {"both_punish", "one_officials"}, "one punishes officials, the other does not"),
    (OFFICIALS, OFFICIALS, {"both_punish", "both_officials"}, "both punish officials"),
    (PURPOSE, PURPOSE, {"same_frame"}, "what every text has"),
    (PURPOSE, EFFECT, {"other_frame"}, "two of what every text has"),
    (PURPOSE, DUTY, {"other_frame"}, "only one is what every text has"),
)  # fmt: skip


@pytest.mark.parametrize(("above", "below", "told", "why"), ALIKE, ids=[a[-1] for a in ALIKE])
def test_what_two_clauses_are(above: str, below: str, told: set[str], why: str) -> None:
    sides = sides_of_facts(facts_of("水域法", [above]), facts_of("江海市条例", [below]))
    found = zip(SORTS, alike_in_sort(*sides), strict=True)
    assert {name for name, matrix in found if matrix[0, 0]} == told, why
