"""The store behind every page: opened once a process, filled at the first start, and its failures in plain words."""

import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from graph_model import load, querybook, ranking
from graph_model.errors import GraphError
from graph_model.querybook import Answer
from graph_model.store import Settings, Store, settings_from_env
from ingest import lexicon, pipeline
from ingest.errors import IngestError
from ingest.readers import read_source

REGULATIONS = Path(__file__).resolve().parents[2] / "data" / "regulations"
_log = logging.getLogger("fatu")


def show(render: Callable[[Store], None]) -> None:
    """Show a page over the open store; whatever fails is said in a sentence that helps."""
    try:
        render(open_store())
    except (GraphError, IngestError) as error:
        st.error(str(error))
        st.button("重试", on_click=_open.clear)
    except Exception:
        _log.exception("a page failed")
        st.error(
            "页面出了意外的错误，数据没有改动。请刷新页面；若再次出现，请把操作步骤告诉维护人员。",
        )


def open_store() -> Store:
    """Return the store of the settings; the embedded one is given the regulations at its first start."""
    settings = settings_from_env(_secrets())
    key = settings.uri or str(settings.home)
    return _open(key, settings)


@st.cache_resource(show_spinner="正在打开图谱……")
def _open(key: str, _settings: Settings) -> Store:
    store = Store.open(_settings)
    load.prepare(store)
    if store.dialect == "embedded":
        _load_own(store)
    return store


def _load_own(store: Store) -> None:
    """Load what comes with the explorer at the first start, and again where this version reads it otherwise.

    What the user has removed stays away; loading the same content again writes nothing.
    """
    there = {row["source"] for row in querybook.ask(store, "documents").rows}
    files = sorted(p for p in REGULATIONS.iterdir() if p.suffix == ".txt")
    files = [p for p in files if not there or p.name in there]
    if not files:
        return
    bar = st.progress(0.0, text="正在载入法规……")
    for number, path in enumerate(files, 1):
        facts = pipeline.parse(read_source(path))
        load.load(store, facts, tokens=lexicon.default().tokens)
        ranking.refresh(store)
        bar.progress(number / len(files), text=f"已载入《{facts.document.title}》")
    time.sleep(0.2)
    bar.empty()


def ask(store: Store, question: str, **parameters: Any) -> Answer:
    """Put a prepared question to the store; while nothing is written, the same question is asked once.

    The rows belong to all pages: they are shown, never changed.
    """
    return querybook.ask(store.kept, question, **parameters)


def _secrets() -> Mapping[str, Any] | None:
    """Return .streamlit/secrets.toml, where there is one."""
    try:
        return dict(st.secrets)
    except FileNotFoundError:
        return None
