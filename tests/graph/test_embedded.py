"""What a folder of the embedded server guarantees, with real processes that start, share and die."""

import http.server
import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from filelock import FileLock

from graph_model import embedded
from graph_model.errors import GraphError, StoreDown, StoreFull, StoreNotOurs, WrongPassword
from graph_model.store import Settings, Store

TERMS = "MATCH (t:Term) RETURN t.id AS id ORDER BY id"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder that does not exist yet, with a name that programs stumble over."""
    folder = tmp_path / "图 库 'a'"
    yield folder
    if folder.is_dir():
        embedded.stop(folder)


def add(store: Store, name: str) -> None:
    """Commit one node."""
    store.write(lambda tx: tx.run("CREATE (:Term {id: $id})", id=name))


def program(root: Path, code: str, *arguments: str) -> subprocess.Popen[str]:
    """Another program that uses ours."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=root, stdout=subprocess.PIPE, text=True
    )


def killed(home: Path) -> int:
    """Kill the folder's server as a failing machine would; return its number."""
    pid = embedded.start_or_attach(home).pid
    process = psutil.Process(pid)
    os.kill(pid, signal.SIGKILL)
    process.wait(30)
    return pid


def wait_until(holds: Callable[[], bool]) -> None:
    """Return when it holds; the limit is only there to end a test that would hang."""
    deadline = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


# -- starting and sharing ---------------------------------------------------------------------

OPEN = """
import sys
from pathlib import Path
from graph_model.store import Settings, Store
from graph_model import embedded
with Store.open(Settings(home=Path(sys.argv[1]))) as store:
    store.write(lambda tx: tx.run("CREATE (:Term {id: $id})", id=sys.argv[2]))
    print(embedded.start_or_attach(store.settings.home).pid)
"""


def test_programs_that_start_at_once_share_one_server(root: Path, home: Path) -> None:
    programs = [program(root, OPEN, str(home), name) for name in ("甲", "乙", "丙")]
    answers = [one.communicate()[0].strip() for one in programs]
    assert [one.returncode for one in programs] == [0, 0, 0]
    told = embedded.status(home)
    assert told.running, "it outlives the programs that started it"
    assert set(answers) == {str(told.pid)}
    with Store.open(Settings(home=home)) as store:
        assert {row["id"] for row in store.read(TERMS)} == {"甲", "乙", "丙"}
        assert embedded.status(home).connections >= 1


def test_a_child_that_a_dead_program_left_behind_is_joined(home: Path) -> None:
    embedded.start_or_attach(home)  # makes folder and password
    embedded.stop(home)
    left_behind = embedded._spawn(home)  # not seen yet: it holds no lock before Python has started
    try:
        assert embedded.start_or_attach(home).pid > 0
    finally:
        embedded.stop(home)
        left_behind.wait(timeout=30)


def test_the_folder_and_its_password_are_for_the_owner_only(home: Path) -> None:
    embedded.start_or_attach(home)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "password").stat().st_mode) == 0o600
    password = (home / "password").read_text("ascii")
    assert len(password) >= 32
    process = psutil.Process(embedded.start_or_attach(home).pid)
    assert password not in " ".join(process.cmdline())
    assert password not in (home / "server.json").read_text("utf-8")
    assert password not in (home / "server.log").read_text("utf-8", "replace")
    listening = [c.laddr.ip for c in process.net_connections("tcp") if c.status == "LISTEN"]
    assert listening
    assert set(listening) <= {"127.0.0.1", "::ffff:127.0.0.1"}, "nobody else on the network"


def test_nothing_runs_and_nothing_is_made_by_asking(home: Path) -> None:
    nothing = embedded.Status(home, False, None, None, 0, 0)
    for _ in ("no folder", "an empty folder"):
        assert embedded.status(home) == nothing
        assert embedded.stop(home) is False
        assert not (home / "databases").exists()
        home.mkdir(exist_ok=True)


