"""Laws, and regulations of the State Council, with the local regulations that have their name, in a folder of texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.batch import files_in
from ingest.titles import region_of

_DATED = re.compile(r"(?P<title>.+?)[(（](?P<date>\d{4}-\d{2}-\d{2})[)）]")


_Dated = tuple[str, str, Path]
"""The date of a text, its title, and its file."""


@dataclass(frozen=True, slots=True)
class Files:
    """The file of a law, or of a regulation of the State Council, and that of a local regulation under it."""

    law: str
    upper: Path
    lower: Path


def pairs_in(folder: Path) -> list[Files]:
    """Return the regulations of a place that have a law's name, each with the law's text that was in force.

    Where no law has it, a regulation of the State Council is looked for (物业管理条例, of 丽水市物业管理条例).
    """
    named = [
        (m["title"], m["date"], p) for p in files_in(folder) if (m := _DATED.fullmatch(p.stem))
    ]
    laws: dict[str, list[_Dated]] = {}
    regulations: dict[str, list[_Dated]] = {}
    for title, date, path in named:
        subject = title.removeprefix("中华人民共和国")
        if region_of(title):
            continue
        if subject.endswith("法") and not subject.endswith("办法"):
            laws.setdefault(subject.removesuffix("法"), []).append((date, title, path))
        elif subject.endswith("条例"):
            regulations.setdefault(subject.removesuffix("条例"), []).append((date, title, path))
    found = []
    for title, date, path in named:
        region = region_of(title)
        if region is None or not title.endswith(("条例", "办法", "规定")):
            continue
        subject = re.sub(r"^(?:实施)?《?", "", title.removeprefix(region))
        texts = _named(laws, subject) or _named(regulations, subject)
        if in_force := [text for text in texts if text[0] <= date]:
            _, law, upper = max(in_force)
            found.append(Files(law, upper, path))
    return found


def _named(texts: Mapping[str, list[_Dated]], subject: str) -> list[_Dated]:
    """The texts of the longest name with which a subject begins."""
    name = max((n for n in texts if subject.startswith(n)), key=len, default="")
    return texts.get(name, [])
