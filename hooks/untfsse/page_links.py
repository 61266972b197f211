"""What a link or a picture of a page may lead to, and where in the page it is written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from untfsse.addresses import refusal
from untfsse.macro_calls import told_of_draft
from untfsse.problems import nearest
from untfsse.prose import Prose


def link_fault(
    page: Prose, address: str, is_image: bool, targets: Collection[str], drafts: Mapping[str, date]
) -> tuple[str, dict[str, Any]] | None:
    """Return the key of a message and its values, or None for an address that may stand.

    `drafts` are what is not public when the page is, and the day it will be.
    """
    values: dict[str, Any] = {"given": address}
    try:
        parts = urlsplit(address)
    except ValueError:
        return "page-address", values
    if parts.scheme or parts.netloc or address.startswith("\\"):
        if refusal(address):
            return "page-address", values
        return ("page-image", values) if is_image else None
    if not parts.path and parts.fragment:
        return None
    folder = posixpath.dirname(page.name)
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    name = path.removesuffix(".md")
    if name in targets and path.endswith(".md") != name.startswith("../"):
        return None
    if name in drafts:
        return told_of_draft(address, drafts[name])
    shown = unquote(parts.path).replace("../", "").removesuffix(".md")
    if near := (nearest(shown, targets) or nearest(name, targets)) if shown else "":
        near = posixpath.relpath(near, folder or ".") + ("" if near.startswith("../") else ".md")
    return "page-link", values | {"near": near}


def place_of(page: Prose, address: str) -> int:
    """Where an address is written, perhaps with entities; -1 where it is not found."""
    written = re.compile(rf"(?:\(|<|\]:)\s*<?{re.escape(address)}(?=[\s)>]|$)")
    at, inside = 0, -1
    for line in page.body.split("\n"):
        plain = unescape(line)
        if written.search(plain):
            return at + max(line.find(address), 0)
        if inside < 0 and address and address in plain:
            inside = at + max(line.find(address), 0)
        at += len(line) + 1
    return inside
