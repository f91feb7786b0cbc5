"""How fast texts are read: a folder as a whole, and records against jieba.cut on the same words in the same run."""

import json
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest import COMPILED, citations, norms
from ingest.batch import collect_what_is_left, files_in, read_files, uninterrupted
from ingest.lexicon import reference
from ingest.pipeline import parse
from ingest.readers import read_source

_PROCESSES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)  # of the children, the largest counts


@dataclass(frozen=True, slots=True)
class Reading:
    """How long a folder took: documents, refused files, characters, seconds of the clock and of the processors.

    Counted is from the first file to the last: the start of the processes that read, their loading of the
    dictionary and the files' decoding included; the start of Python and its imports are not. ``parent_mb`` and
    ``worker_mb`` are the most memory that this process and the largest of the others held.
    """

    documents: int
    refused: int
    characters: int
    seconds: float
    processor_seconds: float
    parent_mb: int
    worker_mb: int


_HOW = "解析程序已编译" if COMPILED else "解析程序按源代码运行，没有编译"
_IN_TURN = 10
"""So many records one reads before it is the next one's turn."""


def size_of(path: Path) -> int:
    """Parse a file with all its facts; return how many characters it has."""
    source = read_source(path)
    parse(source)
    return len(source.text)


def read_folder(folder: Path) -> Reading:
    """Parse all documents of a folder on all cores."""
    paths = files_in(folder)
    begun, worked = time.perf_counter(), _processor_seconds()
    sizes = [told for _, told in read_files(paths, size_of)]
    seconds, worked = time.perf_counter() - begun, _processor_seconds() - worked
    good = [size for size in sizes if isinstance(size, int)]
    parent, worker = (resource.getrusage(who).ru_maxrss // 1024 for who in _PROCESSES)
    refused = len(sizes) - len(good)
    return Reading(len(good), refused, sum(good), seconds, worked, parent, worker)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in _PROCESSES]
    return sum(u.ru_utime + u.ru_stime for u in used)


def against_jieba(records: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return characters a second of jieba.cut, of citations and of norms, one core.

    A tenth of the records warms all three up and is not counted; the rest they read in turn, a few at a time
    and each record once, so that nothing is known from before and what else the machine does slows all alike.
    Counted are seconds of the processor.
    """
    cutter = reference({})
    works: dict[str, Callable[[dict[str, Any]], object]] = {
        "jieba.cut": lambda r: list(cutter.cut(r["text"])),
        "citations": citations.gold_record,
        "norms": norms.gold_record,
    }
    warming = len(records) // 10
    for work in works.values():
        for record in records[:warming]:
            work(record)
    seconds = dict.fromkeys(works, 0.0)
    with uninterrupted():  # as the commands do
        for first in range(warming, len(records), _IN_TURN):
            for name, work in works.items():
                begun = time.process_time()
                for record in records[first : first + _IN_TURN]:
                    work(record)
                seconds[name] += time.process_time() - begun
            collect_what_is_left()
    characters = sum(len(r["text"]) for r in records[warming:])
    return {name: characters / spent for name, spent in seconds.items()}


def folder_line(folder: Path) -> str:
    """Return what :func:`read_folder` measured, in one line."""
    r = read_folder(folder)
    return (
        f"{r.documents} 件（另 {r.refused} 件未读入），{r.characters} 字，{r.seconds:.1f} 秒，"
        f"每秒 {r.characters / r.seconds:.0f} 字；处理器 {r.processor_seconds:.1f} 秒；"
        f"内存峰值：主进程 {r.parent_mb} MB，最大的读取进程 {r.worker_mb} MB。"
        f"从读第一件起算，包括启动各读取进程和载入词典，不包括启动 Python。{_HOW}"
    )


def record_lines(lines: Iterable[str]) -> list[str]:
    """Return what :func:`against_jieba` measured on records of articles, a line each."""
    records = [{"chapter": None, **json.loads(line)} for line in lines if line.strip()]
    speeds = against_jieba(records)
    told = [
        f"{name}\t每秒 {speed:.0f} 字\tjieba.cut 的 {speed / speeds['jieba.cut']:.2f} 倍"
        for name, speed in speeds.items()
    ]
    return [*told, _HOW]
