"""Which addresses may be published: https, mailto and pages of this site (OWASP, XSS prevention)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_FORBIDDEN = re.compile(r"[\s<>\"'`\\{}|^\x00-\x1f]")
_MAIL = re.compile(r"[^@/?]+@[^@/?]+\.[a-z]+")


def refusal(address: str) -> str | None:
    """Return the key of the message that refuses `address`, or None where it may be published."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return "address"
    if _FORBIDDEN.search(address):
        return "address"
    if parts.scheme == "https":
        return None if host and "." in host and not parts.username else "address"
    if parts.scheme == "mailto":
        return None if _MAIL.fullmatch(parts.path) else "address"
    if address.startswith("/") and not address.startswith("//") and ".." not in address:
        return None
    return "address-http" if parts.scheme == "http" else "address"
