"""The explorer as ``make app`` starts it, and a browser of the system that notes what it asks for."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from graph_model import embedded

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
START_SECONDS = 60
expect.set_options(timeout=20_000)  # a machine that does other work besides
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_report_header() -> list[str]:
    """Say in one line what is left out without a browser."""
    return [] if CHROMIUM else ["缺少 Chromium：略去浏览器走查测试组"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the journeys where there is no browser; in CI that is a failure."""
    if CHROMIUM:
        return
    if os.environ.get("CI"):
        raise pytest.UsageError("CI 需要 Chromium")
    left_out = [item for item in items if "journeys" in str(item.path)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def explorer(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running explorer with a store of its own."""
    home = tmp_path_factory.mktemp("store")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}",
         "--server.headless=true"],
        cwd=root, env={**os.environ, "FATU_HOME": str(home)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            break
        except OSError:
            time.sleep(0.2)
    yield address
    process.terminate()
    process.wait(20)
    embedded.stop(home)


@pytest.fixture(scope="session")
def browser_page() -> Iterator[Page]:
    """One page of a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 1200})
        page.set_default_timeout(30_000)
        yield page
        browser.close()


@pytest.fixture
def page(browser_page: Page) -> Iterator[Page]:
    """The page; whatever it asked for from another machine fails the test."""
    elsewhere: list[str] = []

    def note(url: str) -> None:
        if not url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")):
            elsewhere.append(url)

    def noted(request: "object") -> None:
        note(request.url)  # type: ignore[attr-defined]  # a playwright request

    browser_page.on("request", noted)
    yield browser_page
    browser_page.remove_listener("request", noted)
    assert elsewhere == []
