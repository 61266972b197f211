"""Names of countries, languages and time zones as each language writes them (CLDR, by Babel)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from untfsse.languages import own_locale


@cache
def locale_of(language: str) -> Locale:
    """Return the CLDR locale a language of the site is written in (`data/languages.yml`)."""
    return Locale.parse(own_locale(language))


@cache
def un_names() -> dict[str, dict[str, str]]:
    """Return code → language → name of the countries that the United Nations calls other than CLDR."""
    file = Path(__file__).with_name("country_names.yml")
    names: dict[str, dict[str, str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return names


@cache
def country_name(code: str, language: str) -> str:
    """Return the name of an ISO 3166-1 country in `language`, with typographic apostrophes.

    It is the short name of UNTERM. A region of the world has a name too, under its code of the UN
    (M49): 002 is Africa.
    """
    if language in un_names().get(code, {}):
        return un_names()[code][language]
    known = locale_of(language).territories
    return str(known.get(code) or Locale("en").territories[code]).replace("'", "’")


@cache
def language_name(code: str, language: str) -> str:
    """Return the name of a language in `language`: `French`, `français`; else in English.

    `code` is of ISO 639, or of a language of the site: `zh-Hans`.
    """
    code = code.replace("-", "_")
    there, english = locale_of(language).languages, Locale("en").languages
    names = (names.get(one) for one in (code, code.partition("_")[0]) for names in (there, english))
    return str(next(filter(None, names)))


@cache
def own_name(code: str) -> str:
    """Return what a language calls itself, with a capital: `English`, `Français`, `Español`."""
    locale = Locale.parse(own_locale(code))
    name = locale.languages.get(code.replace("-", "_")) or locale.languages[locale.language]
    return str(name[:1].upper() + name[1:])


@cache
def zone_name(zone: str, language: str) -> str:
    """Return the city an IANA zone is named after: `New York`, `Genève` stays `Zurich`."""
    return str(get_timezone_location(zone, locale=locale_of(language), return_city=True))


def text_direction(code: str) -> str:
    """Return `ltr` or `rtl`: the direction a language is written in (CLDR)."""
    return str(Locale.parse(own_locale(code)).text_direction)


@cache
def with_territory(language: str) -> str:
    """Return a language with a territory, as Open Graph wants it: `en_GB`; the likeliest one (CLDR)."""
    locale = locale_of(language)
    known = get_global("likely_subtags")
    likely = Locale.parse(known.get(str(locale)) or known[locale.language])
    return f"{locale.language}_{locale.territory or likely.territory}"
