"""Reading YAML as plain texts: no type is guessed, everything has its place, traps are refused."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from untfsse.yaml_source import MAX_DEPTH, Positions, Unreadable, parse


@pytest.mark.parametrize(
    "written",
    [
        "NO", "yes", "on", "true", "22:30", "1:30:15", "010", "3.10", "1_000", "0x1F", "1e3", "0o10",
        "2026-02-30", "2023-10-02", "2023-10", "2026-11-21 10:00", ".inf", ".nan", "=", "<<", "10.1234/ab",
    ],
)  # fmt: skip
def test_a_value_stays_the_text_that_is_written(written: str) -> None:
    assert parse(f"a: {written}") == {"a": written}
    assert parse(f"- {written}") == [written]


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_an_empty_text(written: str) -> None:
    assert parse(f"a: {written}") == {"a": ""}


@pytest.mark.parametrize("written", ['"null"', "'~'", "|-\n  null"])
def test_a_quoted_nothing_is_a_word(written: str) -> None:
    assert parse(f"a: {written}")["a"] in ("null", "~")


@pytest.mark.parametrize("key", ["null", "true", "1", "NO", "2023-10-02", "1.0"])
def test_a_key_stays_the_text_that_is_written(key: str) -> None:
    assert parse(f"{key}: a") == {key: "a"}


def test_texts_over_several_lines_are_read_as_yaml_says() -> None:
    assert parse("a: >-\n  one\n  two\n\n  three\nb: |\n  one\n  two\n") == {
        "a": "one two\nthree",
        "b": "one\ntwo\n",
    }


def test_an_empty_file_holds_nothing() -> None:
    assert parse("") is None
    assert parse("# only a comment\n") is None


def test_every_field_and_item_has_its_place() -> None:
    positions = Positions()
    parse("a: x\nb:\n  - c: y\n    d: z\n  - w\ne: {f: v, g: [1, 2]}\n", positions)
    assert positions == {
        ("a",): (1, 1),
        ("b",): (2, 1),
        ("b", 0): (3, 5),
        ("b", 0, "c"): (3, 5),
        ("b", 0, "d"): (4, 5),
        ("b", 1): (5, 5),
        ("e",): (6, 1),
        ("e", "f"): (6, 5),
        ("e", "g"): (6, 11),
        ("e", "g", 0): (6, 15),
        ("e", "g", 1): (6, 18),
    }


_KEYS = st.text("abcdefgh-", min_size=1, max_size=8).filter(lambda key: key.strip("-") == key)
_VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(data=st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=5))
def test_what_is_written_as_yaml_is_read_as_it_was(data: dict[str, Any]) -> None:
    positions = Positions()
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style='"')
    assert parse(written, positions) == data
    assert {path for path in positions if len(path) == 1} == {(key,) for key in data}
    lines = written.split("\n")
    for line, column in positions.values():
        assert lines[line - 1][column - 1 :].strip()


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\nb: 2\na: 3", "yaml-twice", 3),
        ("a: {b: 1, b: 2}", "yaml-twice", 1),
        ("a: &x 1", "yaml-anchor", 1),
        ("a: &x [*x]", "yaml-anchor", 1),
        ("a: 1\nb: *a", "yaml-anchor", 2),
        ("a: *", "yaml-anchor", 1),
        ("a: !!python/object/apply:os.system [ls]", "yaml-tag", 1),
        ("a: !!str 1", "yaml-tag", 1),
        ("a: !x 1", "yaml-tag", 1),
        ("a: 1\n---\nb: 2", "yaml-documents", 2),
        ("? [a]\n: b", "yaml-key-form", 1),
        ("? {a: b}\n: c", "yaml-key-form", 1),
        ("a: " + "[" * (MAX_DEPTH + 1), "yaml-deep", 1),
        ("[" * 5000, "yaml-deep", 1),
        ("a:\n\tb: c", "yaml-tab", 2),
        ("a: b: c", "yaml-colon", 1),
        ("a: b\nc\nd: e", "yaml-key", 2),
        ('a: "b\nc: d', "yaml-quote", 1),
        ("a: 'b", "yaml-quote", 1),
        ("a: @b", "yaml-start", 1),
        ("a: `b`", "yaml-start", 1),
        ("a: %b", "yaml-start", 1),
        ("a:\n  b: c\n d: e", "yaml-indent", 3),
        ("a: [1, 2", "yaml-bracket", 1),
    ],
)
def test_what_is_not_plain_yaml_is_refused_with_its_line(text: str, key: str, line: int) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse(text)
    assert (refusal.value.key, refusal.value.line) == (key, line)


@given(text=st.text(st.sampled_from("ab:-[]{}\"'&*!|>%@`#,? \n\t~="), max_size=30))
def test_any_text_is_read_or_refused_and_nothing_else_happens(text: str) -> None:
    try:
        _only_texts(parse(text))
    except Unreadable as refusal:
        problem = refusal.problem("data/x.yml")
        assert problem.told()
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1


def _only_texts(value: Any) -> None:
    if isinstance(value, dict):
        assert all(isinstance(key, str) for key in value)
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _only_texts(item)
    else:
        assert value is None or isinstance(value, str)


def test_a_file_may_nest_as_deep_as_the_limit() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None
