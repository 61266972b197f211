"""The site as data: true to its schemas, whole, known from both ends, and the same in every build."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel

from building import PROJECT
from crawler import Crawl
from open_data_files import faults, fields, rows, schemas
from untfsse.changes import Revision
from untfsse.locales import LANGUAGES
from untfsse.open_data import FOLDER, KINDS, VERSION
from untfsse.open_data.fields import fields_of
from untfsse.open_data.writing import contents
from untfsse.records import KINDS as RECORDS
from untfsse.records.site_facts import SiteFacts
from untfsse.site import Site
from untfsse.vocabulary import Term
from untfsse.yaml_source import parse

pytest_plugins = ["shared_sites"]

_CASE = parse((Path(__file__).parent / "graph.yml").read_text("utf-8"))
GRAPH = {f"data/{path}.yml": record for path, record in _CASE["records"].items()}
"""Records that name each other in every way there is, drafts among them."""

PROMISED = parse((Path(__file__).parent / "open_data_v1.yml").read_text("utf-8"))
"""The fields and columns of version 1, as they have been published."""

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def real_files(real: Crawl) -> Files:
    """What the real site publishes as data, by path below its folder."""
    folder = real.folder / FOLDER
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_document_of_the_real_site_is_what_its_schema_says(real_files: Files) -> None:
    assert sum(name.endswith(".json") for name in real_files) > 180
    assert faults(real_files) == []


def test_what_serves_the_making_of_the_site_alone_is_not_published() -> None:
    models: tuple[type[BaseModel], ...] = (*RECORDS.values(), Term, SiteFacts)
    for model in models:
        published = {one.attribute for one in fields_of(model)}
        assert "translation_differs" in model.model_fields
        assert published.isdisjoint({"draft", "avoid", "allowed", "translation_differs"}), model


def test_every_document_of_a_small_site_is_what_its_schema_says(small_site: Callable[..., Site]) -> None:
    assert faults(contents(small_site({}))) == []
    assert faults(contents(small_site(GRAPH))) == []


def test_a_document_that_is_not_what_its_schema_says_is_found(small_site: Callable[..., Site]) -> None:
    files = contents(small_site(GRAPH))
    name = "events/talks.json"
    for change in ({"start": "2023"}, {"json": "no address"}, {"unknown": 1}, {"id": None}):
        changed = json.loads(files[name]) | change
        assert faults(files | {name: json.dumps(changed).encode()}) != [], change


def test_every_schema_is_a_schema_explained_in_three_languages(real_files: Files) -> None:
    from jsonschema import Draft202012Validator

    for address, schema in schemas(real_files).items():
        Draft202012Validator.check_schema(schema)
        assert urlsplit(address).scheme == "https"
        for path, inner in _properties(schema):
            assert inner["description"], (address, path)
            assert set(inner["x-description"]) == {"fr", "es"}, (address, path)


def _properties(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, inner in schema.get("properties", {}).items():
            yield f"{path}.{key}", inner
        for key, inner in schema.items():
            yield from _properties(inner, f"{path}/{key}")


@pytest.mark.parametrize("name", PROMISED["fields"])
def test_no_field_that_was_promised_is_gone_or_changed(name: str, small_site: Callable[..., Site]) -> None:
    """Version 1 keeps its fields: a new name needs the old one beside it, or a `v2`."""
    assert set(PROMISED["fields"][name]) - set(fields(contents(small_site({})), name)) == set()


def test_every_field_is_promised(small_site: Callable[..., Site]) -> None:
    """A new field needs a line in `tests/open_data_v1.yml`, and one among the changes of the format."""
    files = contents(small_site({}))
    names = [name.removeprefix("schemas/").removesuffix(".json") for name in files if "schemas/" in name]
    assert {name: list(fields(files, name)) for name in names} == PROMISED["fields"]


def test_no_column_that_was_promised_is_gone(small_site: Callable[..., Site]) -> None:
    files = contents(small_site({}))
    for kind, names in PROMISED["columns"].items():
        for file in [f"{kind}.csv"] if kind == "references" else [f"{kind}.{one}.csv" for one in LANGUAGES]:
            header = files[file].decode("utf-8-sig").split("\r\n")[0].split(",")
            assert header == names, "a new column needs a line in tests/open_data_v1.yml"


def test_the_page_tells_of_this_version() -> None:
    for language in LANGUAGES:
        words = (PROJECT / "docs" / language / "this-site" / "data.md").read_text("utf-8")
        assert f"**{VERSION}**" in words
        assert FOLDER.rpartition("/")[2] in words


def test_every_link_is_known_from_both_ends(small_site: Callable[..., Site]) -> None:
    files = contents(small_site(GRAPH))
    _check_both_ends(files)
    edges = {f"{a} {field} {b}" for a, field, b, _ in _edges(files, "names")}
    assert edges == set(_CASE["edges"])


def test_every_link_of_the_real_site_is_known_from_both_ends(real_files: Files) -> None:
    _check_both_ends(real_files)
    assert len(list(_edges(real_files, "names"))) > 500


def _check_both_ends(files: Files) -> None:
    named, naming = sorted(_edges(files, "names")), sorted(_edges(files, "named_by"))
    assert named == naming
    table = [
        (f"{row['type']}/{row['id']}", row["field"], f"{row['named_type']}/{row['named_id']}", row["at"])
        for row in rows(files["references.csv"])
    ]
    assert sorted(table) == named
    things = _things(files)
    for source, _, target, at in named:
        assert _found(things[source], at) == target.partition("/")[2]


def _edges(files: Files, end: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield who names, in which field, whom, and where, as told at one end."""
    for here, thing in _things(files).items():
        for one in thing[end]:
            other = f"{one['type']}/{one['id']}"
            pair = (here, other) if end == "names" else (other, here)
            yield pair[0], one["field"], pair[1], one["at"]


