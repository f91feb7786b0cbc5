"""Terms that a text defines: 本办法所称…是指…, 以下统称…, 以下简称… for persons and things.

Abbreviated titles of instruments are no definitions here: they belong to citations.
"""

import re
from collections.abc import Iterator
from typing import Final

from ingest.facts import DefinitionFacts
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut

_MEANS: Final = re.compile(
    r"本[^，。；]{1,8}?(?:所称|中所称|所指|所说|中)的?[“\"]?(?P<term>[^，。；：“”\"]{2,30}?)[”\"]?[，,]?(?:系指|是指|指的是|指|包括)(?P<meaning>.+)$"
)
_ITEM_MEANS: Final = re.compile(
    r"^[“\"]?(?P<term>[^，。；：“”\"]{2,24}?)[”\"]?[，,：:]?(?:系指|是指|指的是|指)(?P<meaning>.+)$"
)
_TERMS_LIST: Final = re.compile(r"(?:用语|术语|名词)[^。]{0,10}(?:含义|定义|解释)|下列用语")
_SHORT: Final = re.compile(
    r"[（(]以下(?:统称|合称|并称|简称|称)(?:为)?[“\"]?(?P<term>[^”\"）)《》]{2,30})[”\"]?[）)]"
)
_HINT: Final = re.compile(r"指|包括|（以下|\(以下")
"""What every form above holds: a provision without it defines nothing."""
_BEFORE: Final = re.compile(
    r"(?:适用于|所称|是指|包括|由|对|向|和|设立|成立|实行|建立|开展|[，,。；：、])(?=[^，,。；：]*$)"
)


def find_definitions(structure: Structure) -> list[DefinitionFacts]:
    """Return the definitions in reading order."""
    found: list[DefinitionFacts] = []
    for provision in structure.provisions:
        if provision.kind not in ("paragraph", "item") or not _HINT.search(provision.text):
            continue
        listed = provision.kind == "item" and _in_list_of_terms(structure, provision)
        for sentence in cut(provision, "。；"):
            found += _sentence(structure, sentence, listed=listed)
    return found


def _in_list_of_terms(structure: Structure, item: Provision) -> bool:
    parent = structure.by_address[str(item.parent)] if item.parent else None
    return bool(parent and _TERMS_LIST.search(parent.text))


def _sentence(
    structure: Structure, sentence: Stretch, *, listed: bool
) -> Iterator[DefinitionFacts]:
    match = _MEANS.search(sentence.text) or (_ITEM_MEANS.match(sentence.text) if listed else None)
    if match:
        whole = sentence.group(match)
        yield _row(
            structure, sentence.group(match, "term"), sentence.group(match, "meaning"), whole
        )
    for short in _SHORT.finditer(sentence.text):
        meaning = _meaning_before(sentence.part(0, short.start()))
        if meaning.text and not meaning.text.endswith(("》", "〉")):
            whole = Stretch(sentence.provision, meaning.start, sentence.start + short.end())
            yield _row(structure, sentence.group(short, "term"), meaning, whole)


def _meaning_before(before: Stretch) -> Stretch:
    """The noun phrase that ends where the bracket begins; for persons in a scope, all of the scope."""
    text = before.text
    if scope := re.search(r"适用于", text):
        return before.part(scope.end())
    cuts = [m.end() for m in _BEFORE.finditer(text)]
    return before.part(cuts[-1] if cuts else 0)


def _row(structure: Structure, term: Stretch, meaning: Stretch, whole: Stretch) -> DefinitionFacts:
    source = structure.source
    return DefinitionFacts(
        term=term.text,
        meaning=source.quote(*meaning.strip("：:，, ").span),
        text=source.quote(*whole.span),
        **whole.place,
    )
