"""Styles and scripts as readers get them: small, and with addresses that change when they do."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import rcssmin
import rjsmin

SHEET = "assets/stylesheets/site.css"
"""All stylesheets in one."""

EMBED_SHEET = "assets/stylesheets/embed.css"
"""That of the lists in frames of other sites: the colours, and what stands in the file of its name."""

_TOKENS = "assets/stylesheets/tokens.css"


class Assets:
    """The files of `assets/` that are made smaller on their way to the site."""

    def __init__(self, templates: Path, sheets: Sequence[str]) -> None:
        """`templates` is the folder that holds `assets/`; `sheets` are stylesheets in their order."""
        self._templates = templates
        self._sheets = sheets
        self._made: dict[str, str] = {}

    def address(self, path: str) -> str:
        """Return the path of a file from the root, with a mark that changes when the file does.

        A browser that holds a page of yesterday still finds the file: its name stays.
        """
        digest = hashlib.sha256(self._text(path).encode()).hexdigest()[:8]
        return f"{path}?v={digest}"

    def write(self, site: Path) -> None:
        """Write the stylesheet and the scripts; remove the sheets it was made of."""
        for sheet in self._sheets:
            (site / sheet).unlink(missing_ok=True)
        scripts = (self._templates / "assets").glob("javascripts/*.js")
        embed = [EMBED_SHEET] if (self._templates / EMBED_SHEET).exists() else []
        for path in (SHEET, *embed, *(f"assets/javascripts/{script.name}" for script in scripts)):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(self._text(path), encoding="utf-8")

    def _text(self, path: str) -> str:
        if path not in self._made:
            if path in (SHEET, EMBED_SHEET):
                sheets = self._sheets if path == SHEET else (_TOKENS, EMBED_SHEET)
                styles = ((self._templates / one).read_text(encoding="utf-8") for one in sheets)
                self._made[path] = str(rcssmin.cssmin("\n".join(styles)))
            else:
                script = (self._templates / path).read_text(encoding="utf-8")
                self._made[path] = str(rjsmin.jsmin(script)) + "\n"
        return self._made[path]
