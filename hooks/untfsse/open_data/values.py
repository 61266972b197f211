"""Turns a record into plain values for JSON, field by field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel

from untfsse.links import absolute
from untfsse.locales import LANGUAGES, Text
from untfsse.open_data.fields import own_fields
from untfsse.records.dates import When

_CHANGED = {"part", "text", "date", "address"}
"""Forms whose values are not published as they are."""

Moment = Callable[[When], datetime]
"""Makes a local time an instant in the zone it was written for."""


def values_of(part: BaseModel, site_url: str, moment: Moment | None = None) -> dict[str, Any]:
    """Return the fields of `part` that have a value; lists are there even when they are empty.

    `moment` is None where no zone is known; times of day have no instant then.
    """
    found: dict[str, Any] = {}
    for field in own_fields(type(part)):
        value = getattr(part, field.attribute)
        if value is None:
            continue
        form = field.form
        if form not in _CHANGED:
            found[field.name] = list(value) if field.many else value
        elif field.many:
            found[field.name] = [_value(form, one, site_url, moment) for one in value]
        else:
            found[field.name] = _value(form, value, site_url, moment)
    return found


def _value(form: str, value: Any, site_url: str, moment: Moment | None) -> Any:
    if form == "part":
        return values_of(value, site_url, moment)
    if form == "text":
        return text_value(value, site_url)
    if form == "date":
        return date_value(value, moment)
    return absolute(value, site_url) if value.startswith("/") else value


def text_value(words: Text | str, site_url: str) -> dict[str, str]:
    """Return words by language, links to pages of this site made whole.

    A name that is the same in every language stands under each of them.
    """
    if isinstance(words, str):
        return dict.fromkeys(LANGUAGES, words)
    return {one: said.replace("](/", f"]({absolute('', site_url)}") for one, said in words.items()}


def date_value(when: When, moment: Moment | None) -> dict[str, str]:
    """Return a date with its precision and the days it may be; with a zone, the instant (RFC 3339)."""
    found = {
        "value": str(when),
        "precision": when.precision,
        "first": when.first.isoformat(),
        "last": when.last.isoformat(),
    }
    if moment and when.exact:
        found["instant"] = moment(when).isoformat(timespec="seconds")
    return found


def instant(moment: datetime) -> str:
    """Return an instant in UTC as RFC 3339 writes it: `2026-11-21T00:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
