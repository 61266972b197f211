"""A built site that is being served, and the browser that sees it at a host of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from browser.server import Host, serving
from browser.tools import windowless
from crawler import DATA, EMBED

HOST = "unsse.localhost"
"""Browsers hold pages of `.localhost` for as safe as those that come by https."""

FLAGS = ["--disable-gpu", "--js-flags=--min-semi-space-size=32 --max-semi-space-size=64"]
"""What makes the browser faster here: axe leaves much behind that need not be cleared away so often."""


@dataclass(frozen=True)
class Served:
    """A built site, served at `http://unsse.localhost` and a path below it."""

    host: Host
    """Says what is answered to a request."""

    port: int
    """Where on this machine."""

    @property
    def address(self) -> str:
        return f"http://{HOST}{self.host.root}"

    @property
    def folder(self) -> Path:
        return self.host.folder

    @cached_property
    def pages(self) -> list[str]:
        """The path of every page from the root, those at earlier addresses and lists for frames apart.

        So is the index of the data.
        """
        return [path for path, moved in self._all.items() if not moved]

    @cached_property
    def moved(self) -> list[str]:
        """The path of every page that only leads from an earlier address to the new one."""
        return [path for path, moved in self._all.items() if moved]

    @cached_property
    def _all(self) -> dict[str, bool]:
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix().removesuffix("index.html")
            if EMBED.match(path) or path == DATA:
                continue  # their policy allows no script, not even that of axe: see test_embeds
            found[path] = 'http-equiv="refresh"' in file.read_text("utf-8")
        return found


@contextmanager
def served_at(folder: Path, root: str = "/", beside: Mapping[str, Path] | None = None) -> Iterator[Served]:
    """Serve a built site while the block runs."""
    host = Host(folder, root, beside)
    with serving(host) as port:
        yield Served(host, port)


def flags(port: int) -> list[str]:
    """Return the flags with which Chromium finds our host on this machine, and no other host anywhere."""
    return [f"--host-resolver-rules=MAP {HOST} 127.0.0.1:{port}, MAP * ~NOTFOUND", *FLAGS]


def launched(playwright: Playwright, port: int) -> Browser:
    """Start Chromium for what is served at `port`; raise `Missing` if it is not installed."""
    return playwright.chromium.launch(
        executable_path=windowless(), args=flags(port), env={**os.environ, "LANG": "C.UTF-8"}
    )
