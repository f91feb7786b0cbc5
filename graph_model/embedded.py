"""The embedded graph server: ArcadeDB in a child process of its own, shared by all our programs.

What a folder (`home`) guarantees, and how:

1. at most one server runs on it: the child holds `serve.lock` for as long as it lives, and the
   system frees it however the child ends;
2. starting is serialised by `start.lock`: two programs that start at once share one server;
3. `server.json` says where it listens; it counts only while `serve.lock` is held and the server
   answers with the identity written there, so a file left by a killed server is never believed;
4. the password is made once, with the folder, and readable by its owner only;
5. a server without connections stops by itself after FATU_IDLE_MINUTES.
"""

import base64
import errno
import http.client
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import platformdirs
import psutil
from filelock import FileLock, Timeout

from graph_model.errors import (
    EmbeddedMissing,
    GraphError,
    QueryFailed,
    StoreBusy,
    StoreDown,
    StoreFull,
    StoreNotOurs,
    WrongPassword,
)

USER = "root"
DATABASE = "fatu"
HOST = "127.0.0.1"
START_SECONDS = 60.0
STOP_SECONDS = 30.0
POLL_SECONDS = 0.05
WATCH_SECONDS = 0.5
PORT_ATTEMPTS = 3
PROBE_BYTES = 16 * 1024 * 1024
"""More than the server writes before it grows a file again."""


def default_home() -> Path:
    """The folder of the graph: FATU_HOME, or where the system keeps a user's data."""
    chosen = os.environ.get("FATU_HOME")
    return Path(chosen).expanduser() if chosen else platformdirs.user_data_path("fatu", False)


@dataclass(frozen=True)
class Server:
    """A running server: where it listens and how it is recognised."""

    server_id: str
    pid: int
    bolt_port: int
    http_port: int
    password: str = field(repr=False)

    @property
    def bolt_uri(self) -> str:
        """The address for the driver."""
        return f"bolt://{HOST}:{self.bolt_port}"


@dataclass(frozen=True)
class Status:
    """What `fatu store status` shows."""

    home: Path
    running: bool
    bolt_uri: str | None
    pid: int | None
    connections: int
    size_bytes: int


def start_or_attach(home: Path) -> Server:
    """The server of the folder, started if none is running."""
    home = _made(home)
    with _starting(home):
        (home / "lease").touch()  # counts as activity: it will not stop before we connect
        server = _running(home)
        if server:
            return server
        if find_spec("arcadedb_embedded") is None:
            raise EmbeddedMissing(
                "没有安装内置图库（arcadedb-embedded；旧版麒麟、统信等系统没有可用的安装包）。"
                "请安装 requirements-embedded.txt，或连接一台 Neo4j 5：设置 FATU_NEO4J_URI、"
                "FATU_NEO4J_USER、FATU_NEO4J_PASSWORD（环境变量或 .streamlit/secrets.toml）。"
            )
        return _start(home)


def status(home: Path) -> Status:
    """Whether the folder's server runs, where, and how much it keeps. Starts nothing."""
    server = None
    if home.is_dir():
        with _starting(home):
            server = _running(home)
    return Status(
        home=home,
        running=server is not None,
        bolt_uri=server.bolt_uri if server else None,
        pid=server.pid if server else None,
        connections=_connections(server.pid, server.bolt_port) if server else 0,
        size_bytes=_size(home / "databases"),
    )


def _size(folder: Path) -> int:
    size = 0
    for file in folder.rglob("*"):
        with suppress(FileNotFoundError):  # a live server replaces files
            size += file.stat().st_size
    return size


def stop(home: Path) -> bool:
    """Stop the folder's server, waiting until it is gone; false if none was running."""
    if not home.is_dir():
        return False
    with _starting(home):
        server = _running(home)
        if server is None:
            return False
        _request(server, "/api/v1/server", {"command": "shutdown"})
        deadline = time.monotonic() + STOP_SECONDS
        while _is_served(home):
            if time.monotonic() > deadline:
                raise StoreDown(f"图库进程（{server.pid}）没有按要求停止，请稍后再试。")
            time.sleep(POLL_SECONDS)
        (home / "server.json").unlink(missing_ok=True)
        return True


