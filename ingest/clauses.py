"""One obligation each: a sentence taken apart into subject, modal word, condition and predicates.

A sentence of a norm is read segment by segment (comma to comma). A segment is

- a *condition* (在…时, 对…的, 发现…情形): it belongs to the predicates after it, and may name the subject;
- an *adjunct* (按照…要求, 根据…规定): it stays with the verb that follows;
- a *predicate*, begun by a main verb, an adverb or 把/将/对/向… before it: a clause of its own;
- anything else: it goes on with the clause before it (an object enumerated over commas).

Within a segment, predicates joined by 、 or 并 are apart where each has its own object. Which words are main
verbs, organs and posts the project's dictionary says (``Token.tag``); the fallback is rjieba's part of speech.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final, NamedTuple

from ingest.facts import Modality
from ingest.frequencies import strip_leading
from ingest.lexicon import Lexicon, Token
from ingest.parties import (
    COVERBS,
    is_named_by_task,
    is_party,
    may_end_party,
    skip_adverbs,
    starts_predicate,
)
from ingest.provisions import Stretch
from ingest.sentences import cut, outside_brackets, segments

_CONNECTOR: Final = re.compile(
    r"(?:并且|而且|同时|或者|以及|此外|另外|其中|以便|并|且|或|还|也|再)+"
)
# What must not stand before a word is asked after it: so a search passes quickly over what begins none of them.
_MODAL: Final = re.compile(
    r"应当|必须|不得|可以|有权|严禁|禁止|不准"
    r"|应(?<![相对供反适响效]应)(?![急对用有变邀聘予答诉收付纳援激])|须(?<!必须)(?!知)|要(?<=^要)(?=[^求点害件素领员])"
)
_MODALITY: Final[dict[str, Modality]] = {"要": "应"}  # the facts know no 要
_AGENT: Final = re.compile(r"由(?!于|此|衷)")
_BY: Final = re.compile(r"由(?!于|此)")
_ADJUNCT: Final = re.compile(
    r"(?:按照|按|根据|依据|依照|遵照|结合|围绕|针对|本着|遵循|参照|比照|通过|以|在|对|对于|从|经|为|为了|涉及)"
)
_LOCATIVE: Final = re.compile(r"(?:中|上|下|内|时|间|方面|角度|入手|范围)$")
_ADJUNCT_END: Final = re.compile(
    r"(?:原则|要求|规定|分工|权限|程序|实际|意见|标准|方式|情况|形势|部署|办法|制度|需要|职责|范围内|等方面|基础上|方针|方法|为重点|为主|为指导)$"
)
_CONDITION_END: Final = re.compile(
    r"(?:(?<![目标])的|(?<![及同按随平临小限])时|以?后|之后|以?前|之前|期间|中|情况下|情形下|情形)$"
)
_CONDITION_CLOSES: Final = tuple("的时后前间中下形")
_CONDITION_BEGIN: Final = re.compile(
    r"(?:在|对|对于|于|经|自|发现|存在|有|出现|涉及|因|需要?|遇|凡|未|如|若|发生|情节|收到|接到|违反|拒不|造成|具有|符合|确需|认为|没有|逾期|经过|属于)"
)
_LATE_CONDITION: Final = re.compile(
    r"(?:在|对|于|经|自|因|未|不|有|存在|认为|发现|违反|拒不|具有|造成|出现|发生|接到|收到|履行|落实|需要)"
)
_LISTED: Final = re.compile(
    r"等[^，、]{0,4}(?:工作|方式|措施|手段|形式|方面|活动|制度|环节|行动|任务)"
)
_JOINS_PREDICATES: Final = frozenset(("、", "并", "并且", "同时", "或者"))
_JOIN: Final = re.compile("|".join(sorted(_JOINS_PREDICATES)))
"""A segment without any of them holds one predicate."""
_ON_WHOM: Final = re.compile(r"(?:对|对于)[^，]*的[^的，]{1,16}$")
_LIST_END: Final = re.compile(
    r"等(?:工作|方面|措施|活动|制度|环节|内容|任务|情况|行动|方式|手段)?$"
)


class Clause(NamedTuple):
    """One obligation: its words without subject and modal word, and what they are said of.

    ``whole`` reaches from the subject, modal word or condition to the end of the words; ``named`` tells
    whether the subject is named here or carried over within the sentence.
    """

    words: Stretch
    whole: Stretch
    subject: Stretch | None
    named: bool
    modality: Modality
    condition: Stretch | None
    lead: Stretch | None
    """What stands between subject and verb in a segment without a verb: 县委常委会每季度至少1次，…"""


def clauses_of(sentence: Stretch, lexicon: Lexicon) -> tuple[Clause, ...]:
    """Take a sentence apart; parts between ； are read one after another, and a subject carries over."""
    return sentence.once(_clauses, lexicon)


def _clauses(sentence: Stretch, lexicon: Lexicon) -> tuple[Clause, ...]:
    reader = _Reader(lexicon)
    for part in cut(sentence, "；;"):
        reader.begin_part()
        parts = segments(part)
        for segment, following in zip_longest(parts, parts[1:]):
            reader.read(segment, following)
        reader.end_part()
    return tuple(draft.clause() for draft in reader.drafts)


def subject_of(segment: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return the party that a segment begins with, before a modal word, an adverb or a verb."""
    reader = _Reader(lexicon)
    head = reader.head(segment)
    return head.subject


