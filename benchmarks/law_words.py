"""In how many articles of a folder of texts each word stands: how data/lexicon/law_words.txt was made.

``python -m benchmarks.law_words FOLDER > data/lexicon/law_words.txt``
"""

import re
import sys
from collections import Counter
from pathlib import Path

from ingest.batch import files_in, read_files, text_of
from ingest.lexicon import default

_ARTICLE = re.compile(r"\n(?=[ 　]*第[〇零一二三四五六七八九十百千]+条)")
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")
_LEAST = 100
"""Rarer words are told by being rare."""


def main() -> None:
    """Count and print the words, the most common first, under the number of articles."""
    counts: Counter[str] = Counter()
    articles = 0
    for _, text in read_files(files_in(Path(sys.argv[1])), text_of):
        if isinstance(text, str):
            for article in _ARTICLE.split(text)[1:]:
                articles += 1
                counts.update({w for w in default().words(article) if _WORD.fullmatch(w)})
    print(
        "# 各个词在多少条法律法规条文里出现（python -m benchmarks.law_words 文件夹）；先写条文总数。"
    )
    print(f"条文总数 {articles}")
    for word, number in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        if number >= _LEAST:
            print(word, number)


if __name__ == "__main__":
    main()
