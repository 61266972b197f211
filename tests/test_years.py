"""Membership and roles at the end of each year: what the page gives to scripts is what `history` decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from untfsse.history import STATUSES, Span, held, members_on, roles_on, standing, status_on, years
from untfsse.records import Member
from untfsse.site import Site
from untfsse.views import bodies

TODAY = date(2026, 11, 21)


def _member(**fields: Any) -> Member:
    return Member.model_validate({"id": "it", "name": {"en": "It"}, "kind": "network", **fields})


_WHENS = st.builds(
    lambda day, precision: day.isoformat()[:precision],
    st.dates(date(2012, 1, 1), date(2026, 12, 31)),
    st.sampled_from((4, 7, 10)),
)


@st.composite
def _intervals(draw: st.DrawFn) -> dict[str, str]:
    """Any interval: open or closed, of any precision, with a start that is known or not."""
    fields = (draw(st.sampled_from((None, "from", "by"))), draw(st.sampled_from((None, "to", "last_seen"))))
    return {field: draw(_WHENS) for field in fields if field}


@st.composite
def _members(draw: st.DrawFn) -> Member:
    """Any body whose history makes sense."""
    membership = draw(st.lists(_intervals(), min_size=1, max_size=3))
    stretches = [
        {
            **one,
            "status": draw(st.sampled_from(STATUSES)),
            "certainty": draw(st.sampled_from(("confirmed", "confirmed", "reported", "invited"))),
        }
        for one in membership
    ]
    roles = [{**one, "role": f"role-{n}"} for n, one in enumerate(draw(st.lists(_intervals(), max_size=3)))]
    try:
        return _member(membership=stretches, roles=roles)
    except ValidationError:
        assume(False)
        raise


@settings(deadline=None)
@given(member=_members(), data=st.data())
def test_the_letters_of_a_body_are_its_status_at_the_end_of_each_year(
    member: Member, data: st.DataObject
) -> None:
    spans = years([member], TODAY)
    letters = standing(member, spans)
    assert len(letters) == len(spans)
    place = data.draw(st.integers(0, len(spans) - 1))
    letter, span = letters[place], spans[place]
    status = status_on(member, span.last)
    ever = any(status_on(member, day) for day in _days(span))
    assert letter == (status[0] if status else "~" if ever else "-")
    for one in STATUSES:
        assert (letter == one[0]) == bool(members_on({"it": member}, span.last, one))


@settings(deadline=None)
@given(member=_members(), data=st.data())
def test_the_marks_of_a_role_say_when_it_was_held(member: Member, data: st.DataObject) -> None:
    spans = years([member], TODAY)
    found = dict(held(member, spans))
    place = data.draw(st.integers(0, len(spans) - 1))
    for role in member.roles:
        mark = found[role][place] if role in found else "-"
        on_the_day = role in roles_on(member, spans[place].last)
        ever = any(role.holds(day) for day in _days(spans[place]))
        assert mark == ("1" if on_the_day else "~" if ever else "-")


def _days(span: Span) -> list[date]:
    return [span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1)]


def test_years_begin_with_the_first_that_is_known_and_end_with_today() -> None:
    member = _member(membership=[{"status": "member", "by": "2023-05"}])
    assert years([member], TODAY) == [
        Span(date(2023, 1, 1), date(2023, 12, 31)),
        Span(date(2024, 1, 1), date(2024, 12, 31)),
        Span(date(2025, 1, 1), date(2025, 12, 31)),
        Span(TODAY, TODAY),
    ]
    unknown = _member(membership=[{"status": "member"}])
    assert years([unknown], TODAY) == [Span(TODAY, TODAY)]
    assert years([], TODAY) == [Span(TODAY, TODAY)]


@pytest.mark.parametrize(
    ("stretch", "letters"),
    [
        ({"from": "2023"}, "mmmm"),
        ({"from": "2024-12-31"}, "-mmm"),
        ({"by": "2023-02", "last_seen": "2023-11"}, "~---"),
        ({"from": "2023-02", "to": "2026-11-21"}, "mmmm"),
        ({"from": "2023-02", "to": "2026-11-20"}, "mmm-"),
        ({"to": "2024-03"}, "m~--"),
        ({"from": "2023", "certainty": "reported"}, "----"),
    ],
)
def test_a_body_is_told_no_more_precisely_than_it_is_known(stretch: dict[str, str], letters: str) -> None:
    first = _member(membership=[{"status": "observer", "from": "2023"}])
    member = _member(membership=[{"status": "member", **stretch}])
    assert standing(member, years([first], TODAY)) == letters


def test_the_letters_of_statuses_differ_from_each_other_and_from_all_other_marks() -> None:
    letters = [status[0] for status in STATUSES]
    assert len({*letters, "n", "~", "-"}) == len(letters) + 3


@pytest.fixture(scope="module")
def members(real_site: Site) -> Mapping[str, Any]:
    return real_site.graph.records["members"]


def test_the_real_bodies_stand_in_each_year_as_lists_of_that_day_name_them(
    real_site: Site, members: Mapping[str, Any]
) -> None:
    reader = real_site.tongue("en").reader
    made = bodies.make(reader)
    spans = years(members.values(), reader.today)
    assert spans[0].first.year == 2013
    for place, span in enumerate(spans):
        for status in STATUSES:
            named = {id_ for id_, body in made.items() if body.standing[place] == status[0]}
            assert named == set(members_on(members, span.last, status))


def test_between_november_2023_and_the_end_of_the_year_only_escwa_joined(members: Mapping[str, Any]) -> None:
    """The page of members says so."""
    then, later = date(2023, 11, 30), date(2023, 12, 31)
    assert set(members_on(members, later, "member")) - set(members_on(members, then, "member")) == {"escwa"}
    assert set(members_on(members, then, "member")) <= set(members_on(members, later, "member"))
    assert members_on(members, then, "observer") == members_on(members, later, "observer")
    assert len(members_on(members, then, "observer")) == 14
