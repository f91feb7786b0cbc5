"""A small web site on loopback for the tests of fetching: each path behaves in one way that servers do."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from ingest.readers import MAX_BYTES
from tests.ingest import made_files

PAGE = made_files.html()


class Site(BaseHTTPRequestHandler):
    """A small site; each path behaves in one way."""

    busy = 0

    def do_GET(self) -> None:
        name = self.path.strip("/").split("/")[0].split(".")[0] or "root"
        getattr(self, f"send_{name}", self.send_missing)()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def send_robots(self) -> None:
        self.answer(200, b"User-agent: *\nDisallow: /closed\n", Content_Type="text/plain")

    def send_page(self) -> None:
        self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")

    send_closed = send_page

    def send_text(self) -> None:
        self.answer(200, made_files.text().encode(), Content_Type="text/plain")

    def send_file(self) -> None:
        self.answer(200, made_files.docx(), Content_Type="application/octet-stream")

    def send_moved(self) -> None:
        self.answer(302, Location="/page")

    def send_loop(self) -> None:
        self.answer(302, Location="/loop")

    def send_away(self) -> None:
        self.answer(302, Location="file:///etc/passwd")

    def send_busy(self) -> None:
        type(self).busy += 1
        if type(self).busy % 2:
            self.answer(429, Retry_After="0")
        else:
            self.send_page()

    def send_announced(self) -> None:
        self.answer(200, b"", Content_Type="text/plain", Content_Length=str(MAX_BYTES + 1))

    def send_endless(self) -> None:
        self.answer(200, Content_Type="text/plain")
        chunk = b"0" * (1024 * 1024)
        try:
            for _ in range(MAX_BYTES // len(chunk) + 2):
                self.wfile.write(chunk)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the fetcher hangs up

    def send_cut(self) -> None:
        self.answer(200, b"half", Content_Type="text/plain", Content_Length="1000")

    def send_nothing(self) -> None:
        self.answer(200, b"", Content_Type="text/plain")

    def send_picture(self) -> None:
        self.answer(200, b"\x89PNG", Content_Type="image/png")

    def send_missing(self) -> None:
        self.answer(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve the site; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
