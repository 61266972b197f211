"""The letters of share images: which there are, how far they reach, how they look.

Pillow sets text the same way on every machine only in its basic layout, which knows no kerning; so the
distances between letters are read from the font itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

_SMALL, _STEPS = 40, 4
"""In sizes below, letters stand on quarters of a pixel; above, it would not be seen."""

_PAIRS = 2
"""Type of the lookups in GPOS that move pairs of letters (OpenType)."""


class Letter(NamedTuple):
    """A letter of one size as a mask, and where it stands from the pen on the baseline."""

    mask: Image.Image
    left: int
    top: int


class Face:
    """One font."""

    def __init__(self, file: Path) -> None:
        """`file` is a TrueType font with kerning in GPOS."""
        self._file = file
        font = TTFont(file, lazy=True)
        self._em: int = font["head"].unitsPerEm
        self._glyphs: dict[int, str] = font.getBestCmap()
        self._advances: dict[str, tuple[int, int]] = font["hmtx"].metrics
        self._pairs = _pairs(font["GPOS"].table)
        self._steps: dict[str, int] = {}
        self._widths: dict[str, float] = {}
        self._fonts: dict[int, ImageFont.FreeTypeFont] = {}
        self._letters: dict[tuple[str, int, int], Letter] = {}

    def covers(self, words: str) -> bool:
        """Whether there is a letter for every character."""
        return all(ord(character) in self._glyphs for character in words)

    def width(self, words: str) -> float:
        """Return how wide `words` are at size 1."""
        if words not in self._widths:
            self._widths[words] = sum(step for _, step in self._walk(words)) / self._em
        return self._widths[words]

    def placed(self, words: str, size: int) -> Iterator[tuple[Letter, int]]:
        """Yield each letter with its distance from the beginning, in pixels."""
        pen, steps = 0, _STEPS if size < _SMALL else 1
        for character, step in self._walk(words):
            if not character.isspace():
                whole, part = divmod(round(pen * size * steps / self._em), steps)
                yield self._letter(character, size, part), whole
            pen += step

    def _walk(self, words: str) -> Iterator[tuple[str, int]]:
        """Yield each character and how far the pen moves with it, in units of the font."""
        for place, character in enumerate(words):
            pair = words[place : place + 2]
            if pair not in self._steps:
                self._steps[pair] = self._step(*pair)
            yield character, self._steps[pair]

    def _step(self, character: str, following: str = " ") -> int:
        """Space is not kerned, so that lines are as wide as their words and the spaces between."""
        left = self._glyphs[ord(character)]
        advance = self._advances[left][0]
        if character.isspace() or following.isspace():
            return advance
        right = self._glyphs[ord(following)]
        return advance + next((move for one in self._pairs if (move := _moved(one, left, right))), 0)

    def _letter(self, character: str, size: int, part: int) -> Letter:
        if (character, size, part) not in self._letters:
            if size not in self._fonts:
                basic = ImageFont.Layout.BASIC
                self._fonts[size] = ImageFont.truetype(self._file, size, layout_engine=basic)
            font = self._fonts[size]
            left, top, right, bottom = (round(edge) for edge in font.getbbox(character, anchor="ls"))
            mask = Image.new("L", (right - left + 1, bottom - top))
            ImageDraw.Draw(mask).text((part / _STEPS - left, -top), character, 255, font, anchor="ls")
            self._letters[character, size, part] = Letter(mask, left, top)
        return self._letters[character, size, part]


def _pairs(gpos: Any) -> list[Any]:
    """Return the tables of a font that tell how pairs of letters are moved."""
    features = [one.Feature for one in gpos.FeatureList.FeatureRecord if one.FeatureTag == "kern"]
    numbers = sorted({number for feature in features for number in feature.LookupListIndex})
    lookups = [gpos.LookupList.Lookup[number] for number in numbers]
    tables = [getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable]
    return [table for table in tables if table.LookupType == _PAIRS]


def _moved(table: Any, left: str, right: str) -> int:
    """Return how far `right` is moved after `left` by one table; 0 where it says nothing."""
    if left not in table.Coverage.glyphs:
        return 0
    if table.Format == 1:
        follow = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        value = next((one.Value1 for one in follow if one.SecondGlyph == right), None)
    else:
        first = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
        value = first.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1
    return int(getattr(value, "XAdvance", 0))


@cache
def serif() -> Face:
    """Source Serif Pro Semibold (Adobe, SIL Open Font License 1.1), for titles."""
    return Face(_files("font_source_serif_pro") / "SourceSerifPro-Semibold.ttf")


@cache
def sans() -> Face:
    """Source Sans Pro Semibold (Adobe, SIL Open Font License 1.1), for everything else."""
    return Face(_files("font_source_sans_pro") / "SourceSansPro-Semibold.ttf")


def _files(package: str) -> Path:
    return Path(str(files(package))) / "files"
