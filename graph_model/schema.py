"""What the graph consists of, declared once: nodes, relationships, their properties and what they mean.

Constraints, indexes, load statements and docs/schema.md (``python -m graph_model.schema``) come from here.
Every node is found by ``id`` under its first label. An *owned* node belongs to one document and goes with
it; a *shared* node is used by several and goes when nothing refers to it any more; what belongs to the
*whole* graph is computed of all that is loaded and made anew by that step alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

DOCS = Path(__file__).resolve().parent.parent / "docs" / "schema.md"

Type = Literal["text", "[text]", "int", "[int]", "float", "bool"]
Owner = Literal["document", "shared", "whole"]


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name, type and meaning; ``indexed`` where nodes are looked up by it."""

    name: str
    type: Type
    meaning: str
    indexed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of node; ``kinds`` are second labels, of which a node has exactly one."""

    name: str
    meaning: str
    key: str
    owner: Owner
    properties: tuple[Property, ...]
    kinds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Relationship:
    """One kind of relationship between the labels in ``pairs``.

    A *derived* one is made by the link step from citations, across documents; the others are loaded.
    """

    name: str
    pairs: tuple[tuple[str, str], ...]
    meaning: str
    properties: tuple[Property, ...] = ()
    derived: bool = False


_ID = Property("id", "text", "唯一标识")
_PLACE = (
    _ID,
    Property("document", "text", "所在文本（Document.id）", indexed=True),
    Property("address", "text", "所在条文的地址，如 20.1.6"),
    Property("seq", "int", "在该文本中的顺序：同类节点按此排列"),
    Property("start", "int", "原文起点（字符位置）"),
    Property("end", "int", "原文终点（字符位置，不含）"),
    Property("quote", "text", "原文"),
)
_FREQUENCY = (
    Property("frequency_text", "[text]", "频次的原文；以下各列与此逐项对应，原文未写的为空字符串"),
    Property("frequency_min", "[int]", "每一周期至少几次"),
    Property("frequency_per", "[text]", "周期：month、quarter、half-year、year、two-years 等"),
    Property("frequency_actor", "[text]", "由谁进行"),
    Property("frequency_act", "[text]", "做什么"),
    Property("frequency_when", "[text]", "周期内的时间，如第一季度"),
)
_CITED = (
    Property("kinds", "[text]", "引用的性质：basis、reference、internal、analogy、repeal 等"),
)
_FROM = (Property("address", "text", "写明此事的条文地址"),)


def _fact(
    name: str, meaning: str, *properties: Property, key: str = "条文标识/种类+该条文内序号"
) -> Label:
    return Label(name, meaning, key, "document", (*_PLACE, *properties))


LABELS: tuple[Label, ...] = (
    Label(
        "Instrument",
        "一件文件（不论版本）：不写版本的引用所指；没有载入文本的，只知道引用它的文字",
        "规范化的题目，题目不含地区时加地区或制发机关；没有题目的用文号",
        "shared",
        (
            _ID,
            Property("title", "text", "题目"),
            Property("doc_number", "text", "文号"),
            Property("region", "text", "地区"),
            Property("issuers", "[text]", "制发机关"),
            Property("loaded", "bool", "是否载入了它的某个文本"),
        ),
    ),
    Label(
        "Document",
        "一件文件的一个版本，其文本已载入",
        "文件标识@日期；没有日期的为 文件标识@文本校验值前八位",
        "document",
        (
            _ID,
            Property("title", "text", "题目"),
            Property(
                "kind", "text", "种类：法律、行政法规、地方性法规、规章、党内法规、规范性文件等"
            ),
            Property(
                "status", "text", "状态：征求意见稿、试行、有效、已修改、已废止、尚未生效、未知"
            ),
            Property("region", "text", "地区"),
            Property("issuers", "[text]", "制发机关"),
            Property("doc_number", "text", "文号"),
            Property("adopted", "text", "通过或印发日期"),
            Property("effective", "text", "施行日期"),
            Property("numbered", "text", "条号自何时起确定没有变动"),
            Property("volume", "text", "分成几个文件的法典中的哪一编"),
            Property("effective_quote", "text", "施行日期条款的原文"),
            Property("effective_address", "text", "施行日期条款的地址"),
            Property("self_names", "[text]", "自称，如本办法"),
            Property("sha256", "text", "文件校验值"),
            Property("format", "text", "文件格式"),
            Property("source", "text", "文件名"),
            Property("title_key", "text", "比对题目用的写法", indexed=True),
            Property("number_key", "text", "比对文号用的写法", indexed=True),
            Property("content", "text", "已载入内容的校验值：相同则不必重新载入"),
            Property("rules", "text", "抽取和链接所用规则的校验值：文件和规则都相同则不必重新解析"),
            Property("article_range", "text", "首条至末条"),
            Property("article_count", "int", "条数"),
            Property("provision_count", "int", "条文单元数"),
            Property("duty_count", "int", "职责数"),
            Property("norm_count", "int", "其他规范数"),
            Property("role_count", "int", "岗位数"),
            Property("violation_count", "int", "情形数"),
            Property("sanction_count", "int", "处理措施数"),
            Property("problem_count", "int", "问题数"),
            Property("citation_count", "int", "引用数"),
            Property("citation_resolved", "int", "已找到条文的引用数"),
            Property("citation_not_loaded", "int", "所引文件未载入的引用数"),
            Property("citation_open", "int", "因其他原因没有着落的引用数"),
        ),
    ),
    Label(
        "Provision",
        "条文单元：全文每个字恰好属于一个单元",
        "文本标识#地址",
        "document",
        (
            *(p for p in _PLACE if p.name != "quote"),
            Property("kind", "text", "种类，与第二标签相同而小写：part、chapter … region"),
            Property("number", "text", "原文序号，如第五条、（一）"),
            Property("title", "text", "标题，如总则"),
            Property("text", "text", "本单元自己的文字（款不含其下各项）"),
            Property("tokens", "text", "不重复的分词，以空格相隔，供全文检索"),
            Property("canonical", "text", "规范称谓：只有一款的条不写款"),
            Property("segments", "[int]", "自己的文字在原文中的各段：起点、终点、起点、终点……"),
        ),
        (
            ("Part", "编"),
            ("Chapter", "章"),
            ("Section", "节"),
            ("Article", "条"),
            ("Paragraph", "款"),
            ("Item", "项"),
            ("Subitem", "目"),
            ("Region", "条文以外的部分：标题、目录、文末等"),
        ),
    ),
    Label(
        "Citation",
        "一处引用：与引用它的文本同在，所指由链接步骤推出",
        "条文标识@起点",
        "document",
        (
            *_PLACE,
            Property("target", "text", "所引文件的题目（简称已还原），引用自身为 self"),
            Property("units", "[text]", "所引条款，照原文所写，如 7..2"),
            Property(
                "kind",
                "text",
                "性质：basis、reference、internal、analogy、repeal、amends、amended_by",
            ),
            Property("form", "text", "写法：external、self、internal"),
            Property("rule", "text", "找到它的规则"),
            Property("doc_number", "text", "引用时写明的文号"),
            Property("issuers", "[text]", "引用时写明的制发机关"),
            Property("applies", "text", "怎样适用所引的条文：直接、参照；不是适用的为空"),
            Property("title_key", "text", "比对题目用的写法（引用自身的为空）", indexed=True),
            Property("number_key", "text", "比对文号用的写法", indexed=True),
            Property("stub", "text", "所引文件未载入时所指的 Instrument.id"),
            Property("version", "text", "引用写明的版本年份，如（2015年修正）"),
            Property("own", "[text]", "引用自身时所指的地址"),
            Property("violations", "[text]", "此处引用是哪些情形（Violation.id）所违反的规定"),
            Property(
                "spared",
                "[text]",
                "引导语引几条而某一项只违反其中一条的：哪一情形没有违反哪一条文（两个标识，空格隔开）",
            ),
            Property(
                "status", "text", "resolved、not_loaded、no_such_provision、ambiguous、generic"
            ),
            Property("reason", "text", "没有着落的原因"),
            Property("note", "text", "有多个或未定版本时，怎样选定了版本"),
        ),
    ),
    Label(
        "Role",
        "岗位或一类岗位",
        "规范化的名称|层级|机关|岗位",
        "shared",
        (
            _ID,
            Property("name", "text", "名称"),
            Property("level", "text", "层级：all、county_and_above、township 等"),
            Property("organ", "text", "机关"),
            Property("position", "text", "岗位"),
        ),
    ),
    Label(
        "Body",
        "机关或其他主体",
        "登记的名称（见 data/lexicon/register.txt）",
        "shared",
        (
            _ID,
            Property("name", "text", "名称"),
            Property("level", "text", "层级：all、county_and_above、township 等"),
            Property(
                "kind",
                "text",
                "种类：政府、党委、人大、司法机关、部门、企业事业单位、社会组织、岗位、个人、其他",
            ),
            Property("open", "bool", "只写“有关部门”等，没有写明是哪一个"),
        ),
    ),
    Label(
        "Term", "定义了的用语", "规范化的用语", "shared", (_ID, Property("name", "text", "用语"))
    ),
    Label(
        "SanctionKind",
        "一种处理措施，如诫勉",
        "规范化的名称",
        "shared",
        (_ID, Property("name", "text", "名称")),
    ),
    _fact("Duty", "岗位的一项职责", Property("clauses", "[text]", "其中各项义务"), *_FREQUENCY),
    _fact(
        "Norm",
        "对机关或其他主体的规范：义务、禁止或授权",
        Property("body", "text", "主体，照原文；原文未写的为空"),
        Property("reason", "text", "为什么没有主体，或主体不确定"),
        Property("modality", "text", "应当、不得、可以、有权、直陈等"),
        Property("force", "text", "must 义务、must_not 禁止、may 授权；直陈的按义务"),
        Property("action", "text", "做什么"),
        Property("conditions", "[text]", "条件"),
        Property("exceptions", "[text]", "例外"),
        Property("recipient", "text", "对象：向谁报告、报谁批准等"),
        Property("assisting", "[text]", "会同、配合的主体"),
        Property("deadlines", "[text]", "期限的原文"),
        Property("lists", "bool", "下列各项也是它的内容"),
        Property("matter", "text", "做什么，去掉标点以供比对；太短的为空", indexed=True),
        *_FREQUENCY,
    ),
    _fact(
        "Delegation",
        "交由他人制定规则：由谁另行规定、制定",
        Property("body", "text", "由谁制定，照原文所写；原文未写的为空"),
        Property("about", "text", "就什么事项"),
        Property("form", "text", "制定什么，如办法、实施细则；原文未写的为空"),
        Property("approval", "text", "须经谁批准"),
    ),
    _fact(
        "Deadline",
        "期限",
        Property("days", "int", "日数"),
        Property("months", "int", "月数"),
        Property("working", "bool", "是否工作日"),
    ),
    _fact(
        "Violation",
        "引起责任追究的情形",
        Property(
            "kind",
            "text",
            "violation 列举的情形；condition 列举之外的行为或结果；conduct 法律责任条款所罚的行为",
        ),
        Property(
            "matter", "text", "行为，去掉所违反的条文和标点以供比对；太短的为空", indexed=True
        ),
    ),
    _fact(
        "Sanction",
        "对情形规定的处理措施",
        Property("name", "text", "措施"),
        Property(
            "kind", "text", "accountability、lighter_measure、referral、consequence；penalty 处罚"
        ),
        Property("by", "text", "由谁作出"),
        Property("condition", "text", "程度或条件，如情节严重的"),
        Property("minimum", "float", "下限：元、月、日或倍数"),
        Property("maximum", "float", "上限"),
        Property("unit", "text", "yuan 元、months 月、days 日、times 倍"),
        Property("recipient", "text", "罚谁，照原文；原文未写的为空"),
        Property("applies_to", "[text]", "适用的条文地址或情形，照抽取结果"),
    ),
    _fact(
        "Consequence",
        "受到处理以后的影响",
        Property("sanction", "text", "所受处理"),
        Property("months", "int", "影响期（月）；没有期限的为空"),
        Property("bars", "[text]", "受限制的事项，如提拔"),
        Property("condition", "text", "条件"),
    ),
    _fact(
        "Factor",
        "影响追究轻重的情节",
        Property("kind", "text", "aggravating 从重、mitigating 从轻减轻、exempting 免责"),
        Property("effect", "text", "后果的原文"),
    ),
    _fact(
        "Reward",
        "奖励",
        Property("name", "text", "奖励"),
        Property("reason", "text", "因何"),
        Property("by", "text", "由谁给予"),
        Property("recipient", "text", "给谁"),
    ),
    _fact(
        "Procedure",
        "追究程序的步骤或救济",
        Property("name", "text", "步骤"),
        Property("actor", "text", "由谁进行"),
    ),
    _fact(
        "Definition",
        "定义",
        Property("term", "text", "用语"),
        Property("meaning", "text", "含义"),
    ),
    _fact(
        "Problem",
        "读者须知的问题：编号缺漏、自称笔误、不能确定的指代等",
        Property("code", "text", "种类"),
        Property("message", "text", "说明"),
        key="文本标识#地址/problem+该处序号",
    ),
    Label(
        "Ranking",
        "被引用最多的条文（provisions）或文件（documents），以及何时、就哪些文本算出",
        "provisions 或 documents",
        "whole",
        (
            _ID,
            Property("computed", "text", "计算时间"),
            Property("documents", "int", "计算时已载入的文本数"),
            Property("state", "text", "计算时全部文本的校验值：不同则此后有变动"),
        ),
    ),
    Label(
        "Ranked",
        "排名中的一位",
        "排名/名次",
        "whole",
        (
            _ID,
            Property("list", "text", "哪一排名（Ranking.id）", indexed=True),
            Property("subject", "text", "条文（Provision.id，以条计）或文件（Instrument.id）"),
            Property("place", "int", "按 PageRank 的名次"),
            Property("times", "int", "被引次数（不计引用自身）"),
            Property("citing", "int", "引用它的文本数"),
            Property("score", "text", "PageRank，写到小数点后九位"),
        ),
    ),
)

FACTS = (
    "Duty",
    "Norm",
    "Delegation",
    "Deadline",
    "Violation",
    "Sanction",
    "Consequence",
    "Factor",
    "Reward",
    "Procedure",
    "Definition",
    "Problem",
)
"""The labels of what was extracted from a provision."""

_BEARING = (
    Property("rank", "text", "在机关中的位置：main 主要负责人、deputy 分管负责人、other 其他成员"),
    Property("responsibility", "text", "负何种责任，如全面领导责任"),
    Property("address", "text", "写明此岗位的条文地址"),
    Property("quote", "text", "岗位的原文"),
    Property("start", "int", "原文起点"),
    Property("end", "int", "原文终点"),
)

RELATIONSHIPS: tuple[Relationship, ...] = (
    Relationship("VERSION_OF", (("Document", "Instrument"),), "是该文件的一个版本"),
    Relationship("CONTAINS", (("Document", "Provision"), ("Provision", "Provision")), "直接包含"),
    Relationship("NEXT", (("Provision", "Provision"),), "下一条；条以外为同一上级下的下一个"),
    Relationship("MAKES", (("Provision", "Citation"),), "条文作出引用"),
    Relationship(
        "RESOLVES_TO",
        (("Citation", "Provision"), ("Citation", "Document"), ("Citation", "Instrument")),
        "引用所指：条文；只指整个文本的为文本；没有着落的为文件",
        derived=True,
    ),
    Relationship(
        "CITES",
        (("Provision", "Provision"), ("Provision", "Instrument")),
        "条文引用条文，或引用整件文件",
        _CITED,
        derived=True,
    ),
    Relationship(
        "BASED_ON",
        (("Document", "Document"), ("Document", "Instrument")),
        "根据……制定：所据文本，未载入的为文件",
        _FROM,
        derived=True,
    ),
    Relationship(
        "AMENDS",
        (("Document", "Document"), ("Document", "Instrument"), ("Instrument", "Document")),
        "修改了该文件：由修改决定的正文或被修改的文本的题注写明；文本已知时连到文本",
        (
            *_FROM,
            Property("document", "text", "写明此事的文本：修改它的决定，或被修改的文本"),
            Property("note", "text", "有多个或未定版本时，怎样选定了版本"),
        ),
        derived=True,
    ),
    Relationship(
        "REPEALS",
        (("Document", "Document"), ("Document", "Instrument")),
        "整件废止了该文件（只废止其中规定的不在此列）",
        _FROM,
        derived=True,
    ),
    Relationship(
        "APPLIES_TO",
        (
            ("Document", "Role"),
            ("Provision", "Provision"),
            ("Provision", "Document"),
            ("Provision", "Instrument"),
        ),
        "适用于岗位；条文适用或参照适用所引的条文或文件（此种由链接步骤推出，只有 by 和 quote）",
        (Property("by", "text", "直接 或 参照"), *_BEARING),
    ),
    Relationship("BEARS", (("Role", "Duty"),), "岗位负有职责"),
    Relationship(
        "STATED_IN",
        (
            *((name, "Provision") for name in FACTS),
            ("Role", "Provision"),
        ),
        "写在该条文中",
    ),
    Relationship(
        "BREACHES",
        (("Violation", "Provision"), ("Violation", "Duty"), ("Violation", "Norm")),
        "情形违反该条文，以及写在该条文之内的职责和规范；没有写明条文的，按文字相近推断到规范",
        (
            Property(
                "by", "text", "citation 由引用写明（由链接步骤推出）；likeness 由文字相近推断"
            ),
            Property("score", "float", "相近程度，0 至 1"),
        ),
    ),
    Relationship("PUNISHED_BY", (("Violation", "Sanction"),), "情形受到该处理"),
    Relationship(
        "NAMES",
        (("Provision", "SanctionKind"),),
        "条文提到该措施或奖励（不一定规定适用）",
        (
            Property("kind", "text", "accountability、lighter_measure 或 reward"),
            Property("quote", "text", "原文"),
            Property("start", "int", "原文起点"),
            Property("end", "int", "原文终点"),
        ),
    ),
    Relationship("OF_KIND", (("Sanction", "SanctionKind"),), "属于该种措施"),
    Relationship(
        "ENTAILS",
        (("SanctionKind", "Consequence"), ("Sanction", "Consequence")),
        "受此处理的影响；Sanction 只连到同一文本中的影响",
    ),
    Relationship(
        "ADJUSTS",
        (("Factor", "Sanction"),),
        "情节影响该处理：写明了条文的只及于该条文的情形，否则及于同一文本的全部问责措施",
    ),
    Relationship(
        "REWARDED_BY", (("Role", "Reward"),), "岗位受到该奖励（奖励对象与岗位名称相同的）"
    ),
    Relationship(
        "DELEGATES_TO",
        (("Delegation", "Body"),),
        "交由该主体制定",
        (Property("part", "text", "lead 由其制定；with 会同其制定"),),
    ),
    Relationship("BINDS", (("Norm", "Body"),), "规范约束该主体"),
    Relationship(
        "DONE_BY",
        (("Sanction", "Body"), ("Reward", "Body"), ("Procedure", "Body")),
        "由该主体作出",
    ),
    Relationship("DEFINES", (("Definition", "Term"),), "定义该用语"),
    Relationship("USES", (("Provision", "Term"),), "条文使用同一文本所定义的用语"),
    Relationship("INTERPRETED_BY", (("Document", "Body"),), "由该主体解释", _FROM),
    Relationship("LISTS", (("Ranking", "Ranked"),), "排名列有"),
)

_OWNERS = {"document": "归文本所有", "shared": "共用", "whole": "由全库算出"}
_LABEL = {label.name: label for label in LABELS}
_RELATIONSHIP = {one.name: one for one in RELATIONSHIPS}
OWNED = tuple(label.name for label in LABELS if label.owner == "document")
SHARED = tuple(label.name for label in LABELS if label.owner == "shared")


def label(name: str) -> Label:
    """Return the declaration of a label."""
    return _LABEL[name]


def relationship(name: str) -> Relationship:
    """Return the declaration of a relationship type."""
    return _RELATIONSHIP[name]


def constraints() -> list[str]:
    """Return the statements that make ``id`` unique under each label."""
    return [
        f"CREATE CONSTRAINT {one.name.lower()}_id IF NOT EXISTS"
        f" FOR (n:{one.name}) REQUIRE n.id IS UNIQUE"
        for one in LABELS
    ]


def indexes() -> list[str]:
    """Return the statements for the other properties that nodes are looked up by."""
    return [
        f"CREATE INDEX {one.name.lower()}_{p.name} IF NOT EXISTS FOR (n:{one.name}) ON (n.{p.name})"
        for one in LABELS
        for p in one.properties
        if p.indexed
    ]


_ELEMENTS = " RETURN collect(n.id) AS ids, collect(elementId(n)) AS elements"

FULLTEXT = (("Provision", "tokens"),)
"""The properties with a full-text index."""


def create_nodes(name: str, kind: str | None = None) -> str:
    """Return the statement that creates owned nodes from ``$rows``; ``kind`` is the second label.

    CREATE, not MERGE: on the embedded server MERGE under two labels scans. Returns what
    ``create_relationships`` needs.
    """
    labels = name if kind is None else f"{name}:{kind}"
    return f"UNWIND $rows AS row CREATE (n:{labels} {_map(_LABEL[name].properties)}){_ELEMENTS}"


def merge_nodes(name: str) -> str:
    """Return the statement that makes sure that shared nodes exist, from ``$rows``."""
    rest = ", ".join(
        f"n.{p.name} = row.{p.name}" for p in _LABEL[name].properties if p.name != "id"
    )
    return f"UNWIND $rows AS row MERGE (n:{name} {{id: row.id}}) ON CREATE SET {rest}{_ELEMENTS}"


def find_nodes(name: str) -> str:
    """Return the statement that finds the nodes whose ids are ``$rows``."""
    return f"UNWIND $rows AS row MATCH (n:{name} {{id: row}}){_ELEMENTS}"


def create_relationships(name: str, source: str, target: str) -> str:
    """Return the statement that creates relationships from ``$rows``.

    ``source`` and ``target`` of a row are the elements of the nodes, which the statements above return:
    found by their ids, they would take the embedded server twice the time, and more as its indexes grow.
    Both ends stand in one MATCH: with two it needs twice the time.
    """
    declared = _RELATIONSHIP[name]
    properties = f" {_map(declared.properties)}" if declared.properties else ""
    return (
        f"UNWIND $rows AS row MATCH (a:{source}), (b:{target})"
        " WHERE elementId(a) = row.source AND elementId(b) = row.target"
        f" CREATE (a)-[:{name}{properties}]->(b)"
    )


def markdown() -> str:
    """Return docs/schema.md."""
    return "\n".join([*_head(), *_nodes(), *_relationships()]) + "\n"


def _map(properties: tuple[Property, ...]) -> str:
    return "{" + ", ".join(f"{p.name}: row.{p.name}" for p in properties) + "}"


def _head() -> Iterator[str]:
    yield "# 图谱结构"
    yield ""
    yield "本文件由 `python -m graph_model.schema` 从 `graph_model/schema.py` 生成，请勿手改。"
    yield ""
    yield (
        "每个节点以 `id` 唯一标识。**归文本所有**的节点随其文本载入、替换和移除；**共用**的节点由多个文本使用，"
        "不再有文本提到时清除。**由全库算出**的节点只由该步骤重写。另有 `FatuMeta`（标明数据库由法图建立及其图谱版本）和 `FatuLock`（写入者的锁）"
        "两个内部节点。"
    )
    yield ""


def _nodes() -> Iterator[str]:
    yield "## 节点"
    for one in LABELS:
        yield ""
        yield f"### {one.name}"
        yield ""
        owner = _OWNERS[one.owner]
        yield f"{one.meaning}。{owner}。`id`：{one.key}。"
        if one.kinds:
            kinds = "、".join(f"`{name}`（{meaning}）" for name, meaning in one.kinds)
            yield ""
            yield f"第二标签（恰好一个）：{kinds}。"
        yield ""
        yield from _table(one.properties)
    yield ""


def _relationships() -> Iterator[str]:
    yield "## 关系"
    for one in RELATIONSHIPS:
        yield ""
        yield f"### {one.name}"
        yield ""
        derived = "由链接步骤推出。" if one.derived else ""
        yield f"{one.meaning}。{derived}"
        yield ""
        yield from (f"- `({a})-[:{one.name}]->({b})`" for a, b in one.pairs)
        if one.properties:
            yield ""
            yield from _table(one.properties)


def _table(properties: tuple[Property, ...]) -> Iterator[str]:
    yield "| 属性 | 类型 | 含义 |"
    yield "|---|---|---|"
    yield from (f"| `{p.name}` | {p.type} | {p.meaning} |" for p in properties)


if __name__ == "__main__":
    DOCS.write_text(markdown(), encoding="utf-8")
