"""The invented language of `make pseudo`: what it changes, and what it leaves alone."""

from __future__ import annotations

import re

import pytest

from building import PROJECT
from pseudo import accented, proper, texts
from untfsse.page_markup import without_code
from untfsse.placeholders import faults
from untfsse.translations.blocks import split
from untfsse.yaml_source import parse


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Words", "Ŵóóřďšé"),
        ("{n} words of {date}", "{n} ŵóóřďšé óóf {date}"),
        ("[words](events/index.md)", "[ŵóóřďšé](events/index.md)"),
        ('{{ events(when="past") }}', '{{ events(when="past") }}'),
        ("`code` https://example.org/words", "`code` https://example.org/words"),
        ("![a drop](../../assets/drop.png)", "![á ďřóóp](../../assets/drop.png)"),
        ("1<sup>st</sup> &nbsp;", "1<sup>šť</sup> &nbsp;"),
        ('!!! note "Words"', '!!! note "Ŵóóřďšé"'),
        ("note[^one]", "ñóóťé[^one]"),
    ],
)
def test_words_change_and_marks_stay(text: str, made: str) -> None:
    assert accented(text) == made


def test_words_are_a_third_longer() -> None:
    text = " ".join(one for one in _source().values() if "{" not in one)
    assert 1.25 < len(accented(text)) / len(text) < 1.45


def test_every_word_of_the_interface_is_accented_and_keeps_its_places() -> None:
    words = _source()
    made = {key: accented(text) for key, text in words.items()}
    assert list(faults(made, words)) == []
    assert not [text for text in made.values() if re.search(r"(?<![{\w])[A-Za-z]{4,}(?![\w}])", text)]


def test_pages_keep_their_blocks() -> None:
    for file in (PROJECT / "docs/en").rglob("*.md"):
        text = file.read_text("utf-8")
        before, after = split(text), split(accented(text))
        assert [(one.line, one.kind) for one in before] == [(one.line, one.kind) for one in after], file
        assert len(without_code(text).split("\n")) == len(without_code(accented(text)).split("\n"))


def test_texts_of_records_are_in_two_languages_and_names_stay() -> None:
    record = {
        "name": "ILO",
        "title": {"en": "Words", "fr": "Mots"},
        "original_language": "fr",
        "title_translations": {"fr": "Mots"},
    }
    assert texts(record) == {
        "name": "ILO",
        "title": {"en": "Words", "en-XA": "Ŵóóřďšé"},
        "title_translations": {"en-XA": "Móóťš"},
    }
    assert proper(record) == {"ILO", "fr"}


def _source() -> dict[str, str]:
    words: dict[str, str] = parse((PROJECT / "docs/en/strings.yml").read_text("utf-8"))
    return words
