"""Citations across documents: where they lead, as the documents come and go."""

from itertools import permutations

import pytest

from graph_model import load
from graph_model.store import Store
from ingest.facts import Facts
from tests.graph.facts_builder import Draft
from tests.graph.pictures import edges, emptied, picture
from tests.graph.samples import measure, ordinance, tokens

A, B = "甲市消防条例", "乙区消防办法"
ORDINANCE = ordinance(id=f"{A}@2019", adopted="2019-01-01").facts()
MEASURE = measure(id=f"{B}@2020", adopted="2020-01-01").facts()
LATER = ordinance(duties=1, id=f"{A}@2022", adopted="2022-01-01").facts()


@pytest.fixture
def graph(store: Store) -> Store:
    """The store, empty."""
    return emptied(store)


def put(store: Store, *documents: Facts) -> None:
    """Load documents, one after the other."""
    for facts in documents:
        load.load(store, facts, tokens=tokens)


def verdicts(store: Store, document: str) -> list[tuple[str, str, str | None, list[str]]]:
    """Of each citation of a document, in order: address, status, reason, and where it leads."""
    rows = store.read(
        "MATCH (c:Citation {document: $id}) OPTIONAL MATCH (c)-[:RESOLVES_TO]->(x)"
        " RETURN c.seq AS seq, c.address AS at, c.status AS status, c.reason AS reason, x.id AS end",
        id=document,
    )
    out: dict[int, tuple[str, str, str | None, list[str]]] = {}
    for row in sorted(rows, key=lambda r: (r["seq"], r["end"] or "")):
        told = (row["at"], row["status"], row["reason"], list[str]())
        out.setdefault(row["seq"], told)[3].extend([row["end"]] if row["end"] else [])
    return list(out.values())


NOT_LOADED = "所引文件未载入"
WAITING = [
    ("1.1", "not_loaded", NOT_LOADED, [A]),
    ("2.1", "not_loaded", NOT_LOADED, [A]),
    ("2.1", "not_loaded", NOT_LOADED, [A]),
    ("3.1", "not_loaded", NOT_LOADED, [A]),
    ("4.1", "not_loaded", NOT_LOADED, ["丙市用电办法"]),
]
ARRIVED = [
    ("1.1", "resolved", None, [f"{A}@2019"]),
    # what is there is linked, what is not is said
    ("2.1", "no_such_provision", f"《{A}》没有第九条（现有第一条至第四条）", [f"{A}@2019#2.1.1"]),
    ("2.1", "resolved", None, [f"{A}@2019#ch3"]),
    ("3.1", "resolved", None, [f"{A}@2019#2"]),
    ("4.1", "not_loaded", NOT_LOADED, ["丙市用电办法"]),
]


def test_citations_wait_for_their_text_and_go_back_to_waiting(graph: Store) -> None:
    put(graph, MEASURE)
    assert verdicts(graph, MEASURE.document.id) == WAITING
    put(graph, ORDINANCE)
    assert verdicts(graph, MEASURE.document.id) == ARRIVED
    load.remove(graph, ORDINANCE.document.id)
    assert verdicts(graph, MEASURE.document.id) == WAITING


def test_a_replaced_text_keeps_the_citations_to_it(graph: Store) -> None:
    put(graph, ORDINANCE, MEASURE)
    longer = ordinance(id=f"{A}@2019", adopted="2019-01-01").article(
        "9", "本条例自公布之日起施行。"
    )
    put(graph, longer.facts())
    assert verdicts(graph, MEASURE.document.id)[1] == (
        "2.1",
        "resolved",
        None,
        [f"{A}@2019#2.1.1", f"{A}@2019#9"],
    )


