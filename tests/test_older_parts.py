"""The English changes: pages, status page, `status.json`, command and step summary tell the same of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
from lxml import html  # type: ignore[import-untyped]
from markupsafe import Markup
from pydantic import BaseModel

from building import PROJECT, build, copy_example
from untfsse.__main__ import main
from untfsse.locales import Text
from untfsse.names import language_name
from untfsse.records import KINDS
from untfsse.records.plan import Area
from untfsse.site import Site
from untfsse.strings import read_strings
from untfsse.translations.ledger import place
from untfsse.translations.pairing import State
from untfsse.views.older import FACTS, SECTIONS
from untfsse.yaml_source import parse

_T, _ = read_strings(PROJECT)
_TOP = "---\ntitle: {}\ndescription: {}\n---\n\n"
_STATUS = {one: _TOP.format("Status", "How it stands.") + "{{ translation_status() }}\n" for one in _T}
_RIVERS = {
    "en": _TOP.format("Rivers", "A page on rivers.")
    + """\
Rivers are long.

Lakes are deep.

## Which rivers?

- The first
- The second

| River | Length |
|---|---|
| One | short |
| Two | long |

Seas are wide.
""",
    "fr": _TOP.format("Rivières", "Une page sur les rivières.")
    + """\
Les rivières sont longues.

Les lacs sont profonds.

## Quelles rivières ?

- La première
- La deuxième

| Rivière | Longueur |
|---|---|
| Une | courte |
| Deux | longue |

Les mers sont vastes.
""",
}
_FORUM = "data/events/2026-11-05-river-forum.yml"
_BEFORE, _AFTER = "2026-02-01T12:00:00Z", "2026-02-20T12:00:00Z"


@dataclass(frozen=True)
class Told:
    """What each place tells of the same project."""

    site: Path
    command: dict[str, Any]
    said: str
    """What `check` printed."""

    summary: str


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The example with a paragraph, an item, a row, a field, a label and a fact stale, and a page lost."""
    root = copy_example(tmp_path_factory.mktemp("older"))
    summary = root.parent / "summary.md"
    _lay(root, {f"docs/{one}/this-site/translations.md": page for one, page in _STATUS.items()})
    _lay(root, {f"docs/{one}/about/rivers.md": page for one, page in _RIVERS.items()})
    _lay(root, {f"docs/{one}/about/lost.md": page for one, page in _RIVERS.items()})
    _change(root, _FORUM, ("start:", "summary:\n  en: They meet.\n  fr: Elles se réunissent.\nstart:"))
    assert main(["translations", "record", "--root", str(root)]) == 0
    _git(root, "init", "--quiet", day=_BEFORE)
    _commit(root, _BEFORE)
    _change(
        root,
        "docs/en/about/rivers.md",
        ("Rivers are long.", "Rivers are long and wide."),
        ("- The second", "- The second one"),
        ("| Two | long |", "| Two | very long |"),
        ("Lakes are deep.\n\n", ""),
        ("Seas are wide.", "Seas are wide.\n\nOceans are wider."),
    )
    _change(root, _FORUM, ("They meet.", "They meet and talk."))
    _change(root, "docs/en/strings.yml", ("search.any: All", "search.any: Any of them"))
    _change(root, "data/site.yml", ("to be tested.", "to be tried."))
    (root / "docs/fr/about/lost.md").unlink()
    _commit(root, _AFTER)
    built = build(root)
    assert built.status == 0, built.output
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1772366400")
        patch.setenv("GITHUB_STEP_SUMMARY", str(summary))
        command = json.loads(_printed(root, "status", "--json"))
        said = _printed(root, "check", "--since", "HEAD~1")
    return Told(built.site, command, said, summary.read_text("utf-8"))


def _printed(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "untfsse", "translations", *arguments, "--root", str(root)],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "hooks")},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