@dataclass(slots=True)
class _Head:
    subject: Stretch | None
    modality: Modality | None
    rest: Stretch


@dataclass(slots=True)
class _Draft:
    words: Stretch
    begin: int
    subject: Stretch | None
    named: bool
    modality: Modality
    condition: Stretch | None
    lead: Stretch | None

    def clause(self) -> Clause:
        whole = Stretch(self.words.provision, self.begin, self.words.end)
        return Clause(
            self.words, whole, self.subject, self.named, self.modality, self.condition, self.lead
        )


@dataclass(slots=True)
class _Reader:
    lexicon: Lexicon
    drafts: list[_Draft] = field(default_factory=list)
    subject: Stretch | None = None
    modality: Modality = "直陈"
    condition: Stretch | None = None
    pending: Stretch | None = None  # a condition or adjunct that waits for its verb
    lead: Stretch | None = None
    first: int = 0  # the number of clauses when the part began
    fresh: bool = False  # was the subject named since the last clause

    def begin_part(self) -> None:
        self.condition = self.pending = self.lead = None
        self.first = len(self.drafts)

    def end_part(self) -> None:
        """A part without any verb found is one clause, whole."""
        if self.pending is not None and len(self.drafts) == self.first:
            self._add(self.pending, self.pending.start)
        elif self.pending is not None and self.condition != self.pending:
            self._extend(self.pending)
        self.pending = None

    def read(self, segment: Stretch, following: Stretch | None) -> None:
        """Read one segment; the one after it tells whether this one is only what is spoken of."""
        begin = segment.start
        connector = _CONNECTOR.match(segment.text)
        if connector and connector.end() < len(segment.text):
            segment = segment.part(connector.end())
        if self._is_condition(segment):
            self._read_condition(segment)
            return
        head = self.head(segment)
        if head.subject is not None:
            self.subject, self.fresh, self.lead = head.subject, True, None
            alternative = bool(connector and connector.group().startswith("或"))
            if not alternative:
                self.modality = "直陈"
        if head.modality is not None:
            self.modality = head.modality
        if (head.subject or head.modality) and self.pending is not None:
            begin = min(begin, self.pending.start)
            self.pending = None  # words before a subject or modal word are not words of the clause
        rest = head.rest
        skipped = strip_leading(rest.text)
        if skipped:
            self.lead = segment if self.lead is None else self.lead
            rest = rest.part(skipped).strip(" 、")
        headed = bool(head.subject or head.modality)
        if not headed and self._is_topic(following):
            self._hold(segment)
        elif rest.text:
            self._read_rest(rest, begin, headed)

    def _is_topic(self, following: Stretch | None) -> bool:
        """考核结果，应当…: what stands before a modal word at the start of a part is its topic."""
        fresh = len(self.drafts) == self.first and self.subject is None
        return fresh and following is not None and _MODAL.match(following.text) is not None

    def _read_rest(self, rest: Stretch, begin: int, headed: bool) -> None:
        if headed and not _ADJUNCT.match(rest.text) and not _JOIN.search(rest.text):
            self._add(_bare(rest), begin)  # one predicate, whatever its words are
            return
        tokens = self.lexicon.tags(rest.text)
        if _adjunct(rest.text, tokens):
            self._hold(rest)
            return
        if headed or _predicative(tokens) or _thing_subject(tokens):
            for number, piece in enumerate(_pieces(rest, tokens)):
                self._add(piece, begin if number == 0 else piece.start)
        elif len(self.drafts) > self.first and self.pending is None:
            self._extend(rest)
        else:
            self._hold(rest)

    def _hold(self, segment: Stretch) -> None:
        start = segment.start if self.pending is None else self.pending.start
        self.pending = Stretch(segment.provision, start, segment.end)

    def _add(self, words: Stretch, begin: int) -> None:
        if self.pending is not None:
            words = Stretch(words.provision, self.pending.start, words.end)
            begin = min(begin, self.pending.start)
        self.drafts.append(
            _Draft(
                words,
                begin,
                self.subject,
                self.fresh,
                self.modality,
                self.condition,
                self.lead,
            )
        )
        self.pending, self.fresh = None, False

    def _extend(self, segment: Stretch) -> None:
        last = self.drafts[-1]
        last.words = Stretch(segment.provision, last.words.start, segment.end)

    # -- conditions ----------------------------------------------------------------------------------

    def _is_condition(self, segment: Stretch) -> bool:
        text = segment.text
        if not text.endswith(_CONDITION_CLOSES) or not _CONDITION_END.search(text):
            return False
        if _MODAL.match(text):
            return False
        if text.endswith(("的", "期间", "时")) or _CONDITION_BEGIN.match(text):
            return True
        if text.endswith("后") and any(t.tag in ("verb", "v") for t in self.lexicon.tags(text)):
            return True
        return self._subject_before(segment, _LATE_CONDITION) is not None

    def _read_condition(self, segment: Stretch) -> None:
        subject = self._subject_before(segment, _LATE_CONDITION)
        if subject is not None:
            self.subject, self.fresh = subject, True
            segment = segment.part(subject.end - segment.start)
        self.modality = "直陈"
        if self.condition is None or self.pending is None:
            self.condition = segment
        else:
            self.condition = Stretch(segment.provision, self.condition.start, segment.end)
        self._hold(segment)
        self.condition = self.pending

    def _subject_before(self, segment: Stretch, follows: re.Pattern[str]) -> Stretch | None:
        """The party that a segment begins with, where one of these words follows it."""
        if follows.search(segment.text, 1) is None:
            return None
        tokens = self.lexicon.tags(segment.text)
        for index in range(1, len(tokens)):
            end = tokens[index].start
            if follows.match(segment.text, end) and is_party(tokens[:index]):
                return segment.part(0, end)
        return None

    # -- subject and modal word ----------------------------------------------------------------------

    def head(self, segment: Stretch) -> _Head:
        """Find the subject and the modal word that a segment begins with; the rest is the predicate."""
        text = segment.text
        modal = _MODAL.search(text)
        while modal and not outside_brackets(text, modal.start()):
            modal = _MODAL.search(text, modal.end())
        if modal:
            word = modal.group()
            rest = segment.part(modal.end())
            subject = self._before_modal(segment.part(0, modal.start()))
            if agent := _BY.match(rest.text):
                subject, rest = self._agent(rest, agent.end())
            return _Head(subject, _MODALITY.get(word, word), rest)  # type: ignore[arg-type]  # _MODAL lists them
        for agent in _AGENT.finditer(text) if "由" in text else ():
            if outside_brackets(text, agent.start()) and self._adverbial(text[: agent.start()]):
                subject, rest = self._agent(segment, agent.end())
                if subject is not None:
                    return _Head(subject, None, rest)
        tokens = self.lexicon.tags(text)
        if (end := _end_of_party(tokens)) is not None:
            return _Head(segment.part(0, end), None, segment.part(end))
        return _Head(None, None, segment)

    def _before_modal(self, before: Stretch) -> Stretch | None:
        """The subject among the words before a modal word: 下级政府 in 下级政府每年报告工作时."""
        text = before.text
        if not text:
            return None
        tokens = self.lexicon.tags(text)
        if text.startswith("由"):
            return before.part(1) if is_party(tokens[1:]) else None
        if (end := _end_of_party(tokens)) is not None:
            return before.part(0, end)
        if is_party(tokens) or is_named_by_task(tokens):
            return before
        return None

    def _agent(self, segment: Stretch, begin: int) -> tuple[Stretch | None, Stretch]:
        """由A做B: A and the rest, where A is a party."""
        tokens = self.lexicon.tags(segment.text[begin:])
        for index in range(1, len(tokens)):
            named = is_party(tokens[:index]) or is_named_by_task(tokens[:index])
            if starts_predicate(tokens[index]) and named:
                at = begin + tokens[index].start
                return segment.part(begin, at), segment.part(at)
        return None, segment

    def _adverbial(self, text: str) -> bool:
        """May these words stand before 由? Nothing, an adverb, or a PP such as 严格按照程序."""
        if not text or _ADJUNCT.search(text) or _CONNECTOR.fullmatch(text):
            return True
        return all(t.tag in ("d", "ad", "a", "n", "act", "vn") for t in self.lexicon.tags(text))


