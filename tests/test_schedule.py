"""Days on which something appears and goes: the same small project, looked at on several days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from small_project import PROJECT
from untfsse import outputs, sitemap
from untfsse.changes import Revision
from untfsse.locales import LANGUAGES
from untfsse.public_days import as_the_public_saw
from untfsse.records import Event, Member, Project, Publication
from untfsse.site import Site
from untfsse.strings import read_strings
from untfsse.views.story import make as make_story
from untfsse.yaml_source import parse

Made = Callable[..., Site]
_DAYS = {"publish": "2026-12-01", "withdraw": "2027-03-01"}
_NEWS = "news/2026-12-01-zyxwold"
_STORY = "---\ntitle: Zyxwold\ndescription: Zyxwold is told of.\ndate: 2026-12-01\n{}---\n\n{}\n"
_OTHER = "---\ntitle: News\ndescription: All news.\n---\n\n{{ news() }} {{ timeline() }} {{ map() }}\n"
_FILES: dict[str, Any] = {
    "data/events/zyxwold-talks.yml": {
        **_DAYS,
        "kind": "conference",
        "title": {"en": "Zyxwold", "fr": "Zyxwold"},
        "start": "2027-02-01",
        "place": {"country": "IS"},
        "milestone": "true",
    },
    "data/publications/zyxwold-report.yml": {
        **_DAYS,
        "kind": "report",
        "versions": [{"language": "en", "title": "Zyxwold"}],
        "date": "2026-12-01",
    },
    "docs/en/events/zyxwold-talks.md": "Zyxwold at length.",
    "docs/en/news/index.md": _OTHER,
    f"docs/en/{_NEWS}.md": _STORY.format("publish: 2026-12-01\nwithdraw: 2027-03-01\n", "Zyxwold."),
    f"docs/fr/{_NEWS}.md": _STORY.format("", "Zyxwold, en français."),
}
_PAGES = {"events/zyxwold-talks", "publications/zyxwold-report", "countries/is", _NEWS}
_BEFORE = ("2026-11-21T12:00:00", "2026-11-30T23:59:59")
_SHOWN = ("2026-12-01T00:00:00", "2027-02-28T23:59:59")
_AFTER = ("2027-03-01T00:00:00", "2031-01-01T00:00:00")
_T, _ = read_strings(PROJECT)


@pytest.fixture
def on(small_site: Made, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Site]:
    """Return the site of files as it is made at a moment (UTC)."""

    def made(moment: str, files: Mapping[str, Any] = _FILES, drafts: bool = False) -> Site:
        root = small_site(files).root
        epoch = int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
        return Site(root, "https://example.org/", drafts=drafts)

    return made


def _published(site: Site, folder: Path) -> dict[str, str]:
    """Path → words of everything that is published, the pages themselves included."""
    names = {one: [*site.tongue(one).pages, *site.prose_names()] for one in LANGUAGES}
    folder.mkdir()
    sitemap.write(folder, site, names)
    outputs.write(folder, site)
    found = {
        str(one.relative_to(folder)): one.read_text("utf-8") for one in folder.rglob("*") if one.is_file()
    }
    for language in LANGUAGES:
        tongue = site.tongue(language)
        found |= {f"{language}/{name}": page.html(Markup("")) for name, page in tongue.pages.items()}
        lists: Any = (("events", {}), ("news", {}), ("timeline", {}), ("map", {}), ("countries", {}))
        found |= {f"{language}: {macro}": tongue.lists.render(macro, given) for macro, given in lists}
    return found


@pytest.mark.parametrize("moment", [*_BEFORE, *_SHOWN, *_AFTER])
def test_a_day_begins_at_midnight_utc(on: Made, moment: str) -> None:
    site = on(moment)
    there = {f"{kind}/{id_}" for kind, ids in site.graph.records.items() for id_ in ids}
    there |= set(site.prose_names())
    assert (_PAGES - {"countries/is"} <= there) == (moment in _SHOWN)
    assert ("events/zyxwold-talks" in site.withdrawn) == (moment in _AFTER)


def test_before_its_day_nothing_tells_of_it(on: Made, tmp_path: Path) -> None:
    site = on(_BEFORE[1])
    published = _published(site, tmp_path / "site")
    assert len(published) > 50
    assert [path for path, words in published.items() if "Zyxwold" in words] == []
    assert _PAGES.isdisjoint({*site.tongue("en").pages, *site.prose_names()})


def test_from_its_day_on_it_is_published_in_every_form(on: Made, tmp_path: Path) -> None:
    site = on(_SHOWN[0])
    published = _published(site, tmp_path / "site")
    telling = {path for path, words in published.items() if "Zyxwold" in words}
    assert {
        "data/v1/events/zyxwold-talks.json",
        "data/v1/news/2026-12-01-zyxwold.json",
        "fr/news/2026-12-01-zyxwold.md",
        "en: map",
        "es: timeline",
        "fr: news",
        "llms.txt",
    } <= telling
    assert {*site.tongue("en").pages, *site.prose_names()} >= _PAGES
    assert "zyxwold" in published["sitemap.xml"]


def test_from_the_day_it_goes_its_address_says_since_when_and_nothing_else_tells_of_it(
    on: Made, tmp_path: Path
) -> None:
    site = on(_AFTER[0])
    published = _published(site, tmp_path / "site")
    assert [path for path, words in published.items() if "Zyxwold" in words] == []
    assert "zyxwold" not in published["sitemap.xml"]
    assert site.withdrawn.keys() == _PAGES | {"years/2026", "years/2027"}
    for language, day in (("en", "1 March 2027"), ("fr", "1er mars 2027"), ("es", "1 de marzo de 2027")):
        for name in site.withdrawn:
            page = site.tongue(language).pages[name]
            assert day in page.html(Markup(""))
            assert language not in site.languages(name, language)
            assert all(one.exists for one in site.alternates(name, language))
        year = site.tongue(language).pages["years/2026"]
        assert year.title.plain == "2026"
        assert _T[language]("withdrawn.empty", date=day) in year.html(Markup(""))
    assert site.canonical(_NEWS, "en") == "https://example.org/news/"
    assert site.canonical("events/zyxwold-talks", "fr") == "https://example.org/"


@pytest.mark.parametrize(("moment", "why"), [(_BEFORE[0], "publish"), (_AFTER[0], "withdraw")])
def test_the_preview_shows_it_and_says_why_only_there(on: Made, moment: str, why: str) -> None:
    site = on(moment, drafts=True)
    assert not site.withdrawn
    for language, day in (("en", " 2026"), ("fr", " 2026"), ("es", " 2026")):
        tongue = site.tongue(language)
        words = _T[language](f"record.{why}", date="|").partition("|")[0]
        html = tongue.pages["events/zyxwold-talks"].html(Markup(""))
        assert words in html
        assert (day if why == "publish" else " 2027") in html.split(words)[1][:40]
        assert "Zyxwold" in tongue.lists.render("events", {})
        prose = site.prose(_NEWS, language)
        assert prose is not None
        assert prose.top is not None
    story = site.prose(_NEWS, "en")
    assert story is not None
    words = _T["en"](f"record.{why}", date="|").partition("|")[0]
    assert make_story(site.tongue("en").reader, story).hidden.startswith(words)


_GRAPH = {
    f"data/{path}.yml": record
    for path, record in parse((PROJECT / "tests/graph.yml").read_text("utf-8"))["records"].items()
    if "draft" not in record
}


@pytest.mark.parametrize("file", _GRAPH)
def test_what_was_withdrawn_is_left_out_wherever_it_is_named(on: Made, file: str) -> None:
    site = on("2026-12-01T00:00:00", _GRAPH | {file: {**_GRAPH[file], "withdraw": "2026-12-01"}})
    kind, id_ = file.removeprefix("data/").removesuffix(".yml").split("/")
    assert id_ not in site.graph.records[kind]
    named = {(edge.target.kind, edge.target.id) for edges in site.graph.edges_from.values() for edge in edges}
    assert (kind, id_) not in named
    assert kind != "plans" or "areas" not in {of for of, _ in named}
    pages = site.tongue("en").pages
    assert [name for name, page in pages.items() if f'/{kind}/{id_}"' in page.html(Markup(""))] == []


def test_a_body_that_was_withdrawn_keeps_its_name_where_it_took_part(on: Made) -> None:
    body = {"kind": "network", "name": {"en": "Old Network"}, "membership": [{"status": "member"}]}
    files = {
        "data/members/old.yml": {**body, "withdraw": "2020-01-01"},
        "data/members/new.yml": {**body, "roles": [{"role": "chair"}, {"role": "area-lead", "area": "p/a"}]},
        "data/plans/p.yml": {
            "withdraw": "2020-01-01",
            "title": {"en": "P"},
            "start": "2020",
            "end": "2021",
            "areas": [{"id": "a", "kind": "priority", "title": {"en": "A"}}],
        },
        "data/events/e.yml": {
            "kind": "conference",
            "title": {"en": "E"},
            "start": "2020",
            "organisers": ["old", "new"],
            "areas": ["p/a"],
        },
        "data/projects/w.yml": {
            "kind": "programme",
            "title": {"en": "W"},
            "status": "ongoing",
            "lead": ["old"],
        },
        "data/publications/r.yml": {
            "kind": "report",
            "versions": [{"language": "en", "title": "R"}],
            "authors": ["old", {"family": "Li"}],
            "publisher": "old",
        },
    }
    records = on("2026-12-01T00:00:00", files).graph.records
    event, project, work = records["events"]["e"], records["projects"]["w"], records["publications"]["r"]
    member = records["members"]["new"]
    assert isinstance(event, Event)
    assert isinstance(project, Project)
    assert isinstance(work, Publication)
    assert isinstance(member, Member)
    assert [str(one.name or one.member) for one in event.organisers] == ["Text({'en': 'Old Network'})", "new"]
    assert event.areas == ()
    assert [one.role for one in member.roles] == ["chair"]
    assert [str(one.name) for one in project.lead] == ["Text({'en': 'Old Network'})"]
    assert [str(one.body or one.family) for one in work.authors] == ["Text({'en': 'Old Network'})", "Li"]
    assert work.publisher is not None
    assert str(work.publisher.name) == "Text({'en': 'Old Network'})"


def test_a_check_that_passes_passes_on_every_day_to_come(on: Made) -> None:
    files = {
        **_FILES,
        "data/projects/w.yml": {
            "publish": "2026-12-02",
            "kind": "programme",
            "title": {"en": "W"},
            "status": "ongoing",
            "events": ["zyxwold-talks"],
            "outputs": ["zyxwold-report"],
            "sources": ["zyxwold-report"],
        },
        "docs/en/about.md": (
            "---\ntitle: About\ndescription: About us.\npublish: 2026-12-03\n---\n\n"
            '{{ event("zyxwold-talks") }} [Talks](events/zyxwold-talks.md) [land](countries/is.md)'
            f" [story]({_NEWS}.md) {{{{ project('w') }}}}\n"
        ).replace("'", '"'),
    }
    for moment in (*_BEFORE, *_SHOWN, "2026-12-02T00:00:00", "2026-12-03T00:00:00", *_AFTER):
        site = on(moment, files)
        assert ("w" in site.graph.records["projects"]) == (moment >= "2026-12-02")
        assert ("about" in site.checked.prose["en"]) == (moment >= "2026-12-03")


def test_what_waited_for_its_day_is_new_to_readers_on_that_day(on: Made) -> None:
    site = on(_SHOWN[0])
    event, story, other = (
        "data/events/zyxwold-talks.yml",
        f"docs/fr/{_NEWS}.md",
        "docs/en/index.md",
    )
    early = Revision(datetime(2026, 11, 3, 9, tzinfo=UTC), 3)
    late = Revision(datetime(2027, 1, 5, 9, tzinfo=UTC), 4)
    seen = as_the_public_saw(
        {event: early, story: early, other: early}, site.checked.store, site.checked.prose
    )
    appeared = Revision(datetime(2026, 12, 1, tzinfo=UTC), 3)
    assert seen == {event: appeared, story: appeared, other: early}
    assert as_the_public_saw({event: late}, site.checked.store, site.checked.prose) == {event: late}
