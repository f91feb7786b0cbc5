"""What a document says of itself: title, kind, status, region, issuers, number, dates, and how it calls itself."""

import re

from ingest.facts import DocumentFacts, Status
from ingest.final import find_effective, iso_date
from ingest.patterns import DOC_NUMBER, SELF
from ingest.provisions import Structure
from ingest.titles import instrument_key, kind_word, region_of

_DRAFT = re.compile(
    r"[（(【\[]?(?:公开)?(?:征求意见稿|征求意见|草案|送审稿|讨论稿|修订草案|意见征集稿)[）)】\]]?"
)
_TRIAL = re.compile(r"[（(]\s*(?:试行|暂行)\s*[）)]|试行(?:办法|规定|条例|细则|意见)?$")
_REPEALED = re.compile(r"[（(【](?:已废止|废止|失效|已失效)[）)】]")
_NOTE = re.compile(r"[（(](?P<note>[^（）()]*\d{4}\s*年[^（）()]*)[）)]")
_ACT = re.compile(r"通过|公布|发布|印发|批准|修正|修订|施行")
_ISSUER = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,24}?(?:人民代表大会常务委员会|人民代表大会|常务委员会|国务院|人民政府|"
    r"党委|省委|市委|区委|县委|办公厅|办公室|委员会|人民法院|人民检察院|部|局|厅|委))(?:令|公告|文件|关于|发布|印发|公布|通过|$)"
)
_COURTS = re.compile(r"最高人民法院|最高人民检察院")
_PARTY_TITLE = re.compile(r"中国共产党|中共")
_PARTY_NUMBER = re.compile(r"[委党][办发]?[〔\[]")
_PARTY_KINDS = ("条例", "准则", "规则", "规定", "办法", "细则")


def document_of(structure: Structure) -> DocumentFacts:
    """Return the document's facts about itself; what it does not say is None, never guessed from elsewhere."""
    head = _head(structure)
    title = structure.title
    number = DOC_NUMBER.search(head)
    issuers = _issuers(structure, head)
    region = region_of(title) or _region_of_issuers(issuers)
    effective = find_effective(structure)
    date = _adopted(head)
    in_force = (effective.date if effective else None) or date
    doc_number = re.sub(r"\s", "", number.group()) if number else None
    key = instrument_key(title, doc_number, issuers, region)
    version = date or in_force or structure.source.sha256[:8]
    return DocumentFacts(
        id=f"{key or structure.source.name}@{version}",
        title=title,
        kind=_kind(title, issuers, doc_number, local=bool(region)),
        status=_status(structure, head),
        region=region,
        issuers=issuers,
        doc_number=doc_number,
        adopted=date,
        effective=in_force if effective and effective.date else None,
        self_names=_self_names(structure),
        sha256=structure.source.sha256,
        format=structure.source.format,
        name=structure.source.name,
    )


def _head(structure: Structure) -> str:
    """The words before the first unit, without those of a preamble."""
    return "\n".join(
        structure.source.text[start:end]
        for p in structure.provisions
        if str(p.address) == "header"
        for start, end in p.segments
    )


def _status(structure: Structure, head: str) -> Status:
    words = re.sub(r"\s", "", head) or structure.title
    if _DRAFT.search(words):
        return "征求意见稿"
    if _REPEALED.search(words):
        return "已废止"
    if _TRIAL.search(words) or _TRIAL.search(structure.title):
        return "试行"
    return "未知"


def _adopted(head: str) -> str | None:
    """The date of the issue note: of the last act that it tells, since the text is that version."""
    for note in _NOTE.finditer(head):
        if _ACT.search(note["note"]):
            dates = re.findall(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日", note["note"])
            days = [iso_date(re.sub(r"\s", "", d)) for d in dates]
            return max((d for d in days if d), default=None)
    return None


def _issuers(structure: Structure, head: str) -> list[str]:
    found: list[str] = []
    for line in head.splitlines():
        words = re.sub(r"\s", "", line)
        note = _NOTE.search(line)
        if note:
            plain = re.sub(r"\d{4}年\d{1,2}月\d{1,2}日", "", re.sub(r"\s", "", note["note"]))
            found += [m["issuer"] for m in _ISSUER.finditer(plain)]
        elif words.endswith(("令", "公告", "文件")):
            found += [m["issuer"] for m in _ISSUER.finditer(words)]
    return list(dict.fromkeys(_without_session(name) for name in found))


def _without_session(name: str) -> str:
    """第十届某市人民代表大会 is that congress, in whichever session."""
    return re.sub(r"第[一二三四五六七八九十百]+(?:届|次|号)(?:会议)?", "", name)


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