def _things(files: Files) -> dict[str, Any]:
    """Every record, story and area by type and id."""
    things: dict[str, Any] = {}
    every = json.loads(files["all.json"])
    for kind in KINDS:
        things |= {f"{kind}/{one['id']}": one for one in every[kind]}
        for record in every[kind] if kind == "plans" else ():
            things |= {f"areas/{area['reference']}": area for area in record["areas"]}
    return things


def _found(thing: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        thing = thing[int(part)] if isinstance(thing, list) else thing[part]
    return thing


def test_an_action_is_found_from_the_record_that_supports_it(real_files: Files) -> None:
    every = json.loads(real_files["all.json"])
    supporting = [
        (record, one)
        for kind in ("events", "publications", "projects")
        for record in every[kind]
        for one in record["named_by"]
        if one["field"].startswith("actions.evidence.")
    ]
    assert supporting
    things = _things(real_files)
    for record, one in supporting:
        action = _found(things[f"areas/{one['id']}"], one["at"].rpartition("/evidence/")[0])
        assert record["id"] in action["evidence"][record["type"]]


def test_the_documents_of_one_record_of_a_kind_and_of_all_say_the_same(real_files: Files) -> None:
    every = json.loads(real_files["all.json"])
    for kind in KINDS:
        document = json.loads(real_files[f"{kind}.json"])
        assert document["records"] == every[kind]
        assert document["count"] == len(every[kind]) > 0
        for record in every[kind]:
            own = json.loads(real_files[f"{kind}/{record['id']}.json"])
            assert {key: own[key] for key in record} == record
            assert set(own) - set(record) == {"$schema", "data_licence"}
    assert json.loads(real_files["vocabularies.json"])["vocabularies"] == every["vocabularies"]
    assert json.loads(real_files["site.json"])["facts"] == every["facts"]


def test_every_published_record_and_story_is_there_and_no_draft(small_site: Callable[..., Site]) -> None:
    files = contents(small_site(GRAPH))
    drafts = [path.removeprefix("data/").replace(".yml", ".json") for path in GRAPH if "hidden" in path]
    assert len(drafts) > 1
    assert set(drafts).isdisjoint(files)
    assert {path.removeprefix("data/").replace(".yml", ".json") for path in GRAPH} - set(drafts) <= set(files)
    assert not [name for name, content in files.items() if b"hidden" in content]


def test_every_address_of_our_own_leads_somewhere(real: Crawl, real_files: Files) -> None:
    found = set()
    for name, content in real_files.items():
        if name.endswith(".json"):
            found |= {one for one in _texts(json.loads(content)) if one.startswith(real.address)}
    paths = {urlsplit(one[len(real.address) :]).path for one in found}
    assert len(paths) > 700
    assert [path for path in paths if not real.exists(path)] == []


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def test_dates_carry_their_precision_their_days_and_their_instant(small_site: Callable[..., Site]) -> None:
    event = {"kind": "webinar", "title": {"en": "T"}, "status": "confirmed"}
    site = small_site(
        {
            "data/events/a.yml": event | {"start": "2024-02"},
            "data/events/b.yml": event
            | {
                "start": "2023-05-02T10:00",
                "end": "2023-05-02T11:30",
                "timezone": "Europe/Zurich",
                "registration": {"deadline": "2023-01-10T12:00"},
            },
            "data/events/c.yml": event | {"start": 2023, "registration": {"deadline": "2023-01-10T12:00"}},
        }
    )
    a, b, c = json.loads(contents(site)["events.json"])["records"]
    month = {"value": "2024-02", "precision": "month", "first": "2024-02-01", "last": "2024-02-29"}
    assert a["start"] == month
    assert b["start"]["instant"] == "2023-05-02T10:00:00+02:00"
    assert b["end"]["instant"] == "2023-05-02T11:30:00+02:00"
    assert b["registration"]["deadline"]["instant"] == "2023-01-10T12:00:00+01:00"
    assert (c["start"]["precision"], c["start"]["last"]) == ("year", "2023-12-31")
    assert "instant" not in c["registration"]["deadline"]


def test_texts_stand_as_recorded_and_what_is_not_translated_is_absent(
    small_site: Callable[..., Site],
) -> None:
    title = {"en": 'A *b* [c](https://example.org/), "d"', "es": "¡Sí! 🌍"}
    party = {"name": "CIRIEC", "as": {"en": "Secretariat"}}
    event = {"kind": "webinar", "title": title, "start": 2023, "organisers": [party]}
    note = {"en": "See [the page](/events/a/)."}
    files = contents(small_site({"data/events/a.yml": event | {"note": note}}))
    record = json.loads(files["events/a.json"])
    assert record["title"] == title
    assert record["available_in"] == ["en", "es"]
    assert record["organisers"] == [{"name": dict.fromkeys(LANGUAGES, "CIRIEC"), "as": {"en": "Secretariat"}}]
    assert record["note"] == {"en": "See [the page](https://example.org/events/a/)."}


HOSTILE = (
    "]]> a, b; c | d \\ e",
    '=HYPERLINK("https://example.org")',
    "BEGIN:VALARM",
    "“quotes” \"quotes\" 'quotes' 🌍 é",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_may_be_hostile_elsewhere_stays_whole(words: str, small_site: Callable[..., Site]) -> None:
    event = {"kind": "webinar", "title": {"en": words}, "start": 2023}
    files = contents(small_site({"data/events/a.yml": event}))
    for name in ("events/a.json", "events.json", "all.json"):
        assert words in set(_texts(json.loads(files[name]))), name
    assert faults(files) == []


def test_the_last_change_is_told_only_where_it_is_known(small_site: Callable[..., Site]) -> None:
    event = {"kind": "webinar", "title": {"en": "T"}, "start": 2023}
    site = small_site({"data/events/a.yml": event, "data/events/b.yml": event})
    site.revisions = {"data/events/a.yml": Revision(datetime(2026, 3, 1, 12, tzinfo=UTC), 4)}
    files = contents(site)
    a, b = json.loads(files["events.json"])["records"]
    assert (a["changed"], a["revision"]) == ("2026-03-01T12:00:00Z", 4)
    assert {"changed", "revision"}.isdisjoint(b)
    assert json.loads(files["index.json"])["changed"] == "2026-03-01T12:00:00Z"
    assert rows(files["events.en.csv"])[0]["changed"] == "2026-03-01T12:00:00Z"


def test_the_index_names_every_file_but_those_of_single_records(real_files: Files, real: Crawl) -> None:
    index = json.loads(real_files["index.json"])
    folder = f"{real.address}{FOLDER}/"
    named = {one["address"].removeprefix(folder) for one in index["documents"]}
    single = {name for name in real_files if name.split("/")[0] in KINDS}
    assert named == set(real_files) - single - {"index.json", "index.html"}
    assert set(index["pages"]) == set(LANGUAGES)


def test_another_day_and_another_build_make_the_same_bytes(
    small_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = contents(small_site(GRAPH))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    again = contents(Site(small_site(GRAPH).root, "https://example.org/"))
    assert list(first) == list(again)
    assert first == again


def test_the_bare_folder_leads_to_the_page_for_people(real: Crawl) -> None:
    html = (real.folder / FOLDER / "index.html").read_text("utf-8")
    for path in ("this-site/data/", "fr/this-site/data/", "es/this-site/data/"):
        assert f'href="../../{path}"' in html
        assert real.exists(path)
    assert "<script" not in html


def test_a_site_without_that_page_has_none_for_the_folder(small_site: Callable[..., Site]) -> None:
    files = contents(small_site({}))
    assert "index.html" not in files
    assert "pages" not in json.loads(files["index.json"])