def _lay(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def _change(root: Path, file: str, *pairs: tuple[str, str]) -> None:
    text = (root / file).read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, (file, old)
        text = text.replace(old, new)
    (root / file).write_text(text, "utf-8")


def _git(root: Path, *arguments: str, day: str) -> None:
    person = {
        f"GIT_{role}_{key}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")
    }
    days = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    subprocess.run(["git", *arguments], cwd=root, env={**os.environ, **person, **days}, check=True)


def _commit(root: Path, day: str) -> None:
    _git(root, "add", "--all", day=day)
    _git(root, "commit", "--quiet", "--message", "a change", day=day)


def _root(told: Told, path: str) -> Any:
    return html.parse(str(told.site / path / "index.html")).getroot()


def _notice(root: Any) -> str:
    [notice] = root.xpath("//article//div[@class='sse-notice']")
    return " ".join(notice.text_content().split())


def _numbers(table: Any) -> dict[str, list[int]]:
    """Words of a row → its numbers, the two of the first cell apart."""
    return {
        row.xpath("string(th)"): [int(one) for one in re.findall(r"\d+", " ".join(row.xpath("td/text()")))]
        for row in table.xpath(".//tbody/tr | .//tfoot/tr")
    }


def test_a_page_says_in_the_language_of_its_reader_what_is_older_and_since_when(told: Told) -> None:
    said = _notice(_root(told, "fr/about/rivers"))
    assert said.startswith(_T["fr"].count("older.stale", 3, language="anglais"))
    assert _T["fr"].count("older.orphaned", 1, language="anglais") in said
    assert _T["fr"].count("older.missing", 1, language="anglais") in said
    assert "Oceans are wider. (absent ici)" in said
    assert f"{_T['fr']('older.all-since', language='anglais')} 20 février 2026." in said


def test_it_leads_to_the_older_parts_and_to_the_source(told: Told) -> None:
    root = _root(told, "fr/about/rivers")
    links = {one.get("href"): one.text_content() for one in root.xpath("//div[@class='sse-notice']//a")}
    assert links.pop("../../../about/rivers/") == "Ouvrir la page en anglais"
    assert list(links.values()) == [
        "Les rivières sont longues.",
        "Les lacs sont profonds.",
        "La deuxième",
        "Deux, longue",
    ]
    for path in ("fr/about/rivers", "fr/events/2026-11-05-river-forum"):
        page = _root(told, path)
        marks = page.xpath("//div[@class='sse-notice']//li/a/@href")
        assert marks, path
        for mark in marks:
            assert page.xpath(f"//article//*[@id='{mark[1:]}']"), (path, mark)


def test_just_the_older_blocks_are_marked_for_those_who_see_and_those_who_listen(told: Told) -> None:
    root = _root(told, "fr/about/rivers")
    marked = root.xpath("//article//*[contains(@class, 'sse-older')]")
    assert [(one.tag, one.text_content().strip()) for one in marked] == [
        ("p", "Antérieur au texte en anglais : Les rivières sont longues."),
        ("p", "Antérieur au texte en anglais : Les lacs sont profonds."),
        ("li", "Antérieur au texte en anglais : La deuxième"),
        ("td", "Antérieur au texte en anglais : Deux"),
    ]


def test_a_record_marks_the_field_and_tells_it_in_its_notice(told: Told) -> None:
    root = _root(told, "fr/events/2026-11-05-river-forum")
    said = _notice(root)
    assert said.startswith(_T["fr"].count("older.stale", 1, language="anglais"))
    assert "Résumé" in said
    assert "20 février 2026" in said
    [marked] = root.xpath("//article//*[contains(@class, 'sse-older')]")
    assert marked.get("class") == "sse-lead sse-older"
    assert marked.text_content() == "Antérieur au texte en anglais : Elles se réunissent."


