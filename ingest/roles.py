"""Who answers for what: the posts and classes of posts that a text names, and where each gets its work.

An *assignment* is a place where a text speaks of posts: its scope (本办法适用于…, …参照本办法执行), a clause on
responsibility (…负全面领导责任), the lead-in of a list of duties (…职责主要包括：), an item of such a list that
names a post of its own, or a sentence whose subject is a post. Roles are what the assignments name, each once; duties are read from the same assignments.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from ingest.clauses import Clause, clauses_of, subject_of
from ingest.facts import RoleFacts
from ingest.lexicon import Lexicon
from ingest.parties import is_party
from ingest.provisions import Provision, Stretch, Structure
from ingest.sentences import cut, segments, sentences

Rank = Literal["main", "deputy", "other"]
AssignmentKind = Literal["list", "sentence", "item", "responsibility", "scope"]
_ORDER: Final[tuple[AssignmentKind, ...]] = ("list", "sentence", "item", "responsibility", "scope")

_SCOPE: Final = re.compile(r"本.{1,8}?适用于(?P<who>.+)$")
_COLLECTIVE: Final = re.compile(r"[（(]以下(?:统|合)称(?:为)?[“\"]?(?P<term>[^”\"）)]+)[”\"]?[）)]")
_BY_ANALOGY: Final = re.compile(
    r"(?P<who>.+?)[，,]?(?:参照|比照)本.{1,8}?(?:的?规定)?(?:执行|适用|管理)"
)
_RESPONSIBILITY: Final = re.compile(
    r"(?:负有?|承担)(?:起)?(?P<what>[^，。；、负的]{0,12}?(?:责任|总责))$"
)
_LIST_OF_DUTIES: Final = re.compile(
    r"(?:职责|责任|任务|义务)(?:主要)?(?:是|包括|为|有|如下)?(?:以下|下列)?(?:内容|方面|事项|工作)?[:：]$"
    r"|(?:负责|履行|承担|做好|抓好|落实|开展)(?:好|起)?(?:以下|下列|如下)[^，。；]{0,14}[:：]$"
    r"|(?:主要)?负责[:：]$"
)
_HIS: Final = re.compile(r"(?:其|他们|上述人员)")
_BY_WHOM: Final = re.compile(
    r"由(?P<name>[^，。；由]+?)(?:具体)?(?:分管|负责|主管|兼任|担任(?![^，。；]{0,14}的)|牵头)"
)
_WHO: Final = re.compile(r"(?:原则上|具体)?(?:由.*)?(?:是|为|作为|担任|兼任|分管)")
_POST_AT_END: Final = re.compile(r"(?:[（(][^）)]*[）)])?$")
_NOT_DUTIES: Final = re.compile(
    r"问责|追责|追究|处分|处理的|通报批评|诫勉|从重|从轻|减轻|免予|免于|不予|申诉|复核|复查|影响期|提拔|"
    r"重用|奖励|表彰|嘉奖|考核结果|适用本|本.{1,6}所称|以下统称|以下简称"
)
_ELSEWHERE: Final = re.compile(r"追究|问责|奖励|表彰|奖惩|法律责任|罚则|附则|处分|容错")
_CLASSES: Final[tuple[tuple[Rank, re.Pattern[str]], ...]] = (
    ("other", re.compile(r"其他|其余|班子成员")),
    ("deputy", re.compile(r"分管|常务副|主管|副(?:书记|主任|市长|县长|区长|乡长|镇长|组长|总)")),
    (
        "main",
        re.compile(
            r"主要负责|主要领导|正职|行政首长|第一责任人|书记|总河长|总林长|市长|县长|镇长|主任"
        ),
    ),
)
_GENERAL: Final = re.compile(r"主要负责|主要领导|正职|分管|其他|其余|班子成员")
_LEVELS: Final = (
    ("province", re.compile(r"省级?|自治区级?")),
    ("city", re.compile(r"市级|(?<!本)(?<!全)市(?![（(]区|场|政|民|容)|地级|州级?|盟")),
    (
        "county",
        re.compile(r"县级|区级|(?<!社)(?<!辖)(?<!地)(?<!城)(?<!街)区(?!域)|县|旗|市[（(]区"),
    ),
    ("township", re.compile(r"乡|镇|街道")),
    ("village", re.compile(r"(?<!农)村|社区")),
)
_LEVEL_WORDS: Final = re.compile(
    r"^(?:(?:县级|市级|省级|乡镇|设区的市)?(?:以上|以下)?(?:地方)?各级(?:地方)?|县级以上(?:地方)?(?:各级)?|(?:省|市|县|区|乡|镇|村)级|"
    r"市、市（区）各?|[省市县区乡镇村、（）()街道社自治]+(?:级|各级)?(?=党|政|人民政府|总|河|林|湖|有|$)|本级|上级|下级|同级|乡镇|各|地方|全市|全省|全县|本地区|本市|本县|本省)+"
)


@dataclass(frozen=True, slots=True)
class Post:
    """A post as named in one place.

    ``context`` is what its level is read from where the name has none, ``organ_of`` another name whose organ
    is its too: in one clause on responsibility, or in what a collective term stands for.
    """

    name: Stretch
    context: str
    organ_of: str | None = None
    responsibility: str | None = None
    applies: Literal["直接", "参照"] = "直接"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A place that names posts: ``stretch`` is the sentence or lead-in, ``clauses`` what it says."""

    kind: AssignmentKind
    posts: tuple[Post, ...]
    stretch: Stretch
    clauses: tuple[Clause, ...] = ()


