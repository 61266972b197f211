"""Curly quotation marks around an id, a date, an address: `kind: “conference”` is no kind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from untfsse.problems import Problem

_AROUND = re.compile(r"[“”„‟«‘’‚‹][ \u00a0\u202f]*(?P<inside>[^“”„‟«»‘’‚‹›\n]*?)[ \u00a0\u202f]*[“”‟»‘’›]")
_PLAIN = re.compile(r"[A-Za-z0-9/][^:#]*|[A-Za-z]+://[^\s#]+")
"""What needs no quotation marks in YAML."""


def without_quotes(text: str, problems: Iterable[Problem]) -> str:
    """Return a file without curly marks around values that are refused for them, as its `problems` say."""
    lines = text.split("\n")
    for problem in problems:
        given = str(problem.values.get("value", ""))
        found = _AROUND.fullmatch(given)
        if problem.key == "yaml-curly" and found and _PLAIN.fullmatch(found["inside"]):
            number = problem.line - 1
            if 0 <= number < len(lines) and lines[number].count(given) == 1:
                lines[number] = lines[number].replace(given, found["inside"])
    return "\n".join(lines)
