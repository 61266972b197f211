"""The languages of the site, and a text that exists in several of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from untfsse.inline import refused
from untfsse.languages import SOURCE, Languages
from untfsse.problems import nearest

DEFAULT = SOURCE
"""Served at the root of the site; the language that `x-default` names."""

LANGUAGES = Languages()
"""Codes of all languages, in the order of the language bar: `data/languages.yml` lists them."""

TRANSLATED = Languages(but=DEFAULT)
"""Codes of the languages that are translated into."""


class Phrase(NamedTuple):
    """A text as one language shows it."""

    text: str
    """The words, as written in the record."""

    language: str
    """The language these words are in; not always the language of the page."""


class Text:
    """One text in several languages: `{en: …, fr: …, es: …}`."""

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)

    def __getitem__(self, language: str) -> str:
        return self._words[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __contains__(self, language: object) -> bool:
        return language in self._words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self._words == other._words

    def __hash__(self) -> int:
        return hash(tuple(self._words.items()))

    def __repr__(self) -> str:
        return f"Text({self._words!r})"

    def keys(self) -> Iterator[str]:
        """Languages, so that `dict(text)` works."""
        return iter(self._words)

    def items(self) -> list[tuple[str, str]]:
        """Language and words, in the order of `LANGUAGES`."""
        return list(self._words.items())

    def shown(self, language: str, original: str = DEFAULT) -> Phrase:
        """Return the words for `language`, else the original ones, else the first there are."""
        for candidate in (language, original, *self._words):
            if candidate in self._words:
                return Phrase(self._words[candidate], candidate)
        raise LookupError("a Text is never empty")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        words = core_schema.no_info_after_validator_function(_words, core_schema.str_schema(strict=True))
        code = core_schema.no_info_plain_validator_function(site_language)
        by_language = core_schema.dict_schema(code, words, strict=True)
        return core_schema.with_info_after_validator_function(
            cls._made,
            by_language,
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )

    @classmethod
    def _made(cls, words: dict[str, str], info: Any) -> Text:
        original = getattr(info.context, "original", DEFAULT)
        if original and original not in words:
            raise PydanticCustomError("original-missing", "original-missing", {"language": original})
        return cls({language: words[language] for language in LANGUAGES if language in words})


class Translations(Text):
    """A text that need not exist in the language the record is written in."""

    __slots__ = ()

    @classmethod
    def _made(cls, words: dict[str, str], info: Any) -> Text:
        if not words:
            raise PydanticCustomError("empty", "empty")
        return cls({language: words[language] for language in LANGUAGES if language in words})


def site_language(code: str) -> str:
    """Return `code` if it is a language of the site; else raise PydanticCustomError."""
    if code not in LANGUAGES:
        values = {"given": code, "expected": tuple(LANGUAGES), "near": nearest(code, LANGUAGES)}
        raise PydanticCustomError("text-language", "text-language", values)
    return code


def _words(value: str) -> str:
    value = value.strip()
    if not value:
        raise PydanticCustomError("empty", "empty")
    for key, values in refused(value):
        raise PydanticCustomError(key, key, values)
    return value