def find_assignments(structure: Structure, lexicon: Lexicon) -> list[Assignment]:
    """Return every place that names posts, in reading order."""
    found: list[Assignment] = []
    for paragraph in structure.paragraphs:
        found += _Paragraph(structure, paragraph, lexicon).assignments()
    return found


def find_roles(assignments: Sequence[Assignment]) -> list[RoleFacts]:
    """Return the roles, each once: where its duties stand, else its responsibility, else its scope."""
    named: dict[str, list[tuple[Assignment, Post]]] = {}
    for assignment in assignments:
        for post in assignment.posts:
            named.setdefault(key(post.name.text), []).append((assignment, post))
    general = [(a, p) for a in assignments for p in a.posts if p.responsibility]
    roles = []
    for places in named.values():
        assignment, post = min(places, key=lambda place: _ORDER.index(place[0].kind))
        own = next((p.responsibility for _, p in places if p.responsibility), None)
        roles.append(_role(post, own or _inherited(post, general)))
    order: dict[str, int] = {}
    numbered = []
    for role in sorted(roles, key=lambda r: r.start):
        order[role.at] = order.get(role.at, 0) + 1
        numbered.append(role.model_copy(update={"id": f"role-{role.at}-{order[role.at]}"}))
    return numbered


def key(name: str) -> str:
    """What two spellings of one role share: no blanks, no 各级 and no 的."""
    return re.sub(r"[\s的]|^各级?", "", name)


def level_of(name: str, context: str = "") -> str:
    """Read the level from a post's name, else from the words around it; ``all`` where no word tells.

    >>> level_of("县级以上各级党委常委会其他成员"), level_of("乡镇长"), level_of("各级党委主要负责人")
    ('county_and_above', 'township', 'all')
    """
    for words in (name, context):
        if re.search(r"县(?:级|（市、区）|\(市、区\))?(?:及|、)?以上", words):
            return "county_and_above"
        if "各级" in words:
            return "all"
        found = [level for level, pattern in _LEVELS if pattern.search(words)]
        if found:
            return _joined(found)
    return "all"


def _joined(found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    if found == ["township", "village"]:
        return "township_and_below"
    if "township" not in found and "village" not in found:
        return "county_and_above"
    return "all"


def _role(post: Post, responsibility: str | None) -> RoleFacts:
    text = post.name.text
    organ, position = organ_and_position(text)
    if organ is None:
        organ = organ_and_position(post.organ_of)[0] if post.organ_of else None
    level = level_of(text, post.context)
    if (
        post.applies == "参照"
    ):  # what the text says before its organ, nothing guessed from the organ
        said = re.match(r"[省市县区乡镇、（）()]+", text)
        level = level_of(said.group()) if said else "all"
    return RoleFacts(
        id="",
        name=text,
        level=level,
        organ=organ,
        position=position,
        responsibility=responsibility,
        applies=post.applies,
        rank=_rank(post),
        **post.name.place,
    )


def organ_and_position(name: str) -> tuple[str | None, str | None]:
    """Cut a post's name into its organ, without level and place, and the position in it.

    >>> organ_and_position("县级以上各级党委常委会其他成员")
    ('党委常委会', '其他成员')
    """
    from ingest.lexicon import default

    tokens = default().tags(name.rpartition("的")[2])
    begin = name.rfind("的") + 1
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].tag == "post"), None)
    if at is None:
        return None, None
    while at > 1 and tokens[at - 1].word in ("、", "和", "及") and tokens[at - 2].tag == "post":
        at -= 2  # 河长、湖长 is one position
    organ = _LEVEL_WORDS.sub("", name[begin : begin + tokens[at].start])
    return organ.strip("、的") or None, name[begin + tokens[at].start :]