def test_other_pages_are_as_they_were(told: Told) -> None:
    older = {
        file.parent.relative_to(told.site).as_posix()
        for file in told.site.rglob("index.html")
        if re.search("sse-older|sse-unseen|id=older", file.read_text("utf-8"))
    }
    assert older == {"fr/about/rivers", "fr/events/2026-11-05-river-forum"}


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", "Un site qui n’existe que pour être essayé."),
        ("es", "Un sitio que solo existe para ponerlo a prueba."),
    ],
)
def test_the_home_page_tells_of_the_facts_of_the_site(told: Told, language: str, first: str) -> None:
    root = _root(told, language)
    [notice] = root.xpath("//div[@class='sse-notice']")
    said = " ".join(notice.text_content().split())
    of = {"language": language_name("en", language)}
    counted, since = _T[language].count("older.stale", 1, **of), _T[language]("older.all-since", **of)
    assert said.startswith(f"{counted} {first} {since}")
    assert notice.xpath(".//a/@href") == ["../"]


def test_the_plain_text_of_a_page_tells_it_too(told: Told) -> None:
    text = (told.site / "fr/about/rivers.md").read_text("utf-8")
    assert _T["fr"].count("older.stale", 3, language="anglais") in text
    assert "- La deuxième, modifié en anglais le 20 février 2026\n" in text


def test_a_page_that_is_lost_is_shown_in_the_source_as_any_that_is_not_translated(told: Told) -> None:
    root = _root(told, "fr/about/lost")
    assert root.xpath("//p[@class='sse-notice']")
    assert not root.xpath("//div[@class='sse-notice']")


def test_what_is_published_for_programs_is_what_the_command_prints(told: Told) -> None:
    published = json.loads((told.site / "data/translations/status.json").read_text("utf-8"))
    assert published == told.command
    assert [published["fr"][one] for one in ("stale", "orphaned")] == [6, 1]
    assert published["es"]["stale"] == 2


def test_the_notices_tell_the_numbers_of_their_documents(told: Told) -> None:
    by_name = {one["name"]: one for one in told.command["fr"]["documents"]}
    page, event = by_name["page:about/rivers"], by_name["events/2026-11-05-river-forum"]
    assert (page["stale"], page["missing"], page["orphaned"]) == (3, 1, 1)
    assert (event["stale"], event["missing"], event["orphaned"]) == (1, 0, 0)
    assert by_name["strings"]["stale"] == 1


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_status_page_has_the_same_numbers(told: Told, language: str) -> None:
    prefix = "" if language == "en" else f"{language}/"
    root = _root(told, f"{prefix}this-site/translations")
    sections = {one.xpath("string(h2/@id)"): one for one in root.xpath("//section[h2[@id]][.//table]")}
    assert list(sections) == (["es", "fr"] if language == "es" else ["fr", "es"])
    for code, section in sections.items():
        numbers = told.command[code]
        rows = _numbers(section.find(".//table"))
        whole = rows.pop(_T[language]("status.whole"))
        keys = ("right", "units", "stale", "missing", "orphaned", "words_to_do")
        assert whole == [numbers[key] for key in keys]
        assert [sum(column) for column in zip(*rows.values(), strict=True)] == whole
        [bar] = section.xpath(".//meter")
        assert [bar.get(key) for key in ("value", "max")] == [str(numbers["right"]), str(numbers["units"])]
        files = section.xpath(".//ol/li/code/text()")
        assert files == [one["file"] for one in numbers["documents"] if _to_do(one)][:60]


def _to_do(document: Mapping[str, int]) -> bool:
    return any(document[one] for one in ("stale", "missing", "orphaned"))


