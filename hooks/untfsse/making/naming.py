"""A name for a new file: its date and a few words of its title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import Any

from untfsse.locales import LANGUAGES
from untfsse.making.questions import NEWS
from untfsse.records.base import ID_FORM, RESERVED_IDS

_SMALL = re.compile(
    "a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|with|de|des|du|et|la|le|les|un|une|y|el|los"
)
"""Words that tell nothing in a name."""

_WORDS = 6
_LONGEST = 60
"""Characters of the words; an id has at most 80."""


def suggested(kind: str, fields: dict[str, Any], taken: Container[str]) -> str:
    """Return a name that no record of the kind has yet; empty where the fields hold no word for it."""
    words = _words(_title(kind, fields))
    if kind in ("events", NEWS):
        words = "-".join(filter(None, (str(fields.get("start") or fields.get("date") or "")[:10], words)))
    elif kind == "plans":
        words = "-".join(str(fields.get(field, ""))[:4] for field in ("start", "end"))
    elif kind == "publications":
        words = "-".join(filter(None, (words, str(fields.get("date", ""))[:4])))
    if not ID_FORM.fullmatch(words):
        return ""
    if words in RESERVED_IDS or words in LANGUAGES:
        words += "-1"
    return next(one for one in (words, *(f"{words}-{n}" for n in range(2, 10_000))) if one not in taken)


def _title(kind: str, fields: dict[str, Any]) -> str:
    if kind == "members" and isinstance(fields.get("acronym"), str):
        return str(fields["acronym"])
    if kind == "publications":
        versions = fields.get("versions") or [{}]
        return str(versions[0].get("title", ""))
    said = fields.get("name" if kind == "members" else "title", "")
    return str(next(iter(said.values()), "")) if isinstance(said, dict) else str(said)


def _words(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    every = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in every if not _SMALL.fullmatch(word)] or every
    chosen: list[str] = []
    for word in telling[:_WORDS]:
        if len("-".join((*chosen, word))) > _LONGEST:
            break
        chosen.append(word)
    return "-".join(chosen)
