"""The forms: what they write passes the check, what is wrong is said where it is, and nothing is sent."""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Page, Route, expect

from browser.axe import faults
from browser.fillings import Filler
from browser.served import Served
from browser.templates import path_in
from browser.visits import PHONE, Visit
from small_project import PROJECT, TRANSLATED, lay
from untfsse.__main__ import main
from untfsse.locales import LANGUAGES
from untfsse.site import Site
from untfsse.store import read_store

_FORMS = ("event", "publication", "project")
_MAKE = "(typed) => typed.map((one) => document.querySelector('.sse-form').form.make(one))"
_LINKS = "(made) => document.querySelector('.sse-form').form.links(made)"
_JUDGE = "(them) => them.map((it) => document.querySelector('.sse-form').form.faults(it).map((f) => f.key))"
_RIGHT = {
    "kind": "conference",
    "title": {"en": "Forum"},
    "start": "2027-03-14T10:00",
    "timezone": "Europe/Zurich",
    "sources": ["https://example.org/"],
}


def _open(visit: Callable[..., Visit], name: str, language: str = "en", **more: Any) -> Page:
    return visit(path_in(language, f"contribute/{name}/"), **more).page


def _data(page: Page) -> dict[str, Any]:
    """What the script of a form knows; closed lists that stand in the page itself among its options."""
    data: dict[str, Any] = json.loads(page.locator(".sse-form script").text_content() or "")
    return data


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real records, with the least of pages."""
    root = tmp_path_factory.mktemp("forms")
    shutil.copytree(PROJECT / "data", root / "data")
    for name in ("redirects.yml", "search.yml"):
        (root / "data" / name).unlink()
    lay(root, TRANSLATED)
    for language in LANGUAGES:
        shutil.copy(PROJECT / f"docs/{language}/strings.yml", root / f"docs/{language}/strings.yml")
    return root


def test_what_200_random_fillings_make_passes_the_check(
    visit: Callable[..., Visit], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written: dict[str, str] = {}
    refused = 0
    for at, name in enumerate(_FORMS):
        page = _open(visit, name, LANGUAGES[at % len(LANGUAGES)])
        options = _data(page)["options"]
        right = [getattr(Filler(seed, options), name)() for seed in range(67)]
        perhaps = [getattr(Filler(seed, options, hostile=True), name)() for seed in range(40)]
        made = page.evaluate(_MAKE, right)
        assert [(one["faults"], typed) for one, typed in zip(made, right, strict=True) if one["faults"]] == []
        doubtful = page.evaluate(_MAKE, perhaps)
        refused += sum(bool(one["faults"]) for one in doubtful)
        for number, one in enumerate([*made, *(one for one in doubtful if not one["faults"])]):
            assert re.fullmatch(r"data/\w+/[a-z0-9]+(-[a-z0-9]+)*\.yml", one["file"]), one["file"]
            assert len(Path(one["file"]).stem) <= 80
            written[f"data/{name}s/form-{name}-{number}.yml"] = one["text"]
    lay(project, written)
    status = main(["check", "--root", str(project)])
    assert "\n".join(capsys.readouterr().out.splitlines()[:-1]) == ""
    assert status == 0
    assert len(written) > 200
    assert refused > 40
    records = read_store(project).records
    assert all(Path(file).stem in records[file.split("/")[1]] for file in written)


def test_what_is_typed_is_what_the_record_says(visit: Callable[..., Visit], project: Path) -> None:
    page = _open(visit, "event")
    odd = 'He said "NO": 50 % – it’s #1 \\ 👩‍👩‍👧 العربية'
    typed = _RIGHT | {
        "title": {"en": odd, "fr": 'Quoi ? "Oui" : non;'},
        "place": {"country": "NO", "city": "12"},
    }
    [made] = page.evaluate(_MAKE, [typed])
    assert made["faults"] == []
    lay(project, {"data/events/odd.yml": made["text"]})
    event: Any = read_store(project).records["events"]["odd"]
    assert event.title["en"] == odd
    assert event.title["fr"] == "Quoi\u202f? «\u00a0Oui\u00a0»\u00a0: non\u202f;"
    assert (event.place.country, event.place.city, str(event.start)) == ("NO", "12", "2027-03-14T10:00")


_WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    ("event", {"kind": ""}, "kind", "required"),
    ("event", {"title": {"fr": "Forum"}}, "title.en", "required"),
    ("event", {"sources": []}, "sources", "required"),
    ("event", {"sources": ["", "example.org"]}, "sources.1", "address"),
    ("event", {"timezone": ""}, "timezone", "zone"),
    ("event", {"end": "2027-03-15"}, "end", "precision"),
    ("event", {"end": "2027-03-14T09:59"}, "end", "order"),
    ("event", {"mode": "online", "place": {"country": "CH"}}, "mode", "place"),
    ("event", {"place": {"city": "Geneva"}}, "place.country", "required"),
    ("event", {"start": "2027-03-28T02:30"}, "start", "clock"),
    ("event", {"start": "2027-10-31T02:30"}, "start", "clock"),
    ("event", {"organisers": [{"member": "ilo", "name": "ILO"}]}, "organisers.0.member", "either"),
    ("event", {"organisers": [{}, {"name": "<b>"}]}, "organisers.1.name", "words"),
    ("event", {"links": [{"kind": "page"}]}, "links.0.url", "required"),
    ("event", {"kind": "party"}, "kind", "choice"),
    ("event", {"title": {"en": "- item"}}, "title.en", "words"),
    ("event", {"title": {"en": "x" * 3001}}, "title.en", "long"),
    ("event", {"title": {"en": "Ask jane@example.org"}}, "title.en", "mail"),
    ("event", {"title": {"en": "Forum", "es": "Qué?"}}, "title.es", "question"),
    ("publication", {"versions": []}, "versions", "required"),
    ("publication", {"versions": [{"language": "fr"}]}, "versions.0.title", "required"),
    ("publication", {"versions": [{"language": "fr", "title": "A"}] * 2}, "versions.1.language", "twice"),
    ("publication", {"date": "2023-02-29"}, "date", "date"),
    ("publication", {"symbol": "Resolution 5"}, "symbol", "symbol"),
    (
        "publication",
        {"versions": [{"language": "fr", "title": "A", "doi": "https://doi.org/10.1/x"}]},
        "versions.0.doi",
        "doi",
    ),
    (
        "publication",
        {"versions": [{"language": "fr", "title": "A", "pages": "xii"}]},
        "versions.0.pages",
        "number",
    ),
    ("project", {"start": "2025", "end": "2024-12"}, "end", "order"),
    ("news", {"description": "Short."}, "description", "description"),
    ("news", {"body": "Words.\n\n# Title"}, "body", "markdown"),
    ("correction", {"page": "the home page"}, "page", "address"),
]
_COMPLETE: dict[str, dict[str, Any]] = {
    "event": _RIGHT,
    "publication": {
        "kind": "report",
        "versions": [{"language": "en", "title": "A"}],
        "sources": ["https://example.org/"],
    },
    "project": {
        "kind": "programme",
        "title": {"en": "A"},
        "status": "ongoing",
        "sources": ["https://example.org/"],
    },
    "news": {
        "title": "A",
        "description": "x" * 60,
        "date": "2026-11-22",
        "body": "A.\n\nB: [c](https://example.org/).",
        "sources": ["https://example.org/"],
    },
    "correction": {
        "page": "https://unsse.org/",
        "wrong": "A",
        "right": "- B",
        "source": "https://example.org/",
    },
}


@pytest.mark.parametrize("name", _COMPLETE)
def test_each_mistake_is_told_of_its_own_field_and_nothing_else(
    name: str, visit: Callable[..., Visit]
) -> None:
    page = _open(visit, name)
    cases = [(typed, path, key) for form, typed, path, key in _WRONG if form == name]
    right, *made = page.evaluate(
        _MAKE, [_COMPLETE[name], *(_COMPLETE[name] | typed for typed, _, _ in cases)]
    )
    assert right["faults"] == []
    told = [[(fault["path"], fault["key"]) for fault in one["faults"]] for one in made]
    assert told == [[(path, key)] for _, path, key in cases]


@pytest.mark.parametrize("name", _FORMS)
def test_the_form_and_the_schema_judge_alike(name: str, visit: Callable[..., Visit]) -> None:
    page = _open(visit, name)
    data = _data(page)
    validator = Draft7Validator(_plain(data["rules"], data["options"]))
    values = []
    for seed in range(60):
        [made] = page.evaluate(_MAKE, [getattr(Filler(seed, data["options"]), name)()])
        values += [made["value"], *_mutated(made["value"], Random(seed))]
    judged = page.evaluate(_JUDGE, values)
    ours = {"order", "clock", "twice", "mail", "question"}
    refused = 0
    for value, keys in zip(values, judged, strict=True):
        valid = validator.is_valid(value)
        refused += not valid
        assert valid == (not set(keys) - ours), (
            keys,
            value,
            [e.message[:100] for e in validator.iter_errors(value)],
        )
    assert 60 < refused < len(values) - 60


def _plain(rule: Any, options: dict[str, Any]) -> Any:
    """Rules as plain JSON Schema, closed lists written out."""
    if isinstance(rule, list):
        return [_plain(one, options) for one in rule]
    if not isinstance(rule, dict):
        return rule
    made = {key: _plain(one, options) for key, one in rule.items() if not key.startswith("x-")}
    return made | (
        {"enum": [value for value, _ in options[rule["x-options"]]]} if "x-options" in rule else {}
    )


def _mutated(value: dict[str, Any], random: Random) -> Iterator[dict[str, Any]]:
    """A value with a field taken away, of another kind, or with something odd in it."""
    for _ in range(6):
        other = copy.deepcopy(value)
        inner: Any = other
        while True:
            key = random.choice(list(inner) if isinstance(inner, dict) else list(range(len(inner))))
            if isinstance(inner[key], dict | list) and inner[key] and random.random() < 0.7:
                inner = inner[key]
                continue
            break
        odd = [
            7,
            True,
            None,
            "",
            "zzz",
            "<b>x</b>",
            [],
            ["x"],
            {},
            {"en": "x"},
            "2023-02-30",
            "2023-05-01T10:00",
            "no",
        ]
        if random.random() < 0.3 and isinstance(inner, dict):
            del inner[key]
        elif random.random() < 0.2 and isinstance(inner, dict):
            inner["unknown"] = "x"
        else:
            inner[key] = random.choice(odd)
        yield other


_SAID = {
    "en": ("Name of the event", "English", "Check and continue", "Kind of event", "fill this in"),
    "fr": ("Nom de l’événement", "Anglais", "Vérifier et continuer", "Type d’événement", "à remplir"),
    "es": ("Nombre del evento", "Inglés", "Comprobar y continuar", "Tipo de evento", "rellénelo"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_leaves_out_what_is_needed_is_led_to_it(language: str, visit: Callable[..., Visit]) -> None:
    title, english, check, kind, missing = _SAID[language]
    opened = visit(path_in(language, "contribute/event/"), PHONE)
    page = opened.page
    page.get_by_role("button", name=check).click()
    summary = page.locator(".sse-form__errors")
    expect(summary).to_be_focused()
    links = summary.get_by_role("link")
    assert [one.rpartition(" – ")[2] for one in links.all_inner_texts()] == [missing] * 4
    assert title in links.nth(1).inner_text()
    assert english in links.nth(1).inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    field = page.get_by_role("combobox", name=kind)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(missing)
    assert opened.complaints == []


def test_an_event_is_written_with_the_keyboard_alone(visit: Callable[..., Visit]) -> None:
    opened = visit("contribute/event/")
    page = opened.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("combobox", name="Kind of event").focus()
    page.keyboard.type("Webinar")
    page.keyboard.press("Tab")
    page.keyboard.type("Money: who pays?")
    page.locator("#f-start").fill("2027-05-04")
    page.locator("#f-sources-0").fill("https://example.org/webinar")
    group = page.get_by_role("group", name="Who organizes it", exact=True)
    group.get_by_role("button", name="Add one").press("Enter")
    expect(page.locator("#f-organisers-0-member")).to_be_focused()
    page.locator("#f-organisers-0-name").fill("River bank")
    group.get_by_role("button", name="Add one").press("Enter")
    page.locator("#f-organisers-1-member").select_option("ilo")
    group.get_by_role("button", name="Remove – Who organizes it, number 1").press("Enter")
    page.get_by_label("Social finance").or_(page.locator("[data-path='themes']").first).first.check()
    page.locator("#f-sources-0").press("Enter")
    expect(page.locator(".sse-form__result")).to_be_focused()
    text = page.locator("#f-text").inner_text()
    assert 'title:\n  en: "Money: who pays?"\nstart: 2027-05-04\n' in text
    assert "organisers:\n  - member: ilo\n" in text
    assert page.locator(".sse-form__file").inner_text() == "data/events/2027-05-04-money-who-pays.yml"
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the file").click()
    assert download.value.suggested_filename == "2027-05-04-money-who-pays.yml"
    assert Path(download.value.path()).read_text("utf-8").strip() == text.strip()
    assert [one for one in asked if not one.startswith("blob:")] == []
    assert opened.complaints == []


def test_an_address_that_is_taken_gets_a_number(visit: Callable[..., Visit]) -> None:
    page = _open(visit, "project")
    taken = [
        {**_COMPLETE["project"], "title": {"en": words}} for words in ("Coop statistics", "العربية", "a" * 90)
    ]
    files = [one["file"] for one in page.evaluate(_MAKE, taken)]
    assert files[:2] == ["data/projects/coop-statistics-2.yml", "data/projects/new.yml"]
    assert len(Path(files[2]).stem) <= 80


_HOME = "https://github.com/example/site"


def test_where_the_repository_is_known_the_file_travels_in_an_address(
    browser: Browser, served: Served, small_site: Callable[..., Site]
) -> None:
    facts: dict[str, Any] = {key: {"en": "A", "fr": "A", "es": "A"} for key in ("name", "description")}
    facts |= {"acronym": "A", "repository": _HOME}
    lists = small_site({"data/site.yml": facts}).tongue("en").lists
    with browser.new_context() as context:
        for name, field in (("event", "record"), ("correction", "wrong")):
            page = context.new_page()
            html = str(lists.render("form", {"name": name})).replace("\ue0f0/", "../../")
            whole = (served.folder / "contribute" / name / "index.html").read_text("utf-8")
            start, end = (
                whole.index('<div class="sse-notice sse-form__without">'),
                whole.index("<script defer", whole.index('application/json">{')),
            )
            body = whole[:start] + html.partition("<script defer")[0] + whole[end:]
            page.route(f"**/contribute/{name}/", _answer(body))
            Visit(page, served.address).go(f"contribute/{name}/")
            [made] = page.evaluate(_MAKE, [_COMPLETE[name]])
            links = page.evaluate(_LINKS, made)
            assert not links["long"]
            issue = parse_qs(urlsplit(links["issue"]).query)
            assert links["issue"].startswith(f"{_HOME}/issues/new?template={name}.yml&")
            assert issue[field] == [made["text"] if name == "event" else "A"]
            if name == "event":
                create = urlsplit(links["create"])
                assert links["create"].startswith(f"{_HOME}/new/main?")
                assert parse_qs(create.query) == {"filename": [made["file"]], "value": [made["text"]]}
                for letters in (2900, 800):  # the second is short enough only for who is signed in
                    [long] = page.evaluate(_MAKE, [_RIGHT | {"summary": {"en": "é" * letters}}])
                    links = page.evaluate(_LINKS, long)
                    assert links["long"] is True
                    assert len(links["create"]) < 500
                    assert len(links["issue"]) < 500


def _answer(body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=body, content_type="text/html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["event", "project", "news"])
def test_axe_finds_nothing_in_what_a_form_says(name: str, scheme: str, visit: Callable[..., Visit]) -> None:
    opened = visit(path_in("es", f"contribute/{name}/"), PHONE, color_scheme=scheme)
    for list_ in opened.page.locator("[data-add]").all():
        list_.click()
    opened.page.get_by_role("button", name="Comprobar y continuar").click()
    expect(opened.page.locator(".sse-form__errors")).to_be_visible()
    assert faults(opened) == []
    opened.page.evaluate("document.querySelector('.sse-form__result').hidden = false")
    assert faults(opened) == []


def test_without_scripts_the_page_says_what_to_do_instead(visit: Callable[..., Visit]) -> None:
    page = _open(visit, "event", "fr", script=False)
    expect(page.locator(".sse-form__without")).to_be_visible()
    expect(page.get_by_role("link", name="À qui écrire à la place")).to_have_attribute(
        "href", "../../about/contact/"
    )
    assert page.locator(".sse-form:visible").count() == 0
