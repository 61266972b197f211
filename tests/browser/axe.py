"""Asks axe about the page that is open."""

from __future__ import annotations

from pathlib import Path

from browser.tools import node_package
from browser.visits import Visit

ADDRESS = "/axe.min.js"
"""Where axe is served, beside the site."""


def faults(visit: Visit) -> list[str]:
    """Return what axe finds against WCAG 2.2 A and AA and its best practices."""
    if not visit.page.evaluate("'axe' in window"):
        visit.page.add_script_tag(url=ADDRESS)
    found: list[str] = visit.probe("axe")
    return found


def beside() -> dict[str, Path]:
    """Return what must be served beside a site so that axe can be asked about it."""
    return {ADDRESS: node_package("axe-core/axe.min.js")}
