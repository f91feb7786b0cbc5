"""How fast pages and prepared questions answer over what is loaded: the server's side, on a drawn sample.

Pages run as Streamlit runs them for a browser, through its own AppTest: from the request of a page to the last
element that it sends, without the network and the browser's drawing. Each run is told in wall time and in the
processor time of this process and of the embedded server together, which other work on the machine does not touch.
Half of the sampled documents are drawn evenly, half by how often they are cited: popular laws are read more.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from streamlit.testing.v1 import AppTest

from graph_model import embedded
from graph_model.querybook import Question, ask, questions
from graph_model.store import Store
from ingest.lexicon import default
from ingest.register import parties_of
from views.parts import pages
from views.parts.pages import PageInfo

SEED = 20260301
APP = Path(__file__).resolve().parent.parent / "app.py"
_PAGE = 200
"""How many rows of the whole graph a question is asked for at once."""
_AGAIN = 5
"""How often a question without a parameter is asked."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took, in milliseconds: by the clock, and of processors."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Measured:
    """All runs of a page or question, told by their middle and by the one that 95 of 100 stay under."""

    name: str
    runs: tuple[Took, ...]

    def line(self) -> str:
        """Return the figures in one line."""
        walls, cpus = [r.wall for r in self.runs], [r.cpu for r in self.runs]
        return (
            f"{self.name}\t{len(self.runs)} 次\t{share(walls, 0.5):.0f}\t{share(walls, 0.95):.0f}"
            f"\t{share(cpus, 0.5):.0f}\t{share(cpus, 0.95):.0f}"
        )


