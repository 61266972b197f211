"""Interface words: the same keys and places to fill in everywhere, and each of them used."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from untfsse.calendars.descriptions import STATUSES as STATUSES_TOLD
from untfsse.editing.forms import FORMS
from untfsse.history import STATUSES
from untfsse.locales import LANGUAGES
from untfsse.open_data import KINDS as KINDS_OF_DATA
from untfsse.open_data import SINGULAR
from untfsse.open_data.columns import columns_of
from untfsse.open_data.envelope import Date, Entry, Header
from untfsse.open_data.envelope import Words as WordsOfData
from untfsse.open_data.fields import fields_of, parts_of
from untfsse.open_data.schemas import MODELS
from untfsse.open_data.tables import REFERENCE
from untfsse.records import KINDS
from untfsse.records.member import Membership
from untfsse.records.publication import Publication
from untfsse.records.site_facts import SiteFacts
from untfsse.selection import HUBS, LISTED_KINDS
from untfsse.site import ABOUT_THIS_SITE
from untfsse.strings import strings_file
from untfsse.subscriptions import FORMATS
from untfsse.translations.pairing import State
from untfsse.translations.standing import TO_DO
from untfsse.views.choices import FILTERS
from untfsse.views.directory import SORTS_OF
from untfsse.views.embed import EMBEDS
from untfsse.views.fields import FACETS_OF
from untfsse.views.glossary import DOMAINS
from untfsse.views.places import KINDS as MAPPED
from untfsse.views.places import NOWHERE
from untfsse.vocabulary import Term
from untfsse.yaml_source import parse


@pytest.fixture(scope="module")
def words(project: Path) -> dict[str, dict[str, str]]:
    """Language → key → words, of the real site."""
    return {one: parse((project / strings_file(one)).read_text("utf-8")) for one in LANGUAGES}


@pytest.fixture(scope="module")
def code(project: Path) -> str:
    """Everything that may use a key."""
    files = [*project.glob("hooks/**/*.py"), *project.glob("overrides/**/*.html")]
    files += [*project.glob("overrides/**/*.md"), project / "mkdocs.yml"]
    return "\n".join(file.read_text("utf-8") for file in sorted(files))


Words = dict[str, dict[str, str]]


def test_every_language_has_the_same_keys_in_the_same_order(words: Words) -> None:
    english = list(words["en"])
    for language in LANGUAGES:
        assert list(words[language]) == english, language


def test_every_language_fills_in_the_same_values(words: Words) -> None:
    for key, english in words["en"].items():
        for language in LANGUAGES:
            places = _places(words[language][key])
            assert places - {"n"} == _places(english) - {"n"}, (language, key)
            assert all(re.fullmatch(r"[a-z]+", place) for place in places), (language, key)


def _places(text: str) -> set[str]:
    """Names in {braces}; raises for braces that do not close."""
    found = {(name, spec, conversion) for _, name, spec, conversion in string.Formatter().parse(text)}
    assert all(not spec and not conversion for _, spec, conversion in found), text
    return {name for name, _, _ in found if name is not None}


def test_every_count_has_words_for_one_and_for_several(words: Words) -> None:
    for language, by_key in words.items():
        stems = {key.rpartition(".")[0] for key in by_key if key.endswith((".one", ".other"))}
        assert stems
        for stem in stems:
            assert {f"{stem}.one", f"{stem}.other"} <= set(by_key), (language, stem)
            assert "n" in _places(by_key[f"{stem}.other"]), (language, stem)


def test_words_have_no_space_around_them_and_no_markup(words: Words) -> None:
    for language, by_key in words.items():
        for key, text in by_key.items():
            assert text == text.strip(), (language, key)
            assert not re.search(r"<[a-z/]|&[a-z#0-9]+;|\]\(|\*|`", text), (language, key)


_FORMS = ("one", "other")

_DATA_MODELS: list[type[BaseModel]] = [*MODELS.values(), SiteFacts, Term, Header, Entry, WordsOfData, Date]
_DATA = [field for top in _DATA_MODELS for model in (top, *parts_of(top)) for field in fields_of(model)]
"""Every field of the published data."""

_FAMILIES: Mapping[str, set[str]] = {
    "interval.{}": {
        "from.to-come",
        *(f"{start}.{end}" for start, end in product(("from", "by", "unknown"), ("open", "to", "last-seen"))),
    },
    "calendars.{}": set(STATUSES_TOLD),
    "directory.{}": {*LISTED_KINDS, *(f"{kind}.{form}" for kind, form in product(LISTED_KINDS, _FORMS))},
    "directory.by-{}": {facet for facets in FACETS_OF.values() for facet in facets},
    "directory.count-{}": {f"{status}.{form}" for status, form in product(STATUSES, _FORMS)},
    "directory.group-{}": {"upcoming", "none", *STATUSES},
    "directory.sort-{}": {sort for sorts in SORTS_OF.values() for sort in sorts},
    "data.{}": {field.words.removeprefix("data.") for field in _DATA},
    "data.column.{}": {one.words.rpartition(".")[2] for model in MODELS.values() for one in columns_of(model)}
    - {""},
    "data.document.{}": {"type", "count", "records", "changed", "pages", "documents"},
    "data.form.{}": {field.form for field in _DATA if not field.refers},
    "data.id.{}": {field.refers for field in _DATA} - {""},
    "data.part.{}": {"pages", "reference", "party", "place", "source"},
    "data.references.{}": {name.replace("_", "-") for name in REFERENCE},
    "data.schema.{}": {
        *KINDS_OF_DATA,
        *SINGULAR.values(),
        "all",
        "site",
        "vocabularies",
        "references",
        "index",
    },
    "feed.{}": {"news", "events", "publications", "themes", "sdgs"},
    "embed.{}": {f"{name}{end}" for name, end in product(EMBEDS, ("", ".all", ".frame"))},
    "footer.{}": set(ABOUT_THIS_SITE),
    "form.{}": set(FORMS),
    "glossary.{}": set(DOMAINS),
    "map.{}": {*MAPPED, "several"},
    "map.is.{}": set(MAPPED),
    "map.nowhere.{}": set(NOWHERE),
    "kind.{}": {*KINDS, *HUBS, "news", "pages", "hubs"},
    "list.{}": {"events", "publications", "projects", "members", "plans", "news"},
    "member.{}": set(get_args(Membership.model_fields["certainty"].annotation)) - {"confirmed"},
    "older.{}": {f"{state}.{form}" for state, form in product(TO_DO, _FORMS)},
    "older.is-{}": {"missing", "orphaned"},
    "publication.goals-{}": set(get_args(Publication.model_fields["sdgs_basis"].annotation)),
    "record.{}": {"draft", "publish", "withdraw"},
    "relation.{}": {
        f"{relation}{end}" for relation, end in product(("supersedes", "adopts", "part-of"), ("", ".back"))
    },
    "search.{}": set(FILTERS),
    "section.{}": {*LISTED_KINDS, "membership", "roles", "about"},
    "status.{}": {f"{state}.{form}" for state, form in product((*TO_DO, State.ADDED), _FORMS)},
    "status.column.{}": {"right", *TO_DO, "words"},
    "subscribe.{}": set(FORMATS),
    "zone.{}": {"europe-zurich"},
}
"""Keys that the code puts together, with every value they are put together from."""


def test_every_key_the_code_asks_for_exists(words: Words, code: str) -> None:
    known = _known(words)
    asked = {key for key, rest in _asked(code) if not rest}
    assert len(asked) > 60
    assert asked - known == set()


def _asked(code: str) -> list[tuple[str, str]]:
    """Each literal given to the words, with what is put behind it, if anything."""
    return re.findall(
        r"""(?:\bt|\bstrings|\bwords|_strings|\])(?:\.count)?\(\s*"([a-z][a-z.-]*)"( ~)?""", code
    )


def _known(words: Words) -> set[str]:
    """Every key, and those of counts without their ending."""
    keys = set(words["en"])
    return keys | {key.rpartition(".")[0] for key in keys if key.endswith((".one", ".other"))}


def test_every_key_the_code_puts_together_exists(words: Words, code: str) -> None:
    in_python = re.findall(r"""(?:\bt|\bstrings)\(\s*f"([a-z.-]+)\{""", code)
    in_templates = [key for key, rest in _asked(code) if rest]
    assert {f"{start}{{}}" for start in (*in_python, *in_templates)} <= set(_FAMILIES)
    assert _made() - _known(words) == set()


def _made() -> set[str]:
    return {family.format(value) for family, values in _FAMILIES.items() for value in values}


def test_every_key_is_used(words: Words, code: str) -> None:
    quoted = set(re.findall(r"""["']([a-z][a-z0-9.-]*)["']""", code))
    in_navigation = set(re.findall(r"- (nav\.[a-z-]+):", code))
    used = quoted | in_navigation | _made()
    unused = {key for key in words["en"] if {key, re.sub(r"\.(one|other)$", "", key)}.isdisjoint(used)}
    assert unused == set()
