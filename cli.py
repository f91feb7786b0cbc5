"""The ``fatu`` command. It reads arguments, calls the packages and prints; it computes nothing itself."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from ingest.errors import IngestError
from ingest.facts import Facts
from ingest.readers import SUFFIXES, read_source

if TYPE_CHECKING:
    from graph_model.sides import Side
    from graph_model.store import Store

rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
rich_utils.OPTIONS_PANEL_TITLE = "选项"
rich_utils.COMMANDS_PANEL_TITLE = "命令"
rich_utils.ERRORS_PANEL_TITLE = "错误"
rich_utils.DEFAULT_STRING = "[默认：{}]"
rich_utils.REQUIRED_LONG_STRING = "[必填]"
rich_utils.RICH_HELP = "用 [blue]{command_path} {help_option}[/] 查看用法。"
rich_utils.ABORTED_TEXT = "已中止。"

T = TypeVar("T")

EXIT_REFUSED = 1
EXIT_USAGE = 2

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
_WRONG_USE = {
    "NoSuchOption": "没有选项 {error.option_name}。",
    "MissingParameter": "缺少{name}。",
    "BadParameter": "{name}的值不对。",
    "BadOptionUsage": "选项 {error.option_name} 的用法不对：后面要写一个值。",
    "UsageError": "写法不对：没有这个命令，或多写了参数。",
}


class _Chinese:
    """What the command line says of itself, where Typer has words of its own."""

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        told: str = super().get_usage(ctx)  # type: ignore[misc]  # Typer's class comes after this one
        return told.replace("Usage: ", "用法：", 1).replace("COMMAND [ARGS]...", "命令 …")

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示用法。"
        return option

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; say in Chinese what is wrong with them."""
        with _wrong_use():
            return super().parse_args(ctx, args)  # type: ignore[misc, no-any-return]


class _Command(_Chinese, TyperCommand):
    pass


