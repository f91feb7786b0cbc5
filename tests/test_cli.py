"""The ``fatu`` command as a user calls it: what it prints, and its exit code."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.facts import Facts
from tests import hostile
from tests.ingest import made_files
from tests.ingest.invented import TEXT
from tests.ingest.loopback_site import serving


def fatu(
    *arguments: str, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "fatu", *arguments],
        input=stdin,
        env={**os.environ, **environment},
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


def test_norms_of_records_from_standard_input() -> None:
    record = {
        "id": "a",
        "article": "第七条",
        "text": "第七条 门店应当明码标价。门店未标价的，处二百元以下罚款。",
    }
    run = fatu("norms", "-", stdin=json.dumps(record, ensure_ascii=False) + "\n")
    answer = json.loads(run.stdout)
    assert [(n["word"], n["bearer"]) for n in answer["norms"]] == [("应当", "门店")]
    assert [(p["kind"], p["max"], p["on"]) for p in answer["penalties"]] == [("fine", 200, "门店")]


@pytest.mark.parametrize(
    ("arguments", "stdin", "expected"),
    [
        pytest.param(["parse", "没有.txt"], None, (1, "文件不存在"), id="no such file"),
        pytest.param(["parse", "."], None, (2, "没有找到可读的文件"), id="an empty folder"),
        pytest.param(["citations", "-"], "{不是", (2, "第 1 行不是条文记录"), id="no JSON"),
        pytest.param(["norms", "-"], "[]", (2, "第 1 行不是条文记录"), id="no record"),
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


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The folder of an embedded store, stopped at the end."""
    path = str(tmp_path_factory.mktemp("store"))
    yield path
    fatu("store", "stop", FATU_HOME=path)


def test_load_is_a_no_op_for_what_is_there_and_names_what_is_refused(
    folder: Path, home: str
) -> None:
    first = fatu("load", str(folder), "--json", FATU_HOME=home)
    assert first.returncode == 1
    told = json.loads(first.stdout)
    assert [r["status"] for r in told["loaded"]] == [
        "loaded",
        "replaced",
    ]  # two files of one version
    assert {Path(r["file"]).name for r in told["refused"]} == {"图.txt", "空.md"}
    assert told["counts"] == {"loaded": 1, "unchanged": 0, "replaced": 1}
    whole = fatu("load", str(folder), FATU_HOME=home)
    assert (whole.returncode, whole.stdout.splitlines()[-1]) == (
        1,
        "共 4 个文件：已载入 0，没有变化 2，已替换 0，未读入 2。",
    )
    again = fatu("load", str(folder / "甲.txt"), FATU_HOME=home)
    assert (again.returncode, again.stdout.split("：")[0]) == (0, "没有变化")


def test_ask_of_an_empty_graph_says_what_to_do(tmp_path: Path) -> None:
    run = fatu("ask", "documents", FATU_HOME=str(tmp_path))
    fatu("store", "stop", FATU_HOME=str(tmp_path))
    assert (run.returncode, run.stdout.strip()) == (0, "共 0 行。")
    assert "还没有文本。请先载入" in run.stderr


def test_ask_lists_and_answers_with_provenance(folder: Path, home: str) -> None:
    assert "consequences　受到各种处理以后的影响" in fatu("ask").stdout
    fatu("load", str(folder / "甲.txt"), FATU_HOME=home)
    run = fatu("ask", "consequences", "--param", "sanction=诫勉", "--json", FATU_HOME=home)
    (row,) = json.loads(run.stdout)["rows"]
    assert (row["months"], row["provenance"]["at"]) == (6, "11.1")
    assert row["provenance"]["quote"] == "受到诫勉的，六个月内不得提拔"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["ask", "没有这个"], 2, "没有名为“没有这个”的问题"),
        (["ask", "duties-of-roles"], 2, "还需要参数"),
        (["ask", "consequences", "--param", "诫勉"], 2, "要写作 名称=值"),
        (["ask", "most-cited", "--param", "most=很多"], 2, "不能是“很多”"),
    ],
)
def test_questions_asked_wrongly(arguments: list[str], code: int, message: str, home: str) -> None:
    run = fatu(*arguments, FATU_HOME=home)
    assert (run.returncode, "Traceback" in run.stderr) == (code, False)
    assert message in run.stderr


