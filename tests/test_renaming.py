"""`untfsse rename`: everything goes along, and every old address leads on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from small_project import PROJECT, TRANSLATED, lay, write_base
from untfsse import old_addresses
from untfsse.__main__ import main
from untfsse.calendars.identity import first_name, uid
from untfsse.checking import check_all
from untfsse.locales import LANGUAGES
from untfsse.locales import TRANSLATED as INTO
from untfsse.renaming import changes as renaming
from untfsse.renaming.move import Move
from untfsse.site import Site
from untfsse.terminal.files import write
from untfsse.translations import ledger
from untfsse.translations.standing import standings

_EVENT = "2020-01-15-talks"
_PAGE = """\
---
title: About
description: What this page is about, in words enough to describe it well.
records:
  - events/2020-01-15-talks
  - plans/2020-2022
sources:
  - report
---

[Talks](events/2020-01-15-talks.md), [again](./events/2020-01-15-talks.md#x "Talks"),
[area](plans/2020-2022/priority-1.md), [plan](plans/2020-2022.md), [the body](members/ilo.md),
[the place](projects/hub.md), [story](news/2020-02-01-told.md).

{{ event("2020-01-15-talks") }} {{ events(member='ilo', kind="conference") }} {{ plan("2020-2022") }}

{{ publication("report") }} {{ project(id="hub") }} `events/2020-01-15-talks.md` https://example.org/events/2020-01-15-talks/

![Talks](../assets/events/2020-01-15-talks.png)

[there]: publications/report.md
"""
_STORY = (
    "---\ntitle: Told\ndescription: What is told, in words enough to describe it well and long.\n"
    "date: 2020-02-01\n---\n\nSee [it](../events/2020-01-15-talks.md) and [this](2020-02-01-told.md).\n"
)
_FILES: dict[str, Any] = {
    **TRANSLATED,
    **{f"docs/{one}/about.md": _PAGE for one in LANGUAGES},
    **{f"docs/{one}/news/2020-02-01-told.md": _STORY for one in LANGUAGES},
    **{f"docs/{one}/events/{_EVENT}.md": "Long: [it](2020-01-15-talks.md).\n" for one in ("en", "fr")},
    "docs/assets/events/2020-01-15-talks.png": "x",
    f"data/events/{_EVENT}.yml": (
        "kind: conference # [report]\ntitle: {en: Talks, fr: Paroles, es: Palabras}\nstart: 2020-01-15\n"
        "organisers:\n  - ilo\n  - member: \"ilo\"\n    as: ILO\nareas: ['2020-2022/priority-1']\n"
        "publications: [report]\nprojects: [hub]\n"
        "summary:\n  en: See [the place](/projects/hub/), ilo.\n  fr: Voir [le lieu](/fr/projects/hub).\n"
        "sources:\n  - report\n"
    ),
    "data/plans/2020-2022.yml": (
        "title: {en: Plan}\nstart: 2020\nend: 2022\npublication: report\nareas:\n  - id: priority-1\n"
        "    kind: priority\n    title: {en: Law}\n    leads: [ilo]\n    actions:\n      - title: {en: A}\n"
        "        state: done\n        as_of: 2021\n        evidence:\n          events: [2020-01-15-talks]\n"
    ),
    "data/members/oecd.yml": (
        "name: {en: OECD}\nkind: network\nmembership:\n  - status: member\n    sources: [report]\n"
        "roles:\n  - role: area-lead\n    area: 2020-2022/priority-1\n"
    ),
    "data/redirects.yml": (
        "# Old ones.\n- old: /talks-of-2020/\n  to: events/2020-01-15-talks\n"
        "- old: /events/2020-talks/\n  to: events/2020-01-15-talks\n"
        "- old: /law/\n  to: plans/2020-2022/priority-1\n"
    ),
    "data/search.yml": (
        "- find: {en: talk, fr: parole, es: palabra}\n  typed: [talks]\n  page: events/2020-01-15-talks\n"
    ),
    "data/README.md": "Copy `events/2020-01-15-talks.yml`.\n",
    "tests/search.yml": "- {language: en, query: talks, page: events/2020-01-15-talks/}\n",
}  # fmt: skip
_MOVES = [
    Move("events", _EVENT, "2020-01-15-great-talks"),
    Move("members", "ilo", "labour"),
    Move("publications", "report", "first-report"),
    Move("projects", "hub", "center"),
    Move("plans", "2020-2022", "2020-2023"),
    Move("news", "2020-02-01-told", "2020-02-01-retold"),
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project that names its records in every way, with an account of its translations."""
    write_base(tmp_path)
    lay(tmp_path, _FILES)
    monkeypatch.chdir(tmp_path)
    main(["translations", "accept", "docs", "data"])
    monkeypatch.undo()
    assert not _to_do(tmp_path)
    return tmp_path


def _to_do(root: Path) -> set[tuple[str, str, str]]:
    """What the translations need, beside what is not translated at all."""
    checked = check_all(root)
    return {
        (language, one.document.name, pair.state.name)
        for language in INTO
        for one in standings(checked, ledger.load(root, language))
        for pair in one.pairs
        if pair.state.name in ("STALE", "ORPHANED")
    }


def _texts(root: Path) -> dict[str, str]:
    there = (one for one in root.rglob("*.*") if one.is_file() and ".git" not in one.parts)
    return {one.relative_to(root).as_posix(): one.read_text("utf-8") for one in there}


@pytest.mark.parametrize("move", _MOVES, ids=lambda move: move.kind)
def test_everything_that_names_a_record_names_it_anew_and_old_addresses_lead_on(
    root: Path, capsys: pytest.CaptureFixture[str], move: Move
) -> None:
    before, accounts = _texts(root), {one: ledger.load(root, one) for one in INTO}
    capsys.readouterr()
    assert main(["rename", move.page, move.new, "--lang", "en", "--root", str(root)]) == 0
    told = capsys.readouterr().out
    assert f"the old addresses lead to {move.new_page}" in told
    after = _texts(root)
    redirects = after.pop("data/redirects.yml")
    for file, text in after.items():
        assert f"/{move.old}." not in f"/{file}"
        if file.startswith(("data/vocabulary/", "data/translations/")) or file.endswith("strings.yml"):
            continue
        left = re.sub(r"`[^`]*`|https://\S+|# \[report\]|kind: report|Report|, ilo\.|ILO", "", text)
        assert not re.search(rf"(?<![\w-]){re.escape(move.old)}(?![\w-])", left), (file, text)
    assert not _to_do(root)
    for language, account in accounts.items():
        assert sum(1 for _ in ledger.load(root, language)) == sum(1 for _ in account)
    pages = [move.page] + ([f"{move.page}/priority-1"] if move.kind == "plans" else [])
    leading = {one.old: one.to for one in check_all(root).redirects}
    for page in pages:
        for prefix in ("/", "/fr/", "/es/"):
            assert leading[f"{prefix}{page}/"] == move.renamed(page)
    assert leading["/law/"] == move.renamed("plans/2020-2022/priority-1")
    assert redirects.startswith(before["data/redirects.yml"].partition("- old")[0])
    changed = {file for file in before.keys() & after.keys() if before[file] != after[file]}
    assert {
        one.removeprefix("changed: ") for one in told.splitlines() if one.startswith("changed")
    } >= changed
    assert main(["check", "--root", str(root)]) == 0 or "to mend" not in capsys.readouterr().out


def test_calendars_know_an_event_by_its_first_name_through_every_new_one(root: Path) -> None:
    for old, new in ((_EVENT, "a"), ("a", "b"), ("b", "a"), ("a", _EVENT), (_EVENT, "c")):
        assert main(["rename", f"events/{old}", new, "--root", str(root)]) == 0
        redirects = [one for one in check_all(root).redirects if one.language == "en"]
        assert first_name(redirects, f"events/{new}") == "events/2020-talks"
        assert all(one.to == f"events/{new}" for one in redirects if one.to.startswith("events/"))
    without = [one for one in redirects if one.old != "/events/2020-talks/"]
    assert uid(first_name(without, "events/c").removeprefix("events/")) == uid(_EVENT)


def test_old_addresses_are_written_as_pages_that_lead_on(root: Path) -> None:
    for words in (PROJECT / "docs").glob("*/strings.yml"):
        (root / "docs" / words.parent.name / words.name).write_bytes(words.read_bytes())
    assert main(["rename", f"events/{_EVENT}", "talks", "--root", str(root)]) == 0
    site = Site(root, "https://example.org/", templates=PROJECT / "overrides")
    old_addresses.write(root / "made", site)
    for prefix, here in (("", "events/talks/"), ("fr/", "fr/events/talks/")):
        page = (root / "made" / f"{prefix}events/{_EVENT}/index.html").read_text("utf-8")
        assert f'href="https://example.org/{here}"' in page


def test_a_dry_run_shows_the_difference_and_writes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _texts(root)
    capsys.readouterr()
    assert main(["rename", f"events/{_EVENT}", "talks", "--dry-run", "--root", str(root)]) == 0
    shown = capsys.readouterr().out
    assert f"rename from data/events/{_EVENT}.yml\nrename to data/events/talks.yml\n" in shown
    assert "-- old: /events/" not in shown
    assert "+- old: /fr/events/2020-01-15-talks/\n+  to: events/talks\n+  language: fr\n" in shown
    assert "-  - events/2020-01-15-talks\n+  - events/talks\n" in shown
    assert _texts(root) == before


@pytest.mark.parametrize(
    ("page", "new", "told"),
    [
        ("events/2020-01-15-talk", "x", "such as events/2020-01-15-talks"),
        ("talks", "x", "there is no talks"),
        ("news/index", "x", "there is no news/index"),
        ("members/ilo", "oecd", '"oecd" is the name of something else'),
        ("members/ilo", "ilo", '"ilo" is the name of something else'),
        ("members/ilo", "../x", '"../x" cannot be the name of a file'),
        ("members/ilo", "Ilo", '"Ilo" cannot be the name of a file'),
        ("members/ilo", "fr", '"fr" cannot be the name of a file'),
    ],
)
def test_a_name_that_is_none_or_is_taken_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], page: str, new: str, told: str
) -> None:
    before = _texts(root)
    assert main(["rename", page, new, "--lang", "en", "--root", str(root)]) == 1
    assert told in capsys.readouterr().err
    assert _texts(root) == before


