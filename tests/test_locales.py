"""Texts in several languages: which words are shown where a translation is missing."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from pydantic import TypeAdapter, ValidationError

from untfsse.locales import DEFAULT, LANGUAGES, Phrase, Text, Translations

_TEXT = TypeAdapter(Text)


def test_the_languages_stand_in_the_order_of_the_united_nations() -> None:
    assert LANGUAGES == ("en", "fr", "es")
    assert DEFAULT == "en"


@pytest.mark.parametrize(
    ("words", "language", "original", "shown"),
    [
        ({"en": "a", "fr": "b", "es": "c"}, "fr", "en", Phrase("b", "fr")),
        ({"en": "a", "es": "c"}, "fr", "en", Phrase("a", "en")),
        ({"en": "a", "es": "c"}, "fr", "es", Phrase("c", "es")),
        ({"es": "c"}, "fr", "en", Phrase("c", "es")),
        ({"fr": "b", "es": "c"}, "en", "en", Phrase("b", "fr")),
    ],
)
def test_a_missing_translation_is_shown_in_the_language_of_the_record(
    words: dict[str, str], language: str, original: str, shown: Phrase
) -> None:
    assert Text(words).shown(language, original) == shown


def test_a_text_without_words_shows_nothing_rather_than_something_wrong() -> None:
    with pytest.raises(LookupError):
        Text({}).shown("en")


def test_the_words_stand_in_the_order_of_the_languages_whatever_the_file_says() -> None:
    text = _TEXT.validate_python({"es": "c", "en": "a", "fr": "b"})
    assert list(text) == list(LANGUAGES)
    assert text.items() == [("en", "a"), ("fr", "b"), ("es", "c")]
    assert dict(text) == _TEXT.dump_python(text) == {"en": "a", "fr": "b", "es": "c"}
    assert ("fr" in text, "pt" in text) == (True, False)
    assert text["fr"] == "b"


def test_texts_with_the_same_words_are_the_same() -> None:
    one, other = Text({"en": "a"}), Text({"en": "a"})
    assert one == other
    assert hash(one) == hash(other)
    assert one != Text({"en": "b"})
    assert one != "a"


def test_spaces_around_the_words_are_dropped() -> None:
    assert _TEXT.validate_python({"en": " a\n"})["en"] == "a"


@pytest.mark.parametrize(
    ("given", "original", "keys"),
    [
        ("one text", "en", ["dict_type"]),
        (["one text"], "en", ["dict_type"]),
        ({}, "en", ["original-missing"]),
        ({"fr": "b"}, "en", ["original-missing"]),
        ({"en": "a"}, "es", ["original-missing"]),
        ({"en": "a", "pt": "d"}, "en", ["text-language"]),
        ({"en": ""}, "en", ["empty"]),
        ({"en": "  "}, "en", ["empty"]),
        ({"en": ["a"]}, "en", ["string_type"]),
        ({"en": "a", "fr": "<b>b</b>"}, "en", ["inline-html"]),
        ({"en": "{{ events() }}"}, "en", ["inline-macro"]),
    ],
)
def test_a_text_that_is_not_one_is_refused(given: object, original: str, keys: list[str]) -> None:
    with pytest.raises(ValidationError) as refusal:
        _TEXT.validate_python(given, context=SimpleNamespace(original=original))
    assert [one["type"] for one in refusal.value.errors()] == keys


def test_translations_need_not_exist_in_the_language_of_the_record() -> None:
    translations = TypeAdapter(Translations)
    assert dict(translations.validate_python({"fr": "b"})) == {"fr": "b"}
    with pytest.raises(ValidationError):
        translations.validate_python({})
