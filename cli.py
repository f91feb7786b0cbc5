"""The ``fatu`` command. It reads arguments, calls the packages and prints; it computes nothing itself."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from typer import rich_utils

from ingest.errors import IngestError
from ingest.facts import Facts
from ingest.readers import SUFFIXES, read_source

rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
rich_utils.OPTIONS_PANEL_TITLE = "选项"
rich_utils.COMMANDS_PANEL_TITLE = "命令"
rich_utils.ERRORS_PANEL_TITLE = "错误"
rich_utils.DEFAULT_STRING = "[默认：{}]"
rich_utils.REQUIRED_LONG_STRING = "[必填]"
rich_utils.RICH_HELP = "用 [blue]{command_path} {help_option}[/] 查看用法。"
rich_utils.ABORTED_TEXT = "已中止。"

EXIT_REFUSED = 1
EXIT_USAGE = 2

app = typer.Typer(
    name="fatu",
    help="法图：把法规文本解析成条文、引用、职责与追责，存入图数据库并查询。全部在本机完成，不联网。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
stderr = Console(stderr=True)

Paths = Annotated[
    list[Path], typer.Argument(help="文件或文件夹（txt、md、docx、pdf、html）", metavar="路径…")
]
AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 输出")]
Records = Annotated[
    Path, typer.Argument(help="每行一条 JSON 记录的文件；- 表示标准输入", metavar="文件")
]


@app.command()
def parse(
    paths: Paths,
    as_json: AsJson = False,
    text: Annotated[
        bool, typer.Option("--text", help="只输出读出的正文（偏移量以它计数）")
    ] = False,
) -> None:
    """解析文件，列出条文、引用、职责与追责；不需要图数据库。

    [bold]例：[/]
      fatu parse data/regulations/*.txt
      fatu parse 办法.docx --json > 办法.json
      fatu parse 资料文件夹 --json > 全部.jsonl
    """
    from ingest.pipeline import parse as parse_source

    files = list(_files(paths))
    show = _print_json(single=len(files) == 1 and paths[0].is_file()) if as_json else _print_summary

    def one(path: Path) -> None:
        source = read_source(path)
        if text:
            print(source.text, end="")
        else:
            show(parse_source(source))

    _each(files, one)


@app.command()
def citations(records: Records) -> None:
    """在逐条的条文记录里查找引用，输出评分所用的格式。

    [bold]例：[/]
      fatu citations articles.jsonl > out.jsonl
      cat articles.jsonl | fatu citations -
    """
    from ingest.citations import gold_record

    _records(records, gold_record)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, and of folders the documents in them, in a stable order."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()
            )
        else:
            yield path


def _each(files: list[Path], work: Callable[[Path], None]) -> None:
    """Do the work for each file; a bad one is named and does not stop the rest (exit 1)."""
    if not files:
        stderr.print(f"没有找到可读的文件（支持 {'、'.join(SUFFIXES)}）。", style="red")
        raise typer.Exit(EXIT_USAGE)
    refused = 0
    with _progress() as progress:
        for path in progress.track(files, description="读取"):
            try:
                work(path)
            except IngestError as error:
                refused += 1
                progress.console.print(
                    f"未读入 {error}", style="red", markup=False, highlight=False
                )
    if refused:
        stderr.print(f"{len(files)} 个文件中有 {refused} 个未能读入。")
        raise typer.Exit(EXIT_REFUSED)


def _progress() -> Progress:
    """A progress bar on a terminal, nothing in a pipe."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal)


def _print_json(*, single: bool) -> Callable[[Facts], None]:
    return lambda facts: print(facts.to_json(indent=2 if single else None))


def _print_summary(facts: Facts) -> None:
    """Print what was understood, and what was not, in a few lines."""
    document, shape = facts.document, facts.structure
    print(f"《{document.title}》 {document.status}")
    print(f"  {len(shape.chapters)} 章 {len(shape.articles)} 条，{len(facts.provisions)} 段文字")
    resolved = sum(c.resolution.status == "resolved" for c in facts.citations)
    print(
        f"  引用 {len(facts.citations)} 处：文内已定位 {resolved}，其余 {len(facts.citations) - resolved} 处见 --json"
    )
    print(
        f"  职务 {len(facts.roles)}，职责 {len(facts.duties)}，其他规范 {len(facts.obligations_of_bodies)}"
    )
    print(
        f"  追责情形 {len(facts.violations)}，处理方式 {len(facts.sanctions)}，后果 {len(facts.consequences)}"
    )
    for problem in facts.problems:
        print(f"  注意：{problem.message}")
    for row in facts.unresolved:
        print(f"  未能确定：{row.at} “{row.quote}”：{row.reason}")


def _records(path: Path, work: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Map each JSON line to a JSON line; a line that is none ends the run with its place (exit 2)."""
    with _open_records(path) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                answer = work({"chapter": None, **record})
            except (json.JSONDecodeError, KeyError, TypeError) as error:
                stderr.print(
                    f"{path} 第 {number} 行不是条文记录（需要 id、title、article、text）：{error!r}",
                    markup=False,
                )
                raise typer.Exit(EXIT_USAGE) from error
            print(json.dumps(answer, ensure_ascii=False))


def _open_records(path: Path) -> TextIO:
    if str(path) == "-":
        return sys.stdin
    try:
        return path.open(encoding="utf-8")
    except OSError as error:
        stderr.print(f"打不开 {path}：{error.strerror}。请检查路径。", markup=False)
        raise typer.Exit(EXIT_USAGE) from error


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