def test_everything_derived_follows(graph: Store) -> None:
    put(graph, MEASURE, ORDINANCE)
    a, b = ORDINANCE.document.id, MEASURE.document.id
    assert edges(graph, "BASED_ON") == {(b, a)}
    assert edges(graph, "CITES") == {
        (f"{a}#3.1.1", f"{a}#ch2"),
        (f"{b}#1.1", A),
        (f"{b}#2.1", f"{a}#2.1.1"),
        (f"{b}#2.1", f"{a}#ch3"),
        (f"{b}#3.1", f"{a}#2"),
        (f"{b}#4.1", "丙市用电办法"),
    }
    duties = (f"{a}#2.1.1/duty1", f"{a}#2.1.2/duty1")
    assert edges(graph, "BREACHES") == {
        (f"{a}#3.1.1/violation1", f"{a}#ch2"),
        *((f"{a}#3.1.1/violation1", duty) for duty in duties),
        (f"{b}#3.1/violation1", f"{a}#2"),
        *((f"{b}#3.1/violation1", duty) for duty in duties),
    }


def test_without_the_text_the_instrument_stands_for_it(graph: Store) -> None:
    put(graph, MEASURE)
    assert edges(graph, "BASED_ON") == {(MEASURE.document.id, A)}
    assert edges(graph, "BREACHES") == set()
    known = graph.read(
        "MATCH (i:Instrument) RETURN i.id AS id, i.title AS title, i.loaded AS loaded ORDER BY id"
    )
    assert known == [
        {"id": "丙市用电办法", "title": "丙市用电办法", "loaded": False},
        {"id": B, "title": B, "loaded": True},
        {"id": A, "title": A, "loaded": False},
    ]


def test_the_version_in_force_when_the_citing_text_was_adopted(graph: Store) -> None:
    put(graph, MEASURE, LATER)
    (first, *_) = verdicts(graph, MEASURE.document.id)
    assert first == ("1.1", "resolved", None, [f"{A}@2022"]), "the only one, though later"
    put(graph, ORDINANCE)
    assert verdicts(graph, MEASURE.document.id) == ARRIVED
    notes = graph.read("MATCH (c:Citation {address: '1.1'}) RETURN c.note AS note")
    assert notes == [{"note": "已载入2个文本，取引用文件通过时施行的（2019-01-01）"}]


def test_the_counts_of_a_document_follow_its_citations(graph: Store) -> None:
    def counts() -> list[dict[str, int]]:
        return graph.read(
            "MATCH (d:Document {id: $id}) RETURN d.citation_count AS n, d.citation_resolved AS resolved,"
            " d.citation_not_loaded AS not_loaded, d.citation_open AS open",
            id=MEASURE.document.id,
        )

    put(graph, MEASURE)
    assert counts() == [{"n": 5, "resolved": 0, "not_loaded": 5, "open": 0}]
    put(graph, ORDINANCE)
    assert counts() == [{"n": 5, "resolved": 3, "not_loaded": 1, "open": 1}]


@pytest.mark.parametrize(
    ("kind", "edge", "why"),
    [
        ("repeal", "REPEALS", "the citing text repeals the cited one"),
        ("amends", "AMENDS", "the citing decision amends the cited text"),
        ("amended_by", "AMENDS", "the cited decision amended the citing text"),
    ],
)
@pytest.mark.parametrize("loaded", [True, False], ids=["loaded", "waiting"])
def test_repeal_and_amendment(graph: Store, kind: str, edge: str, why: str, loaded: bool) -> None:
    citing = Draft("新办法", id="新办法@1").article("1", "见《旧办法》。")
    citing.cites("1.1", "《旧办法》", "旧办法", kind=kind)
    put(graph, citing.facts())
    if loaded:
        put(graph, Draft("旧办法", id="旧办法@1").article("1", "一。").facts())
    end = "旧办法@1" if loaded else "旧办法"
    expected = (end, "新办法@1") if kind == "amended_by" else ("新办法@1", end)
    assert edges(graph, edge) == {expected}, why


def version(year: str) -> Facts:
    """A text of one instrument, adopted at the beginning of a year."""
    day = f"{year}-01-01"
    draft = Draft("甲条例", id=f"甲条例@{year}", adopted=day, numbered=day)
    return draft.article("1", f"{year}年的文本。").facts()


