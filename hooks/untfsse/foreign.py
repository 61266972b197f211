"""Interface words that a language does not have yet: shown in English, and marked as such in pages."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from untfsse.languages import SOURCE

_OPEN, _CLOSE = "\ue0f8", "\ue0f9"
"""Stand around the words until the page is put together; refused in every file an editor writes."""

_NO_ELEMENTS = re.compile(
    r"<(title|script|style|option|textarea)\b.*?</\1>|<!--.*?-->|<[^<>]*>", re.DOTALL | re.IGNORECASE
)
"""Tags with their attributes, and elements that hold nothing but text."""

_MARKED = f'<span lang="{SOURCE}">'


class Foreign(str):
    """Words in English where those of another language are wanted; plain text anywhere but in HTML."""

    __slots__ = ()

    def __html__(self) -> Markup:
        """Return the words escaped, between marks that `settle` makes an element of."""
        return Markup(f"{_OPEN}{escape(str(self))}{_CLOSE}")  # noqa: S704


def settle(html: str) -> str:
    """Make elements with a language of the marks, and nothing of those where no element can stand."""
    if _OPEN not in html:
        return html
    unmarked = re.compile(f"[{_OPEN}{_CLOSE}]")
    if html.startswith("<?xml"):
        return unmarked.sub("", html)
    html = _NO_ELEMENTS.sub(lambda found: unmarked.sub("", found[0]), html)
    return html.replace(_OPEN, _MARKED).replace(_CLOSE, "</span>")
