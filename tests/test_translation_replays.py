"""Pages, records and words change as people change them, and exactly what has to be translated is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import golden
from untfsse.translations.documents import Document, blocks_of
from untfsse.translations.ledger import Ledger
from untfsse.translations.pairing import Pair, State, pair_blocks, pair_named
from untfsse.translations.standing import Standing, record
from untfsse.translations.units import Unit
from untfsse.yaml_source import parse

_CASES = golden("translations")
_PAGES = {name: one for name, one in _CASES.items() if name.startswith(("replays:", "replays-long:"))}
_NAMED = {name: one for name, one in _CASES.items() if name.startswith("replays-named:")}


@pytest.mark.parametrize("name", _PAGES)
def test_what_is_to_do_after_a_page_changed(name: str) -> None:
    case = _PAGES[name]
    before, translated = case["before"], case["translated"]
    ledger = Ledger("fr")
    assert {pair.state for pair in _recorded(ledger, _page(before), _page(translated))} == {State.NEW}
    *earlier, last = case.get("steps", [case])
    for step in earlier:
        _recorded(ledger, *_changed(step, before, translated))
    pairs = _standing(ledger, *_changed(last, before, translated)).to_do
    assert [f"{pair.state} {_unit(pair).kind}: {_unit(pair).text}" for pair in pairs] == (case["to_do"] or [])


@pytest.mark.parametrize("name", _NAMED)
def test_what_is_to_do_after_texts_with_names_changed(name: str) -> None:
    case = _NAMED[name]
    ledger = Ledger("fr")
    before = case.get("record") or case["strings"]
    assert {pair.state for pair in _recorded(ledger, *_named(before), named=True)} == {State.NEW}
    if "recorded" in case:
        _recorded(ledger, *_named(case["recorded"]), named=True)
    pairs = _standing(ledger, *_named(case.get("changed", before)), named=True).to_do
    assert [f"{pair.state} {_unit(pair).name}: {_unit(pair).text}" for pair in pairs] == (case["to_do"] or [])


@pytest.mark.parametrize("name", _PAGES)
def test_once_everything_is_translated_and_recorded_nothing_is_to_do(name: str) -> None:
    case = _PAGES[name]
    ledger = Ledger("fr")
    source = _changed(case.get("steps", [case])[-1], case["before"], case["translated"])[0]
    translation = [Unit("page", one.line, one.kind, "", f"{one.text} fr") for one in source]
    _recorded(ledger, source, translation)
    again = _standing(ledger, source, translation)
    assert {pair.state for pair in again.pairs} == {State.FRESH}


_KINDS = st.sampled_from(["paragraph", "item", "heading2", "row"])
_WORDS = st.sampled_from("abcdefg")
_BLOCKS = st.lists(st.builds(lambda kind, text: Unit("page", 1, kind, "", text), _KINDS, _WORDS), max_size=9)


@given(_BLOCKS, _BLOCKS, _BLOCKS, _BLOCKS)
def test_every_block_has_one_place_and_what_was_right_stays_so(
    before: list[Unit], translated: list[Unit], source: list[Unit], translation: list[Unit]
) -> None:
    ledger = Ledger("fr")
    _recorded(ledger, before, translated)
    pairs = _standing(ledger, source, translation).pairs
    assert [pair.source for pair in pairs if pair.source] == source
    assert Counter(pair.translation for pair in pairs if pair.translation) == Counter(translation)
    known = {(entry.source, entry.translation) for entry in ledger.entries.get("fr", ())}
    for pair in pairs:
        if pair.state is State.FRESH:
            assert pair.source is not None
            assert pair.translation is not None
            assert (pair.source.fingerprint, pair.translation.fingerprint) in known


def test_there_are_many_kinds_of_changes() -> None:
    assert len(_PAGES) > 60
    assert len(_NAMED) > 20


def _page(text: str) -> list[Unit]:
    """The units of a page, with its title and description where it has a top."""
    top, _, body = (
        text.removeprefix("---\n").partition("---\n") if text.startswith("---\n") else ("", "", text)
    )
    fields: dict[str, str] = parse(top) or {}
    said = [
        Unit("page", 1, f"top-{name}", "", fields[name])
        for name in ("title", "description")
        if name in fields
    ]
    return [*said, *blocks_of("page", body)]


def _changed(step: Mapping[str, Any], before: str, translated: str) -> tuple[list[Unit], list[Unit]]:
    """Source and translation after a step: given as a whole, or by what is replaced."""
    return _page(_edited(step.get("source", []), before)), _page(
        _edited(step.get("translation", []), translated)
    )


def _edited(change: str | Sequence[Sequence[str]], text: str) -> str:
    if isinstance(change, str):
        return change
    for old, new in change or ():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _named(held: Mapping[str, Any]) -> tuple[list[Unit], list[Unit]]:
    """Source and translation of a record, or of two strings files."""
    if "en" in held and isinstance(held["en"], dict):
        sides = [list(held[language].items()) for language in ("en", "fr")]
    else:
        sides = [list(_texts(held, language)) for language in ("en", "fr")]
    kind = "key" if "en" in held and isinstance(held["en"], dict) else "field"
    english, french = ([Unit("it", 0, kind, name, text) for name, text in side] for side in sides)
    return english, french


def _texts(held: Any, language: str, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(held, dict) and "en" in held:
        if language in held:
            yield name, held[language]
        return
    inside = held.items() if isinstance(held, dict) else enumerate(held)
    for key, value in inside:
        yield from _texts(value, language, f"{name}.{key}".lstrip("."))


def _recorded(
    ledger: Ledger, source: Sequence[Unit], translation: Sequence[Unit], *, named: bool = False
) -> Sequence[Pair]:
    standing = _standing(ledger, source, translation, named=named)
    record(ledger, [standing])
    return standing.pairs


def _standing(
    ledger: Ledger, source: Sequence[Unit], translation: Sequence[Unit], *, named: bool = False
) -> Standing:
    document = Document("it" if named else "page:it", "en", "fr", tuple(source), tuple(translation))
    pair = pair_named if named else pair_blocks
    return Standing(document, tuple(pair(source, translation, ledger.of("fr"))))


def _unit(pair: Pair) -> Unit:
    unit = pair.source or pair.translation
    assert unit is not None
    return unit