def _end_of_party(tokens: Sequence[Token]) -> int | None:
    """Where the party that tokens begin with ends and its predicate begins."""
    for index in range(1, len(tokens)):
        before, token = tokens[index - 1], tokens[index]
        if (
            may_end_party(before.word, before.tag)
            and starts_predicate(token)
            and is_party(tokens[:index])
        ):
            return token.start
    return None


def _predicative(tokens: Sequence[Token]) -> bool:
    """Do these words begin with a main verb, after adverbs and 把/将/对/向… with its object?"""
    index = skip_adverbs(tokens)
    if index >= len(tokens):
        return False
    if tokens[index].tag == "p" or tokens[index].word in COVERBS:
        return any(_main_verb(tokens, i) for i in range(index + 1, len(tokens)))
    return _main_verb(tokens, index) or (index > 0 and tokens[index - 1].tag == "adverb")


def _main_verb(tokens: Sequence[Token], index: int) -> bool:
    """Is this token a verb that governs something, not a noun made of one?"""
    token = tokens[index]
    if token.tag == "v" and token.word not in (
        "有",
        "是",
        "等",
        "会",
        "能",
        "可",
        "到",
        "起来",
        "包括",
    ):
        return _governs(tokens, index)
    return token.tag == "verb" and _governs(tokens, index)


