"""The look at a published site finds what is wrong with it, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from browser.server import Answer, Host, serving
from crawler import Crawl
from pages_host import PagesHost
from rehearsal import rehearse
from untfsse.publishing.fetching import Answer as Fetched
from untfsse.publishing.fetching import fetch
from untfsse.publishing.smoke import awaited, main, smoke, wanted_of

pytest_plugins = ["shared_sites"]

_OLD = '<html lang="en"><noscript><meta http-equiv="refresh" content="0; url=../events/"></noscript>'


class _Changed:
    """A site as it is published, some of its answers changed."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.changes: dict[str, str | bytes | int | None] = {}
        """Path → what is there instead: a text, a status, or nothing."""

    def answer(self, path: str, compress: bool) -> Answer:
        change = self.changes.get(path, self)
        if change is self:
            return self.host.answer(path, compress)
        if change is None:
            return self.host.answer("/nothing-is-here", compress)
        plain = self.host.answer(path, False)
        if isinstance(change, int):
            return replace(plain, status=change)
        body = change if isinstance(change, bytes) else str(change).encode()
        headers = {**plain.headers, "Content-Type": plain.headers.get("Content-Type", "text/html")}
        return Answer(200, headers, body)


@pytest.fixture(scope="module")
def changed(example: Crawl) -> Iterator[tuple[_Changed, str]]:
    host = _Changed(Host(example.folder))
    with serving(host) as port:
        yield host, f"http://127.0.0.1:{port}/"


def _faults(
    changed: tuple[_Changed, str], changes: dict[str, str | bytes | int | None], old: str | None = ""
) -> list[str]:
    host, address = changed
    host.changes = changes
    try:
        return [fault.replace(address, "/") for fault in smoke(address, {}, old)]
    finally:
        host.changes = {}


def test_a_site_that_works_has_no_fault(changed: tuple[_Changed, str]) -> None:
    host, _ = changed
    security = host.host.answer("/.well-known/security.txt", False).body.decode().replace("2026", "2126")
    assert _faults(changed, {"/.well-known/security.txt": security, "/old/": _OLD}, "/old/") == []


_SECURITY = "Contact: https://example.example/\nExpires: 2126-01-01T00:00:00Z\n"

_CARRIED = '{"languages": ["en"], "site": "https://example.example/", "carried": {"files": 1}}'

