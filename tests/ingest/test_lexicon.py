"""The cutter: the project's dictionary is used, and rjieba cuts as jieba does."""

import tarfile
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import lexicon


@pytest.fixture(scope="module")
def reference() -> jieba.Tokenizer:
    return lexicon.reference(lexicon.read_dictionary())


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("各级党委主要负责人", [("各级", "r"), ("党委", "body"), ("主要负责人", "post")]),
        ("依法查处违法行为", [("依法查处", "verb"), ("违法行为", "l")]),
        ("安全生产监管执法", [("安全生产", "act"), ("监管执法", "act")]),
        ("适时组织开展巡查", [("适时", "adverb"), ("组织开展", "verb"), ("巡查", "verb")]),
        # the cutter takes 人除 for one word
        (
            "申请人除缴费外",
            [("申请", "verb"), ("人", "n"), ("除", "p"), ("缴费", "v"), ("外", "f")],
        ),
    ],
)
def test_tags_come_from_the_dictionary(text: str, tags: list[tuple[str, str]]) -> None:
    tokens = lexicon.default().tags(text)
    assert [(t.word, t.tag) for t in tokens] == tags


@given(st.text(alphabet="县委政府应当每季度听取一次汇报，。（）《》abc 12", max_size=40))
def test_tokens_have_no_gaps(text: str) -> None:
    tokens = lexicon.default().tags(text)
    assert "".join(t.word for t in tokens) == text
    assert [text[t.start : t.end] for t in tokens] == [t.word for t in tokens]
    assert "".join(lexicon.default().words(text)) == text


def test_search_tokens_are_normal() -> None:
    tokens = lexicon.default().tokens("ＡＢＣ规定（试行），安全生产。")
    assert tokens[0] == "abc"
    assert {"规定", "试行", "安全生产"} <= set(tokens)
    assert not [t for t in tokens if not any(c.isalnum() for c in t)]


def test_rjieba_cuts_the_regulation_as_jieba_does(
    regulation: Path, reference: jieba.Tokenizer
) -> None:
    for line in regulation.read_text(encoding="utf-8").splitlines():
        assert lexicon.default().words(line) == list(reference.cut(line))


def test_rjieba_cuts_the_corpus_as_jieba_does(shared: Path, reference: jieba.Tokenizer) -> None:
    with tarfile.open(shared / "corpus" / "laws-dev.tar.xz") as archive:
        members = (m for m in archive if m.name.endswith(".md"))
        texts = [archive.extractfile(next(members)).read().decode() for _ in range(20)]  # type: ignore[union-attr]  # all are files
    lines = [line for text in texts for line in text.splitlines()]
    assert [lexicon.default().words(x) for x in lines] == [list(reference.cut(x)) for x in lines]
