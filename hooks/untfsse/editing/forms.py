"""The forms of the site: which fields of a kind they ask for, and what each looks like in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from untfsse.editing.entries import Entry, entries
from untfsse.editing.words import one as how_one
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.names import language_name
from untfsse.records import KINDS
from untfsse.records.base import Party, Place, Source
from untfsse.records.event import Link, Registration
from untfsse.records.page_top import PageTop
from untfsse.records.publication import Author, Series, Version
from untfsse.views.reader import Reader


@dataclass(frozen=True)
class Form:
    """What a form asks for and where its answer goes."""

    fields: tuple[str, ...]
    """Fields of the model, in the order of the form."""

    model: type[BaseModel] | None = None
    folder: str = ""
    """Where the file that it makes belongs; empty for a form that makes a message only."""

    needed: tuple[str, ...] = ()
    """Fields that the form asks for although the model does without."""

    more: tuple[str, ...] = ()
    """Fields of the form itself: `_OWN` says what they are."""

    template: str = ""
    """The issue form it can fill in: a file of `.github/ISSUE_TEMPLATE/` without ending."""


FORMS: dict[str, Form] = {
    "event": Form(
        (
            *("kind", "title", "summary", "start", "end", "timezone", "mode", "place", "languages"),
            *("organisers", "partners", "registration", "links", "themes", "sdgs", "sources"),
        ),
        KINDS["events"],
        "data/events",
        ("sources",),
        template="event",
    ),
    "publication": Form(
        (
            *("kind", "versions", "authors", "date", "symbol", "series", "publisher", "abstract"),
            *("task_force", "licence", "countries", "themes", "sdgs", "sources"),
        ),
        KINDS["publications"],
        "data/publications",
        ("sources",),
        template="publication",
    ),
    "project": Form(
        (
            *("kind", "title", "summary", "lead", "partners", "funders", "countries", "start", "end"),
            *("status", "themes", "sdgs", "website", "sources"),
        ),
        KINDS["projects"],
        "data/projects",
        ("sources",),
        template="project",
    ),
    "news": Form(
        ("title", "description", "date", "sources"),
        PageTop,
        "docs/en/news",
        ("date", "sources"),
        ("body",),
        template="news",
    ),
    "correction": Form((), more=("page", "wrong", "right", "source"), template="correction"),
}
"""Name of a form → what it asks for."""

INSIDE: dict[type[BaseModel], tuple[str, ...]] = {
    Party: ("member", "name"),
    Version: ("language", "title", "url", "pages", "doi"),
    Author: ("family", "given", "body"),
    Place: ("venue", "city", "country"),
    Link: ("kind", "url"),
    Registration: ("url", "deadline"),
    Series: ("title", "number"),
}
"""What a form asks for of a part; of a source only the address."""

NEEDED_INSIDE: dict[type[BaseModel], tuple[str, ...]] = {Version: ("title",)}

_OWN: dict[str, Entry] = {
    "body": Entry("body", "form.news.body", "markdown", required=True),
    "page": Entry("page", "form.correction.page", "address", required=True),
    "wrong": Entry("wrong", "form.correction.wrong", "paragraphs", required=True),
    "right": Entry("right", "form.correction.right", "paragraphs", required=True),
    "source": Entry("source", "form.correction.source", "address", required=True),
}

_LONG_TEXTS = {"summary", "abstract", "description"}
_LOOK = {
    "markdown": "area",
    "paragraphs": "area",
    "yes-no": "check",
    "country": "options",
    "language": "options",
    "zone": "options",
    "date": "when",
}
_HELPED = {"date", "symbol", "doi", "address", "zone"}
_BY_HAND = {"sources": "form.help.sources", "description": "form.help.description", "body": "form.help.body"}


@dataclass(frozen=True)
class Control:
    """One field of a form as a page shows it."""

    path: str
    """Names of the fields it stands in and its own, with dots; `~` stands for the place in a list."""

    look: str
    """line, area, texts, moment, day, when, check, checks, select, options, or group."""

    label: str
    help: str = ""
    required: bool = False
    many: bool = False
    options: tuple[tuple[str, str], ...] = ()
    """Value and words of each choice."""

    source: str = ""
    """Name of the choices that the script puts in, which many fields share."""

    language: str = ""
    """Language the answer is in, where it is not that of the page."""

    inner: tuple[Control, ...] = ()

    @property
    def id(self) -> str:
        """What its element is called in the page."""
        return "f-" + self.path.replace(".", "-").replace("_", "-")


def asked(form: Form) -> Iterator[Entry]:
    """Yield the fields that a form asks for; required where the form or the model needs them."""
    known = {one.name: one for one in entries(form.model)} if form.model else {}
    for name in form.fields:
        yield replace(known[name], required=known[name].required or name in form.needed)
    for name in form.more:
        yield _OWN[name]


def asked_inside(part: type[BaseModel]) -> Iterator[Entry]:
    """Yield the fields that forms ask for of a part."""
    known = {one.name: one for one in entries(part)}
    for name in INSIDE[part]:
        yield replace(known[name], required=known[name].required or name in NEEDED_INSIDE.get(part, ()))


def controls(form: Form, reader: Reader) -> tuple[Control, ...]:
    """Return the fields of a form as pages in the language of `reader` show them."""
    return tuple(_control(one, "", reader, form) for one in asked(form))


def _control(entry: Entry, above: str, reader: Reader, form: Form) -> Control:
    path = f"{above}{entry.name}"
    strings = reader.strings
    made = Control(path, "line", strings(entry.words), required=entry.required, many=entry.many)
    if entry.name in _BY_HAND and not above:
        made = replace(made, help=strings(_BY_HAND[entry.name]))
    elif entry.form in _HELPED:
        made = replace(made, help=how_one(entry, strings))
    if entry.part is Source:
        return replace(made, path=f"{path}.~")
    if entry.part:
        below = f"{path}.~." if entry.many else f"{path}."
        inner = tuple(_control(one, below, reader, form) for one in asked_inside(entry.part))
        if not entry.many and not entry.required:  # nothing in it is needed where it is left out
            inner = tuple(replace(one, required=False) for one in inner)
        return replace(made, look="group", inner=inner)
    if entry.form == "text":
        return replace(made, look="texts", inner=tuple(_texts(made, entry.name, reader)))
    if entry.listed:
        options = tuple(
            (id_, str(reader.label(entry.listed, id_))) for id_ in reader.vocabulary[entry.listed]
        )
        return replace(made, look="checks" if entry.many else "select", options=options)
    if entry.refers:
        return replace(made, look="options", source=entry.refers)
    if entry.form == "date":
        return _date(made, entry, form)
    look = _LOOK.get(entry.form, "area" if entry.name in _LONG_TEXTS else "line")
    source = entry.form if look == "options" else ""
    return replace(made, look=look, source=source, path=f"{path}.~" if entry.many else path)


def _date(made: Control, entry: Entry, form: Form) -> Control:
    """A date with a time for events, a day where only a day makes sense, else any precision."""
    if form.template == "event" and entry.name in ("start", "end"):
        return replace(made, look="moment", help="")
    if entry.name == "deadline" or form.template == "news":
        return replace(made, look="day", help="")
    return replace(made, look="when")


def _texts(made: Control, name: str, reader: Reader) -> Iterable[Control]:
    look = "area" if name in _LONG_TEXTS else "line"
    for language in LANGUAGES:
        label = language_name(language, reader.language)
        yield Control(
            f"{made.path}.{language}",
            look,
            label[:1].upper() + label[1:],
            required=made.required and language == DEFAULT,
            language=language,
        )
