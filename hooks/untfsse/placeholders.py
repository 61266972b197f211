"""The {names} in interface words: plain names, and the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from untfsse.wording import Word

_FORMS = ("zero", "one", "two", "few", "many")
"""Of counts, beside `other` (CLDR)."""

Names = frozenset[str]
Fault = tuple[str, str, dict[str, Any]]
"""Key of the words, key of the message, its values."""


def faults(words: Mapping[str, str], originals: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what is wrong with the braces of `words`; `originals` are those of the first language.

    A singular may leave out what its plural names: `one record`, `{n} records`.
    """
    for key, text in words.items():
        given = _names(text)
        stem, _, form = key.rpartition(".")
        plural = f"{stem}.other" if form in _FORMS else key
        wanted = _names(originals.get(plural, "{"))
        if given is None:
            yield key, "brace-form", {}
        elif wanted is not None and given != wanted and not (plural != key and given < wanted):
            yield key, "brace-names", {"given": _shown(given), "expected": _shown(wanted)}


def _names(text: str) -> Names | None:
    """The names in braces; None where a brace is not closed or holds more than a name."""
    try:
        fields = [field[1:] for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        return None
    if all(name and name.isidentifier() and not (spec or conversion) for name, spec, conversion in fields):
        return frozenset(name for name, _, _ in fields if name)
    return None


def _shown(names: Names) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names)) or Word("none")
