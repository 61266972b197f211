"""What share images have alike: deep blue, the band of shapes, and the foot with the name of the site."""

from __future__ import annotations

from PIL import Image, ImageDraw

from untfsse.share import colours, pattern
from untfsse.share.faces import Face
from untfsse.share.layout import Style, fit

WIDTH, HEIGHT = 1200, 630
"""What Open Graph images should have, 1.91 to 1."""

LEFT, RIGHT = 72, 918
"""Where words begin and end."""

_RULE = (LEFT, 72, LEFT + 63, 78)
_BASELINE = 556
"""Of the foot."""

_ACRONYM = 40
_NAME = Style((22, 20, 18), 1.28)
_LANGUAGE = 24
_GAP = 26
_PAD, _ROUND = 16, 20
"""Room around the name of the language, and how round its frame is."""


def ground(kind: str, face: Face, acronym: str, name: str, language: str) -> Image.Image:
    """Return the image of a kind of page, without what is different from page to page."""
    image = Image.new("P", (WIDTH, HEIGHT))
    image.putpalette([part for colour in colours.PALETTE for part in colour])
    shapes = pattern.band(kind).quantize(palette=image, dither=Image.Dither.NONE)
    image.paste(shapes, (WIDTH - shapes.width, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle(_RULE, colours.PALETTE.index(colours.WARM))
    end = RIGHT - _PAD - round(face.width(language) * _LANGUAGE)
    if language:
        frame = (end - _PAD, _BASELINE - 31, RIGHT, _BASELINE + 14)
        draw.rounded_rectangle(frame, _ROUND, outline=colours.INK_SOFT, width=2)
        write(image, face, _LANGUAGE, (end, _BASELINE), language, colours.INK)
    write(image, face, _ACRONYM, (LEFT, _BASELINE), acronym, colours.INK)
    start = LEFT + round(face.width(acronym) * _ACRONYM) + _GAP
    block = fit(name, face.width, _NAME, end - _PAD - _GAP - start, 2 * _NAME.step(_NAME.sizes[0]))
    for up, line in enumerate(reversed(block.lines)):
        pen = (start, _BASELINE - up * _NAME.step(block.size))
        write(image, face, block.size, pen, line, colours.INK_SOFT)
    return image


def write(image: Image.Image, face: Face, size: int, pen: tuple[int, int], words: str, ink: int) -> None:
    """Write `words` from `pen` on; the ground must be deep blue there."""
    (x, y), draw = pen, ImageDraw.Draw(image)
    for word, distance in face.placed(words, size):
        draw.bitmap((x + distance + word.left, y + word.top), word.mask, ink)
