"""The tables of the data: RFC 4180, harmless in a spreadsheet, and what Frictionless says of them."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import Crawl
from open_data_files import rows
from test_open_data import GRAPH
from untfsse.locales import LANGUAGES
from untfsse.open_data import FOLDER, KINDS
from untfsse.open_data.cells import joined, safe
from untfsse.open_data.tables import write_csv
from untfsse.open_data.writing import contents
from untfsse.site import Site

pytest_plugins = ["shared_sites"]

_SIGNS = "=+-@\t\r\n\0＝＋－＠"
_CELLS = st.lists(
    st.text(st.sampled_from(_SIGNS + "'\"|\\,;x é🌍\u2028<>]"), max_size=6), min_size=2, max_size=4
)


def _undone(cell: str) -> str:
    """What a program does to have a cell as it was."""
    bare = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and bare[:1] in tuple(_SIGNS) else cell


def _apart(cell: str) -> list[str]:
    """What a program does to have the items of a list."""
    items, at = [""], 0
    while at < len(cell):
        if cell[at] == "|":
            items.append("")
        else:
            at += cell[at] == "\\"
            items[-1] += cell[at]
        at += 1
    return items


@pytest.mark.parametrize(
    "cell", ['=HYPERLINK("https://x")', "+1", "-1", "@x", "\tx", "\rx", "\nx", "\0", "＝1"]
)
def test_what_begins_like_a_formula_is_no_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert _undone(safe(cell)) == cell


@pytest.mark.parametrize("cell", ["", "x", "1-1", "’est", "'quoted'", "https://example.org/?a=b"])
def test_what_does_not_is_left_alone(cell: str) -> None:
    assert safe(cell) == cell


@given(_CELLS)
def test_every_cell_comes_back_equal(cells: list[str]) -> None:
    names = [f"c{number}" for number in range(len(cells))]
    back = rows(write_csv(names, [cells]))
    assert [_undone(one) for one in back[0].values()] == cells
    for one in back[0].values():
        assert not one.startswith(tuple(_SIGNS))


@given(_CELLS)
def test_the_items_of_a_list_come_back_equal(items: list[str]) -> None:
    assert _apart(joined(items)) == items


def test_a_table_is_by_the_letter_of_the_rules(small_site: Callable[..., Site]) -> None:
    for name, content in contents(small_site(GRAPH)).items():
        if name.endswith(".csv"):
            assert content.startswith("\ufeff".encode()), name
            assert content.endswith(b"\r\n"), name
            assert content.count(b"\n") == content.count(b"\r\n"), name
            lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
            assert len({len(line) for line in lines}) == 1, name


def test_a_formula_is_neutral_in_tables_and_whole_in_json(small_site: Callable[..., Site]) -> None:
    words = '=HYPERLINK("https://example.org/?x="&A1, "a | b")'
    event = {
        "kind": "webinar",
        "title": {"en": words},
        "start": 2023,
        "organisers": [{"name": "-1+1"}, {"name": "a|b"}],
    }
    files = contents(small_site({"data/events/a.yml": event}))
    row = rows(files["events.en.csv"])[0]
    assert row["title"] == f"'{words}"
    assert row["organisers"] == "'-1+1|a\\|b"
    assert json.loads(files["events/a.json"])["title"] == {"en": words}


def test_a_table_is_in_its_language_and_tells_where_it_is_not(small_site: Callable[..., Site]) -> None:
    member = {
        "kind": "un-agency",
        "name": {"en": "Labour", "fr": "Travail"},
        "membership": [{"status": "member"}],
    }
    event = {
        "kind": "conference",
        "title": {"en": "The *whole* thing"},
        "start": "2023-05-02T10:00",
        "timezone": "Europe/Zurich",
        "place": {"city": {"en": "Geneva", "fr": "Genève"}, "country": "CH"},
        "organisers": ["ilo", {"name": "Others"}],
        "themes": ["law", "care"],
        "links": [
            {"kind": "page", "url": "https://example.org/a"},
            {"kind": "recording", "url": "https://example.org/b", "language": "fr"},
        ],
        "milestone": True,
    }
    files = contents(small_site({"data/members/ilo.yml": member, "data/events/a.yml": event}))
    row = rows(files["events.fr.csv"])[0]
    expected = {
        "id": "a",
        "page": "https://example.org/fr/events/a/",
        "title": "The whole thing",
        "kind": "conference",
        "kind_label": "Conférence",
        "start": "2023-05-02T10:00",
        "start_first_day": "2023-05-02",
        "start_last_day": "2023-05-02",
        "start_instant": "2023-05-02T10:00:00+02:00",
        "end": "",
        "place_city": "Genève",
        "place_country": "CH",
        "place_country_name": "Suisse",
        "organisers": "Travail|Others",
        "organisers_members": "ilo",
        "themes": "law|care",
        "themes_labels": "Droit|Soins et santé",
        "links_kind": "page|recording",
        "links_url": "https://example.org/a|https://example.org/b",
        "links_language": "|fr",
        "milestone": "true",
        "untranslated": "title",
    }
    assert {name: row[name] for name in expected} == expected
    assert rows(files["events.en.csv"])[0]["untranslated"] == ""


def test_every_record_has_a_row_in_every_language(real: Crawl) -> None:
    folder = real.folder / FOLDER
    for kind in KINDS:
        ids = [one["id"] for one in json.loads((folder / f"{kind}.json").read_text("utf-8"))["records"]]
        for language in LANGUAGES:
            assert [row["id"] for row in rows((folder / f"{kind}.{language}.csv").read_bytes())] == ids


def test_the_data_package_of_the_real_site_is_valid(real: Crawl) -> None:
    assert _faults(real.folder / FOLDER) == []


def test_the_data_package_of_a_small_site_is_valid(small_site: Callable[..., Site], tmp_path: Path) -> None:
    site = small_site(GRAPH)
    folder = tmp_path / "out"
    _write(folder, contents(site))
    assert _faults(folder) == []
    table = folder / "events.en.csv"
    table.write_bytes(table.read_bytes().replace(b",false,", b",perhaps,"))
    assert any("events-en" in fault for fault in _faults(folder))


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _faults(folder: Path) -> list[str]:
    """Return what Frictionless finds wrong with the package and its tables: types, keys, sizes, sums."""
    from frictionless import Package, validate

    here = Path.cwd()
    os.chdir(folder)  # it trusts only files below the working folder
    try:
        package = Package("datapackage.json")
        assert {one.name for one in package.resources if str(one.path).endswith(".csv")}
        report = validate("datapackage.json")
        return [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors] + [
            error.message for error in report.errors
        ]
    finally:
        os.chdir(here)
