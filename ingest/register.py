"""The register of parties: what a bearer's words name, as bodies of one name each, with level, kind and openness.

建设单位、施工单位和监理单位 are three bodies, 公安、民政等部门 two; 工商行政管理部门 is the body that is called
市场监督管理部门 today; 有关部门 stays open, since no reader can know which one is meant. Kinds and synonyms stand in
data/lexicon/register.txt.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal, cast

from ingest.lexicon import FOLDER
from ingest.roles import level_of

FILE: Final = FOLDER / "register.txt"

Kind = Literal[
    "政府", "党委", "人大", "司法机关", "部门", "企业事业单位", "社会组织", "岗位", "个人", "其他"
]

_JOIN: Final = re.compile(
    r"、|，|以及|及其|和(?!个人|国|平|谐|解)|(?<![普涉危波触以])及(?!时)|或者|或(?!个人)|(?<!参)与(?!会)"
)
_SHARED_END: Final = re.compile(
    r"等?(?P<end>(?:行政)?(?:主管)?(?:部门|机关|机构|单位|企业|组织|人员))$"
)
_WHOLE: Final = re.compile(
    r"(?:主管|职责|管理|任何|一切|所有).*的|[（(]|任何|单位和个人|单位或者个人|组织和个人|组织或者个人|的"
)
"""Words that are one name though they are joined: 负有安全生产和消防职责的部门, 任何单位和个人."""
_PLACE_WORD: Final = re.compile(
    r"^(?:[^、]*?(?:各|沿海))?(?:省|自治区|直辖市|设区的市|市|自治州|州|县|县级市|区|自治县|旗|乡|民族乡|镇|城市|地区|地|街道)$"
)
_LEADING: Final = re.compile(
    r"^(?:各类?|其他|相应的?|上述|前述|该|其|本|所在地的?|当地的?|所属的?)(?=[^级地市县省区乡镇村条法办])"
)
_OPEN: Final = re.compile(
    r"有关|相关|其他|相应|上述|^(?:该|其)"
    r"|^(?:[省市县区乡镇级以上各地方国务院、（）]|人民政府)*(?:行政)?(?:主管|监督管理)?(?:部门|机关|机构|单位|组织|人员)$"
)
_PLACE: Final = re.compile(r"^地方(?=各?级?人民政府)|(?<=县级以上)地方(?=各级|人民政府)")


@dataclass(frozen=True, slots=True)
class Party:
    """One body of the register.

    ``name`` is without differences of writing, ``level`` as of roles (all, county_and_above, …), ``is_open`` tells
    that the words leave open which body it is.
    """

    name: str
    level: str
    kind: Kind
    is_open: bool


@lru_cache(maxsize=8192)
def parties_of(words: str) -> tuple[Party, ...]:
    """Return the bodies that a bearer's words name, each once, in their order.

    >>> [p.name for p in parties_of("建设单位、施工单位和监理单位")]
    ['建设单位', '施工单位', '监理单位']
    >>> [p.name for p in parties_of("公安、民政等部门")], parties_of("有关部门")[0].is_open
    (['公安部门', '民政部门'], True)
    """
    return tuple(dict.fromkeys(map(_party, _names(_plain(words))))) if words.strip() else ()


def _plain(words: str) -> str:
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", words))
    return plain.replace("(", "（").replace(")", "）")


def _names(words: str) -> Iterator[str]:
    """Take an enumeration apart, its common end given to each; what is one name stays whole."""
    if _WHOLE.search(words):
        yield words
        return
    parts = _parts(words)
    shared = _SHARED_END.search(parts[-1]) if len(parts) > 1 else None
    for part in parts:
        bare = re.sub(r"等$", "", part)
        if shared and part is not parts[-1] and not _is_whole_name(bare):
            yield bare + shared["end"]
        elif shared and part is parts[-1]:
            bare = part[: shared.start()]
            yield bare if _is_whole_name(bare) else bare + shared["end"]
        else:
            yield bare


def _parts(words: str) -> list[str]:
    """Cut at the joins; 市、县（区）人民政府 is one part, and so is 住房和城乡建设部门."""
    kept = _register().uncut.sub(lambda m: m[0].replace("和", "\0"), words)
    parts: list[str] = []
    place = ""
    at = 0
    for join in [*_JOIN.finditer(kept), None]:
        end = join.start() if join else len(kept)
        part = kept[at:end]
        if part and join and _PLACE_WORD.match(part):
            place += kept[at : join.end()]
        elif part:
            parts.append((place + part).replace("\0", "和"))
            place = ""
        at = join.end() if join else end
    return parts or [words]


def _is_whole_name(part: str) -> bool:
    return _kind(part) != "其他"


def _party(name: str) -> Party:
    name = _LEADING.sub("", name) or name
    name = _PLACE.sub("", name) or name
    for old, new in _register().synonyms.items():
        if name.endswith(old):
            name = name.removesuffix(old) + new
            break
    return Party(name, level_of(name), _kind(name), bool(_OPEN.search(name)))


def _kind(name: str) -> Kind:
    return next((kind for pattern, kind in _register().kinds if pattern.search(name)), "其他")


@dataclass(frozen=True, slots=True)
class _Register:
    kinds: tuple[tuple[re.Pattern[str], Kind], ...]
    synonyms: dict[str, str]
    uncut: re.Pattern[str]


@cache
def _register() -> _Register:
    """Read the file: 类 lines in the order in which they are tried, 同 lines of synonyms, 整 lines of uncut names."""
    uncut: list[str] = []
    kinds: list[tuple[re.Pattern[str], Kind]] = []
    synonyms: dict[str, str] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        word, name, *others = line.split()
        if word == "类":
            kinds.append(
                (re.compile(f"(?:{'|'.join(others)})$"), cast(Kind, name))
            )  # a test holds the file to the kinds
        elif word == "整":
            uncut += [name, *others]
        else:
            synonyms |= dict.fromkeys(others, name)
    return _Register(
        tuple(kinds),
        dict(sorted(synonyms.items(), key=lambda s: -len(s[0]))),
        re.compile("|".join(sorted(uncut, key=len, reverse=True))),
    )
