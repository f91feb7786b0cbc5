"""The report on duties and penalties: what has no consequence, no basis or no bearer, on both servers."""

from graph_model import load
from graph_model.duty_check import duty_findings, with_duties
from graph_model.health import KINDS, SUGGESTIONS, Material, examine
from graph_model.store import Store
from ingest.lexicon import default
from ingest.pipeline import parse
from ingest.source import Source

TEXT = """某市游泳场所管理条例
第一条 经营者应当取得许可。
第二条 经营者应当每日检测水质。
第三条 禁止在泳池内玩耍打闹。
第四条 市体育局应当在七日内处理游泳者的投诉。
第五条 区文旅局应当在七日内处理游泳者的投诉。
第六条 应当公示收费标准。
第七条 本条例所称泳池，包括水上乐园。
第八条 违反本条例第一条规定，未取得许可擅自经营游泳场所的，处一万元罚款。
第九条 经营者未每日检测水质的，给予警告。
第十条 违反本条例第七条规定的，给予警告。
第十一条 冒充救生员的，处五百元罚款。
"""
ELSEWHERE = """某区游泳场所管理办法
第一条 未取得许可擅自经营游泳场所的，处三万元罚款。
"""
EXPECTED = {
    ("cited_without_norm", "10.1"),  # 第七条 only defines
    ("penalty_without_norm", "11.1"),
    ("norm_without_consequence", "4.1"),
    ("norm_without_consequence", "5.1"),
    ("norm_without_consequence", "6.1"),
    ("prohibition_without_sanction", "3.1"),
    ("amounts_differ", "8.1"),
    ("bearers_overlap", "4.1"),
    ("bearer_missing", "6.1"),
}


def test_findings(store: Store) -> None:
    documents = []
    for name, words in (("条例.txt", TEXT), ("办法.txt", ELSEWHERE)):
        facts = parse(Source.of_text(words, name))
        load.load(store, facts, tokens=default().tokens)
        documents.append(facts.document.id)
    found = list(duty_findings(store, documents[0]))
    assert {(f.kind, f.at) for f in found} == EXPECTED
    assert all(f.quote and f.reason and f.suggestion for f in found)
    (differing,) = (f for f in found if f.kind == "amounts_differ")
    assert differing.reason == "此处罚款10000元，《某区游泳场所管理办法》第一条为30000元"
    report = examine(Material.of_store(store), documents[0])
    both = with_duties(report, store, documents[0])
    assert both.findings == (*report.findings, *found)


def test_every_kind_has_its_heading_and_advice() -> None:
    assert set(KINDS) == set(SUGGESTIONS)
