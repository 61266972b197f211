"""References in a style of CSL, by citeproc-py, with what it does otherwise than the specification made good.

Its work is several milliseconds a reference: `references` keeps what comes out.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.model import CitationStylesElement, Macro
from citeproc.source.json import CiteProcJSON

from untfsse.citations.marks import CLOSE, OPEN, ROLE
from untfsse.names import with_territory

FOLDER = Path(__file__).with_name("styles")

_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=lambda text: f"{OPEN}{text}{CLOSE}",
    **dict.fromkeys(("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str),
)

_AFTER_NAMES = re.compile(f"[, ]*{ROLE}")

_ENDED_TWICE = re.compile(f"(?<=[.?!…]{CLOSE})\\.")
"""The full stop after a title that has an end of its own."""

_TITLE_TWICE = re.compile(f"^({OPEN}[^{CLOSE}]*{CLOSE})(.*?)[ .,]*\\1", re.DOTALL)
"""The title of a work without author: where it takes the author's place, it must not come again."""


def _locale(language: str) -> str:
    """Return what CSL calls a language of the site; the library takes a kindred one where it lacks that.

    Both styles are American: they ask for `eds.`, which British English writes without the full stop.
    """
    name = with_territory(language).replace("_", "-")
    return "en-US" if name.startswith("en-") else name


class Style:
    """One style in one language."""

    def __init__(self, name: str, language: str) -> None:
        """`name` is a file of `styles/`, `language` one of the site."""
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
        self._macros = {macro.get("name"): macro for macro in root.xpath_search("./cs:macro")}

    def reference(self, item: dict[str, Any]) -> str:
        """Return a CSL item as plain words, with `OPEN` and `CLOSE` around what is in italics."""
        _macros.clear()
        _macros.update(self._macros)
        source = CiteProcJSON([item if item.get("author") else self._edited(item)])
        bibliography = CitationStylesBibliography(self._style, source, _FORMATTER)
        bibliography.register(Citation([CitationItem(item["id"])]))
        words = _TITLE_TWICE.sub(r"\1\2", str(bibliography.bibliography()[0]))
        words = _AFTER_NAMES.sub(self._editors(item), words)
        return _ENDED_TWICE.sub("", words)

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


_macros: dict[str, Any] = {}
"""Name → macro of the style that is at work."""

_calls: dict[Any, bool] = {}
"""Macro → whether it uses a variable of the item: the same for every item."""


def _macro(element: Any, name: str) -> Any:
    return _macros[name]


def _calls_variable(macro: Any) -> bool:
    if macro not in _calls:
        _calls[macro] = any(child.calls_variable() for child in macro)
    return _calls[macro]


CitationStylesElement.get_macro = _macro  # it would search the whole style at every use
Macro.calls_variable = _calls_variable
