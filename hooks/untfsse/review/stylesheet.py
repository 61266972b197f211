"""The styles of the review: its own, and those of the site as a phone has them: pages stand side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import rcssmin

_MEDIA = re.compile(r"@media\s*\(((?:min|max)-width)[^{]*\{")


def stylesheet(site: str, words: Mapping[str, str], languages: Sequence[str]) -> str:
    """Return the styles; `site` are those of the site.

    `words` are put in by styles: name → text. A language whose box is not ticked is not shown.
    """
    own = Path(__file__).with_name("review.css").read_text("utf-8")
    said = "".join(f"--rv-{name}: {_quoted(text)};" for name, text in words.items())
    picked = "".join(
        f"body:has(.rv-pick--{one}:not(:checked)) .rv-column--{one}{{display:none}}" for one in languages
    )
    return str(rcssmin.cssmin(f"{narrow(site)}{own}:root{{{said}}}{picked}")).replace("</", "<\\/")


def _quoted(text: str) -> str:
    """Return a text as CSS writes it (CSS Syntax 3, 4.3.7)."""
    return '"' + "".join(f"\\{ord(one):x} " if one in '"\\<>\n' else one for one in text) + '"'


def narrow(sheet: str) -> str:
    """Return a stylesheet as a narrow window has it, however wide the window is."""
    made, at = [], 0
    while found := _MEDIA.search(sheet, at):
        end = _end(sheet, found.end())
        made.append(sheet[at : found.start()])
        if found[1] == "max-width":
            made.append(sheet[found.end() : end - 1])
        at = end
    return "".join(made) + sheet[at:]


def _end(sheet: str, at: int) -> int:
    """Return where the block ends whose `{` stands before `at`."""
    depth = 1
    while depth and at < len(sheet):
        depth += {"{": 1, "}": -1}.get(sheet[at], 0)
        at += 1
    return at
