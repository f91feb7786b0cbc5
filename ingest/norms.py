"""Norms of any document: each modal word that binds, forbids or empowers, and on whom.

What counts follows the guide NORMS.md of the labelled articles.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from ingest import bearers
from ingest.lexicon import Lexicon, default
from ingest.modal_words import BANNING, MODAL, ModalWord, modal_words
from ingest.party_names import is_party, is_picked_out, is_public, without_alias
from ingest.penalties import Penalty, find_penalties
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments
from ingest.structure import read_article
from ingest.subjects import bare, subject_of


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm: its modal word, and the party it binds or empowers as the text names it."""

    modal: ModalWord
    bearer: Stretch | None


def find_norms(structure: Structure, lexicon: Lexicon) -> list[Norm]:
    """Return the norms of a document in reading order."""
    reader = _Reader(structure, lexicon)
    return [norm for provision in structure.provisions for norm in reader.read(provision)]


@dataclass(frozen=True, slots=True)
class _Mention:
    """The party of a norm, or a sentence that may name one: whom, only a later norm asks."""

    words: Stretch
    is_party: bool


@dataclass(slots=True)
class _Reader:
    """Goes through the provisions in order; remembers whom the article mentioned.

    What the next sentence leaves out is its topic, not the 由A that only acts in it; who may punish is an organ.
    """

    structure: Structure
    lexicon: Lexicon
    mentions: list[_Mention] = field(default_factory=list)
    paragraph: int = 0
    """How many of the mentions stand before the paragraph."""
    above: int = 0
    """How many of them stand before the paragraph above it."""
    doer: Stretch | None = None
    """Whom the last norm of the sentence binds or empowers."""
    listing: bool = False
    """Does the next paragraph belong to a list, whose lead-in says of whom it is?"""
    lead: Stretch | None = None
    """Whom the lead-in of the open list binds or empowers."""
    passed: list[Stretch] = field(default_factory=list)
    """The sentences of the article that were read."""
    own: int = 0
    """How many of the sentences stand before the paragraph."""
    own_above: int = 0
    """How many of them stand before the paragraph above it."""

    def read(self, provision: Provision) -> Iterator[Norm]:
        if provision.kind == "article":
            self.mentions.clear()
            self.passed.clear()
            self.paragraph = self.own = 0
        if provision.kind in ("article", "paragraph"):
            if not self.listing:
                self.above, self.paragraph = self.paragraph, len(self.mentions)
                self.own_above = self.own
            self.own = len(self.passed)
            self.listing = provision.text.endswith(("：", ":")) or (
                self.listing and provision.text.endswith(("；", ";"))
            )
        before = len(self.mentions)
        found = list(modal_words(provision))
        for sentence in cut(provision, "。！？"):
            named, self.doer = False, None
            for modal in (m for m in found if m.sentence.start == sentence.start):
                bearer = self._bearer(modal)
                self.doer = bearer
                if bearer is not None:
                    self.mentions.append(_Mention(bearer, is_party=True))
                    named = named or bearer.start >= sentence.start
                yield Norm(modal, bearer)
            if not named:
                self.mentions.append(_Mention(sentence, is_party=False))
            self.passed.append(sentence)
        if provision.kind in ("article", "paragraph"):
            self.lead = self.doer if provision.text.endswith(("：", ":")) else None
        if provision.kind in _ITEMS:
            self.listing = False
            del self.mentions[before:]  # each item goes on from the words before the list

    def _last(self, fits: Callable[[Stretch], bool], since: int) -> Stretch | None:
        """The last party of this kind that was mentioned."""
        for mention in reversed(self.mentions[since:]):
            named = iter([mention.words]) if mention.is_party else self._named(mention.words)
            if (party := next(filter(fits, named), None)) is not None:
                return party
        return None

    def _topic(self, modal: ModalWord) -> Stretch | None:
        """What the last sentences were about: whom they name first, which does not only act in them (由A)."""
        for mention in reversed(self.mentions[self.paragraph :]):
            party = mention.words if mention.is_party else next(self._named(mention.words), None)
            if party is None or party.provision.text.endswith("由", 0, party.start):
                continue
            if _LIABILITY.match(modal.after.text) and is_public(party):
                return None  # who pays is the offender, not the organ that the sentence is about
            return party
        return None

    def _bearer(self, modal: ModalWord) -> Stretch | None:
        own = self._own(modal)
        if own is not None:
            members = own.start < modal.at.start and own.text.endswith(_MEMBERS)
            counted = members and _COUNTED_PERSONS.match(modal.after.text)
            return None if counted else without_alias(self._enumerated(own))
        own = self._vessel(modal) or self._carried(modal)
        return None if own is None else without_alias(own)

    def _own(self, modal: ModalWord) -> Stretch | None:
        """The party that the segment itself names."""
        own = bearers.agent_of(modal.after, self.lexicon) or self._agent_behind(modal)
        if own is None and modal.word in BANNING:
            own = bearers.forbidden_party(modal.after, self.lexicon)
        own = own or bearers.who_takes_part(modal.after)
        if modal.word == "负责":
            own = own or self._charged(modal.before)
        own = own or bearers.who_is_told(modal.before) or self._whom_they_tell(modal)
        if own is not None:
            return own
        words = modal.before
        if MODAL.search(words.text):
            words = _to_modal(bare(words))
        return subject_of(words, self.lexicon)

    def _whom_they_tell(self, modal: ModalWord) -> Stretch | None:
        """Whom 其 stands for in 告知其可以…: the party of the condition, not who tells it."""
        if "知其" not in modal.before.text or not _TELLS_THEM.search(modal.before.text):
            return None
        named = (self._subject(s) for s in reversed(self._segments_before(modal)))
        return next((one for one in named if one is not None and not is_public(one)), None)

    def _carried(self, modal: ModalWord) -> Stretch | None:
        """The party of an earlier segment, sentence or lead-in that carries over."""
        said = _said(modal)
        if _JUDGEMENT.match(said):
            return self._judge(modal)
        sanction = modal.word not in _BANS and bool(_SANCTIONS.match(said))
        thing = self._thing(modal)
        named = bool(thing) and not _CIRCUMSTANCE.match(thing)
        earlier = self._earlier(modal, agents_only=sanction, thing=named)
        if earlier is None and not thing:
            earlier = self._owner(modal)
        if earlier is not None:
            return self._enumerated(self._acting(earlier, said, modal))
        if thing:
            # A thing is what the norm is said of; how long it takes is up to who may take it.
            if _PERIOD.search(thing):
                return self.doer
            return self._maker(modal) or self._listed_under(modal) or self._whose(modal, thing)
        if not sanction:
            return self._of_topic(modal)
        return self._punisher(modal, said)

    def _punisher(self, modal: ModalWord, said: str) -> Stretch | None:
        """The organ that the paragraph names last; who prosecutes is named where it is told."""
        if _PROSECUTES.match(said):
            return None
        again = modal.at.provision.text.startswith(_AGAIN)  # 有前款行为之一的: the same organ
        return self._last(is_public, 0 if again else self.paragraph)

    def _thing(self, modal: ModalWord) -> str:
        """The thing that stands before the modal word, no act (召开会议应当…) and no condition (齐全的应当…)."""
        before = bare(modal.before).text
        if not before or before.endswith("的") or _NO_THING.match(before):
            return ""
        if bearers.tells_when(before, self.lexicon):
            return ""
        act = "的" not in before and not _PERIOD.search(before) and self._act(modal) is not None
        return "" if act else before

    def _act(self, modal: ModalWord) -> str | None:
        """The verb of an act that the norm is said of: 召开会议应当…."""
        done = bearers.done_by(modal.before, self.lexicon)
        return done[0] if done else None

    def _acting(self, party: Stretch, said: str, modal: ModalWord) -> Stretch:
        """Who receives an application or licenses is an organ, whoever the condition is about."""
        if is_public(party):
            return party
        if _ON_THEM.match(said) or (_ON_PARTY.match(said) and party.text in said):
            return self._other(party, modal) or party
        if not _OFFICIAL.match(said):
            return party
        return self._last(is_public, self.paragraph) or party

    def _other(self, party: Stretch, modal: ModalWord) -> Stretch | None:
        """Who acts on the party of a condition: 旅客中途离机时，应当将其行李卸下."""
        for segment in reversed(self._segments_before(modal)):
            subject = self._subject(segment)
            if subject is not None and subject.text != party.text:
                return subject
        organ = self._last(lambda one: one.text != party.text and is_public(one), self.paragraph)
        above = [m.words for m in self.mentions if m.is_party]
        return organ or next((one for one in reversed(above) if one.text != party.text), None)

    def _of_topic(self, modal: ModalWord) -> Stretch | None:
        """Whom the last sentences were about, where this one names nobody."""
        if modal.word in BANNING and modal.segment.start == modal.sentence.start:
            return None  # a sentence that begins with a ban is said to everybody
        if self._is_topic(modal):
            return self._listed_under(modal)
        topic = self._topic(modal)
        if topic is None:
            return self._doer_of(modal) or self._goes_on_from_above(modal)
        if not is_public(topic) and _GRANTS.match(modal.after.text):
            return self._last(is_public, self.paragraph)
        acts = self._may_do(topic, modal) and not _is_acted_on(topic, modal)
        return topic if acts else None

    def _goes_on_from_above(self, modal: ModalWord) -> Stretch | None:
        """Whom the paragraph above was about, where this one names nobody and goes on with what that party does."""
        if modal.word in BANNING or _LIABILITY.match(modal.after.text):
            return None
        above = [m.words for m in self.mentions[self.above : self.paragraph] if m.is_party]
        if not above or len({party.text for party in above}) > 1 or _EVERYBODY.match(above[0].text):
            return None
        here = self.mentions[self.paragraph :]
        if any(m.is_party or next(self._named(m.words), None) for m in here):
            return None
        return above[0] if self._same_matter(above[0], modal) else None

    def _same_matter(self, party: Stretch, modal: ModalWord) -> bool:
        """Does a sentence go on with what the paragraph above says of a party?"""
        before = self._segments_before(modal)
        words = before[0] if before else bare(modal.before)
        if not words.text:
            return modal.at.provision.kind not in _ITEMS
        if _is_court(party):
            return not _OF_LITIGANTS.match(modal.after.text)
        case = words.text.endswith(_CASES) or _OPENS_CASE.match(words.text)
        if not case and bearers.done_by(words, self.lexicon) is None:
            return False  # 发放的证书，应当…: a thing
        if _is_of_others(party, words.text, modal.after.text):
            return False
        inspects = is_public(party) and _INSPECTS.match(modal.after.text)
        if inspects or _ACTS_AGAIN.match(words.text):
            return True
        said = "".join(sentence.text for sentence in self.passed[self.own_above : self.own])
        return (
            _shares(modal.after.text, said, _SHORTEST_OBJECT)
            or _shares(words.text, said, _SHORTEST_OBJECT if _CANNOT.search(words.text) else _LONG)
            or _names_the_act(party.text, words.text)
        )

    def _may_do(self, topic: Stretch, modal: ModalWord) -> bool:
        """May the party of the last sentences be who does the act? An organ, or who was said to do it."""
        verb = self._act(modal)
        if verb is None or is_public(topic) or modal.at.provision.kind in _ITEMS:
            return True
        return any(verb in sentence.text for sentence in self.passed[self.own :])

    def _is_topic(self, modal: ModalWord) -> bool:
        """Is the sentence about a thing that a comma cuts off?"""
        before = self._segments_before(modal)
        if len(before) != 1 or _ON_OTHERS.match(modal.after.text):
            return False
        return not bare(modal.before).text and bearers.is_topic(before[0], self.lexicon)

    def _listed_under(self, modal: ModalWord) -> Stretch | None:
        """Whom the lead-in of a list binds: its items tell of that party's things too."""
        return self.lead if modal.at.provision.kind in _ITEMS else None

    def _maker(self, modal: ModalWord) -> Stretch | None:
        """Who draws up or finds out what the norm is said of: A编制预案。预案应当…, A检查…。检查结果应当…."""
        name = bearers.work_of(modal.before)
        if name is None:
            return None
        since = 0 if _CONTENTS.match(modal.after.text) else self.own
        if not any(name in sentence.text for sentence in self.passed[since:]):
            return None
        made = re.compile(
            rf"(?:提供|提交|进行|开展|实施|填写|签订|订立|制作|出具|编制|制定|制订|拟定|拟订|拟制|起草|作出|提出|建立|确定|公布|编写|形成|[将把])[^，。；由]*?{re.escape(name)}"
            rf"|{re.escape(name)}由[^，。；]+?(?:签订|订立|编制|制定|制作)"
        )
        return self._who_did(made, since)

    def _whose(self, modal: ModalWord, thing: str) -> Stretch | None:
        """The party whose thing it is: 其经营活动应当…, where the sentence before is about that party."""
        if not _ITS.match(thing) or not self.passed[self.own :]:
            return None
        named = list(self._named(self.passed[-1]))
        return named[0] if len(named) == 1 and not is_public(named[0]) else None

    def _doer_of(self, modal: ModalWord) -> Stretch | None:
        """Who does by an earlier paragraph what the norm is about: 编制预案，应当…."""
        before = self._segments_before(modal)
        if not self.own or not before or len(before) > 2:
            return None
        done = bearers.done_by(before[0], self.lexicon)
        if done is None or len(done[1]) < _SHORTEST_OBJECT:
            return None
        verb, thing = done
        return self._who_did(re.compile(rf"{verb}[^，。；由]*{re.escape(thing[-6:])}"), 0)

    def _who_did(self, deed: re.Pattern[str], since: int) -> Stretch | None:
        """The subject of the last sentence that tells of a deed."""
        for sentence in reversed(self.passed[since:]):
            found = deed.search(sentence.text)
            if found is None:
                continue
            told = sentence.part(0, found.end())
            for segment in reversed(segments(told)):
                subject = self._subject(segment)
                if subject is not None:
                    return subject
        return None

    def _owner(self, modal: ModalWord) -> Stretch | None:
        """Whose thing has changed: of 企业名称变更的，应当办理登记 the enterprise."""
        if not _FORMALITY.match(modal.after.text):
            return None
        changed = (s for s in reversed(self._segments_before(modal)) if _CHANGED.search(s.text))
        owners = (bearers.owner_of(segment, self.lexicon) for segment in changed)
        return next((owner for owner in owners if owner is not None), None)

    def _enumerated(self, party: Stretch) -> Stretch:
        """The party with those before it: an enumeration may run over commas (A、B，以及C)."""
        provision = party.provision
        if not provision.text.endswith(_BEHIND_A_COMMA, 0, party.start):
            return party
        found = _ENUMERATED.search(provision.text, 0, party.start)
        if found is None:
            return party
        first = provision.run(*found.span("first"))
        if not found["joined"] and ("的" in first.text or MODAL.search(first.text)):
            return party  # 破产的单位，清算人应当…: another party's case
        if subject_of(first, self.lexicon) != first:
            return party
        return provision.run(first.start, party.end)

    def _vessel(self, modal: ModalWord) -> Stretch | None:
        """The ship that the sentence is about."""
        if "船" not in modal.sentence.text:
            return None
        if bare(modal.before).text:
            return bearers.vessel_of(modal.before)
        named = (bearers.vessel_of(_to_modal(s)) for s in reversed(self._segments_before(modal)))
        return next((vessel for vessel in named if vessel is not None), None)

    def _agent_behind(self, modal: ModalWord) -> Stretch | None:
        """A of 应当视情节轻重，由A给予处分: the verb of the modal word comes behind an adjunct."""
        if not _ADJUNCT.match(modal.after.text):
            return None
        text = modal.at.provision.text
        if not text.startswith(("，由", ",由"), modal.segment.end):
            return None
        rest = Stretch(modal.at.provision, modal.segment.end + 1, modal.sentence.end)
        return bearers.agent_of(segments(rest)[0], self.lexicon)

    def _charged(self, words: Stretch) -> Stretch | None:
        """Whom the words before 负责 give a task: 可以约定由A负责, 应当指定A负责."""
        words = bare(words)
        last = list(MODAL.finditer(words.text))
        rest = words.part(last[-1].end()) if last else words
        if rest.text.startswith("有") and not rest.text.startswith("有关"):  # 应当有A负责
            return subject_of(rest.part(1), self.lexicon)
        picks_out = bool(last) and _only_picks_out(words.text, last[-1])  # 负责管理地震的部门|负责
        named = last and rest.text and not picks_out
        agent = subject_of(rest, self.lexicon) if named else None
        return agent if _SET_UP_BY.search(words.text) else bearers.made_body(words) or agent

    def _judge(self, modal: ModalWord) -> Stretch | None:
        """Who holds, finds or decides: the court that the article names, never the party it decides on."""
        for segment in reversed(self._segments_before(modal)):
            subject = self._subject(segment)
            if subject is not None and _is_court(subject):
                return subject
        return self._last(_is_court, 0)

    def _is_of_another(
        self, segment: Stretch, modal: ModalWord, *, agents_only: bool, thing: bool
    ) -> bool:
        """Does the party of a segment do no more than that: 由A责令改正, behind which a ban or a semicolon follows?"""
        named = _BY.search(segment.text)
        if named and (_LIABILITY.match(modal.after.text) or modal.word in BANNING):
            return True
        if agents_only and (_PAYS.search(segment.text) or (named and segment.text.endswith("的"))):
            return True  # 由侵权人掌握的，可以责令提供: who holds a thing does not order
        if not thing and not (named and modal.word == "不得"):
            return False
        between = modal.at.provision.text[segment.end : modal.segment.start]
        return ("；" in between or ";" in between) and MODAL.search(segment.text) is None

    def _earlier(self, modal: ModalWord, *, agents_only: bool, thing: bool) -> Stretch | None:
        """The party of an earlier segment of the sentence, the nearest first.

        Who may punish is never the one whose breach the condition describes: only 由A names that party.
        """
        liable = bool(_LIABILITY.match(modal.after.text))
        empty = modal.word == "负责" and not bare(modal.before).text
        for segment in map(_without_others, reversed(self._segments_before(modal))):
            if empty and (made := bearers.made_body(segment)):
                return made
            if self._is_of_another(segment, modal, agents_only=agents_only, thing=thing):
                continue
            subject = self._subject(segment)
            if subject is None:
                continue
            if segment.text.removeprefix(subject.text) in _CONSENTS:
                continue
            if modal.word == "不得" and _ENJOYS.match(segment.text, subject.end - segment.start):
                continue  # 妇女享有平等权利，不得歧视妇女: others must not
            if liable and is_public(subject) and MODAL.search(segment.text):
                return None  # 主管部门可以处罚，造成损失的，应当赔偿: the offender, not the organ
            if not agents_only:
                return subject
            acts = segment.text.endswith(_DONE) and subject.end < segment.end
            acts = acts or bool(_BY.search(segment.text))
            acts = acts or (
                _is_acting(subject, segment) and not _PROSECUTES.match(modal.after.text)
            )
            if acts or bearers.found_by(subject, segment) is not None:
                return subject
        return None

    def _segments_before(self, modal: ModalWord) -> list[Stretch]:
        whole = modal.at.provision.run(modal.sentence.start, modal.segment.start)
        return [s for part in cut(whole, "；;") for s in segments(part)] if whole.text else []

    def _subject(self, segment: Stretch) -> Stretch | None:
        """The subject of an earlier segment: a clause with a predicate of its own, or one with a modal word."""
        if prescribed := _PRESCRIBED.match(segment.text):
            words = segment.part(prescribed.end("rule"), prescribed.start("modal"))
            return subject_of(words, self.lexicon, clause=True)
        if segment.text.endswith(_FITTING):  # 由A审理更为适宜的 says not who decides
            return None
        words = _to_modal(segment)
        return subject_of(words, self.lexicon, clause=words == segment)

    def _named(self, sentence: Stretch) -> Iterator[Stretch]:
        """The parties of a sentence, in order."""
        for segment in segments(sentence):
            subject = self._subject(segment)
            if subject is not None:
                yield subject


