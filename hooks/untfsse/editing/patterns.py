"""What a value looks like, as patterns that Python and browsers read alike (ECMA-262 with the flag `u`)."""

from __future__ import annotations

_UNSAFE = r"\s<>\x22'`\\{}|^\u0000-\u001f"
_HOST = r"[A-Za-z0-9\u00c0-\u024f_-]"
_SECURE = rf"https://(?:{_HOST}+\.)+{_HOST}+(?::[0-9]+)?(?:[/?#][^{_UNSAFE}]*)?"
_MAIL = rf"mailto:[^{_UNSAFE}@/?]+@[^{_UNSAFE}@/?]+\.[a-z]+(?:\?[^{_UNSAFE}]*)?"
_PAGE = rf"/(?!/)(?![^\s]*\.\.)[^{_UNSAFE}]*"
_ANY = rf"(?:{_SECURE}|{_MAIL}|{_PAGE})"

ADDRESS = f"^{_ANY}$"
"""https:// or mailto:, or a page of this site: what `addresses.refusal` lets pass."""

_BLOCK = r"(?:[^]*\n)?\s{0,3}(?:#{1,6}\s|[-+*]\s|[0-9]+[.)]\s|>|```|~~~| {4})"
_HTML = r"[^]*<[A-Za-z/!?]"
_MACRO = r"[^]*[{][#%{]"
_LINK = rf"[^]*\]\(\s*<?(?!{_ANY}[)> \t\n])"

WORDS = "".join(f"(?!{one})" for one in (r"\s*$", _BLOCK, _HTML, _MACRO, _LINK)).replace("[^]", r"[\s\S]")
WORDS = f"^{WORDS}"
"""Text with emphasis and links at most: what `inline.refused` lets pass."""

LONGEST = 3000

_LONG = "0[13578]|1[02]"
_LEAP = "(?:(?:1[89]|2[01])(?:0[48]|[2468][048]|[13579][26])|2000)-02-29"
_DAY = f"(?:{_LONG})-31|(?:{_LONG}|0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])"
_YEAR = "(?:1[89]|2[01])[0-9]{2}"
_TIME = "[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]"

DATE = f"^(?:{_YEAR}(?:-(?:0[1-9]|1[0-2]))?|(?:{_YEAR}-(?:{_DAY})|{_LEAP})(?:{_TIME})?)$"
"""A year from 1800 to 2199, a month, a day that exists, or a day and a time."""

DAY = f"^(?:{_YEAR}-(?:{_DAY})|{_LEAP})$"
"""A day that exists."""

WITH_TIME = f"{_TIME}$"
"""A date with a time of day."""

ID = "^[a-z0-9]+(?:-[a-z0-9]+)*$"
AREA = "^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$"
ZONE = r"^(?:UTC|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+)+)$"
ISBN = "^(?:97[89])?[0-9-]{9,14}[0-9Xx]$"
DOI = r"^10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\x22<>]+$"
SYMBOL = (
    r"^(?:[A-Z][A-Za-z]*(?:/[A-Z0-9][A-Za-z0-9.()-]*)+"
    r"|ILC\.[0-9]+/[A-Z][A-Za-z. ]*[IVXL0-9()A-Z]*"
    r"|[0-9]+(?:st|nd|rd|th) [A-Z]+, [A-Z][A-Za-z ]+ [0-9]+)$"
)
COLOUR = "^#[0-9a-f]{6}$"
OLD_ADDRESS = "^/"