def test_the_store_is_seen_dumped_and_stopped(folder: Path, home: str) -> None:
    fatu("load", str(folder / "甲.txt"), FATU_HOME=home)
    assert "正在运行" in fatu("store", "status", FATU_HOME=home).stdout
    dumps = [fatu("store", "dump", FATU_HOME=home).stdout for _ in range(2)]
    assert dumps[0] == dumps[1]
    assert any("未按照本细则第四条履行职责的" in line for line in dumps[0].splitlines())
    assert fatu("store", "stop", FATU_HOME=home).stdout == "已停止。\n"
    assert "没有运行" in fatu("store", "status", FATU_HOME=home).stdout


def test_a_neo4j_that_does_not_answer(folder: Path) -> None:
    run = fatu(
        "load",
        str(folder / "甲.txt"),
        FATU_NEO4J_URI="bolt://127.0.0.1:1",
        FATU_NEO4J_PASSWORD="x",
    )
    assert run.returncode == 1
    assert "连不上图谱服务" in run.stderr
    assert "Traceback" not in run.stderr


def test_fetch_says_what_came_and_what_to_do_next(tmp_path: Path) -> None:
    with serving() as site:
        right = fatu("fetch", made_files.TITLE, "--url", f"{site}/page", FATU_HOME=str(tmp_path))
        wrong = fatu("fetch", "另一条例", "--url", f"{site}/page", FATU_HOME=str(tmp_path))
        gone = fatu("fetch", "甲", "--url", f"{site}/missing", FATU_HOME=str(tmp_path))
    path = tmp_path / "downloads" / f"{made_files.TITLE}.html"
    assert right.returncode == 0
    assert f"下一步：fatu load {path}" in right.stdout
    assert (wrong.returncode, f"题目是《{made_files.TITLE}》" in wrong.stderr) == (1, True)
    assert (gone.returncode, "状态 404" in gone.stderr, "Traceback" in gone.stderr) == (
        1,
        True,
        False,
    )


# -- hard edges -------------------------------------------------------------------------------


def test_a_hostile_text_and_parameter_are_only_words(tmp_path: Path, home: str) -> None:
    path = tmp_path / hostile.NAME
    path.write_text(hostile.TEXT, encoding="utf-8")
    before = fatu("store", "dump", FATU_HOME=home).stdout
    parsed = json.loads(fatu("parse", str(path), "--json").stdout)
    assert hostile.SCRIPT in parsed["document"]["title"]
    loaded = fatu("load", str(path), "--json", FATU_HOME=home)
    assert json.loads(loaded.stdout)["loaded"][0]["status"] == "loaded"
    for name, value in (
        ("text", hostile.CYPHER),
        ("text", hostile.SCRIPT),
        ("text", "[bold]甲[/]"),
    ):
        run = fatu("ask", "provisions-containing", "--param", f"{name}={value}", FATU_HOME=home)
        assert (run.returncode, run.stderr) == (0, ""), value
    after = fatu("store", "dump", FATU_HOME=home).stdout
    gone = set(before.splitlines()) - set(after.splitlines())
    assert {line for line in gone if "Rank" not in line} == set()  # the ranking is of all texts
    record = {
        "id": hostile.CYPHER,
        "article": "第一条",
        "text": hostile.TEXT,
        "title": hostile.TITLE,
    }
    for command in ("citations", "norms"):
        run = fatu(command, "-", stdin=json.dumps(record))
        assert (run.returncode, json.loads(run.stdout)["id"]) == (0, hostile.CYPHER)


def test_a_text_without_structure_is_loaded_with_a_warning(tmp_path: Path, home: str) -> None:
    path = tmp_path / "散文.txt"
    path.write_text("春天来了。\n燕子飞回来了。\n", encoding="utf-8")
    run = fatu("load", str(path), FATU_HOME=home)
    assert run.returncode == 0
    assert "注意：" in run.stdout


