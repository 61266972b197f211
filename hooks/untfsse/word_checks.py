"""What `untfsse check` asks of the words beyond what a build needs: complete, correct, plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from untfsse.checking import Checked
from untfsse.language_rules import faults
from untfsse.languages import unfinished
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.page_markup import without_code
from untfsse.problems import Problem
from untfsse.prose import Prose, is_about_record
from untfsse.spots import Place, locate_value, place_in
from untfsse.store import path_of, positions_in
from untfsse.strings import strings_file
from untfsse.validation import field_name

_HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]+)\]\(")
_ADDRESS = re.compile(r"(?<=\]\()[^)\s]+|<?https?://[^\s>)]+>?")
_ADMONITION = re.compile(r'^(!!! \w+ )"([^"\n]*)"[ \t]*$', re.MULTILINE)
_EMPTY_WORDS = {
    "en": {"here", "click here", "this link", "this page", "link", "more", "read more"},
    "fr": {"ici", "cliquez ici", "ce lien", "cette page", "lien", "plus", "lire la suite"},
    "es": {"aquí", "haga clic aquí", "este enlace", "esta página", "enlace", "más", "leer más"},
}
_DESCRIPTION = (50, 160)


def check_words(checked: Checked) -> Iterator[Problem]:
    """Yield every breach of the rules of language in pages, records and interface words."""
    avoid = avoided(checked)
    places = cache(partial(positions_in, checked.store))
    yield from _missing_pages(checked)
    for language, pages in checked.prose.items():
        for page in pages.values():
            yield from check_page(page, language, avoid)
    for kind, records in checked.store.records.items():
        for id_, record in records.items():
            for path, text in record.texts():
                for language, words in text.items():
                    for fault in faults(language, words, avoid):
                        file = path_of(kind, id_)
                        line, column = locate_value((*path, language), places(file), words, fault.at)
                        field = field_name((*path, language))
                        yield Problem(file, line, column, field, fault.key, fault.values)
    for language, strings in checked.strings.items():
        file = strings_file(language)
        found = (
            (key, words, one) for key, words in strings.items() for one in faults(language, words, avoid)
        )
        for key, words, fault in found:
            line, column = locate_value((key,), places(file), words, fault.at)
            yield Problem(file, line, column, key, fault.key, fault.values)


def to_translate(checked: Checked) -> Iterator[Problem]:
    """Yield what a language lacks that is still being added: no mistake, so told apart from the others."""
    source, keys = checked.prose[DEFAULT], checked.strings[DEFAULT].keys()
    for language in LANGUAGES:
        if unfinished(language) and language in checked.strings:
            pages = len(source.keys() - checked.prose[language].keys())
            words = sum(not checked.strings[language].is_own(key) for key in keys)
            values = {"language": language, "pages": pages, "words": words}
            yield Problem(f"docs/{language}", 0, 1, "", "to-translate", values)


def avoided(checked: Checked) -> Mapping[str, Sequence[str]]:
    """Return language → the forms that the glossary says to avoid."""
    terms = checked.store.vocabulary.get("glossary", {}).values()
    return {one: [form for term in terms for form in term.avoid.in_language(one)] for one in LANGUAGES}


def _missing_pages(checked: Checked) -> Iterator[Problem]:
    for name, page in checked.prose[DEFAULT].items():
        for language in LANGUAGES:
            if name not in checked.prose[language] and not unfinished(language):
                values = {"file": f"docs/{language}/{name}.md"}
                yield Problem(page.file, 0, 1, "", "page-untranslated", values)


def check_page(page: Prose, language: str, avoid: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Yield every breach in one page; `avoid` are the forms of terms that must not be used."""
    text = _ADDRESS.sub(lambda found: " " * len(found[0]), without_code(page.body))
    text = _ADMONITION.sub(lambda found: f"{' ' * len(found[1])} {found[2]} ", text)
    for fault in faults(language, text, avoid):
        yield _at(page, text, fault.at, fault.key, fault.values)
    yield from _headings(page, text)
    for link in _LINK.finditer(page.body):
        if link[1].strip().lower() in _EMPTY_WORDS.get(language, ()):
            yield _at(page, page.body, link.start(), "link-words", {"given": link[1]})
    if page.top is None or is_about_record(page.name):
        return
    for field, words in (("title", page.top.title), ("description", page.top.description)):
        for fault in faults(language, words, avoid):
            line, column = locate_value((field,), page.places, words, fault.at)
            yield Problem(page.file, line, column, field, fault.key, fault.values)
    yield from length_of(page.top.description, page.file, locate_value(("description",), page.places))


def length_of(description: str, file: str, place: Place = (1, 1)) -> Iterator[Problem]:
    """Yield a problem where the description of a page is too short or too long for lists of results."""
    length = len(description)
    if not _DESCRIPTION[0] <= length <= _DESCRIPTION[1]:
        values = {"length": length, "least": _DESCRIPTION[0], "most": _DESCRIPTION[1]}
        yield Problem(file, *place, "description", "description-length", values)


def _headings(page: Prose, text: str) -> Iterator[Problem]:
    level = 1
    for heading in _HEADING.finditer(text):
        depth = len(heading[1])
        if depth == 1:
            yield _at(page, text, heading.start(), "heading-first", {})
        elif depth > level + 1:
            values = {"given": "#" * depth, "right": "#" * (level + 1)}
            yield _at(page, text, heading.start(), "heading-skipped", values)
        level = depth


def _at(page: Prose, text: str, at: int, key: str, values: Mapping[str, object]) -> Problem:
    line, column = place_in(text, at)
    return Problem(page.file, line, column, "", key, values)
