"""Share images: every page has its own, each as it was drawn before, with nothing outside its frame."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from building import PROJECT
from crawler import Crawl
from html_page import Page
from untfsse.locales import LANGUAGES
from untfsse.pictures import picture_of
from untfsse.records import KINDS
from untfsse.selection import HUBS
from untfsse.share import colours, faces, ground, pattern
from untfsse.share.drawing import draw, lines
from untfsse.share.picture import Picture
from untfsse.site import Site

pytest_plugins = ["shared_sites"]

_PICTURE = Picture(
    path="assets/share/fr/events/one.png",
    kind="events",
    label="Colloque technique",
    when="2–3 octobre 2023",
    title="Quatrième colloque technique de l’UNTFSSE",
    language="Français",
    acronym="UNTFSSE",
    name="Groupe de travail interinstitutions des Nations Unies sur l’économie sociale et solidaire",
)
_LETTERS = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF), max_size=250)


@pytest.fixture(scope="module")
def pictures(real_site: Site) -> list[Picture]:
    """The image of every page that is really in its language; none knows its part of the menu."""
    return [
        picture_of(real_site, name, language, "")
        for language in LANGUAGES
        for name in (*real_site.tongue(language).pages, *real_site.prose_names())
        if language in real_site.languages(name, language)
    ]


@pytest.mark.parametrize("name", ["real", "example"])
def test_every_page_to_index_has_an_image_of_its_own_and_no_other_page_has(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Crawl = request.getfixturevalue(name)
    made = {file for file in site.files if file.startswith("assets/share/")}
    named = {page.path: _image_of(site, page) for page in site.pages.values() if page.indexed}
    assert len(set(named.values())) == len(named) > 50
    assert made == set(named.values())
    assert [page.path for page in site.pages.values() if not page.indexed and "og:image" in page.source] == []


def test_an_image_is_a_small_png_of_the_size_that_is_asked_for(real: Crawl) -> None:
    sizes = []
    for file in real.files:
        if file.startswith("assets/share/"):
            with Image.open(real.folder / file) as image:
                assert (image.format, image.size) == ("PNG", (1200, 630)), file
            sizes.append((real.folder / file).stat().st_size)
    assert max(sizes) <= 20 * 1024
    assert sum(sizes) / len(sizes) <= 15 * 1024


def test_the_fonts_have_every_letter_of_every_page(pictures: list[Picture]) -> None:
    assert len(pictures) > 1000
    for picture in pictures:
        assert faces.serif().covers(picture.title), picture
        small = (picture.label, picture.when, picture.language, picture.acronym, picture.name)
        assert all(faces.sans().covers(words) for words in small), picture


def test_no_title_and_no_date_of_today_is_shortened(pictures: list[Picture]) -> None:
    for picture in pictures:
        seen = " ".join(line.words for line in lines(picture))
        label = " · ".join(filter(None, (picture.label, picture.when)))
        assert seen.replace("\u00a0", " ") == f"{label} {picture.title}".strip().replace("\u00a0", " ")


@settings(deadline=None, max_examples=60)
@given(title=_LETTERS, label=_LETTERS, name=_LETTERS)
def test_nothing_is_drawn_outside_the_frame(title: str, label: str, name: str) -> None:
    picture = replace(_PICTURE, title=title, label=label, name=name[:90])
    empty = ground.ground("events", faces.sans(), "", "", "")
    drawn = ImageChops.difference(_decoded(draw(picture)), empty.convert("RGB")).getbbox()
    assert drawn is not None
    left, top, right, bottom = drawn
    assert left >= ground.LEFT - 12
    assert right <= ground.RIGHT + 12
    assert top >= 84
    assert bottom <= 580


def test_label_date_title_language_and_name_are_all_seen() -> None:
    image = draw(_PICTURE)
    for field in ("kind", "label", "when", "title", "language", "acronym", "name"):
        other = {"kind": "members"}.get(field, "Autre")
        assert draw(replace(_PICTURE, **{field: other})) != image, field


def test_a_title_without_letters_for_it_gives_way_to_the_section() -> None:
    assert draw(replace(_PICTURE, title="社会的連帯経済")) == draw(
        replace(_PICTURE, title="社会的連帯経済 № 2", label="Colloque technique")
    )
    assert draw(replace(_PICTURE, title="社会", label="経済", when="")) == draw(
        replace(_PICTURE, title="\U0001f331", label="", when="")
    )


def test_spaces_and_characters_that_are_not_seen_need_no_letters() -> None:
    seen = draw(replace(_PICTURE, title="Où\u00a0? À l’école"))
    assert draw(replace(_PICTURE, title="Ou\u0300\u202f? À l’é\u00adcole\u200b")) == seen
    assert draw(replace(_PICTURE, title=" Où\u00a0?\n À\u2009 l’école")) == seen


def test_letters_are_kerned() -> None:
    for face in (faces.serif(), faces.sans()):
        assert face.width("To") < face.width("T") + face.width("o")
        assert face.width("nn") == 2 * face.width("n")
        together, alone = (next(face.placed(word, 200))[0].mask.width for word in ("To", "T"))
        assert together - alone < 200 * face.width("o")


def test_words_stand_where_their_widths_put_them() -> None:
    for face in (faces.serif(), faces.sans()):
        distances = [distance for _, distance in face.placed("un\u00a0mot de trop", 100)]
        words, space = [face.width(word) for word in ("un", "mot", "de")], face.width(" ")
        starts = [sum(words[:number]) + number * space for number in range(4)]
        assert distances == [round(100 * start) for start in starts]


def test_words_have_a_contrast_of_seven_to_one_and_colours_are_those_of_the_site() -> None:
    ground_, soft, ink = (colours.PALETTE[place] for place in (0, colours.INK_SOFT, colours.INK))
    assert _contrast(soft, ground_) >= 7
    assert _contrast(ink, ground_) >= 7
    tokens = (PROJECT / "overrides/assets/stylesheets/tokens.css").read_text("utf-8")
    for name in ("deep", "deep-soft", "bright", "warm"):
        [written] = re.findall(rf"^  --sse-{name}: #(\w+);", tokens, re.MULTILINE)[:1]
        assert bytes(getattr(colours, name.replace("-", "_").upper())).hex() == written


def test_every_kind_of_page_has_shapes_of_its_own() -> None:
    assert set(pattern.PATTERNS) == {*KINDS, *HUBS, "news", "prose"}
    assert len({pattern.band(kind).tobytes() for kind in pattern.PATTERNS}) == len(pattern.PATTERNS)
    assert {pattern.band(kind).size for kind in pattern.PATTERNS} == {(1200 - 990, 630)}


def test_another_process_draws_the_same_bytes() -> None:
    code = (
        "import hashlib, sys; from untfsse.share.drawing import draw;"
        "from untfsse.share.picture import Picture;"
        f"sys.stdout.write(hashlib.sha256(draw({_PICTURE!r})).hexdigest())"
    )
    surroundings = {"PYTHONPATH": str(PROJECT / "hooks"), "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**surroundings, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {hashlib.sha256(draw(_PICTURE)).hexdigest()}


def test_the_address_of_an_image_changes_with_its_words() -> None:
    assert re.fullmatch(r"assets/share/fr/events/one\.png\?v=[0-9a-f]{8}", _PICTURE.address)
    assert replace(_PICTURE, when="4 octobre 2023").address != _PICTURE.address


def _image_of(site: Crawl, page: Page) -> str | None:
    """Return the path of the image a page names."""
    [address] = html.document_fromstring(page.source).xpath("//meta[@property='og:image']/@content")
    assert address.startswith(site.address)
    return site.follow(page, address)


def _decoded(file: bytes) -> Image.Image:
    return Image.open(io.BytesIO(file)).convert("RGB")


def _contrast(one: colours.Colour, other: colours.Colour) -> float:
    """WCAG 2.2, contrast ratio."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: colours.Colour) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