_EVERYBODY: Final = re.compile(r"任何|一切|所有|全体|国家$|公民|单位和个人|[专个]人$")
_OF_LITIGANTS: Final = re.compile(
    r"[^，。；]{0,12}?(?:申请|提起|起诉|上诉|提供|提交|主张|请求|承担|支付|返还|提出)"
)
_CASES: Final = ("的", "时", "后", "前", "外")
_OPENS_CASE: Final = re.compile(r"对|按照|根据|依照|通过|经|因|为|除|在|自|需|确需|未")
_NO_THING: Final = re.compile(
    r"(?:对|将|把|向)(?!外)|(?:根据|按照|视)[^，。；的]{0,8}(?:需要|情况|规定|要求)$"
)
"""对处罚决定应当执行: what follows the preposition is no subject."""
_CIRCUMSTANCE: Final = re.compile(r"在|自|于|经|按|由|从|最[高低长短多少]")
_ACTS_AGAIN: Final = re.compile(
    r"(?:实施|采取|作出|进行|开展|履行|适用|采用|办理|行使|执行)前[款两]"
)
"""实施前款的强制措施，应当经批准: who did by the paragraph above."""
_OF_APPLICANTS: Final = re.compile(
    r"(?:依法|先|事先|按照?[^，。；]{2,16}规定|根据[^，。；]{2,10})*(?:符合|取得|具备|遵守|遵循|经[^，。；]{2,24}(?:批准|同意|审批|许可)|征得|向[^，。；]{2,30}(?:申请|申报|报告|备案|登记)|申请|申领|接受|缴纳|承担|提起|单独|配套|设置|执行|建设|安装|修建)"
)
_GRANTS: Final = re.compile(
    r"(?:依法|及时|不予)?(?:批准(?=$|[其该])|受理(?=$|[其该])|立案|核发|颁发|将[^，。；]{0,6}记录在案)"
)
"""What only an organ does: 变更违反规划的，不得批准."""
_OF_NOBODY: Final = re.compile(r"对抗|按照原[^，。；]*程序")
_OF_ORGANS: Final = re.compile(
    r"(?:依法|及时|按照?[^，。；]{2,16}规定)*(?:予以|给予|制作|批准|决定|假释|减刑|征收|核发|发给|颁发|奖励|审批|责令|没收|扣留|查封|立案|破格|书面告知|受理)"
)
_INSPECTS: Final = re.compile(
    r"(?:[^，。；]{0,6}?进行)?(?:重点|定期|及时|依法)?(?:监督检查|检查|抽查|监督|受理|责令|书面告知)"
)
_CANNOT: Final = re.compile(r"不具备|不能|无法|未能|确需|确有困难|难以|因故")
_SAID_OFTEN: Final = re.compile(
    r"按照?|依照|根据|规定|法律|法规|有关|县级|以上|人民政府|地方|主管|部门|机关|单位|核发的?|申请|办理|取得|登记|条例|办法|应当|不得|可以|国务院|国家|批准|本[市省]|向社会|公布|组织|[一二三四五六七八九十百\d]+[日年月]"
)


