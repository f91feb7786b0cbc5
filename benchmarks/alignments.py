"""Laws with the regulations that implement them, drawn from a folder, and cases of their comparison to be read.

``python -m benchmarks.alignments FOLDER SEED N`` draws ``DRAWN`` pairs of texts with the seed, none of a law on which the
rules were made, and N cases out of them: half are articles of the lower texts, drawn before any comparison (what are
their counterparts?), half are pairs that the comparison gives (is it one, and of this kind?).
It prints one line each; with ``--show`` also the words, for the reader, and of the articles nothing that was found.
docs/evidence/alignments.tsv holds the verdicts; the texts themselves stay outside the project.
"""

import random
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_model.align import Alignment, Pair, align
from graph_model.relations import RELATIONS
from graph_model.sides import Side, sides_of_facts
from ingest.batch import facts_of, files_in
from ingest.titles import region_of

SEED, NUMBER, DRAWN = 20261217, 200, 9
SEEN = (
    "非物质文化遗产法",
    "反恐怖主义法",
    "土壤污染防治法",
    "固体废物污染环境防治法",
    "企业国有资产法",
    "公共文化服务保障法",
    "集会游行示威法",
    "各级人民代表大会常务委员会监督法",
    "就业促进法",
    "国防动员法",
    "招标投标法",
    "立法法",
    "湿地保护法",
    "审计法",
    "妇女权益保障法",
    "农业机械化促进法",
    "清洁生产促进法",
    "道路交通安全法",
    "土地管理法",
    "标准化法",
    "农业技术推广法",
    "教师法",
    "动物防疫法",
    "环境保护法",
    "科学技术进步法",
    "未成年人保护法",
    "劳动合同法",
    "测绘法",
    "科学技术普及法",
    "保守国家秘密法",
    "航道法",
    "节约能源法",
    "国防教育法",
    "安全生产法",
    "煤炭法",
    "村民委员会组织法",
    "野生动物保护法",
    "水污染防治法",
    "人民防空法",
    "预算法",
    "烟草专卖法",
    "消费者权益保护法",
    "慈善法",
    "渔业法",
    "文物保护法",
    "水土保持法",
    "劳动法",
    "乡村振兴促进法",
    "公路法",
    "海洋环境保护法",
    "人口与计划生育法",
    "归侨侨眷权益保护法",
    "中医药法",
    "全国人民代表大会和地方各级人民代表大会代表法",
    "气象法",
    "职业教育法",
    "价格法",
    "矿产资源法",
    "统计法",
    "大气污染防治法",
    "防震减灾法",
    "献血法",
    "风景名胜区条例",
    "城市供水条例",
    "基本农田保护条例",
    "失业保险条例",
    "铁路安全管理条例",
    "历史文化名城名镇名村保护条例",
    "建设工程质量管理条例",
    "森林防火条例",
    "防汛条例",
    "河道管理条例",
    "国有土地上房屋征收与补偿条例",
    "道路运输条例",
)
"""Laws and regulations that were read while the rules were made, on which the weights were fitted, or whose draw was judged: no draw may
have them again."""
_DATED = re.compile(r"(?P<title>.+?)[(（](?P<date>\d{4}-\d{2}-\d{2})[)）]")


_Dated = tuple[str, str, Path]
"""The date of a text, its title, and its file."""


@dataclass(frozen=True, slots=True)
class Files:
    """The file of a law, or of a regulation of the State Council, and that of a local regulation under it."""

    law: str
    upper: Path
    lower: Path


def pairs_in(folder: Path) -> list[Files]:
    """Return the regulations of a place that have a law's name, each with the law's text that was in force.

    Where no law has it, a regulation of the State Council is looked for (物业管理条例, of 丽水市物业管理条例).
    """
    named = [
        (m["title"], m["date"], p) for p in files_in(folder) if (m := _DATED.fullmatch(p.stem))
    ]
    laws: dict[str, list[_Dated]] = {}
    regulations: dict[str, list[_Dated]] = {}
    for title, date, path in named:
        subject = title.removeprefix("中华人民共和国")
        if region_of(title):
            continue
        if subject.endswith("法") and not subject.endswith("办法"):
            laws.setdefault(subject.removesuffix("法"), []).append((date, title, path))
        elif subject.endswith("条例"):
            regulations.setdefault(subject.removesuffix("条例"), []).append((date, title, path))
    found = []
    for title, date, path in named:
        region = region_of(title)
        if region is None or not title.endswith(("条例", "办法", "规定")):
            continue
        subject = re.sub(r"^(?:实施)?《?", "", title.removeprefix(region))
        texts = _named(laws, subject) or _named(regulations, subject)
        if in_force := [text for text in texts if text[0] <= date]:
            _, law, upper = max(in_force)
            found.append(Files(law, upper, path))
    return found


def _named(texts: Mapping[str, list[_Dated]], subject: str) -> list[_Dated]:
    """The texts of the longest name with which a subject begins."""
    name = max((n for n in texts if subject.startswith(n)), key=len, default="")
    return texts.get(name, [])


def drawn(folder: Path, seed: int = SEED) -> list[Files]:
    """Return the pairs of texts that the seed draws, each of another law."""
    order = [f for f in pairs_in(folder) if f.law not in SEEN]
    random.Random(seed).shuffle(order)
    return list({f.law: f for f in reversed(order)}.values())[::-1][:DRAWN]


def articles(
    alignments: Sequence[Alignment], seed: int, number: int
) -> list[tuple[Alignment, str]]:
    """Return so many articles of the lower texts, whatever the comparison says of them."""
    every = [(a, article) for a in alignments for article in a.lower.articles]
    return random.Random(seed).sample(every, min(number, len(every)))


def pairs(alignments: Sequence[Alignment], seed: int, number: int) -> list[tuple[Alignment, Pair]]:
    """Return so many of the pairs that the comparison gives."""
    every = [(a, pair) for a in alignments for pair in a.pairs]
    return random.Random(seed).sample(every, min(number, len(every)))


def words_of(side: Side, article: str) -> str:
    """Return the words of an article, its clauses one after the other."""
    return " / ".join(c.text for c in side.articles[article])


def main() -> None:
    """Draw and print."""
    show = "--show" in sys.argv
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    folder = Path(arguments[0])
    seed = int(arguments[1]) if len(arguments) > 1 else SEED
    number = int(arguments[2]) if len(arguments) > 2 else NUMBER
    compared = [
        align(*sides_of_facts(facts_of(f.upper), facts_of(f.lower))) for f in drawn(folder, seed)
    ]
    for a, article in articles(compared, seed, number // 2):
        print("下位条", a.upper.id, a.lower.id, article, sep="\t")
        if show:
            print(f"    {words_of(a.lower, article)}")
    for a, pair in pairs(compared, seed, number - number // 2):
        told = RELATIONS[pair.relation] + ("（待核）" if pair.doubt else "")
        print("对应", a.upper.id, a.lower.id, pair.lower, pair.upper, told, sep="\t")
        if show:
            print(f"    上 {words_of(a.upper, pair.upper)}\n    下 {words_of(a.lower, pair.lower)}")
            print(f"    {pair.score:.2f} {'；'.join(pair.reasons)}")


if __name__ == "__main__":
    main()
