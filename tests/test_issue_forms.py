"""The issue forms: as GitHub wants them, with the values of closed lists and the fields of our own forms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from untfsse.editing.forms import FORMS, asked
from untfsse.languages import SOURCE
from untfsse.locales import LANGUAGES
from untfsse.yaml_source import parse

PROJECT = Path(__file__).parent.parent
FOLDER = PROJECT / ".github" / "ISSUE_TEMPLATE"
NAMES = sorted(file.stem for file in FOLDER.glob("*.yml") if file.stem != "config")

_LISTS = {
    ("event", "kind"): "event-kinds",
    ("event", "mode"): "event-modes",
    ("publication", "kind"): "publication-kinds",
    ("project", "kind"): "project-kinds",
    ("project", "status"): "project-statuses",
}
"""Issue form and field → the closed list whose values it offers."""

_ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "options", "multiple", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""Type of a field → what it may say (GitHub, “Syntax for GitHub's form schema”)."""


def _form(name: str) -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return made


def test_there_is_one_for_each_form_of_the_site_for_translations_and_for_faults() -> None:
    assert {form.template for form in FORMS.values()} | {"translation", "fault"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_what_github_accepts(name: str) -> None:
    form = _form(name)
    assert set(form) == {"name", "description", "title", "labels", "body"}
    assert all(isinstance(form[key], str) for key in ("name", "description", "title"))
    assert len(form["description"]) <= 200
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert fields
    for field in form["body"]:
        needed = {"type", "attributes"} | ({"id"} if field["type"] != "markdown" else set())
        assert needed <= set(field) <= needed | {"validations"}
        assert set(field["attributes"]) <= _ATTRIBUTES[field["type"]]
        assert "label" in field["attributes"] or field["type"] == "markdown"
        assert set(field.get("validations", {})) <= {"required"}
        options = field["attributes"].get("options", [])
        assert len(options) == len(set(options))
        assert all(isinstance(one, str) and one.lower() != "none" for one in options)
    ids = [field["id"] for field in fields]
    labels = [field["attributes"]["label"] for field in fields]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", NAMES)
def test_every_label_stands_in_three_languages(name: str) -> None:
    form = _form(name)
    labels = [field["attributes"]["label"] for field in form["body"] if "label" in field["attributes"]]
    assert [one for one in (form["name"], form["description"], *labels) if one.count(" / ") != 2] == []


def test_closed_lists_are_those_of_the_vocabularies() -> None:
    offered = {
        (name, field["id"]): field["attributes"]["options"]
        for name in NAMES
        for field in _form(name)["body"]
        if field["type"] == "dropdown"
    }
    languages = offered.pop(("translation", "language"))
    assert languages[:-1] == [one for one in LANGUAGES if one != SOURCE]
    assert set(offered) == set(_LISTS)
    for field, options in offered.items():
        terms = parse((PROJECT / "data" / "vocabulary" / f"{_LISTS[field]}.yml").read_text("utf-8"))
        said = [f"{one['id']}: " + " / ".join(one["label"][code] for code in LANGUAGES) for one in terms]
        assert options == said, f"write them anew in .github/ISSUE_TEMPLATE/{field[0]}.yml"


@pytest.mark.parametrize("name", FORMS)
def test_what_the_forms_of_the_site_fill_in_is_there(name: str) -> None:
    form = FORMS[name]
    there = {field.get("id") for field in _form(form.template)["body"]}
    filled = {"record"} if form.folder else {entry.name for entry in asked(form)}
    assert filled <= there


def test_who_does_not_want_to_write_in_public_is_led_to_the_site() -> None:
    config = yaml.safe_load((FOLDER / "config.yml").read_text("utf-8"))
    assert set(config) == {"blank_issues_enabled", "contact_links"}
    for link in config["contact_links"]:
        assert set(link) == {"name", "url", "about"}
        page = link["url"].removeprefix("https://unsse.org/").rstrip("/")
        docs = PROJECT / "docs" / "en"
        assert (docs / f"{page}.md").exists() or (docs / page / "index.md").exists()
