"""Membership and roles as one language shows them: with dates, and sources by number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from untfsse.clock import today
from untfsse.dates import say_when
from untfsse.records.base import Source
from untfsse.records.intervals import Interval
from untfsse.records.member import Membership, Role
from untfsse.views.base import Linked, Said, SourceView
from untfsse.views.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A stretch of membership, or a role, with its dates in words."""

    label: str
    dates: str
    details: tuple[str, ...]
    area: Linked | None
    note: Said | None
    sources: tuple[int, ...]
    """Places in the list of the page's sources, from 1."""


class References:
    """The sources of a page, each with a number by which single facts name it."""

    def __init__(self, reader: Reader, sources: Iterable[Source] = ()) -> None:
        self._reader = reader
        self._views = {one.address: one for one in reader.sources(sources)}

    def numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """Return the numbers of sources; those that are new come last."""
        for one in (there := self._reader.sources(sources)):
            self._views.setdefault(one.address, one)
        places = list(self._views)
        return tuple(sorted(places.index(one.address) + 1 for one in there))

    @property
    def views(self) -> tuple[SourceView, ...]:
        """All sources in the order of their numbers."""
        return tuple(self._views.values())


def membership_of(reader: Reader, one: Membership, references: References) -> Stretch:
    """Return a stretch of membership with its dates in words."""
    t, language = reader.strings, reader.language
    details = []
    if one.active_since:
        details.append(t("member.active-since", date=say_when(one.active_since, language)))
    if one.formalised_on:
        details.append(t("member.formalised-on", date=say_when(one.formalised_on, language)))
    if one.certainty != "confirmed":
        details.append(t(f"member.{one.certainty}"))
    return Stretch(
        label=reader.label("membership-statuses", one.status),
        dates=_dates(reader, one),
        details=tuple(details),
        area=None,
        note=reader.say(one.note),
        sources=references.numbers(one.sources),
    )


def role_of(reader: Reader, one: Role, references: References) -> Stretch:
    """Return a role with its dates in words."""
    return Stretch(
        label=reader.label("roles", one.role),
        dates=_dates(reader, one),
        details=(one.held_by,) if one.held_by else (),
        area=next(iter(reader.areas([one.area])), None) if one.area else None,
        note=reader.say(one.note),
        sources=references.numbers(one.sources),
    )


def _dates(reader: Reader, one: Interval) -> str:
    """Say an interval no more precisely than it is known."""
    t, language = reader.strings, reader.language
    if one.from_ and one.from_ == one.to:
        return say_when(one.from_, language)
    known = {
        name: say_when(when, language)
        for name in ("from_", "by", "to", "last_seen")
        if (when := getattr(one, name))
    }
    start = "from" if "from_" in known else "by" if "by" in known else "unknown"
    end = "to" if "to" in known else "last-seen" if "last_seen" in known else "open"
    if end == "open" and one.from_ and one.from_.first > today():
        end = "to-come"
    return t(
        f"interval.{start}.{end}",
        start=known.get("from_") or known.get("by") or "",
        end=known.get("to") or known.get("last_seen") or "",
    )
