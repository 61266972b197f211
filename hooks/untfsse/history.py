"""Who was a member or an observer on a day, as far as that is established, and in which roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from untfsse.records import Member, Record
from untfsse.records.intervals import Interval
from untfsse.records.member import Role

STATUSES = ("member", "observer", "related")


def status_on(member: Member, day: date) -> str | None:
    """Return the confirmed status of a body on `day`, or None."""
    for one in member.membership:
        if one.certainty == "confirmed" and one.holds(day):
            return one.status
    return None


def members_on(members: Mapping[str, Record], day: date, status: str) -> list[str]:
    """Return ids of the bodies that had `status` on `day`."""
    return [
        id_
        for id_, member in members.items()
        if isinstance(member, Member) and status_on(member, day) == status
    ]


def roles_on(member: Member, day: date) -> list[Role]:
    """Return the roles a body is known to have had on `day`."""
    return [role for role in member.roles if role.holds(day)]


class Span(NamedTuple):
    """Days that are looked back on from the last of them."""

    first: date
    last: date


def years(members: Iterable[Record], today: date) -> list[Span]:
    """Return each year since the first known one, oldest first, without this year; and at last `today`."""
    starts = (one.start for member in members if isinstance(member, Member) for one in member.membership)
    first = min((start.year for start in starts if start), default=today.year)
    past = (Span(date(year, 1, 1), date(year, 12, 31)) for year in range(first, today.year))
    return [*past, Span(today, today)]


def standing(member: Member, spans: Iterable[Span]) -> str:
    """Return a letter for each span: the first of the status on its last day.

    `~` says that the body is known to have had one earlier in the span, `-` that it is not.
    """
    confirmed = [one for one in member.membership if one.certainty == "confirmed"]
    return "".join(
        (status_on(member, span.last) or ("~" if _any_holds(confirmed, span) else "-"))[0] for span in spans
    )


def held(member: Member, spans: Iterable[Span]) -> list[tuple[Role, str]]:
    """Return the roles held in one of the spans, each with a mark for each span.

    `1` says that it was held on the last day, `~` earlier in the span, `-` neither.
    """
    spans = list(spans)
    marks = ((role, "".join(_mark(role, span) for span in spans)) for role in member.roles)
    return [(role, mark) for role, mark in marks if mark.strip("-")]


def _mark(role: Role, span: Span) -> str:
    if role.holds(span.last):
        return "1"
    return "~" if _any_holds([role], span) else "-"


def _any_holds(stretches: Iterable[Interval], span: Span) -> bool:
    """Whether one of them is known to hold on some day of the span."""
    return any(
        one.holds(min(max(one.start.first if one.start else span.first, span.first), span.last))
        for one in stretches
    )