_LONG: Final = 6
"""So many characters a case has in common with what was said of a party."""


def _is_acted_on(party: Stretch, modal: ModalWord) -> bool:
    """Is the party of the last sentences whom something is done to: 对孤儿应当照顾, 应当报镇政府批准?"""
    before, after = modal.before.text, modal.after.text
    if party.text in after:
        sent = rf"(?:^|[，并])(?:先|事先|及时|立即|统一)?{_SENDS}(?:该|所在地)?{re.escape(party.text)}{_RECEIVES}"
        return re.search(sent, after) is not None
    towards = _NO_THING.match(before)
    return bool(towards and (party.text in before or _EVERYBODY.match(party.text)))


_SENDS: Final = "(?:向|报请?|报经|报送|报告|经|请|提请|交[由给]?|送|服从|接受|通知)"
_RECEIVES: Final = (
    "(?=批准|同意|审|备案|报告|申请|反馈|管理|监督|许可|核|提出|提交|通报|办理|确认|[的，]|$)"
)


def _is_of_others(party: Stretch, case: str, act: str) -> bool:
    """Does somebody else act: an applicant or an organ, or whoever sets such a party up?"""
    if is_party(case) or party.text in case or case.startswith("未经"):
        return True  # 设立经纪机构，应当…; 未经批准，不得…: nobody
    others = _OF_APPLICANTS if is_public(party) else _OF_ORGANS
    return bool(others.match(act) or _OF_NOBODY.match(act))


