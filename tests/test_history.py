"""Who was a member on a day: what is counted, and what is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untfsse.history import STATUSES, members_on, roles_on, status_on
from untfsse.records import Member, Record
from untfsse.site import Site


def _body(id_: str, *stretches: dict[str, str], **more: Any) -> Member:
    membership = [{"status": "member", **one} for one in stretches]
    data = {"id": id_, "name": {"en": id_}, "kind": "network", "membership": membership, **more}
    return Member.model_validate(data)


BODIES: dict[str, Record] = {
    one.id: one
    for one in (
        _body("founder", {"from": "2013-09-30"}),
        _body("left", {"from": "2013-09-30", "to": "2019-05-01"}),
        _body(
            "changed",
            {"status": "observer", "from": "2014-02-04", "to": "2019-05-01"},
            {"from": "2019-05-01"},
        ),
        _body("seen", {"by": "2016-03", "last_seen": "2018"}),
        _body("reported", {"from": "2013-09-30", "certainty": "reported"}),
        _body("invited", {"from": "2013-09-30", "certainty": "invited"}),
        _body("related", {"status": "related", "from": "2015"}),
    )
}


@pytest.mark.parametrize(
    ("day", "members", "observers"),
    [
        (date(2013, 9, 29), [], []),
        (date(2013, 9, 30), ["founder", "left"], []),
        (date(2014, 2, 4), ["founder", "left"], ["changed"]),
        (date(2016, 2, 29), ["founder", "left"], ["changed"]),
        (date(2016, 3, 1), ["founder", "left", "seen"], ["changed"]),
        (date(2018, 12, 31), ["founder", "left", "seen"], ["changed"]),
        (date(2019, 1, 1), ["founder", "left"], ["changed"]),
        (date(2019, 5, 2), ["founder", "changed"], []),
        (date(2026, 11, 21), ["founder", "changed"], []),
    ],
)
def test_members_and_observers_are_counted_on_a_day(
    day: date, members: list[str], observers: list[str]
) -> None:
    assert members_on(BODIES, day, "member") == members
    assert members_on(BODIES, day, "observer") == observers


def test_on_the_day_of_a_change_a_body_is_counted_once() -> None:
    counted = [members_on(BODIES, date(2019, 5, 1), status) for status in STATUSES]
    assert [ids.count("changed") for ids in counted] == [0, 1, 0]


def test_what_is_only_reported_or_invited_is_never_counted() -> None:
    for status in STATUSES:
        counted = members_on(BODIES, date(2020, 1, 1), status)
        assert not {"reported", "invited"} & set(counted)


@given(day=st.dates(date(2013, 1, 1), date(2030, 1, 1)))
def test_no_body_has_two_statuses_on_a_day(day: date) -> None:
    counted = [id_ for status in STATUSES for id_ in members_on(BODIES, day, status)]
    assert len(counted) == len(set(counted))
    for id_, body in BODIES.items():
        assert isinstance(body, Member)
        assert (status_on(body, day) is not None) == (id_ in counted)


def test_roles_are_those_of_the_day() -> None:
    roles = [
        {"role": "chair", "from": "2014", "to": "2016-06"},
        {"role": "secretariat", "by": "2016-01-01"},
    ]
    body = _body("ilo", {"from": "2013"}, roles=roles)
    held = {day: [role.role for role in roles_on(body, day)] for day in _DAYS}
    assert list(held.values()) == [[], ["chair"], ["chair", "secretariat"], ["secretariat"]]


_DAYS = (date(2013, 12, 31), date(2015, 1, 1), date(2016, 6, 30), date(2016, 7, 1))


def test_the_founding_day_has_the_four_convenors_among_the_members(real_site: Site) -> None:
    members = real_site.graph.records["members"]
    convenors = {
        id_
        for id_, body in members.items()
        if isinstance(body, Member) and any(one.role == "founding-convenor" for one in body.roles)
    }
    assert len(convenors) == 4
    assert convenors <= set(members_on(members, date(2013, 9, 30), "member"))
