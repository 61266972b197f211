"""Days on which something appears on the site and goes from it: whole days in UTC."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from untfsse.records.dates import When


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, dict | list):
        raise PydanticCustomError("string_type", "string_type")
    when = When._validate(value)
    if when.precision != "day":
        raise PydanticCustomError("day-needed", "day-needed", {"given": str(value)})
    return when.first


Day = Annotated[date, BeforeValidator(_day)]
"""A whole day in UTC, such as 2026-12-01."""


def after_publish(withdraw: date | None, info: ValidationInfo) -> date | None:
    """Return the day something goes; raise where it does not lie after the day it appears."""
    publish = info.data.get("publish")
    if withdraw and publish and withdraw <= publish:
        given = {"publish": str(publish), "withdraw": str(withdraw)}
        raise PydanticCustomError("withdraw-too-early", "withdraw-too-early", given)
    return withdraw
