"""Bytes to text: UTF-8 in one form, with nothing hidden in it."""

from __future__ import annotations

import pytest

from untfsse.yaml_source import MAX_BYTES, Unreadable, decode


def test_line_ends_marks_and_composed_letters_become_the_same_everywhere() -> None:
    assert decode("\ufeffa: e\u0301\r\nb\rc".encode()) == "a: é\nb\nc"
    assert decode("a\u00a0b\u202fc\td".encode()) == "a\u00a0b\u202fc\td"


@pytest.mark.parametrize(
    "hidden",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u200b", "\u200e", "\u202e", "\u2066", "\u2028", "\u2060",
     "\ue0f0", "\ue0f1", "\uf8ff", "\ufff9", "\u061c"],
)  # fmt: skip
def test_a_hidden_character_is_refused_where_it_stands(hidden: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        decode(f"a: b\nc: d{hidden}e".encode())
    value = refusal.value
    assert (value.key, value.line, value.column) == ("character", 2, 5)
    assert value.values == {"given": f"U+{ord(hidden):04X}"}


def test_what_is_not_utf8_is_refused_in_its_line() -> None:
    with pytest.raises(Unreadable) as refusal:
        decode("a: b\nc: é".encode("latin-1"))
    assert (refusal.value.key, refusal.value.line) == ("not-utf8", 2)


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(Unreadable) as refusal:
        decode(b"\xff" * (MAX_BYTES + 1))
    assert refusal.value.key == "too-large"
