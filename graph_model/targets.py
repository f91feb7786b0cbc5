"""Which loaded text a citation means: which instrument, and which version of it; or why that is unknown."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph_model.names import plain, same_issuers
from graph_model.units import Place, find_among
from ingest.titles import title_key

_DRAFT = "征求意见稿"
_OF_THE_PAST = {"amends": "修改", "repeal": "废止"}
"""Kinds of citations that mean the text which stood before the citing one, and what is done to it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A loaded text as far as a citation can name it."""

    id: str
    title: str
    title_key: str | None
    number_key: str | None
    issuers: list[str] | None
    region: str | None
    status: str
    adopted: str | None
    effective: str | None
    instrument: str
    volume: str | None = None
    numbered: str | None = None

    @property
    def since(self) -> str | None:
        """The date from which it can be the one in force: a revision keeps the day of the first text."""
        return max(filter(None, (self.effective, self.adopted)), default=None)

    def is_named_by(self, title: str) -> bool:
        """Is this its whole title, and one that tells it from those of other places and issuers?"""
        return "@" not in self.instrument and title_key(title) == title_key(self.title)


@dataclass(frozen=True, slots=True)
class Target:
    """What a citation leads to: always an instrument, a text of it where that is known."""

    instrument: str
    status: str
    document: str | None = None
    title: str | None = None
    reason: str | None = None
    note: str | None = None
    volumes: tuple[str, ...] = ()
    """The documents of a text that came in several files; ``document`` is then None."""
    late: bool = False
    """Is the text one that was made after the citing one, which amends or repeals what stood before?"""

    @property
    def documents(self) -> tuple[str, ...]:
        """The loaded documents that hold the text: one, or its volumes."""
        return (self.document,) if self.document else self.volumes


def choose(citation: dict[str, Any], texts: Sequence[Text], citing: Text) -> Target:
    """Return what the citation means among the loaded texts; ``citing`` is the text that it stands in."""
    same = [t for t in texts if _can_mean(citation, t)]
    stub = citation["stub"]
    if not same:
        return Target(stub, "not_loaded", reason=_not_loaded(citation, texts))
    chosen = _decided(citation, same, citing)
    instruments = sorted({t.instrument for t in chosen})
    if len(instruments) != 1:
        return Target(stub, "ambiguous", reason=_undecided(same))
    if citation["kind"] in _OF_THE_PAST and instruments == [citing.instrument]:
        return _own_past(chosen, citing)
    return _version(citation, chosen, citing)


def locate(
    target: Target, units: Sequence[str], places: Mapping[str, Place]
) -> tuple[str, str | None, list[tuple[str, str]]]:
    """Return the status, its reason and the provisions of a citation whose text is chosen.

    ``places`` are those of the documents that hold the text; none is asked where the choice is open.
    """
    if target.status != "resolved":
        return target.status, target.reason, []
    found = find_among(units, {d: places.get(d, Place()) for d in target.documents})
    if found.status != "resolved":
        return found.status, f"《{target.title}》{found.reason}", found.ends
    return target.status, target.reason, found.ends


def _can_mean(citation: dict[str, Any], text: Text) -> bool:
    """Tell whether number or title are the same and neither number nor issuers speak against it."""
    number, title = citation["number_key"], citation["title_key"]
    if number and text.number_key:
        return bool(number == text.number_key)
    if title is None or title != text.title_key:
        return False
    return (
        text.is_named_by(citation["target"])
        or same_issuers(_cited(citation), _issuers(text)) is not False
    )


def _decided(citation: dict[str, Any], texts: list[Text], citing: Text) -> list[Text]:
    """Return the texts that the strongest sign at hand speaks for; none where the title alone is left
    and others may have issued one under it too."""
    number = citation["number_key"]
    signs = (
        [t for t in texts if number and number == t.number_key],
        [t for t in texts if same_issuers(_cited(citation), _issuers(t))],
        [t for t in texts if t.region and t.region == citing.region],
        [t for t in texts if t.is_named_by(citation["target"])],
    )
    return next((found for found in signs if found), [])


def _version(citation: dict[str, Any], texts: list[Text], citing: Text) -> Target:
    """Return the version that was in force when the citing text was adopted, where that can be known."""
    year = citation["version"]
    if year and (named := [t for t in texts if _is_of(t, year)]):
        return _only(named, None) if len(named) == 1 else _several(named)
    versions = _versions([t for t in texts if t.status != _DRAFT] or texts)
    when = citing.adopted or citing.effective
    done = _OF_THE_PAST.get(citation["kind"])
    if len(versions) == 1:
        first = versions[0][0]
        late = bool(done and when and first.since and first.since >= when)
        if citation["units"] and when and not year and _is_after(first.numbered, when, late=late):
            return _renumbered(versions[0])
        doubt = _past(first, str(done)) if late else _doubt(first, when, year)
        return replace(_only(versions[0], doubt), late=late)
    if when is None or year or not all(version[0].since for version in versions):
        return _several(texts)
    before = [v for v in versions if not _is_after(v[0].since, when, late=bool(done))]
    if not before:  # numbers may have moved since: of several later texts none is taken
        return _several(texts)
    latest = before[-1][0].since
    told = f"取{done}以前的" if done else "取引用文件通过时施行的"
    note = f"已载入{len(versions)}个文本，{told}（{latest}）"
    return _one_of([v for v in before if v[0].since == latest], versions, note)


def _own_past(texts: list[Text], citing: Text) -> Target:
    """A text that amends or repeals an instrument of its own title means one of its earlier texts."""
    if all(t.id == citing.id for t in texts):
        return Target(citing.instrument, "not_loaded", reason="所指的是本文件此前的文本，未载入")
    reason = "所指的是本文件此前的文本，不能确定是哪一个"
    return Target(citing.instrument, "ambiguous", reason=reason)


def _is_after(date: str | None, when: str, *, late: bool) -> bool:
    """Is a date after the citing text's, or for what it amends or repeals the same day: the day of its outcome?"""
    return date is not None and (date > when or (late and date == when))


