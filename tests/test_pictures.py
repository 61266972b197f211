"""What the share image of a page shows: kind and date of a record, the section of other pages."""

from __future__ import annotations

import pytest

from untfsse.pictures import picture_of
from untfsse.site import Site


@pytest.mark.parametrize(
    ("name", "language", "section", "kind", "label", "when"),
    [
        (
            "events/2023-10-02-technical-symposium-4",
            "fr",
            "",
            "events",
            "Colloque technique",
            "2–3 octobre 2023",
        ),
        ("plans/2022-2024", "es", "", "plans", "Plan de acción", "2022–2024"),
        ("members/ilo", "en", "", "members", "United Nations specialized agency", ""),
        ("years/2019", "fr", "", "years", "Années", ""),
        ("sdgs/8", "en", "", "sdgs", "Sustainable Development Goals", ""),
        ("about/history", "fr", "À propos", "prose", "À propos", ""),
        ("events/index", "es", "Eventos", "events", "", ""),
        ("this-site/privacy", "en", "", "prose", "About this site", ""),
        ("index", "fr", "Accueil", "prose", "", ""),
    ],
)
def test_a_picture_says_what_kind_of_page_it_stands_for(
    name: str, language: str, section: str, kind: str, label: str, when: str, real_site: Site
) -> None:
    picture = picture_of(real_site, name, language, section)
    assert (picture.kind, picture.label, picture.when) == (kind, label, when)
    assert picture.path == f"assets/share/{language}/{name}.png"


def test_an_area_of_a_plan_says_what_it_is_and_the_years_of_the_plan(real_site: Site) -> None:
    areas = [name for name in real_site.tongue("es").pages if name.startswith("plans/2022-2024/")]
    pictures = [picture_of(real_site, name, "es", "") for name in areas]
    assert {picture.label for picture in pictures} == {"Área transversal", "Área prioritaria"}
    assert {picture.when for picture in pictures} == {"2022–2024"}


def test_a_story_says_that_it_is_news_and_its_date(real_site: Site) -> None:
    picture = picture_of(real_site, "news/2014-09-22-first-leading-group-meeting", "es", "Noticias")
    assert (picture.kind, picture.label, picture.when) == ("news", "Noticias", "22 de septiembre de 2014")


def test_only_the_home_page_does_without_the_name_of_the_site(real_site: Site) -> None:
    assert picture_of(real_site, "index", "es", "").name == ""
    assert picture_of(real_site, "about/history", "es", "").name.startswith("Grupo de Trabajo")
    assert picture_of(real_site, "about/history", "es", "").language == "Español"
