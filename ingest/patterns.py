"""Patterns that several extractors share: units of a text, document numbers, titles, what legal texts call themselves.

Words of a pattern are the field's own; a pattern says how legal Chinese is written, never what one text says.
"""

import re
from typing import Final

from ingest.numerals import NUMERAL

HAN: Final = "\u4e00-\u9fff"
N: Final = rf"[{NUMERAL}]+"
_BRACKETED: Final = rf"(?:[（(]\s*{N}\s*[）)]|{N}(?![{NUMERAL}]))"
"""A numeral is taken whole: else a long one that is no unit's would be cut up in all ways, which are millions."""
_JOIN: Final = r"(?:、|和|与|及|或者|或|至|到)"

LEVELS: Final = "编章节条款项目"
"""The words of the levels, from the largest container to the smallest unit."""

UNIT: Final = re.compile(
    rf"""(?P<ordinal>第\s*)?
         (?P<numbers>{_BRACKETED}(?:\s*{_JOIN}?\s*{_BRACKETED})*)\s*
         (?P<level>条(?![例约令件])|款(?!项)|项(?!目)|目(?![的录标前])|章(?!程)|分?编(?![制号码写])|节(?![约日能目假点水]))
         (?:\s*之\s*(?P<inserted>{N}))?""",
    re.VERBOSE,
)
"""One group of units of one level: 第十条, 第一、二款, 第（三）（四）项, （五）项, 第二十条之一."""

UNIT_NUMBER: Final = re.compile(rf"(?P<join>{_JOIN})?\s*[（(]?\s*(?P<number>{N})\s*[）)]?")
JOIN: Final = re.compile(
    r"\s*[、，,]?\s*(?P<word>、|以及|和|与|及|或者|或|至|到|[-—–－~～]+|，|,|)\s*"
)
"""What stands between two groups of one enumeration; ``word`` 至 or a dash makes a range."""
RANGES: Final = frozenset("至到-—–－~～")

_OPEN, _CLOSE = r"[〔\[［（(【﹝〈]", r"[〕\]］）)】﹞〉]"
YEAR_AND_NUMBER: Final = re.compile(
    rf"{_OPEN}\s*(?:19|20)\d{{2}}\s*年?\s*{_CLOSE}\s*第?\s*\d{{1,5}}\s*号"
)
DOC_NUMBER: Final = re.compile(rf"[{HAN}]{{1,14}}{YEAR_AND_NUMBER.pattern}")
"""A document number with any kind of bracket: 苏委发〔2014〕46号, 国办发[2010]23号."""
ORDER_NUMBER: Final = re.compile(
    rf"[{HAN}]{{0,20}}(?:令|公告)\s*(?:第\s*)?{N}\s*号|第\s*{N}\s*号(?:令|公告)"
)
"""The number of an order: 公安部令第102号, 第七号令."""

TITLE: Final = re.compile(r"《(?:[^《》]|《[^《》]*》)*》")
"""A title in its marks, one nested in it included: 《关于修改〈…〉的决定》."""

KIND_WORD: Final = (
    "法典|宪法|基本法|法|条例|规定|办法|细则|规则|解释|决定|决议|意见|通知|准则|规范|通则|总则|标准|"
    "章程|规程|守则|制度|批复|答复|复函|公告|公约|协定|议定书|条约|条令|方案|安排|导则|指引|指南|"
    "修正案|宣言|命令|令|函|纪要|大纲|规约|规章|通告|通报|基准|程序|技术要求"
)
"""The last word of the title of a normative document."""
SELF_KIND: Final = (
    "法典|法|条例|规定|办法|细则|规则|解释|决定|决议|意见|通知|准则|规范|通则|标准|章程|规程|守则|"
    "制度|批复|公告|公约|协定|条令|方案|安排|导则|指引|指南|纪要|大纲"
)
"""The words by which a text calls itself after 本."""

AFTER_LAW: Final = (
    r"(?!院|庭|律|人(?!民)|官|学|治|令(?!其)|规(?!定)|定(?!罪)|制(?!定)|医|宝|术|式|则)"
)
"""What must not follow 法 where it ends a title: 刑法学, 公司法人, 劳动法规."""
SELF: Final = re.compile(
    rf"""本(?<![基根日资成文版原样]本)
         (?P<prefix>实施|暂行|补充|管理|若干|试行)?
         (?P<kind>{SELF_KIND}){AFTER_LAW}""",
    re.VERBOSE,
)
"""A text's name for itself: 本实施办法, 本条例."""

SENTENCE_ENDS: Final = "。；;！？"
