"""Cheap questions that are asked before a pattern is tried: none of them hides what the pattern finds."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest import (
    accountability,
    citations,
    clauses,
    consequences,
    definitions,
    factors,
    norms,
    party_names,
    penalty_words,
    rewards,
    structure,
    subjects,
)
from ingest.lexicon import Lexicon, default
from ingest.norms import find_norms
from ingest.penalties import find_penalties
from ingest.pipeline import parse
from ingest.provisions import Stretch
from ingest.source import Source

ANY = re.compile("")
OPENED: list[tuple[object, str, object]] = [
    (definitions, "_HINT", ANY),
    (consequences, "_may_tell", lambda provision: True),
    (factors, "_HINT", ANY),
    (rewards, "names_reward", lambda words: True),
    (accountability, "_may_impose", lambda words: True),
    (penalty_words, "HINT", ANY),
    (penalty_words, "CONSEQUENCE_HINT", ANY),
    (subjects, "LAST_CHARACTER", ANY),
    (subjects, "_TRAILING_LAST", ("",)),
    (party_names, "_PLACE_LAST", ("",)),
    (norms, "_BEHIND_A_COMMA", ("",)),
    (clauses, "may_end_party", lambda word, tag: True),
    (clauses, "_JOIN", ANY),
    (clauses, "_CONDITION_CLOSES", ""),
    (Lexicon, "may_name", lambda self, tag, text: True),
    (structure, "_is_tail", lambda words: bool(structure._TAIL.match(words))),
    (citations, "_head_matches", citations._HEAD.finditer),
    (citations, "_last_character", lambda: ANY),
]
"""Where a question is asked first, and an answer that lets everything through."""

PIECES = (  # noqa: SIM905  # eighty lines would be no easier to read
    "，|；|。|：|、|\n|\n（一）|\n第二条 |\n第三条 |县级人民政府|应急管理部门|主要负责人|党政领导干部|生产经营单位|监察机关|"
    "有关机关|任何单位和个人|工作人员|上级|建设工程|应当|不得|可以|负责|禁止|由|对|未|违反|建立|检查|报告|落实|履行职责|"
    "管护制度|隐患|的|有下列情形之一的|情节严重的|本办法|本条例|第五条|第一款|前款规定|《甲法》|安全生产法|刑法|"
    "某办发〔2014〕4号|同法第三条|以下简称《甲规定》|（以下简称乙）|本办法所称丙，是指丁|责令改正|处一万元以上五万元以下罚款|"
    "没收违法所得|吊销许可证|给予处分|给予警告|给予表彰|通报批评|诫勉|追究刑事责任|依法处理|予以公告|强制拆除|承担相应责任|五年内不得申请|移送司法机关|取消评优资格|影响期|一年内|"
    "三十日内|每年至少两次|受到诫勉处理的|被问责的|从重|从轻|免予|依照前款|在汛期|时|后|自2020年1月1日起施行|由某厅负责解释|"
    "抄送：某局|2020年1月1日印发"
).split("|")
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(
    lambda pieces: "甲市管护办法\n第一条 " + "".join(pieces)
)


def everything(text: str) -> list[object]:
    """The facts of a text, its norms and its penalties, as plain values."""

    def place(stretch: Stretch | None) -> tuple[int, str] | None:
        return (stretch.start, stretch.text) if stretch is not None else None

    source = Source.of_text(text)
    read = structure.read_structure(source)
    norms = [(place(n.modal.at), place(n.bearer)) for n in find_norms(read, default())]
    laid = [(p.kind, place(p.words), place(p.on)) for p in find_penalties(read, default())]
    return [parse(source).to_json(), norms, laid]


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_what_is_found_is_found_without_asking_first(text: str) -> None:
    asked = everything(text)
    with pytest.MonkeyPatch.context() as patch:
        for owner, name, answer in OPENED:
            patch.setattr(owner, name, answer)
        assert everything(text) == asked


@given(st.text(alphabet="经营者人员等部门（）某的或本", max_size=9))
def test_the_end_of_a_party_is_the_pattern_s(text: str) -> None:
    plain = party_names._BRACKETED.sub("", text)
    whole = len(plain) > 1 and plain.count("（") == plain.count("）")
    by_pattern = party_names._ENDS.search(plain) is not None and not plain.endswith(
        party_names._THINGS
    )
    assert party_names.is_party(text) == (whole and by_pattern)


@pytest.mark.parametrize("tag", ["post", "body", "verb"])
@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_a_word_with_a_tag_may_stand_where_it_stands(tag: str, text: str) -> None:
    if any(token.tag == tag for token in default().tags(text)):
        assert default().may_name(tag, text)


def test_without_a_dictionary_no_text_names_a_post() -> None:
    may_name: Callable[[str, str], bool] = Lexicon({}).may_name
    assert not may_name("post", "主要负责人")


@given(
    st.lists(
        st.sampled_from(
            [*PIECES, "人", "个人", "本人", "任何人", "或者", "经营者", "等", "公务员", "居民"]
        ),
        max_size=4,
    )
)
@example(["县级人民政府", "\n"])  # a pattern's $ would find an end before the last line break too
def test_a_party_is_told_without_a_pattern_as_with_it(pieces: list[str]) -> None:
    words = "".join(pieces)
    if words and not words.endswith(("）", ")")):
        by_pattern = party_names._ENDS.search(words.removesuffix("等"))
        assert party_names._names(words.removesuffix("等")) is (by_pattern is not None)
