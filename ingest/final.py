"""The last clauses of a text: since when it has effect, and who interprets it."""

import re
from typing import Final

from ingest.facts import Effective, Interpreter
from ingest.numerals import parse_number
from ingest.provisions import Stretch, Structure
from ingest.sentences import sentences

_EFFECTIVE: Final = re.compile(
    r"本[^，。；]{1,10}?自(?P<from>[^，。；]+?)起?(?:正式)?(?:施行|实施|执行|生效|试行)"
)
_DATE: Final = re.compile(
    r"(?P<year>[\d〇○零一二三四五六七八九]{4})年(?P<month>[\d一二三四五六七八九十]{1,2})月(?P<day>[\d一二三四五六七八九十]{1,3})日"
)
_INTERPRETER: Final = re.compile(r"由(?P<body>[^，。；]+?)(?:共同)?(?:负责)?(?:具体)?(?:负责)?解释")


def find_effective(structure: Structure) -> Effective | None:
    """Return the clause on entry into force; ``date`` is ISO, None for 自印发之日起."""
    found = _last(structure, _EFFECTIVE)
    if found is None:
        return None
    sentence, match = found
    return Effective(
        text=structure.source.quote(*sentence.span), date=iso_date(match["from"]), **sentence.place
    )


def find_interpreter(structure: Structure) -> Interpreter | None:
    """Return the clause on interpretation and the body that it names."""
    found = _last(structure, _INTERPRETER)
    if found is None:
        return None
    sentence, match = found
    return Interpreter(
        text=structure.source.quote(*sentence.span), body=match["body"], **sentence.place
    )


def iso_date(text: str) -> str | None:
    """Return the first date that a text names.

    >>> iso_date("自2020年3月1日"), iso_date("二〇二〇年三月一日"), iso_date("自印发之日")
    ('2020-03-01', '2020-03-01', None)
    """
    match = _DATE.search(text)
    if match is None:
        return None
    year, month, day = (parse_number(match[k]) for k in ("year", "month", "day"))
    return f"{year:04d}-{month:02d}-{day:02d}"


def _last(structure: Structure, clause: re.Pattern[str]) -> tuple[Stretch, re.Match[str]] | None:
    """The last sentence of a paragraph that holds such a clause: they stand at the end."""
    for paragraph in reversed(structure.paragraphs):
        if clause.search(paragraph.text):  # else none of its sentences holds one
            for sentence in reversed(sentences(paragraph)):
                if match := clause.search(sentence.text):
                    return sentence, match
    return None