def test_the_status_page_opens_makes_and_claims_files_and_shows_what_changed(told: Told) -> None:
    [section] = _root(told, "fr/this-site/translations").xpath("//section[h2[@id='fr']]")
    home = "https://github.com/example/example"
    [older] = section.xpath(".//li[code='docs/fr/about/rivers.md']")
    edit, source, changes, claim = older.xpath(".//a/@href")[1:]
    assert edit == f"{home}/edit/main/docs/fr/about/rivers.md"
    assert source == f"{home}/blob/main/docs/en/about/rivers.md"
    assert changes == f"{home}/commits/main/docs/en/about/rivers.md"
    assert claim.startswith(f"{home}/issues/new?title=Traduction%20en%20fran%C3%A7ais")
    assert "docs%2Ffr%2Fabout%2Frivers.md" in claim
    [lost] = section.xpath(".//li[code='docs/fr/about/lost.md']")
    assert lost.xpath(".//a/@href")[1] == f"{home}/new/main?filename=docs/fr/about/lost.md"
    assert "pas encore traduit" in lost.text_content()
    assert not [one for one in lost.xpath(".//a/@href") if "/commits/" in one]
    [record] = section.xpath(f".//li[code='{_FORUM}']")
    edit, changes, claim = record.xpath(".//a/@href")[1:]
    assert (edit, changes) == (f"{home}/edit/main/{_FORUM}", f"{home}/commits/main/{_FORUM}")


def test_the_step_summary_has_the_same_numbers_and_tells_what_the_change_does(told: Told) -> None:
    for code, name in (("fr", "French"), ("es", "Spanish")):
        numbers = told.command[code]
        keys = ("right", "units", "stale", "missing", "orphaned", "words_to_do")
        assert f"| {name} | {' | '.join(str(numbers[key]) for key in keys)} |" in told.summary
    [made] = re.findall("This change (makes .*)\\.", told.summary)
    assert made.startswith("makes 6 French and 2 Spanish blocks stale")
    assert re.search("about \\d+ words$", made)
    assert f"{made} (since HEAD~1)" in told.said


def test_all_is_right_where_nothing_is_to_be_done(small_site: Callable[..., Site]) -> None:
    themes = parse((PROJECT / "tests/small.yml").read_text("utf-8"))["data/vocabulary/themes.yml"][:2]
    files = {f"docs/{one}/index.md": _TOP.format("Home", "The first page.") + "Words." for one in _T}
    for language, said in (("en", "All"), ("fr", "Les"), ("es", "Los")):
        lists = small_site({**files, "data/vocabulary/themes.yml": themes}).tongue(language).lists
        page = html.fromstring(str(lists.render("translation_status", {})))
        for section in page.xpath("//section"):
            assert section.xpath("string(p)").startswith(said)
            assert section.xpath("string(p[last()])") == _T[language]("status.nothing")
            assert not section.xpath(".//ol | .//li")


def test_what_only_a_translation_has_is_to_be_done_and_no_reader_is_told_of_it(
    small_site: Callable[..., Site],
) -> None:
    top = _TOP.format("Home", "The first page.")
    files = {f"docs/{one}/index.md": f"{top}Words.\n" for one in _T}
    site = small_site({**files, "docs/fr/index.md": f"{top}Words.\n\nA note.\n"})
    assert site.tongue("fr").older("index") is None
    page = html.fromstring(str(site.tongue("fr").lists.render("translation_status", {})))
    [item] = page.xpath("//section[h2[@id='fr']]//li[code='docs/fr/index.md']")
    assert item.xpath("string()").strip().endswith("1 texte présent dans la seule traduction")


