"""Writes PNG images that are alike but for some rows: what is alike is packed only once.

PNG, third edition (W3C): each row stands behind a byte for its filter, and all rows are one zlib stream;
such a stream may be put together from parts that were packed on their own (RFC 1951, full flush).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from PIL import Image, ImageChops

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ZLIB = b"\x78\x01"
_UP = 2
"""The filter that writes what differs from the row above."""


class Sheet:
    """An image of at most 16 colours, some rows of which are put in later."""

    def __init__(self, image: Image.Image, palette: Sequence[tuple[int, int, int]], top: int) -> None:
        """`image` is in mode P, its width even; rows from `top` on may be different in each image."""
        width, height = image.size
        self._image, self._top = image, top
        head = _rows(image.crop((0, 0, width, top)))
        self._head, self._check = _packed(head), zlib.adler32(head)
        self._tails: dict[int, tuple[bytes, bytes]] = {}
        header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
        colours = bytes(part for colour in palette for part in colour)
        self._start = _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"PLTE", colours)

    def rows(self, height: int) -> Image.Image:
        """Return the first `height` of the rows that may be different, as they are."""
        return self._image.crop((0, self._top, self._image.width, self._top + height))

    def png(self, rows: Image.Image) -> bytes:
        """Return the image with `rows` put in, as a file."""
        middle = _rows(rows)
        if rows.height not in self._tails:
            width, height = self._image.size
            tail = _rows(self._image.crop((0, self._top + rows.height, width, height)))
            self._tails[rows.height] = tail, _packed(tail, last=True)
        tail, packed = self._tails[rows.height]
        check = zlib.adler32(tail, zlib.adler32(middle, self._check))
        stream = _ZLIB + self._head + _packed(middle) + packed + check.to_bytes(4)
        return self._start + _chunk(b"IDAT", stream) + _chunk(b"IEND", b"")


def is_whole(file: bytes) -> bool:
    """Whether these are the bytes of a PNG, with every check sum right."""
    place = len(_SIGNATURE)
    kind = b""
    while kind != b"IEND" and place + 12 <= len(file):
        size = int.from_bytes(file[place : place + 4])
        kind, end = file[place + 4 : place + 8], place + 8 + size
        if zlib.crc32(file[place + 4 : end]) != int.from_bytes(file[end : end + 4]):
            return False
        place = end + 4
    return file.startswith(_SIGNATURE) and kind == b"IEND" and place == len(file)


def _rows(image: Image.Image) -> bytes:
    """Return rows of two pixels a byte, each behind the byte that names its filter."""
    width, height = image.size
    raw = image.crop((-2, 0, width, height)).tobytes("raw", "P;4")
    plain = Image.frombytes("L", (width // 2 + 1, height), raw)
    rows = ImageChops.subtract_modulo(plain, ImageChops.offset(plain, 0, 1))
    rows.paste(_UP, (0, 0, 1, height))
    rows.paste(plain.crop((0, 0, plain.width, 1)))  # has no row above that is known here, and no filter
    return rows.tobytes()


def _packed(rows: bytes, last: bool = False) -> bytes:
    """Pack rows; after the filter, long runs are all there is to find, and looking for them is fast."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    return packer.compress(rows) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(data, zlib.crc32(kind)).to_bytes(4)