def _shares(words: str, said: str, length: int) -> bool:
    """Do these words hold a run of so many characters that was said before, of more than what any law says?"""
    runs = re.split(r"[^\w]+", _SAID_OFTEN.sub(" ", words))
    return any(run[at : at + length] in said for run in runs for at in range(len(run) - length + 1))


_NAMED_BY_ACT: Final = re.compile(
    r"(?P<thing>[^，。；、的]{2})(?P<act>[^，。；、的]{2})(?:者|人|单位|企业)$"
)


def _names_the_act(party: str, words: str) -> bool:
    """Is the party called by what the words tell: 食品经营者 by 经营散装食品的?"""
    named = _NAMED_BY_ACT.search(party)
    return bool(named and words.startswith(named["act"]) and named["thing"] in words)


_ADJUNCT: Final = re.compile(
    r"(?:按照?|根据|依照|依据|视|在|自|于)[^，。；]*(?:规定|原则|要求|情况|情形|轻重|后果|[日月]内|标准|权限|职责|分工|需要)$"
)
_PRESCRIBED: Final = re.compile(
    r"(?P<rule>(?:法律|行政法规|法规|国家)[^，。；的]{0,16}规定)[^，。；的]+?(?P<modal>应当|必须|须|可以|不得)[^，。；]*的$"
)
"""法律规定企业必须报批的: the clause says whom the law binds."""
_ON_OTHERS: Final = re.compile(
    r"要求|强制|强迫|向(?!社会)|收取|为|给|提供|告知|通知|责令|拒绝|索要|指定"
)
"""What a party does to another, of which no thing is the subject."""
_OFFICIAL: Final = re.compile(
    r"(?:当场|及时|依法)?(?:决定(?:予以|不予)受理|(?:予以|不予)?受理(?!人)|准予|核发|颁发|(?:当场)?作出[^，。；]*(?:许可|登记|批准|受理)[^，。；]*决定)"
)
"""What an organ does, whoever the condition is about: 申请人补正材料的，应当受理."""
_ON_THEM: Final = re.compile(
    r"(?:将|把|通知|告知|责令|要求|允许|交给?|送交)(?:其(?!他|中|所有|持有)|他)|在[^，。；]{2,16}上(?:予以)?注明"
    r"|对[^，。；]{2,16}进行(?:审查|审核|核查|核实)"
)
"""被执行人是公民的，应当通知其家属: what is done to the party of the condition."""
_ON_PARTY: Final = re.compile(r"(?:通知|告知|书面告知|责令|交给?|送交)")
_ITS: Final = re.compile(r"其(?!他|中|余)[^，。；]{2,6}(?:活动|行为|业务|管理)$")
_CONTENTS: Final = re.compile(r"(?:主要)?(?:包括|载明|明确|规定|列明|注明|服从|依据)")
_SHORTEST_OBJECT: Final = 4
_COUNTED_PERSONS: Final = re.compile(
    r"(?:少于|多于|超过|低于)[^，。；]{0,4}[零一二两三四五六七八九十百\d]+[名人](?!民)"
)
_MEMBERS: Final = ("成员", "委员", "代表")
"""成员不得少于五名 is said of a number, 检查人员不得少于二人 of who acts."""
_SET_UP_BY: Final = re.compile(r"由[^，。；]*(?:设立|组建|成立|建立|组成)")
_ITEMS: Final = ("item", "subitem")
_PROSECUTES: Final = re.compile(r"(?:以[^，。；]{2,16}罪)?(?:依法)?追究[^，。；]*刑事责任")
_CONSENTS: Final = ("批准", "同意", "许可")
"""经本人申请，企业批准，可以退休: who consents does not act."""
_BANS: Final = ("不得", *BANNING)
_PERIOD: Final = re.compile(r"(?:期限|时间|期间)(?:最长|累计|最多|最短)?$")
_AGAIN: Final = ("有前款", "有前两款", "前款")
_BY: Final = re.compile(r"(?<![自缘为事系])(?<!(?<![治管办处代受审修整清])理)由(?!于|此)")
_TELLS_THEM: Final = re.compile(r"(?:告知|通知)其(?!他)(?:依[照法]|按照|根据)?[^，。；的]{0,24}$")
_PAYS: Final = re.compile(r"费用由[^，。；]+(?:承担|负担|支付)$")
_CHANGED: Final = re.compile(r"(?:变更|变化|变动|终止|丢失|遗失|毁损|灭失)的$")
_FORMALITY: Final = re.compile(
    r"[^，。；]{0,24}?(?:办理|申请|报告|备案|提交|移交|补办|换领|告知|通知|登记|报[^，。；]{2,})"
)
_DONE: Final = ("后", "时")
"""单位赔偿后，有权责令…: who has acted goes on."""
_ENJOYS: Final = re.compile(r"(?:依法)?享有[^，。；]*(?:权利|权益|权)$")
_FOR_OTHERS: Final = re.compile(r"(?:需要|需|应当?|规定|必须)由[^，。；]*的$")
"""需要由上级查处的，可以报请上级决定: who else would act."""
_FITTING: Final = ("适宜的", "合适的")
_LONGEST_ADVERB: Final = 3
_LIABILITY: Final = re.compile(
    r"(?:依法|予以|照价)*(?:承担(?![^，。；]{0,4}(?:举证|证明|保密))[^，。；]*责任|赔偿)"
)
_COURT: Final = re.compile(r"(?:法院|检察院|合议庭|仲裁庭|仲裁委员会|审判庭)$")
_JUDGEMENT: Final = re.compile(
    r"(?:同时|一并|依法|直接|不|不予|予以|予)*(?:认定|推定|视为|判决|裁定|支持(?=$|[其该原])|采信|准许|驳回)"
)
_BEFORE_ACT: Final = re.compile(
    r"(?:区别|区分|分别|视)[^，。；]*(?:情况|情形|轻重|后果)$|(?:依照|按照|根据|依据)[^，。；]*(?:规定|情节|情况|情形|轻重)$"
)


