"""The language model beside the words: what it adds, and what is said where there is none."""

import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from benchmarks.meaning import Text, discriminants, same_in
from exports.alignment import note
from graph_model import meaning
from graph_model.align import align
from graph_model.likeness import MEANT, MEASURES, likeness
from graph_model.matching import BY_MEANING, BY_WORDS, weights_of
from graph_model.meaning import Meaning, apart
from graph_model.sides import sides_of_facts
from tests.align.test_align import facts_of

LAW = [
    "学校应当把游泳列入体育课程，教会学生在水中自救。",
    "海滨浴场的经营者应当配备救生圈和瞭望台。",
    "任何人发现有人落水的，可以向救援机构呼救。",
    "县级以上人民政府应当将水域救生经费列入本级财政预算。",
    "禁止酒后下水。",
]
OTHER_WORDS: tuple[tuple[str, str, str], ...] = (
    ("各级各类教育机构要开展泳技训练，使青少年掌握溺水时保护自己的本领。", "1", "学校 and 教育机构, 游泳 and 泳技"),
    ("饮用白酒、啤酒等饮料之后，不得进入海水、江河嬉戏。", "5", "酒后 and 饮用白酒之后"),
    ("公民看到溺水情形，拨打求助电话报警。", "3", "呼救 and 拨打求助电话"),
)  # fmt: skip


def test_what_is_said_in_other_words_is_nearer_than_anything_else(model: Meaning) -> None:
    above, below = apart(model.vectors(LAW), model.vectors([said for said, _, _ in OTHER_WORDS]))
    nearest = (above @ below.T).argmax(axis=0)
    assert [str(n + 1) for n in nearest] == [upper for _, upper, _ in OTHER_WORDS]


def test_a_text_is_read_by_itself(model: Meaning) -> None:
    alone = [model.vectors([text])[0] for text in LAW]
    assert np.array_equal(model.vectors(LAW[::-1])[::-1], np.stack(alone))


def test_vectors_have_the_length_one_but_for_nothing(model: Meaning) -> None:
    lengths = np.linalg.norm(model.vectors([*LAW, "", "水" * 3000]), axis=1)
    assert lengths.round(6).tolist() == [1, 1, 1, 1, 1, 0, 1]
    assert model.vectors([]).shape == (0, 512)


def test_every_measure_has_a_weight_with_and_without_the_model(model: Meaning) -> None:
    sides = sides_of_facts(facts_of("水域法", LAW), facts_of("江海市条例", LAW[:2]))
    for asked, weights in ((model, BY_MEANING), (None, BY_WORDS)):
        like = likeness(*sides, asked)
        assert weights_of(like) is weights
        assert like.measures.shape == (5, 2, len(weights.near))
    assert (tuple(BY_WORDS.near), tuple(BY_MEANING.near)) == (MEASURES, (*MEASURES, *MEANT))


def test_a_text_without_provisions_is_compared_with_the_model_too(model: Meaning) -> None:
    sides = sides_of_facts(facts_of("水域法", [*LAW, "禁止跳水。"]), facts_of("江海市条例", []))
    assert likeness(*sides, model).measures.shape == (6, 0, len(BY_MEANING.near))


def test_texts_of_a_few_clauses_are_compared_by_words_and_it_is_said(model: Meaning) -> None:
    assert meaning.installed() is not None
    found = align(*sides_of_facts(facts_of("水域法", LAW[:3]), facts_of("江海市条例", LAW[:2])))
    assert "两份文本太短（合计不到六款），比不出含义" in note(found)
    assert [(p.upper, p.lower) for p in found.pairs] == [("1", "1"), ("2", "2")]


def test_without_the_model_words_are_compared_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sides = sides_of_facts(facts_of("水域法", LAW), facts_of("江海市条例", LAW[:2]))
    monkeypatch.setattr(meaning, "FOLDER", tmp_path)
    monkeypatch.delenv(meaning.SWITCH, raising=False)
    found = align(*sides)
    assert found.words_only == "没有安装语义模型"
    assert "没有安装语义模型，换了说法的对应条文会漏掉一些" in note(found)
    assert found.to_plain()["words_only"] == found.words_only
    assert [(p.upper, p.lower) for p in found.pairs] == [("1", "1"), ("2", "2")]


