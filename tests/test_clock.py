"""The one clock of a build."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from untfsse.clock import now, today


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1795219199", date(2026, 11, 20)),
        ("1795219200", date(2026, 11, 21)),
        ("1795305599", date(2026, 11, 21)),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "Pacific/Honolulu"])
def test_the_day_is_that_of_the_epoch_wherever_the_build_runs(
    epoch: str, day: date, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", zone)
    assert today() == day
    assert now() == datetime.fromtimestamp(int(epoch), UTC)


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_an_epoch_it_is_now(epoch: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=5)
    assert now().tzinfo is UTC
