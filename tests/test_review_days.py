"""What a review says of days to come: who names what goes on them, and what it leaves empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from building import PROJECT
from untfsse.checking import Checked, read_all
from untfsse.languages import use
from untfsse.review.days import Scheduled, scheduled
from untfsse.review.fields import changed_files
from untfsse.review.showing_days import shown_days
from untfsse.review.site_pages import Pages, read_pages
from untfsse.review.titles import title_in
from untfsse.review.wording import words

_PAGE = (
    """<html><body><main><article class="sse-article"><h1>{title}</h1>{body}</article></main></body></html>"""
)
_WORK: Mapping[str, Any] = {
    "kind": "report",
    "versions": [{"language": "en", "title": "On law"}, {"language": "pt"}],
    "title_translations": {"fr": "Du droit"},
    "date": "2014",
    "themes": ["law"],
    "sources": ["https://example.org/"],
}
_NAME, _FILE = "publications/on-law", "data/publications/on-law.yml"
_TALK: Mapping[str, Any] = {
    "kind": "webinar",
    "title": {"en": "A talk"},
    "start": "2015-01-01",
    "themes": ["law"],
    "sources": ["https://example.org/"],
}
_TOP = "---\ntitle: {title}\ndescription: A page that somebody wrote.\n{more}---\n\nWords.\n"


@pytest.fixture(autouse=True)
def _scene(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21
    yield
    use(PROJECT)


@pytest.fixture
def read(small_project: Callable[[Mapping[str, Any]], Path]) -> Callable[..., Checked]:
    """Return a project with the work as given, and other files."""

    def read(days: Mapping[str, Any], **files: Any) -> Checked:
        checked = read_all(small_project({_FILE: {**deepcopy(_WORK), **days}, **files}))
        assert checked.problems == []
        return checked

    return read


def _site(folder: Path) -> Pages:
    """A site on which the theme, the year and two more pages lead to the work."""
    pages = {
        "publications/on-law/": ("On law", '<a href="./#top">Here</a> <a href="../other-on-law/">Other</a>'),
        "themes/law/": ("Law", '<p><a class="x" href="../../publications/on-law/">On law</a></p>'),
        "years/2014/": ("2014", '<a href="../../publications/on-law/#part">On law</a>'),
        "years/2015/": ("2015", '<a href="../../publications/other-on-law/">Other</a>'),
        "about/": ("About", "<a href='../x/'></a> publications/on-law/"),
        "fr/publications/on-law/": ("Du droit", ""),
        "fr/themes/law/": ("Droit", '<a href="../../publications/on-law/">Du droit</a>'),
        "fr/sse/": ("L’ESS", '<a href="../publications/on-law/">Du droit</a>'),
    }
    for path, (title, body) in pages.items():
        (folder / path).mkdir(parents=True)
        (folder / path / "index.html").write_text(_PAGE.format(title=title, body=body), "utf-8")
    return read_pages(folder)


def _said(days: list[Scheduled], language: str = "en") -> list[str]:
    return [one.sentence for one in shown_days(days, words(language)) if one.is_new]


Read = Callable[..., Checked]


def test_a_record_that_goes_names_its_last_day_who_names_it_and_what_is_left_empty(
    read: Read, tmp_path: Path
) -> None:
    before, after = read({}), read({"withdraw": "2026-12-01"})
    [day] = found = scheduled(tmp_path, before, after, _site(tmp_path / "site"))
    assert [name for name, _ in day.naming or ()] == ["sse", "themes/law", "years/2014"]
    assert _said(found)[0] == (
        "On law: public until 30 November 2026; gone from 1 December 2026 on. 3 pages name it. "
        "From that day on there is no record on: Law, 2014."
    )
    assert _said(found, "fr")[0] == (
        "Du droit\u00a0: public jusqu’au 30 novembre 2026 inclus, retiré à partir du 1er décembre 2026. "
        "3 pages le mentionnent. À partir de ce jour, il n’y a plus aucune fiche sur\u00a0: Droit, 2014."
    )


@pytest.mark.parametrize(
    ("days", "emptied"),
    [
        ({}, ["years/2014"]),
        ({"withdraw": "2026-12-24"}, ["years/2014"]),
        ({"withdraw": "2026-12-15"}, ["themes/law", "years/2014"]),
        ({"publish": "2026-12-16"}, ["themes/law", "years/2014"]),
        ({"draft": "true"}, ["themes/law", "years/2014"]),
    ],
)
def test_a_list_is_empty_once_nothing_on_it_is_public(
    read: Read, tmp_path: Path, days: Mapping[str, str], emptied: list[str]
) -> None:
    after = read({"withdraw": "2026-12-15"}, **{"data/events/2015-01-01-talk.yml": {**_TALK, **days}})
    found = scheduled(tmp_path, after, after, _site(tmp_path / "site"))
    [day] = (one for one in found if one.name == _NAME)
    assert [name for name, _ in day.emptied] == emptied


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ({}, {"publish": "2026-12-01"}, ["público a partir del 1 de diciembre de 2026; hasta entonces"]),
        ({}, {"withdraw": "2026-11-21"}, ["retirado desde el 21 de noviembre de 2026."]),
        ({}, {"withdraw": "2026-11-22"}, ["público hasta el 21 de noviembre de 2026 inclusive"]),
        ({"withdraw": "2026-12-01"}, {}, ["ya no tiene fecha de retirada (era el 1 de diciembre de 2026)"]),
        ({"withdraw": "2026-12-01"}, {"withdraw": "2026-12-02"}, ["hasta el 1 de diciembre de 2026"]),
        ({}, {"publish": "2026-12-01", "withdraw": "2026-12-09"}, ["a partir del 1 de", "hasta el 8 de"]),
        ({}, {"publish": "2026-11-21"}, []),
        ({"withdraw": "2026-12-01"}, {"withdraw": "2026-12-01"}, []),
        ({}, {"draft": "true", "withdraw": "2026-12-01"}, []),
        ({"withdraw": "2026-12-01"}, {"draft": "true"}, []),
    ],
)
def test_what_a_change_says_of_days_is_told_and_nothing_else(
    read: Read, tmp_path: Path, old: Mapping[str, str], new: Mapping[str, str], said: list[str]
) -> None:
    before, after = read(old), read(new)
    found = _said(scheduled(tmp_path, before, after, None), "es")
    assert len(found) == len(said)
    assert all(part in sentence for sentence, part in zip(found, said, strict=True))


def test_what_went_or_goes_without_a_site_is_told_without_who_names_it(read: Read, tmp_path: Path) -> None:
    before, after = read({}), read({"withdraw": "2026-12-01"})
    assert _said(scheduled(tmp_path, before, after, None)) == [
        "On law: public until 30 November 2026; gone from 1 December 2026 on."
    ]


def test_a_page_that_people_wrote_goes_too_and_an_old_day_is_kept_in_the_list(
    read: Read, tmp_path: Path
) -> None:
    page = _TOP.format(title="Sous-sol", more="withdraw: 2026-12-01\n")
    after = read({"publish": "2027-01-01"}, **{"docs/en/about.md": page})
    before = read(
        {"publish": "2027-01-01"}, **{"docs/en/about.md": page.replace("withdraw: 2026-12-01\n", "")}
    )
    days = scheduled(tmp_path, before, after, _site(tmp_path / "site"))
    assert [(one.name, one.how, one.is_new) for one in days] == [
        ("about", "until", True),
        (_NAME, "from", False),
    ]
    assert _said(days)[0].endswith("gone from 1 December 2026 on. 0 pages name it.")


def test_a_record_is_named_in_the_language_of_the_review_also_once_it_is_gone(
    read: Read, tmp_path: Path
) -> None:
    read({})
    [file] = changed_files(tmp_path, tmp_path / "nowhere", {_FILE: "removed"})
    assert [title_in(file.titles, one) for one in ("en", "fr", "es")] == ["On law", "Du droit", "On law"]
