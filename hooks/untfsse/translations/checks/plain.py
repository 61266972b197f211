"""The words of a unit, without what is not written for readers."""

from __future__ import annotations

import re
from functools import lru_cache

from untfsse.translations import units

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_FILLED_IN = re.compile(r"\{[^{}\s]+\}")
_CODE = re.compile(r"`[^`]*`")
_ADDRESS = re.compile(r"(?<=\])\([^()\s]*(?: \"[^\"]*\")?\)|<?(?:https?://|mailto:)[^\s>)]+>?|<[^<>]*>")
_MARKS = re.compile(r"\[\^[^\]]*\]|[*\[\]]")
_NAMED = re.compile(r"\*[^*]+\*|\[[^\]]*\](?=\()|“[^”]*”|‘[^’]*’|«[^»]*»|\"[^\"]*\"")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text without code, macro calls, words in {braces}, addresses and marks."""
    return _MARKS.sub("", _bare(text))


def unquoted(text: str) -> str:
    """Return the same without what is quoted, emphasized or the words of a link: titles of works, names."""
    return _MARKS.sub("", _bare(_NAMED.sub(" ", text.replace("**", ""))))


def shown(text: str) -> str:
    """Return the beginning of a text without all that, for messages."""
    return units.shown(plain(text))


def _bare(text: str) -> str:
    return _ADDRESS.sub(" ", _CODE.sub(" ", _FILLED_IN.sub(" ", _CALL.sub(" ", text))))
