"""`build.json` says what was built from what; `assets.json`, what the next release carries on."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from building import CLOCK, PROJECT
from crawler import Crawl
from untfsse import build_record
from untfsse.locales import LANGUAGES
from untfsse.yaml_source import parse

pytest_plugins = ["shared_sites"]


def _read(site: Crawl, name: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((site.folder / name).read_text("utf-8"))
    return held


def test_a_build_says_what_it_was_made_of(example: Crawl) -> None:
    record = _read(example, "build.json")
    assert record["site"] == example.address
    assert record["languages"] == list(LANGUAGES)
    assert record["clock"] == int(CLOCK)
    assert record["made"] == "2026-03-01T12:00:00Z"
    assert record["commit"] == "unknown"
    assert set(record["versions"]) == {
        "python",
        "mkdocs",
        "mkdocs-material",
        "mkdocs-static-i18n",
        "pagefind",
        "untfsse",
    }
    assert all(version[0].isdigit() for version in record["versions"].values())
    assert record["carried"] == {"files": 0, "bytes": 0}
    assert record["moved"] == ""


def test_it_names_a_page_that_was_moved_for_those_who_look_whether_it_leads_on(real: Crawl) -> None:
    first = parse((PROJECT / "data/redirects.yml").read_text("utf-8"))[0]
    assert _read(real, "build.json")["moved"] == first["old"]


def test_its_digest_is_that_of_every_other_file_as_sha256sum_lists_them(example: Crawl) -> None:
    names = sorted(example.files - {"build.json", "assets.json"})
    contents = [(name, (example.folder / name).read_bytes()) for name in names]
    lines = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents)
    record = _read(example, "build.json")
    assert record["digest"] == hashlib.sha256(lines.encode()).hexdigest()
    assert record["files"] == len(names)
    assert record["bytes"] == sum(len(content) for _, content in contents)


def test_styles_scripts_and_the_search_are_what_the_next_release_carries_on(example: Crawl) -> None:
    assets = _read(example, "assets.json")
    folders = ("assets/stylesheets/", "assets/javascripts/", "pagefind/")
    assert set(assets["built"]) == {name for name in example.files if name.startswith(folders)}
    assert {Path(name).suffix for name in assets["built"]} >= {".css", ".js", ".pf_meta", ".pf_fragment"}
    for name, sum_ in assets["built"].items():
        assert hashlib.sha256((example.folder / name).read_bytes()).hexdigest() == sum_
    assert assets["carried"] == {}


def test_the_commit_is_that_of_the_repository_and_tells_of_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_COMMIT", raising=False)
    assert build_record.commit(tmp_path) == "unknown"
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "somebody")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "one.yml").write_text("one")
    for command in ("init --quiet", "add .", "commit --quiet --message one"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True)
    head = build_record.commit(tmp_path)
    assert len(head) == 40
    (tmp_path / "beside.txt").write_text("not added")
    assert build_record.commit(tmp_path) == head
    (tmp_path / "data" / "two.yml").write_text("not added")
    assert build_record.commit(tmp_path) == f"{head}+changed"
    (tmp_path / "data" / "two.yml").unlink()
    (tmp_path / "data" / "one.yml").write_text("two")
    assert build_record.commit(tmp_path) == f"{head}+changed"
    assert build_record.commit(tmp_path / "data") == "unknown"  # another project, which has no history
    monkeypatch.setenv("SITE_COMMIT", "said")
    assert build_record.commit(tmp_path) == "said"


@pytest.mark.parametrize(
    "path",
    [
        "../assets/stylesheets/x.css",
        "/assets/stylesheets/x.css",
        "assets/stylesheets/../../index.html",
        "pagefind/../index.html",
        "assets/share/en/index.png",
        "assets/stylesheets/.x.css",
        "index.html",
        "assets/downloads/report.pdf",
    ],
)
def test_nothing_else_is_carried_on(path: str) -> None:
    assert not build_record.kept(path)
