"""Serves a built site as GitHub Pages does: compressed, to be kept ten minutes, with its page for 404."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Protocol
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".xml": "application/xml",
}
_COMPRESSED = (".css", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".wasm", ".xml")


@dataclass(frozen=True)
class Answer:
    """What the server says to a request."""

    status: int
    headers: dict[str, str]
    body: bytes


class Host:
    """A built site at a path of a host; answers requests for paths of that host."""

    def __init__(self, folder: Path, root: str = "/", beside: Mapping[str, Path] | None = None) -> None:
        """`root` is the path at which the site stands, with `/` at both ends; `beside`, other files."""
        self.folder = folder.resolve()
        self.root = root
        self.beside = dict(beside or {})
        self.answer = cache(self._answer)

    def _answer(self, path: str, compress: bool) -> Answer:
        if path in self.beside:
            return _answer_with(200, self.beside[path], compress)
        inside = path.startswith(self.root)
        file = (self.folder / path.removeprefix(self.root)).resolve()
        if inside and file.is_relative_to(self.folder):
            if file.is_dir() and not path.endswith("/"):
                return Answer(301, {"Location": path + "/"}, b"")
            file = file / "index.html" if path.endswith("/") else file
            if file.is_file():
                return _answer_with(200, file, compress)
        return _answer_with(404, self.folder / "404.html", compress)


def _answer_with(status: int, file: Path, compress: bool) -> Answer:
    headers = {
        "Content-Type": _TYPES.get(file.suffix, "application/octet-stream"),
        "Cache-Control": "max-age=600",
        "Vary": "Accept-Encoding",
    }
    body = file.read_bytes()
    if compress and file.suffix in _COMPRESSED:
        headers["Content-Encoding"] = "gzip"
        body = gzip.compress(body, 6, mtime=0)
    return Answer(status, headers, body)


class Answers(Protocol):
    """What can be served."""

    def answer(self, path: str, compress: bool) -> Answer:
        """Say what is answered to a request for a path, compressed if the browser can read that."""


@contextmanager
def serving(host: Host | Answers) -> Iterator[int]:
    """Serve a host on 127.0.0.1 while the block runs; give the port."""

    class Handler(_Handler):
        answer = staticmethod(host.answer)

    server = _Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    request_queue_size = 64
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no fault."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 60

    @staticmethod
    def answer(path: str, compress: bool) -> Answer:
        raise NotImplementedError

    def do_GET(self) -> None:
        self._say(with_body=True)

    def do_HEAD(self) -> None:
        self._say(with_body=False)

    def _say(self, *, with_body: bool) -> None:
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        answer = self.answer(unquote(urlsplit(self.path).path), accepts)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: a test reports what it saw."""
