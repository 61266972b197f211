"""Reads every page of a built site, and follows addresses in it as a browser would."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import yaml

from html_page import Page, read_page

NOT_FOUND = "404.html"
EMBED = re.compile(r"(?:[a-z]{2}/)?embed/")
"""Lists for frames of other sites, which have no frame of ours; `test_embeds` looks at them."""

DATA = "data/v1/"
"""The folder of the data; neither has its index."""


@dataclass(frozen=True)
class Crawl:
    """A built site."""

    address: str
    """Where it is published, with `/` at its end."""

    pages: dict[str, Page]
    """Path → page, that for addresses that do not exist apart."""

    not_found: Page
    files: frozenset[str]
    """Every file, as a path from the root."""

    folder: Path
    followed: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def follow(self, page: Page, written: str) -> str | None:
        """Return the path an address leads to, or None where it leads out of the host.

        An address of the same host that is not below the site comes back with `/` before it; so
        does a relative one that climbs above the site, which a browser forgives at a host's root.
        """
        key = (page.path, written)
        if key not in self.followed:
            relative = not written.startswith("/") and not urlsplit(written).scheme
            root = self.address + "some/folder/" if relative else self.address
            full = urldefrag(urljoin(root + page.path, written)).url
            parts = urlsplit(full)
            if parts.scheme not in ("https", "http") or parts.netloc != urlsplit(root).netloc:
                self.followed[key] = None
            elif full.startswith(root):
                self.followed[key] = unquote(urlsplit(full[len(root) :]).path)
            else:
                self.followed[key] = parts.path
        return self.followed[key]

    def exists(self, path: str) -> bool:
        """Whether a server that knows no redirections has a file for `path`."""
        return (path + "index.html" if path == "" or path.endswith("/") else path) in self.files


def crawl(folder: Path, address: str) -> Crawl:
    """Read every page below `folder`, which is published at `address`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [path.relative_to(folder).as_posix() for path in files]
    ours = [name for name in names if not EMBED.match(name) and name not in _moved()]
    read = [read_page(folder, name) for name in ours if name.endswith(".html")]
    pages = {page.path: page for page in read}
    return Crawl(address, pages, pages.pop(NOT_FOUND), frozenset(names), folder)


def _moved() -> set[str]:
    """The small pages that only lead to others; `test_redirects` and `test_open_data` look at them."""
    redirects = yaml.safe_load((Path(__file__).parent.parent / "data" / "redirects.yml").read_text("utf-8"))
    return {redirect["old"].strip("/") + "/index.html" for redirect in redirects} | {f"{DATA}index.html"}
