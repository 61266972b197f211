"""Same links: to the same page of this site, to the same address outside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache, partial
from urllib.parse import unquote, urlsplit

from babel.core import get_global

from untfsse.languages import SOURCE
from untfsse.locales import LANGUAGES
from untfsse.names import language_name, own_name
from untfsse.search_words import folded
from untfsse.translations.checks.belonging import Found, Lack, compare
from untfsse.translations.checks.side_by_side import Finding, SideBySide
from untfsse.translations.units import Unit

_LINK = re.compile(
    r"\]\(<?([^()\s>]+(?:\([^()\s]*\)[^()\s>]*)?)>?(?: \"[^\"]*\")?\)|((?:https?://|mailto:)[^\s<>()\]`]+)"
)
_JOINTS = re.compile(r"[^a-z0-9]+")

_OTHER_NAMES = {"es": ("esp",)}
"""How else addresses call a language."""


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


@cache
def language_pattern(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Match how addresses name languages: `fr`, `fra`, `fre` (ISO 639), `french`, `francais`, `lang=fr`."""
    aliases = get_global("language_aliases")
    names = {
        form
        for code in codes
        for form in (
            code.lower(),
            *(alias for alias, meant in aliases.items() if meant == code),
            *_OTHER_NAMES.get(code, ()),
            folded(language_name(code, SOURCE)),
            folded(own_name(code)),
        )
    }
    either = "|".join(sorted(map(re.escape, filter(None, names)), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?:(?:lang|language|locale|hl|ln)=|deed\.))?(?<![a-z0-9])(?:{either})(?![a-z0-9])"
    )


def _links(folder: str, unit: Unit) -> Found:
    """Where the links of a unit lead → how they are written."""
    written = (inline or bare.rstrip(".,;:!?") for inline, bare in _LINK.findall(unit.text))
    return {_where(one, folder): one for one in written}


def _where(address: str, folder: str) -> str:
    """Return what two addresses have in common that lead to the same in two languages.

    Headings are called differently, so a part of a page is as good as another; an address outside may name
    the language (`/fr/`, `?lang=es`, `_en.pdf`, `deed.fr` of Creative Commons) or not.
    """
    parts = urlsplit(address)
    if not parts.scheme and not parts.netloc:
        return posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else "#"
    bare = f"{parts.netloc}{parts.path}?{parts.query}".lower().removeprefix("www.")
    return _JOINTS.sub("/", language_pattern(tuple(LANGUAGES)).sub("", bare)).strip("/")
