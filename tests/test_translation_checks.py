"""A translation is checked against its source: what is wrong is told, what is right is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from golden import golden
from small_project import PROJECT, TRANSLATED, lay, write_base
from untfsse.__main__ import main
from untfsse.problems import Problem
from untfsse.records.base import Difference
from untfsse.translations.blocks import split
from untfsse.translations.checks.everything import checks_for
from untfsse.translations.checks.side_by_side import Finding, SideBySide, side_by_side
from untfsse.translations.documents import Document
from untfsse.translations.ledger import Entry, Ledger
from untfsse.translations.pairing import pair_blocks
from untfsse.translations.standing import Standing
from untfsse.translations.units import Unit
from untfsse.vocabulary import Term

TRANSLATION_KEYS = {
    *("translation-heading-level", "translation-heading-missing", "translation-heading-added"),
    *("translation-call-missing", "translation-call-added", "translation-link-missing"),
    *("translation-link-added", "translation-number", "translation-number-missing"),
    *("translation-number-added", "translation-placeholder-missing", "translation-placeholder-added"),
    *("translation-term", "translation-left", "translation-short", "translation-long", "ledger-line"),
}
"""Keys of the messages that only `untfsse translations` tells."""

_CASES = {name: case for name, case in golden("translations").items() if name.startswith("checks:")}

_GLOSSARY = {
    one["id"]: Term.model_validate({"domain": "concept", **one})
    for one in golden("translations")["terms: all"]["terms"]
}
_EVENT = "data/events/2020-01-15-talks.yml"
_OTHER_TEXTS = (
    "Its members said: the members and their members are here.",
    "Une publication, deux publications, l’agenda. Sus miembros, la agenda.",
)
"""A source and its translation elsewhere on the site, from which the words of its languages are known."""


def _units(file: str, page: str) -> tuple[Unit, ...]:
    return tuple(Unit(file, one.line, f"{one.kind}{one.level or ''}", "", one.text) for one in split(page))


def _beside(
    source: str,
    translation: str,
    original: str = "en",
    language: str = "fr",
    *,
    before: str = "",
    then: str = "",
) -> SideBySide:
    """Two texts side by side; `before` and `then` are what they were when the ledger was written."""
    ledger = Ledger(language)
    name, here = "page:about/index", f"{language}.md"
    if before:
        old = zip(_units("", before), _units("", then), strict=True)
        ledger.put(here, [Entry(one.fingerprint, other.fingerprint) for one, other in old])
    units = _units(f"{original}.md", source), _units(here, translation)
    pairs = pair_blocks(*units, ledger.of(here))
    document = Document(name, f"{original}.md", here, *units, original)
    return side_by_side(Standing(document, tuple(pairs)), ledger)


def _found(check: str, beside: SideBySide) -> list[Finding]:
    elsewhere = _beside(*_OTHER_TEXTS, language=beside.language)
    return list(checks_for(_GLOSSARY, [beside, elsewhere])[check](beside))


def _told(finding: Finding) -> str:
    return Problem("it", 0, 1, "", finding.key, finding.values).said()


def _pairs(which: str) -> list[Any]:
    return [
        pytest.param(case, pair, id=f"{name.removeprefix('checks: ')}: {pair[0]} – {pair[1]}")
        for name, case in _CASES.items()
        for pair in case[which]
    ]


def _look(case: dict[str, Any], pair: list[str]) -> list[Finding]:
    beside = _beside(pair[0], pair[1], case.get("original", "en"), case["language"])
    return _found(case["check"], beside)


@pytest.mark.parametrize(("case", "pair"), _pairs("right"))
def test_what_is_right_is_left_alone(case: dict[str, Any], pair: list[str]) -> None:
    assert [_told(finding) for finding in _look(case, pair)] == []


@pytest.mark.parametrize(("case", "pair"), _pairs("wrong"))
def test_what_is_wrong_is_told_with_its_cure(case: dict[str, Any], pair: list[str]) -> None:
    told = " / ".join(_told(finding) for finding in _look(case, pair))
    assert told == pair[2].replace("{where}", f"{case.get('original', 'en')}.md:1")


def test_every_message_about_translations_is_expected_by_a_case() -> None:
    pairs = [(case, pair) for case in _CASES.values() for pair in case["wrong"]]
    found = {finding.key for case, pair in pairs for finding in _look(case, pair)}
    assert {key for key in found if key.startswith("translation-")} == TRANSLATION_KEYS - {"ledger-line"}


def test_every_check_has_right_and_wrong_cases_in_both_languages() -> None:
    tried = {(case["check"], case["language"]) for case in _CASES.values()}
    checks = set(checks_for({}, []))
    assert tried >= {(check, language) for check in checks for language in ("fr", "es")}


def test_a_page_may_excuse_itself_from_every_check_but_typography() -> None:
    assert set(get_args(Difference)) == set(checks_for({}, [])) - {"typography"}


@pytest.mark.parametrize("check", ["headings", "calls", "links", "numbers"])
def test_what_changed_in_the_source_only_is_told_by_status_and_not_here(check: str) -> None:
    before, then = "## One\n\nIn 2022.", "## Un\n\nEn 2022."
    now = "## One\n\nIn 2023, see [it](a.md).\n\n### More\n\n{{ map() }}"
    assert _found(check, _beside(now, then, before=before, then=then)) == []


def test_what_a_translator_takes_out_is_told() -> None:
    before, then = "## One\n\n## Two\n\n{{ map() }}", "## Un\n\n## Deux\n\n{{ map() }}"
    now = _beside(before, "## Un", before=before, then=then)
    assert [_told(one) for check in ("headings", "calls") for one in _found(check, now)] == [
        'the heading "Two" of en.md:3 is missing here; translate it',
        "en.md:5 calls {{ map() }} and this page does not; write the call as it stands there",
    ]


def test_a_page_that_is_not_translated_has_no_findings() -> None:
    beside = _beside("## One\n\n{{ map() }}", "")
    assert [_found(check, beside) for check in ("headings", "calls")] == [[], []]


def test_the_translations_of_the_real_site_fit_their_sources(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["translations", "check", "--strict", "--root", str(PROJECT)])
    assert (capsys.readouterr().out, status) == ("", 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small correct project, with faults in a page, a record, a list and the words of the interface."""
    write_base(tmp_path)
    lay(tmp_path, TRANSLATED)
    top = "---\ntitle: {}\ndescription: {}\n---\n\n{}\n"
    lay(
        tmp_path,
        {
            "docs/en/index.md": top.format("Home", "What was decided in 2023.", "In 2023."),
            "docs/fr/index.md": top.format("Accueil", "Les décisions de 2022.", "En 2022."),
            "docs/es/index.md": top.format("Inicio", "Lo que se decidió en 2023.", "En 2023."),
            "docs/en/strings.yml": "one.key: since 2023\n",
            "docs/fr/strings.yml": "one.key: depuis 2022\n",
            "docs/es/strings.yml": "one.key: desde 2023\n",
            "data/events/2020-01-15-talks.yml": (
                "kind: conference\nstart: 2020-01-15\ntitle:\n  en: Talks\n  fr: Entretiens\nsummary:\n"
                "  en: In 2023\n  es: En 2023\n  fr: En 2022\n"
            ),
        },
    )
    glossary = tmp_path / "data/vocabulary/event-kinds.yml"
    said = glossary.read_text("utf-8").replace("    fr: Conférence\n", "    fr: 12 conférences\n", 1)
    glossary.write_text(said, "utf-8")
    return tmp_path


