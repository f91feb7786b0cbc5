"""Which norm of a text a described conduct breaks, where no citation says so: by the words that both share.

未按照规定建立台账的 breaks 应当建立台账. Words that stand in few norms tell more than those that stand in many; the
score is the part of the conduct's telling weight that the norm holds too, from 0 to 1. A match counts from ``LEAST``
on, and only where it is clearly ahead of the next norm.
"""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 0.6
LEAD = 0.1
_TELLS_NOTHING = frozenset(
    [
        "违反",
        "规定",
        "本法",
        "条例",
        "本条例",
        "办法",
        "本办法",
        "未",
        "不",
        "没有",
        "按照",
        "按",
        "依照",
        "依法",
        "应当",
        "不得",
        "必须",
        "禁止",
        "可以",
        "负责",
        "情形",
        "行为",
        "之一",
        "下列",
        "的",
        "和",
        "或者",
        "或",
        "及",
        "与",
        "对",
        "在",
        "由",
        "向",
        "将",
        "其",
        "等",
        "有",
        "者",
        "为",
        "进行",
        "实施",
        "有关",
        "相关",
        "情况",
        "要求",
        "拒不",
        "擅自",
        "违法",
    ]
)


_SUPERVISES = re.compile(r"监督检查|监督管理|查处|处罚|责令|调查处理|依法处理|进行[^，。；]*判定")


def supervises(norm: str) -> bool:
    """Does a norm bid an authority to watch and to act? Then it speaks of breaches, and is not what they break."""
    return bool(_SUPERVISES.search(norm))


@dataclass(frozen=True, slots=True)
class Match:
    """The norm that comes nearest, by its index, and how near."""

    index: int
    score: float


class Norms:
    """The norms of one text, ready to be compared; each given as its words."""

    def __init__(self, norms: Sequence[Sequence[str]]) -> None:
        self._holding: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(norms):
            for word in _telling(words):
                self._holding[word].append(index)
        self._number = len(norms)

    def nearest(self, words: Sequence[str]) -> Match | None:
        """Return the norm that the conduct's words point to, or nothing where none is clearly ahead."""
        telling = _telling(words)
        total = sum(self._weight(word) for word in telling)
        if len(telling) < 2 or not total:
            return None
        scores: defaultdict[int, float] = defaultdict(float)
        for word in telling:
            for index in self._holding.get(word, ()):
                scores[index] += self._weight(word) / total
        best = sorted(scores.items(), key=lambda s: (-s[1], s[0]))[:2]
        if not best or best[0][1] < LEAST:
            return None
        if len(best) > 1 and best[0][1] - best[1][1] < LEAD:
            return None
        return Match(best[0][0], round(best[0][1], 3))

    def _weight(self, word: str) -> float:
        return math.log(1 + (self._number + 1) / (1 + len(self._holding.get(word, ()))))


def _telling(words: Sequence[str]) -> set[str]:
    return {w for w in words if len(w) > 1 and w not in _TELLS_NOTHING}
