"""How the real texts are typeset: what French, Spanish and every language ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from untfsse.locales import LANGUAGES, Text
from untfsse.records.leaves import leaves
from untfsse.site import Site
from untfsse.strings import strings_file
from untfsse.yaml_source import parse


@pytest.fixture(scope="module")
def texts(real_site: Site, project: Path) -> list[tuple[str, str, str]]:
    """Where, language and words of records, buttons and tops of pages; `test_words` reads the pages."""
    return list(_texts(real_site, project))


def _texts(site: Site, project: Path) -> Iterator[tuple[str, str, str]]:
    store = site.checked.store
    named: list[tuple[str, Text]] = []
    for kind, records in store.records.items():
        for id_, record in records.items():
            named += [(f"data/{kind}/{id_}.yml", text) for _, text in record.texts()]
    for name, terms in store.vocabulary.items():
        for term in terms.values():
            named += [(f"data/vocabulary/{name}.yml", one) for one in (term.label, term.description) if one]
    assert store.site is not None
    named += [("data/site.yml", text) for _, marker, text in leaves(store.site) if marker is Text]
    for where, text in named:
        yield from ((where, language, words) for language, words in text.items())
    for language in LANGUAGES:
        file = strings_file(language)
        for words in parse((project / file).read_text("utf-8")).values():
            yield file, language, words
        for page in site.checked.prose[language].values():
            top = (page.top.title, page.top.description) if page.top else ()
            for words in top:
                yield page.file, language, words


def test_french_has_a_no_break_space_inside_quotes_and_before_double_signs(
    texts: list[tuple[str, str, str]],
) -> None:
    french = [(where, words) for where, language, words in texts if language == "fr"]
    assert len(french) > 1000
    assert [f"{where}: {fault}" for where, words in french for fault in _french_faults(words)] == []


_FRENCH = re.compile(r"(?<![\u00a0\u202f?!;:»])[:;?!»](?<!\d:(?=\d))|«(?![\u00a0\u202f])")


def _french_faults(words: str) -> list[str]:
    words = re.sub(r"(https?://|mailto:)\S+", "", words)
    return [words[max(0, one.start() - 20) : one.end() + 10] for one in _FRENCH.finditer(words)]


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        ("un mot\u00a0: deux\u202f; trois\u202f?", 0),
        ("«\u00a0un mot\u00a0»", 0),
        ("à 10:30, voir https://x.org/a?b=c;d", 0),
        ("quoi\u202f?!", 0),
        ("un mot : deux", 1),
        ("un mot: deux", 1),
        ("quoi?", 1),
        ("« un mot »", 2),
        ("«un mot»", 2),
    ],
)
def test_the_rule_for_french_finds_what_it_is_for(words: str, faults: int) -> None:
    assert len(_french_faults(words)) == faults


def test_spanish_opens_its_questions_and_exclamations(texts: list[tuple[str, str, str]]) -> None:
    spanish = [(where, words) for where, language, words in texts if language == "es"]
    assert len(spanish) > 1000
    assert [f"{where}: {words[:60]}" for where, words in spanish if not _opens(words)] == []


def _opens(words: str) -> bool:
    words = re.sub(r"https?://\S+", "", words)
    return words.count("?") == words.count("¿") and words.count("!") == words.count("¡")


def test_the_rule_for_spanish_finds_what_it_is_for() -> None:
    assert _opens("¿Qué es? Véase https://x.org/?a=b ¡Sí!")
    assert not _opens("Qué es?")
    assert not _opens("¡Sí")


def test_no_text_has_two_spaces_or_a_space_at_its_end(texts: list[tuple[str, str, str]]) -> None:
    faults = [f"{where}: {words[:60]}" for where, _, words in texts if re.search(r"\S {2,}\S| +$", words)]
    assert faults == []
