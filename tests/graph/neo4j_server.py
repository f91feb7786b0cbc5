"""A Neo4j community server of the tests' own: on free ports, with authentication, gone when they end."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from graph_model.errors import StoreError
from graph_model.store import Settings, Store

PASSWORD = "tests-only-7f3a"
READY_SECONDS = 90
_OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


class Neo4jServer:
    """A running server; ``settings`` is what a store needs to reach it."""

    def __init__(self, root: Path, home: Path) -> None:
        subprocess.run([root / "scripts" / "neo4j.sh"], check=True)
        bolt, self.http_port = _free_port(), _free_port()
        self.settings = Settings(uri=f"bolt://127.0.0.1:{bolt}", password=PASSWORD)
        self._home = home
        self._java = [
            *("java", "-Xmx768m"),
            *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENS),
            *("-cp", str(root / ".cache" / "neo4j" / "lib" / "*")),
        ]
        self._configure(bolt)
        self.start()

    def start(self) -> None:
        """Start the server on its ports and its data, and wait until it answers."""
        where = [f"--home-dir={self._home}", f"--config-dir={self._home / 'conf'}"]
        with (self._home / "server.log").open("wb") as log:
            self._process = subprocess.Popen(
                [*self._java, "org.neo4j.server.CommunityEntryPoint", *where],
                stdout=log,
                stderr=log,
            )
        self._wait()

    def stop(self) -> None:
        """Stop the server."""
        self._process.terminate()
        self._process.wait(30)

    def kill(self) -> None:
        """End the server at once, whatever it is doing."""
        self._process.kill()
        self._process.wait(30)

    def _configure(self, bolt: int) -> None:
        (self._home / "conf").mkdir(parents=True)
        (self._home / "conf" / "neo4j.conf").write_text(
            f"server.bolt.listen_address=127.0.0.1:{bolt}\n"
            f"server.http.listen_address=127.0.0.1:{self.http_port}\n"
            "server.https.enabled=false\n"
            "dbms.usage_report.enabled=false\n"
            "dbms.security.auth_minimum_password_length=8\n"
            "server.memory.pagecache.size=128m\n",
            encoding="utf-8",
        )
        tool = ["org.neo4j.cli.AdminTool", "dbms", "set-initial-password", PASSWORD]
        subprocess.run(
            [*self._java, *tool], check=True, capture_output=True, env=_environment(self._home)
        )

    def _wait(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                Store.open(self.settings).close()
                return
            except StoreError:
                time.sleep(0.5)
        self._process.kill()
        log = (self._home / "server.log").read_text(errors="replace")
        raise RuntimeError(f"Neo4j did not start: {log[-2000:]}")


def missing_tools() -> list[str]:
    """Return which of the programs that the server needs are not here."""
    return [tool for tool in ("java", "mvn") if shutil.which(tool) is None]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