def class_of(words: str) -> Rank | None:
    """Return whether a post is the first, the one in charge of the field, or another member."""
    return next((name for name, pattern in _CLASSES if pattern.search(words)), None)


def _rank(post: Post) -> Rank | None:
    """The class that the name tells; 由…分管 around it makes the one in charge."""
    own = class_of(post.name.text)
    return "deputy" if own != "other" and class_of(post.context) == "deputy" else own


def _inherited(post: Post, general: Sequence[tuple[Assignment, Post]]) -> str | None:
    """The responsibility that the general clause gives to a post's class."""
    if post.applies == "参照":
        return None
    own = _rank(post)
    for _, other in general:
        name = other.name.text
        same_post = organ_and_position(name)[1] == organ_and_position(post.name.text)[1]
        if same_post or (own is not None and _GENERAL.search(name) and class_of(name) == own):
            return other.responsibility
    return None


@dataclass(slots=True)
class _Paragraph:
    structure: Structure
    paragraph: Provision
    lexicon: Lexicon
    before: Post | None = None  # whom the sentence before this one gave its work

    def assignments(self) -> Iterator[Assignment]:
        if not self.paragraph.text or self.paragraph.address.parts[0] in ("tail", "header"):
            return
        items = self.structure.children(self.paragraph.address)
        if not items and not self.lexicon.may_name("post", self.paragraph.text):
            return
        said = sentences(self.paragraph)
        if (
            items
            and _LIST_OF_DUTIES.search(self.paragraph.text)
            and not self._factor_or_violation()
        ):
            yield from self._lead_in(said)
            said = said[:-1]
        for sentence in cut(self.paragraph, "。！？") if not items else said:
            if self.before is not None or self.lexicon.may_name("post", sentence.text):
                yield from self._sentence(sentence)

    def _factor_or_violation(self) -> bool:
        return bool(re.search(r"情形|情况之一|行为之一|问责|追究|处分", self.paragraph.text))

    # -- lists ---------------------------------------------------------------------------------------

    def _lead_in(self, said: Sequence[Stretch]) -> Iterator[Assignment]:
        lead = said[-1]
        posts = self._bearers(lead)
        if not posts and (_HIS.search(lead.text) or len(said) > 1):
            posts = tuple(p for s in said[:-1] for p in self._by_whom(s)) or tuple(
                p for s in said[:-1] for p in self._bearers(s)
            )
        if posts:
            yield Assignment("list", posts, lead)
            for item in self.structure.descendants(self.paragraph.address):
                yield from self._in_item(item)

    def _in_item(self, item: Provision) -> Iterator[Assignment]:
        """The posts that an item names as subjects of its own: they bear it in place of the lead-in's."""
        for part in cut(item, "。；;"):
            for segment in segments(part):
                name = post_at_begin(segment, self.lexicon)
                if name is not None:
                    yield Assignment("item", (Post(name, ""),), part)

    def _bearers(self, lead: Stretch) -> tuple[Post, ...]:
        posts = [
            self._post(c.subject, lead.text) for c in clauses_of(lead, self.lexicon) if c.named
        ]
        found = [p for p in posts if p is not None]
        if not found:
            found = [p for s in segments(lead) if (p := self._holder(s)) is not None]
        return tuple(found[:1])

    def _holder(self, segment: Stretch) -> Post | None:
        """The post in 乡镇长的主要职责：, where nothing of a predicate follows it."""
        words = re.split(r"的?(?:主要|工作|安全|岗位|具体)*(?:职责|责任|任务)", segment.text)[0]
        tokens = self.lexicon.tags(words)
        for end in range(len(tokens), 0, -1):
            if tokens[end - 1].tag == "post" and is_party(tokens[:end]):
                return Post(segment.part(0, tokens[end - 1].end), segment.text)
        return None

    def _by_whom(self, sentence: Stretch) -> Iterator[Post]:
        """The posts in 由…分管: bearers of the list whose lead-in says 其."""
        for segment in segments(sentence):
            for match in _BY_WHOM.finditer(segment.text):
                name = segment.group(match, "name")
                if self._is_post(name):
                    yield Post(name, segment.text)

    # -- sentences -----------------------------------------------------------------------------------

    def _sentence(self, sentence: Stretch) -> Iterator[Assignment]:
        if scope := _SCOPE.search(sentence.text):
            yield from self._scope(sentence, scope)
            return
        if analogy := _BY_ANALOGY.match(sentence.text):
            yield from self._by_analogy(sentence, analogy)
            return
        clauses = clauses_of(sentence, self.lexicon)
        responsible = [c for c in clauses if self._responsibility(c) and not c.condition]
        first = next((c.subject.text for c in responsible if c.subject), None)
        for clause in responsible:
            post = self._post(clause.subject, "")
            if post is not None:
                what = self._responsibility(clause)
                told = replace(post, responsibility=what, organ_of=first)
                yield Assignment("responsibility", (told,), sentence)
        rest = [c for c in clauses if c not in responsible and not says_who(c)]
        if rest and not self._elsewhere(sentence):
            yield from self._duties(sentence, rest)

    def _scope(self, sentence: Stretch, scope: re.Match[str]) -> Iterator[Assignment]:
        who = sentence.group(scope, "who")
        if collective := _COLLECTIVE.search(who.text):
            term = who.group(collective, "term")
            if self._is_post(term):
                meant = self._first_post(who.text[: collective.start()])
                yield Assignment("scope", (Post(term, "", meant),), sentence)
            return
        name = who.strip("。的 ")
        if self._is_post(name):
            yield Assignment("scope", (Post(name, ""),), sentence)

    def _first_post(self, text: str) -> str | None:
        """The first post of an enumeration: 市党委和政府领导班子成员以及乡镇…."""
        posts = [t.end for t in self.lexicon.tags(text) if t.tag == "post"]
        return text[: posts[0]] if posts else None

    def _by_analogy(self, sentence: Stretch, analogy: re.Match[str]) -> Iterator[Assignment]:
        posts = [
            Post(part, part.text, applies="参照")
            for part in segments(sentence.group(analogy, "who"))
            if self._is_post(part)
        ]
        if posts:
            yield Assignment("scope", tuple(posts), sentence)

    def _responsibility(self, clause: Clause) -> str | None:
        match = _RESPONSIBILITY.search(clause.words.text)
        return match["what"] if match else None

    def _elsewhere(self, sentence: Stretch) -> bool:
        """Does the sentence speak of accountability, reward or effect, which have parts of their own?"""
        if _NOT_DUTIES.search(sentence.text):
            return True
        chapters = self.structure.containers(self.paragraph.address)
        return any(c.title and _ELSEWHERE.search(c.title) for c in chapters)

    def _duties(self, sentence: Stretch, clauses: Sequence[Clause]) -> Iterator[Assignment]:
        runs: list[tuple[Post | None, list[Clause]]] = []
        for clause in clauses:
            if clause.named or not runs:
                runs.append((self._post(clause.subject, sentence.text), []))
            runs[-1][1].append(clause)
        if runs[0][1][0].subject is None and self.before is not None:
            runs[0] = (self.before, runs[0][1])  # 。每季度听取汇报…: the same post, not said again
        self.before = runs[-1][0]
        for post, run in runs:
            if post is not None:
                here = post.name.start if run[0].subject is not None else run[0].whole.start
                begin = min(run[0].whole.start, here)
                stretch = Stretch(sentence.provision, begin, run[-1].whole.end)
                yield Assignment("sentence", (post,), stretch, tuple(run))

    # -- names ---------------------------------------------------------------------------------------

    def _post(self, subject: Stretch | None, context: str) -> Post | None:
        """The subject as a post; an organ or a thing is none, nor is somebody who is only acted upon."""
        if subject is None or subject.text.startswith(("被", "受", "负有责任")):
            return None
        return Post(subject, context) if self._is_post(subject) else None

    def _is_post(self, name: Stretch) -> bool:
        tokens = self.lexicon.tags(_POST_AT_END.sub("", name.text))
        if tokens and tokens[-1].word == "等":
            tokens = tokens[:-1]
        return bool(tokens) and tokens[-1].tag == "post"


def says_who(clause: Clause) -> bool:
    """Return whether a clause says who answers (是第一责任人, 分管安全生产工作) and not what to do."""
    return _WHO.match(clause.words.text) is not None


def post_at_begin(segment: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return the post that a segment begins with as its subject, if any."""
    subject = subject_of(segment, lexicon)
    if subject is None:
        return None
    tokens = lexicon.tags(subject.text)
    return subject if tokens and tokens[-1].tag == "post" else None
