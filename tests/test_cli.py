"""The ``fatu`` command as a user calls it: what it prints, and its exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.facts import Facts
from tests.ingest.invented import TEXT


def fatu(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "fatu", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "甲.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "乙.txt").write_bytes(TEXT.encode("gb18030"))
    (tmp_path / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "空.md").write_bytes(b"")
    (tmp_path / "别的.xyz").write_text("不是文件", encoding="utf-8")
    return tmp_path


def test_parse_prints_a_summary_in_chinese(folder: Path) -> None:
    run = fatu("parse", str(folder / "甲.txt"))
    assert run.returncode == 0
    assert run.stdout.splitlines()[0] == "《某市河湖管护责任制实施细则（试行）》 试行"
    assert "4 章 14 条" in run.stdout


def test_one_file_is_one_json_object(folder: Path) -> None:
    run = fatu("parse", str(folder / "甲.txt"), "--json")
    facts = Facts.model_validate_json(run.stdout)
    assert facts.document.name == "甲.txt"
    assert json.loads(run.stdout)["citations"][0]["from"] == "8.1.1"


def test_a_bad_file_is_named_and_does_not_stop_the_rest(folder: Path) -> None:
    run = fatu("parse", str(folder), "--json")
    assert run.returncode == 1
    assert {json.loads(line)["document"]["name"] for line in run.stdout.splitlines()} == {
        "甲.txt",
        "乙.txt",
    }
    assert "图.txt：内容是图片，不是文本" in run.stderr
    assert "空.md：文件是空的" in run.stderr
    assert "Traceback" not in run.stderr


def test_text_is_what_offsets_count(folder: Path) -> None:
    assert fatu("parse", str(folder / "乙.txt"), "--text").stdout == TEXT


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    runs = [fatu("parse", str(folder / "甲.txt"), "--json").stdout for _ in range(2)]
    assert runs[0] == runs[1]


def test_citations_of_records_from_standard_input() -> None:
    record = {
        "id": "a",
        "title": "某法",
        "article": "第二条",
        "text": "第二条 依照前条和《某省条例》第三条。",
    }
    run = fatu("citations", "-", stdin=json.dumps(record, ensure_ascii=False) + "\n")
    answer = json.loads(run.stdout)
    assert [(c["target"], c["units"]) for c in answer["citations"]] == [
        ("self", ["1"]),
        ("某省条例", ["3"]),
    ]


@pytest.mark.parametrize(
    ("arguments", "stdin", "expected"),
    [
        pytest.param(["parse", "没有.txt"], None, (1, "文件不存在"), id="no such file"),
        pytest.param(["parse", "."], None, (2, "没有找到可读的文件"), id="an empty folder"),
        pytest.param(["citations", "-"], "{不是", (2, "第 1 行不是条文记录"), id="no JSON"),
        pytest.param(["citations", "没有.jsonl"], None, (2, "打不开"), id="no such records"),
    ],
)
def test_errors(
    arguments: list[str],
    stdin: str | None,
    expected: tuple[int, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    run = fatu(*arguments, stdin=stdin)
    code, message = expected
    assert (run.returncode, "Traceback" in run.stderr) == (code, False)
    assert message in run.stderr


def test_help_is_chinese() -> None:
    run = fatu("parse", "--help")
    assert "解析文件" in run.stdout
    assert "例：" in run.stdout
