"""Says how translations stand: in lines for people, in JSON for programs; both from the same numbers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from untfsse.names import language_name
from untfsse.translations.authors import last_authors
from untfsse.translations.documents import located
from untfsse.translations.pairing import Pair, State
from untfsse.translations.standing import Standing
from untfsse.translations.units import shown

STATUS_FILE = "data/translations/status.json"
"""Where the site publishes what `status --json` prints, from its root."""


def totals(found: list[Standing]) -> dict[str, int]:
    """Return units by state, how many are right, and words to do and in all."""
    states: Counter[State] = Counter()
    for one in found:
        states.update(one.numbers)
    return {
        "units": sum(states.values()) - states[State.ORPHANED] - states[State.ADDED],
        "right": states[State.FRESH] + states[State.NEW],
        **{str(state): states[state] for state in State},
        "words_to_do": sum(one.words for one in found),
        "words": sum(one.words_in_all for one in found),
    }


def summary(language: str, found: list[Standing]) -> str:
    """Return one line on a language."""
    there = totals(found)
    said = ", ".join(f"{there[state]} {state}" for state in (State.STALE, State.MISSING, State.ORPHANED))
    if added := there[State.ADDED]:
        said += f", {added} {State.ADDED.said}"
    name, words = language_name(language, "en"), there["words_to_do"]
    return f"{name}: {there['right']} of {there['units']} right, {said}; about {words} words to do"


def lines(root: Path, found: list[Standing], into: str) -> Iterator[str]:
    """Yield a line for each document with something to do in the language `into`, and one for each unit.

    Who changed the file of a stale translation last can tell most about it.
    """
    authors = last_authors(root, {one.document.file for one in found if one.numbers[State.STALE]})
    for one in found:
        if not one.to_do:
            continue
        if one.is_missing:
            yield f"{one.document.file}: not translated yet, about {one.words_in_all} words"
            continue
        author = authors.get(one.document.file)
        told = f"; last changed by {author}" if author else ""
        yield f"{one.document.file}: {len(one.to_do)} to look at, about {one.words} words{told}"
        for place, pair in placed(root, one, one.to_do, into):
            yield f"  {place}: {pair.state.said}: {_words(pair)}"


def placed(root: Path, one: Standing, pairs: Iterable[Pair], into: str) -> Iterator[tuple[str, Pair]]:
    """Yield file and line of each translation; of the source where there is none."""
    places = {} if one.document.is_page else located(root, one.document)
    for pair in pairs:
        unit = pair.translation or pair.source
        assert unit is not None
        line = unit.line or places.get(f"{unit.name}.{into}") or places.get(unit.name, 0)
        yield (f"{unit.file}:{line}" if line else unit.file), pair


def written(found: Mapping[str, list[Standing]]) -> str:
    """Return the same for programs, as JSON."""
    return json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n"


def as_json(found: Mapping[str, list[Standing]]) -> dict[str, Any]:
    """Return what `written` writes."""
    return {
        language: {
            **totals(some),
            "documents": [
                {
                    "name": one.document.name,
                    "file": one.document.file,
                    "source": one.document.source_file,
                    **{str(state): one.numbers[state] for state in State},
                    "words_to_do": one.words,
                    "words": one.words_in_all,
                }
                for one in some
            ],
        }
        for language, some in found.items()
    }


def _words(pair: Pair) -> str:
    unit = pair.source or pair.translation
    assert unit is not None
    return shown(unit.text)
