"""What a document says of itself: title, kind, status, region, issuers, number, dates, and how it calls itself."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from ingest.facts import DocumentFacts, Problem, Status
from ingest.final import find_effective, iso_date
from ingest.patterns import DOC_NUMBER, SELF
from ingest.provisions import Structure
from ingest.titles import instrument_key, kind_word, region_of

_DRAFT: Final = re.compile(
    r"[（(【\[]?(?:公开)?(?:征求意见稿|征求意见|草案|送审稿|讨论稿|修订草案|意见征集稿)[）)】\]]?"
)
_TRIAL: Final = re.compile(r"[（(]\s*(?:试行|暂行)\s*[）)]|试行(?:办法|规定|条例|细则|意见)?$")
_REPEALED: Final = re.compile(r"[（(【](?:已废止|废止|失效|已失效)[）)】]")
_NOTE: Final = re.compile(r"[（(](?P<note>[^（）()]*\d{4}\s*年[^（）()]*)[）)]")
_NOTE_LINE: Final = re.compile(r"[（(]?(?:根据)?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.")
_IN_FORCE: Final = re.compile(r"自?\d{4}年\d{1,2}月\d{1,2}日起?(?:施行|生效|实施)")
_VOLUME: Final = re.compile(r"[\u4e00-\u9fff]{1,8}编|总则|分则|附则")
_DAY: Final = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_DATED_NAME: Final = re.compile(r"[（(](?P<date>\d{4}-\d{2}-\d{2})[）)]\.\w+$")
_ACT: Final = re.compile(r"通过|公布|发布|印发|批准|修正|修订|施行")
_BROKEN_NOTE: Final = 3
"""A note may go on for so many lines, where the names of what a decision amends fill some."""
_UNPUBLISHED, _PUBLISHED = timedelta(days=366), timedelta(days=92)
"""So long after the last act that is told the text may have been made public: after an adoption or approval, a
court's even a year; after any other act, or a further one, soon."""
# Notes that were glued together: of 批准根据某市人民代表大会常务委员会 the committee is meant.
_ACT_BEFORE: Final = re.compile(r"^.*(?:批准|通过|公布|发布|修正|修订|施行|根据)(?:的|并)?")
_ISSUER: Final = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,24}?(?:人民代表大会常务委员会|人民代表大会|常务委员会|国务院|人民政府|"
    r"党委|省委|市委|区委|县委|办公厅|办公室|委员会|人民法院|人民检察院|部|局|厅|委))(?:令|公告|文件|关于|发布|印发|公布|通过|$)"
)
_COURTS: Final = re.compile(r"最高人民法院|最高人民检察院")
_PARTY_TITLE: Final = re.compile(r"中国共产党|中共")
_PARTY_NUMBER: Final = re.compile(r"[委党][办发]?[〔\[]")
_PARTY_KINDS: Final = ("条例", "准则", "规则", "规定", "办法", "细则")


def document_of(structure: Structure) -> DocumentFacts:
    """Return the document's facts about itself; what it does not say is None, never guessed from elsewhere."""
    return read_document(structure)[0]


def read_document(structure: Structure) -> tuple[DocumentFacts, list[Problem]]:
    """Return the document's facts about itself, and what is strange about them."""
    head = _head(structure)
    title = structure.title
    number = DOC_NUMBER.search(head)
    notes = _notes(head)
    issuers = _issuers(head, notes)
    region = region_of(title) or _region_of_issuers(issuers)
    effective = find_effective(structure)
    made, strange = _adopted(notes, structure.source.name)
    adopted = made.isoformat() if made else None
    in_force = (effective.date if effective else None) or adopted
    doc_number = re.sub(r"\s", "", number.group()) if number else None
    key = instrument_key(title, doc_number, issuers, region)
    version = adopted or in_force or structure.source.sha256[:8]
    volume = _volume(head, title)
    document = DocumentFacts(
        id=f"{key or structure.source.name}@{version}" + (f"·{volume}" if volume else ""),
        title=title,
        kind=_kind(title, issuers, doc_number, local=bool(region)),
        status=_status(structure, head),
        region=region,
        issuers=issuers,
        doc_number=doc_number,
        adopted=adopted,
        effective=in_force if effective and effective.date else None,
        volume=volume,
        numbered=_numbered(notes) or adopted,
        self_names=_self_names(structure),
        sha256=structure.source.sha256,
        format=structure.source.format,
        name=structure.source.name,
    )
    problems = [Problem(code="dates", at="header", message=strange)] if strange else []
    return document, problems


def _head(structure: Structure) -> str:
    """The words before the first unit, without those of a preamble."""
    return "\n".join(
        structure.source.text[start:end]
        for p in structure.provisions
        if str(p.address) == "header"
        for start, end in p.segments
    )


def _numbered(notes: list[str]) -> str | None:
    """The last act that may have given articles other numbers, of a law that is amended by 修正案.

    These insert 第X条之一 and never count anew, and so do decisions on the same law beside them.
    """
    if not any("修正案" in note for note in notes):
        return None
    days = [
        iso_date(day)
        for note in notes
        if "《" not in note
        for day in _DAY.findall(_IN_FORCE.sub("", note))
    ]
    return max(filter(None, days), default=None)


