"""The addresses of licences that works name as they are printed."""

from __future__ import annotations

import re

_FORM = re.compile(r"CC[ -](BY(?:-NC)?(?:-ND|-SA)?)[ -](\d\.\d)(?:[ -](IGO))?", re.IGNORECASE)
_ZERO = re.compile(r"CC0(?:[ -](\d\.\d))?", re.IGNORECASE)
_ROOT = "https://creativecommons.org"


def licence_address(printed: str) -> str | None:
    """Return the address of a Creative Commons licence, `CC BY-NC-ND 4.0`; None for any other."""
    if found := _FORM.fullmatch(printed.strip()):
        parts = [part.lower() for part in found.groups() if part]
        return "/".join([_ROOT, "licenses", *parts, ""])
    if found := _ZERO.fullmatch(printed.strip()):
        return f"{_ROOT}/publicdomain/zero/{found[1] or '1.0'}/"
    return None
