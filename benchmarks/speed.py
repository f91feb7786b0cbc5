"""How fast texts are read: a folder as a whole, and records against jieba.cut on the same words in the same run."""

import json
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest import citations, norms
from ingest.batch import files_in, read_files
from ingest.lexicon import reference
from ingest.pipeline import parse
from ingest.readers import read_source


@dataclass(frozen=True, slots=True)
class Reading:
    """How long a folder took: documents, refused files, characters, seconds, peak memory in MB."""

    documents: int
    refused: int
    characters: int
    seconds: float
    peak_mb: int


def size_of(path: Path) -> int:
    """Parse a file with all its facts; return how many characters it has."""
    source = read_source(path)
    parse(source)
    return len(source.text)


def read_folder(folder: Path) -> Reading:
    """Parse all documents of a folder on all cores."""
    paths = files_in(folder)
    begun = time.perf_counter()
    sizes = [told for _, told in read_files(paths, size_of)]
    seconds = time.perf_counter() - begun
    good = [size for size in sizes if isinstance(size, int)]
    # The workers' largest stands for each of them.
    kilobytes = sum(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Reading(len(good), len(sizes) - len(good), sum(good), seconds, kilobytes // 1024)


def against_jieba(records: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return characters a second of jieba.cut, of citations and of norms, one core, warmed up."""
    cutter = reference({})
    works: dict[str, Callable[[dict[str, Any]], object]] = {
        "jieba.cut": lambda r: list(cutter.cut(r["text"])),
        "citations": citations.gold_record,
        "norms": norms.gold_record,
    }
    characters = sum(len(r["text"]) for r in records)
    speeds = {}
    for name, work in works.items():
        for record in records[:20]:
            work(record)
        begun = time.perf_counter()
        for record in records:
            work(record)
        speeds[name] = characters / (time.perf_counter() - begun)
    return speeds


def folder_line(folder: Path) -> str:
    """Return what :func:`read_folder` measured, in one line."""
    r = read_folder(folder)
    return (
        f"{r.documents} 件（另 {r.refused} 件未读入），{r.characters} 字，{r.seconds:.1f} 秒，"
        f"每秒 {r.characters / r.seconds:.0f} 字，内存峰值约 {r.peak_mb} MB"
    )


def record_lines(lines: Iterable[str]) -> list[str]:
    """Return what :func:`against_jieba` measured on records of articles, a line each."""
    records = [{"chapter": None, **json.loads(line)} for line in lines if line.strip()]
    speeds = against_jieba(records)
    return [
        f"{name}\t每秒 {speed:.0f} 字\tjieba.cut 的 {speed / speeds['jieba.cut']:.2f} 倍"
        for name, speed in speeds.items()
    ]
