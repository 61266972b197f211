"""A member, observer or related body as one language shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from untfsse.dates import say_when
from untfsse.graph import Ref
from untfsse.records.intervals import Interval
from untfsse.records.member import Member, Membership, Role
from untfsse.views.base import Card, Linked, Said, SourceView, View, facts, outside, plain
from untfsse.views.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A stretch of membership, or a role, with its dates in words."""

    label: str
    dates: str
    details: tuple[str, ...]
    area: Linked | None
    note: Said | None
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, kw_only=True)
class MemberView(View):
    """A body, its history with the task force, and what it took part in."""

    membership: tuple[Stretch, ...]
    roles: tuple[Stretch, ...]
    events: tuple[Card, ...]
    publications: tuple[Card, ...]
    projects: tuple[Card, ...]


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
    works = reader.graph.sources(here, "publications", "authors", "publisher")
    return MemberView(
        **paged,
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
        membership=tuple(_membership(reader, one) for one in member.membership),
        roles=tuple(role_of(reader, one) for one in member.roles),
        events=_latest_first(reader.cards("events", reader.graph.sources(here, "events"))),
        publications=_latest_first(reader.cards("publications", works)),
        projects=_latest_first(reader.cards("projects", reader.graph.sources(here, "projects"))),
    )


def _latest_first(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: (card.when_iso, card.id), reverse=True))


def _qualified(reader: Reader, one: Membership, status: str) -> str:
    if one.certainty != "confirmed":
        return reader.strings(f"member.{one.certainty}")
    return reader.strings("member.former", status=status)


def _membership(reader: Reader, one: Membership) -> Stretch:
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
        sources=reader.sources(one.sources),
    )


def role_of(reader: Reader, one: Role) -> Stretch:
    """Return a role with its dates in words."""
    return Stretch(
        label=reader.label("roles", one.role),
        dates=_dates(reader, one),
        details=(one.held_by,) if one.held_by else (),
        area=next(iter(reader.areas([one.area])), None) if one.area else None,
        note=reader.say(one.note),
        sources=reader.sources(one.sources),
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
    return t(
        f"interval.{start}.{end}",
        start=known.get("from_") or known.get("by") or "",
        end=known.get("to") or known.get("last_seen") or "",
    )
