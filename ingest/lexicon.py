"""Words: the one place that cuts Chinese text, with the project's dictionary in data/lexicon.

rjieba cuts; its dictionary and algorithm are jieba's, and a test holds the two against each other. A token's
tag is that of the project's dictionary (``post``, ``body``, ``verb``, ``act``, ``adverb``) where the word stands there,
else the part of speech that rjieba gives (n, v, p, d, …, as in jieba's posseg).
"""

import logging
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple, cast

import ahocorasick
import jieba
import rjieba

from ingest.compiled import PACKAGE

FOLDER: Final = PACKAGE.parent / "data" / "lexicon"
FILES = {
    "posts": "post",
    "bodies": "body",
    "verbs": "verb",
    "acts": "act",
    "adverbs": "adverb",
    "common": "",
}
"""The dictionary's files and the tag of their words; an empty tag leaves the word to rjieba."""
_GLUED: Final = frozenset(
    one + other
    for one in "人者员店户商方"
    for other in "有经未因在对已须将与及和向按依自被拟需不以应拒除于无"
) - {"方向"}
"""What is two words wherever law has it: the cutter makes one of the end of a party's name and what it does."""
_FREQUENCY: Final = 100_000
"""High enough that a word of the dictionary wins over its parts."""


class Token(NamedTuple):
    """A word of a text: its tag, and where it stands in the text."""

    word: str
    tag: str
    start: int
    end: int


_token = cast(Callable[[tuple[str, str, int, int]], Token], partial(tuple.__new__, Token))
"""``Token._make`` without its own check of the length: a document has tens of thousands of words."""


class Lexicon:
    """A cutter with a dictionary of its own."""

    def __init__(self, words: dict[str, str]) -> None:
        # A word's tag is its own, wherever it stands: rjieba is asked for it once.
        self._tags = {word: tag for word, tag in words.items() if tag}
        self._cutter = rjieba.Jieba()
        for word, tag in words.items():
            self._cutter.add_word(word, _FREQUENCY, tag or "nz")
        self._finders = cache(partial(_finder, words))
        # The extractors ask for the same stretches, one after the other.
        self.tags: Callable[[str], tuple[Token, ...]] = lru_cache(maxsize=32768)(self._cut)
        """Cut a text into tagged tokens, in order and without gaps."""

    def may_name(self, tag: str, text: str) -> bool:
        """May a word of the dictionary with this tag stand in a text? Cheaper than to cut it, and never too narrow."""
        words = self._finders(tag)
        return bool(words) and next(words.iter(text), None) is not None

    def words(self, text: str) -> list[str]:
        """Cut a text into words; joined they are the text again."""
        return list(self._cutter.cut(text))

    def tokens(self, text: str) -> list[str]:
        """Return what full-text search compares: finer overlapping words, lower case after NFKC."""
        plain = unicodedata.normalize("NFKC", text).lower()
        words = (word.strip() for word in self._cutter.cut_for_search(plain))
        return [word for word in words if any(char.isalnum() for char in word)]

    def _cut(self, text: str) -> tuple[Token, ...]:
        words = self._cutter.cut(text)
        try:
            tags = list(map(self._tags.__getitem__, words))
        except KeyError:
            for word, tag in self._cutter.tag(text):
                self._tags.setdefault(word, tag)
            return self._cut(text)
        if not _GLUED.isdisjoint(words):
            return self._cut_apart(words)
        ends = list(accumulate(map(len, words)))
        return tuple(map(_token, zip(words, tags, [0, *ends], ends, strict=False)))

    def _cut_apart(self, words: list[str]) -> tuple[Token, ...]:
        """The tokens of words of which some are two: 申请|人未|登记 is 申请, 人, 未, 登记."""
        parts = [p for w in words for p in (w if w in _GLUED else (w,))]
        found, at = [], 0
        for part in parts:
            if part not in self._tags:
                self._tags[part] = next(tag for _, tag in self._cutter.tag(part))
            found.append(Token(part, self._tags[part], at, at + len(part)))
            at += len(part)
        return tuple(found)


def _finder(words: dict[str, str], tag: str) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for word in (word for word, own in words.items() if own == tag):
        automaton.add_word(word)
    automaton.make_automaton()
    return automaton


def read_dictionary(folder: Path = FOLDER) -> dict[str, str]:
    """Read the dictionary: each word with its tag. Lines that begin with # say what a file holds."""
    words: dict[str, str] = {}
    for name, tag in FILES.items():
        for word in read_words(name, folder):
            words.setdefault(word, tag)
    return words


def read_words(name: str, folder: Path = FOLDER) -> list[str]:
    """Return the words of one file of the dictionary, in its order."""
    lines = (
        line.strip() for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    )
    return [line for line in lines if line and not line.startswith("#")]


@cache
def default() -> Lexicon:
    """Return the lexicon with the project's dictionary."""
    return Lexicon(read_dictionary())


def reference(words: dict[str, str]) -> jieba.Tokenizer:
    """Return jieba itself with the same dictionary: what the cutter in use is measured against."""
    jieba.setLogLevel(logging.ERROR)  # it tells of its own loading, on a terminal of ours
    cutter = jieba.Tokenizer()
    cutter.initialize()
    for word, tag in words.items():
        cutter.total -= cutter.FREQ.get(word, 0)  # jieba counts a word twice that it knew before
        cutter.add_word(word, _FREQUENCY, tag or "nz")
    return cutter