CASES: dict[str, tuple[dict[str, str | bytes | int | None], str]] = {
    "an account without languages": ({"/build.json": "{}"}, "/build.json: names no language"),
    "a carried file that is lost": (
        {"/build.json": _CARRIED, "/assets.json": '{"carried": {"pagefind/x.js": {}}}'},
        "/pagefind/x.js: answers 404, and not 200",
    ),
    "carried files without a name": (
        {"/build.json": _CARRIED, "/assets.json": '{"carried": {}}'},
        "/assets.json: names none of the 1 files that were carried on",
    ),
    "no page of a language": ({"/fr/": None}, "/fr/: answers 404, and not 200"),
    "a page of another language": (
        {"/es/": '<html lang="en"><title>x</title>'},
        "/es/: says it is in en, and es is expected",
    ),
    "a page without styles": ({"/": '<html lang="en"><title>x</title>'}, "/: names no stylesheet"),
    "a page without a title": ({"/": '<html lang="en">'}, "/: has no title"),
    "a page without feeds": ({"/fr/": '<html lang="fr"><title>x</title>'}, "/fr/: names no feed"),
    "a page of another site": (
        {"/": '<html lang="en"><link rel="canonical" href="https://other.example/">'},
        "/: says it stands at https://other.example/, and not below https://example.example/",
    ),
    "a list that fails": ({"/es/events/": 500}, "/es/events/: answers 500, and not 200"),
    "no search page": ({"/fr/search/": None}, "/fr/search/: answers 404, and not 200"),
    "an empty feed": ({"/feeds/events.atom": ""}, "/feeds/events.atom: is no feed (it answers 200)"),
    "a feed that is no XML": (
        {"/fr/feeds/events.atom": "<feed"},
        "/fr/feeds/events.atom: is no feed (it answers 200)",
    ),
    "a calendar cut off": (
        {"/calendars/events.ics": "BEGIN"},
        "/calendars/events.ics: is no calendar (it answers 200)",
    ),
    "no index of the search": (
        {"/pagefind/pagefind-entry.json": None},
        "/pagefind/pagefind-entry.json: is no index of the search (it answers 404)",
    ),
    "no index for a language": (
        {"/pagefind/pagefind-entry.json": '{"languages": {"en": {"hash": "x", "wasm": "en"}}}'},
        "/pagefind/pagefind-entry.json: has no index for fr",
    ),
    "no program of the search": (
        {"/pagefind/pagefind.js": None},
        "/pagefind/pagefind.js: answers 404, and not 200",
    ),
    "no list of pages": ({"/sitemap.xml": None}, "/sitemap.xml: lists no page (it answers 404)"),
    "a list of pages without records": (
        {"/sitemap.xml": "<loc>https://example.example/</loc>"},
        "/sitemap.xml: lists no page of publications/",
    ),
    "no file for robots": ({"/robots.txt": None}, "/robots.txt: does not name the sitemap (it answers 404)"),
    "no contact": (
        {"/.well-known/security.txt": None},
        "/.well-known/security.txt: names no contact and no end (it answers 404)",
    ),
    "a contact that has run out": (
        {"/.well-known/security.txt": _SECURITY.replace("2126", "2006")},
        "/.well-known/security.txt: has run out on 2006-01-01T00:00:00Z",
    ),
    "an old address that leads nowhere": ({"/old/": None}, "/old/: leads nowhere (it answers 404)"),
    "an old address that leads to nothing": (
        {"/old/": _OLD.replace("../events/", "../evnts/")},
        "/evnts/: answers 404, and not 200",
    ),
    "a folder that does not lead to its page": (
        {"/events": "words"},
        "/events: does not lead to /events/ (it answers 200)",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_fault_is_one_line(name: str, changed: tuple[_Changed, str]) -> None:
    changes, fault = CASES[name]
    sound: dict[str, str | bytes | int | None] = {"/.well-known/security.txt": _SECURITY, "/old/": _OLD}
    faults = _faults(changed, sound | changes, "/old/")
    assert fault in faults
    assert all("\n" not in one for one in faults)


def test_what_pages_load_must_be_there_as_what_it_is(changed: tuple[_Changed, str]) -> None:
    sheet = "/assets/stylesheets/site.css"
    assert f"{sheet}?v=" in "".join(_faults(changed, {sheet: None}))
    script = "/assets/javascripts/site.js"
    assert [one for one in _faults(changed, {script: 500}) if one.startswith(f"{script}?v=")]


def test_a_page_for_wrong_addresses_answers_404_and_leads_home(example: Crawl, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("build.json", "sitemap.xml"):
        shutil.copy(example.folder / name, site)
    (site / "404.html").write_text(f'<a href="{example.address}">home</a>', "utf-8")
    with serving(Host(site)) as port:
        faults = smoke(f"http://127.0.0.1:{port}/", {})
    assert any(one.endswith("/: does not lead to the home page of every language") for one in faults)


class TestWaitingForTheRightRelease:
    def test_it_asks_again_until_the_release_is_there(self) -> None:
        answers = [
            Fetched(0, fault="refused"),
            Fetched(404),
            Fetched(200, body=b"<html>"),
            Fetched(200, body=b"[]"),
            Fetched(200, body=b'{"commit": "a"}'),
            Fetched(200, body=b'{"commit": "b", "digest": "1"}'),
        ]
        found, fault = awaited(lambda: answers.pop(0), {"commit": "b"}, 60, 0)
        assert fault == ""
        assert found["digest"] == "1"
        assert answers == []

    @pytest.mark.parametrize(
        ("answer", "fault"),
        [
            (Fetched(0, fault="refused"), "answers refused, and not 200"),
            (Fetched(200, body=b"<html>"), "is no JSON"),
            (Fetched(200, body=b"[]"), "is no account of a build"),
            (Fetched(200, body=b'{"commit": "a"}'), "commit is a, and b is expected"),
        ],
    )
    def test_it_gives_up_and_says_what_is_there_instead(self, answer: Fetched, fault: str) -> None:
        assert awaited(lambda: answer, {"commit": "b"}, 0, 1)[1] == fault

    def test_a_build_of_the_same_commit_on_another_day_is_another_one(self, tmp_path: Path) -> None:
        file = tmp_path / "build.json"
        file.write_text(json.dumps({"commit": "a", "clock": 2, "digest": "d", "files": 3}), "utf-8")
        assert wanted_of(file, "") == {"commit": "a", "clock": 2, "digest": "d"}
        assert wanted_of(None, "a") == {"commit": "a"}
        assert wanted_of(None, "") == {}


def test_it_waits_while_a_host_shows_the_release_before(example: Crawl, tmp_path: Path) -> None:
    before = tmp_path / "before"
    before.mkdir()
    (before / "404.html").write_text("nothing", "utf-8")
    host = PagesHost(tmp_path)
    host.publish(before)
    host.publish(example.folder, still=2)
    with serving(host) as port:
        wanted = wanted_of(example.folder / "build.json", "")
        faults = smoke(f"http://127.0.0.1:{port}/", wanted, "", 20, 0.01)
    assert [one for one in faults if "security.txt: has run out" not in one] == []
    assert host.still == 0


def test_a_host_shows_what_it_is_given_as_github_pages_does(example: Crawl, tmp_path: Path) -> None:
    host = PagesHost(tmp_path, "/repo/")
    host.publish(example.folder)
    with serving(host) as port:
        address = f"http://127.0.0.1:{port}/repo/"
        assert fetch(f"{address}events").address == f"{address}events/"
        assert fetch(f"{address}.well-known/security.txt").status == 200
        assert fetch(f"{address}nothing/").status == 404
        assert fetch(f"http://127.0.0.1:{port}/events/").status == 404


def test_what_is_no_address_of_the_web_is_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("words", "utf-8")
    assert fetch(f"file://{tmp_path}/secret").status == 0


def test_a_fault_ends_the_command_with_an_error(
    changed: tuple[_Changed, str], capsys: pytest.CaptureFixture[str]
) -> None:
    _, address = changed
    assert main([address.rstrip("/"), "--commit", "unknown", "--minutes", "0", "--old", "/nowhere/"]) == 1
    out = capsys.readouterr().out
    assert f"{address}nowhere/: leads nowhere (it answers 404)" in out
    assert f"{address}: 2 to mend" in out
    assert main([address, "--commit", "0" * 40, "--minutes", "0"]) == 1
    assert "commit is unknown" in capsys.readouterr().out


def test_the_old_address_is_the_one_that_the_published_build_names(changed: tuple[_Changed, str]) -> None:
    _, address = changed
    record = json.loads(fetch(f"{address}build.json").body)
    assert _faults(changed, {"/.well-known/security.txt": _SECURITY}, None) == []
    moved: dict[str, str | bytes | int | None] = {"/build.json": json.dumps({**record, "moved": "/gone/"})}
    assert "/gone/: leads nowhere (it answers 404)" in _faults(changed, moved, None)


def test_going_back_restores_the_release_before_byte_by_byte(example: Crawl, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(example.folder, site)
    security = site / ".well-known" / "security.txt"
    security.write_text(security.read_text("utf-8").replace("2026", "2126"), "utf-8")
    told: list[str] = []
    assert rehearse(site, tmp_path, told.append)
    assert told[-1] == "0 faults, then 1, then 0; the bytes are the same"
    assert sum("stylesheets/site.css?v=" in line and "answers 404" in line for line in told) == 1