def deciding(kind: str, words: str, *titles: str, units: tuple[str, ...] = ()) -> Facts:
    """A decision of 2020 that does something to the texts of some titles."""
    draft = Draft("丙决定", id="丙决定@2020", adopted="2020-01-01")
    draft.article("1", words.join(f"《{t}》" for t in ("", *titles))[2:])
    for title in titles:
        draft.cites("1.1", f"《{title}》", title, *units, kind=kind)
    return draft.facts()


ONLY_LATER = "只载入了{0}以后的文本（2020-01-01），{0}的是此前的文本"


@pytest.mark.parametrize(
    ("kind", "loaded", "expected", "why"),
    [
        ("amends", ["2019"], ("甲条例@2019", None), "the text that stood before the decision"),
        ("amends", ["2020"], ("甲条例", ONLY_LATER.format("修改")), "its outcome is not what it amended"),
        (
            "amends",
            ["2018", "2019", "2020"],
            ("甲条例@2019", "已载入3个文本，取修改以前的（2019-01-01）"),
            "the last one before the day of the decision",
        ),
        ("amends", ["2020", "2022"], ("甲条例", None), "of several later ones none"),
        ("repeal", ["2019"], ("甲条例@2019", None), "what stood is repealed"),
        ("repeal", ["2022"], ("甲条例", "只载入了废止以后的文本（2022-01-01），废止的是此前的文本"),
         "a text of the same title that was made again is in force"),
    ],
)  # fmt: skip
def test_what_is_amended_or_repealed_stood_before(
    graph: Store, kind: str, loaded: list[str], expected: tuple[str, str | None], why: str
) -> None:
    end, note = expected
    put(graph, deciding(kind, "修改", "甲条例"), *map(version, loaded))
    edge = "AMENDS" if kind == "amends" else "REPEALS"
    assert edges(graph, edge) == {("丙决定@2020", end)}, why
    assert graph.read("MATCH (c:Citation) RETURN c.note AS note") == [{"note": note}]


def test_a_decision_amends_all_that_it_names(graph: Store) -> None:
    put(graph, deciding("amends", "、", "甲条例", "乙条例"), version("2019"))
    assert edges(graph, "AMENDS") == {
        ("丙决定@2020", "甲条例@2019"),
        ("丙决定@2020", "乙条例"),
    }


def test_a_text_never_repeals_itself_nor_guesses_which_of_its_past(graph: Store) -> None:
    again = Draft("甲条例", id="甲条例@2022", adopted="2022-01-01").article(
        "1", "《甲条例》同时废止。"
    )
    put(graph, again.cites("1.1", "《甲条例》", "甲条例", kind="repeal").facts(), version("2019"))
    assert edges(graph, "REPEALS") == set()
    reason = "所指的是本文件此前的文本，不能确定是哪一个"
    assert verdicts(graph, "甲条例@2022") == [("1.1", "ambiguous", reason, ["甲条例"])]


def test_a_repealed_provision_is_no_repealed_text(graph: Store) -> None:
    put(graph, deciding("repeal", "废止", "甲条例", units=("1",)), version("2019"))
    assert edges(graph, "REPEALS") == set()


def test_both_texts_may_tell_of_an_amendment(graph: Store) -> None:
    """What each of them says stays as long as it is loaded, whichever goes."""
    decision = Draft("丙决定", id="丙决定@1").article("1", "修改《甲条例》。")
    decision.cites("1.1", "《甲条例》", "甲条例", kind="amends")
    amended = Draft("甲条例", id="甲条例@1").article("1", "根据《丙决定》修正。")
    amended.cites("1.1", "《丙决定》", "丙决定", kind="amended_by")

    def told() -> list[tuple[str, str, str]]:
        rows = graph.read(
            "MATCH (a)-[r:AMENDS]->(b) RETURN a.id AS a, b.id AS b, r.document AS told ORDER BY told"
        )
        return [(row["a"], row["b"], row["told"]) for row in rows]

    both = [("丙决定@1", "甲条例@1", "丙决定@1"), ("丙决定@1", "甲条例@1", "甲条例@1")]
    put(graph, decision.facts(), amended.facts())
    assert told() == both
    load.remove(graph, "丙决定@1")
    assert told() == [("丙决定", "甲条例@1", "甲条例@1")]
    put(graph, decision.facts())
    load.remove(graph, "甲条例@1")
    assert told() == [("丙决定@1", "甲条例", "丙决定@1")]
    put(graph, amended.facts())
    assert told() == both


