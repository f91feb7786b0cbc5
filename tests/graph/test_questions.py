"""The prepared questions, each on a fixture on which it must return given rows, on both servers."""

from collections.abc import Sequence
from typing import Any

import pytest

from graph_model import load, querybook, ranking
from graph_model.querybook import QuestionError
from graph_model.store import Store
from ingest import lexicon, pipeline
from ingest.source import Source
from tests.ingest.invented import TEXT

UPSTREAM = """某市河湖管护条例
（2020年3月1日某市人民代表大会通过）
第一条 各级人民政府应当保护河湖。
第二条 违反前条规定的，予以通报批评。
第三条 名录的具体办法由县人民政府会同县水利局另行制定。
"""
PENAL = """某市河湖采砂管理条例
第一条 河湖采砂应当取得采砂许可证。
第二条 采砂单位应当建立采砂作业台账，每月向市水利局报告一次。
第三条 禁止在夜间采砂，但抢险采砂的除外。
第四条 市水利局会同市公安局应当在十日内处理采砂举报。
第五条 违反本条例第一条规定，未取得采砂许可证擅自采砂的，由市水利局没收违法所得，并处一万元以上三万元以下的罚款；情节严重的，吊销许可证。
第六条 采砂单位未建立采砂作业台账的，由市水利局责令改正。
第七条 违反本条例第八条规定的，给予警告。
第八条 本条例所称河湖，包括水库。
第九条 冒用他人许可证的，处五千元罚款。
第十条 乡镇人民政府应当在十日内处理采砂举报。
"""
PENAL_ELSEWHERE = """某县河湖采砂管理办法
第一条 未取得采砂许可证擅自采砂的，处五万元罚款。
"""
LOWER = """某县河湖管护办法
第一条 根据《某市河湖管护条例》第三条制定本办法。
第二条 依照《某市河湖管护条例》第一条、第九条和本办法第一条执行。
第四条 依照《某省水条例》第三条办理；依照本办法第八条办理。
第五条 本办法自2021年1月1日起施行。《某县河湖名录规定》同时废止。
"""
REPEALED = """某县河湖名录规定
（2010年1月1日某县人民政府发布）
第一条 河湖列入名录。
"""
AMENDING = """某市人大常委会关于修改《某市河湖管护条例》的决定
（2022年3月1日通过）
一、将《某市河湖管护条例》第二条修改为：“违反前条规定的，依照本条例处理。”
"""
DOC = "某市河湖管护责任制实施细则(试行)"


@pytest.fixture(scope="module")
def loaded(server: Store) -> Store:
    """The invented regulation, and a pair of texts of which one is based on the other."""
    server.write(
        lambda tx: tx.run("MATCH (n) WHERE NOT n:FatuMeta AND NOT n:FatuLock DETACH DELETE n")
    )
    texts = {
        "细则": TEXT,
        "办法": LOWER,
        "条例": UPSTREAM,
        "规定": REPEALED,
        "决定": AMENDING,
        "采砂条例": PENAL,
        "采砂办法": PENAL_ELSEWHERE,
    }
    for name, text in texts.items():
        facts = pipeline.parse(Source.of_text(text, f"{name}.txt"))
        load.load(server, facts, tokens=lexicon.default().tokens)
    ranking.rank(server)
    return server


@pytest.fixture(scope="module")
def ids(loaded: Store) -> dict[str, str]:
    """Ids of documents by their file, and of one role, duty and violation."""
    rows = querybook.ask(loaded, "documents").rows
    known = {row["source"].removesuffix(".txt"): row["doc"] for row in rows}
    roles = {r["role"]: r["id"] for r in querybook.ask(loaded, "roles").rows}
    known["乡镇长"] = roles["乡镇长"]
    known["情形"] = f"{known['细则']}#8.1.1/violation1"
    known["职责"] = f"{known['细则']}#4.1.1/duty1"
    known["无证采砂"] = f"{known['采砂条例']}#5.1/violation1"
    known["起点"] = f"{known['细则']}#8.1.1"
    instruments = querybook.ask(loaded, "instruments").rows
    known["条例文件"] = next(i["instrument"] for i in instruments if i["doc"] == known["条例"])
    return known


