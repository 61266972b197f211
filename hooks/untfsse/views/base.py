"""What every view is made of: words that know their language, links, labels, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from untfsse.foreign import Foreign
from untfsse.inline import to_html, to_plain
from untfsse.languages import SOURCE
from untfsse.links import ROOT
from untfsse.locales import DEFAULT, Text

_TELLS_NOTHING = re.compile(r"index\.\w+$|lang--\w\w$|info$|\d{1,4}$")


class Said(NamedTuple):
    """Words on a page: how they look, and the language they are in if it is not the page's."""

    html: Markup
    """The words with their light Markdown rendered, safe to print."""

    language: str | None
    """ISO code where the words are not in the language of the page, else None."""

    plain: str
    """The words without marks, for titles and descriptions."""


class Linked(NamedTuple):
    """Words that lead somewhere, or that would if there were a page."""

    words: Said
    path: str | None
    """Path from the root, or an outside address; None where there is nowhere to go."""

    more: Said | None = None
    """What stands after it, such as a former name."""


class Moment(NamedTuple):
    """A time of day at the place of an event."""

    iso: str
    """Day and time with the offset from UTC."""

    words: str


class Times(NamedTuple):
    """From when until when, by the clock of a zone."""

    moments: tuple[Moment, ...]
    """Beginning and, where it is known, end."""

    zone: str


class Fact(NamedTuple):
    """One line of the facts of a record: a label and one or more values."""

    label: str
    values: tuple[Linked, ...]
    times: Times | None = None
    """Times of day, in place of values."""


class Goal(NamedTuple):
    """A Sustainable Development Goal as a tile."""

    number: int
    label: str
    path: str
    colour: str


class SourceView(NamedTuple):
    """Where a fact is known from."""

    words: Said
    address: str
    language: str | None
    """Name of the source's language where it is not the page's."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """A record in a list. What is not there is None or empty."""

    kind: str
    id: str
    path: str
    """Address from the root."""

    title: Said
    kind_label: str
    when: str = ""
    """Its date or dates in words."""

    when_iso: str = ""
    """The first day, ISO 8601, as precise as known."""

    tag: Said | None = None
    """A state worth seeing, such as cancelled."""

    tag_kind: str = ""
    """Id of that state."""

    summary: Said | None = None
    more: tuple[Linked, ...] = ()
    """Place of an event, authors of a publication."""

    short: Said | None = None
    """Acronym of a body."""

    translated_title: Said | None = None
    """What the title means, where the work does not exist in the language of the page."""

    upcoming: bool = False
    until: str = ""
    """Of what is upcoming: the last day, or the moment of its end, ISO 8601."""

    changed: date | None = None
    """Day of the last change, where the history knows it."""


@dataclass(frozen=True, kw_only=True)
class View(Card):
    """A record on its own page."""

    facts: tuple[Fact, ...] = ()
    themes: tuple[Linked, ...] = ()
    goals: tuple[Goal, ...] = ()
    all_goals: Linked | None = None
    """Where they stand, if it has to do with every single one."""

    sources: tuple[SourceView, ...] = ()
    numbered: bool = False
    """Whether single facts name their sources by number."""

    note: Said | None = None
    edit_file: str = ""
    """Path of the record's file."""

    changed_said: str = ""
    languages: tuple[str, ...] = ()
    """Languages of the site in which this page really exists."""

    hidden: str = ""
    """Why only the preview shows it, in words."""

    record: Any = None
    """The record itself, for other formats."""


def say(words: Text | str, language: str, original: str = DEFAULT) -> Said:
    """Return a text or a name as `language` shows it; a plain name is of no language."""
    if isinstance(words, str):
        return Said(_html(words), None, to_plain(words))
    phrase = words.shown(language, original)
    other = phrase.language if phrase.language != language else None
    return Said(_html(phrase.text), other, to_plain(phrase.text))


def _html(words: str) -> Markup:
    """Render words; a link to a page of this site works wherever the site is."""
    return Markup(str(to_html(words)).replace('href="/', f'href="{ROOT}'))  # noqa: S704


def plain(words: str) -> Said:
    """Return interface words: in the language of the page, unless they are not translated yet."""
    return say(str(words), "")._replace(language=SOURCE if isinstance(words, Foreign) else None)


def description(*parts: Said | str | None) -> str:
    """Return one line for search engines: the parts that are there, cut after 155 characters."""
    words = " ".join(p if isinstance(p, str) else p.plain for p in parts if p)
    if len(words) <= 155:
        return words
    return words[:154].rsplit(" ", 1)[0].rstrip(" ,;:.–") + "…"


def shown_address(address: str) -> str:
    """Return an outside address as readers see it: host and path, without `www` and query."""
    parts = urlsplit(address)
    if not parts.hostname:
        return address
    segments = [one for one in unquote(parts.path).split("/") if one and not _TELLS_NOTHING.match(one)]
    tail = segments[-1].replace("-", " ") if segments else ""
    if len(tail) > 70:
        tail = tail[:69].rsplit(" ", 1)[0] + "…"
    host = parts.hostname.removeprefix("www.")
    return f"{host} – {tail}" if tail else host


def outside(address: str | None) -> Linked | None:
    """Return an outside address as a link that shows host and path."""
    if address is None:
        return None
    return Linked(plain(address.split("//", 1)[-1].removeprefix("www.").rstrip("/")), address)


def facts(*lines: tuple[str, Iterable[Linked | Said | str | None] | Times | None]) -> tuple[Fact, ...]:
    """Keep the lines that have a value."""
    kept = []
    for label, values in lines:
        if isinstance(values, Times):
            kept.append(Fact(label, (), values))
        elif there := tuple(_linked(value) for value in values or () if value):
            kept.append(Fact(label, there))
    return tuple(kept)


def _linked(value: Linked | Said | str) -> Linked:
    if isinstance(value, Linked):
        return value
    return Linked(plain(value) if isinstance(value, str) else value, None)
