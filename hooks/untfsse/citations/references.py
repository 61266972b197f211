"""Formatted references of works, each made once in a style and a language, and kept between builds."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from markupsafe import Markup

from untfsse.citations import csl
from untfsse.citations.kept import Kept
from untfsse.citations.marks import html
from untfsse.citations.works import Work
from untfsse.locales import DEFAULT

CACHE = ".cache/references.json"
"""Where references are kept between builds, from the root of the project."""

STYLES = {"APA": "apa", "Chicago": "chicago-author-date"}
"""What a style is called, and its file in `styles/`."""

_HERE = Path(__file__).parent
_MAKERS = ("processor.py", "pruning.py", "looked_up.py", "references.py")
"""What makes a reference, beside the styles."""


class References:
    """References of one build."""

    def __init__(self, root: Path) -> None:
        """`root` is the folder of the project."""
        self._root = root
        self._styles: dict[tuple[str, str], object] = {}

    @cached_property
    def _kept(self) -> Kept:
        return Kept(self._root / CACHE)

    @cached_property
    def _tools(self) -> str:
        """What a reference depends on beside the work and the language."""
        files = (*sorted((_HERE / "styles").glob("*.csl")), *(_HERE / name for name in _MAKERS))
        digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
        return f"{version('citeproc-py')} {digest}"

    def of(self, work: Work, style: str, language: str) -> Markup:
        """Return a work as `style`, one of `STYLES`, wants it; its small words are in `language`."""
        item = csl.item(work)
        if "author" not in item and "editor" not in item and "publisher" in item:
            item["author"] = [{"literal": item.pop("publisher")}]  # who issued it answers for it
        elif any(name.get("literal") == item.get("publisher") for name in item.get("author", ())):
            item.pop("publisher", None)  # named once (APA 7, section 9.29)
        number = item.get("number", "").casefold()
        if not number or item.get("genre", "").casefold() in number:
            item.pop("genre", None)  # says what a number is the number of, as some do by themselves
        if _has_no_small_words(item):
            language = DEFAULT
        asked = json.dumps([item, style, language, self._tools])
        key = hashlib.sha256(asked.encode()).hexdigest()[:32]
        kept = self._kept.get(key)
        if kept is None:
            from untfsse.citations.processor import Style  # takes a tenth of a second, often for nothing

            made = self._styles.get((style, language)) or Style(STYLES[style], language)
            assert isinstance(made, Style)
            self._styles[(style, language)] = made
            kept = made.reference(item)
            self._kept.put(key, kept)
        return html(kept)

    def save(self) -> None:
        """Keep what this build used for the next one."""
        self._kept.save()


def _has_no_small_words(item: dict[str, Any]) -> bool:
    """Whether a reference is the same in every language: it has no `and`, `ed.`, `n.d.`, `No.` or “”."""
    has_one_author = len(item.get("author", ())) == 1 and "editor" not in item
    is_numbered = item.get("number", "").isalnum()  # symbols such as `A/RES/77/281` bring no word
    return has_one_author and not is_numbered and "issued" in item and item["type"] in ("report", "book")
