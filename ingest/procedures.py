"""The steps of holding somebody to account and the remedies: start, inquiry, transfer, decision, service, appeal.

They are among the norms on organs and parties; this part names each step.
"""

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import Final

from ingest.facts import ObligationFacts, ProcedureFacts, SanctionFacts
from ingest.provisions import Structure

_STEPS: Final = (
    ("不停止执行", re.compile(r"不停止[^，。；]*执行")),
    ("申诉处理", re.compile(r"申诉处理|复[核查]决定|答复")),
    ("申诉", re.compile(r"申诉")),
    ("复核", re.compile(r"复核|复查|复议")),
    ("听取陈述申辩", re.compile(r"陈述|申辩")),
    ("启动", re.compile(r"启动|立案|提请[^，。；]*程序")),
    ("移送", re.compile(r"移送|移交|转送")),
    ("责任界定", re.compile(r"责任[^，。；]{0,4}(?:界定|认定)|(?:界定|认定)[^，。；]{0,6}责任")),
    ("处理建议", re.compile(r"提出[^，。；]*建议|建议")),
    ("调查", re.compile(r"调查|核查|核实")),
    ("约谈", re.compile(r"约谈")),
    ("报批", re.compile(r"报[^，。；]*(?:批准|审批|审定|备案)|批准|备案")),
    ("送达", re.compile(r"送达|宣布|告知|书面通知|抄送|抄报")),
    ("公布", re.compile(r"公布|公开|通报|曝光")),
    ("决定", re.compile(r"决定")),
    ("回避", re.compile(r"回避")),
    ("执行", re.compile(r"执行|落实|办理[^，。；]*手续")),
    ("归档", re.compile(r"归档|归入|存入|档案")),
    ("组织问责", re.compile(r"组织[^，。；]*问责|实施问责|问责")),
    ("分工负责", re.compile(r"按照[^，。；]*(?:权限|职责)[^，。；]*负责")),
    ("整改", re.compile(r"整改|回访")),
)
_CONTEXT: Final = re.compile(
    r"问责|追究|追责|责任认定|申诉|申请复[核查]|约谈|处分|处理决定|纪检监察|涉嫌|处理建议|违纪|违法线索"
)
_CHAPTER: Final = re.compile(r"追究|问责|追责|处理|程序|约谈|救济|申诉|奖惩")
_DUTIES: Final = re.compile(r"职责|体系|分工|考核|保障|总则|附则")


def find_procedures(
    structure: Structure,
    obligations: Sequence[ObligationFacts],
    sanctions: Sequence[SanctionFacts],
) -> list[ProcedureFacts]:
    """Return the steps in reading order, named by what is done; a norm that imposes a measure is none."""
    found = []
    in_context = cache(partial(_in_context, structure))
    for row in obligations:
        place = structure.by_address[row.at].address.article or row.at
        if not in_context(place) or any(row.start <= s.start < row.end for s in sanctions):
            continue
        name = next((name for name, pattern in _STEPS if pattern.search(row.text)), None)
        if name is not None:
            found.append(
                ProcedureFacts(
                    name=name,
                    actor=row.body,
                    text=row.text,
                    at=row.at,
                    start=row.start,
                    end=row.end,
                )
            )
    return found


def _in_context(structure: Structure, place: str) -> bool:
    """Does a text speak of holding to account in this article, or around this provision outside articles?"""
    provision = structure.by_address[place]
    above = [c.title or "" for c in structure.containers(provision.address)]
    titles = [provision.title or "", *above] if provision.kind == "article" else above
    if any(_DUTIES.search(t) and not _CHAPTER.search(t) for t in titles):
        return False
    words = "".join(
        p.text for p in structure.descendants(provision.address) if p.kind == "paragraph"
    )
    return bool(_CONTEXT.search(words))