def test_status_and_stop(home: Path) -> None:
    server = embedded.start_or_attach(home)
    told = embedded.status(home)
    assert (told.running, told.pid, told.bolt_uri) == (True, server.pid, server.bolt_uri)
    assert told.size_bytes > 0
    assert embedded.stop(home) is True
    wait_until(lambda: not psutil.pid_exists(server.pid))
    assert not (home / "server.json").exists()
    assert embedded.stop(home) is False
    told = embedded.status(home)
    assert (told.running, told.pid, told.bolt_uri, told.connections) == (False, None, None, 0)
    assert told.size_bytes > 0, "the data stays"


# -- ending -----------------------------------------------------------------------------------


@pytest.mark.parametrize("end", [killed, embedded.stop], ids=["killed", "stopped"])
def test_an_open_store_finds_the_next_server(home: Path, end: Callable[[Path], object]) -> None:
    """The server goes away between two calls of one session: reads and writes go on."""
    with Store.open(Settings(home=home)) as store:
        add(store, "一")
        first = embedded.status(home).pid
        end(home)
        assert store.read(TERMS) == [{"id": "一"}]
        assert embedded.status(home).pid != first
        end(home)
        add(store, "二")
        assert store.read(TERMS) == [{"id": "一"}, {"id": "二"}]


def test_readers_of_many_threads_find_the_next_server(home: Path) -> None:
    with Store.open(Settings(home=home)) as store:
        add(store, "一")
        stop = threading.Event()
        seen: list[list[dict[str, str]]] = []
        errors: list[GraphError] = []

        def reads() -> None:
            while not stop.is_set():
                try:
                    seen.append(store.read(TERMS))
                except GraphError as error:
                    errors.append(error)

        threads = [threading.Thread(target=reads) for _ in range(4)]
        for thread in threads:
            thread.start()
        killed(home)
        so_far = len(seen)
        wait_until(lambda: len(seen) > so_far + 20)
        stop.set()
        for thread in threads:
            thread.join()
        assert errors == []
        assert all(rows == [{"id": "一"}] for rows in seen)


def test_a_port_file_left_behind_is_not_believed(home: Path) -> None:
    """Not even where the port is another program's by now."""
    with Store.open(Settings(home=home)) as store:
        add(store, "一")
    first = killed(home)
    handler = http.server.SimpleHTTPRequestHandler
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        entry = json.loads((home / "server.json").read_text("utf-8"))
        assert entry["pid"] == first
        entry |= {"bolt_port": other.server_port, "http_port": other.server_port}
        (home / "server.json").write_text(json.dumps(entry), "utf-8")
        assert not embedded.status(home).running
        with Store.open(Settings(home=home)) as store:
            assert store.read(TERMS) == [{"id": "一"}]
        server = embedded.start_or_attach(home)
        assert server.pid != first
        assert other.server_port not in (server.bolt_port, server.http_port)
        other.shutdown()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', "\0"])
def test_a_port_file_that_says_nothing_is_nothing(home: Path, text: str) -> None:
    home.mkdir()
    (home / "server.json").write_text(text, "utf-8")
    assert not embedded.status(home).running


