"""Pages are changed as people change them, and exactly what has to be translated is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from golden import golden
from untfsse.translations.blocks import split
from untfsse.translations.ledger import Entry, Ledger
from untfsse.translations.pairing import Pair, State, pair_blocks
from untfsse.translations.standing import TO_DO
from untfsse.translations.units import Unit

_CASES = {name: case for name, case in golden("translations").items() if name.startswith("replays:")}


def _units(page: str) -> list[Unit]:
    return [Unit("page", one.line, f"{one.kind}{one.level or ''}", "", one.text) for one in split(page)]


def _recorded(pairs: Sequence[Pair]) -> Ledger:
    ledger = Ledger("fr")
    assert {pair.state for pair in pairs} == {State.NEW}
    ledger.put(
        "page",
        [
            Entry(pair.source.fingerprint, pair.translation.fingerprint)
            for pair in pairs
            if pair.source and pair.translation
        ],
    )
    return ledger


@pytest.mark.parametrize("name", _CASES)
def test_what_is_to_do_after_a_change(name: str) -> None:
    case = _CASES[name]
    ledger = _recorded(pair_blocks(_units(case["before"]), _units(case["translated"]), {}))
    source, translation = case.get("source", case["before"]), case.get("translation", case["translated"])
    pairs = pair_blocks(_units(source), _units(translation), ledger.of("page"))
    to_do = [pair for pair in pairs if pair.state in TO_DO]
    said = [
        f"{one.state} {unit.kind}: {unit.text}" for one in to_do if (unit := one.source or one.translation)
    ]
    assert said == (case["to_do"] or [])
