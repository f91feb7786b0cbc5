"""What provisions mean, as vectors: those that say the same in other words are near each other.

A small language model that was made for Chinese by others (bge-small-zh-v1.5, MIT licence, 24 million weights) turns
a text into 512 numbers; ``data/meaning/directions.npy`` keeps of them what tells provisions of law apart and
drops what does not (``benchmarks.meaning`` made it). The model is no part of the project: ``scripts/model.py`` fetches
it, and without it texts are compared by their words alone, which the comparison then says.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float64]
"""A row for each text."""

SWITCH = "FATU_MODEL"
"""Set to 0, this variable of the environment has texts compared by their words alone."""
_ROOT = Path(__file__).resolve().parent.parent
FOLDER = _ROOT / "build" / "model"
FILES = ("model.onnx", "tokenizer.json")
"""The model and the table of its tokens, in ``FOLDER``."""
DIRECTIONS = _ROOT / "data" / "meaning" / "directions.npy"
"""512 rows, a column for each direction that is kept."""
TOKENS = 512
"""So much of a text is read, about as many characters; the model knows no longer ones."""
_KEPT = 8192
_THREADS = 4
"""So many texts are read at a time at most."""


class Meaning:
    """The language model."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = (
            1  # texts are too short to share one; each thread reads its own
        )
        options.log_severity_level = 3
        model, tokens = (folder / name for name in FILES)
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        self._tokens = Tokenizer.from_file(str(tokens))
        self._tokens.enable_truncation(TOKENS)
        self._read = lru_cache(maxsize=_KEPT)(self._read_one)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of length 1 for each text, as the model has it; an empty text is all zeros.

        Each is read by itself: read together, a text's numbers would depend on its neighbours.
        """
        if not texts:
            return np.zeros((0, len(directions())))
        different = list(dict.fromkeys(texts))
        with ThreadPoolExecutor(min(os.cpu_count() or 1, _THREADS)) as readers:
            read = dict(zip(different, readers.map(self._read, different), strict=True))
        return np.stack([read[text] for text in texts])

    def _read_one(self, text: str) -> Vectors:
        if not text.strip():
            return np.zeros(len(directions()))
        coded = self._tokens.encode(text)
        row: dict[str, Any] = {
            "input_ids": np.array([coded.ids]),
            "attention_mask": np.array([coded.attention_mask]),
            "token_type_ids": np.array([coded.type_ids]),
        }
        (states,) = self._session.run(None, row)
        first: Vectors = states[0, 0].astype(float)  # that of the token before the text
        return unit(first)


@cache
def directions() -> Vectors:
    """Return what of a vector tells provisions of law apart."""
    kept: Vectors = np.load(DIRECTIONS, allow_pickle=False).astype(float)
    return kept


def apart(above: Vectors, below: Vectors) -> tuple[Vectors, Vectors]:
    """Return the vectors of two texts without what all their provisions share, and by what tells law apart."""
    above, below = centred(above, below)
    return unit(above @ directions()), unit(below @ directions())


def centred(above: Vectors, below: Vectors) -> tuple[Vectors, Vectors]:
    """Return the vectors of two texts without what all their provisions share."""
    shared = np.concatenate([above, below]).mean(axis=0)
    return above - shared, below - shared


def unit(vectors: Vectors) -> Vectors:
    """Return the vectors with the length 1, those of zeros as they are."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    short: Vectors = vectors / np.maximum(lengths, 1e-9)
    return short


def missing() -> str | None:
    """Return why texts are compared by their words alone, in Chinese, or None."""
    if os.environ.get(SWITCH) == "0":
        return f"设置了 {SWITCH}=0"
    if not all((FOLDER / name).is_file() for name in FILES):
        return "没有安装语义模型"
    found = _loaded(FOLDER)
    return found if isinstance(found, str) else None


def installed() -> Meaning | None:
    """Return the model where there is one that works: ``missing`` tells why not."""
    found = None if missing() else _loaded(FOLDER)
    return found if isinstance(found, Meaning) else None


@cache
def _loaded(folder: Path) -> Meaning | str:
    """The model, or why it cannot be used."""
    try:
        return Meaning(folder)
    except ImportError:
        return "没有安装 requirements-model.txt 所列的软件"
    except (
        Exception
    ):  # each library has kinds of its own for a file that is cut off or of another version
        return "不能使用语义模型的文件（删去 build/model 再运行 scripts/model.py 可重新安装）"