def test_nothing_is_renamed_while_something_is_to_be_mended(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(root, {"data/projects/hub.yml": "kind: x\ntitle: {en: Hub}\nstatus: ongoing\n"})
    before = _texts(root)
    assert main(["rename", "members/ilo", "labour", "--lang", "es", "--root", str(root)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("data/projects/hub.yml:1")
    assert "corrija antes esto" in told
    assert _texts(root) == before


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    lay(tmp_path, {"a/one.yml": "1\n", "a/two.yml": "2\n", "block": "x"})
    before = _texts(tmp_path) | {"block": "x"}
    for last in ({"block/three.yml": b"3\n"}, {"a/none.yml": None}):
        with pytest.raises(OSError):  # noqa: PT011
            write(tmp_path, {"a/one.yml": b"new\n", "new/deep/file.yml": b"x", "a/two.yml": None, **last})
        assert _texts(tmp_path) | {"block": "x"} == before
        assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "block"]


def test_git_is_told_of_what_moved(root: Path) -> None:
    def git(*arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, check=True
        ).stdout

    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x")
    assert main(["rename", "members/ilo", "labour", "--root", str(root)]) == 0
    assert "R100 data/members/ilo.yml data/members/labour.yml" in git(
        "diff", "--cached", "--name-status", "-M"
    ).replace("\t", " ")


def test_a_real_plan_can_be_renamed() -> None:
    move = Move("plans", "2024-2026", "2024-2027")
    checked = check_all(PROJECT, markup=False)
    found = renaming.changes(PROJECT, checked, move)
    assert len(found) > 20
    named = {
        one.encode()
        for one in (f"- {move.old}\n", f"'{move.old}/", f"{move.kind}/{move.old}.md", f"- {move.old}/")
    }
    left = [file for file, text in found.items() if text and any(one in text for one in named)]
    assert left == []