def pick(rows: Sequence[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[c] for c in columns) for row in rows]


Case = tuple[str, dict[str, Any], tuple[str, ...], list[tuple[Any, ...]]]
CASES: list[Case] = [
    ("documents", {}, ("title", "status", "articles"), [
        ("某县河湖名录规定", "未知", 1),
        ("某县河湖管护办法", "未知", 4),
        ("某县河湖采砂管理办法", "未知", 1),
        ("某市人大常委会关于修改《某市河湖管护条例》的决定", "未知", 0),
        ("某市河湖管护条例", "未知", 3),
        ("某市河湖管护责任制实施细则（试行）", "试行", 14),
        ("某市河湖采砂管理条例", "未知", 10),
    ]),
    ("roles", {"document": "$细则"}, ("role", "level", "responsibility", "applies", "duties"), [
        ("各级总河长", "all", "总责", "直接", 0),
        ("分管负责人", "all", "重要领导责任", "直接", 0),
        ("市直单位负责人", "city", None, "参照", 0),
        ("县级总河长", "county", "总责", "直接", 2),
        ("乡镇长", "township", None, "直接", 1),
    ]),
    ("duties-of-roles", {"roles": ["$乡镇长"]}, ("role", "at", "clauses"), [
        ("乡镇长", "5.1", ["巡查不少于二次", "建立问题台账", "及时销号"]),
    ]),
    ("frequent-duties-of-roles", {"roles": ["$乡镇长"]}, ("at", "frequency_min", "frequency_per"), [
        ("5.1", [2], ["month"]),
    ]),
    ("responsibilities", {}, ("responsibility", "role"), [
        ("总责", "各级总河长"), ("重要领导责任", "分管负责人"), ("总责", "县级总河长"),
    ]),
    ("roles-by-analogy", {}, ("role", "at"), [("市直单位负责人", "3.2")]),
    ("norms-of-body", {"body": "水利局"}, ("body", "modality", "at"), [
        ("市水利局", "应当", "6.1"), ("市水利局", "应当", "12.1"), ("市水利局", "应当", "4.1"),
    ]),
    ("norms-without-body", {"document": "$细则"}, ("modality", "at"), [("可以", "12.1")]),
    ("prohibitions", {"document": "$采砂条例"}, ("modality", "at"), [("禁止", "3.1")]),
    ("reports", {"document": "$细则"}, ("recipient", "at"), [("市水利局", "12.1")]),
    ("schedule", {"document": "$细则"}, ("kind", "who", "frequency_per", "at"), [
        ("职责", "县级总河长", ["half-year"], "4.1.1"),
        ("职责", "乡镇长", ["month"], "5.1"),
        ("规范", "市水利局", ["year"], "6.1"),
    ]),
    ("deadlines", {}, ("quote", "days", "working", "at"), [
        ("10个工作日内", 10, True, "6.1"), ("三十日内", 30, False, "12.1"),
        ("十日内", 10, False, "4.1"), ("十日内", 10, False, "10.1"),
    ]),
    ("violations", {"document": "$细则"}, ("at", "kind", "sanctions"), [
        ("8.1.1", "violation", ["约谈", "诫勉"]),
        ("8.1.2", "violation", ["约谈", "诫勉"]),
        ("9.1", "condition", ["责令作出书面检查", "取消当年评优资格"]),
        ("10.1", "condition", []),
    ]),
    ("what-follows-violation", {"violation": "$情形"}, ("sanction", "by", "condition", "months"), [
        ("约谈", "市总河长", None, None), ("诫勉", None, "情节严重的", 6),
    ]),
    ("what-leads-to-sanction", {"sanction": "诫勉"}, ("violation", "at"), [
        ("未按照本细则第四条履行职责的", "8.1.1"), ("瞒报污染事件的", "8.1.2"),
    ]),
    ("consequences", {}, ("sanction", "months", "bars"), [
        ("诫勉", 6, ["提拔"]), ("撤职", 24, ["担任领导职务"]),
    ]),
    ("factors", {}, ("kind", "quote"), [("mitigating", "主动整改的"), ("aggravating", "阻碍调查的")]),
    ("procedures", {}, ("name", "actor", "at"), [
        ("复核", None, "12.1"), ("申诉处理", "市水利局", "12.1"),
    ]),
    ("rewards", {}, ("name", "by"), [("通报表扬", "市人民政府"), ("嘉奖", "市人民政府")]),
    ("breached-by", {"duty": "$职责"}, ("violation", "at"), [
        ("未按照本细则第四条履行职责的", "8.1.1"),
    ]),
    ("breached-duties", {"violation": "$情形"}, ("at", "roles"), [
        ("4.1.1", ["县级总河长"]), ("4.1.2", ["县级总河长"]),
    ]),
    ("duties-without-consequence", {}, ("at", "roles"), [("5.1", ["乡镇长"])]),
    ("sanctions-without-violation", {"document": "$细则"}, ("name",), []),
    ("measures-not-imposed", {"document": "$细则"}, ("name", "at"), [("撤职", "11.1")]),
    ("terms", {}, ("term", "used_in"), [
        ("河湖管护", ["标题部分", "第一条", "第二条", "第三条第一款"]),
        ("河湖", ["标题部分", "第一条", "第八条"]),
    ]),
    ("problems", {}, ("code", "at"), [("gap", "4"), ("unresolved", "4.1")]),
    ("references-from", {"document": "$办法", "address": "2"}, ("target", "status", "to_at"), [
        ("某市河湖管护条例", "no_such_provision", "1"), ("self", "resolved", "1"),
    ]),
    ("references-to", {"document": "$细则", "address": "4"}, ("at", "to_at"), [("8.1.1", "4")]),
    ("references-to-document", {"instrument": "$条例文件"}, ("at", "kind"), [
        ("1.1", "basis"), ("2.1", "reference"), ("h1.p1", "amends"),
    ]),
    ("chain-of-bases", {"document": "$办法"}, ("steps", "basis", "loaded"), [
        (1, "某市河湖管护条例", True),
    ]),
    ("references-of-places", {"places": ["$办法", "$起点"], "each": 2}, ("at", "total", "to_at"), [
        ("1.1", 6, "3"), ("2.1", 6, "1"), ("8.1.1", 1, "4"),
    ]),
    ("references-of-places", {"places": ["$办法"], "kinds": ["basis"]}, ("at", "total"), [("1.1", 1)]),
    ("references-to-places", {"places": ["$条例", "$条例#1", "$条例文件"]}, ("at", "total", "to_at"), [
        ("1.1", 3, "3"), ("2.1", 3, "1"), ("h1.p1", 3, "2"), ("2.1", 2, "1"), ("2.1", 2, "1"),
    ]),
    ("citing-documents", {"document": "$条例", "address": "1"}, ("title", "times"), [
        ("某县河湖管护办法", 1), ("某市河湖管护条例", 1),
    ]),
    ("documents-citing-document", {"instrument": "$条例文件"}, ("title", "times"), [
        ("某县河湖管护办法", 2), ("某市人大常委会关于修改《某市河湖管护条例》的决定", 1),
    ]),
    ("unresolved-citations", {"document": "$办法"}, ("at", "status"), [
        ("2.1", "no_such_provision"), ("4.1", "no_such_provision"),
    ]),
    ("cited-not-loaded", {}, ("title", "times"), [("某省水条例", 1)]),
    ("instruments", {}, ("title", "loaded"), [
        ("某县河湖名录规定", True), ("某县河湖管护办法", True), ("某县河湖采砂管理办法", True),
        ("某市人大常委会关于修改《某市河湖管护条例》的决定", True), ("某市河湖管护条例", True),
        ("某市河湖管护责任制实施细则（试行）", True), ("某市河湖采砂管理条例", True),
        ("某省水条例", False),
    ]),
    ("text", {"document": "$条例"}, ("at", "kind"), [
        ("header", "region"), ("1", "article"), ("1.1", "paragraph"), ("2", "article"),
        ("2.1", "paragraph"), ("3", "article"), ("3.1", "paragraph"),
    ]),
    ("citations-of-document", {"document": "$条例"}, ("at", "quote", "to_at"), [("2.1", "前条", "1")]),
    ("provision", {"document": "$条例", "address": "1.1"}, ("kind", "text"), [
        ("paragraph", "各级人民政府应当保护河湖。"),
    ]),
    ("verdicts-of-places", {"places": ["$条例#2", "$起点"]}, ("at", "quote", "status", "to_at"), [
        ("2.1", "前条", "resolved", ["1"]), ("8.1.1", "本细则第四条", "resolved", ["4"]),
    ]),
    ("facts-at", {"document": "$细则", "address": "4.1.2"}, ("kind", "quote"), [
        ("duty1", "督促有关部门查处违法行为。"),
    ]),
    ("provisions-containing", {"text": "河湖管护负总责"}, ("at", "kind"), [("3.1", "paragraph")]),
    ("versions", {}, ("title", "status", "adopted"), [
        ("某县河湖名录规定", "未知", "2010-01-01"), ("某县河湖管护办法", "未知", None),
        ("某县河湖采砂管理办法", "未知", None),
        ("某市人大常委会关于修改《某市河湖管护条例》的决定", "未知", "2022-03-01"),
        ("某市河湖管护条例", "未知", "2020-03-01"),
        ("某市河湖管护责任制实施细则（试行）", "试行", None),
        ("某市河湖采砂管理条例", "未知", None),
    ]),
    ("citation-verdicts", {}, ("at", "quote", "status", "to_at"), [
        ("1.1", "《某市河湖管护条例》第三条", "resolved", ["3"]),
        ("2.1", "《某市河湖管护条例》第一条、第九条", "no_such_provision", ["1"]),
        ("2.1", "本办法第一条", "resolved", ["1"]),
        ("4.1", "《某省水条例》第三条", "not_loaded", []),
        ("4.1", "本办法第八条", "no_such_provision", []),
        ("5.1", "《某县河湖名录规定》", "resolved", []),
        ("h1.p1", "《某市河湖管护条例》第二条", "resolved", ["2"]),
        ("2.1", "前条", "resolved", ["1"]),
        ("8.1.1", "本细则第四条", "resolved", ["4"]),
        ("5.1", "本条例第一条", "resolved", ["1"]),
        ("7.1", "本条例第八条", "resolved", ["8"]),
    ]),
    ("delegations", {"document": "$条例"}, ("body", "form", "about", "at", "implemented"), [
        ("县人民政府会同县水利局", "办法", "名录", "3.1", ["某县河湖管护办法"]),
    ]),
    ("delegations-to-body", {"body": "水利局"}, ("body", "part", "at", "implemented_by"), [
        ("县水利局", "会同制定", "3.1", ["$办法"]),
    ]),
    ("repealed-by", {}, ("repealed", "title", "effective", "at"), [
        ("$规定", "某县河湖管护办法", "2021-01-01", "5.1"),
    ]),
    ("amendments", {"document": "$条例"}, ("title", "date", "amended", "note", "at"), [
        ("某市人大常委会关于修改《某市河湖管护条例》的决定", "2022-03-01", "$条例", None, "h1.p1"),
    ]),
    ("citation-verdicts", {"document": "$办法", "kind": "basis"}, ("at",), [("1.1",)]),
    ("most-cited", {}, ("title", "at", "times", "citing", "text"), [
        ("某市河湖管护条例", "1", 2, 2, "各级人民政府应当保护河湖。"),
        ("某市河湖管护条例", "3", 1, 1, "名录的具体办法由县人民政府会同县水利局另行制定。"),
        ("某市河湖管护条例", "2", 1, 1, "违反前条规定的，予以通报批评。"),
        ("某市河湖管护责任制实施细则（试行）", "4", 1, 1, "县级总河长履行下列职责："),
        ("某市河湖采砂管理条例", "1", 1, 1, "河湖采砂应当取得采砂许可证。"),
        ("某市河湖采砂管理条例", "8", 1, 1, "本条例所称河湖，包括水库。"),
        ("某县河湖管护办法", "1", 1, 1, "根据《某市河湖管护条例》第三条制定本办法。"),
    ]),
    ("most-cited", {"by": "rank", "skip": 1, "most": 1}, ("at", "place"), [("3", 2)]),
    ("most-cited-documents", {}, ("title", "times", "citing", "loaded"), [
        ("某市河湖管护条例", 3, 2, True), ("某县河湖名录规定", 1, 1, True),
        ("某省水条例", 1, 1, False),
    ]),
    ("documents", {"title": "河湖管护", "status": "试行"}, ("title",), [
        ("某市河湖管护责任制实施细则（试行）",),
    ]),
    ("documents", {"skip": 1, "most": 1}, ("title",), [("某县河湖管护办法",)]),
    ("deadlines", {"skip": 1, "most": 2}, ("quote",), [("三十日内",), ("十日内",)]),
    ("references-to", {"document": "$条例", "address": "1", "skip": 1, "most": 1}, ("at",), [("2.1",)]),
    ("penalties", {"document": "$采砂条例"}, ("at", "name", "minimum", "maximum", "condition", "recipient", "by"), [
        ("5.1", "没收", None, None, None, None, "市水利局"),
        ("5.1", "罚款", 10000.0, 30000.0, None, None, "市水利局"),
        ("5.1", "吊销、撤销或者取消", None, None, "情节严重的", None, "市水利局"),
        ("6.1", "责令改正", None, None, None, "采砂单位", "市水利局"),
        ("7.1", "警告", None, None, None, None, None),
        ("9.1", "罚款", 5000.0, 5000.0, None, None, None),
    ]),
    ("breached-norms", {"violation": "$无证采砂"}, ("at", "by"), [("1.1", "citation")]),
    ("norms-without-consequence", {"document": "$采砂条例"}, ("at", "body"), [
        ("4.1", "市水利局"), ("10.1", "乡镇人民政府"),
    ]),
    ("prohibitions-without-sanction", {"document": "$采砂条例"}, ("at",), [("3.1",)]),
    ("penalties-without-norm", {}, ("at", "names"), [("1.1", ["罚款"]), ("9.1", ["罚款"])]),
    ("cited-without-norm", {}, ("at", "cited_at"), [("7.1", "8")]),
    ("amounts-that-differ", {}, ("at", "maximum", "other_at", "other_maximum"), [
        ("1.1", 50000.0, "5.1", 30000.0),
    ]),
    ("overlapping-bearers", {}, ("body", "other_body", "at", "other_at"), [
        ("市水利局", "乡镇人民政府", "4.1", "10.1"),
    ]),
    ("bodies", {"text": "水利局"}, ("body", "kind", "level", "norms", "documents"), [
        ("市水利局", "部门", "city", 3, 2),
    ]),
    ("norms-of-bodies", {"bodies": ["采砂单位"]}, ("at", "force", "frequency_text", "breached"), [
        ("2.1", "must", ["每月向市水利局报告一次"], 1),
    ]),
]  # fmt: skip


