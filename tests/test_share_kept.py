"""Share images of earlier builds: used as they are, and drawn again where they are not whole."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from untfsse.share import images
from untfsse.share.drawing import draw
from untfsse.share.picture import Picture

_PICTURE = Picture(
    path="assets/share/es/events/one.png",
    kind="events",
    label="Simposio técnico",
    when="2 y 3 de octubre de 2023",
    title="Cuarto Simposio Técnico del UNTFSSE",
    language="Español",
    acronym="UNTFSSE",
    name="",
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The one file that is kept of a first build."""
    assert images.write(tmp_path / "first", tmp_path, [_PICTURE]) == 1
    [file] = (tmp_path / images.CACHE).iterdir()
    return file


def test_a_second_build_draws_nothing(kept: Path, tmp_path: Path) -> None:
    assert images.write(tmp_path / "second", tmp_path, [_PICTURE]) == 0
    assert _written(tmp_path, "second") == _written(tmp_path, "first") == draw(_PICTURE)


@pytest.mark.parametrize("damaged", [b"", b"no image", draw(_PICTURE)[:-1], draw(_PICTURE)[:900]])
def test_a_damaged_image_is_drawn_again(damaged: bytes, kept: Path, tmp_path: Path) -> None:
    kept.write_bytes(damaged)
    assert images.write(tmp_path / "second", tmp_path, [_PICTURE]) == 1
    assert _written(tmp_path, "second") == kept.read_bytes() == draw(_PICTURE)


def test_other_words_or_another_font_are_drawn_anew(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for field in ("kind", "label", "when", "title", "language", "acronym", "name"):
        assert images.write(tmp_path / "second", tmp_path, [replace(_PICTURE, **{field: "news"})]) == 1, field
    assert images.write(tmp_path / "second", tmp_path, [replace(_PICTURE, path="other.png")]) == 0
    monkeypatch.setattr(images, "version", lambda package: "another")
    assert images.write(tmp_path / "second", tmp_path, [_PICTURE]) == 1


def test_what_no_build_asks_for_is_forgotten_after_a_month(kept: Path, tmp_path: Path) -> None:
    unused = kept.with_name("unused.png")
    recent = kept.with_name("recent.png")
    for file, days in ((kept, 31), (unused, 31), (recent, 29)):
        file.touch()
        os.utime(file, (time.time() - days * 86400,) * 2)
    assert images.write(tmp_path / "second", tmp_path, [_PICTURE]) == 0
    assert {file.name for file in kept.parent.iterdir()} == {kept.name, "recent.png"}


def test_a_build_goes_on_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("not a folder")
    assert images.write(tmp_path / "site", tmp_path, [_PICTURE]) == 1
    assert _written(tmp_path, "site") == draw(_PICTURE)


def test_many_images_drawn_on_several_processors_are_those_drawn_on_one(tmp_path: Path) -> None:
    many = [
        replace(_PICTURE, path=f"assets/share/{number}.png", title=f"Colloque {number}")
        for number in range(2 * images._MANY + 1)
    ]
    assert images.write(tmp_path / "site", tmp_path, many) == len(many)
    for picture in many:
        assert (tmp_path / "site" / picture.path).read_bytes() == draw(picture)


def _written(root: Path, site: str) -> bytes:
    return (root / site / _PICTURE.path).read_bytes()
