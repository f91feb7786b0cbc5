"""The matters that law regulates again and again, whatever its subject: 经费, 考核, 预案, 举报.

Two clauses that share one are often each other's counterpart though their words differ (投诉 and 检举, 专项资金 and 财政预算).
``data/lexicon/matters.txt`` has the words of each.
"""

import re
from functools import cache

from ingest.lexicon import read_words


def matters_in(text: str) -> set[str]:
    """Return the names of the matters that a clause speaks of.

    >>> matters_in("对检举违法用水的，从专项资金中给予奖励") == {"举报", "水资源", "经费", "表彰"}
    True
    """
    return {name for name, words in _words().items() if words.search(text)}


@cache
def _words() -> dict[str, re.Pattern[str]]:
    rows = (line.split() for line in read_words("matters"))
    return {name: re.compile("|".join(map(re.escape, words))) for name, *words in rows}
