"""A member, observer or related body as one language shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from untfsse.calendars.addresses import calendar_of
from untfsse.graph import Ref
from untfsse.records.member import Member, Membership
from untfsse.views.base import Card, View, facts, outside, plain
from untfsse.views.reader import Reader
from untfsse.views.stretches import References, Stretch, membership_of, role_of

ACTIVITIES = "activities"
"""Last part of the address of the page with all that a body took part in."""

SHOWN = 3
"""How many of each kind the page of a body names when there are more."""


@dataclass(frozen=True, kw_only=True)
class MemberView(View):
    """A body, its history with the task force, and what it took part in."""

    membership: tuple[Stretch, ...]
    roles: tuple[Stretch, ...]
    events: tuple[Card, ...]
    publications: tuple[Card, ...]
    projects: tuple[Card, ...]
    shown: int
    calendar: str
    """Path of the calendar of all its events, where there is one."""

    activities: str
    """Path of the page with all events, publications and projects, where this one does not name them all."""


def card(reader: Reader, id_: str, member: Member) -> Card:
    """Return a body as lists show it."""
    latest = member.membership[-1]
    stands = latest.holds(reader.today) and latest.certainty == "confirmed"
    status = reader.label("membership-statuses", latest.status)
    return Card(
        **reader.listed("members", id_, member),
        kind_label=reader.label("body-kinds", member.kind),
        short=reader.say(member.acronym),
        summary=reader.say(member.summary, member.original_language),
        tag=plain(status if stands else _qualified(reader, latest, status)),
        tag_kind=latest.status if stands else "former",
    )


def make(reader: Reader, id_: str, member: Member) -> MemberView:
    """Return a body as its own page shows it."""
    t, here, seat = reader.strings, Ref("members", id_), member.headquarters
    paged = reader.paged("members", id_, member)
    there = took_part(reader, id_)
    references = References(reader, member.sources)
    membership = tuple(membership_of(reader, one, references) for one in member.membership)
    roles = tuple(role_of(reader, one, references) for one in member.roles)
    activities = reader.path("members", id_, ACTIVITIES) if is_long(there) else ""
    events = [one.id for one in there["events"]]
    return MemberView(
        **paged | {"sources": references.views},
        numbered=any(one.sources for one in (*membership, *roles)),
        facts=facts(
            (t("member.acronym"), [paged["short"]]),
            (t("member.kind"), [paged["kind_label"]]),
            (
                t("member.headquarters"),
                [reader.say(seat.city), reader.country(seat.country)] if seat else [],
            ),
            (t("member.leads"), reader.areas(reader.graph.sources(here, "areas", "leads"))),
            (t("record.website"), [outside(member.website)]),
        ),
        membership=membership,
        roles=roles,
        events=there["events"],
        publications=there["publications"],
        projects=there["projects"],
        shown=SHOWN,
        calendar=calendar_of(reader.graph, reader.language, f"member/{id_}", events),
        activities=activities,
    )


def took_part(reader: Reader, id_: str) -> dict[str, tuple[Card, ...]]:
    """Return the events, publications and projects that name a body, newest first."""
    here = Ref("members", id_)
    fields = {"events": (), "publications": ("authors", "publisher"), "projects": ()}
    return {
        kind: _latest_first(reader.cards(kind, reader.graph.sources(here, kind, *names)))
        for kind, names in fields.items()
    }


def is_long(there: Mapping[str, tuple[Card, ...]]) -> bool:
    """Whether a body took part in more than its own page names."""
    return any(len(cards) > SHOWN for cards in there.values())


def _latest_first(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: (card.when_iso, card.id), reverse=True))


def _qualified(reader: Reader, one: Membership, status: str) -> str:
    if one.certainty != "confirmed":
        return reader.strings(f"member.{one.certainty}")
    return reader.strings("member.former", status=status)
