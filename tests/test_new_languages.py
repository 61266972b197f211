"""A new language: started by one command, and the site is built with it from the first minute."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html  # type: ignore[import-untyped]

from building import PROJECT, copy_example
from crawler import Crawl
from new_languages import DONE, run
from rules import RULES
from untfsse.languages import FILE, Languages, known, read_languages, unfinished, use
from untfsse.locales import DEFAULT, LANGUAGES, TRANSLATED
from untfsse.names import locale_of, own_name, text_direction, with_territory
from untfsse.strings import Strings, read_strings
from untfsse.translations.adding import CannotAdd, add_language
from untfsse.translations.exchange import formats
from untfsse.yaml_source import parse

pytest_plugins = ["new_languages"]

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def test_the_languages_are_those_of_the_list_in_its_order() -> None:
    listed = parse((PROJECT / FILE).read_text("utf-8"))
    assert [one["code"] for one in listed] == list(LANGUAGES) == [DEFAULT, *TRANSLATED]
    assert not any(map(unfinished, LANGUAGES))


def test_the_list_can_be_used_as_a_tuple() -> None:
    languages = Languages()
    assert languages == ("en", "fr", "es")
    assert languages == ("en", "fr", "es")
    assert languages != ("en",)
    assert languages != "en"
    assert (languages[0], languages[1:], len(languages)) == ("en", ("fr", "es"), 3)
    assert all(one not in languages for one in (["fr"], "de", None))
    assert hash(languages) == hash(tuple(languages))
    assert repr(languages) == "('en', 'fr', 'es')"


def test_a_project_without_a_list_has_the_languages_of_this_site(tmp_path: Path) -> None:
    assert read_languages(tmp_path) == read_languages(PROJECT)
    assert tuple(known()) == LANGUAGES


@pytest.mark.parametrize(
    ("code", "name", "territory", "direction"),
    [
        ("en", "English", "en_GB", "ltr"),
        ("fr", "Français", "fr_FR", "ltr"),
        ("es", "Español", "es_ES", "ltr"),
        ("pt", "Português", "pt_BR", "ltr"),
        ("ar", "العربية", "ar_EG", "rtl"),
        ("ru", "Русский", "ru_RU", "ltr"),
        ("zh-Hans", "简体中文", "zh_CN", "ltr"),
    ],
)
def test_what_a_language_needs_to_know_is_known_of_any(
    code: str, name: str, territory: str, direction: str
) -> None:
    assert (own_name(code), with_territory(code), text_direction(code)) == (name, territory, direction)


def test_the_list_may_say_in_which_country_a_language_is_written(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_text("- code: en\n- code: pt\n  locale: pt_PT\n", "utf-8")
    try:
        assert use(tmp_path) == []
        assert list(LANGUAGES) == ["en", "pt"]
        locale_of.cache_clear()
        assert with_territory.__wrapped__("pt") == "pt_PT"
        assert known()["pt"].locale == "pt_PT"
    finally:
        use(PROJECT)
        locale_of.cache_clear()


def test_counts_take_every_form_a_language_has() -> None:
    arabic = {"n.one": "نتيجة", "n.two": "نتيجتان", "n.few": "{n} نتائج", "n.other": "{n} نتيجة"}
    strings = Strings("ar", arabic)
    assert [strings.count("n", number) for number in (1, 2, 3, 100)] == [
        "نتيجة",
        "نتيجتان",
        "3 نتائج",
        "100 نتيجة",
    ]


def test_the_command_writes_what_a_language_starts_with(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    status, said = run(root, "translations", "add", "pt")
    assert (status, [line for line in said.splitlines() if line.startswith("written")]) == (
        0,
        ["written: data/languages.yml", "written: docs/pt/strings.yml", "written: data/translations/pt.txt"],
    )
    try:
        use(root)
        assert list(LANGUAGES) == ["en", "fr", "es", "pt"]
        strings, problems = read_strings(root)
    finally:
        use(PROJECT)
    assert problems == []
    assert strings["pt"].items() == []
    assert not strings["pt"].is_whole


def test_every_key_waits_in_the_new_file_with_its_braces_and_quotes(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    run(root, "translations", "add", "pt")
    file = root / "docs/pt/strings.yml"
    lines = [line.removeprefix("# ") for line in file.read_text("utf-8").split("\n")[3:]]
    source = parse((root / "docs/en/strings.yml").read_text("utf-8"))
    assert parse("\n".join(lines)) == source


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("fr", "fr is a language of this site already"),
        ("xx", '"xx" is no language code'),
        ("Portuguese", '"Portuguese" is no language code'),
        ("../pt", '"../pt" is no language code'),
    ],
)
def test_what_cannot_be_added_is_said_and_nothing_is_written(code: str, says: str, tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    before = sorted(root.rglob("*"))
    status, said = run(root, "translations", "add", code)
    assert (status, says in said) == (1, True)
    assert sorted(root.rglob("*")) == before


def test_whether_a_language_is_there_already_is_asked_of_its_own_project(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    (root / FILE).write_text("- code: en\n- code: pt\n", "utf-8")
    with pytest.raises(CannotAdd, match="pt is a language of this site already"):
        add_language(root, "pt")
    assert "pt" not in known()


def test_what_a_new_language_lacks_is_told_and_is_no_mistake(more_languages: Crawl) -> None:
    root = more_languages.folder.parent
    keys = len(parse((root / "docs/en/strings.yml").read_text("utf-8")))
    _, said = run(root, "check")
    assert [
        line.split(" are")[0] for line in said.splitlines() if line.startswith(("docs/pt:", "docs/ar:"))
    ] == [
        f"docs/pt: LA004 16 pages and {keys - len(DONE['pt']['words'])} buttons and labels",
        f"docs/ar: LA004 15 pages and {keys - len(DONE['ar']['words'])} buttons and labels",
    ]
    assert "there is no docs/pt" not in said
    status, said = run(root, "translations", "status", "pt")
    assert status == 0
    assert said.startswith("Portuguese: ")
    assert "docs/pt/about/index.md: not translated yet" in said


def test_the_site_in_five_languages_keeps_every_rule(in_five_languages: Crawl) -> None:
    assert list(LANGUAGES) == ["en", "fr", "es", "pt", "ar"]
    assert [fault for rule in RULES for fault in rule(in_five_languages)] == []


def test_a_translated_page_is_offered_and_another_is_not(more_languages: Crawl) -> None:
    home, about = more_languages.pages["pt/"], more_languages.pages["pt/about/"]
    assert (home.html_language, home.article_languages, home.indexed) == ("pt", ["pt"], True)
    assert (about.html_language, about.article_languages, about.indexed) == ("pt", ["en"], False)
    assert about.canonical == more_languages.address + "about/"
    english = more_languages.pages[""]
    assert [code for code, _ in english.hreflang] == ["en", "fr", "es", "pt", "ar", "x-default"]
    assert "pt" not in dict(more_languages.pages["about/"].hreflang)
    assert [entry.words for entry in about.bar][3] == "Português (ainda não traduzido)"
    event = more_languages.pages["pt/events/2024-05-14-river-meeting/"]
    assert (event.indexed, event.headings) == (True, ["Reunião do rio"])


def test_words_that_are_not_translated_are_marked_as_english(more_languages: Crawl) -> None:
    root = _root(more_languages, "pt/events/2024-05-14-river-meeting/")
    dates = [one for one in root.iter("dt") if one.text_content() == "Date"]
    assert [one.xpath("span/@lang") for one in dates] == [["en"]]
    [skip] = root.xpath("//a[@class='sse-skip']")
    assert (skip.text, len(skip)) == ("Ir para o conteúdo", 0)
    assert "<span" not in root.xpath("string(//nav[@id='sse-menu']/@aria-label)")


def test_no_mark_of_ours_is_left_in_any_file(more_languages: Crawl) -> None:
    for file in more_languages.folder.rglob("*"):
        if file.suffix in (".html", ".json", ".xml", ".txt", ".ics", ".atom", ".md"):
            assert not set("\ue0f0\ue0f3\ue0f8\ue0f9") & set(file.read_text("utf-8")), file


def test_arabic_runs_from_the_right_and_what_is_not_arabic_from_the_left(more_languages: Crawl) -> None:
    home, about = _root(more_languages, "ar/"), _root(more_languages, "ar/milestones/")
    assert (home.get("lang"), home.get("dir")) == ("ar", "rtl")
    [article] = about.xpath("//article[contains(@class, 'sse-article')]")
    assert (article.get("lang"), article.get("dir")) == ("en", "ltr")
    [notice] = about.xpath("//p[@class='sse-notice']")
    assert (notice.get("lang"), notice.get("dir")) == ("ar", "rtl")
    for path in ("ar/", "ar/milestones/", "ar/events/2024-05-14-river-meeting/", "about/"):
        marked = _root(more_languages, path).xpath("//*[@lang][not(@dir)]")
        assert marked == [], path


def test_what_waits_in_the_new_file_can_be_translated_elsewhere_and_brought_back(tmp_path: Path) -> None:
    root = copy_example(tmp_path)
    run(root, "translations", "add", "pt")
    file = root / "docs/pt/strings.yml"
    before = file.read_text("utf-8").replace("# skip: Skip to the content\n", "")
    file.write_text(before, "utf-8")
    status, said = run(root, "translations", "export", "pt", "docs/en/strings.yml", "--format", "po")
    assert status == 0, said
    sent = root / "untfsse-pt.po"
    bundle = formats.read(sent)
    words = {"Skip to the content": "Ir para o conteúdo", "Menu": "Menu", "in {language}": "em {language}"}
    items = tuple(replace(one, target=words.get(one.source, "")) for one in bundle.items)
    sent.write_bytes(formats.write(replace(bundle, items=items), "po"))
    status, said = run(root, "translations", "import", sent.name)
    assert (status, "0 refused" in said) == (0, True), said
    expected = before.replace("# menu: Menu", "menu: Menu")
    expected = expected.replace("# language.in: in {language}", "language.in: em {language}")
    assert file.read_text("utf-8") == f"{expected}skip: Ir para o conteúdo\n"


def test_a_frame_for_other_sites_runs_as_its_language_does(more_languages: Crawl) -> None:
    file = more_languages.folder / "ar/embed/next-events/index.html"
    root = html.document_fromstring(file.read_text("utf-8"))
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert {one.get("dir") for one in root.xpath("//*[@lang='en']")} == {"ltr"}


def test_the_data_are_in_every_language_of_the_list(more_languages: Crawl) -> None:
    data = more_languages.folder / "data/v1"
    words = json.loads((data / "schemas/event.json").read_text("utf-8"))["$defs"]["words"]
    assert list(words["properties"]) == ["en", "fr", "es", "pt", "ar"]
    assert words["properties"]["pt"] == {
        "type": "string",
        "description": "In Portuguese",
        "x-description": {"fr": "En portugais", "es": "En portugués"},
    }
    meeting = json.loads((data / "events/2024-05-14-river-meeting.json").read_text("utf-8"))
    assert meeting["title"]["pt"] == "Reunião do rio"
    assert list(meeting["pages"]) == ["en", "fr", "es", "pt", "ar"]
    assert "Reunião do rio" in (data / "events.pt.csv").read_text("utf-8-sig")


def test_feeds_and_calendars_say_which_words_are_not_translated(more_languages: Crawl) -> None:
    feed = etree.parse(more_languages.folder / "pt/feeds/events.atom").getroot()
    subtitle = feed.find("{*}subtitle")
    assert (feed.get(_XML_LANGUAGE), subtitle.get(_XML_LANGUAGE)) == ("pt", "en")
    calendar = (more_languages.folder / "pt/calendars/events.ics").read_text("utf-8")
    assert "DESCRIPTION;LANGUAGE=en:Events listed at " in calendar


def test_the_page_for_what_is_not_there_speaks_the_languages_that_have_its_words(
    more_languages: Crawl,
) -> None:
    sections = html.fromstring(more_languages.not_found.source).xpath("//section[@class='sse-missing']")
    assert [one.get("lang") for one in sections] == ["en", "fr", "es", "pt"]
    assert sections[3].xpath("string(.//a/@href)").endswith("/pt/")
    assert "sse-no-such-language" not in more_languages.not_found.source


def _root(site: Crawl, path: str) -> Any:
    return html.document_fromstring(site.pages[path].source)
