"""References in a style of CSL, by citeproc-py, with what it does otherwise than the specification made good.

It takes about a millisecond for a reference, although `pruning` and `looked_up` spare it most of its way:
`references` keeps what comes out.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import copy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from citeproc import Citation, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON

from untfsse.citations import csl, looked_up
from untfsse.citations.kinds import CSL_TYPES
from untfsse.citations.marks import CLOSE, OPEN, ROLE
from untfsse.citations.pruning import prune
from untfsse.names import with_territory

FOLDER = Path(__file__).with_name("styles")

_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=lambda text: f"{OPEN}{text}{CLOSE}",
    **dict.fromkeys(("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str),
)

looked_up.once(_FORMATTER)

_AFTER_NAMES = re.compile(f"[, ]*{ROLE}")

_ENDED_TWICE = re.compile(f"(?<=[.?!…]{CLOSE})\\.")
"""The full stop after a title that has an end of its own."""

_TITLE_TWICE = re.compile(f"^({OPEN}[^{CLOSE}]*{CLOSE})(.*?)[ .,]*\\1", re.DOTALL)
"""The title of a work without author: where it takes the author's place, it must not come again."""

WORTH_FITTING = 10
"""Items of one form from which on a style of their own is worth its making, which takes as long as these."""


def _locale(language: str) -> str:
    """Return what CSL calls a language of the site; the library takes a kindred one where it lacks that.

    Both styles are American: they ask for `eds.`, which British English writes without the full stop.
    """
    name = with_territory(language).replace("_", "-")
    return "en-US" if name.startswith("en-") else name


class Style:
    """One style in one language."""

    def __init__(self, name: str, language: str, pruned: bool = True) -> None:
        """`name` is a file of `styles/`, `language` one of the site.

        Without `pruned`, everything of the style is gone through at every reference.
        """
        self._style = CitationStylesStyle(
            str(FOLDER / f"{name}.csl"), locale=_locale(language), validate=False
        )
        root = self._style.root
        if name.startswith("chicago"):  # it asks for whole names by initialize="false", which is not heeded
            root.attrib.pop("initialize-with", None)
            self._role = ", {0}"  # a full stop follows
        else:
            self._role = " ({1})"
        for label in root.xpath_search(".//cs:label[@text-case='title']"):
            label.set("text-case", "capitalize-first")  # which is not done to labels otherwise
        if pruned:
            prune(root, CSL_TYPES, csl.VARIABLES)
        self._pruned = pruned
        self._fitting: dict[tuple[str, ...], Any] = {}
        self._number: Counter[tuple[str, ...]] = Counter()

    def reference(self, item: dict[str, Any]) -> str:
        """Return a CSL item as plain words, with `OPEN` and `CLOSE` around what is in italics."""
        named = item if item.get("author") else self._edited(item)
        source = CiteProcJSON([named])
        bibliography = CitationStylesBibliography(self._fit(named), source, _FORMATTER)
        bibliography.register(Citation([looked_up.Item(item["id"], *source.values())]))
        words = _TITLE_TWICE.sub(r"\1\2", str(bibliography.bibliography()[0]))
        words = _AFTER_NAMES.sub(self._editors(item), words)
        return _ENDED_TWICE.sub("", words)

    def _fit(self, item: dict[str, Any]) -> Any:
        """Return the style, for a form that is frequent without what it has for items of other forms."""
        if not self._pruned:
            return self._style
        form = (item["type"], *(name for name in item if name in csl.VARIABLES))
        self._number[form] += 1
        if self._number[form] < WORTH_FITTING:
            return self._style
        if form not in self._fitting:
            fitting = self._fitting[form] = copy(self._style)
            fitting.root = looked_up.copied(self._style.root)
            fitting.root.locales = self._style.root.locales
            prune(fitting.root, {form[0]}, set(form[1:]), exact=True)
        return self._fitting[form]

    def _edited(self, item: dict[str, Any]) -> dict[str, Any]:
        """An item whose editors stand where authors would: left to themselves, they are named twice."""
        others = {name: value for name, value in item.items() if name != "editor"}
        editors = item.get("editor", [])
        if not editors:
            return others
        *first, last = editors
        whole = {"family": last.get("family") or last["literal"], "given": last.get("given", "")}
        return {
            **others,
            "author": [*first, {name: one for name, one in whole.items() if one} | {"suffix": ROLE}],
        }

    def _editors(self, item: dict[str, Any]) -> str:
        term = self._style.root.get_term("editor", "short")
        said = str(term.multiple if len(item.get("editor", ())) > 1 else term.single)
        return self._role.format(said.rstrip("."), said[:1].upper() + said[1:])
