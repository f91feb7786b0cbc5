"""Documents of the graph tests, made up: an ordinance, a measure made under it, and namesakes."""

from typing import Any

from tests.graph.facts_builder import Draft


def tokens(text: str) -> list[str]:
    """Cut into pairs of characters: a stand-in is enough where tokens are only stored."""
    return [text[n : n + 2] for n in range(0, len(text), 2)]


def ordinance(*, duties: int = 2, **told: Any) -> Draft:
    """甲市消防条例: a chapter of duties, a violation that breaks them, and what follows."""
    items = ("组织防火检查。", "每季度至少1次开展演练。")[:duties]
    draft = (
        Draft("甲市消防条例", **{"region": "甲市", "issuers": ["甲市人民代表大会"], **told})
        .chapter("ch1", "总则")
        .article("1", "为了预防火灾，制定本条例。", "本条例所称单位，是指机关和企业。")
        .chapter("ch2", "职责")
        .article("2", "单位负责人履行下列职责：", items=items)
        .chapter("ch3", "责任")
        .article(
            "3",
            "有下列情形之一的，给予警告、降职：",
            items=("履行本条例第二章规定的职责不到位的。", "谎报火灾的。"),
        )
        .article("4", "受到降职处理的，二十四个月内不得提拔。", "主动报告的，可以从轻。")
        .fact("roles", "2.1", "单位负责人", id="r1", **_post("全面责任"))
        .fact("duties", "2.1.1", "组织防火检查。", id="d1", roles=["r1"], clauses=["组织防火检查"])
        .cites("3.1.1", "本条例第二章", "self", "ch2", own=["ch2"], form="self")
        .fact(
            "violations", "3.1.1", "履行本条例第二章规定的职责不到位的", id="v1", kind="violation"
        )
        .fact("violations", "3.1.2", "谎报火灾的", id="v2", kind="violation")
        .fact("sanctions", "3.1", "警告", applies_to=["3"], kind="accountability")
        .fact("sanctions", "3.1", "降职", applies_to=["3"], kind="accountability", by="监察机关")
        .fact(
            "consequences",
            "4.1",
            "受到降职处理的，二十四个月内不得提拔",
            sanction="降职",
            months=24,
            bars=["提拔"],
        )
        .fact("factors", "4.2", "主动报告的", kind="mitigating", effect="可以从轻")
        .fact(
            "definitions",
            "1.2",
            "本条例所称单位，是指机关和企业",
            term="单位",
            meaning="机关和企业",
        )
    )
    if duties > 1:
        frequency = {
            "text": "每季度至少1次",
            "actor": None,
            "min": 1,
            "per": "quarter",
            "act": "开展演练",
        }
        draft.fact(
            "duties",
            "2.1.2",
            "每季度至少1次开展演练。",
            id="d2",
            roles=["r1"],
            clauses=["开展演练"],
            frequency=[frequency],
        )
    return draft


def measure(**told: Any) -> Draft:
    """乙区消防办法: based on the ordinance; cites a place, an article too many and a text that is not here."""
    return (
        Draft("乙区消防办法", **told)
        .article("1", "根据《甲市消防条例》，制定本办法。")
        .article("2", "落实《甲市消防条例》第二条第一项、第九条和第三章。")
        .article("3", "违反《甲市消防条例》第二条规定的，给予警告。")
        .article("4", "依照《丙市用电办法》第三条执行。")
        .fact("violations", "3.1", "违反《甲市消防条例》第二条规定的", id="v", kind="condition")
        .fact("sanctions", "3.1", "警告", applies_to=["v"], kind="accountability")
        .cites("1.1", "《甲市消防条例》", "甲市消防条例", kind="basis")
        .cites("2.1", "《甲市消防条例》第二条第一项、第九条", "甲市消防条例", "2..1", "9")
        .cites("2.1", "第三章", "甲市消防条例", "ch3")
        .cites("3.1", "《甲市消防条例》第二条", "甲市消防条例", "2")
        .cites("4.1", "《丙市用电办法》第三条", "丙市用电办法", "3")
    )


def _post(responsibility: str | None) -> dict[str, Any]:
    return {
        "level": "all",
        "organ": None,
        "position": "负责人",
        "responsibility": responsibility,
        "applies": "直接",
    }
