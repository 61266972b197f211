"""Citations: the golden cases of `tests/citations/`, files of lists, tags in the head, what is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings

from crawler import Crawl
from golden import files_of, golden
from test_citation_round_trips import works
from untfsse.citations import csl, meta
from untfsse.citations.files import FORMATS, write
from untfsse.citations.kept import Kept
from untfsse.citations.kinds import CSL_TYPES, FORMS, form_of
from untfsse.citations.marks import html
from untfsse.citations.processor import WORTH_FITTING, Style
from untfsse.citations.references import CACHE, STYLES, References
from untfsse.citations.works import Maker, Work
from untfsse.locales import LANGUAGES
from untfsse.records.dates import When
from untfsse.site import Site

pytest_plugins = ["shared_sites"]

_CASES = golden("citations")
_REFERENCES = [name for name in _CASES if name.startswith("references")]
_FILES = [name for name in _CASES if name.startswith("files")]


def _site_of(name: str, small_site: Callable[..., Site]) -> Site:
    _, _, files = files_of({**_CASES[name], "noun": "publication"})
    return small_site({**files, "data/vocabulary/publication-kinds.yml": _kinds()})


def _kinds() -> str:
    project = Path(__file__).parent.parent
    return (project / "data/vocabulary/publication-kinds.yml").read_text("utf-8")


@pytest.mark.parametrize("name", _REFERENCES)
def test_a_reference_is_what_the_golden_case_says(name: str, small_site: Callable[..., Site]) -> None:
    site, case = _site_of(name, small_site), _CASES[name]
    for language in {*LANGUAGES} & {*case}:
        work = site.library.shown("it", language)[0]
        made = {style: str(site.references.of(work, style, language)) for style in case[language]}
        assert made == case[language]


@pytest.mark.parametrize("name", _FILES)
def test_the_files_are_what_the_golden_case_says(
    name: str, small_site: Callable[..., Site], tmp_path: Path
) -> None:
    site, case = _site_of(name, small_site), _CASES[name]
    write(tmp_path / "site", site)
    made = {one: (tmp_path / f"site/publications/{case['file']}.{one}").read_bytes() for one in FORMATS}
    assert made["bib"].decode() == case["bib"]
    assert made["ris"].decode() == case["ris"].replace("\n", "\r\n")
    assert _as_yaml(json.loads(made["csl.json"])) == [case["csl.json"]]


def _as_yaml(value: Any) -> Any:
    """Numbers as the golden cases have them: as text."""
    if isinstance(value, dict):
        return {name: _as_yaml(one) for name, one in value.items()}
    return [_as_yaml(one) for one in value] if isinstance(value, list) else str(value)


def test_every_format_and_style_has_cases_in_three_languages() -> None:
    assert {_CASES[name]["file"].split(".")[1] for name in _FILES} > {*LANGUAGES}
    for language in LANGUAGES:
        assert {style for name in _REFERENCES for style in _CASES[name].get(language, ())} == {*STYLES}


def test_the_types_of_works_know_every_kind(real_site: Site) -> None:
    assert list(FORMS) == list(real_site.checked.store.vocabulary["publication-kinds"])
    assert form_of("of an editor who has just made it up").ris == "GEN"


def test_a_version_whose_title_is_not_known_is_not_cited_under_another_title(real_site: Site) -> None:
    works = real_site.library.works("sg-report-2024")
    assert [work.key for work in works] == ["sg-report-2024.en", "sg-report-2024.es"]
    assert [work.language for work in real_site.library.shown("sg-report-2024", "fr")] == ["en"]


def test_every_work_has_its_reference_on_some_page(real_site: Site) -> None:
    library = real_site.library
    for id_ in real_site.graph.records["publications"]:
        shown = {work for language in LANGUAGES for work in library.shown(id_, language)}
        assert shown == set(library.works(id_))


def test_every_list_of_a_page_has_the_works_of_that_page(real_site: Site, tmp_path: Path) -> None:
    write(tmp_path, real_site)
    lists = {
        path.relative_to(tmp_path / "citations").as_posix() for path in tmp_path.glob("citations/**/*.ris")
    }
    offered = set()
    for page in real_site.tongue("en").pages.values():
        soup = BeautifulSoup(page.html(""), "lxml")  # type: ignore[arg-type]
        for link in soup.select("a[href$='.ris'][href*='citations/']"):
            name = str(link["href"]).partition("citations/")[2]
            offered.add(name)
            items = json.loads(
                (tmp_path / "citations" / name.replace(".ris", ".csl.json")).read_text("utf-8")
            )
            cards = soup.select("section:has(> #publications) .sse-card--publication a, #none")
            shown = {str(card["href"]).rstrip("/").rpartition("/")[2] for card in cards}
            assert {item["id"].rpartition(".")[0] for item in items} == shown, page.name
    has_page = {
        f"member/{name.split('/')[1]}" for name in real_site.tongue("en").pages if "activities" in name
    }
    assert {name for name in lists if not name.startswith("member/")} - {"publications.ris"} <= offered
    assert {f"{name}.ris" for name in has_page} & lists <= offered


@given(work=works)
@settings(max_examples=25, deadline=None)
def test_any_work_becomes_a_reference_without_markup_of_its_own(work: Work) -> None:
    for style in STYLES.values():
        made = html(_style(style, "fr").reference(csl.item(work)))
        soup = BeautifulSoup(made, "html.parser")
        assert {tag.name for tag in soup.find_all()} <= {"i"}
        assert not set(soup.get_text()) & set("\ue0f3\ue0f4\ue0f5")


@cache
def _style(name: str, language: str, pruned: bool = True) -> Style:
    return Style(name, language, pruned)


@given(work=works)
@settings(max_examples=25, deadline=None)
def test_what_is_taken_out_of_a_style_changes_no_reference(work: Work) -> None:
    item = csl.item(work)
    for name in STYLES.values():
        whole = _style(name, "fr", pruned=False).reference(item)
        fitted = _style(name, "fr")
        assert {fitted.reference(item) for _ in range(WORTH_FITTING + 1)} == {whole}


def test_an_item_has_nothing_that_is_taken_out_of_styles(real_site: Site) -> None:
    ids = real_site.graph.records["publications"]
    items = [csl.item(work) for id_ in ids for work in real_site.library.works(id_)]
    assert {name for item in items for name in item} <= csl.VARIABLES | {"id", "type"}
    assert {item["type"] for item in items} <= CSL_TYPES


@given(work=works)
@settings(max_examples=25, deadline=None)
def test_a_reference_without_small_words_is_the_same_in_every_language(work: Work) -> None:
    author = (*work.authors, Maker("A. Body", body=True))[:1]
    form = form_of("book" if work.form.csl == "book" else "report")
    symbol = f"A/{work.symbol}" if work.symbol else ""
    item = csl.item(
        replace(work, form=form, authors=author, editors=(), date=work.date or When(2023), symbol=symbol)
    )
    for style in STYLES.values():
        assert len({_style(style, language).reference(item) for language in LANGUAGES}) == 1


def test_a_plain_number_has_the_small_word_of_the_page(tmp_path: Path) -> None:
    body = (Maker("A. Body", body=True),)
    work = Work(
        id="it",
        language="en",
        form=form_of("book"),
        kind="",
        title="T",
        authors=body,
        date=When(2020),
        symbol="12",
    )
    references = References(tmp_path)
    made = [str(references.of(work, "APA", language)) for language in LANGUAGES]
    assert made == [f"A. Body. (2020). <i>T</i> ({number} 12)." for number in ("No.", "Nᵒ", "No.")]


def test_the_head_names_the_work(real_site: Site) -> None:
    work = real_site.library.shown("ilo-financial-mechanisms-2019", "fr")[0]
    tags = meta.tags(work)
    assert ("citation_author", "Barco Serrano, Samuel", "dc:creator") in tags
    assert ("citation_technical_report_institution", work.publisher, "dc:publisher") in tags
    assert ("citation_language", "en", "dc:language") in tags
    assert [tag.content for tag in tags if tag.name == "citation_isbn"] == list(work.isbn)
    resolution = meta.tags(real_site.library.shown("un-resolution-77-281", "es")[0])
    assert ("citation_technical_report_number", "A/RES/77/281", "dc:identifier") in resolution
    assert ("citation_publication_date", "2023-04-18", "dc:date") in resolution


def test_the_tags_stand_on_pages_of_publications_only(real: Crawl) -> None:
    for page in real.pages.values():
        parts = page.path.strip("/").split("/")
        is_work = parts[-2:-1] == ["publications"]
        assert page.source.count('name="citation_title"') == is_work, page.path
        assert ('name="citation_pdf_url"' in page.source) <= is_work


def test_references_are_kept_between_builds(real_site: Site, tmp_path: Path) -> None:
    work = real_site.library.shown("utting-2018", "en")[0]
    first = References(tmp_path)
    made = first.of(work, "APA", "en")
    first.save()
    assert len(json.loads((tmp_path / CACHE).read_text("utf-8"))) == 1
    (tmp_path / CACHE).write_text((tmp_path / CACHE).read_text("utf-8").replace("Utting", "<b>Kept"), "utf-8")
    second = References(tmp_path)
    assert second.of(work, "APA", "en") == str(made).replace("Utting", "&lt;b&gt;Kept")
    assert second.of(work, "Chicago", "fr") != made
    second.save()
    assert len(json.loads((tmp_path / CACHE).read_text("utf-8"))) == 2


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"a": 1}', "\x00"])
def test_what_is_damaged_is_made_again(damaged: str, tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.write_text(damaged, "utf-8")
    kept = Kept(file)
    assert kept.get("a") is None
    kept.put("a", "b")
    kept.save()
    assert Kept(file).get("a") == "b"


def test_what_no_build_asked_for_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.write_text('{"a": "1", "b": "2"}', "utf-8")
    kept = Kept(file)
    assert kept.get("a") == "1"
    kept.save()
    assert json.loads(file.read_text("utf-8")) == {"a": "1"}
    assert [one.name for one in tmp_path.iterdir()] == ["kept.json"]


def test_the_same_works_give_the_same_bytes(real_site: Site, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(tmp_path / folder, real_site)
    one, two = (
        {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*.*")}
        for folder in ("one", "two")
    )
    assert one == two
    assert len(one) > 250