def test_each_finding_names_file_line_and_field(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translations", "check", "fr", "--root", str(root)]) == 0
    printed, counted = capsys.readouterr()
    assert [line.split("; ")[0] for line in printed.splitlines()] == [
        f'{_EVENT}:9:10: TR008 summary.fr: "2022" stands here and "2023" in summary.en',
        'data/vocabulary/event-kinds.yml:19:9: TR010 conference.label.fr: "12" is not in conference.label.en',
        'docs/fr/index.md:3:31: TR008 description: "2022" stands here and "2023" in docs/en/index.md:1',
        'docs/fr/index.md:6:4: TR008 "2022" stands here and "2023" in docs/en/index.md:6',
        'docs/fr/strings.yml:1:17: TR008 one.key: "2022" stands here and "2023" in docs/en/strings.yml',
    ]
    assert counted.startswith("5 to look at\n")


def test_what_is_found_is_an_error_where_that_is_wanted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translations", "check", "--strict", "--root", str(root)]) == 1
    assert main(["translations", "check", "--strict", "es", "--root", str(root)]) == 0
    assert main(["translations", "check", "--strict", "docs/es", "--root", str(root)]) == 0
    capsys.readouterr()
    assert main(["translations", "check", "--strict", "docs/fr/index.md", "--root", str(root)]) == 1
    assert {line.split(":")[0] for line in capsys.readouterr().out.splitlines()} == {"docs/fr/index.md"}


def test_a_difference_that_is_meant_is_not_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _differs(root, "numbers")
    main(["translations", "check", "docs/fr/index.md", "--root", str(root)])
    assert capsys.readouterr().out == ""


def test_a_difference_that_does_not_exist_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _differs(root, "number")
    assert main(["translations", "check", "--root", str(root)]) == 1
    assert '"number" cannot stand here; did you mean "numbers"?' in capsys.readouterr().out


def test_a_record_and_a_term_may_differ_too_and_nothing_else_of_their_list(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event, kinds = root / "data/events/2020-01-15-talks.yml", root / "data/vocabulary/event-kinds.yml"
    site = root / "data/site.yml"
    event.write_text(f"{event.read_text('utf-8')}translation_differs: [numbers] # why\n", "utf-8")
    said = kinds.read_text("utf-8").replace(
        "- id: conference\n", "- id: conference\n  translation_differs: [numbers]\n"
    )
    kinds.write_text(said.replace("    fr: Webinaire\n", "    fr: 3 webinaires\n", 1), "utf-8")
    site.write_text(
        "name: {en: Task Force 1, fr: Groupe}\nacronym: A\ndescription: {en: The site.}\n", "utf-8"
    )
    main(["translations", "check", "fr", "data", "--root", str(root)])
    faults = capsys.readouterr().out.splitlines()
    assert [one.split(": ")[1] for one in faults] == ["TR009 name.fr", "TR010 webinar.label.fr"]
    site.write_text(f"{site.read_text('utf-8')}translation_differs: [numbers]\n", "utf-8")
    kinds.write_text(kinds.read_text("utf-8").replace("3 webinaires", "Webinaire"), "utf-8")
    assert main(["translations", "check", "fr", "data", "--strict", "--root", str(root)]) == 0


@pytest.mark.parametrize("check", ["links", "numbers"])
def test_what_is_excused_is_a_check_that_has_found_something(root: Path, check: str) -> None:
    event = root / "data/events/2020-01-15-talks.yml"
    event.write_text(f"translation_differs: [{check}]\n{event.read_text('utf-8')}", "utf-8")
    status = main(["translations", "check", "fr", "data/events", "--strict", "--root", str(root)])
    assert status == (check != "numbers")


def test_only_what_has_a_place_for_an_excuse_is_told_of_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, is_told in {"data/events": True, "data/vocabulary": True, "docs/fr/strings.yml": False}.items():
        main(["translations", "check", "fr", path, "--root", str(root)])
        assert ("`translation_differs: [numbers]`" in capsys.readouterr().err) is is_told


def test_a_difference_that_no_check_knows_is_refused_in_a_record_with_what_would_be_right(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = root / "data/events/2020-01-15-talks.yml"
    event.write_text(f"translation_differs: [number]\n{event.read_text('utf-8')}", "utf-8")
    assert main(["translations", "check", "--root", str(root)]) == 1
    said = 'VA001 translation_differs: "number" cannot stand here; did you mean "numbers"?'
    assert f"data/events/2020-01-15-talks.yml:1:23: {said}" in capsys.readouterr().out


def _differs(root: Path, how: str) -> None:
    page = root / "docs/fr/index.md"
    meant = f"translation_differs: [{how}]\ntitle:"
    page.write_text(page.read_text("utf-8").replace("title:", meant), "utf-8")