STORES = {
    "nobody at the address": (
        {"FATU_NEO4J_URI": "bolt://127.0.0.1:1", "FATU_NEO4J_PASSWORD": "x"},
        "连不上图谱服务",
    ),
    "no password": ({"FATU_NEO4J_URI": "bolt://127.0.0.1:1"}, "缺少 FATU_NEO4J_PASSWORD"),
    "an address of the wrong form": (
        {"FATU_NEO4J_URI": "127.0.0.1", "FATU_NEO4J_PASSWORD": "x"},
        "应形如 bolt://",
    ),
    "a folder that is a file": ({"FATU_HOME": "/dev/null"}, "无法使用图库文件夹"),
}


@pytest.mark.parametrize("case", STORES.values(), ids=STORES)
@pytest.mark.parametrize(
    "command", [["load"], ["ask", "documents"], ["store", "dump"]], ids=" ".join
)
def test_a_store_that_cannot_be_used_is_one_sentence(
    folder: Path, case: tuple[dict[str, str], str], command: list[str]
) -> None:
    environment, said = case
    given = [*command, str(folder / "甲.txt")] if command == ["load"] else command
    run = fatu(*given, **environment)
    assert (run.returncode, "Traceback" in run.stderr) == (1, False)
    assert said in run.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("parse", "--nope"), "没有选项 --nope", id="no such option"),
        pytest.param(("parse",), "缺少 路径…", id="an argument is missing"),
        pytest.param(("fetch", "甲"), "缺少 --url", id="an option is missing"),
        pytest.param(
            ("fetch", "甲", "--url"), "--url 的用法不对", id="an option without its value"
        ),
        pytest.param(("nope",), "没有这个命令", id="no such command"),
        pytest.param(("store", "stop", "甲"), "没有这个命令，或多写了参数", id="one too many"),
    ],
)
def test_wrong_use_is_told_in_chinese(arguments: tuple[str, ...], told: str) -> None:
    run = fatu(*arguments)
    assert run.returncode == 2
    assert told in run.stderr
    assert not re.search(r"Usage|Error|Missing|No such|Got ", run.stderr)


@pytest.mark.parametrize("command", [(), ("parse",), ("store",), ("store", "dump")])
def test_help_is_in_chinese(command: tuple[str, ...]) -> None:
    run = fatu(*command, "--help")
    assert run.returncode == 0
    assert "用法：fatu" in run.stdout
    assert not re.search(r"Usage|OPTIONS|Show this", run.stdout)


def test_check_tells_what_to_look_at_again(tmp_path: Path) -> None:
    (tmp_path / "办法.txt").write_text(
        "某县办法\n第一条 依照本办法第九条执行。\n第二条 检查。\n", encoding="utf-8"
    )
    out = tmp_path / "体检.docx"
    run = fatu("check", str(tmp_path / "办法.txt"), "--json", "--out", str(out))
    assert run.returncode == 1, "something was found"
    told = json.loads(run.stdout)
    assert [(f["at"], f["reason"]) for f in told["findings"]] == [
        ("1.1", "本文件没有第九条（现有第一条至第二条）")
    ]
    assert out.read_bytes()[:2] == b"PK"


def test_check_finds_nothing_in_a_text_in_order(tmp_path: Path) -> None:
    (tmp_path / "办法.txt").write_text("某县办法\n第一条 检查。\n", encoding="utf-8")
    run = fatu("check", str(tmp_path))
    assert run.returncode == 0
    assert "需要核对的有 0 处" in run.stdout
    assert "没有对照义务与罚则" in run.stdout, "what was not checked is said"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check",), "请写要检查的路径"),
        (("check", ".", "--corpus"), "只选其一"),
        (("check", ".", "--out", "a.exe"), ".docx、.xlsx 或 .json"),
    ],
)
def test_check_used_wrongly(arguments: tuple[str, ...], told: str) -> None:
    run = fatu(*arguments)
    assert run.returncode == 2
    assert told in run.stderr


