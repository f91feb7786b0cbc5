"""The part of the health report on duties and penalties: what has no consequence, no basis, or no bearer.

Each kind is the answer to a prepared question. What is found follows from what was read: a duty whose penalty names no
article, and shares few words with it, is told as one without consequence; the report says so.
"""

from collections.abc import Callable, Iterator
from typing import Any

from graph_model.health import SUGGESTIONS, Finding, Report
from graph_model.querybook import Readable, ask

Row = dict[str, Any]
_UNITS = {"yuan": "元", "months": "个月", "days": "日", "times": "倍"}


def with_duties(report: Report, store: Readable, only: str | None = None) -> Report:
    """Return the report with what is found on duties and penalties of all texts, or of one."""
    found = tuple(duty_findings(store, only))
    return Report((*report.findings, *found), report.outcomes, report.documents)


def duty_findings(store: Readable, only: str | None = None) -> Iterator[Finding]:
    """Yield the findings, by kind and then by place."""
    texts = {row["doc"]: row for row in ask(store, "versions").rows}
    for kind, (question, reason) in _KINDS.items():
        for row in ask(store, question, document=only).rows:
            if told := reason(row, texts):
                yield _finding(kind, row, texts[row["doc"]], told)


def amount(minimum: float | None, maximum: float | None, unit: str | None) -> str:
    """Return bounds as people read them.

    >>> amount(10000, 30000, "yuan"), amount(None, 3, "times"), amount(500, 500, "yuan")
    ('10000元以上30000元以下', '3倍以下', '500元')
    """
    word = _UNITS.get(unit or "", "")
    if minimum is not None and minimum == maximum:
        return f"{minimum:.12g}{word}"
    low = f"{minimum:.12g}{word}以上" if minimum is not None else ""
    high = f"{maximum:.12g}{word}以下" if maximum is not None else ""
    return low + high or "没有写明数额"


def _finding(kind: str, row: Row, text: Row, reason: str) -> Finding:
    return Finding(
        kind,
        row["doc"],
        text["title"],
        text["status"],
        row["at"],
        row["canonical"],
        row["quote"],
        reason,
        SUGGESTIONS[kind],
        row["start"],
        row["end"],
    )


def _bound(row: Row) -> str:
    return f"{row['body']}的" if row["body"] else ""


def _no_bearer(row: Row, texts: dict[str, Row]) -> str | None:
    return "没有写明由谁承担" if row["modality"] in ("应当", "必须", "应", "须", "负责") else None


def _differing(row: Row, texts: dict[str, Row]) -> str:
    here = amount(row["minimum"], row["maximum"], row["unit"])
    there = amount(row["other_minimum"], row["other_maximum"], row["unit"])
    other = texts[row["other_doc"]]["title"]
    return f"此处罚款{here}，《{other}》{row['other_canonical']}为{there}"


_KINDS: dict[str, tuple[str, Callable[[Row, dict[str, Row]], str | None]]] = {
    "cited_without_norm": (
        "cited-without-norm",
        lambda row, texts: f"写明违反{row['cited']}，而那里没有义务或禁止",
    ),
    "penalty_without_norm": (
        "penalties-without-norm",
        lambda row, texts: (
            f"没有写明违反哪一条，文中也没有文字相近的义务或禁止；后果：{'、'.join(row['names'])}"
        ),
    ),
    "duty_without_consequence": (
        "duties-without-consequence",
        lambda row, texts: f"{'、'.join(row['roles'])}的这项职责没有对应的追责情形",
    ),
    "norm_without_consequence": (
        "norms-without-consequence",
        lambda row, texts: f"{_bound(row)}这项义务没有对应的罚则",
    ),
    "prohibition_without_sanction": (
        "prohibitions-without-sanction",
        lambda row, texts: f"{_bound(row)}这项禁止没有对应的罚则",
    ),
    "amounts_differ": ("amounts-that-differ", _differing),
    "bearers_overlap": (
        "overlapping-bearers",
        lambda row, texts: (
            f"此处写给{row['body']}，{row['other_canonical']}把同一件事写给{row['other_body']}"
        ),
    ),
    "bearer_missing": ("norms-without-body", _no_bearer),
}