def test_files_that_are_cut_off_are_no_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in meaning.FILES:
        (tmp_path / name).write_bytes(b"{")
    monkeypatch.setattr(meaning, "FOLDER", tmp_path)
    monkeypatch.delenv(meaning.SWITCH, raising=False)
    found = align(*sides_of_facts(facts_of("水域法", LAW), facts_of("江海市条例", LAW[:2])))
    assert found.words_only is not None
    assert found.words_only.startswith("不能使用语义模型的文件")


def test_the_model_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(meaning.SWITCH, "0")
    assert meaning.installed() is None
    assert meaning.missing() == "设置了 FATU_MODEL=0"


def test_with_the_model_the_note_says_that_meaning_counted(model: Meaning) -> None:
    found = align(*sides_of_facts(facts_of("水域法", LAW), facts_of("江海市条例", LAW[:2])))
    assert found.words_only is None
    assert "用词、含义、结构和位置" in note(found)


# -- the program that fetches it ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "找不到文件"),
        ("水", "不是 langchain4j"),
        ({}, "不是 langchain4j"),
        ({"bge-small-zh-v1.5-q.onnx": "水", "bge-small-zh-v1.5-q-tokenizer.json": "{}"}, "内容与所量的模型不同"),
    ],
    ids=["no file", "no archive", "an archive without the model", "another model"],
)  # fmt: skip
def test_an_archive_that_is_not_the_model_is_refused(
    content: str | dict[str, str] | None, why: str, tmp_path: Path, root: Path
) -> None:
    program = tmp_path / "scripts" / "model.py"
    program.parent.mkdir()
    program.write_bytes((root / "scripts" / "model.py").read_bytes())
    archive = tmp_path / "brought.jar"
    if isinstance(content, str):
        archive.write_text(content, encoding="utf-8")
    elif content is not None:
        with zipfile.ZipFile(archive, "w") as jar:
            for name, words in content.items():
                jar.writestr(name, words)
    done = subprocess.run(
        [sys.executable, str(program), str(archive)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert why in done.stderr
    assert "只按用词判断" in done.stderr
    assert not (tmp_path / "build").exists()


def test_it_puts_the_files_where_they_are_looked_for(root: Path) -> None:
    program = runpy.run_path(str(root / "scripts" / "model.py"))
    assert program["FOLDER"] == meaning.FOLDER
    assert tuple(program["FILES"]) == meaning.FILES


# -- the directions -------------------------------------------------------------------------------------


def made(vectors: list[list[float]]) -> Text:
    """A text of three clauses on three trades, each in the words of one of them."""
    words = ["经营者应当为游客配备救生圈", "主管部门应当每年检查瞭望台", "学校应当教会学生游泳"]
    return Text(["1", "2", "3"], words, np.array(vectors))


def test_clauses_that_say_the_same_are_found_and_copies_are_not() -> None:
    one = made([[1.0, 0.0, 0.3], [0.0, 1.0, 0.3], [-1.0, -1.0, 0.3]])
    words = ["经营者要给游客准备好救生圈", "瞭望台由主管部门按年度检查", "学生游泳由学校负责教会"]
    other = Text(one.articles, words, one.vectors)
    same = same_in(one, other, None)
    assert same is not None
    assert len(same[0]) == len(same[1]) == 3
    assert same_in(one, one, None) is None, "versions of one text"


def test_directions_keep_what_tells_clauses_apart() -> None:
    noise = np.random.default_rng(0)
    topics = np.kron(np.eye(2), np.ones((50, 1))) * 4
    one, other = (
        np.hstack([topics + noise.normal(0, 0.1, topics.shape), noise.normal(0, 1, (100, 1))])
        for _ in range(2)
    )
    (kept,) = discriminants([(one - one.mean(0), other - other.mean(0))], 1).T
    assert np.abs(kept[:2]).min() > 10 * abs(kept[2]), (
        "the third number differs between what is the same"
    )
