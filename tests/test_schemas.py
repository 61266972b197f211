"""The schemas for editors: made from the models, and of one mind with `untfsse check`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from test_broken import CASES, _check
from untfsse.__main__ import main
from untfsse.checking import Checked, check_all
from untfsse.editing import FILES, MODELS, SINGULAR
from untfsse.editing.entries import entries, parts
from untfsse.editing.schemas import FOLDER, files
from untfsse.locales import LANGUAGES
from untfsse.yaml_source import Unreadable, decode, parse
from yaml_twelve import load

PROJECT = Path(__file__).parent.parent

_KNOWN = {
    "address",
    "address-http",
    "area-lead",
    "author-form",
    "country",
    "date-form",
    "date-impossible",
    "doi",
    "empty",
    "end-precision",
    "fields-expected",
    "from-and-by",
    "id-form",
    "inline-address",
    "inline-block",
    "inline-html",
    "inline-macro",
    "list-expected",
    "missing-field",
    "one-of",
    "online-place",
    "party-form",
    "plain-expected",
    "source-form",
    "symbol",
    "text-language",
    "text-long",
    "text-shape",
    "title-missing",
    "to-and-last-seen",
    "unknown-field",
    "unknown-term",
    "whole-number",
    "yes-no",
    "zone-missing",
}
"""Messages about things that a schema can know of one file."""


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_all(PROJECT, markup=False)


@cache
def _validator(name: str, language: str = "en") -> Draft7Validator:
    folder = FOLDER if language == "en" else f"{FOLDER}/{language}"
    made = json.loads((PROJECT / folder / f"{name}.json").read_text("utf-8"))
    Draft7Validator.check_schema(made)
    return Draft7Validator(made)


def test_the_schemas_in_the_repository_are_those_that_the_models_make(checked: Checked) -> None:
    made = dict(files(checked))
    stale = [path for path, text in made.items() if (PROJECT / path).read_text("utf-8") != text]
    assert stale == [], "run `untfsse schema`, and commit what it writes"
    there = {file.relative_to(PROJECT).as_posix() for file in (PROJECT / FOLDER).rglob("*") if file.is_file()}
    assert there == set(made)


@pytest.mark.parametrize("name", FILES)
def test_every_real_file_is_valid(name: str) -> None:
    found = sorted(PROJECT.glob(FILES[name][1]))
    assert found
    for language in LANGUAGES:
        validator = _validator(name, language)
        for file in found if language == "en" else found[:5]:
            faults = [
                f"{file.name}: {one.json_path}" for one in validator.iter_errors(load(file.read_text()))
            ]
            assert faults == []


def test_the_schema_and_the_check_agree_about_every_broken_file() -> None:
    refused = passed = 0
    disagreed = []
    for name, kind, file, raw in _broken():
        found = [problem for problem in _check(name)[1] if problem.file == file]
        told = {problem.key for problem in found if problem.line}
        try:
            text = decode(raw)
            parse(text)
            held = load(text)
        except (Unreadable, yaml.YAMLError, ValueError):  # such as a number of 20,000 digits
            continue
        faults = list(_validator(kind).iter_errors(held))
        if told & _KNOWN:
            refused += bool(faults)
            if not faults:
                disagreed.append(f"{name}: {file} passes, but: {told}")
        elif not found:
            passed += not faults
            if faults:
                disagreed.append(f"{name}: {file} is right, but: {faults[0].json_path}")
    assert disagreed == []
    assert refused > 60
    assert passed > 10


def _broken() -> Iterator[tuple[str, str, str, bytes]]:
    """Name of a case, schema, path and content of each record in the corpus of broken files."""
    from small_project import _bytes

    for name, case in CASES.items():
        for file, content in case.files.items():
            found = re.fullmatch(r"data/(\w+)/[^/]+\.yml", file)
            kind = found and next((one for one, folder in SINGULAR.items() if folder == found[1]), None)
            if kind and file not in case.symlink:
                yield name, kind, file, _bytes(content)


def test_every_field_is_explained_in_every_language() -> None:
    for language in LANGUAGES:
        for name, (model, _) in FILES.items():
            made: Any = _validator(name, language).schema
            top = made["items"] if made["type"] == "array" else made
            objects = {model: top} | {part: made["definitions"][_name(part)] for part in parts(model)}
            for part, written in objects.items():
                assert set(written["properties"]) == {entry.name for entry in entries(part)}
                for field in written["properties"].values():
                    assert re.fullmatch(r"[^\n]{4,}\n[^\n]{6,}", field["description"])
                    assert field["markdownDescription"].startswith("**")


def _name(model: type[Any]) -> str:
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()


def test_values_of_closed_lists_are_completed_with_what_readers_see() -> None:
    for language, word in {"en": "Conference", "fr": "Conférence", "es": "Conferencia"}.items():
        made: Any = _validator("event", language).schema
        kind = made["properties"]["kind"]
        assert dict(zip(kind["enum"], kind["enumDescriptions"], strict=True))["conference"] == word


def test_editors_find_the_schema_of_every_file() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text("utf-8"))
    by_schema = settings["yaml.schemas"]
    assert by_schema == {f"./{FOLDER}/{name}.json": [files_of] for name, (_, files_of) in FILES.items()}
    assert settings["yaml.validate"] is True
    recommended = json.loads((PROJECT / ".vscode" / "extensions.json").read_text("utf-8"))
    assert recommended["recommendations"] == ["redhat.vscode-yaml"]


def test_the_command_writes_what_has_changed_and_can_complete_ids(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--root", str(PROJECT), "--ids", "--to", str(tmp_path)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == f"{len(FILES) * len(LANGUAGES)} schemas changed"
    made = json.loads((tmp_path / FOLDER / "event.json").read_text("utf-8"))
    assert "ilo" in made["definitions"]["party"]["properties"]["member"]["enum"]
    assert main(["schema", "--root", str(PROJECT), "--ids", "--to", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "0 schemas changed\n"


def test_no_schema_is_made_of_records_that_have_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data" / "events").mkdir(parents=True)
    (tmp_path / "data" / "events" / "x.yml").write_text("kind: [", "utf-8")
    assert main(["schema", "--root", str(tmp_path)]) == 1
    assert "data/events/x.yml:1" in capsys.readouterr().out
    assert not (tmp_path / FOLDER).exists()


def test_every_kind_of_record_has_a_schema() -> None:
    assert set(MODELS) < set(FILES)
