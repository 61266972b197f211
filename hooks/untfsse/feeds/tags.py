"""Names of entries and feeds that last for ever: tag URIs (RFC 4151)."""

from __future__ import annotations

AUTHORITY = "unsse.org,2026"
"""A name of the task force and a year in which it was its own. Never change it, even if the site moves:
readers would be shown everything again as new."""


def tag(language: str, name: str) -> str:
    """Return the identity of what is at `name` in `language`: `tag:unsse.org,2026:fr/events/<id>`.

    It rests on the name of the file alone, so that a new title, date or host leaves it as it is. A file
    that is given another name is another entry.
    """
    return f"tag:{AUTHORITY}:{language}/{name}"


def scheme(list_: str) -> str:
    """Return the identity of a closed list that categories are taken from."""
    return f"tag:{AUTHORITY}:{list_}"
