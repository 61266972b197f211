"""Styles and scripts as readers get them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crawler import Crawl
from untfsse.assets import SHEET, Assets

pytest_plugins = ["shared_sites"]

_SHEETS = ["assets/stylesheets/one.css", "assets/stylesheets/two.css"]


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    for path, text in {
        "assets/stylesheets/one.css": "/* first */ a { color : red; }",
        "assets/stylesheets/two.css": "b { color: blue }",
        "assets/javascripts/x.js": "// says hello\nhello( 1 );\n",
    }.items():
        file = tmp_path / "templates" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "templates"


def test_all_stylesheets_become_one_in_their_order(templates: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "assets/stylesheets").mkdir(parents=True)
    (site / _SHEETS[0]).write_text("as it was copied", "utf-8")
    Assets(templates, _SHEETS).write(site)
    assert (site / SHEET).read_text("utf-8").split() == ["a{color:red}b{color:blue}"]
    assert sorted(file.name for file in site.rglob("*.css")) == ["site.css"]


def test_scripts_lose_their_comments(templates: Path, tmp_path: Path) -> None:
    Assets(templates, _SHEETS).write(tmp_path / "site")
    assert (tmp_path / "site/assets/javascripts/x.js").read_text("utf-8") == "hello(1);\n"


def test_the_address_changes_when_and_only_when_the_file_does(templates: Path) -> None:
    script = "assets/javascripts/x.js"
    first = Assets(templates, _SHEETS).address(script)
    assert first.startswith(f"{script}?v=")
    assert Assets(templates, _SHEETS).address(script) == first
    (templates / script).write_text("hello(2);", "utf-8")
    assert Assets(templates, _SHEETS).address(script) != first


def test_every_published_style_script_and_picture_is_asked_for(real: Crawl) -> None:
    """Nothing of the theme that no page loads is sent along, and no source map."""
    kinds = (".html", ".js", ".css")
    texts = [(real.folder / file).read_text("utf-8") for file in real.files if file.endswith(kinds)]
    asked = set(re.findall(r"assets/[\w./-]+\.\w+", "\n".join(texts)))
    kept = {
        file for file in real.files if file.startswith("assets/") and not file.startswith("assets/share/")
    }
    assert kept - asked == set()
    assert not [file for file in real.files if file.endswith(".map")]