def share(values: Sequence[float], part: float) -> float:
    """Return the value that a part of all values does not exceed.

    >>> share([3, 1, 2, 4], 0.5), share([3, 1, 2, 4], 0.95)
    (2, 4)
    """
    ordered = sorted(values)
    return ordered[max(0, -(-int(part * 1000) * len(ordered) // 1000) - 1)]


class Clock:
    """Times a piece of work on all processors that serve it."""

    def __init__(self, store: Store) -> None:
        """Count the embedded server's processor time, where it is that."""
        pid = embedded.status(store.settings.home).pid if store.dialect == "embedded" else None
        self._server = psutil.Process(pid) if pid else None

    def _spent(self) -> float:
        server = self._server.cpu_times() if self._server else None
        return time.process_time() + (server.user + server.system if server else 0.0)

    def time(self, work: Callable[[], object]) -> Took:
        """Return what the work took."""
        spent, begun = self._spent(), time.perf_counter()
        work()
        return Took(
            (time.perf_counter() - begun) * 1000,
            (self._spent() - spent) * 1000,
        )


@dataclass(frozen=True, slots=True)
class Sample:
    """What is asked about: places as (document, address), instruments, and words that stand in the texts."""

    places: tuple[tuple[str, str], ...]
    instruments: tuple[str, ...]
    words: tuple[str, ...]


def draw(store: Store, size: int) -> Sample:
    """Draw a sample of documents, an article of each, and words out of them, the same for the same graph."""
    rng = random.Random(SEED)
    rows = ask(store, "documents").rows
    cited = [r for r in ask(store, "most-cited-documents", most=1000).rows if r["loaded"]]
    even = rng.sample(rows, min(size - size // 2, len(rows)))
    popular = rng.choices(cited, [r["times"] for r in cited], k=size // 2) if cited else []
    places, words = [], []
    for row in (*even, *popular):
        texts = [r for r in ask(store, "text", document=row["doc"]).rows if r["kind"] == "article"]
        at = rng.choice(texts)["at"] if texts else "header"
        places.append((row["doc"], at))
        text = ask(store, "provision", document=row["doc"], address=f"{at}.1").rows
        known = [t for t in default().tokens(text[0]["text"]) if len(t) > 1] if text else []
        words.append(" ".join(rng.sample(known, min(len(known), rng.choice((1, 2))))))
    instruments = {row["doc"]: row["instrument"] for row in rows}
    return Sample(
        tuple(places),
        tuple(instruments[doc] for doc, _ in places),
        tuple(w for w in words if w),
    )


def page_runs(store: Store, sample: Sample) -> Iterator[Measured]:
    """Open the pages on the sample."""
    clock = Clock(store)
    runs: dict[str, tuple[PageInfo, list[dict[str, str]]]] = {
        "阅读：一条": (pages.READING, [{"doc": d, "at": a} for d, a in sample.places]),
        "阅读：整件": (pages.READING, [{"doc": d} for d, _ in sample.places]),
        "引用追踪：一条": (pages.TRACE, [{"doc": d, "at": a} for d, a in sample.places]),
        "引用追踪：整件": (pages.TRACE, [{"doc": d} for d, _ in sample.places]),
        "检索": (pages.SEARCH, [{"q": w} for w in sample.words]),
        "引用体检：一件": (pages.CHECK, [{"doc": d} for d, _ in sample.places]),
        "总览": (pages.OVERVIEW, [{}] * _AGAIN),
    }
    for name, (page, addresses) in runs.items():
        app = AppTest.from_file(str(APP), default_timeout=600)
        app.run()
        app.switch_page(page.file)
        took = [clock.time(lambda: _open(app, address)) for address in addresses]  # noqa: B023
        yield Measured(name, tuple(took))


def _open(app: AppTest, address: Mapping[str, str]) -> None:
    for name in [*app.query_params]:
        del app.query_params[name]
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    if app.exception or app.error:
        raise RuntimeError([*app.exception, *app.error])


def question_runs(store: Store, sample: Sample) -> Iterator[Measured]:
    """Ask every question about the sample; those about one document or all of them are told apart."""
    clock, known = Clock(store), list(_known(store, sample))
    for question in questions().values():
        for name, params in _asked(question, known).items():
            took = [clock.time(lambda: ask(store, question.name, **p)) for p in params]  # noqa: B023
            if took:
                yield Measured(name, tuple(took))


def _asked(question: Question, known: Sequence[Row]) -> dict[str, list[dict[str, Any]]]:
    """Return the parameters to ask with, by the name under which the runs are told."""
    names = {p.name for p in question.params}
    wanted = {p.name for p in question.params if p.required}
    fitting = [values for values in known if wanted <= values.keys()]
    given = [{name: values[name] for name in wanted} for values in fitting]
    whole = [{**g, "most": _PAGE} for g in given] if "most" in names else given
    if not wanted:
        whole = whole[:_AGAIN]
    if "document" not in names or "document" in wanted:
        return {question.name: whole}
    of_one = [{**g, "document": v["document"]} for g, v in zip(given, fitting, strict=True)]
    return {question.name: of_one, f"{question.name}（全库，前 {_PAGE} 行）": whole}


def _known(store: Store, sample: Sample) -> Iterator[dict[str, Any]]:
    """Return values for all parameters that a question can need, one set a sampled place."""
    words = sample.words or ("规定",)
    for number, (doc, at) in enumerate(sample.places):
        roles = [r for r in ask(store, "roles", document=doc).rows if r["duties"]][:3]
        violations = ask(store, "violations", document=doc).rows
        duties = ask(store, "duties-of-roles", roles=[r["id"] for r in roles], document=doc)
        norms = ask(store, "prohibitions", document=doc, most=50).rows
        body = next((n["body"] for n in norms if n["body"]), None)
        known = {
            "document": doc,
            "address": at,
            "instrument": sample.instruments[number],
            "places": [f"{d}#{a}" for d, a in sample.places[number : number + 5]],
            "text": words[number % len(words)].split()[0],
            "roles": [r["id"] for r in roles],
            "duty": duties.rows[0]["id"] if duties.rows else None,
            "violation": violations[0]["id"] if violations else None,
            "sanction": next((s for v in violations for s in v["sanctions"]), None),
            "body": body,
            "bodies": [party.name for party in parties_of(body or "")],
        }
        yield {name: value for name, value in known.items() if value}


def lines(size: int) -> Iterator[str]:
    """Measure pages and questions; return a line for each, and how they stand to what is asked of them."""
    with Store.open() as store:
        sample = draw(store, size)
        yield "名称\t次数\t时钟 p50\t时钟 p95\t处理器 p50\t处理器 p95（毫秒）"
        for measured in page_runs(store, sample):
            yield measured.line()
        told = list(question_runs(store, sample))
        for measured in told:
            yield measured.line()
        every = tuple(run for one in told for run in one.runs)
        yield Measured("全部问题", every).line()
