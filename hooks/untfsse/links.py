"""Where each page is, and how one page links to another: the one place that knows addresses."""

from __future__ import annotations

from untfsse.locales import DEFAULT, LANGUAGES

ROOT = "\ue0f0/"
"""Stands for the way from a page back to the root of the site, until the page is put together.

A card is rendered once and stands on pages at several depths; `settle` puts the way in.
The private use area is refused in every file an editor writes, so it cannot come from one.
"""


def page_path(language: str, *parts: str) -> str:
    """Return the address of a page from the root of the site: `fr/events/<id>/`."""
    folders = [part for part in parts if part]
    if language != DEFAULT:
        folders.insert(0, language)
    return "/".join(folders) + "/" if folders else ""


def address(name: str, language: str) -> str:
    """Return the path of the page `name` from the root: `events/index` is `events/`."""
    parts = name.split("/")
    return page_path(language, *(parts[:-1] if parts[-1] == "index" else parts))


def link(path: str) -> str:
    """Return what templates write into `href` for a path from the root or an outside address."""
    if path.startswith("/"):
        return ROOT + path[1:]
    return path if ":" in path.split("/", 1)[0] else ROOT + path


def settle(html: str, path: str) -> str:
    """Make every link of a page relative to it; `path` is the page's own, from the root."""
    html = str(html)  # marked as safe, it would escape the quotation mark below
    depth = path.count("/")
    folder = path.split("/", 1)[0] + "/"
    if folder[:-1] in LANGUAGES:  # a shorter way to the pages of the same language
        html = html.replace(ROOT + folder, "../" * (depth - 1) or "./")
    return html.replace(ROOT + '"', ("../" * depth or "./") + '"').replace(ROOT, "../" * depth)


def everywhere(text: str, site_url: str) -> str:
    """Make every link of a text a full one, for what is read outside the site."""
    return str(text).replace(ROOT, absolute("", site_url))


def absolute(path: str, site_url: str) -> str:
    """Return the full address of a path from the root."""
    return site_url.rstrip("/") + "/" + path.lstrip("/")


def webcal(address: str) -> str:
    """Return the full address of a calendar so that it opens in a program that subscribes to it."""
    scheme, colon, rest = address.partition(":")
    return f"webcal:{rest}" if colon else scheme
