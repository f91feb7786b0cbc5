"""Whether a Cypher statement only reads, by its words alone.

The embedded server does not enforce read access, so we do. The check is stricter than the language:
a write word is refused wherever it stands outside strings, comments and back-quoted names, even
where it would be a harmless name (back-quote such a name).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from graph_model.errors import WriteRefused

WRITE_WORDS = frozenset(
    [
        "CREATE",
        "MERGE",
        "INSERT",
        "SET",
        "DELETE",
        "DETACH",
        "NODETACH",
        "REMOVE",
        "DROP",
        "ALTER",
        "RENAME",
        "FOREACH",
        "LOAD",
        "GRANT",
        "DENY",
        "REVOKE",
        "TERMINATE",
        "USE",
        "TRANSACTIONS",
    ]
)
# A statement that begins with another word is administration (START DATABASE), or tells the
# server how to run what follows (EXPLAIN, CYPHER), which the embedded one takes as a write.
OPENING_WORDS = frozenset(["MATCH", "OPTIONAL", "RETURN", "WITH", "UNWIND", "CALL"])
PROCEDURES = frozenset(
    (
        "db.index.fulltext.queryNodes",
        "db.labels",
        "db.relationshipTypes",
        "db.propertyKeys",
    )
)

TOKEN = re.compile(
    r"""(?P<skip>   \s+ | //[^\r\n]* | /\*.*?\*/ )      # blanks and comments
      | (?P<text>   '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
      | (?P<name>   `(?:[^`]|``)*` )
      | (?P<word>   \w+ )
      | (?P<open>   /\* | ['"`] )                       # of one of the above, never closed
      | (?P<sign>   . )
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of a statement that is not a blank or a comment."""

    kind: str
    text: str


def check(statement: str) -> None:
    """Return if the statement only reads; otherwise raise WriteRefused saying what stopped it."""
    if "\\u" in statement.lower():
        # Neo4j decodes these before it reads the statement: \u0053ET is SET, \u0027 ends a string.
        raise WriteRefused("只读查询中不能有 \\u 转义，请直接写出该字符或用参数传入。")
    tokens = list(_tokens(statement))
    if not tokens:
        raise WriteRefused("查询是空的。")
    if _keyword(tokens[0]) not in OPENING_WORDS:
        raise WriteRefused(f"只读查询不能以 {tokens[0].text} 开头。")
    for at, token in enumerate(tokens):
        _check_token(token, tokens[at + 1 :])


def _tokens(statement: str) -> Iterator[Token]:
    for match in TOKEN.finditer(statement):
        kind = str(match.lastgroup)
        if kind == "open":
            raise WriteRefused(f"查询里的 {match.group()} 没有结束，无法确认它只读。")
        if kind != "skip":
            yield Token(kind, match.group())


def _keyword(token: Token) -> str:
    """The word as a server might read it, full-width and other variants of letters included."""
    return normalize("NFKC", token.text).casefold().upper() if token.kind == "word" else ""


def _check_token(token: Token, rest: list[Token]) -> None:
    word = _keyword(token)
    if word in WRITE_WORDS:
        raise WriteRefused(f"只读查询中不能使用 {word}（写入或管理语句）。")
    if word == "CALL":
        _check_call(rest)
    if token.text == ";" and rest:
        raise WriteRefused("一次只能执行一条查询，分号后不能再有内容。")


def _check_call(rest: list[Token]) -> None:
    """A subquery is read like the rest; a procedure must be one that we know only reads."""
    if rest and rest[0].text in ("{", "("):
        return
    name = ""
    for token, following in pairwise([*rest, Token("sign", "")]):
        if token.kind != "word" and token.text != ".":
            break
        name += token.text
        if token.kind == "word" and following.text != ".":
            break
    if name not in PROCEDURES:
        raise WriteRefused(f"只读查询不能调用过程 {name or '（无名）'}。")