def test_without_a_history_no_day_is_told_and_without_a_ledger_nothing_is_older(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    page = _TOP.format("Home", "The first page.")
    files = {f"docs/{one}/index.md": f"{page}Words.\n\nMore words.\n" for one in _T}
    site = small_site(files)
    assert site.tongue("fr").older("index") is None
    assert main(["translations", "record", "--root", str(tmp_path)]) == 0
    kept = {f"data/translations/{one}.txt": place(tmp_path, one).read_text("utf-8") for one in ("fr", "es")}
    files["docs/en/index.md"] = f"{page}Other words.\n\nMore words.\n"
    older = small_site(files | kept).tongue("fr").older("index")
    assert older is not None
    assert older.numbers == {State.STALE: 1}
    assert [part.since for part in older.parts] == [("", "")]


_ALL: dict[str, Any] = parse("""\
data/members/all.yml:
  kind: network
  name: ~Body
  acronym: ~BODY
  summary: ~A body.
  note: ~A note.
  headquarters: {city: ~Town, country: CH}
  membership: [{status: member, note: ~Joined.}]
  roles: [{role: chair, note: ~In turn.}]
  sources: [{url: https://example.org/a, title: ~First}, {url: https://example.org/b, title: ~Second}]
data/events/all.yml:
  kind: conference
  title: ~Talks
  summary: ~They talk.
  note: ~A note.
  start: 2026-01-01
  place: {venue: ~Hall, city: ~Town, country: CH}
  organisers: [{name: ~Somebody}, {name: ~Somebody else}]
  partners: [{member: all, as: ~Nobody}]
  participation: ~Many.
  links: [{kind: page, url: https://example.org/c, title: ~Programme}]
  sources:
    - {url: https://example.org/a, title: ~First}
    - {url: https://example.org/b, title: ~Second}
    - {url: https://example.org/d, title: ~Third}
data/projects/all.yml:
  kind: programme
  title: ~Work
  summary: ~They work.
  note: ~A note.
  status: ongoing
  lead: [{name: ~Leader}]
  partners: [{name: ~Partner}]
  funders: [{name: ~Giver}]
  sources: [{url: https://example.org/a, title: ~First}]
data/publications/all.yml:
  kind: report
  versions: [{language: pt, title: Um livro}]
  title_translations: ~A book
  authors: [{body: ~Writers}]
  series: {title: ~Series, number: 1}
  publisher: {name: ~House}
  abstract: ~On rivers.
  note: ~A note.
  sources: [{url: https://example.org/a, title: ~First}]
data/plans/all.yml:
  title: ~Plan
  summary: ~What is planned.
  note: ~A note.
  start: 2024
  end: 2026
  sources: [{url: https://example.org/a, title: ~First}]
  areas:
    - id: law
      kind: priority
      title: ~Law
      summary: ~On laws.
      leads: [{name: ~Leader}]
      actions: [{title: ~Act, state: done, as_of: 2025, note: ~Done.}]
""")
"""A record of each kind with every text it can have; `~` stands before what is in two languages."""

_RECORDS = [path.removeprefix("data/").removesuffix(".yml") for path in _ALL]


def _said(value: Any, more: str = "") -> Any:
    """Return fields with each text in English, with `more` after it, and in French."""
    if isinstance(value, dict):
        return {key: _said(one, more) for key, one in value.items()}
    if isinstance(value, list):
        return [_said(one, more) for one in value]
    is_text = isinstance(value, str) and value.startswith("~")
    return {"en": f"{value[1:]}{more}", "fr": f"{value[1:]} (fr)"} if is_text else value


@pytest.fixture
def stale(small_site: Callable[..., Site], tmp_path: Path) -> Callable[..., Site]:
    """Return the site of files of which the English has changed since they were translated."""

    def made(before: Mapping[str, Any], after: Mapping[str, Any]) -> Site:
        small_site(before)
        assert main(["translations", "record", "--root", str(tmp_path)]) == 0
        books = {
            f"data/translations/{one}.txt": place(tmp_path, one).read_text("utf-8") for one in ("fr", "es")
        }
        return small_site({**before, **after, **books})

    return made


def test_each_part_that_a_notice_counts_is_listed_once_and_marked_on_the_page(
    stale: Callable[..., Site],
) -> None:
    site = stale(_said(_ALL), _said(_ALL, " changed"))
    for name in (*_RECORDS, "plans/all/law"):
        older, page = site.tongue("fr").older(name), site.tongue("fr").pages[name]
        assert older is not None, name
        assert sum(older.numbers.values()) == sum(part.texts for part in older.parts) + older.more, name
        to_do = list(site.board.behind("/".join(name.split("/")[:2]), "fr"))
        assert sum(older.numbers.values()) == len(to_do) or name.startswith("plans/"), name
        root = html.fromstring(str(page.html(Markup())))
        listed = root.xpath("//div[@class='sse-notice']//li/a/@href")
        assert listed == [f"#{part.id}" for part in older.parts], name
        marked = root.xpath(
            "//*[contains(concat(' ', @class, ' '), ' sse-older ')]//*[@class='sse-unseen']/@id"
        )
        assert sorted(marked) == sorted(older.ids.values()), name


def test_three_sources_that_are_older_are_three_texts_of_one_part_as_are_two_titles_of_a_page(
    stale: Callable[..., Site],
) -> None:
    top = "---\ntitle: {}\ndescription: {}\n---\n\n{}\n"
    prose = {f"docs/{one}/events/all.md": top.format("Talks", "On talks.", "Words.") for one in ("en", "fr")}
    event = _said(_ALL["data/events/all.yml"])
    for text in (event["title"], *(one["title"] for one in event["sources"])):
        text["en"] += " changed"
    english = {"docs/en/events/all.md": top.format("Meetings", "On talks.", "Words.")}
    site = stale(_said(_ALL) | prose, {"data/events/all.yml": event, **english})
    older = site.tongue("fr").older("events/all")
    assert older is not None
    assert [part.words.plain for part in older.parts] == [
        _T["fr"](one) for one in ("section.sources", "older.title")
    ]
    assert older.numbers == {State.STALE: 5}
    assert [part.texts for part in older.parts] == [3, 2]
    page = html.fromstring(str(site.tongue("fr").pages["events/all"].html(Markup())))
    first = page.xpath("//div[@class='sse-notice']//li")[0]
    assert first.text_content().startswith("Sources (3)")


def test_the_page_of_a_list_tells_which_of_its_terms_are_older(stale: Callable[..., Site]) -> None:
    small = parse((PROJECT / "tests/small.yml").read_text("utf-8"))
    names = ("index", "sse/glossary", "themes/index", "sdgs/index", "members/index", "about/index")
    files: dict[str, Any] = {
        f"docs/{one}/{name}.md": _TOP.format("Page", "A page.") + "Words.\n" for one in _T for name in names
    }
    files["data/site.yml"] = {
        **small["data/site.yml"],
        "published_counts": [
            {"date": "2020", "members": 1, "wording": {"en": "One.", "fr": "Un.", "es": "Uno."}}
        ],
    }
    glossary, themes, goals, kinds = (
        f"data/vocabulary/{one}.yml" for one in ("glossary", "themes", "sdgs", "event-kinds")
    )
    after = {
        one: str(small[one]).replace("'en': '", "'en': 'New ") for one in (glossary, themes, goals, kinds)
    }
    after["data/site.yml"] = str(files["data/site.yml"]).replace("'en': '", "'en': 'New ")
    site = stale(files, after)
    told = {name: site.tongue("fr").older(name) for name in names}
    assert {name: [part.words.plain for part in one.parts] for name, one in told.items() if one} == {
        "index": ["Groupe de travail", "Le site du groupe."],
        "sse/glossary": ["rivière"],
        "themes/index": ["Droit", "Soins et santé"],
        "sdgs/index": ["Pas de pauvreté", "Égalité des sexes", "Moins d’inégalités"],
        "members/index": ["Un."],
    }
    for one in filter(None, told.values()):
        assert one.numbers == {State.STALE: sum(part.texts for part in one.parts)}
        assert not one.ids
        assert not one.lines
        assert not any(part.id for part in one.parts)
        assert (one.language, one.more) == ("en", 0)
    assert site.tongue("en").older("themes/index") is None


def test_every_text_of_a_record_is_shown_by_a_part_that_can_be_marked() -> None:
    for kind, model in KINDS.items():
        for name, field in model.model_fields.items():
            if _holds_text(field.annotation):
                assert (field.alias or name) in {*SECTIONS, *FACTS[kind]}, (kind, name)
    assert {name for name, field in Area.model_fields.items() if _holds_text(field.annotation)} <= {
        *SECTIONS,
        *FACTS["plans"],
    }


def _holds_text(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Text):
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return any(_holds_text(field.annotation) for field in annotation.model_fields.values())
    return any(map(_holds_text, get_args(annotation)))