def test_there_is_a_case_for_every_question() -> None:
    assert {name for name, *_ in CASES} == set(querybook.questions())
    assert len(CASES) >= 25


@pytest.mark.parametrize("case", CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)])
def test_rows(loaded: Store, ids: dict[str, str], case: Case) -> None:
    name, params, columns, rows = case
    given = {k: _known(v, ids) for k, v in params.items()}
    answer = querybook.ask(loaded, name, **given)
    assert pick(answer.rows, *columns) == [tuple(_known(v, ids) for v in row) for row in rows]
    assert set(answer.question.columns) == set(answer.rows[0]) if answer.rows else True


def _known(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_known(v, ids) for v in value]
    if isinstance(value, str) and value.startswith("$"):
        name, mark, address = value[1:].partition("#")
        return ids[name] + mark + address
    return value


def test_every_row_says_where_it_stands(loaded: Store, ids: dict[str, str]) -> None:
    for name, params, _, _ in CASES:
        given = {k: _known(v, ids) for k, v in params.items()}
        for row in querybook.ask(loaded, name, **given).to_plain()["rows"]:
            assert {"doc", "at"} <= set(row["provenance"]), name


@pytest.mark.parametrize(
    ("name", "params", "message"),
    [
        ("没有", {}, "没有名为“没有”的问题"),
        ("duties-of-roles", {}, "还需要参数"),
        ("roles", {"色": 1}, "没有参数 色"),
    ],
)
def test_questions_asked_wrongly(
    loaded: Store, name: str, params: dict[str, Any], message: str
) -> None:
    with pytest.raises(QuestionError, match=message):
        querybook.ask(loaded, name, **params)
