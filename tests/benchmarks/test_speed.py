"""The measurements measure what they say; how fast it is, no test asserts."""

from pathlib import Path

from benchmarks import speed
from tests.ingest.invented import TEXT


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    reading = speed.read_folder(tmp_path)
    assert (reading.documents, reading.refused, reading.characters) == (1, 1, len(TEXT))
    assert reading.seconds > 0


def test_speeds_are_told_side_by_side() -> None:
    record = {
        "id": "a",
        "article": "第一条",
        "chapter": None,
        "text": "第一条 依照本法第二条执行。",
    }
    speeds = speed.against_jieba([record] * 3)
    assert list(speeds) == ["jieba.cut", "citations", "norms"]
    assert all(value > 0 for value in speeds.values())
