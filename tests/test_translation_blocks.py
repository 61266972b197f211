"""Pages are split into blocks, texts into fingerprints that know words from form."""

from __future__ import annotations

import pytest

from golden import golden
from untfsse.translations.blocks import split
from untfsse.translations.units import count_words, fingerprint

CASES = golden("translations")


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("blocks:")])
def test_a_page_is_split_as_the_golden_case_says(name: str) -> None:
    case = CASES[name]
    said = [
        f"{one.line} {one.kind}{one.level or ''}: "
        + (f'"{one.text}"'.replace("\n", "\\n") if one.kind == "code" else one.text)
        for one in split(case["page"])
    ]
    assert said == case["blocks"].splitlines()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n c", "a b c"),
        ("“a” isn’t", '"a" isn\'t'),
        ("« a »", '"a"'),
        ("qui\u00a0? oui\u202f!", "qui ? oui !"),
        ("e\u0301", "\u00e9"),
        ("[a](../one.md) b", "[a](two.md#x) b"),
        ('[a](one.md "t")', "[a](two.md)"),
        ("see https://example.org/a now", "see https://example.org/b now"),
    ],
)
def test_form_does_not_count(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b", "a c"),
        ("2023", "2024"),
        ("no", "No"),
        ("a (b)", "a (c)"),
        ("a, b", "a b"),
        ("[a](x)", "[b](x)"),
    ],
)
def test_words_count(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two words", 2),
        ("**One** [two three](../four.md)", 3),
        ("L’économie sociale — et solidaire", 4),
        ("{{ events(limit=3) }} stand here", 2),
        ("a | b | 2023", 3),
        ("", 0),
    ],
)
def test_words_to_translate_are_counted(text: str, number: int) -> None:
    assert count_words(text) == number
