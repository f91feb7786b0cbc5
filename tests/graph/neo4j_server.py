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
        bolt, http = _free_port(), _free_port()
        self.settings = Settings(uri=f"bolt://127.0.0.1:{bolt}", password=PASSWORD)
        (home / "conf").mkdir(parents=True)
        (home / "conf" / "neo4j.conf").write_text(
            f"server.bolt.listen_address=127.0.0.1:{bolt}\n"
            f"server.http.listen_address=127.0.0.1:{http}\n"
            "server.https.enabled=false\n"
            "dbms.usage_report.enabled=false\n"
            "dbms.security.auth_minimum_password_length=8\n"
            "server.memory.pagecache.size=128m\n",
            encoding="utf-8",
        )
        library = root / ".cache" / "neo4j" / "lib" / "*"
        java = ["java", "-Xmx768m", *(f"--add-opens=java.base/{p}=ALL-UNNAMED" for p in _OPENS)]
        where = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
        subprocess.run(
            [*java, "-cp", str(library), "org.neo4j.cli.AdminTool",
             "dbms", "set-initial-password", PASSWORD],
            check=True, capture_output=True, env=_environment(home),
        )  # fmt: skip
        self.log = home / "server.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*java, "-cp", str(library), "org.neo4j.server.CommunityEntryPoint", *where],
                stdout=log,
                stderr=log,
            )
        self._wait()

    def stop(self) -> None:
        """Stop the server."""
        self.process.terminate()
        self.process.wait(30)

    def _wait(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                Store.open(self.settings).close()
                return
            except StoreError:
                time.sleep(0.5)
        self.process.kill()
        raise RuntimeError(f"Neo4j did not start: {self.log.read_text(errors='replace')[-2000:]}")


def missing_tools() -> list[str]:
    """Return which of the programs that the server needs are not here."""
    return [tool for tool in ("java", "mvn") if shutil.which(tool) is None]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