def _versions(texts: Sequence[Text]) -> list[list[Text]]:
    """Return the texts by version, the earliest first; the volumes of one text are one version."""
    single = [[t] for t in texts if not t.volume]
    volumes: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        if text.volume:
            volumes[text.id.rpartition("·")[0]].append(text)
    return sorted([*single, *volumes.values()], key=lambda v: (v[0].since or "", v[0].id))


def _one_of(latest: list[list[Text]], all_: list[list[Text]], note: str) -> Target:
    if len(latest) == 1:
        return _only(latest[0], note)
    return _several([text for version in all_ for text in version])


def _only(version: list[Text], note: str | None) -> Target:
    first = version[0]
    if first.volume:
        volumes = tuple(t.id for t in version)
        return Target(first.instrument, "resolved", None, first.title, None, note, volumes)
    return Target(first.instrument, "resolved", first.id, first.title, note=note)


def _renumbered(version: list[Text]) -> Target:
    """The text is known, its provisions are not: their numbers may be others than when they were cited."""
    first, only = version[0], _only(version, None)
    reason = f"只载入了引用文件通过以后的文本（{first.numbered}），条号可能已经变动"
    return replace(only, status="ambiguous", reason=reason)


def _several(texts: list[Text]) -> Target:
    return Target(
        texts[0].instrument,
        "ambiguous",
        reason=f"该文件已载入{len(texts)}个文本，不能确定引用文件通过时施行的是哪一个",
    )


def _past(text: Text, done: str) -> str:
    return f"只载入了{done}以后的文本（{text.since}），{done}的是此前的文本"


def _doubt(text: Text, when: str | None, year: str | None) -> str | None:
    """Return what a reader must know about the only text at hand, None where it is the right one."""
    if year:
        return f"引用写明{year}年的版本，与已载入的文本是否相同不能确定"
    if when is None or text.since is None:
        return "只载入了一个文本，引用文件通过时施行的是否为此文本不能确定"
    return None if text.since <= when else f"只载入了引用文件通过以后的文本（{text.since}）"


def _is_of(text: Text, year: str) -> bool:
    return any((date or "").startswith(year) for date in (text.adopted, text.effective))


def _not_loaded(citation: dict[str, Any], texts: Sequence[Text]) -> str:
    if any(t.title_key == citation["title_key"] for t in texts if citation["title_key"]):
        return "所引文件未载入：已载入的同题文件，文号或制发机关与引用所写不同"
    return "所引文件未载入"


def _undecided(texts: list[Text]) -> str:
    names = "、".join(sorted({t.instrument for t in texts}))
    return f"已载入同题的文件（{names}），引用未写明文号、制发机关或地区，不能确定所指"


def _cited(citation: dict[str, Any]) -> list[str]:
    """Return the issuers that a citation names, before the title or in it."""
    return [plain(i) for i in citation["issuers"] or []] or _in_title(citation["target"])


def _issuers(text: Text) -> list[str]:
    return [plain(i) for i in text.issuers or []] or _in_title(text.title)


def _in_title(title: str) -> list[str]:
    before, about, _ = title_key(title).partition("关于")
    return [before] if before and about else []
