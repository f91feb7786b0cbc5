"""The prepared questions: one .cypher file each in queries/, asked by name and answered with provenance.

A file begins with its header; the rest is one read-only statement::

    // 某些岗位的全部职责，按条文顺序
    // :user 干部
    // :param roles [text]  岗位（Role.id），可多个
    // :param depth int = 3  最多几步
    // :returns role 岗位 | text 职责 | doc | at | quote
    MATCH …

``:user`` names who it is for (法规人员, 干部, 培训者), a parameter without ``=`` is required, ``:returns`` lists the
columns with the heading that people read. The columns ``doc`` (Document.id), ``at`` (address), ``quote``,
``start`` and ``end`` are a row's provenance; every question returns at least ``doc`` and ``at``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from graph_model.errors import GraphError

FOLDER = Path(__file__).resolve().parent.parent / "queries"
USERS = ("法规人员", "干部", "培训者")
PROVENANCE = ("doc", "at", "quote", "start", "end")
_PARAM = re.compile(
    r"^(?P<name>\w+) (?P<type>\[text\]|text|int|bool)(?: = (?P<default>\S+))?  (?P<meaning>.+)$"
)


class Readable(Protocol):
    """What a question is put to: the store."""

    def read(self, statement: str, /, **params: Any) -> list[dict[str, Any]]:
        """Run a read-only statement and return its rows."""


class QuestionError(GraphError, ValueError):
    """A question is not known, or is asked with wrong parameters; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: its type (text, [text], int, bool), its meaning, and the default of an optional one."""

    name: str
    type: str
    meaning: str
    default: Any
    required: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared question: ``columns`` maps each returned column to the heading that people read."""

    name: str
    purpose: str
    users: tuple[str, ...]
    params: tuple[Param, ...]
    columns: Mapping[str, str]
    statement: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of one question, plain values in the order of ``question.columns``."""

    question: Question
    params: Mapping[str, Any]
    rows: list[dict[str, Any]]

    def to_plain(self) -> dict[str, Any]:
        """Return the answer as JSON values: columns, and rows with their provenance apart."""
        shown = [c for c in self.question.columns if c not in PROVENANCE]
        return {
            "question": self.question.name,
            "purpose": self.question.purpose,
            "params": dict(self.params),
            "columns": {c: self.question.columns[c] for c in shown},
            "rows": [
                {c: row[c] for c in shown}
                | {"provenance": {c: row[c] for c in PROVENANCE if c in self.question.columns}}
                for row in self.rows
            ],
        }


@cache
def questions() -> dict[str, Question]:
    """Return all prepared questions by name, in the order of their names."""
    return {p.stem: read_question(p) for p in sorted(FOLDER.glob("*.cypher"))}


def ask(store: Readable, name: str, **params: Any) -> Answer:
    """Put a prepared question to the store; parameters left out take their defaults."""
    question = questions().get(name)
    if question is None:
        raise QuestionError(f"没有名为“{name}”的问题。用 fatu ask 查看全部问题。")
    values = _values(question, params)
    return Answer(question, values, store.read(question.statement, **values))


def read_question(path: Path) -> Question:
    """Read one file of queries/; a header that is not as this module says is an error of the project."""
    header, statement = _split(path.read_text(encoding="utf-8"))
    tags = [line.removeprefix(":").split(" ", 1) for line in header[1:] if line.startswith(":")]
    rest = {tag: value.strip() for tag, value in tags if tag != "param"}
    columns = dict(_column(c.strip()) for c in rest["returns"].split("|"))
    users = tuple(u.strip() for u in rest["user"].split("、"))
    params = tuple(_param(value, path) for tag, value in tags if tag == "param")
    return Question(path.stem, header[0], users, params, columns, statement)


def parse_value(param: Param, text: str) -> Any:
    """Return the value of a parameter typed as text; lists are separated by ``,`` or ``，``."""
    try:
        if param.type == "[text]":
            return [part.strip() for part in re.split("[,，]", text) if part.strip()]
        if param.type == "bool":
            return {"true": True, "false": False, "是": True, "否": False}[text.lower()]
        return int(text) if param.type == "int" else text
    except (ValueError, KeyError) as error:
        raise QuestionError(f"参数 {param.name}（{param.meaning}）不能是“{text}”。") from error


def _split(text: str) -> tuple[list[str], str]:
    lines = text.splitlines()
    end = next(n for n, line in enumerate(lines) if not line.startswith("//"))
    return [line[2:].strip() for line in lines[:end]], "\n".join(lines[end:]).strip()


def _column(text: str) -> tuple[str, str]:
    name, _, heading = text.partition(" ")
    return name, heading or name


def _param(text: str, path: Path) -> Param:
    found = _PARAM.match(text)
    if found is None:
        raise ValueError(f"{path.name}: not a parameter: {text!r}")
    default = found["default"]
    param = Param(found["name"], found["type"], found["meaning"], None, default is None)
    if default is None:
        return param
    value = None if default == "null" else parse_value(param, default)
    return Param(param.name, param.type, param.meaning, value, required=False)


def _values(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    known = {p.name for p in question.params}
    if extra := given.keys() - known:
        raise QuestionError(f"问题“{question.name}”没有参数 {'、'.join(sorted(extra))}。")
    missing = [p for p in question.params if p.required and p.name not in given]
    if missing:
        wanted = "；".join(f"{p.name}（{p.meaning}）" for p in missing)
        raise QuestionError(f"问题“{question.name}”还需要参数：{wanted}。")
    return {p.name: given.get(p.name, p.default) for p in question.params}
