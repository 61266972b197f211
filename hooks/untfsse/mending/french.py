"""No-break spaces where French needs them: the places that `untfsse check` would tell."""

from __future__ import annotations

import re

from untfsse.language_rules import french_gaps
from untfsse.page_markup import spans_of_code

_NOT_WORDS = re.compile(
    r"(?<=\]\()[^)\s]+|<?https?://[^\s>)\"'\]}]+>?|<[^>\n]*>|&#?\w+;"
    r"|(?m:^\[[^\]\n]+\]:.*$|^[ ]*(?:!!!|\?\?\?).*$|^:?-{2,}.*$)"
)
"""Addresses, HTML, entities and headers of boxes: nothing in them is touched."""


def mended(text: str, code: bool = False) -> str:
    """Return a French text with its no-break spaces; of Markdown (`code`), code and macro calls stay."""
    shown = text
    for start, end in (
        *(spans_of_code(text) if code else ()),
        *(one.span() for one in _NOT_WORDS.finditer(text)),
    ):
        shown = shown[:start] + re.sub(r"[^\n]", "\0", shown[start:end]) + shown[end:]
    for start, end, right in sorted(french_gaps(shown), reverse=True):
        text = text[:start] + right + text[end:]
    return text
