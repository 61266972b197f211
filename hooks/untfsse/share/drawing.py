"""Draws one share image: label and date, title, and what all images have alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from untfsse.share import colours, faces, ground
from untfsse.share.faces import Face
from untfsse.share.layout import Style, fit
from untfsse.share.picture import Picture
from untfsse.share.png import Sheet

TOP = 96
"""The first row that is different from image to image."""

_STEP = 56
"""Rows that are different are counted in such steps: few kinds of rest have to be packed."""

_LABEL = Style((30, 27, 24, 21), 1.3)
_LABEL_BASELINE = 130
_TITLE = Style((100, 76, 64, 55, 46, 41, 37), 1.14)
_TITLE_TOP, _TITLE_TOP_ALONE = 166, 118
_TITLE_BOTTOM = 406
_ASCENT, _DESCENT = 0.8, 0.4
"""From the baseline to the top of a line and to its bottom, with room for accents, at size 1."""

_PLAIN = {0x202F: "\u00a0", 0x2011: "-"}
"""Narrow space and the hyphen that does not break: no font need have them."""

_SPACES = re.compile(r"[^\S\u00a0]+")


class Line(NamedTuple):
    """A line of words, and how it is written."""

    words: str
    face: Face
    size: int
    baseline: int
    ink: int


def draw(picture: Picture) -> bytes:
    """Return the image as a PNG file."""
    sheet = _sheet(picture.kind, picture.acronym, picture.name, picture.language)
    written = list(lines(picture))
    height = written[-1].baseline + round(_DESCENT * written[-1].size) - TOP
    image = sheet.rows(-(-height // _STEP) * _STEP)
    for line in written:
        pen = (ground.LEFT, line.baseline - TOP)
        ground.write(image, line.face, line.size, pen, line.words, line.ink)
    return sheet.png(image)


def lines(picture: Picture) -> Iterator[Line]:
    """Yield what is written on one image and not on others: label with date, and title."""
    width = ground.RIGHT - ground.LEFT
    label, title = _label(picture), _written(picture.title)
    face = _face(title)
    if face is None:  # in a script that no font has: better the section than empty boxes
        face, label, title = faces.sans(), "", label or _legible(picture.acronym)
    if label:
        block = fit(label, faces.sans().width, _LABEL, width, _LABEL.step(_LABEL.sizes[0]))
        yield Line(block.lines[0], faces.sans(), block.size, _LABEL_BASELINE, colours.INK_SOFT)
    top = _TITLE_TOP if label else _TITLE_TOP_ALONE
    block = fit(title, face.width, _TITLE, width, _TITLE_BOTTOM - top)
    first = top + round(block.size * _ASCENT)
    for number, words in enumerate(block.lines):
        yield Line(words, face, block.size, first + number * _TITLE.step(block.size), colours.INK)


def _label(picture: Picture) -> str:
    """Return label and date on one line."""
    parts = (_legible(part) for part in (picture.label, picture.when))
    return " · ".join(part for part in parts if part)


def _legible(words: str) -> str:
    """Return small words, or nothing where there are no letters for them."""
    words = _written(words)
    return words if faces.sans().covers(words) else ""


def _face(title: str) -> Face | None:
    return next((face for face in (faces.serif(), faces.sans()) if face.covers(title)), None)


def _written(words: str) -> str:
    """Return words as fonts have them: composed, with two kinds of space, without what is not seen."""
    words = unicodedata.normalize("NFC", words).translate(_PLAIN)
    seen = "".join(one for one in words if unicodedata.category(one) != "Cf")
    return " ".join(_SPACES.split(seen.strip()))


@cache
def _sheet(kind: str, acronym: str, name: str, language: str) -> Sheet:
    """Return what many images have alike."""
    foot = (_legible(words) for words in (acronym, name, language))
    whole = ground.ground(kind, faces.sans(), *foot)
    return Sheet(whole, colours.PALETTE, TOP)
