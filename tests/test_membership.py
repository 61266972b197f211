"""The history of a body: its stretches in order, none over another."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from untfsse.records.member import Member, Membership


def _history(*stretches: dict[str, str]) -> list[str]:
    """What is wrong with a body's history."""
    data: dict[str, Any] = {"id": "x", "kind": "network", "name": {"en": "X"}}
    data["membership"] = [{"status": "member", **one} for one in stretches]
    try:
        Member.model_validate(data)
    except ValidationError as refusal:
        return [one["type"] for one in refusal.errors()]
    return []


def test_a_history_that_overlaps_is_refused() -> None:
    assert _history({"from": "2014", "to": "2018"}, {"from": "2016"}) == ["interval-overlap"]
    assert _history({"from": "2014"}, {"from": "2016", "to": "2018"}) == ["interval-overlap"]
    assert _history({}, {}) == ["interval-overlap"]
    assert _history({"from": "2014", "to": "2016"}, {"from": "2016"}) == []


def test_a_history_that_is_not_in_order_is_refused() -> None:
    assert _history({"from": "2016", "to": "2018"}, {"from": "2014", "to": "2015"}) == ["interval-order"]


def test_a_body_without_a_history_is_refused() -> None:
    assert _history() == ["empty"]


def test_a_formal_date_before_the_first_activity_is_refused() -> None:
    stretch = {"status": "member", "from": "2014", "active_since": "2016", "formalised_on": "2015"}
    with pytest.raises(ValidationError) as refusal:
        Membership.model_validate(stretch)
    assert [one["type"] for one in refusal.value.errors()] == ["formal-before-active"]
    Membership.model_validate({**stretch, "formalised_on": "2016"})
