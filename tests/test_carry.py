"""What pages of the last release need is carried into the next, and nothing else is."""

from __future__ import annotations

import json
import re
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from browser.server import Host, serving
from crawler import Crawl
from untfsse.build_record import check_sums, digest, kept, sum_of, write_json
from untfsse.publishing import carry as carrying
from untfsse.publishing.carry import KEPT_FOR, carry, from_address, from_folder, main

pytest_plugins = ["shared_sites"]

_DAY = 86_400
_SHEET = "assets/stylesheets/site.css"


def _release(folder: Path, files: dict[str, str], clock: int = 0) -> Path:
    """Make a finished site as a build leaves it."""
    for name, content in {"index.html": f"page of {clock}", "404.html": "", **files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    sums = check_sums(folder)
    write_json(
        folder / "build.json", {"clock": clock, "digest": digest(sums), "carried": {"files": 0, "bytes": 0}}
    )
    write_json(
        folder / "assets.json",
        {"built": {path: one for path, one in sums.items() if kept(path)}, "carried": {}},
    )
    return folder


def _read(site: Path, name: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((site / name).read_text("utf-8"))
    return held


def _carried(site: Path) -> dict[str, int]:
    return {path: one["since"] for path, one in _read(site, "assets.json")["carried"].items()}


def test_a_kept_page_still_finds_what_only_the_last_release_had(tmp_path: Path) -> None:
    names = {"pagefind/fragment/en_1.pf_fragment": "one", "assets/javascripts/old.js": "old()", _SHEET: "a{}"}
    before = _release(tmp_path / "before", names, 100)
    after = _release(tmp_path / "after", {_SHEET: "b{}"}, 200)
    built = _read(after, "build.json")
    said = carry(after, partial(from_folder, before))
    assert said == ["2 files of the last release are carried on, 8 bytes."]
    assert _carried(after) == {"assets/javascripts/old.js": 200, "pagefind/fragment/en_1.pf_fragment": 200}
    for name in names:
        assert (after / name).is_file()
    assert (after / _SHEET).read_text("utf-8") == "b{}"
    record = _read(after, "build.json")
    assert record == {**built, "carried": {"files": 2, "bytes": 8}}
    assert digest(check_sums(after, without=_carried(after))) == record["digest"]


def test_whatever_a_page_of_the_last_release_loads_is_there_in_the_next(
    example: Crawl, tmp_path: Path
) -> None:
    """A page that a browser has kept names the files of its own release."""
    after = tmp_path / "after"
    shutil.copytree(example.folder, after)
    lost = ["assets/javascripts/calendar.js", "assets/stylesheets/embed.css"]
    lost += [path for path in example.files if path.endswith((".pf_meta", ".pf_fragment", ".pf_index"))]
    for path in lost:
        (after / path).unlink()
    _release(after, {"assets/javascripts/newer.js": "newer()"}, 2_000_000_000)
    carry(after, partial(from_folder, example.folder))
    assert set(_carried(after)) == set(lost)
    asked = re.compile(r'(?:src|href|data-search)="([^"]*assets/(?:javascripts|stylesheets)/[^"?]+)')
    named = {
        (page.parent / written).resolve().relative_to(example.folder.resolve()).as_posix()
        for page in example.folder.rglob("*.html")
        if page.name != "404.html"
        for written in asked.findall(page.read_text("utf-8"))
    }
    assert {"assets/javascripts/calendar.js", "assets/stylesheets/embed.css", _SHEET} <= named
    assert [path for path in named if not (after / path).is_file()] == []


def test_pages_downloads_and_share_images_are_not_carried_on(tmp_path: Path) -> None:
    withdrawn = {
        "events/x/index.html": "withdrawn",
        "assets/report.pdf": "withdrawn",
        "assets/share/en/x.png": "",
    }
    after = _release(tmp_path / "after", {}, 200)
    carry(after, partial(from_folder, _release(tmp_path / "before", withdrawn, 100)))
    assert not any((after / name).exists() for name in withdrawn)


def test_what_was_carried_on_is_kept_for_two_days(tmp_path: Path) -> None:
    release = _release(tmp_path / "0", {"pagefind/a.js": "a"}, 0)
    there = []
    for number, clock in enumerate((10, _DAY, 10 + KEPT_FOR - 1, 10 + KEPT_FOR), 1):
        after = _release(tmp_path / str(number), {}, clock)
        carry(after, partial(from_folder, release))
        there.append(_carried(after))
        release = after
    assert there == [{"pagefind/a.js": 10}] * 3 + [{}]


def test_a_file_that_comes_back_is_built_and_not_carried(tmp_path: Path) -> None:
    first = _release(tmp_path / "1", {"pagefind/a.js": "a"}, 1)
    second = _release(tmp_path / "2", {}, 2)
    carry(second, partial(from_folder, first))
    third = _release(tmp_path / "3", {"pagefind/a.js": "new"}, 3)
    carry(third, partial(from_folder, second))
    assert _carried(third) == {}
    assert (third / "pagefind/a.js").read_text("utf-8") == "new"


def test_twice_is_as_good_as_once(tmp_path: Path) -> None:
    before = _release(tmp_path / "before", {"pagefind/a.js": "a"}, 1)
    after = _release(tmp_path / "after", {}, 2)
    carry(after, partial(from_folder, before))
    once = check_sums(after), _read(after, "assets.json"), _read(after, "build.json")
    carry(after, partial(from_folder, before))
    assert (check_sums(after), _read(after, "assets.json"), _read(after, "build.json")) == once


def test_a_file_that_is_not_what_it_should_be_stays_out(tmp_path: Path) -> None:
    before = _release(tmp_path / "before", {"pagefind/a.js": "a", "pagefind/b.js": "b"}, 1)
    (before / "pagefind/a.js").write_text("<script>", "utf-8")
    (before / "pagefind/b.js").unlink()
    after = _release(tmp_path / "after", {}, 2)
    said = carry(after, partial(from_folder, before))
    assert said[:2] == [
        f"pagefind/{one}.js is not carried on: it is not what assets.json says." for one in "ab"
    ]
    assert _carried(after) == {}
    assert not (after / "pagefind").exists()


def test_all_together_has_a_limit_and_the_newest_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "LIMIT", 5)
    first = _release(tmp_path / "1", {"pagefind/a.js": "aaaa"}, 1)
    second = _release(tmp_path / "2", {"pagefind/b.js": "bbbb"}, 2)
    carry(second, partial(from_folder, first))
    third = _release(tmp_path / "3", {}, 3)
    said = carry(third, partial(from_folder, second))
    assert said[0] == "pagefind/a.js is not carried on: all together may have 5 bytes."
    assert _carried(third) == {"pagefind/b.js": 3}
    assert not (third / "pagefind/a.js").exists()


@pytest.mark.parametrize(
    "path", ["../out.js", "pagefind/../../out.js", "/out.js", "pagefind/x/../../../out.js"]
)
def test_a_list_from_outside_cannot_write_elsewhere(path: str, tmp_path: Path) -> None:
    listed = {"built": {path: sum_of(b"x")}, "carried": {path: {"sha256": sum_of(b"x"), "since": 2}}}
    after = _release(tmp_path / "a" / "after", {}, 2)
    before = set(tmp_path.rglob("*"))
    carry(after, lambda asked: json.dumps(listed).encode() if asked == "assets.json" else b"x")
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "answer",
    [
        None,
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"built": [], "carried": {}}',
        b'{"built": {}, "carried": {"a": 1}}',
    ],
)
def test_without_a_release_before_the_site_is_as_it_was_built(answer: bytes | None, tmp_path: Path) -> None:
    after = _release(tmp_path, {}, 2)
    built = {path: path.read_bytes() for path in after.rglob("*.*")}
    [said] = carry(after, lambda _: answer)
    assert said.startswith("Nothing is carried on: the last release has no assets.json that can be read")
    assert {path: path.read_bytes() for path in after.rglob("*.*")} == built


def test_the_last_release_may_be_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _release(tmp_path / "before", {"pagefind/a.js": "a"}, 1)
    after = _release(tmp_path / "after", {}, 2)
    with serving(Host(before, "/repo/")) as port:
        assert main([f"http://127.0.0.1:{port}/repo", str(after)]) == 0
        assert from_address(f"http://127.0.0.1:{port}/repo/", "nothing.js") is None
    assert capsys.readouterr().out == "1 files of the last release are carried on, 1 bytes.\n"
    assert (after / "pagefind/a.js").read_text("utf-8") == "a"


def test_a_host_that_does_not_answer_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    after = _release(tmp_path, {}, 2)
    assert main(["http://127.0.0.1:9/", str(after)]) == 0
    assert "Nothing is carried on" in capsys.readouterr().out


def test_without_a_finished_site_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path / "site")]) == 1
    assert "make build first" in capsys.readouterr().err
