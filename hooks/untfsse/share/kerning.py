"""How far a font wants two letters to be moved together or apart, as its table GPOS says (OpenType)."""

from __future__ import annotations

from typing import Any

_PAIRS = 2
"""Type of the lookups that move pairs of letters."""


class Kerning:
    """The pairs of one font."""

    def __init__(self, gpos: Any) -> None:
        """`gpos` is the table as fontTools reads it."""
        features = [one.Feature for one in gpos.FeatureList.FeatureRecord if one.FeatureTag == "kern"]
        numbers = sorted({number for feature in features for number in feature.LookupListIndex})
        lookups = [gpos.LookupList.Lookup[number] for number in numbers]
        tables = [getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable]
        self._tables = [table for table in tables if table.LookupType == _PAIRS]

    def between(self, left: str, right: str) -> int:
        """Return how far the glyph `right` is moved after `left`, in units of the font."""
        return next((move for table in self._tables if (move := _moved(table, left, right))), 0)


def _moved(table: Any, left: str, right: str) -> int:
    if left not in table.Coverage.glyphs:
        return 0
    if table.Format == 1:
        follow = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        value = next((one.Value1 for one in follow if one.SecondGlyph == right), None)
    else:
        first = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
        value = first.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1
    return int(getattr(value, "XAdvance", 0))
