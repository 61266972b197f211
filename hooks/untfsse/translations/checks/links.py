"""Same links: to the same page of this site, to the same address outside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote, urlsplit

from untfsse.translations.checks.belonging import Found, Lack, compare
from untfsse.translations.checks.side_by_side import Finding, SideBySide
from untfsse.translations.units import Unit

_LINK = re.compile(
    r"\]\(<?([^()\s>]+(?:\([^()\s]*\)[^()\s>]*)?)>?(?: \"[^\"]*\")?\)|((?:https?://|mailto:)[^\s<>()\]`]+)"
)
_LANGUAGE = re.compile(
    r"(?:\bdeed\.|\b(?:lang|language|locale|hl|ln)=)?(?<![a-z0-9])(?:en|fr|es|ar|pt|eng|fre|fra|spa|esp|english|french|spanish|espanol|francais)(?![a-z0-9])"
)
_JOINTS = re.compile(r"[^a-z0-9]+")


def look(document: SideBySide) -> Iterator[Finding]:
    """Yield each link that one side lacks."""
    folder = posixpath.dirname(document.name.removeprefix("page:"))
    for one in compare(document, partial(_links, folder)):
        if isinstance(one, Lack):
            values = {"given": one.written, "source": document.where(one.source)}
            yield Finding(one.translation, "translation-link-missing", values)
        else:
            values = {"given": one.written, "near": one.meant, "source": document.where(one.source)}
            yield Finding(one.translation, "translation-link-added", values)


def _links(folder: str, unit: Unit) -> Found:
    """Where the links of a unit lead → how they are written."""
    written = (inline or bare.rstrip(".,;:!?") for inline, bare in _LINK.findall(unit.text))
    return {_where(one, folder): one for one in written}


def _where(address: str, folder: str) -> str:
    """Return what two addresses have in common that lead to the same in two languages.

    Headings are called differently, so a part of a page is as good as another; an address outside may name
    the language (`/fr/`, `?lang=es`, `_en.pdf`) or not.
    """
    parts = urlsplit(address)
    if not parts.scheme and not parts.netloc:
        return posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else "#"
    bare = f"{parts.netloc}{parts.path}?{parts.query}".lower().removeprefix("www.")
    return _JOINTS.sub("/", _LANGUAGE.sub("", bare)).strip("/")