def _said(modal: ModalWord) -> str:
    """What the words behind a modal word say, without the adjunct that a comma cuts off (应当区别情况，给予处分)."""
    if not _BEFORE_ACT.match(modal.after.text):
        return modal.after.text
    rest = modal.at.provision.run(modal.segment.end, modal.sentence.end).text
    return re.split("[，；]", rest.lstrip("，"), maxsplit=1)[0]


_SANCTIONS: Final = re.compile(
    r"(?:以[^，。；]{2,16}罪)?(?:依法)?追究[^，。；]*刑事责任|(?:(?:根据|按照|依照|会同)[^，。；]{1,24}?)?(?:依法|并|单|同时)?(?:(?<!查)处(?![理置于])|罚|给予[^，。；]*处[分罚]|吊销|没收|暂扣|责令|撤销(?![^，。；]*(?:决定|裁定|判决|命令|案件)$)|取消|采取[^。；]*惩戒|(?:免予|免于|不予|从轻|减轻|从重)[^，。；]*处罚|予以[^，。；]*(?:处[分罚]|没收|警告|通报|辞退|禁闭|取缔|解聘)|降低[^，。；]{1,6}(?:衔|资质|等级))"
)


_BREACH: Final = re.compile(
    r"违反|违法|拒|未|不|擅自|玩忽|滥用|徇私|打击|泄露|弄虚|发生|造成|[有犯]"
)