def _governs(tokens: Sequence[Token], index: int) -> bool:
    following = next(iter(tokens[index + 1 :]), None)
    return following is None or following.word not in ("的", "等")


def _thing_subject(tokens: Sequence[Token]) -> bool:
    """结果向…反馈: a thing, then a preposition or adverb, then the verb."""
    for index in range(1, len(tokens)):
        if tokens[index].tag in ("p", "d") and tokens[index].word not in (
            "与",
            "和",
            "同",
            "以",
            "从",
            "在",
        ):
            return any(_main_verb(tokens, i) for i in range(index + 1, len(tokens)))
        if tokens[index].word == "与":
            return tokens[-1].tag == "verb"
    return False


def _adjunct(text: str, tokens: Sequence[Token]) -> bool:
    """Does a segment only say by what, for what, in what field the next verb acts?"""
    if not _ADJUNCT.match(text):
        return False
    if _ON_WHOM.match(text):
        after = max(i for i, t in enumerate(tokens) if t.word.endswith("的")) + 1
        if is_party(tokens[after:]):
            return True
    if text.startswith(("在", "从", "对", "对于")):
        return bool(_LOCATIVE.search(text))
    if _ADJUNCT_END.search(text):
        return True
    return not any(t.tag in ("verb", "v") for t in tokens[1:])


def _pieces(segment: Stretch, tokens: Sequence[Token]) -> list[Stretch]:
    """Cut a segment where another predicate with its own object begins, after 、 or 并."""
    text = segment.text
    joins = [i for i, token in enumerate(tokens) if token.word in _JOINS_PREDICATES and i]
    if not joins:
        return [_bare(segment)]
    cuts = [0]
    for index in joins:
        token = tokens[index]
        if not outside_brackets(text, token.start) or index + 1 >= len(tokens):
            continue
        if token.word == "、" and _LISTED.search(text, token.end):
            continue
        after = next(
            (i for i in range(index + 1, len(tokens)) if tokens[i].word == "、"), len(tokens)
        )
        left, right = tokens[:index], tokens[index + 1 : after]
        if _has_object(left) and _begins_predicate(right, joined=token.word != "、"):
            cuts.append(token.start)
    ends = [*cuts[1:], len(text)]
    pieces = [
        segment.part(a, b).strip("、，并 ") if a else segment.part(a, b)
        for a, b in zip(cuts, ends, strict=True)
    ]
    return [_bare(p) for p in pieces if p.text]


def _bare(piece: Stretch) -> Stretch:
    connector = _CONNECTOR.match(piece.text)
    return piece.part(connector.end()) if connector and connector.end() < len(piece.text) else piece


def _has_object(tokens: Sequence[Token]) -> bool:
    """Does a predicate end in something other than its verb?"""
    last = tokens[-1]
    return last.tag not in ("verb", "v", "p", "d", "c", "x") and any(
        _main_verb(tokens, i) for i in range(len(tokens) - 1)
    )


def _begins_predicate(tokens: Sequence[Token], *, joined: bool) -> bool:
    """Does another predicate begin here? After 、 only with an object of its own, since lists use 、 too."""
    index = skip_adverbs(tokens)
    rest = tokens[index:]
    if not rest:
        return False
    words = "".join(t.word for t in rest)
    if rest[0].word in COVERBS:
        return any(t.tag == "verb" for t in rest[1:])
    if rest[0].tag not in ("verb", "v") or _LIST_END.search(words):
        return False
    if joined:
        return True
    if rest[0].tag != "verb":
        return False
    objects = next((i for i, t in enumerate(rest) if t.tag != "verb"), None)
    return (
        objects is not None and rest[objects].tag not in ("u", "uj", "c", "x") and len(words) >= 4
    )
