"""What a form says to its reader: short names, which its script knows, and the keys of the words."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "summary": "form.errors",
    "required": "form.error.required",
    "words": "form.error.words",
    "long": "form.error.long",
    "description": "form.error.description",
    "address": "form.error.address",
    "date": "form.error.date",
    "number": "form.error.number",
    "symbol": "form.error.symbol",
    "doi": "form.error.doi",
    "choice": "form.error.choice",
    "order": "form.error.order",
    "zone": "form.error.zone",
    "precision": "form.error.precision",
    "place": "form.error.place",
    "either": "form.error.either",
    "twice": "form.error.twice",
    "clock": "form.error.clock",
    "mail": "form.error.mail",
    "question": "form.error.question",
    "markdown": "form.error.markdown",
    "item": "form.item",
}
"""Name → key in `strings.yml`."""
