"""Which references inside a violation's words name the rule that it breaks.

违反本办法第八条的, 未按照第十条报告的, 履行第二章所规定职责不到位的, 有第九条禁止行为的: the rule is broken. 按照《…》应当问责的,
属于第五条情形的: it is not.
"""

import re
from collections.abc import Sequence

from ingest.facts import CitationFacts, ConductFacts, LeadIn, ViolationFacts

_BROKEN_BEFORE = re.compile(
    r"(?:违反|违背|不(?:履行|执行|遵守|落实|服从)|(?:未|没有)(?:能)?(?:\w{0,4})(?:履行|执行|遵守|落实|按|依|根据)|"
    r"不(?:按|依)|拒不|拒绝|逃避|规避)[^，。；]*$"
)
_ACTED_BEFORE = re.compile(r"(?:履行|执行|遵守|落实)[^，。；]*$")
_BADLY_AFTER = re.compile(
    r"^[^，。；]*(?:不到位|不力|不当|不够|不严|不全|不实|不认真|不及时|不符合|缺位|失职|流于形式)"
)
_BANNED_AFTER = re.compile(r"^(?:规定)?的?禁止的?(?:行为|情形)(?:之一)?(?:的?$|[，；])")


def pair(violation: str, provision: str) -> str:
    """Return how a citation keeps that a violation does not break a provision which it names, by their ids."""
    return f"{violation} {provision}"


def breached(
    violation: ViolationFacts | ConductFacts | LeadIn, citations: Sequence[CitationFacts]
) -> list[CitationFacts]:
    """Return the citations inside the violation's words that name what it breaches."""
    inside = [
        c
        for c in citations
        if c.at == violation.at and violation.start <= c.start and c.end <= violation.end
    ]
    return [c for c in inside if c.kind != "analogy" and _is_breach(violation.text, c)]


def _is_breach(text: str, citation: CitationFacts) -> bool:
    at = text.find(citation.quote)
    if at < 0:
        return False
    before, after = text[:at], text[at + len(citation.quote) :]
    if _BROKEN_BEFORE.search(before) or _BANNED_AFTER.search(after):
        return True
    return bool(_ACTED_BEFORE.search(before) and _BADLY_AFTER.search(after))
