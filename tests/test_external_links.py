"""Links to other sites: which are dead, where they stand, and what is made of it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from browser.server import Answer, serving
from building import PROJECT
from untfsse.link_exceptions import read_link_exceptions
from untfsse.publishing import links
from untfsse.publishing.fetching import Answer as Fetched
from untfsse.publishing.fetching import fetch
from untfsse.publishing.links import Found, archived, judged, look, places, report

_LINE = (
    "See [a report](https://a.example/x_(y)/z.pdf) and https://b.example/?q=1#part, or «https://c.example/»."
)


def test_every_address_is_known_with_its_places(tmp_path: Path) -> None:
    (tmp_path / "data" / "events").mkdir(parents=True)
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "data" / "events" / "x.yml").write_text(
        "sources: [https://a.example/x_(y)/z.pdf, 'https://b.example/?q=1']\n# http://c.example/\n", "utf-8"
    )
    (tmp_path / "docs" / "en" / "y.md").write_text(f"Words.\n\n{_LINE}\n", "utf-8")
    assert places(tmp_path) == {
        "https://a.example/x_(y)/z.pdf": ["data/events/x.yml:1", "docs/en/y.md:3"],
        "https://b.example/?q=1": ["data/events/x.yml:1", "docs/en/y.md:3"],
        "https://c.example/": ["docs/en/y.md:3"],
    }


def test_the_real_records_and_pages_are_read() -> None:
    found = places(PROJECT)
    assert len(found) > 100
    assert all(address.startswith("https://") and lines for address, lines in found.items())
    assert not [address for address in found if address.endswith((")", "]", ",", ".")) and "(" not in address]


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Fetched(200), "fine"),
        (Fetched(204), "fine"),
        (Fetched(404), "gone"),
        (Fetched(410), "gone"),
        (Fetched(403), "refused"),
        (Fetched(429), "refused"),
        (Fetched(999), "refused"),
        (Fetched(503), "silent"),
        (Fetched(0, fault="timed out"), "silent"),
        (Fetched(0, fault="[Errno -2] Name or service not known"), "gone"),
        (Fetched(0, fault="[SSL: CERTIFICATE_VERIFY_FAILED]"), "silent"),
    ],
)
def test_what_an_answer_means(answer: Fetched, state: str) -> None:
    assert judged(answer).state == state


def test_who_does_not_answer_is_asked_again_and_a_silent_host_is_left_alone() -> None:
    asked: list[str] = []

    def ask(address: str) -> Fetched:
        asked.append(address)
        once = address == "https://slow.example/" and asked.count(address) == 1
        return Fetched(0, fault="timed out") if once or "dead" in address else Fetched(200)

    addresses = ["https://slow.example/", *(f"https://dead.example/{number}" for number in range(5))]
    found = look(addresses, ask, pause=0)
    assert found["https://slow.example/"].state == "fine"
    assert [found[f"https://dead.example/{number}"].said for number in range(5)] == [
        *["does not answer"] * 3,
        *["its host did not answer 3 times"] * 2,
    ]
    assert len([one for one in asked if "dead" in one]) == 6


class _Archive:
    """Answers for the archive, and for one page that is there and one that is not."""

    def answer(self, path: str, compress: bool) -> Answer:
        if path.startswith("/wayback/"):
            gone = unquote(path.removeprefix("/wayback/"))
            copy = {"available": True, "url": f"http://web.archive.org/web/2020/{gone}"}
            body = json.dumps({"archived_snapshots": {"closest": copy} if "never" not in gone else {}})
            return Answer(200, {"Content-Type": "application/json"}, body.encode())
        return Answer(200 if path == "/there" else 404, {"Content-Type": "text/html"}, b"x" * 10)


def test_over_the_network_a_dead_address_is_told_with_its_copy() -> None:
    with serving(_Archive()) as port:
        host = f"http://127.0.0.1:{port}"
        found = look([f"{host}/there", f"{host}/gone"], lambda address: fetch(address, limit=0), pause=0)
        assert found == {f"{host}/there": Found("fine"), f"{host}/gone": Found("gone", "answers 404")}
        archive = f"{host}/wayback/"
        assert archived("https://x.example/?a=b", fetch, archive) == (
            "https://web.archive.org/web/2020/https://x.example/?a=b"
        )
        assert archived("https://x.example/never", fetch, archive) == ""
        assert archived("https://x.example/", lambda _: Fetched(0, fault="refused"), archive) == ""


def test_the_report_is_a_list_of_things_to_do() -> None:
    found = {
        "https://a.example/": Found("fine"),
        "https://b.example/": Found("gone", "answers 404"),
        "https://c.example/": Found("silent", "does not answer"),
        "https://d.example/": Found("refused", "answers 403"),
    }
    at = {address: ["data/x.yml:1", "docs/en/y.md:2"] for address in found}
    assert report(found, at, {"https://b.example/": "https://web.archive.org/b"}) == (
        "4 addresses of other sites were asked for.\n\n"
        "## Gone: link to the copy, to where it is now, or take the link out\n\n"
        "- [ ] <https://b.example/> answers 404; in data/x.yml:1, docs/en/y.md:2\n"
        "  - copy: <https://web.archive.org/b>\n\n"
        "## Did not answer this time: look again when they stand here a second week\n\n"
        "- [ ] <https://c.example/> does not answer; in data/x.yml:1, docs/en/y.md:2\n\n"
        "1 more refuse programs and were not looked at.\n"
    )


def test_what_the_list_names_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.yml").write_text(
        "- https://a.example/1\n- https://b.example/2\n- https://c.example/3\n", "utf-8"
    )
    (tmp_path / "data" / "links.yml").write_text("- {address: https://a.example/, reason: slow}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(links, "_PAUSE", 0)
    answers = {"https://b.example/2": 404, "https://c.example/3": 200}
    monkeypatch.setattr(links, "fetch", lambda address, limit=1: Fetched(answers.get(address, 500)))
    assert links.main(["links.md"]) == 0
    assert capsys.readouterr().out == "2 addresses, 1 gone; see links.md\n"
    assert (tmp_path / "links.md").read_text("utf-8").count("- [ ]") == 1
    (tmp_path / "data" / "links.yml").write_text("- {address: https://a.example/}\n", "utf-8")
    assert links.main(["links.md"]) == 1
    assert 'the field "reason" is missing' in capsys.readouterr().err


def test_without_a_network_nothing_is_said_of_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.yml").write_text("- https://a.example/1\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    nobody = Fetched(0, fault="Temporary failure in name resolution")
    monkeypatch.setattr(links, "fetch", lambda address, limit=1: nobody)
    monkeypatch.setattr(links, "_PAUSE", 0)
    assert links.main(["links.md"]) == 1
    assert "no network" in capsys.readouterr().err
    assert not (tmp_path / "links.md").exists()


def test_the_real_list_has_no_mistake() -> None:
    exceptions, problems = read_link_exceptions(PROJECT)
    assert exceptions
    assert problems == []


@pytest.fixture
def gh(tmp_path: Path) -> Callable[..., list[str]]:
    """Run `.ci/links-issue` with a report and the number of an open issue; return what it asks GitHub for."""

    def run(text: str, number: str) -> list[str]:
        (tmp_path / "links.md").write_text(text, "utf-8")
        (tmp_path / "bin").mkdir(exist_ok=True)
        asked = tmp_path / "asked"
        asked.write_text("")
        program = tmp_path / "bin" / "gh"
        program.write_text(
            f'#!/bin/sh\necho "$1 $2 $3" >> {asked}\n[ "$2" != list ] || echo "{number}"\n'
            f'for last; do :; done\n[ ! -f "$last" ] || cp "$last" {tmp_path / "body"}\n',
            "utf-8",
        )
        program.chmod(0o755)
        subprocess.run(
            ["sh", PROJECT / ".ci/links-issue", "links.md"],
            cwd=tmp_path,
            env={"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"},
            check=True,
        )
        return asked.read_text("utf-8").splitlines()[1:]

    return run


@pytest.mark.parametrize(
    ("dead", "number", "asked"),
    [
        (True, "", ["label create dead-links", "issue create --title"]),
        (True, "7", ["issue edit 7"]),
        (False, "7", ["issue close 7"]),
        (False, "", []),
    ],
)
def test_one_issue_is_opened_changed_or_closed(
    dead: bool, number: str, asked: list[str], gh: Callable[..., list[str]]
) -> None:
    address = "https://b.example/"
    found = {address: Found("gone", "answers 404") if dead else Found("fine")}
    assert gh(report(found, {address: ["data/x.yml:1"]}, {}), number) == asked


def test_an_issue_is_no_longer_than_github_takes(gh: Callable[..., list[str]], tmp_path: Path) -> None:
    found = {f"https://b.example/{n}/{'é' * 200}": Found("gone", "answers 404") for n in range(400)}
    at = {address: ["data/x.yml:1"] for address in found}
    whole = report(found, at, {})
    gh(whole, "")
    body = (tmp_path / "body").read_text("utf-8")
    shown, _, more = body.rstrip("\n").rpartition("\n\n")
    assert whole.startswith(f"{shown}\n")
    assert len(whole) > 65_536 > len(body)
    assert more == "More does not fit into an issue: `make links` lists all."
    gh(report(dict(list(found.items())[:1]), at, {}), "")
    assert "More does not fit" not in (tmp_path / "body").read_text("utf-8")
