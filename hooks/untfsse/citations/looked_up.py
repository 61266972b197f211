"""What citeproc-py looks up in a style again and again is looked up once: styles do not change.

Its elements are those of lxml, which are the same objects as long as anything holds them; these tables do.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from citeproc.model import CitationStylesElement, Locale, Parent

_find = CitationStylesElement.xpath_search
_ask = Parent.calls_variable

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
    Parent.calls_variable = _calls_variable
    CitationStylesElement.get_formatter = Locale.get_formatter = lambda element: formatter
