"""How a value is written, in words for editors: for schemas, reference pages and the help of forms."""

from __future__ import annotations

from untfsse.editing.entries import SHORT, Entry
from untfsse.languages import SOURCE
from untfsse.locales import LANGUAGES
from untfsse.strings import Strings

_FORMS = {
    "text": "fields.form.text",
    "translations": "fields.form.translations",
    "name": "fields.form.name",
    "words": "fields.form.words",
    "line": "fields.form.line",
    "date": "fields.form.date",
    "day": "fields.form.day",
    "yes-no": "fields.form.yes-no",
    "number": "fields.form.number",
    "country": "fields.form.country",
    "language": "fields.form.language",
    "address": "fields.form.address",
    "id": "fields.form.id",
    "zone": "fields.form.zone",
    "isbn": "fields.form.isbn",
    "doi": "fields.form.doi",
    "symbol": "fields.form.symbol",
    "colour": "fields.form.colour",
    "part": "fields.form.part",
}


def how(entry: Entry, strings: Strings, mark: str = "") -> str:
    """Return how the value of a field is written: “list: name of a file in data/members/ …”.

    `mark` stands before and after what is to be written letter by letter, such as the name of a file.
    """
    said = one(entry, strings, mark)
    return strings("fields.many", what=said) if entry.many else said


def one(entry: Entry, strings: Strings, mark: str = "") -> str:
    """Return how one value is written."""

    def exact(text: str) -> str:
        return f"{mark}{text}{mark}"

    if entry.refers == "areas":
        return strings("fields.form.area")
    if entry.refers:
        return strings("fields.form.reference", folder=exact(f"data/{entry.refers}/"))
    if entry.listed:
        return strings("fields.form.listed", file=exact(f"data/vocabulary/{entry.listed}.yml"))
    if entry.choices:
        return strings("fields.form.choices", values=exact(", ".join(entry.choices)))
    if entry.part in SHORT:
        return strings("fields.form.short")
    codes, field = exact(", ".join(LANGUAGES)), exact("original_language")
    return strings(_FORMS[entry.form], codes=codes, source=exact(SOURCE), field=field)
