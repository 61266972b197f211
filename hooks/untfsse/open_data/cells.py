"""What stands in one cell of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from untfsse.inline import to_plain
from untfsse.locales import DEFAULT, Text
from untfsse.names import country_name
from untfsse.open_data.columns import Column
from untfsse.open_data.published import Published, Values
from untfsse.views.reader import Reader

SEPARATOR = "|"
"""Between the items of a list; one within an item is written `\\|`, and `\\` is written `\\\\`."""

_SIGNS = "=+-@\t\r\n\0＝＋－＠"
"""What a formula may begin with; the last four are the same signs of full width."""

_FIRST = frozenset(_SIGNS) | {"'"}


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that begins so has `'` put before it.

    OWASP ASVS 5.0, 1.2.10, and OWASP's page on CSV injection. What already has such a sign gets one
    more, so that nothing is lost: take one away where the rest begins like a formula.
    """
    if cell[:1] in _FIRST and cell.lstrip("'")[:1] in _FIRST:
        return f"'{cell}"
    return cell


def joined(items: Iterable[str]) -> str:
    """Return the items of a list as one cell."""
    return SEPARATOR.join([item.replace("\\", "\\\\").replace("|", "\\|") for item in items])


class Cells:
    """Makes the cells of one language."""

    def __init__(self, reader: Reader, data: Published) -> None:
        self._reader = reader
        self._language = reader.language
        self._data = data
        self._foreign = False
        self._original = DEFAULT
        self._makers: Mapping[str, Callable[[Any, Column], str]] = {
            "text": lambda value, column: self._words(value),
            "title": lambda value, column: self._title(value),
            "label": lambda value, column: self._reader.label(column.field.listed, value),
            "country-name": lambda value, column: country_name(value, self._language),
            "body": lambda value, column: self._body(value),
            "member": lambda value, column: value.get("member", ""),
            "source": lambda value, column: self._source(value),
            "page": lambda value, column: value[self._language],
            "date": lambda value, column: value["value"],
            "first": lambda value, column: value["first"],
            "last": lambda value, column: value["last"],
            "instant": lambda value, column: value.get("instant", ""),
            "yes-no": lambda value, column: "true" if value else "false",
            "number": lambda value, column: str(value),
        }

    def cell(self, column: Column, document: Values) -> tuple[str, bool]:
        """Return a cell, and whether its words are in another language than the table."""
        self._foreign = False
        self._original = document.get("original_language", DEFAULT)
        value: Any = document
        for name in column.path[:-1] if column.within_list else column.path:
            value = value.get(name)
            if value is None:
                return "", False
        if column.within_list:
            parts = [part.get(column.path[-1]) for part in value]
            made = joined("" if one is None else self._made(one, column) for one in parts)
        else:
            made = self._made(value, column)
        return made, self._foreign

    def _made(self, value: Any, column: Column) -> str:
        make = self._makers.get(column.holds)
        if isinstance(value, list) and column.holds != "title":
            items = [make(one, column) for one in value] if make else value
            return " ".join(items) if column.within_list else joined(filter(None, items))
        return make(value, column) if make else value

    def _words(self, words: Mapping[str, str]) -> str:
        said = Text(words).shown(self._language, self._original)
        self._foreign |= said.language != self._language
        return to_plain(said.text)

    def _title(self, versions: Iterable[Values]) -> str:
        """The title in the language of the table, or that of the first version that has one."""
        titles = {one["language"]: one["title"] for one in versions if "title" in one}
        language = self._language if self._language in titles else next(iter(titles))
        self._foreign |= language != self._language
        return to_plain(titles[language])

    def _body(self, party: Values) -> str:
        member = self._data.records["members"].get(party.get("member", ""))
        return self._words(member["name"] if member else party["name"])

    def _source(self, source: Values) -> str:
        if "url" in source:
            return str(source["url"])
        publication = self._data.records["publications"].get(source["publication"])
        return str(publication["pages"][self._language]) if publication else ""
