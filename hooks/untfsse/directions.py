"""Says which way words run, wherever a page changes its language and one of the two runs from the right."""

from __future__ import annotations

import re

from untfsse.names import text_direction

_LANGUAGE = re.compile(r'<[a-z][^<>]*?\slang="([A-Za-z-]+)"(?=[^<>]*>)')


def with_directions(html: str) -> str:
    """Add `dir` beside each `lang` of a page on which not everything runs from the left.

    HTML does not take the direction from the language (HTML Living Standard, 3.2.6.4).
    """
    directions = {code: text_direction(code) for code in {found[1] for found in _LANGUAGE.finditer(html)}}
    if "rtl" not in directions.values():
        return html

    def told(found: re.Match[str]) -> str:
        return found[0] if found[0].startswith("<html") else f'{found[0]} dir="{directions[found[1]]}"'

    return _LANGUAGE.sub(told, html)
