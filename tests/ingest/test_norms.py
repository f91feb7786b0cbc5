"""Norms and penalties by the guide NORMS.md, in sentences written for these tests."""

import pytest

from ingest.norms import gold_record

NORMS = {
    "the party before the word": (
        "食品经营者应当建立进货台账。",
        [("应当", 1, "must", "食品经营者")],
    ),
    "an adverb and a phrase stand between": (
        "县级以上人民政府在汛期应当每日公布水情。",
        [("应当", 1, "must", "县级以上人民政府")],
    ),
    "a condition before the party": (
        "发生泄漏后，仓储单位必须立即报告。",
        [("必须", 1, "must", "仓储单位")],
    ),
    "the party of a condition is the bearer": (
        "运输企业发现车辆故障的，应当停运。",
        [("应当", 1, "must", "运输企业")],
    ),
    "由 names the party": (
        "检查记录可以由安全员保存。",
        [("可以", 1, "may", "安全员")],
    ),
    "a thing has no party": ("申请书应当载明住址。", [("应当", 1, "must", None)]),
    "the party carries over a semicolon": (
        "托运人应当如实申报；不得夹带禁运物品。",
        [("应当", 1, "must", "托运人"), ("不得", 1, "must_not", "托运人")],
    ),
    "and into items": (
        "巡查员应当做好下列工作：\n（一）每周巡查，并应当记录；\n（二）发现险情的，可以先行处置。",
        [
            ("应当", 1, "must", "巡查员"),
            ("应当", 2, "must", "巡查员"),
            ("可以", 1, "may", "巡查员"),
        ],
    ),
    "whom a ban names": (
        "禁止任何单位和个人填埋水塘。",
        [("禁止", 1, "must_not", "任何单位和个人")],
    ),
    "不应 forbids": ("值班人员不应擅自离岗。", [("应", 1, "must_not", "值班人员")]),
    "应 inside other words is counted and is none": (
        "收到相应通知后，供应单位应保证质量。",
        [("应", 3, "must", "供应单位")],
    ),
    "a breach described is none": ("应当安装而未安装报警器的，责令改正。", []),
    "a modifier is none": ("受理机关将材料移送有权处理的机关。", []),
    "a title is none": ("依照《经营者应当标明价格的规定》执行。", []),
    "所有权 is no power": ("房屋所有权以登记为准。", []),
    "许可以及 is no 可以": ("办理许可以及备案的程序另行公布。", []),
    "负责人 is no task": ("单位负责人到场。", []),
    "a task is one": ("镇水利站负责渠道养护。", [("负责", 1, "must", "镇水利站")]),
    "to answer for something is none": (
        "编制单位应当对数据的真实性负责。",
        [("应当", 1, "must", "编制单位")],
    ),
}


@pytest.mark.parametrize("case", NORMS.values(), ids=NORMS)
def test_norms(case: tuple[str, list[tuple[str, int, str, str | None]]]) -> None:
    text, expected = case
    found = gold_record({"id": "x", "article": "第九条", "text": f"第九条 {text}"})["norms"]
    assert [(n["word"], n["n"], n["modality"], n["bearer"]) for n in found] == expected


PENALTIES = {
    "a fine with both bounds, on the party of the condition": (
        "养殖户未备案的，由农业农村主管部门处五百元以上二千元以下罚款。",
        [("fine", "处五百元以上二千元以下罚款", 500, 2000, None, "养殖户")],
    ),
    "tiers in order": (
        "违反本办法规定的，责令限期改正；逾期不改正的，处3万元以下的罚款；情节严重的，吊销经营许可证。",
        [
            ("correction", "责令限期改正", None, None, None, None),
            ("fine", "处3万元以下的罚款", None, 30000, None, None),
            ("revocation", "吊销经营许可证", None, None, None, None),
        ],
    ),
    "a multiple of a base": (
        "销售者拒绝退货的，处货值金额一倍以上三倍以下罚款。",
        [("fine", "处货值金额一倍以上三倍以下罚款", None, None, (1, 3), "销售者")],
    ),
    "a percentage": (
        "采购人拆分项目的，处合同金额百分之五以上百分之十以下的罚款。",
        [("fine", "处合同金额百分之五以上百分之十以下的罚款", None, None, (0.05, 0.1), "采购人")],
    ),
    "two parties of one sentence": (
        "船舶公司瞒报的，对单位处一万元罚款，对主要负责人处二千元罚款。",
        [
            ("fine", "处一万元罚款", 10000, 10000, None, "单位"),
            ("fine", "处二千元罚款", 2000, 2000, None, "主要负责人"),
        ],
    ),
    "a ban for years, in months": (
        "评审专家泄露标底的，三年内不得参加评审。",
        [("bar", "三年内不得参加评审", 36, 36, None, "评审专家")],
    ),
    "days of detention": (
        "有前款行为的，处五日以上十日以下拘留。",
        [("detention", "处五日以上十日以下拘留", "5d", "10d", None, None)],
    ),
    "discipline and crime": (
        "监管人员玩忽职守的，依法给予处分；构成犯罪的，依法追究刑事责任。",
        [
            ("discipline", "依法给予处分", None, None, None, "监管人员"),
            ("criminal", "追究刑事责任", None, None, None, "监管人员"),
        ],
    ),
    "an order to stop is a suspension": (
        "工地未封闭的，责令停止施工。",
        [("suspension", "责令停止施工", None, None, None, None)],
    ),
    "a sanction inside a condition is none": ("受到罚款处罚后再次违反的，从重处理。", []),
    "no punishment is none": ("主动报告的，不予处罚。", []),
    "a warning sign is none": ("水库管理单位应当设置警告标志。", []),
}


@pytest.mark.parametrize("case", PENALTIES.values(), ids=PENALTIES)
def test_penalties(case: tuple[str, list[tuple[object, ...]]]) -> None:
    text, expected = case
    found = gold_record({"id": "x", "article": "第九条", "text": f"第九条 {text}"})["penalties"]
    keys = ("kind", "quote", "min", "max", "times", "on")
    assert [tuple(p[k] for k in keys) for p in found] == expected
