"""Violations, and the measures that a text lays on them: accountability, lighter measures, referral, disadvantages.

A measure counts where the text imposes it (给予, 采取, 责令, 取消, 由…约谈); where it is only named (启动约谈程序,
受到诫勉处理的) it imposes nothing. What it is laid on is the list that it stands under or refers to, or the
conduct named in its own sentence, which then is a ``condition``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from ingest.clauses import clauses_of
from ingest.facts import CitationFacts, SanctionFacts, ViolationFacts
from ingest.lexicon import Lexicon
from ingest.measures import find_measures, names_measure
from ingest.numerals import NUMERAL
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import segments
from ingest.situations import (
    FACTOR_WORDS,
    Situation,
    after_situations,
    is_factor_list,
    is_violation_list,
    parts_of,
    situations_of,
)

SanctionKind = Literal["accountability", "lighter_measure", "referral", "consequence"]
_IMPOSES: Final = re.compile(
    r"给予|予以|采取|责令|作出|作|进行|处以|实行|处|(?:方式|形式|措施|种类)(?:主要)?(?:包括|为|有|是|分为)?|"
    r"由[^，。；]{2,30}?(?=约谈|诫勉|通报|批评|函询|提醒|督办|责令)|依法依规|应当|可以|直接|并|按照[^，；。]*?规定"
)
_ONLY_NAMED: Final = re.compile(
    r"程序|建议|决定|事项|材料|意见|情况(?!说明)|结果|制度|影响期|申请|记录|对象"
)
_MEANS: Final = re.compile(
    r"(?:问责|追责|追究|处理|惩戒|责任追究)[^，。；：]{0,8}(?:方式|形式|措施|种类)(?:主要)?(?:包括|有|为|是|分为|如下)"
    r"|(?:采取|给予|予以)(?:以下|下列)[^，。；：]{0,8}(?:方式|形式|措施|处理|问责)[:：]?$"
)
_DISQUALIFIED: Final = re.compile(r"取消[^，。；]{2,40}?资格")
_BARRED: Final = re.compile(
    r"不得[^，。；]*?(?:晋升|晋级|提拔|重用|评优|评先|评选|评为|参评|参加|推荐|确定为|享受|担任|任职|授予)[^，。；]*"
)
_REDUCED: Final = re.compile(
    r"(?:暂停|停止)(?:受理|审批|办理|安排|拨付)[^，。；]{2,30}|(?:扣减|扣发|核减|停发|取消|扣除)[^，。；]{0,20}?(?:绩效|奖金|奖励|工资|补贴|评优|评先|分值|得分)"
    r"|(?:实行|给予)[“\"]?一票否决[”\"]?|(?:年度)?考核(?:等次)?(?:直接)?(?:确定|评定|定)为[^，。；]{2,8}(?:等次)?"
)
_REFERRED: Final = re.compile(
    r"(?:移送|移交)[^，。；]{2,30}?(?:机关|部门|组织|机构|委员会|纪委监委|法院)(?:依法)?(?:依规)?(?:依纪)?(?:调查)?(?:处理|处置|查处|追究[^，。；]{0,6}责任)?"
    r"|(?:依法)?追究(?:其)?(?:刑事|法律|民事)责任"
    r"|(?<=由)(?:监察|纪检监察|司法|公安|检察|有关)机关(?:依法)?(?:依规)?(?P<what>(?:立案)?(?:调查|审查|处理|查处)(?:处置|处理)?)"
)
_UNNAMED: Final = re.compile(
    rf"移[送交]|追究|由.{{2,4}}机关|取消|暂停|停止|扣|核减|停发|一票否决|考核|从重|加重|{_BARRED.pattern}"
)
"""What disadvantages, referrals and heavier measures hold, which have no fixed name."""
_LENGTH: Final = re.compile(rf"[{NUMERAL}半]+\s*(?:个月|年)(?:内|以内|之内)|影响期")
_NAMED_CRIME: Final = re.compile(r"犯罪")


@dataclass(frozen=True, slots=True)
class Accountability:
    """What was found: violations with the conditions, and sanctions."""

    violations: list[ViolationFacts]
    sanctions: list[SanctionFacts]


def find_accountability(
    structure: Structure, citations: Sequence[CitationFacts], lexicon: Lexicon
) -> Accountability:
    """Return violations and sanctions in reading order."""
    finder = _Finder(structure, citations, lexicon)
    for paragraph in structure.paragraphs:
        finder.read(paragraph)
    return Accountability(finder.violations, finder.sanctions)


@dataclass(slots=True)
class _Finder:
    structure: Structure
    citations: Sequence[CitationFacts]
    lexicon: Lexicon
    violations: list[ViolationFacts] = field(default_factory=list)
    sanctions: list[SanctionFacts] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)  # articles that hold a list of violations
    previous: tuple[str | None, list[str]] = (
        None,
        [],
    )  # the article, and what its last measure is laid on

    def read(self, paragraph: Provision) -> None:
        """Read one paragraph and, where it introduces a list, its items."""
        if is_factor_list(self.structure, paragraph):
            return
        items = self.structure.children(paragraph.address)
        if is_violation_list(self.structure, paragraph):
            self._read_list(paragraph, items)
            return
        means = bool(_MEANS.search(paragraph.text))
        if not means and not _may_impose(paragraph.text):
            return
        for part in parts_of(paragraph):
            self._read_part(part, means=means)
        if means:
            own = self._cited(Stretch.whole(paragraph)) or self._all_lists()
            self.previous = (paragraph.address.article, own)
            for item in items:
                for part in parts_of(item):
                    self._impose(part, [], own, None)

    def _read_list(self, paragraph: Provision, items: Sequence[Provision]) -> None:
        article = paragraph.address.article or str(paragraph.address)
        self.lists.append(article)
        own = [article]
        for part in parts_of(paragraph):
            situations = situations_of(part, self.lexicon)
            self._impose(after_situations(part, situations), situations, own, part)
        self.previous = (paragraph.address.article, own)
        for item in items:
            stretch = Stretch.whole(item).strip("。；; ")
            if not stretch.text:
                continue  # a number without words
            body = self._situation_of_item(stretch)
            self._violation(body, "violation")
            if body.end < stretch.end:  # （一）…的，给予通报；
                rest = Stretch(item, body.end, stretch.end).strip("，, ")
                self._impose(rest, [], [f"violation-{item.address}-1"], rest)

    def _situation_of_item(self, stretch: Stretch) -> Stretch:
        """The situation in an item that goes on with its own measure: …的，给予通报批评."""
        for segment in segments(stretch):
            if segment.text.endswith("的") and segment.end < stretch.end:
                rest = Stretch(stretch.provision, segment.end, stretch.end)
                if self._names(rest):
                    return Stretch(stretch.provision, stretch.start, segment.end)
        return stretch

    def _read_part(self, part: Stretch, *, means: bool) -> None:
        if not _may_impose(part.text):
            return
        situations = situations_of(part, self.lexicon)
        rest = after_situations(part, situations)
        factor = FACTOR_WORDS.search(rest.text)
        if factor and factor.lastgroup != "aggravating":
            return
        heavier = factor or re.search(r"追究其?[^，。；]{0,4}责任", rest.text)
        names = self._names(rest)
        if means and not situations:
            self._impose(part, [], self._all_lists(), None)
            return
        kinds = {s.kind for s in situations}
        if not situations or "procedural" in kinds or not (names or heavier):
            return
        if "sanctioned" in kinds and _LENGTH.search(rest.text):
            return  # a bar for a time follows from the sanction: a consequence
        own = self._laid_on(part, situations)
        if "sanctioned" in kinds and "listed" not in kinds:
            own = []
        if names:
            self._impose(rest, situations, own, part)
        self.previous = (part.provision.address.article, own)

    def _laid_on(self, part: Stretch, situations: Sequence[Situation]) -> list[str]:
        """What the measures of a part are laid on: cited provisions, else the conduct named, else as before."""
        cited = self._cited(part)
        if cited and any(s.kind == "listed" for s in situations):
            return cited
        conduct = [
            self._violation(s.stretch, "condition") for s in situations if s.kind == "conduct"
        ]
        if conduct and not all(_NAMED_CRIME.search(s.stretch.text) for s in situations):
            return conduct
        article, last = self.previous
        return last if article == part.provision.address.article and last else conduct

    def _cited(self, stretch: Stretch) -> list[str]:
        """The provisions of this text that a stretch cites."""
        start, end = stretch.span
        return [
            place
            for c in self.citations
            if c.target == "self" and c.at == stretch.at and start <= c.start and c.end <= end
            for place in c.resolution.provisions
        ]

    def _violation(self, stretch: Stretch, kind: Literal["violation", "condition"]) -> str:
        known = next(
            (v for v in self.violations if (v.start, v.end) == stretch.span and v.kind == kind),
            None,
        )
        if known:
            return known.id
        number = 1 + sum(v.at == stretch.at for v in self.violations)
        row = ViolationFacts(
            id=f"violation-{stretch.at}-{number}",
            text=self.structure.source.quote(*stretch.span),
            kind=kind,
            **stretch.place,
        )
        self.violations.append(row)
        return row.id

    def _all_lists(self) -> list[str]:
        later = [
            p.address.article or str(p.address)
            for p in self.structure.paragraphs
            if is_violation_list(self.structure, p)
        ]
        return list(dict.fromkeys([*self.lists, *later]))

    # -- measures ------------------------------------------------------------------------------------

    def _impose(
        self,
        stretch: Stretch,
        situations: Sequence[Situation],
        applies_to: list[str],
        part: Stretch | None,
    ) -> None:
        if not stretch.text:
            return
        degrees = [s.stretch for s in situations if s.kind in ("degree", "conduct", "sanctioned")]
        condition = degrees[-1].text if degrees else None
        names = self._names(stretch)
        agent = self._agent(stretch) if names else None
        for name, kind in names:
            self.sanctions.append(
                SanctionFacts(
                    name=self.structure.source.quote(*name.span),
                    applies_to=applies_to,
                    by=agent,
                    kind=kind,
                    condition=condition,
                    **name.place,
                )
            )

    def _agent(self, stretch: Stretch) -> str | None:
        for clause in clauses_of(stretch, self.lexicon):
            if clause.subject is not None and clause.named:
                return clause.subject.text
        return None

    def _names(self, stretch: Stretch) -> list[tuple[Stretch, SanctionKind]]:
        """The measures that a stretch imposes, in order, none inside another."""
        found: list[tuple[Stretch, SanctionKind]] = []
        for segment in segments(stretch):
            found += self._in_segment(segment)
        return sorted(found, key=lambda f: f[0].start)

    def _in_segment(self, segment: Stretch) -> Iterator[tuple[Stretch, SanctionKind]]:
        taken: list[tuple[int, int]] = []
        for stretch, kind in _by_pattern(segment):
            taken.append((stretch.start, stretch.end))
            yield stretch, kind
        begin = 0
        imposes = _IMPOSES.search(segment.text)
        for measure in find_measures(segment):
            name = measure.name
            if measure.kind == "reward" or any(a <= name.start < b for a, b in taken):
                continue
            at = name.start - segment.start
            verb = imposes is not None and imposes.start() <= at
            first = not segment.text[begin:at].strip("、或者和及并")
            if (verb or first) and not self._only_named(segment, name):
                yield name, measure.kind
                begin = at + len(name.text)

    def _only_named(self, segment: Stretch, name: Stretch) -> bool:
        """启动约谈程序, 提出处分建议: the measure is named, not imposed."""
        after = segment.text[name.end - segment.start :]
        before = segment.text[: name.start - segment.start]
        return bool(
            _ONLY_NAMED.match(after)
            or re.search(
                r"(?:启动|组织(?!调整|处理)|开展|提出|提请|接受|执行|撤销|变更|解除|受到)[^，。；]*$",
                before,
            )
        )


def _may_impose(words: str) -> bool:
    """May these words impose a measure? A question that is cheaper than to cut them."""
    return _UNNAMED.search(words) is not None or names_measure(words)


def _by_pattern(segment: Stretch) -> Iterator[tuple[Stretch, SanctionKind]]:
    """Disadvantages and referrals, which have no fixed name."""
    for match in _REFERRED.finditer(segment.text):
        yield segment.group(match, "what" if match["what"] else 0), "referral"
    taken = 0
    for pattern in (_DISQUALIFIED, _REDUCED):
        for match in pattern.finditer(segment.text, taken):
            taken = match.end()
            yield segment.group(match), "consequence"
    for match in _BARRED.finditer(segment.text):
        for piece in _alternatives(segment.group(match)):
            yield piece, "consequence"


def _alternatives(bar: Stretch) -> Iterator[Stretch]:
    """不得晋升职务、级别或者重用任职: an entry each for what 或者 joins."""
    at = 0
    for join in re.finditer(r"或者|或", bar.text):
        yield bar.part(at, join.start())
        at = join.end()
    yield bar.part(at)