def _is_acting(party: Stretch, segment: Stretch) -> bool:
    """Does an organ act in a segment (对隐患，…; 除没收外，…), with nothing that it did wrong?"""
    rest = segment.part(party.end - segment.start).text if party.start >= segment.start else ""
    if not rest or rest.endswith("的") or not is_public(party):
        return False
    return rest.startswith(("对", "除")) or _BREACH.search(rest) is None


def _without_others(segment: Stretch) -> Stretch:
    """A condition without who else would act: A认为需要由B查处的."""
    others = _FOR_OTHERS.search(segment.text)
    return segment.part(0, others.start()) if others else segment


_BEHIND_A_COMMA: Final = ("，", "，以及", "，及")
_ENUMERATED: Final = re.compile(r"(?P<first>[^，。；：]+)，(?P<joined>以及|及)?$")


def _to_modal(segment: Stretch) -> Stretch:
    """The words before the first modal word, unless it only picks out the party that ends the segment."""
    match = MODAL.search(segment.text)
    if match is None or is_picked_out(segment.text):
        return segment
    if _only_picks_out(segment.text, match):
        return segment
    return segment.provision.run(segment.start, segment.start + match.start())


def _only_picks_out(text: str, modal: re.Match[str]) -> bool:
    """Does a modal word stand in a clause before the party that ends the words: 政府负责地震工作的部门?"""
    if "的" not in text[modal.end() :]:
        return False
    before = text[: modal.start()]
    named = not before or is_party(before) or before.endswith(_LEVELS)
    if modal.group() == "负责" and named and _CHARGED.match(text, modal.end()):
        return True
    if not is_party(text):
        return False
    if modal.group() in ("负责", "有权"):
        return True
    return len(before) > _LONGEST_ADVERB and not is_party(before)


