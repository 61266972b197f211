"""The one clock of a build."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def now() -> datetime:
    """Return `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org) or the present, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def today() -> date:
    """Return the day of the build, in UTC."""
    return now().date()
