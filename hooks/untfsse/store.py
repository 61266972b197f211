"""Reads `data/`: every file, every mistake, in one run."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from untfsse.clock import today
from untfsse.folders import data_files
from untfsse.locales import DEFAULT, LANGUAGES, Text
from untfsse.problems import Problem, nearest
from untfsse.reading import read_files
from untfsse.record_kinds import A_RECORD, kind_by_fields
from untfsse.records import KINDS, Record
from untfsse.records.references import Surroundings
from untfsse.records.site_facts import SiteFacts
from untfsse.showing import comes, hidden_as_written, speaks_from
from untfsse.spots import locate_value
from untfsse.validation import problems_of
from untfsse.vocabulary import LISTS, Term
from untfsse.yaml_source import MAX_BYTES, Positions, Unreadable, parse, read

M = TypeVar("M", bound=BaseModel)
_VOCABULARY_BYTES = 256 * 1024


@dataclass
class Store:
    """What `data/` holds."""

    root: Path
    """The folder that holds `data/`."""

    records: dict[str, dict[str, Record]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    """Kind → id → record, drafts included, ids in order."""

    vocabulary: dict[str, dict[str, Term]] = field(default_factory=dict)
    """The closed lists."""

    site: SiteFacts | None = None
    """`data/site.yml`, if it could be read."""

    all_ids: dict[str, set[str]] = field(default_factory=dict)
    """Kind (or `areas`) → every id there is a file for, faulty ones too."""

    around: Surroundings = field(default_factory=lambda: Surroundings({}, {}, {}))
    """What references are checked against."""

    drafts: dict[str, dict[str, date]] = field(default_factory=dict)
    """Kind (or `areas`) → those that are not public yet → the day they will be (`NEVER` for a draft)."""

    problems: list[Problem] = field(default_factory=list)
    """Everything wrong with the files."""


def path_of(kind: str, id_: str) -> str:
    """Return the path of a record's file, from the root of the project."""
    return f"data/{kind}/{id_}.yml"


def read_store(root: Path) -> Store:
    """Read all records below `root`/data; mistakes are collected, never raised."""
    store = Store(root)
    collecting = gc.isenabled()
    gc.disable()  # thousands of small objects that all stay: the collector would walk them in vain
    try:
        files, strangers = data_files(root)
        store.problems.extend(strangers)
        _read_vocabulary(store, files["vocabulary"])
        raw = _read_records(store, files)
        store.all_ids = _all_ids(raw)
        store.drafts = _drafts(raw, store.all_ids)
        store.around = around = Surroundings(store.all_ids, store.drafts, store.vocabulary)
        site = _read(store, "data/site.yml")
        store.site = _typed(store, "data/site.yml", SiteFacts, site, around)
        for kind, model in KINDS.items():
            for id_, data in raw[kind].items():
                record = _record(store, model, kind, id_, files[kind][id_], data)
                if record is not None:
                    store.records[kind][id_] = record
    finally:
        if collecting:
            gc.enable()
    return store


def _record(store: Store, model: type[Record], kind: str, id_: str, file: str, data: Any) -> Record | None:
    here = replace(store.around, kind=kind, id=id_, since=_since(data), original=_original(data))
    return _typed(store, file, model, data, here, id=id_)


def read_again(store: Store, kind: str, id_: str) -> list[Problem]:
    """Return what is wrong with one record as its file is now, beside the others as they were."""
    alone, file = Store(store.root, around=store.around), path_of(kind, id_)
    _record(alone, KINDS[kind], kind, id_, file, _read(alone, file))
    return alone.problems


def _all_ids(raw: Mapping[str, Mapping[str, Any]]) -> dict[str, set[str]]:
    """Know every id before any record is checked, those of faulty files too."""
    ids = {kind: set(records) for kind, records in raw.items()}
    ids["areas"] = {
        f"{plan}/{area['id']}"
        for plan, data in raw["plans"].items()
        if isinstance(data, dict) and isinstance(data.get("areas"), list)
        for area in data["areas"]
        if isinstance(area, dict) and "id" in area
    }
    return ids


def _drafts(raw: Mapping[str, Mapping[str, Any]], ids: Mapping[str, Set[str]]) -> dict[str, dict[str, date]]:
    day = today()
    drafts = {
        kind: {
            id_: first
            for id_, data in records.items()
            if (first := comes(hidden_as_written(data, day))) is not None
        }
        for kind, records in raw.items()
    }
    plans = ((area, area.split("/")[0]) for area in sorted(ids["areas"]))
    drafts["areas"] = {area: drafts["plans"][plan] for area, plan in plans if plan in drafts["plans"]}
    return drafts


