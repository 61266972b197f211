"""Groups of records: all of a kind, and one for each theme, member, area … that has any."""

from __future__ import annotations

from collections.abc import Callable

from untfsse.groups import Group, group_path, group_title, groups
from untfsse.site import Site

_FILES = {
    "data/members/ilo.yml": {
        "kind": "un-agency",
        "name": {"en": "International Labour Organization", "fr": "Organisation internationale du Travail"},
        "membership": [{"status": "member"}],
    },
    "data/plans/p.yml": {
        "title": {"en": "Plan"},
        "start": 2024,
        "end": 2026,
        "areas": [
            {"id": "law", "kind": "priority", "title": {"en": "Law", "fr": "Droit"}},
            {"id": "care", "kind": "priority", "title": {"en": "Care"}},
        ],
    },
    "data/events/old.yml": {
        "kind": "webinar",
        "title": {"en": "Old"},
        "start": 2023,
        "themes": ["law"],
        "sdgs": [5],
        "organisers": ["ilo"],
    },
    "data/events/new.yml": {"kind": "conference", "title": {"en": "New"}, "start": 2024, "areas": ["p/law"]},
}


def test_there_is_a_group_for_all_and_for_each_value_with_records(small_site: Callable[..., Site]) -> None:
    site = small_site(_FILES)
    made = list(groups(site.index, "events", "kind", "member", "theme", "sdg", "area", "year"))
    assert made == [
        Group("events", "", "", ("new", "old")),
        Group("events", "kind", "conference", ("new",)),
        Group("events", "kind", "webinar", ("old",)),
        Group("events", "member", "ilo", ("old",)),
        Group("events", "theme", "law", ("old",)),
        Group("events", "sdg", "5", ("old",)),
        Group("events", "area", "p/law", ("new",)),
        Group("events", "year", "2023", ("old",)),
        Group("events", "year", "2024", ("new",)),
    ]
    assert [one.name for one in made[:3]] == ["events", "kind/conference", "kind/webinar"]
    assert made[6].name == "area/p/law"


def test_a_group_has_a_title_and_a_page(small_site: Callable[..., Site]) -> None:
    site = small_site(_FILES)
    reader = site.tongue("fr").reader
    made = groups(site.index, "events", "kind", "member", "theme", "sdg", "area", "year")
    said = {group.name: (group_title(reader, group), group_path(reader, group)) for group in made}
    words = {name: (title.plain if title else "", path) for name, (title, path) in said.items()}
    assert words["events"] == ("", "fr/events/")
    assert words["member/ilo"] == ("Organisation internationale du Travail", "fr/members/ilo/")
    assert words["area/p/law"] == ("Droit", "fr/plans/p/law/")
    assert words["sdg/5"][1] == "fr/sdgs/5/"
    assert words["sdg/5"][0] == "Objectif 5\u00a0: Égalité des sexes"
    assert words["theme/law"][1] == "fr/themes/law/"
    assert words["kind/webinar"] == ("Webinaire", "fr/events/")
    assert words["year/2023"] == ("2023", "fr/years/2023/")