@contextmanager
def apart() -> Iterator[Path]:
    """A new folder for a store that is nobody's: its server stops and it is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="fatu-") as home:
        try:
            yield Path(home)
        finally:
            stop(Path(home))


def create_fulltext(home: Path, label: str, property_name: str) -> None:
    """Make the full-text index `label[property_name]` where it is missing.

    The server's Bolt side cannot: its Cypher knows no analyzer, so this is its own SQL.
    """
    server = start_or_attach(home)
    for command in (
        f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS",
        f"CREATE PROPERTY `{label}`.`{property_name}` IF NOT EXISTS STRING",
        f"CREATE INDEX IF NOT EXISTS ON `{label}` (`{property_name}`) FULL_TEXT METADATA"
        ' {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"}',
    ):
        _request(server, f"/api/v1/command/{DATABASE}", {"language": "sql", "command": command})


# -- the folder -------------------------------------------------------------------------------


def _made(home: Path) -> Path:
    """The folder, made private and given its password if it is new."""
    home = home.absolute()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(home, error) from error
    with _starting(home):
        if not _password_file(home).exists():
            _make_password(home)
    return home


def _make_password(home: Path) -> None:
    if (home / "config" / "server-users.jsonl").exists():
        # The server keeps the first password it was given; a new one would only lock us out.
        raise WrongPassword(
            f"图库文件夹 {home} 缺少口令文件 password，无法打开。请从备份恢复该文件；"
            "若不再需要其中的图谱，可移走整个文件夹后重新导入法规。"
        )
    draft = home / "password.new"
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(24))
    draft.replace(_password_file(home))  # whole or not at all, whenever the power goes


def _password_file(home: Path) -> Path:
    return home / "password"


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.EFBIG: "超出文件大小的限制",
    errno.ENOTDIR: "不是文件夹",
    errno.EEXIST: "不是文件夹",
    errno.ENOENT: "无法建立",
    errno.ENAMETOOLONG: "名称过长",
}


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, str(error.strerror))


def _unusable(home: Path, error: OSError) -> StoreDown:
    return StoreDown(
        f"无法使用图库文件夹 {home}（{_reason(error)}）。"
        "请检查权限与磁盘空间，或用 FATU_HOME 指定另一个文件夹。"
    )


def lack_of_room(home: Path) -> StoreFull | None:
    """The error to raise if the folder takes no more data; None if it does.

    Tried by writing: free space alone tells nothing of quotas and other limits.
    """
    probe = home / "room.probe"
    try:
        probe.write_bytes(bytes(PROBE_BYTES))
    except OSError as error:
        return StoreFull(
            f"图库文件夹 {home} 写不下了（{_reason(error)}）。"
            "这次写入没有保存，此前已保存的内容不受影响。请腾出空间后重试。"
        )
    finally:
        probe.unlink(missing_ok=True)
    return None


@contextmanager
def _starting(home: Path) -> Iterator[None]:
    """Look for, start or stop a server while nobody else does; may be entered again."""
    seconds = START_SECONDS + STOP_SECONDS
    try:
        with FileLock(home / "start.lock", timeout=seconds, is_singleton=True):
            yield
    except GraphError:
        raise  # some of them are kinds of OSError
    except Timeout as error:
        raise StoreBusy(
            f"另一个程序正在启动或停止 {home} 的内置图库，等候超时。请稍后再试。"
        ) from error
    except OSError as error:
        raise _unusable(home, error) from error


def _is_served(home: Path) -> bool:
    """Does a child live on this folder? Only asked under the start lock."""
    try:
        with FileLock(home / "serve.lock", timeout=0):
            return False
    except Timeout:
        return True


# -- finding and starting ---------------------------------------------------------------------


def _running(home: Path) -> Server | None:
    """The live server of the folder, after it proved its identity; None if there is none."""
    deadline = time.monotonic() + START_SECONDS
    while _is_served(home):
        server = _written(home)
        if server and _answers(server):
            return server
        # It is still starting for a program that has died since, or on its way out.
        if time.monotonic() > deadline:
            raise StoreNotOurs(
                f"图库文件夹 {home} 正被一个没有应答的进程占用。请结束该进程后重试。"
            )
        time.sleep(POLL_SECONDS)
    return None


def _written(home: Path) -> Server | None:
    """What the port file and the password file say."""
    try:
        entry = json.loads((home / "server.json").read_text("utf-8"))
        password = _password_file(home).read_text("ascii").strip()
        return Server(
            server_id=str(entry["server_id"]),
            pid=int(entry["pid"]),
            bolt_port=int(entry["bolt_port"]),
            http_port=int(entry["http_port"]),
            password=password,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _answers(server: Server) -> bool:
    """Is it this very server that listens there, and does it accept our password?"""
    try:
        answer = _request(server, "/api/v1/server?mode=basic")
    except (StoreDown, StoreNotOurs):
        return False
    return bool(answer.get("serverName") == server.server_id)


def _start(home: Path) -> Server:
    """Start a child and wait until it is ready."""
    for _ in range(PORT_ATTEMPTS):
        (home / "server.json").unlink(missing_ok=True)
        child = _spawn(home)
        try:
            server = _awaited(home, child)
        except WrongPassword:
            _end(child)
            raise
        if server:
            # Reaped when it ends, so that a program that outlives it keeps no zombie.
            threading.Thread(target=child.wait, daemon=True).start()
            return server
        _end(child)
        # A child that a program left behind when it died may have come first, too early to be seen before.
        if other := _running(home):
            return other
    raise StoreDown(
        f"内置图库没能启动，原因见 {home / 'server.log'}。"
        "常见原因：内存或磁盘不足（可用 FATU_HEAP 减小内存，如 512m），或文件夹来自更新的版本。"
    )


def _awaited(home: Path, child: subprocess.Popen[bytes]) -> Server | None:
    """The child as a server that accepts our password; None if it ended or took too long."""
    deadline = time.monotonic() + START_SECONDS
    while child.poll() is None and time.monotonic() < deadline:
        server = _written(home)
        if server and server.pid == child.pid and _answers(server):
            return server
        time.sleep(POLL_SECONDS)
    return None


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()


def _spawn(home: Path) -> subprocess.Popen[bytes]:
    """The child, on its own: neither our end nor a Ctrl-C in our terminal reaches it."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(
            filter(None, (str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH")))
        ),
        "PYTHONUTF8": "1",
        "ARCADEDB_JVM_ERROR_FILE": str(home / "crash-%p.log"),
    }
    detached: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        detached = {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NO_WINDOW}
    else:
        environment["LC_ALL"] = "C.UTF-8"  # else Java cannot open a folder with a Chinese name
    with (home / "server.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "graph_model.embedded", "serve", "--home", str(home)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=home,
            env=environment,
            **detached,
        )


