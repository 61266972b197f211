"""The letters of share images: which there are, how far they reach, how they look.

Pillow sets text the same way on every machine only in its basic layout, which knows no kerning; so words are
put together here, letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from untfsse.share.kerning import Kerning

_WORDS = re.compile(r"\S+|\s+")

_KEPT = 1000
"""Words that are kept, because titles have many words in common."""

_SMALL, _STEPS = 40, 4
"""In sizes below, letters stand on quarters of a pixel; above, it would not be seen."""


class Shape(NamedTuple):
    """A letter or a word of one size as a mask, and where it stands from the pen on the baseline."""

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
        self._kerning = Kerning(font["GPOS"].table)
        self._steps: dict[str, int] = {}
        self._widths: dict[str, float] = {}
        self._fonts: dict[int, ImageFont.FreeTypeFont] = {}
        self._letters: dict[tuple[str, int, int], Shape] = {}
        self._word = lru_cache(_KEPT)(self._put_together)

    def covers(self, words: str) -> bool:
        """Whether there is a letter for every character."""
        return all(ord(character) in self._glyphs for character in words)

    def width(self, words: str) -> float:
        """Return how wide `words` are at size 1."""
        if words not in self._widths:
            self._widths[words] = sum(step for _, step in self._walk(words)) / self._em
        return self._widths[words]

    def placed(self, words: str, size: int) -> Iterator[tuple[Shape, int]]:
        """Yield each word with its distance from the beginning, in pixels."""
        start = 0.0
        for word in _WORDS.findall(words):
            if not word.isspace():
                yield self._word(word, size), round(start * size)
            start += self.width(word)

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
        return advance + self._kerning.between(left, self._glyphs[ord(following)])

    def _put_together(self, word: str, size: int) -> Shape:
        pen, steps = 0, _STEPS if size < _SMALL else 1
        letters: list[Shape] = []
        for character, step in self._walk(word):
            whole, part = divmod(round(pen * size * steps / self._em), steps)
            letter = self._letter(character, size, part)
            letters.append(letter._replace(left=letter.left + whole))
            pen += step
        left, top = min(one.left for one in letters), min(one.top for one in letters)
        right = max(one.left + one.mask.width for one in letters)
        bottom = max(one.top + one.mask.height for one in letters)
        mask = Image.new("L", (right - left, bottom - top))
        draw = ImageDraw.Draw(mask)
        for one in letters:
            draw.bitmap((one.left - left, one.top - top), one.mask, 255)
        return Shape(mask, left, top)

    def _letter(self, character: str, size: int, part: int) -> Shape:
        if (character, size, part) not in self._letters:
            if size not in self._fonts:
                basic = ImageFont.Layout.BASIC
                self._fonts[size] = ImageFont.truetype(self._file, size, layout_engine=basic)
            font = self._fonts[size]
            left, top, right, bottom = (round(edge) for edge in font.getbbox(character, anchor="ls"))
            mask = Image.new("L", (right - left + 1, bottom - top))
            ImageDraw.Draw(mask).text((part / _STEPS - left, -top), character, 255, font, anchor="ls")
            self._letters[character, size, part] = Shape(mask, left, top)
        return self._letters[character, size, part]


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
