"""What references do: amend, repeal, apply; and words near by that do none of it."""

import pytest

from ingest.citations import find_mentions
from ingest.source import Source
from ingest.structure import read_structure

Told = list[tuple[str, str, str | None]]


def told(text: str, title: str = "丁条例") -> Told:
    structure = read_structure(Source.of_text(f"{title}\n{text}\n"))
    return [(m.quote, m.kind, m.applies) for m in find_mentions(structure)]


DECISION = "某市人大常委会关于修改《甲条例》的决定"


@pytest.mark.parametrize(
    ("title", "text", "expected", "why"),
    [
        (
            DECISION,
            "会议决定对《甲条例》作如下修改：",
            [("《甲条例》", "amends", None)],
            "the sentence that announces it",
        ),
        (
            DECISION,
            "会议决定，对《甲条例》、《关于实施〈乙法〉的办法》等三件法规作出修改：",
            [("《甲条例》", "amends", None), ("《关于实施〈乙法〉的办法》", "amends", None)],
            "all that are named",
        ),
        (
            DECISION,
            "一、将《甲条例》第三条中的“部门”修改为“机关”。\n二、删去《甲条例》第四条。\n三、在《甲条例》第五条后增加一条。",
            [
                ("《甲条例》第三条", "amends", None),
                ("《甲条例》第四条", "amends", None),
                ("《甲条例》第五条", "amends", None),
            ],
            "the three ways of amending a provision",
        ),
        (
            DECISION,
            "一、修改《甲条例》\n将第三条修改为：“依照《乙条例》第一条处罚。根据《丙法》，制定本条例。”",
            [
                ("《甲条例》", "amends", None),
                ("第三条", "internal", None),
                ("《乙条例》第一条", "reference", None),
                ("《丙法》", "reference", None),
            ],
            "a heading; the new wording amends, applies and has no basis here",
        ),
        (
            DECISION,
            "会议决定对下列法规作如下修改：\n一、《甲条例》\n二、《乙条例》",
            [("《甲条例》", "amends", None), ("《乙条例》", "amends", None)],
            "a list of titles",
        ),
        (
            DECISION,
            "《甲条例》根据本决定作相应修改，重新公布。",
            [("《甲条例》", "amends", None)],
            "its last sentence",
        ),
        (
            "某县办法",
            "第一条 协会可以修改《甲章程》。",
            [("《甲章程》", "reference", None)],
            "what somebody may do",
        ),
        (
            "某县办法",
            "第一条 根据《关于修改〈甲条例〉的决定》执行。",
            [("《关于修改〈甲条例〉的决定》", "reference", None)],
            "the decision itself",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() else "",
)
def test_what_is_amended(title: str, text: str, expected: Told, why: str) -> None:
    assert told(text, title) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "第一条 本条例自2020年1月1日起施行。2001年1月1日市政府发布的《甲办法》同时废止。",
            [("《甲办法》", "repeal", None)],
            "with the date of what is repealed",
        ),
        (
            "第一条 《关于〈甲法〉的解答》（甲发〔2002〕7号）、甲发〔2003〕8号同时废止。",
            [("《关于〈甲法〉的解答》（甲发〔2002〕7号）", "repeal", None), ("甲发〔2003〕8号", "repeal", None)],
            "a title in a title, of an unusual kind; a number alone",
        ),
        (
            "第一条 《甲条例》中关于许可的规定同时废止。",
            [("《甲条例》", "reference", None)],
            "only a part of it",
        ),
        (
            "第一条 许可期满，《甲许可证》同时废止。",
            [],
            "a permit",
        ),
        (
            "第一条 下列规定同时废止：\n（一）《甲规定》；\n（二）《乙规定》（甲发〔2003〕8号）；\n（三）与《丙规定》不一致的规定。",
            [
                ("《甲规定》", "repeal", None),
                ("《乙规定》（甲发〔2003〕8号）", "repeal", None),
                ("《丙规定》", "reference", None),
            ],
            "a list in an article; an item that is no title",
        ),
        (
            "会议决定：\n一、废止下列法规：\n1. 《甲条例》（1990年通过）\n2. 关于乙的规定\n二、对《丙条例》作如下修改：\n将第一条修改为“丁”。",
            [
                ("《甲条例》", "repeal", None),
                ("关于乙的规定", "repeal", None),
                ("《丙条例》", "amends", None),
                ("第一条", "internal", None),
            ],
            "a list in a decision, a title without marks; it ends at the next heading",
        ),
        (
            "会议决定，废止下列法规：\n一、《甲条例》\n二、《乙条例》\n本决定自公布之日起施行。依照《丙条例》办理。",
            [
                ("《甲条例》", "repeal", None),
                ("《乙条例》", "repeal", None),
                ("《丙条例》", "reference", "直接"),
            ],
            "a list beside the sentence that announces it",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() else "",
)  # fmt: skip
def test_what_is_repealed(text: str, expected: Told, why: str) -> None:
    assert told(text) == expected, why


@pytest.mark.parametrize(
    ("words", "applies", "why"),
    [
        ("其他单位参照《甲条例》第三条执行。", "参照", "by analogy"),
        ("其他单位参照适用《甲条例》第三条的规定。", "参照", "适用 after 参照"),
        ("可以比照《甲条例》的有关规定处理。", "参照", "the whole instrument"),
        ("参照《甲条例》管理的人员，不得兼职。", None, "only which persons are meant"),
        ("具体办法由市政府参照《甲条例》制定。", None, "rules made after it"),
        ("依照《甲条例》第三条的规定处罚。", "直接", "依照…处罚"),
        ("按照《甲条例》和国家有关规定执行。", "直接", "with others"),
        ("合同的订立，适用《甲条例》的有关规定。", "直接", "适用"),
        ("不适用《甲条例》第三条。", None, "denied"),
        ("依照《甲条例》第三条取得许可的单位，应当备案。", None, "how a permit was got"),
        ("适用《甲条例》第三条的案件，从快办理。", None, "which cases are meant"),
        ("违反《甲条例》第三条规定的，处以罚款。", None, "a plain mention"),
        ("根据《甲条例》，制定本办法。", None, "the basis"),
    ],
)
def test_what_is_applied(words: str, applies: str | None, why: str) -> None:
    assert [one for _, _, one in told(f"第一条 {words}")] == [applies], why


def test_applying_a_provision_of_ones_own() -> None:
    assert told("第一条 甲。\n乙。\n第二条 犯前条罪的，依照第一条第二款处罚；参照前条执行。") == [
        ("前条", "internal", None),
        ("第一条第二款", "internal", "直接"),
        ("前条", "analogy", "参照"),
    ]