def test_check_with_duties_finds_the_same_in_a_file_as_in_the_graph(tmp_path: Path) -> None:
    own = str(tmp_path / "home")
    path = tmp_path / "条例.txt"
    path.write_text(
        "某市水井条例\n第一条 用户应当保护水井。\n第二条 用户应当登记水井。\n"
        "第三条 违反本条例第二条规定的，处一百元罚款。\n",
        encoding="utf-8",
    )
    try:
        assert fatu("load", str(path), FATU_HOME=own).returncode == 0
        loaded = fatu("check", "--corpus", "--duties", "--json", FATU_HOME=own)
        draft = fatu("check", str(path), "--duties", "--json", FATU_HOME=own)
    finally:
        fatu("store", "stop", FATU_HOME=own)
    assert (loaded.returncode, draft.returncode) == (1, 1), "something was found"
    found = [json.loads(run.stdout)["findings"] for run in (loaded, draft)]
    assert found[0] == found[1]
    assert {(f["kind"], f["at"]) for f in found[0]} == {("norm_without_consequence", "1.1")}


def test_bench_measures_on_the_users_own_texts(folder: Path, tmp_path: Path) -> None:
    run = fatu("bench", "parse", str(folder))
    assert run.returncode == 0
    assert run.stdout.startswith("2 件（另 2 件未读入）")
    run = fatu("bench", "load", str(folder))
    assert (run.returncode, run.stdout.split("，")[0]) == (0, "1 件（另 2 个文件未读入）")
    assert re.search(r"写入 [\d.]+ 秒，.*，\d+ 个节点，\d+ 条关系，", run.stdout)
    records = tmp_path / "a.jsonl"
    records.write_text(
        json.dumps({"id": "a", "article": "第一条", "text": "第一条 依照前条执行。"})
    )
    run = fatu("bench", "records", str(records), FATU_COMPILED="0")
    assert [line.split("\t")[0] for line in run.stdout.splitlines()] == [
        "jieba.cut", "citations", "norms", "解析程序按源代码运行，没有编译",
    ]  # fmt: skip


ALIGNED = [str(Path(__file__).parent / "align" / name) for name in ("upper.txt", "lower.txt")]


def test_align_tells_omissions_first_and_pairs_with_their_reasons() -> None:
    run = fatu("align", *ALIGNED)
    assert run.returncode == 0
    lines = run.stdout.splitlines()
    assert lines[1].startswith("下位：《江海省水域救生条例》　征求意见稿")
    assert lines[2] == "未提及　第十一条　对本级有要求，下位没有对应条文"
    assert "缩减　第八条　第七条　主体少了“水文机构”、“海事管理机构”" in lines
    assert lines[-2].startswith("上位有要求而下位没有的 2 处；对应 12 组")
    assert lines[-1].startswith("由程序按用词、")


def test_align_as_json_and_as_a_document(tmp_path: Path) -> None:
    out = tmp_path / "对照.docx"
    run = fatu("align", *ALIGNED, "--json", "--out", str(out))
    told = json.loads(run.stdout)
    assert {p["relation"] for p in told["pairs"]} == {"repeats", "implements", "extends", "narrows"}
    assert [o["at"] for o in told["omissions"]] == ["11.1", "12.1"]
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((ALIGNED[0], "没有.txt"), 2, "没有文件“没有.txt”"),
        ((*ALIGNED, "--out", "a.exe"), 2, ".docx、.xlsx 或 .json"),
        ((ALIGNED[0],), 2, "缺少"),
    ],
)
def test_align_used_wrongly(arguments: tuple[str, ...], code: int, told: str) -> None:
    run = fatu("align", *arguments)
    assert run.returncode == code
    assert told in run.stderr
    assert "Traceback" not in run.stderr


def test_align_names_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    run = fatu("align", ALIGNED[0], str(tmp_path / "空.txt"))
    assert run.returncode == 1
    assert "文件是空的" in run.stderr