def _volume(head: str, title: str) -> str | None:
    """The part of a code that a file holds, where the line under the title names one."""
    lines = [words for line in head.splitlines() if (words := line.strip("# 　\t"))]
    after = lines[lines.index(title) + 1 :] if title in lines else []
    return after[0] if after and _VOLUME.fullmatch(after[0]) else None


def _status(structure: Structure, head: str) -> Status:
    words = re.sub(r"\s", "", head) or structure.title
    if _DRAFT.search(words):
        return "征求意见稿"
    if _REPEALED.search(words):
        return "已废止"
    if _TRIAL.search(words) or _TRIAL.search(structure.title):
        return "试行"
    return "未知"


def _notes(head: str) -> list[str]:
    """The issue notes: in brackets under the title, or lines of a date and an act, without blanks."""
    bracketed = [m["note"] for m in _NOTE.finditer(head)]
    lines = list(_note_lines(head))
    notes = bracketed + [line for line in lines if not any(note in line for note in bracketed)]
    return [re.sub(r"\s", "", note) for note in notes if _ACT.search(note)]


def _note_lines(head: str) -> Iterator[str]:
    """Yield the lines that begin with a date, each with those that it goes on to until it tells its act."""
    lines = [line for line in head.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        if not _NOTE_LINE.match(line.strip()):
            continue
        note = line
        for following in lines[number + 1 : number + _BROKEN_NOTE]:
            if _is_whole(note) or _NOTE_LINE.match(following.strip()):
                break
            note += following
        yield note


def _is_whole(note: str) -> bool:
    """Does a note tell its act, all titles closed?"""
    outside = re.sub(r"《.*》", "", note)
    return "《" not in outside and _ACT.search(outside) is not None


def _adopted(notes: list[str], name: str) -> tuple[date | None, str | None]:
    """Return the date of the version, and what is strange about it.

    It is the last act that the notes tell, since the text is that version. Where they tell none, the date in
    brackets at the end of the file's name, as collections of laws give it; so too where that is a later
    version's: the notes of a collection stop at times before its text does.
    """
    acts = [_IN_FORCE.sub("", note) for note in notes]
    told = [(day, act) for act in acts for words in _DAY.findall(act) if (day := _day(words))]
    dated = _DATED_NAME.search(name)
    named = _day(dated["date"]) if dated else None
    if not told:
        return named, None
    last, act = max(told)
    first_made = len(told) == 1 and re.search(r"通过|批准", act)
    if named is None or named - last <= (_UNPUBLISHED if first_made else _PUBLISHED):
        return last, None
    return named, f"题注只写到{last}，文件名写明的是{named}的文本，以后者为准"


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(iso_date(words) or words)
    except ValueError:  # no such day in the calendar
        return None


def _issuers(head: str, notes: list[str]) -> list[str]:
    """Who issued the text, by the notes and by a letterhead such as 某省人民政府令."""
    found: list[str] = []
    for note in notes:
        plain = _without_session(re.sub(r"\d{4}年\d{1,2}月\d{1,2}日|《.*》", "", note))
        found += [_ACT_BEFORE.sub("", m["issuer"]) for m in _ISSUER.finditer(plain)]
    for line in head.splitlines():
        words = re.sub(r"\s", "", line)
        if words.endswith(("令", "公告", "文件")):
            found += [_without_session(m["issuer"]) for m in _ISSUER.finditer(words)]
    return list(dict.fromkeys(found))


def _without_session(name: str) -> str:
    """第十届某市人民代表大会 is that congress, in whichever session or meeting."""
    plain = re.sub(r"第[一二三四五六七八九十百\d]+(?:届|次|号)(?:(?:常务)?会议)?", "", name)
    return re.sub(r"(?:审判|检察)委员会(?=通过)", "", plain)


def _region_of_issuers(issuers: list[str]) -> str | None:
    """The place whose organ issued a text that does not name it: 安全生产条例 of two provinces are two."""
    places = (region_of(issuer.removeprefix("中共")) for issuer in issuers)
    return next((place for place in places if place), None)


def _kind(title: str, issuers: list[str], doc_number: str | None, *, local: bool) -> str:
    """The class of instrument that title and issuers tell; 未知 where they do not."""
    word = kind_word(title) or ""
    by = "、".join(issuers)
    court = _COURTS.search(title) or (_COURTS.search(by) and word in ("解释", "规定", "批复"))
    party = _PARTY_TITLE.match(title) or _PARTY_NUMBER.search(doc_number or "")
    rules: tuple[tuple[str, object], ...] = (
        ("司法解释", court),
        ("党内法规", party and word in _PARTY_KINDS),
        ("规范性文件", party),
        ("法律", word in ("法", "法典", "宪法", "基本法") and not local),
        ("地方性法规", word == "条例" and local),
        ("行政法规", word == "条例"),
        ("地方性法规", "人民代表大会" in by and local),
        ("法律", "人民代表大会" in by),
        (
            "规章",
            word in ("规定", "办法", "细则", "规则") and re.search(r"令第?", doc_number or ""),
        ),
        ("规范性文件", word),
    )
    return next((kind for kind, holds in rules if holds), "未知")


def _self_names(structure: Structure) -> list[str]:
    """The self-names that the text uses, the most frequent first."""
    counts: dict[str, int] = {}
    for provision in structure.provisions:
        for match in SELF.finditer(provision.text):
            if match["kind"] in structure.title[-8:]:
                counts[match.group()] = counts.get(match.group(), 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name))