def test_an_idle_server_stops_by_itself(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And starts again when it is needed; one that is in use does not stop."""
    monkeypatch.setenv("FATU_IDLE_MINUTES", "0.02")
    with Store.open(Settings(home=home)) as store:
        add(store, "一")
        pid = embedded.start_or_attach(home).pid
        time.sleep(3)
        assert embedded.status(home).pid == pid, "a store is open"
    wait_until(lambda: not embedded.status(home).running)
    assert not (home / "server.json").exists()
    wait_until(lambda: not psutil.pid_exists(pid))
    with Store.open(Settings(home=home)) as store:
        assert store.read(TERMS) == [{"id": "一"}]


# -- folders that cannot be used --------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda folder: _file(folder / "a"), "不是文件夹"),
        (lambda folder: _file(folder / "a") / "inside", "不是文件夹"),
        (lambda _: Path("/proc/fatu"), "无法建立"),
        (lambda folder: folder / ("长" * 200), "名称过长"),
    ],
    ids=["a file", "below a file", "where nobody may write", "too long a name"],
)
def test_a_folder_that_cannot_be_used_is_named(
    tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    folder = make(tmp_path)
    with pytest.raises(StoreDown, match=f"无法使用图库文件夹 {folder}（{reason}）.*FATU_HOME"):
        Store.open(Settings(home=folder))


def _file(path: Path) -> Path:
    path.write_text("", "utf-8")
    return path


def test_a_lost_password_is_not_made_up(home: Path) -> None:
    with Store.open(Settings(home=home)) as store:
        add(store, "一")
    embedded.stop(home)
    saved = (home / "password").rename(home / "saved")
    with pytest.raises(WrongPassword, match="缺少口令文件 password"):
        Store.open(Settings(home=home))
    assert not (home / "password").exists()
    saved.rename(home / "password")
    with Store.open(Settings(home=home)) as store:
        assert store.read(TERMS) == [{"id": "一"}]


@pytest.mark.parametrize("running", [True, False], ids=["running", "stopped"])
def test_a_changed_password_is_named(home: Path, running: bool) -> None:
    embedded.start_or_attach(home)
    if not running:
        embedded.stop(home)
    right = (home / "password").read_text("ascii")
    (home / "password").write_text("x" * 32, "ascii")
    with pytest.raises(WrongPassword, match="password 文件已被改动"):
        Store.open(Settings(home=home))
    (home / "password").write_text(right, "ascii")
    Store.open(Settings(home=home)).close()


def test_somebody_who_holds_the_folder_and_does_not_answer(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "START_SECONDS", 0.5)
    home.mkdir()
    with (
        FileLock(home / "serve.lock"),
        pytest.raises(StoreNotOurs, match="正被一个没有应答的进程占用"),
    ):
        Store.open(Settings(home=home))


def test_a_server_that_cannot_start_says_where_to_look(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FATU_HEAP", "much")
    with pytest.raises(StoreDown, match=r"没能启动，原因见 .*server\.log"):
        Store.open(Settings(home=home))
    assert not embedded.status(home).running
    assert "Invalid maximum heap size" in (home / "server.log").read_text("utf-8", "replace")


# -- no room ----------------------------------------------------------------------------------

FILL = """
import resource, sys
from pathlib import Path
from graph_model.errors import GraphError
from graph_model.store import Settings, Store
limit = 12 * 1024 * 1024
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))  # the server inherits it
with Store.open(Settings(home=Path(sys.argv[1]))) as store:
    for number in range(1000):
        rows = [{"id": f"{number}-{row}", "text": "字" * 300} for row in range(1000)]
        try:
            store.write(lambda tx: tx.run("UNWIND $rows AS row CREATE (t:Term) SET t = row", rows=rows))
        except GraphError as error:
            print(type(error).__name__, error)
            break
        print("in", flush=True)
    print("reads", store.read("MATCH (t:Term) RETURN count(t) AS n")[0]["n"])
"""


def test_no_room_to_write_loses_nothing(root: Path, home: Path) -> None:
    """Files may not grow: the system refuses the server's writes as it does on a full disk."""
    filler = program(root, FILL, str(home))
    *acknowledged, error, reads = filler.communicate()[0].splitlines()
    assert filler.returncode == 0
    assert acknowledged
    assert set(acknowledged) == {"in"}
    assert error == (
        f"StoreFull 图库文件夹 {home} 写不下了（超出文件大小的限制）。"
        "这次写入没有保存，此前已保存的内容不受影响。请腾出空间后重试。"
    )
    assert reads == f"reads {1000 * len(acknowledged)}"
    killed(home)
    with Store.open(Settings(home=home)) as store:
        (found,) = store.read("MATCH (t:Term) RETURN count(DISTINCT t.id) AS n, count(t) AS all")
        assert found == {"n": 1000 * len(acknowledged), "all": 1000 * len(acknowledged)}
        add(store, "有了空间")


def test_room_is_tried_not_guessed(tmp_path: Path) -> None:
    assert embedded.lack_of_room(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    assert isinstance(embedded.lack_of_room(Path("/proc")), StoreFull)
