"""Who was a member or an observer on a day, as far as that is established."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from untfsse.records import Member, Record
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
