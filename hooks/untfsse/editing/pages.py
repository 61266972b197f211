"""What the macros `fields` and `form` put into a page: views of fields and forms in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from untfsse.codes import COUNTRIES, DOCUMENT_LANGUAGES
from untfsse.editing.entries import Entry
from untfsse.editing.forms import FORMS, Control, Form, asked, asked_inside, controls
from untfsse.editing.messages import MESSAGES
from untfsse.editing.reference import FieldTable, tables
from untfsse.editing.rules import options_of, rules
from untfsse.links import page_path
from untfsse.names import country_name, language_name
from untfsse.records import Member
from untfsse.records.base import RESERVED_IDS, Source
from untfsse.repository import Repository
from untfsse.selection import sort_key
from untfsse.views.reader import Reader

_CONTACT = ("about", "contact")
_FOR_MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


class FormView(NamedTuple):
    """A form as a page shows it."""

    name: str
    controls: tuple[Control, ...]
    data: Markup
    """What its script needs, as JSON that may stand in a page."""

    makes_a_file: bool
    issue: str
    """Where the issue form is opened, empty; nothing where no repository is known."""

    contact: str
    """Path of the page that tells whom to write to."""


@dataclass(frozen=True)
class EditingPages:
    """What is made for those who write, in the language of a reader."""

    reader: Reader
    repository: Repository
    root: Path

    def fields(self, name: str) -> Iterator[FieldTable]:
        """Yield the tables of the fields of a kind: `event`."""
        yield from tables(self.reader, self.repository, self.root, name)

    def form(self, name: str) -> FormView:
        """Return a form: `event`, `correction`."""
        form = FORMS[name]
        issue = self.repository.issue_form(form.template)
        data = json.dumps(self._data(form, issue), ensure_ascii=False, separators=(",", ":"))
        contact = page_path(self.reader.language, *_CONTACT)
        safe = Markup(data.translate(_FOR_MARKUP))  # noqa: S704
        return FormView(name, controls(form, self.reader), safe, bool(form.folder), issue, contact)

    def _data(self, form: Form, issue: str) -> Mapping[str, Any]:
        kind = form.folder.rpartition("/")[2]
        taken = self.reader.graph.records.get(kind, {})
        return {
            "rules": rules(form),
            "options": {name: list(self._options(name)) for name in dict.fromkeys(_options_in(asked(form)))},
            "words": {key: self.reader.strings(words) for key, words in MESSAGES.items()},
            "folder": form.folder,
            "taken": sorted({*taken, *RESERVED_IDS}) if form.folder else [],
            "create": self.repository.create("") if issue else "",
            "issue": issue,
        }

    def _options(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield value and words of what stands in a closed list, in the order of a reader."""
        language = self.reader.language
        if name in ("country", "language"):
            codes = COUNTRIES if name == "country" else [c for c in DOCUMENT_LANGUAGES if len(c) == 2]
            say = country_name if name == "country" else language_name
            yield from sorted(
                ((code, say(code, language)) for code in codes), key=lambda one: sort_key(one[1])
            )
        elif name == "zone":
            yield from ((zone, zone.replace("_", " ")) for zone in zones())
        elif name == "members":
            members = self.reader.graph.records["members"].items()
            named = [(id_, self._body(one)) for id_, one in members if isinstance(one, Member)]
            yield from sorted(named, key=lambda one: sort_key(one[1]))
        else:
            yield from ((id_, str(self.reader.label(name, id_))) for id_ in self.reader.vocabulary[name])

    def _body(self, member: Member) -> str:
        """A body by its full name, with its acronym in front where it has one."""
        name = self.reader.title(member).plain
        short = self.reader.say(member.acronym, member.original_language)
        return f"{short.plain} – {name}" if short else name


def _options_in(fields: Iterator[Entry]) -> Iterator[str]:
    for entry in fields:
        if entry.part and entry.part is not Source:
            yield from _options_in(asked_inside(entry.part))
        elif name := options_of(entry):
            yield name


@cache
def zones() -> tuple[str, ...]:
    """Return the zones that people live in, from the IANA database of the package `tzdata`."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    found = {line.split("\t")[2] for line in table.splitlines() if not line.startswith("#")}
    return (*sorted(found), "UTC")
