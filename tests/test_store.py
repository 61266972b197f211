"""Reading `data/`: every record, every mistake, in one run, whatever the order of the files."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from untfsse.reading import read_files
from untfsse.records import KINDS, Event, Plan
from untfsse.store import path_of, read_store
from untfsse.vocabulary import LISTS

Laid = Callable[[Mapping[str, Any]], Path]

EVENT = {"kind": "conference", "title": {"en": "A"}, "start": "2023"}
BODY = {"kind": "network", "name": {"en": "B"}, "membership": [{"status": "member"}]}
PLAN = {
    "title": {"en": "P"},
    "start": "2022",
    "end": "2024",
    "areas": [{"id": "one", "kind": "priority", "title": {"en": "One"}}],
}


def test_a_small_project_is_read_without_a_problem(small_project: Laid) -> None:
    store = read_store(small_project({"data/events/a.yml": EVENT, "data/plans/p.yml": PLAN}))
    assert store.problems == []
    assert set(store.records) == set(KINDS)
    assert set(store.vocabulary) == LISTS
    assert store.site is not None
    assert store.site.acronym == "UNTFSSE"
    event = store.records["events"]["a"]
    assert isinstance(event, Event)
    assert (event.id, event.title["en"], str(event.start)) == ("a", "A", "2023")
    assert isinstance(store.records["plans"]["p"], Plan)


def test_records_stand_in_the_order_of_their_ids(small_project: Laid) -> None:
    names = ["c", "a", "b-2", "b", "2023-a"]
    store = read_store(small_project({f"data/events/{name}.yml": EVENT for name in names}))
    assert list(store.records["events"]) == ["2023-a", "a", "b-2", "b", "c"]


def test_every_mistake_of_every_file_is_found_in_one_run(small_project: Laid) -> None:
    store = read_store(
        small_project(
            {
                "data/events/a.yml": {**EVENT, "start": "2023-13", "colour": "red"},
                "data/events/b.yml": "a: b: c",
                "data/members/c.yml": {**BODY, "kind": "netwrok"},
                "data/notes.txt": "x",
            }
        )
    )
    found = sorted((one.file, one.line, one.field, one.key) for one in store.problems)
    assert found == [
        ("data/events/a.yml", 1, "colour", "unknown-field"),
        ("data/events/a.yml", 3, "start", "date-impossible"),
        ("data/events/b.yml", 1, "", "yaml-colon"),
        ("data/members/c.yml", 1, "kind", "unknown-term"),
        ("data/notes.txt", 0, "", "not-a-record"),
    ]
    assert store.records["events"] == {}


def test_a_faulty_record_is_no_unknown_reference_besides(small_project: Laid) -> None:
    store = read_store(
        small_project(
            {
                "data/members/b.yml": {**BODY, "kind": ""},
                "data/events/a.yml": {**EVENT, "organisers": ["b"]},
            }
        )
    )
    assert [(one.file, one.key) for one in store.problems] == [("data/members/b.yml", "empty")]
    assert store.all_ids["members"] == {"b"}


def test_the_ids_of_areas_are_known_with_their_plan(small_project: Laid) -> None:
    files = {"data/plans/p.yml": PLAN, "data/events/a.yml": {**EVENT, "areas": ["p/one"]}}
    store = read_store(small_project(files))
    assert store.problems == []
    assert store.all_ids["areas"] == {"p/one"}
    store = read_store(small_project({**files, "data/events/a.yml": {**EVENT, "areas": ["p/two"]}}))
    assert [one.key for one in store.problems] == ["unknown-area"]
    assert store.problems[0].values["near"] == "p/one"


def test_a_draft_may_name_a_draft_and_nothing_else_may(small_project: Laid) -> None:
    files = {
        "data/members/b.yml": {**BODY, "draft": "true"},
        "data/events/a.yml": {**EVENT, "organisers": ["b"], "draft": "true"},
    }
    assert read_store(small_project(files)).problems == []
    store = read_store(small_project({**files, "data/events/c.yml": {**EVENT, "organisers": ["b"]}}))
    assert [(one.file, one.field, one.key) for one in store.problems] == [
        ("data/events/c.yml", "organisers", "names-a-draft")
    ]


def test_areas_of_a_draft_are_drafts_too(small_project: Laid) -> None:
    files = {
        "data/plans/p.yml": {**PLAN, "draft": "true"},
        "data/events/a.yml": {**EVENT, "areas": ["p/one"]},
    }
    assert [one.key for one in read_store(small_project(files)).problems] == ["names-a-draft"]


def test_a_record_cannot_name_itself_or_write_its_own_id(small_project: Laid) -> None:
    work = {"kind": "report", "versions": [{"language": "en", "title": "W"}]}
    files = {"data/publications/w.yml": {**work, "supersedes": ["w"], "id": "other"}}
    store = read_store(small_project(files))
    assert sorted(one.key for one in store.problems) == ["id-in-file", "names-itself"]


def test_a_text_is_needed_in_the_language_the_record_is_written_in(small_project: Laid) -> None:
    files = {"data/events/a.yml": {**EVENT, "title": {"fr": "A"}, "original_language": "fr"}}
    store = read_store(small_project(files))
    assert store.problems == []
    assert store.records["events"]["a"].original_language == "fr"
    store = read_store(small_project({"data/events/a.yml": {**EVENT, "title": {"fr": "A"}}}))
    assert [one.key for one in store.problems] == ["original-missing"]


def test_a_closed_list_and_the_facts_of_the_site_are_needed(small_project: Laid) -> None:
    files: dict[str, Any] = {"data/vocabulary/themes.yml": None, "data/site.yml": None}
    store = read_store(small_project(files))
    assert sorted((one.file, one.key) for one in store.problems) == [
        ("data/site.yml", "file-missing"),
        ("data/vocabulary/themes.yml", "vocabulary-missing"),
    ]


def test_a_term_cannot_stand_twice_in_a_closed_list(small_project: Laid) -> None:
    terms = [{"id": "law", "label": {"en": "Law"}}, {"id": "law", "label": {"en": "Laws"}}]
    store = read_store(small_project({"data/vocabulary/themes.yml": terms}))
    assert [(one.key, one.line, one.values["given"]) for one in store.problems] == [("id-twice", 4, "law")]


def test_reading_leaves_the_collector_of_garbage_as_it_was(small_project: Laid) -> None:
    root = small_project({})
    assert gc.isenabled()
    read_store(root)
    assert gc.isenabled()
    gc.disable()
    try:
        read_store(root)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_path_of_a_record_follows_from_its_kind_and_id() -> None:
    assert path_of("events", "2023-a") == "data/events/2023-a.yml"


def test_many_files_are_read_by_two_processes_with_the_same_result(tmp_path: Path) -> None:
    (tmp_path / "good.yml").write_text("a: b\n", "utf-8")
    (tmp_path / "bad.yml").write_text("a: *b\n", "utf-8")
    held = read_files(tmp_path, ["good.yml", "bad.yml"] * 600)
    few = read_files(tmp_path, ["good.yml", "bad.yml"])
    assert held[:2] == [{"a": "b"}, held[1]]
    assert [one.problem("x") for one in held[1::2]] == [few[1].problem("x")] * 600
