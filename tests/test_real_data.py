"""The real records and pages: without a mistake, and complete in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from untfsse.checking import check_all
from untfsse.folders import data_files
from untfsse.locales import LANGUAGES, Text, Translations
from untfsse.records import KINDS, Publication, Record
from untfsse.records.leaves import leaves
from untfsse.records.references import Refers
from untfsse.site import Site


def test_there_is_nothing_to_mend(project: Path) -> None:
    checked = check_all(project)
    assert all(checked.store.records[kind] for kind in KINDS)


def test_every_file_of_data_is_a_record_or_a_closed_list(project: Path, real_site: Site) -> None:
    files, strangers = data_files(project)
    assert strangers == []
    for kind in KINDS:
        assert list(files[kind]) == list(real_site.checked.store.records[kind])
    assert list(files["vocabulary"]) == list(real_site.checked.store.vocabulary)


def _published(site: Site) -> Iterator[tuple[str, Record]]:
    for kind, records in site.graph.records.items():
        for id_, record in records.items():
            yield f"data/{kind}/{id_}.yml", record


def test_drafts_are_not_published(real_site: Site) -> None:
    assert [file for file, record in _published(real_site) if record.draft] == []
    drafts = [one for kind in real_site.checked.store.records.values() for one in kind.values() if one.draft]
    assert drafts, "this test needs a draft in data/"


def test_no_draft_is_named_by_a_published_record(real_site: Site) -> None:
    records = real_site.checked.store.records
    named = [
        f"{file}: {value}"
        for file, record in _published(real_site)
        for _, marker, value in leaves(record)
        if isinstance(marker, Refers)
        and records["plans" if marker.kind == "areas" else marker.kind][str(value).split("/")[0]].draft
    ]
    assert named == []


def test_every_text_of_a_published_record_exists_in_every_language(real_site: Site) -> None:
    lacking = [
        f"{file}: {'.'.join(map(str, path))} has only {', '.join(text)}"
        for file, record in _published(real_site)
        for path, marker, text in leaves(record)
        if marker is Text and not isinstance(text, Translations) and tuple(text) != LANGUAGES
    ]
    assert lacking == []


def test_every_published_record_says_in_every_language_what_it_is(real_site: Site) -> None:
    lacking = []
    for file, record in _published(real_site):
        text = record.abstract if isinstance(record, Publication) else getattr(record, "summary", None)
        if text is None or tuple(text) != LANGUAGES:
            lacking.append(file)
    assert lacking == []


def test_every_title_of_a_work_can_be_understood_in_every_language(real_site: Site) -> None:
    lacking = []
    for file, work in _published(real_site):
        if isinstance(work, Publication):
            own = {version.language for version in work.versions if version.title}
            translated = set(work.title_translations or ())
            lacking += [f"{file}: {one}" for one in LANGUAGES if one not in own | translated]
            lacking += [f"{file}: {one} is translated and exists" for one in sorted(own & translated)]
    assert lacking == []


def test_every_page_is_translated(real_site: Site) -> None:
    prose = real_site.checked.prose
    for language in LANGUAGES:
        assert sorted(prose[language]) == sorted(prose["en"]), language
