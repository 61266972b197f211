"""PNG files put together from rows that were packed before and rows that are new."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from untfsse.share.png import Sheet, is_whole

_PALETTE = [(number, 2 * number, 255 - number) for number in range(16)]
_SMALL = Sheet(Image.new("P", (6, 3)), _PALETTE, 1).png(Image.new("P", (6, 1), 7))


@settings(deadline=None)
@given(height=st.integers(1, 9), top=st.integers(1, 9), tail=st.integers(1, 9), data=st.data())
def test_rows_put_into_a_sheet_are_read_back(height: int, top: int, tail: int, data: st.DataObject) -> None:
    pixels = st.integers(0, 15)
    size = 6 * (top + height + tail)
    whole = bytes(data.draw(st.lists(pixels, min_size=size, max_size=size)))
    rows = bytes(data.draw(st.lists(pixels, min_size=6 * height, max_size=6 * height)))
    image = Image.frombytes("P", (6, top + height + tail), whole)
    file = Sheet(image, _PALETTE, top).png(Image.frombytes("P", (6, height), rows))
    assert is_whole(file)
    expected = whole[: 6 * top] + rows + whole[6 * (top + height) :]
    with Image.open(io.BytesIO(file)) as read:
        assert read.convert("RGB").tobytes() == b"".join(bytes(_PALETTE[pixel]) for pixel in expected)


@given(place=st.integers(0), data=st.data())
def test_an_image_with_a_single_wrong_byte_is_not_whole(place: int, data: st.DataObject) -> None:
    at = place % len(_SMALL)
    wrong = data.draw(st.integers(0, 255).filter(lambda byte: byte != _SMALL[at]))
    assert is_whole(_SMALL)
    assert not is_whole(_SMALL[:at] + bytes([wrong]) + _SMALL[at + 1 :])
    assert not is_whole(_SMALL[:at])
