"""What citeproc-py looks up in a style again and again is looked up once: styles do not change.

Its elements are those of lxml, which are the same objects as long as anything holds them; these tables do.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from citeproc import CitationItem
from citeproc.model import CitationStylesElement, Formatted, Locale, Parent

_find = CitationStylesElement.xpath_search
_ask = Parent.calls_variable
_macro = CitationStylesElement.get_macro
_option = CitationStylesElement.get_locale_option
_format = Formatted.format

_found: dict[tuple[Any, str], list[Any]] = {}
"""Element and expression → elements."""

_asks: dict[Any, bool] = {}
"""Element → whether it asks for a variable of the item, before anything was taken out of it."""


def _xpath_search(element: Any, expression: str) -> list[Any]:
    key = (element, expression)
    if key not in _found:
        _found[key] = _find(element, expression)
    return _found[key]


def _calls_variable(element: Any) -> bool:
    if element not in _asks:
        _asks[element] = _ask(element)
    return _asks[element]


_macros: dict[tuple[Any, str], Any] = {}
"""Element and name → macro of its style."""

_options: dict[tuple[Any, str], str] = {}
"""Element and name → option of the language of its style."""

_unmarked: dict[Any, bool] = {}
"""Element → whether its words stay as they are: no italics, no bold."""

_MARKS = {"font-style", "font-variant", "font-weight", "text-decoration", "vertical-align"}


class Item(CitationItem):  # type: ignore[misc]
    """The item to be cited; it would look for its values among those of all items at each use."""

    def __init__(self, key: str, values: Any) -> None:
        super().__init__(key)
        self["values"] = values

    @property
    def reference(self) -> Any:
        """The values."""
        return self["values"]


def _get_macro(element: Any, name: str) -> Any:
    key = (element, name)
    if key not in _macros:
        _macros[key] = _macro(element, name)
    return _macros[key]


def _get_locale_option(element: Any, name: str) -> str:
    key = (element, name)
    if key not in _options:
        _options[key] = _option(element, name)
    return _options[key]


def _formatted(element: Any, words: Any) -> Any:
    if element not in _unmarked:
        _unmarked[element] = _MARKS.isdisjoint(element.attrib)
    if _unmarked[element]:
        return str(words) if isinstance(words, int | float) else words
    return _format(element, words)


def copied(root: Any) -> Any:
    """Return a copy of a style, of which the same is known."""
    made = deepcopy(root)
    for old, new in zip(root.iter(), made.iter(), strict=True):
        if old in _asks:
            _asks[new] = _asks[old]
    return made


def once(formatter: Any) -> None:
    """Change citeproc-py so that it looks up things once; `formatter` is that of all styles."""
    CitationStylesElement.xpath_search = _xpath_search
    CitationStylesElement.get_macro = _get_macro
    CitationStylesElement.get_locale_option = _get_locale_option
    Parent.calls_variable = _calls_variable
    Formatted.format = _formatted
    CitationStylesElement.get_formatter = Locale.get_formatter = lambda element: formatter