def applying() -> Facts:
    """A text that applies, and applies by analogy, what others and it itself say."""
    draft = Draft("丁办法", id="丁办法@2021", adopted="2021-01-01")
    draft.article(
        "1", "依照《甲条例》第一条处罚。", "参照第一条和《甲条例》执行。", "见《甲条例》。"
    )
    draft.cites("1.1", "《甲条例》第一条", "甲条例", "1", applies="直接")
    draft.cites("1.2", "第一条", "self", "1", own=["1"], kind="analogy", applies="参照")
    draft.cites("1.2", "《甲条例》", "甲条例", kind="analogy", applies="参照")
    return draft.cites("1.3", "《甲条例》", "甲条例").facts()


def test_what_is_applied(graph: Store) -> None:
    def applied() -> list[tuple[str, str, str]]:
        rows = graph.read("MATCH (a)-[r:APPLIES_TO]->(b) RETURN a.id AS a, r.by AS by, b.id AS b")
        return sorted((row["a"], row["by"], row["b"]) for row in rows)

    put(graph, applying())
    own = ("丁办法@2021#1.2", "参照", "丁办法@2021#1")
    assert applied() == [
        ("丁办法@2021#1.1", "直接", "甲条例"),
        own,
        ("丁办法@2021#1.2", "参照", "甲条例"),
    ]
    put(graph, version("2019"))
    loaded = [
        ("丁办法@2021#1.1", "直接", "甲条例@2019#1"),
        own,
        ("丁办法@2021#1.2", "参照", "甲条例@2019"),
    ]
    assert applied() == loaded, "a plain mention applies nothing"
    load.remove(graph, "丁办法@2021")
    assert applied() == []
    put(graph, applying())
    assert applied() == loaded


RELATED = (
    deciding("amends", "、", "甲条例", "乙条例"),
    version("2019"),
    version("2020"),
    applying(),
)


@pytest.mark.parametrize("order", list(permutations(range(len(RELATED))))[1::5])
def test_relations_do_not_depend_on_the_order_of_loading(
    graph: Store, order: tuple[int, ...]
) -> None:
    put(graph, *(RELATED[n] for n in order))
    found = picture(graph)
    put(emptied(graph), *RELATED)
    assert found == picture(graph)


def test_a_text_named_by_number_only(graph: Store) -> None:
    citing = Draft("甲办法", id="甲办法@1").article("1", "按照甲府〔2020〕1号执行。")
    citing.cites("1.1", "甲府〔2020〕1号", "甲府〔2020〕1号", doc_number="甲府〔2020〕1号")
    put(graph, citing.facts())
    assert verdicts(graph, "甲办法@1") == [("1.1", "not_loaded", NOT_LOADED, ["甲府[2020]1号"])]
    named = Draft("关于加强考核的意见", id="意见@1", doc_number="甲府[2020]1号", region="甲市")
    put(graph, named.article("1", "一。").facts())
    assert verdicts(graph, "甲办法@1") == [("1.1", "resolved", None, ["意见@1"])]
    left = graph.read("MATCH (i:Instrument) RETURN i.id AS id ORDER BY id")
    assert left == [{"id": "关于加强考核的意见@甲市"}, {"id": "甲办法"}], "no stub is left over"


def test_what_the_words_alone_leave_open_stays_open(graph: Store) -> None:
    citing = Draft("甲办法", id="甲办法@1").article("1", "依照有关条例和第七条执行。")
    citing.cites(
        "1.1", "第七条", "self", "7", own=[], status="no_such_provision", reason="本文没有第七条"
    )
    citing.cites("1.1", "有关条例", "有关条例", status="generic", reason="未写明是哪一件")
    put(graph, citing.facts())
    assert verdicts(graph, "甲办法@1") == [
        ("1.1", "generic", "未写明是哪一件", []),
        ("1.1", "no_such_provision", "本文没有第七条", []),
    ]