def _request(server: Server, path: str, body: dict[str, str] | None = None) -> dict[str, Any]:
    """The answer of the server's HTTP side, on loopback only."""
    credentials = base64.b64encode(f"{USER}:{server.password}".encode()).decode()
    connection = http.client.HTTPConnection(HOST, server.http_port, timeout=START_SECONDS)
    try:
        connection.request(
            "POST" if body else "GET",
            path,
            body=json.dumps(body) if body else None,
            headers={"Authorization": f"Basic {credentials}", "Content-Type": "application/json"},
        )
        response = connection.getresponse()
        text = response.read()
    except OSError as error:
        raise StoreDown(f"内置图库（端口 {server.http_port}）没有应答。") from error
    except http.client.HTTPException as error:
        raise StoreNotOurs(f"端口 {server.http_port} 上的程序不是法图的内置图库。") from error
    finally:
        connection.close()
    if response.status in (401, 403):
        raise WrongPassword(
            "内置图库拒绝了口令：图库文件夹中的 password 文件已被改动，请从备份恢复该文件。"
        )
    try:
        answer = json.loads(text)
    except ValueError as error:
        raise StoreNotOurs(f"端口 {server.http_port} 上的程序不是法图的内置图库。") from error
    if response.status != 200 or not isinstance(answer, dict):
        raise QueryFailed(f"内置图库没能执行命令（{response.status}），原因见其 server.log。")
    return answer


