"""Marks inside a reference until its words are escaped; no record may hold private characters."""

from __future__ import annotations

from markupsafe import Markup, escape

OPEN, CLOSE = "\ue0f3", "\ue0f4"
"""Around what is in italics."""

ROLE = "\ue0f5"
"""Where `eds.` comes after the names."""


def html(words: str) -> Markup:
    """Return a reference for a page: everything is escaped, and the only markup is `<i>`."""
    return Markup(str(escape(words)).replace(OPEN, "<i>").replace(CLOSE, "</i>"))