class _Group(_Chinese, TyperGroup):
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is meant."""
        with _wrong_use():
            return super().resolve_command(ctx, args)


def _shown(param: Any) -> str:
    """An option by its name, an argument by what stands for it in the usage line."""
    option = str(param.opts[0])
    return option if option.startswith("-") else str(param.metavar)


@contextmanager
def _wrong_use() -> Iterator[None]:
    try:
        yield
    except UsageError as error:
        if not (told := _WRONG_USE.get(type(error).__name__)):
            raise
        param = getattr(error, "param", None)
        name = f" {_shown(param)} " if param else "参数"
        raise UsageError(told.format(error=error, name=name), getattr(error, "ctx", None)) from None


app = typer.Typer(
    name="fatu",
    cls=_Group,
    options_metavar="[选项]",
    help="法图：把法规文本解析成条文、引用、职责与追责，存入图数据库并查询。全部在本机完成，不联网。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
stderr = Console(stderr=True, soft_wrap=True)

Paths = Annotated[
    list[Path], typer.Argument(help="文件或文件夹（txt、md、docx、pdf、html）", metavar="路径…")
]
AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 输出")]
Records = Annotated[
    Path, typer.Argument(help="每行一条 JSON 记录的文件；- 表示标准输入", metavar="文件")
]


@app.command(cls=_Command, options_metavar="[选项]")
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
    from ingest.batch import facts_of, text_of

    files = list(_files(paths))
    if text:
        refused = _read(files, text_of, lambda _, words: print(words, end=""))
    else:
        single = len(files) == 1 and paths[0].is_file()
        show = _print_json(single=single) if as_json else _print_summary
        refused = _read(files, facts_of, lambda _, facts: show(facts))
    if refused:
        raise typer.Exit(EXIT_REFUSED)


@app.command(cls=_Command, options_metavar="[选项]")
def citations(records: Records) -> None:
    """在逐条的条文记录里查找引用，输出评分所用的格式。

    [bold]例：[/]
      fatu citations articles.jsonl > out.jsonl
      cat articles.jsonl | fatu citations -
    """
    from ingest.citations import gold_record

    _records(records, gold_record)


@app.command(cls=_Command, options_metavar="[选项]")
def norms(records: Records) -> None:
    """在逐条的条文记录里查找义务、禁止、授权与处罚，输出评分所用的格式。

    [bold]例：[/]
      fatu norms articles.jsonl > out.jsonl
      cat articles.jsonl | fatu norms -
    """
    from ingest.norms import gold_record

    _records(records, gold_record)


@app.command(cls=_Command, options_metavar="[选项]")
def load(paths: Paths, as_json: AsJson = False) -> None:
    """把文件或文件夹载入图谱；内容没有变化的不重复载入，有问题的文件逐个说明，不影响其余。

    [bold]例：[/]
      fatu load data/regulations
      fatu load 上级文件/*.docx --json
    """
    from graph_model import bulk, ranking
    from graph_model import load as loading

    files = list(_files(paths))
    _require(files)
    loaded: dict[Path, dict[str, Any]] = {}
    refused: list[dict[str, str]] = []
    with _store() as store, _progress() as progress:
        loading.prepare(store)
        reading = progress.add_task("读取", total=len(files))
        writing = progress.add_task("载入图谱", total=len(files))
        for one in bulk.load_files(store, files, lambda n: progress.advance(reading, n)):
            progress.advance(writing)
            if one.result is None:
                refused.append(_refused(progress, one.path, str(one.refused)))
                continue
            loaded[one.path] = {
                "file": str(one.path),
                **asdict(one.result),
                "warnings": list(one.warnings),
            }
            if not as_json:
                word = _LOADED[one.result.status]
                print(f"{word}：{one.path.name}　《{one.title}》（{one.status}）")
                _print_warnings(list(one.warnings))
        if any(row["status"] != "unchanged" for row in loaded.values()):
            ranking.refresh(store)
    results = [loaded[path] for path in files if path in loaded]
    counts = Counter(row["status"] for row in results)
    if as_json:
        told = {"loaded": results, "refused": refused, "counts": {s: counts[s] for s in _LOADED}}
        print(json.dumps(told, ensure_ascii=False))
    elif len(files) > 1:
        words = "，".join(f"{_LOADED[status]} {counts[status]}" for status in _LOADED)
        print(f"共 {len(files)} 个文件：{words}，未读入 {len(refused)}。")
    if refused:
        stderr.print(f"{len(files)} 个文件中有 {len(refused)} 个未能读入。")
        raise typer.Exit(EXIT_REFUSED)


@app.command(cls=_Command, options_metavar="[选项]")
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="要检查的文件或文件夹，互相对照", metavar="路径…"),
    ] = None,
    corpus: Annotated[bool, typer.Option("--corpus", help="检查图谱中已载入的全部文本")] = False,
    duties: Annotated[bool, typer.Option("--duties", help="另查义务与罚则是否对应")] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="另存为 .docx、.xlsx 或 .json", metavar="文件"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """引用体检：所引条文不存在、所引文件已废止、简称未定义、编号缺漏等，逐处列出；有发现时退出码为 1。

    [bold]例：[/]
      fatu check 草案.docx
      fatu check 法规文件夹 --out 体检.xlsx
      fatu check --corpus --json
      fatu check 草案.docx --duties
      fatu check --corpus --duties --out 体检.docx
    """
    from exports import health_report
    from exports.tables import to_xlsx
    from graph_model.corpus import Corpus
    from graph_model.duty_check import with_duties
    from graph_model.health import KINDS, Material, examine
    from ingest.batch import facts_of

    _check_usage(paths, out, corpus=corpus)
    refused: list[dict[str, str]] = []
    if corpus:
        with _store() as store:
            report = examine(Material.of_store(store))
            report = with_duties(report, store) if duties else report
    else:
        documents, files = Corpus(), list(_files(paths or []))
        refused = _read(files, facts_of, lambda _, facts: documents.add(facts))
        report = examine(Material.of_corpus(documents))
        if duties:
            with _store_of(files) as store:
                report = with_duties(report, store)
    told = json.dumps({**report.to_plain(), "refused": refused}, ensure_ascii=False)
    if out:
        name = "、".join(map(str, paths)) if paths else "图谱中的全部文本"
        data = told.encode()
        if out.suffix == ".docx":
            data = health_report.to_docx(report, name)
        elif out.suffix == ".xlsx":
            data = to_xlsx(health_report.COLUMNS, health_report.rows(report))
        _save(out, data)
    if as_json:
        print(told)
    else:
        for f in report.findings:
            print(f"{KINDS[f.kind]}　{f.place}　{f.quote}　{f.reason}")
        print(health_report.summary(report))
        if not duties:
            print("没有对照义务与罚则；加 --duties 一并对照。")
    if refused or report.findings:
        raise typer.Exit(EXIT_REFUSED)


def _check_usage(paths: list[Path] | None, out: Path | None, *, corpus: bool) -> None:
    """End with a sentence where the options of ``check`` do not go together."""
    wrong = ""
    if corpus == bool(paths):
        wrong = "请写要检查的路径，或用 --corpus 检查图谱中的全部文本（只选其一）。"
    elif out and out.suffix not in (".docx", ".xlsx", ".json"):
        wrong = "--out 的文件名应以 .docx、.xlsx 或 .json 结尾。"
    if wrong:
        stderr.print(wrong)
        raise typer.Exit(EXIT_USAGE)


@app.command(cls=_Command, options_metavar="[选项]")
def align(
    upper: Annotated[
        str, typer.Argument(help="上位文件的路径，或已载入文本的标识", metavar="上位")
    ],
    lower: Annotated[
        str, typer.Argument(help="下位文件的路径，或已载入文本的标识", metavar="下位")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", help="另存为 .docx、.xlsx 或 .json", metavar="文件")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """上下位对照：下位的哪一条重复、细化、扩展、缩减了上位的哪一条，上位要求而下位没有的有哪些。

    [bold]例：[/]
      fatu align 某法.md 某省条例.docx
      fatu align 某法.md 某省条例.docx --out 对照.xlsx
      fatu align 安全生产法@2021-06-10 某省安全生产条例@2022-05-25 --json
    """
    from exports import alignment
    from exports.tables import to_xlsx
    from graph_model.align import align as compare

    if out and out.suffix not in (".docx", ".xlsx", ".json"):
        stderr.print("--out 的文件名应以 .docx、.xlsx 或 .json 结尾。")
        raise typer.Exit(EXIT_USAGE)
    found = compare(*_sides(upper, lower))
    told = json.dumps(found.to_plain(), ensure_ascii=False)
    if out:
        data = told.encode()
        if out.suffix == ".docx":
            data = alignment.to_docx(found)
        elif out.suffix == ".xlsx":
            note = f"上位：{found.upper.mark}　下位：{found.lower.mark}　{alignment.note(found)}"
            data = to_xlsx(alignment.COLUMNS, alignment.rows(found), note)
        _save(out, data)
    if as_json:
        print(told)
        return
    print(f"上位：{found.upper.mark}\n下位：{found.lower.mark}")
    for row in alignment.rows(found):
        if row["relation"] != alignment.NOT_REPEATED:
            ends = "　".join(str(row[at]) for at in ("upper_at", "lower_at") if row.get(at))
            mark = "（待核）" if row.get("doubt") else ""
            print(f"{row['relation']}{mark}　{ends}　{_cell(row['reason'])}")
    print(alignment.summary(found))
    print(alignment.note(found))


@app.command(cls=_Command, options_metavar="[选项]")
def ask(
    name: Annotated[
        str | None, typer.Argument(help="问题的名称；不写则列出全部问题", metavar="问题")
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", help="参数，写作 名称=值，可多次", metavar="名称=值"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """列出预备的问题，或回答其中一个；每一行答案都带出处。

    [bold]例：[/]
      fatu ask
      fatu ask consequences --param sanction=降职
      fatu ask violations --json
    """
    from graph_model import querybook

    questions = querybook.questions()
    if name is None:
        for one in questions.values():
            wanted = "　".join(f"{p.name}：{p.meaning}" for p in one.params)
            print(
                f"{one.name}　{one.purpose}（{'、'.join(one.users)}）"
                + (f"\n    参数　{wanted}" if wanted else "")
            )
        return
    with _told(), _store() as store:
        given = _params(name, param or [])
        answer = querybook.ask(store, name, **given)
        empty = not answer.rows and not querybook.ask(store, "documents").rows
    if empty:
        stderr.print("图谱里还没有文本。请先载入，如：fatu load data/regulations", markup=False)
    if as_json:
        print(json.dumps(answer.to_plain(), ensure_ascii=False))
        return
    shown = [c for c in answer.question.columns if c not in querybook.PROVENANCE]
    for row in answer.rows:
        cells = (
            f"{answer.question.columns[c]}：{_cell(row[c])}"
            for c in shown
            if row[c] not in (None, [])
        )
        print(f"[{row['at'] or '-'}]　" + "　".join(cells))
    print(f"共 {len(answer.rows)} 行。")


@app.command(cls=_Command, options_metavar="[选项]")
def fetch(
    title: Annotated[str, typer.Argument(help="文件的题目", metavar="题目")],
    url: Annotated[str, typer.Option("--url", help="文件的网址")],
    into: Annotated[
        Path | None,
        typer.Option("--into", help="存到哪个文件夹（默认在图库文件夹下）", metavar="文件夹"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """把一份文件从所给网址下载到本机，记下来源和校验值；需要联网，只在您执行时访问这一个网址。

    [bold]例：[/]
      fatu fetch 某省安全生产条例 --url https://…/tiaoli.html
    """
    from graph_model.embedded import default_home
    from ingest.fetch import fetch as fetch_document
    from ingest.metadata import document_of
    from ingest.structure import read_structure
    from ingest.titles import title_key

    with _told():
        told = fetch_document(title, url, into or default_home() / "downloads")
        found = document_of(read_structure(read_source(told.path))).title
    if as_json:
        row = {**asdict(told), "path": str(told.path), "title_found": found}
        print(json.dumps(row, ensure_ascii=False))
    else:
        print(
            f"{'已下载' if told.is_new else '本机已有相同的文件'}：{told.path}（{told.size_bytes} 字节）"
            f"\nSHA-256：{told.sha256}\n下一步：fatu load {told.path}"
        )
    if title_key(found) != title_key(title):
        stderr.print(
            f"注意：文件的题目是《{found}》，与“{title}”不同，请核对。", style="red", markup=False
        )
        raise typer.Exit(EXIT_REFUSED)


store_app = typer.Typer(
    cls=_Group,
    options_metavar="[选项]",
    help="图库：查看状态、停止内置图库、导出全部内容。",
    no_args_is_help=True,
)
app.add_typer(store_app, name="store")


@store_app.command(cls=_Command, options_metavar="[选项]", name="status")
def store_status(as_json: AsJson = False) -> None:
    """内置图库是否在运行、在哪里、有多大；连接 Neo4j 时说明所连的地址。"""
    from graph_model import embedded
    from graph_model.store import settings_from_env

    with _told():
        settings = settings_from_env()
        if settings.uri:
            print(f"使用 Neo4j：{settings.uri}")
            return
        told = embedded.status(settings.home)
    if as_json:
        print(json.dumps({**asdict(told), "home": str(told.home)}, ensure_ascii=False))
        return
    running = (
        f"正在运行（进程 {told.pid}，{told.bolt_uri}，{told.connections} 个连接）"
        if told.running
        else "没有运行"
    )
    print(f"内置图库{running}\n文件夹：{told.home}（{told.size_bytes / 1024 / 1024:.1f} MB）")


@store_app.command(cls=_Command, options_metavar="[选项]", name="stop")
def store_stop() -> None:
    """停止内置图库；数据保留，下次使用时自动启动。"""
    from graph_model import embedded
    from graph_model.store import settings_from_env

    with _told():
        settings = settings_from_env()
        if settings.uri:
            print("当前连接的是 Neo4j 服务，不由本程序停止。")
            return
        print("已停止。" if embedded.stop(settings.home) else "内置图库没有在运行。")


@store_app.command(cls=_Command, options_metavar="[选项]", name="rank")
def store_rank() -> None:
    """重新计算被引用最多的条文和文件（载入之后会自动计算，库很大时除外）。"""
    from graph_model import load as loading
    from graph_model import ranking

    with _store() as store:
        loading.prepare(store)
        told = ranking.rank(store)
    print(f"已就 {told.documents} 件文本算出排名（{told.computed}）。见 fatu ask most-cited。")


@store_app.command(cls=_Command, options_metavar="[选项]", name="dump")
def store_dump() -> None:
    """按固定次序输出图谱的全部内容，每行一个 JSON，可用于比较。"""
    from graph_model.dump import dump

    with _told(), _store() as store:
        for line in dump(store):
            print(line)


bench_app = typer.Typer(
    cls=_Group, options_metavar="[选项]", help="量速度：在您自己的文本上。", no_args_is_help=True
)
app.add_typer(bench_app, name="bench")


@bench_app.command(cls=_Command, options_metavar="[选项]", name="parse")
def bench_parse(
    folder: Annotated[Path, typer.Argument(help="文件夹", metavar="文件夹")],
) -> None:
    """解析一个文件夹的全部文本要多久、用多少内存。"""
    from benchmarks import speed

    print(speed.folder_line(folder))


@bench_app.command(cls=_Command, options_metavar="[选项]", name="load")
def bench_load(
    folder: Annotated[Path, typer.Argument(help="文件夹", metavar="文件夹")],
) -> None:
    """把一个文件夹的全部文本载入一个临时的内置图库要多久；不影响现有的图谱。"""
    from benchmarks import loading

    with _told():
        print(loading.folder_line(folder))


@bench_app.command(cls=_Command, options_metavar="[选项]", name="records")
def bench_records(records: Records) -> None:
    """查找引用和规范的速度，与 jieba.cut 切分同样的文字相比（一个核）。"""
    from benchmarks import speed

    with _open_records(records) as lines:
        print("\n".join(speed.record_lines(lines)))


def _sides(upper: str, lower: str) -> tuple["Side", "Side"]:
    """The two texts of a comparison: both files, or both loaded documents."""
    from graph_model.sides import sides_of_facts, sides_of_store
    from ingest.batch import facts_of

    files = [Path(name).exists() for name in (upper, lower)]
    if all(files):
        with _told():
            return sides_of_facts(facts_of(Path(upper)), facts_of(Path(lower)))
    if any(files):
        missing = lower if files[0] else upper
        stderr.print(
            f"没有文件“{missing}”。两份都写文件的路径，或都写已载入文本的标识。", markup=False
        )
        raise typer.Exit(EXIT_USAGE)
    with _told(), _store() as store:
        return sides_of_store(store, upper, lower)


@bench_app.command(cls=_Command, options_metavar="[选项]", name="app")
def bench_app_pages(
    sample: Annotated[
        int, typer.Option("--sample", help="抽取几件文本", metavar="件数", min=1)
    ] = 40,
) -> None:
    """阅读、引用追踪、检索等页面和全部预备问题要多久：在已载入的库上，按固定的种子抽样。"""
    from benchmarks import app as app_bench

    with _told():
        for line in app_bench.lines(sample):
            print(line, flush=True)


_LOADED = {"loaded": "已载入", "unchanged": "没有变化", "replaced": "已替换"}


@contextmanager
def _told() -> Iterator[None]:
    """Say in a sentence what went wrong with the graph or a question, and end (exit 2 for wrong use)."""
    from graph_model.errors import GraphError
    from graph_model.querybook import QuestionError

    try:
        yield
    except QuestionError as error:
        stderr.print(str(error), style="red", markup=False, highlight=False)
        raise typer.Exit(EXIT_USAGE) from error
    except (GraphError, IngestError) as error:
        stderr.print(str(error), style="red", markup=False, highlight=False)
        raise typer.Exit(EXIT_REFUSED) from error


@contextmanager
def _store() -> Iterator["Store"]:
    """Open the store of the settings, closed at the end."""
    from graph_model.store import Store

    with _told(), Store.open() as store:
        yield store


@contextmanager
def _store_of(files: list[Path]) -> Iterator["Store"]:
    """Open a store that holds these files only, apart from that of the settings; gone at the end.

    What cannot be read is left out; whoever calls has told so.
    """
    from graph_model import bulk, embedded
    from graph_model import load as loading
    from graph_model.store import Settings, Store

    with _told(), embedded.apart() as home, Store.open(Settings(home=home)) as store:
        loading.prepare(store)
        with _progress() as progress:
            for _ in progress.track(
                bulk.load_files(store, files), len(files), description="对照义务与罚则"
            ):
                pass
        yield store


def _params(name: str, given: list[str]) -> dict[str, Any]:
    """Read ``name=value`` pairs by the types that the question declares."""
    from graph_model.querybook import QuestionError, parse_value, questions

    question = questions().get(name)
    known = {p.name: p for p in question.params} if question else {}
    values = {}
    for pair in given:
        key, equals, text = pair.partition("=")
        if not equals:
            raise QuestionError(f"参数“{pair}”要写作 名称=值。")
        values[key] = parse_value(known[key], text) if key in known else text
    return values


def _cell(value: Any) -> str:
    return "；".join(map(str, value)) if isinstance(value, list) else str(value)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, and of folders the documents in them, in a stable order."""
    from ingest.batch import files_in

    for path in paths:
        if path.is_dir():
            yield from files_in(path)
        else:
            yield path


def _read(
    files: list[Path], read: Callable[[Path], T], work: Callable[[Path, T], None]
) -> list[dict[str, str]]:
    """Read the files, on all cores, and do the work for each; a bad one does not stop the rest.

    Returns those that were refused, each with the reason.
    """
    from graph_model.errors import GraphError, StoreError
    from ingest.batch import read_files

    _require(files)
    refused: list[dict[str, str]] = []
    with _progress() as progress:
        found = progress.track(read_files(files, read), len(files), description="读取")
        for path, told in found:
            try:
                if isinstance(told, IngestError):
                    raise told
                work(path, told)
            except StoreError:
                raise
            except (IngestError, GraphError) as error:
                refused.append(_refused(progress, path, str(error)))
    if refused:
        stderr.print(f"{len(files)} 个文件中有 {len(refused)} 个未能读入。")
    return refused


def _require(files: list[Path]) -> None:
    if not files:
        stderr.print(f"没有找到可读的文件（支持 {'、'.join(SUFFIXES)}）。", style="red")
        raise typer.Exit(EXIT_USAGE)


def _refused(progress: Progress, path: Path, reason: str) -> dict[str, str]:
    """Say why a file was refused; return it as the summary tells it."""
    progress.console.print(f"未读入 {reason}", style="red", markup=False, highlight=False)
    return {"file": str(path), "reason": reason}


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        stderr.print(f"写不进 {path}：{error.strerror}。请检查路径和权限。", markup=False)
        raise typer.Exit(EXIT_REFUSED) from error


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


def _print_warnings(warnings: list[str], most: int = 3) -> None:
    for message in warnings[:most]:
        print(f"  注意：{message}")
    if len(warnings) > most:
        print(f"  另有 {len(warnings) - most} 处需要留意，见 fatu parse 或“总览”页")


def _records(path: Path, work: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Map each JSON line to a JSON line; a line that is none ends the run with its place (exit 2)."""
    from ingest.batch import collect_what_is_left, uninterrupted

    with _open_records(path) as lines, uninterrupted():
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
            collect_what_is_left()


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