# -- the child --------------------------------------------------------------------------------


def serve(home: Path) -> None:
    """Run the server in this process until it is told to stop or nobody has used it for long."""
    exit_code = 1
    lock = FileLock(home / "serve.lock", timeout=0)
    try:
        lock.acquire()  # never released: the system does that when the process has ended
        _serve_locked(home)
        exit_code = 0
    except BaseException:
        traceback.print_exc()  # into server.log
    finally:
        sys.stderr.flush()
        os._exit(exit_code)  # the interpreter would hang on the JVM's threads


def _serve_locked(home: Path) -> None:
    from arcadedb_embedded import ArcadeDBServer

    bolt_port, http_port = _free_ports(2)
    server_id = f"fatu-{secrets.token_hex(8)}"
    server = ArcadeDBServer(
        str(home),
        _password_file(home).read_text("ascii").strip(),
        config={
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "server_name": server_id,
            "host": HOST,
            "bolt_port": bolt_port,
            "http_port": http_port,
            "mode": "production",  # flushes its log at each commit
        },
        jvm_kwargs={"heap_size": os.environ.get("FATU_HEAP", "1g")},
    )
    server.start()
    server.create_database(DATABASE)  # opens it where it exists
    _write_ports(home, Server(server_id, os.getpid(), bolt_port, http_port, password=""))
    _watch(home, bolt_port)
    server.stop()


def _free_ports(count: int) -> list[int]:
    """Ports that nobody listens on now."""
    sockets = [socket.create_server((HOST, 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _write_ports(home: Path, server: Server) -> None:
    entry = {name: value for name, value in asdict(server).items() if name != "password"}
    draft = home / "server.json.new"
    draft.write_text(json.dumps(entry), "utf-8")
    draft.replace(home / "server.json")


def _watch(home: Path, bolt_port: int) -> None:
    """Return when nobody has been connected for FATU_IDLE_MINUTES, the port file withdrawn."""
    patience = float(os.environ.get("FATU_IDLE_MINUTES", "30")) * 60
    last_use = time.time()
    while True:
        time.sleep(WATCH_SECONDS)
        if _connections(os.getpid(), bolt_port):
            last_use = time.time()
        if time.time() - max(last_use, (home / "lease").stat().st_mtime) < patience:
            continue
        # Only while nobody is about to attach: they touch the lease under this lock.
        try:
            with FileLock(home / "start.lock", timeout=0):
                if time.time() - (home / "lease").stat().st_mtime >= patience:
                    (home / "server.json").unlink(missing_ok=True)
                    return
        except Timeout:
            continue


def _connections(pid: int, port: int) -> int:
    """How many clients are connected to the port of the process."""
    try:
        open_now = psutil.Process(pid).net_connections("tcp")
    except psutil.Error:
        return 0
    return sum(one.status == psutil.CONN_ESTABLISHED and one.laddr.port == port for one in open_now)


def main(arguments: list[str]) -> None:
    """The child's own entry: `python -m graph_model.embedded serve --home FOLDER`."""
    if len(arguments) != 3 or arguments[:2] != ["serve", "--home"]:
        raise SystemExit("usage: python -m graph_model.embedded serve --home FOLDER")
    serve(Path(arguments[2]))


if __name__ == "__main__":
    main(sys.argv[1:])