_LEVELS: Final = ("级", "级以上", "级地方", "级以上地方", "所在地")
_CHARGED: Final = re.compile(
    r"[^，。；]+?的(?:工作人员|人员|部门|机构|负责人)(?=有(?:下列|以下|前款)|未|不|违反|在|对|滥用|玩忽|徇私|应当|可以|因|是|自|收到|发现|依照|依据|根据|按照|会同)"
)
"""机构负责审批的工作人员有下列情形的: the task picks out whom the condition is about."""


def _is_court(party: Stretch) -> bool:
    return bool(_COURT.search(party.text))


_COUNTED: Final = {"应": r"应(?!当)", "须": r"(?<!必)须", "负责": r"负责(?!人)"}


def gold_record(record: dict[str, Any]) -> dict[str, Any]:
    """Return the norms of one article that is at hand alone: ``{id, norms, penalties}``.

    ``record`` has id, article (the heading number), text and chapter (may be None).
    """
    structure = read_article(record["text"], record["article"], record.get("chapter"))
    text = structure.source.text
    rows = []
    for norm in find_norms(structure, default()):
        word = norm.modal.word
        start, _ = norm.modal.at.span
        pattern = _COUNTED.get(word, word)
        rows.append(
            {
                "word": word,
                "n": len(re.findall(pattern, text[:start])) + 1,
                "modality": norm.modal.force,
                "bearer": norm.bearer.text if norm.bearer is not None else None,
            }
        )
    penalties = [_row(one) for one in find_penalties(structure, default())]
    structure.let_go()
    return {"id": record["id"], "norms": rows, "penalties": penalties}


def _row(one: Penalty) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "quote": one.words.text,
        "min": one.low,
        "max": one.high,
        "times": one.times,
        "on": one.on.text if one.on is not None else None,
    }