def _since(data: Any) -> date:
    return speaks_from(hidden_as_written(data, today()))


def _original(data: Any) -> str:
    """The language a record says it is written in; empty where that is none of the site's."""
    given = data.get("original_language", DEFAULT) if isinstance(data, dict) else DEFAULT
    return given if given in LANGUAGES else ""


def _read_records(store: Store, files: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Any]]:
    """Return kind → id → what the file holds, as plain texts; None where it cannot be read."""
    every = [(kind, id_, file) for kind in KINDS for id_, file in files[kind].items()]
    raw: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    held = read_files(store.root, [file for _, _, file in every])
    for (kind, id_, file), data in zip(every, held, strict=True):
        raw[kind][id_] = _held(store, file, data)
    return raw


def _read(store: Store, file: str, limit: int = MAX_BYTES) -> Any:
    """Return what a file holds, as plain texts; None, and a problem, where it cannot be read."""
    try:
        data = parse(read(store.root, file, limit))
    except Unreadable as unreadable:
        data = unreadable
    return _held(store, file, data)


def _held(store: Store, file: str, data: Any) -> Any:
    if isinstance(data, Unreadable):
        store.problems.append(data.problem(file))
        return None
    if data is None or data == "":
        store.problems.append(Problem(file, 1, 1, "", "empty-file", {}))
        return None
    return data


def _typed(store: Store, file: str, model: type[M], data: Any, around: Surroundings, **more: str) -> M | None:
    """Return `data` as a record; `more` are fields that the file must not hold itself."""
    if data is None:
        return None
    if not isinstance(data, dict):
        store.problems.append(Problem(file, 1, 1, "", "record-shape", {}))
        return None
    for name in more:
        if name in data:
            line, column = positions_in(store, file)[(name,)]
            values = {"given": name}
            store.problems.append(Problem(file, line, column, name, "id-in-file", values))
    if (kind := around.kind) and (other := kind_by_fields(data)) not in ("", kind):
        values = {"noun": A_RECORD[other], "right": f"data/{other}/"}
        store.problems.append(Problem(file, 0, 1, "", "wrong-folder", values))
        return None
    try:
        return model.model_validate({**data, **more}, context=around)
    except ValidationError as error:
        store.problems.extend(problems_of(error, model, file, positions_in(store, file)))
        return None


def positions_in(store: Store, file: str) -> Positions:
    """Read a file again to tell where its fields stand."""
    positions = Positions()
    parse(read(store.root, file, _VOCABULARY_BYTES), positions)
    return positions


def _read_vocabulary(store: Store, files: Mapping[str, str]) -> None:
    for name in sorted(LISTS - set(files)):
        file = f"data/vocabulary/{name}.yml"
        store.problems.append(Problem(file, 0, 1, "", "vocabulary-missing", {}))
    for name, file in files.items():
        if name not in LISTS:
            values = {"given": name, "near": nearest(name, LISTS)}
            store.problems.append(Problem(file, 0, 1, "", "unknown-list", values))
        data = _read(store, file, _VOCABULARY_BYTES)
        if data is not None and not isinstance(data, list):
            store.problems.append(Problem(file, 1, 1, "", "list-shape", {}))
        elif data is not None:
            store.vocabulary[name] = _terms(store, file, data)


def _terms(store: Store, file: str, data: list[Any]) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for index, item in enumerate(data):
        if not isinstance(item, dict):
            line, column = positions_in(store, file)[(index,)]
            store.problems.append(Problem(file, line, column, "", "list-shape", {}))
            continue
        try:
            term = Term.model_validate(item)
        except ValidationError as error:
            positions = positions_in(store, file)
            store.problems.extend(problems_of(error, Term, file, positions, within=(index,)))
            if not isinstance(item.get("id"), str):
                continue
            term = Term.model_construct(
                id=item["id"], label=Text({})
            )  # known, so that no record is blamed for it
        if term.id in terms:
            line, column = locate_value((index, "id"), positions_in(store, file))
            values = {"given": term.id}
            store.problems.append(Problem(file, line, column, "id", "id-twice", values))
        terms[term.id] = term
    return terms
