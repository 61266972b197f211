"""Feeds of small sites: the golden cases of `tests/feeds/`, what feeds hold, and in which order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest

from feed_making import Made, history, written
from feed_rules import ATOM_RULES, JSON_RULES, NAMES
from golden import golden
from untfsse.feeds.catalogue import LIMIT
from untfsse.locales import LANGUAGES
from untfsse.site import Site

CASES = golden("feeds")
_FEEDS = {"event": "events", "publication": "publications", "story": "news"}


@pytest.mark.parametrize("name", CASES)
def test_an_entry_is_as_in_the_golden_case(
    name: str, small_site: Callable[..., Site], tmp_path: Path
) -> None:
    case = CASES[name]
    site = small_site(case["files"])
    history(site, case["changed"])
    made = written(site, tmp_path / "made", {case["name"]: case["body"]} if "body" in case else None)
    prefix = "" if case["language"] == "en" else f"{case['language']}/"
    feed = made[f"{prefix}feeds/{_FEEDS[case['noun']]}"]
    [entry] = re.findall(r"<entry>.*?</entry>", feed.raw.decode(), re.DOTALL)
    assert entry == case["atom"].strip()
    assert feed.json["items"] == [json.loads(case["json"])]
    _check_sound(feed)


def test_there_is_an_event_a_publication_and_a_story_in_every_language() -> None:
    assert {(case["noun"], case["language"]) for case in CASES.values()} == {
        (noun, language) for noun in _FEEDS for language in LANGUAGES
    }


def _check_sound(feed: Made) -> None:
    assert [fault for rule in ATOM_RULES for fault in rule(feed.atom)] == []
    assert [fault for rule in JSON_RULES for fault in rule(feed.json)] == []
    assert not feedparser.parse(feed.raw).bozo


def _event(title: str = "Talks", **more: Any) -> dict[str, Any]:
    return {"kind": "conference", "title": {"en": title}, "start": "2024-05-14", **more}


def test_a_feed_exists_for_all_and_for_each_theme_and_goal_with_records(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    site = small_site(
        {
            "data/events/a.yml": _event(themes=["law"]),
            "data/projects/b.yml": {
                "kind": "programme",
                "title": {"en": "B"},
                "status": "ongoing",
                "start": 2020,
                "themes": ["law"],
                "sdgs": [5],
            },
        }
    )
    made = written(site, tmp_path / "made")
    names = ["feeds/events", "feeds/sdg/5", "feeds/theme/law"]
    assert list(made) == [f"{folder}{name}" for folder in ("es/", "", "fr/") for name in names]
    ids = [one["id"] for one in made["feeds/theme/law"].json["items"]]
    assert ids == ["tag:unsse.org,2026:en/events/a", "tag:unsse.org,2026:en/projects/b"]
    for feed in made.values():
        _check_sound(feed)


def test_the_newest_change_stands_first_and_the_oldest_are_left_out(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    ids = [f"e{number:02}" for number in range(LIMIT + 3)]
    site = small_site({f"data/events/{id_}.yml": _event() for id_ in ids})
    moments = {id_: f"2025-01-01T00:{number:02}:00+00:00" for number, id_ in enumerate(ids)}
    history(site, {f"data/events/{id_}.yml": moment for id_, moment in moments.items()})
    feed = written(site, tmp_path / "made")["feeds/events"]
    assert [one["url"].split("/")[-2] for one in feed.json["items"]] == ids[:2:-1]
    assert feed.atom.findtext("a:updated", "", NAMES) == f"2025-01-01T00:{LIMIT + 2}:00Z"


def test_changes_of_one_moment_stand_by_their_own_dates(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    site = small_site(
        {
            "data/events/a.yml": _event(start="2025-01"),
            "data/events/b.yml": _event(start="2023"),
            "data/events/c.yml": _event(start="2024-12-31"),
        }
    )
    history(site, {f"data/events/{id_}.yml": "2026-01-01T00:00:00+00:00" for id_ in "abc"})
    feed = written(site, tmp_path / "made")["feeds/events"]
    assert [one["url"][-2] for one in feed.json["items"]] == ["a", "c", "b"]


def test_an_entry_changes_with_the_prose_of_its_page(small_site: Callable[..., Site], tmp_path: Path) -> None:
    site = small_site({"data/events/a.yml": _event(), "docs/fr/events/a.md": "Des mots.\n"})
    history(
        site,
        {
            "data/events/a.yml": "2026-01-01T00:00:00+00:00",
            "docs/fr/events/a.md": "2026-02-02T00:00:00+00:00",
        },
    )
    made = written(site, tmp_path / "made")
    assert made["fr/feeds/events"].json["items"][0]["date_modified"] == "2026-02-02T00:00:00Z"


def test_without_history_an_entry_has_its_own_date_and_what_has_none_is_left_out(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    project = {"kind": "programme", "title": {"en": "A"}, "status": "ongoing", "themes": ["law"]}
    site = small_site({"data/events/a.yml": _event(themes=["law"]), "data/projects/p.yml": project})
    history(site, {})
    [item] = written(site, tmp_path / "made")["feeds/theme/law"].json["items"]
    assert (item["url"], item["date_modified"]) == (
        "https://example.org/events/a/",
        "2024-05-14T00:00:00Z",
    )


def test_a_new_title_date_or_host_keeps_the_name_of_an_entry(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    def made(site: Site, folder: str) -> tuple[str, str]:
        feed = written(site, tmp_path / folder)["feeds/events"]
        return str(feed.json["items"][0]["id"]), str(feed.atom.findtext("a:id", "", NAMES))

    before = made(small_site({"data/events/a.yml": _event("Talks")}), "before")
    site = small_site({"data/events/a.yml": _event("Other words", start="2025-06")})
    site.site_url = "https://elsewhere.example/below/"
    assert made(site, "after") == before


def test_a_story_is_in_the_feeds_of_its_languages_alone(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    top = "---\ntitle: A\ndescription: Words about it, as many as are needed here.\ndate: 2024\n---\n"
    made = written(small_site({"docs/en/news/a.md": f"{top}\nWords.\n"}), tmp_path / "made")
    assert [name for name in made if name.endswith("news")] == ["feeds/news"]
    assert "hreflang='fr'" not in made["feeds/news"].raw.decode().replace('"', "'")


@pytest.mark.parametrize(
    "words",
    [
        "A ]]> B",
        "&lt;/script&gt; &lt;script&gt;",
        "&amp;lt; &#60;b&#62;",
        "👩🏽‍🌾 🌍 é",
        '=HYPERLINK("https://example.org"), BEGIN:VALARM; a\\nb',
        "1 < 2 > 0 & \" ' `",
    ],
)
def test_hostile_words_go_through_whole_and_harmless(
    words: str, small_site: Callable[..., Site], tmp_path: Path
) -> None:
    site = small_site({"data/events/a.yml": _event(words, summary={"en": f"{words}."})})
    feed = written(site, tmp_path / "made")["feeds/events"]
    _check_sound(feed)
    plain = site.tongue("en").reader.card("events", "a").title.plain
    read = feedparser.parse(feed.raw, sanitize_html=False).entries[0]
    assert feed.atom.findtext("a:entry/a:title", "", NAMES) == plain == feed.json["items"][0]["title"]
    assert feed.atom.findtext("a:entry/a:content", "", NAMES) == feed.json["items"][0]["content_html"]
    assert read.content[0].value == feed.json["items"][0]["content_html"]
    assert feed.json["items"][0]["summary"].endswith(f"{plain}.")


def test_equal_data_make_equal_bytes(small_site: Callable[..., Site], tmp_path: Path) -> None:
    files = {"data/events/a.yml": _event(), "data/events/b.yml": _event(themes=["law"], sdgs=[5])}
    first = written(small_site(files), tmp_path / "first")
    second = written(small_site(dict(reversed(files.items()))), tmp_path / "second")
    assert {name: feed.raw for name, feed in first.items()} == {
        name: feed.raw for name, feed in second.items()
    }
