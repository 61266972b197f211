"""Texts go out to translators and come back: nothing is lost, nothing newer is overwritten."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from untfsse.__main__ import main
from untfsse.checking import check_all
from untfsse.translations.exchange import formats
from untfsse.translations.exchange.incoming import Sorted, sort
from untfsse.translations.exchange.items import DONE, REVIEW, TRANSLATE, Bundle, Item, digest, plain
from untfsse.translations.exchange.markdown import code_lines
from untfsse.translations.exchange.outgoing import EVERY, items
from untfsse.translations.ledger import load
from untfsse.translations.standing import Standing, standings

FORMATS = formats.FORMATS
ENGLISH = """\
---
title: A page for translators
description: "Everything a page may hold: each kind of block stands on it once."
---

## Who belongs?

A paragraph that goes over
more than one line.

- An item
    - A nested item
- A third item

| Year | What        |
|------|-------------|
| 2023 | Resolution  |

!!! note "Names and numbers"

    They are two things.

Observer
:   A body that observes.

A claim.[^1]

[^1]: Where it is said.

> A sentence of others.

{{ goals() }}

### Closed ###
"""
FRENCH = """\
---
title: Une page pour traducteurs
description: "Tout ce qu’une page peut contenir : chaque type de bloc y figure une fois."
---

## Qui participe ?

Un paragraphe qui court sur
plus d’une ligne.

- Un élément
    - Un élément imbriqué
- Un troisième élément

| Année | Quoi        |
|-------|-------------|
| 2023  | Résolution  |

!!! note "Noms et nombres"

    Ce sont deux choses.

Observateur
:   Une entité qui observe.

Une affirmation.[^1]

[^1]: Où cela est dit.

> Une phrase d’autrui.

{{ goals() }}

### Fermé ###
"""
EVENT = """\
# A remark that stays.
kind: conference
title:
  en: A conference
  fr: Une conférence  # said so on the day
  es: Una conferencia
summary:
  en: >-
    The conference brought together members and observers of the task force, with guests from many countries,
    in a hall by the lake.
  fr: >-
    La conférence a réuni les membres et les observateurs du Groupe de travail, avec des invités de nombreux
    pays, dans une salle au bord du lac.

start: 2023-05-02
place:
  city: {en: Basel, fr: Bâle, es: Basilea}
  country: CH
organisers:
  - name: {en: City of Basel, fr: Ville de Bâle}
participation:
  en: 'About 9,000: a record'
  fr: 'Environ 9 000 : un record'
note:
  en: Only in English.
sources:
  - https://example.org/
"""
THEMES = """\
- id: policy
  label:
    en: Public policy
    fr: Politiques publiques
    es: Políticas públicas
- {id: law, label: {en: Law, fr: Droit, es: Derecho}}
"""
FILES: dict[str, Any] = {
    "docs/en/page.md": ENGLISH,
    "docs/fr/page.md": FRENCH,
    "docs/fr/index.md": "---\ntitle: Accueil\ndescription: La première page.\n---\n\nDes mots.\n",
    "data/events/it.yml": EVENT,
    "data/vocabulary/themes.yml": THEMES,
    "mkdocs.yml": 'site_url: !ENV [NO_SUCH_NAME, "https://example.org/"]\n',
}
Project = Callable[[Mapping[str, Any]], Path]


@pytest.fixture
def project_(small_project: Project) -> Path:
    root = small_project(FILES)
    assert main(["translations", "record", "--root", str(root)]) == 0
    return root


def _sent(root: Path, name: str = "po", *options: str) -> Path:
    file = root / f"sent.{name}"
    given = ["translations", "export", "fr", "--format", name, *options, "--output", str(file)]
    assert main([*given, "--root", str(root)]) == 0
    return file


def _back(root: Path, file: Path, *options: str) -> int:
    return main(["translations", "import", str(file), *options, "--root", str(root)])


def _edited(file: Path, words: Mapping[str, str]) -> None:
    """Translate as a translator does: by what the source says, and confirm it."""
    bundle = formats.read(file)
    known = {item.source for item in bundle.items}
    assert set(words) <= known, set(words) - known
    sent = tuple(
        replace(one, target=words[one.source], state=DONE) if one.source in words else one
        for one in bundle.items
    )
    file.write_bytes(formats.write(replace(bundle, items=sent), formats.format_of(file)))


def _files(root: Path) -> dict[str, bytes]:
    folders = (root / "data", root / "docs")
    return {str(one): one.read_bytes() for folder in folders for one in folder.rglob("*") if one.is_file()}


def _lines(before: str, after: str) -> list[str]:
    """What stands in `after` and not in `before`, line by line."""
    old = before.splitlines()
    return [line for line in after.splitlines() if line not in old]


def _in_each_cell(text: str, form: str) -> str:
    return " | ".join(form.format(cell) for cell in text.split(" | "))


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """The whole real site, to be written to."""
    root = tmp_path_factory.mktemp("copied")
    for folder in ("data", "docs"):
        shutil.copytree(project / folder, root / folder)
    shutil.copy(project / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="module")
def standing(copied: Path) -> dict[str, tuple[list[Standing], tuple[Item, ...]]]:
    """The documents of the real site by language, and everything that can be sent of them."""
    checked = check_all(copied)
    found = {one: standings(checked, load(copied, one)) for one in ("fr", "es")}
    return {one: (some, tuple(items(copied, checked, one, some, EVERY))) for one, some in found.items()}


@pytest.mark.parametrize(("name", "language"), [("xliff", "es"), ("xlsx", "fr"), ("po", "es")])
def test_every_text_of_the_whole_site_comes_back_as_it_went_out(
    standing: dict[str, tuple[list[Standing], tuple[Item, ...]]], name: str, language: str, tmp_path: Path
) -> None:
    found, sent = standing[language]
    assert len(sent) > 3000
    file = tmp_path / f"sent.{name}"
    file.write_bytes(formats.write(Bundle(language, sent), name))
    assert sort(formats.read(file), found) == Sorted(untouched=len(sent))


@pytest.mark.parametrize(("name", "language"), [("xliff", "fr"), ("xlsx", "es"), ("po", "fr")])
def test_the_whole_site_goes_out_and_comes_back_without_a_change_to_any_file(
    copied: Path, name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _files(copied)
    file = copied / f"sent-{language}.{name}"
    options = ["--format", name, "--all", "--output", str(file), "--root", str(copied)]
    assert main(["translations", "export", language, *options]) == 0
    assert _back(copied, file) == 0
    assert "0 taken over, 0 accepted as they were" in capsys.readouterr().out
    assert _files(copied) == before


def test_every_text_of_the_whole_site_can_be_changed_at_once(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _files(copied)
    file = copied / "changed.po"
    options = ["--format", "po", "--all", "--output", str(file), "--root", str(copied)]
    assert main(["translations", "export", "fr", *options]) == 0
    bundle = formats.read(file)
    changed = [replace(one, target=_in_each_cell(one.target, "{} x")) for one in bundle.items]
    file.write_bytes(formats.write(replace(bundle, items=tuple(changed)), "po"))
    _back(copied, file)
    told = capsys.readouterr().out
    assert f"{len(changed)} taken over" in told
    assert ", 0 refused" in told
    main(["translations", "export", "fr", *options])
    assert [one.target for one in formats.read(file).items] == [one.target for one in changed]
    for name, content in before.items():
        Path(name).write_bytes(content)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_texts_are_the_same_bytes(project_: Path, name: str) -> None:
    first = _sent(project_, name, "--all").read_bytes()
    assert _sent(project_, name, "--all").read_bytes() == first


_SUMMARY = (
    "The conference brought together members and observers of the task force, with guests from many "
    "countries, in a hall by the lake."
)
KINDS = {
    "a heading": ("Who belongs?", "Qui en fait partie ?", "docs/fr/page.md", ["## Qui en fait partie ?"]),
    "a closed heading": ("Closed", "Clos", "docs/fr/page.md", ["### Clos ###"]),
    "a wrapped paragraph": (
        "A paragraph that goes over more than one line.",
        "Un paragraphe qui s’étend, parce qu’il est long, sur bien plus qu’une seule ligne.",
        "docs/fr/page.md",
        ["Un paragraphe qui s’étend, parce qu’il est long, sur bien", "plus qu’une seule ligne."],
    ),
    "an item": ("An item", "Un point", "docs/fr/page.md", ["- Un point"]),
    "a nested item": ("A nested item", "Un point", "docs/fr/page.md", ["    - Un point"]),
    "a row": ("2023 | Resolution", "2023|Une décision", "docs/fr/page.md", ["| 2023  | Une décision |"]),
    "a title": ("Names and numbers", "Des noms", "docs/fr/page.md", ['!!! note "Des noms"']),
    "words of an admonition": ("They are two things.", "Deux.", "docs/fr/page.md", ["    Deux."]),
    "a definition": ("A body that observes.", "Une entité.", "docs/fr/page.md", [":   Une entité."]),
    "a footnote": ("Where it is said.", "Source.", "docs/fr/page.md", ["[^1]: Source."]),
    "a quotation": ("A sentence of others.", "Une citation.", "docs/fr/page.md", ["> Une citation."]),
    "the title of a page": (
        "A page for translators",
        "Page : essai",
        "docs/fr/page.md",
        ['title: "Page : essai"'],
    ),
    "the description of a page": (
        "Everything a page may hold: each kind of block stands on it once.",
        "Tout ce qu’une page peut contenir, chaque type de bloc une seule fois.",
        "docs/fr/page.md",
        ['description: "Tout ce qu’une page peut contenir, chaque type de bloc une seule fois."'],
    ),
    "a plain field": (
        "A conference",
        "Un congrès",
        "data/events/it.yml",
        ["  fr: Un congrès  # said so on the day"],
    ),
    "a quoted field": (
        "About 9,000: a record",
        "L’un des 9 000",
        "data/events/it.yml",
        ["  fr: 'L’un des 9 000'"],
    ),
    "a folded field": (
        _SUMMARY,
        "La conférence a réuni les membres et les observateurs du Groupe de travail et leurs invités.",
        "data/events/it.yml",
        ["    La conférence a réuni les membres et les observateurs du Groupe de travail et leurs invités."],
    ),
    "a field in braces": (
        "Basel",
        "Bâle, Suisse",
        "data/events/it.yml",
        ["  city: {en: Basel, fr: 'Bâle, Suisse', es: Basilea}"],
    ),
    "a text in a list": (
        "City of Basel",
        "La Ville",
        "data/events/it.yml",
        ["  - name: {en: City of Basel, fr: La Ville}"],
    ),
    "a text that becomes too long for its line": (
        "City of Basel",
        "La Ville de Bâle, son conseil administratif, son département de la cohésion sociale",
        "data/events/it.yml",
        [
            "  - name:",
            "      en: City of Basel",
            "      fr: La Ville de Bâle, son conseil administratif, son département de la cohésion sociale",
        ],
    ),
    "a missing text": (
        "Only in English.",
        "Seulement: en français",
        "data/events/it.yml",
        ["  fr: 'Seulement: en français'"],
    ),
    "a word of the site": (
        "{n} results",
        "{n} : trouvés",
        "docs/fr/strings.yml",
        ["search.count.other: '{n} : trouvés'"],
    ),
    "a label": ("Public policy", "Politique", "data/vocabulary/themes.yml", ["    fr: Politique"]),
    "a label in braces": (
        "Law",
        "Loi",
        "data/vocabulary/themes.yml",
        ["- {id: law, label: {en: Law, fr: Loi, es: Derecho}}"],
    ),
}


@pytest.mark.parametrize("case", KINDS)
def test_a_text_of_each_kind_is_written_in_place(
    project_: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source, words, path, expected = KINDS[case]
    before = _files(project_)
    file = _sent(project_, "po", "--all")
    _edited(file, {source: words})
    _back(project_, file)
    assert "1 taken over" in (told := capsys.readouterr().out), told
    assert ", 0 refused" in told
    after = _files(project_)
    changed = {Path(one).relative_to(project_).as_posix() for one in after if after[one] != before[one]}
    assert changed == {path, "data/translations/fr.txt"}
    old, new = before[str(project_ / path)].decode(), (project_ / path).read_text("utf-8")
    assert _lines(old, new) == expected
    assert main(["translations", "status", "fr", "--root", str(project_)]) == 0
    assert "0 stale" in capsys.readouterr().out
    assert _back(project_, file) in (0, 1)
    assert "0 taken over" in capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_texts_of_all_kinds_come_in_at_once(
    project_: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {source: said for source, said, _, _ in KINDS.values()}
    file = _sent(project_, name, "--all")
    _edited(file, words)
    _back(project_, file)
    assert f"{len(words)} taken over" in capsys.readouterr().out
    sent = {one.source: one.target for one in formats.read(_sent(project_, name, "--all")).items}
    assert {source: sent[source].replace(" | ", "|") for source in words} == words


HOSTILE = (
    'say "this"',
    "it's : a # remark",
    "- not an item",
    "# not a heading",
    "one\ntwo",
    "one\n\ntwo",
    "happy 🎉 face",
    "end ]]> of data",
    "a < b && c > d",
    "=1+1",
    "@name and {brace} and [bracket]",
    "back\\slash \\n \\\\ done",
    "100 % and %s",
    "true",
    "null",
    "_x0041_ x",
    "| pipe |",
    "> quote",
    "'quoted'",
    "tab\there",
    "l’économie\u00a0: «\u202fici\u202f»",
    "! bang",
    "& amp *star",
    "1. one",
    "--- ",
    "a: b: c",
    "?",
    "%a",
    "`tick`",
    "\u0301combining",
)


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_texts_survive_each_format(name: str, tmp_path: Path) -> None:
    sent = tuple(
        Item(f"data/x.yml#abc.{at}", text.strip(), text.strip(), state, digest(text), "data/x.yml", at + 1)
        for at, text in enumerate(HOSTILE)
        for state in (REVIEW, DONE)
    )
    sent = tuple(replace(one, id=f"{one.id}{one.state}".replace(" ", "")) for one in sent)
    sent += (Item("data/x.yml#abc.0", "source", "", TRANSLATE, ""),)
    file = tmp_path / f"x.{name}"
    file.write_bytes(formats.write(Bundle("fr", sent), name))
    assert formats.read(file) == Bundle("fr", sent)


@pytest.mark.parametrize("language", ["zh-Hans", "pt-BR"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_says_its_language_whatever_the_code(name: str, language: str, tmp_path: Path) -> None:
    sent = Bundle(language, (Item("data/x.yml#abc.1", "river", "河", DONE, digest("河")),))
    file = tmp_path / f"x.{name}"
    file.write_bytes(formats.write(sent, name))
    assert formats.read(file) == sent


def test_a_program_may_write_the_language_of_a_file_as_gettext_does(tmp_path: Path) -> None:
    file = tmp_path / "x.po"
    file.write_bytes(formats.write(Bundle("pt-BR", (Item("data/x.yml#abc.1", "a", "b", DONE, ""),)), "po"))
    file.write_text(file.read_text("utf-8").replace("Language: pt-BR", "Language: pt_BR"), "utf-8")
    assert formats.read(file).language == "pt-BR"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_go_in_or_are_refused_in_one_sentence(
    project_: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = ["A nested item", "A claim.[^1]", "A conference", "Basel", "A page for translators", "Law"]
    file = _sent(project_, "po", "--all")
    before = formats.read(file).items
    _edited(file, dict.fromkeys(sources, text))
    capsys.readouterr()
    _back(project_, file)
    told = capsys.readouterr().out
    refused = project_ / "sent.refused.po"
    kept = formats.read(refused).items if refused.exists() else ()
    assert f"{len(sources) - len(kept)} taken over" in told
    assert sum(": refused: " in line for line in told.splitlines()) == len(kept)
    assert {plain(one.target) for one in kept} <= {plain(text)}
    held_back = {one.source for one in kept}
    for old, new in zip(before, formats.read(_sent(project_, "po", "--all")).items, strict=True):
        taken = old.source in sources and old.source not in held_back
        assert new.target.split() == (plain(text) if taken else old.target).split()


def test_a_bad_text_keeps_no_good_one_of_its_file_out(
    project_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _sent(project_, "xliff", "--all")
    _edited(
        file,
        {
            "An item": "- deux",
            "A nested item": "Un point",
            "A claim.[^1]": "Voir {{ goals(",
            "A conference": "<b>Congrès</b>",
            "{n} results": "{m} résultats",
            "About 9,000: a record": "Un record",
        },
    )
    assert _back(project_, file, "--machine") == 1
    told = capsys.readouterr().out
    assert "2 taken over, 0 accepted as they were" in told
    assert "4 refused" in told
    assert "    - Un point" in (project_ / "docs/fr/page.md").read_text("utf-8")
    assert "  fr: 'Un record'" in (project_ / "data/events/it.yml").read_text("utf-8")
    kept = formats.read(project_ / "sent.refused.xliff").items
    assert {one.source for one in kept} == {"An item", "A claim.[^1]", "A conference", "{n} results"}
    origins = [one.origin for one in load(project_, "fr").entries["docs/fr/page.md"]]
    assert origins.count("machine") == 1


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_against_a_changed_source_is_refused_with_its_list(
    project_: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _sent(project_, name, "--all")
    words = {"An item": "Un point", "A conference": "Un congrès", "A third item": "Le troisième"}
    _edited(file, words)
    page, event = project_ / "docs/en/page.md", project_ / "data/events/it.yml"
    page.write_text(ENGLISH.replace("- An item", "- An item of another kind"), "utf-8")
    event.write_text(EVENT.replace("en: A conference", "en: A congress"), "utf-8")
    assert _back(project_, file) == 1
    told = capsys.readouterr().out
    assert "1 taken over" in told
    assert "2 refused" in told
    assert "docs/en/page.md:11: refused: the source has changed since the file was sent" in told
    assert "source was     An item\n  source is      An item of another kind" in told
    assert "source is      A congress" in told
    assert "- Le troisième" in (project_ / "docs/fr/page.md").read_text("utf-8")
    assert "Un congrès" not in event.read_text("utf-8")
    refused = file.with_name(f"sent.refused.{name}")
    assert f"{refused}: 2 refused, with the source of today" in told
    kept = formats.read(refused).items
    assert [(one.source, one.target, one.state) for one in kept] == [
        ("An item of another kind", "Un point", REVIEW),
        ("A congress", "Un congrès", REVIEW),
    ]
    assert _back(project_, refused) == 1  # as it is, nobody has looked at it
    assert "0 taken over, 0 accepted as they were, 0 not touched, 2 refused" in capsys.readouterr().out
    assert formats.read(refused).items == kept
    _edited(refused, {"An item of another kind": "Un point d’un autre genre", "A congress": "Un congrès"})
    _back(project_, refused)
    assert "2 taken over, 0 accepted as they were, 0 not touched, 0 refused" in capsys.readouterr().out
    assert "- Un point d’un autre genre\n" in (project_ / "docs/fr/page.md").read_text("utf-8")
    assert "  fr: Un congrès  # said so on the day\n" in event.read_text("utf-8")
    main(["translations", "status", "fr", "--root", str(project_)])
    assert "0 stale" in capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_a_refused_text_is_shown_beside_what_its_source_said_and_says_now(project_: Path, name: str) -> None:
    file = _sent(project_, name, "--all")
    _edited(file, {"An item": "Un point"})
    (project_ / "docs/en/page.md").write_text(ENGLISH.replace("- An item", "- An item of note"), "utf-8")
    _back(project_, file)
    raw = file.with_name(f"sent.refused.{name}").read_bytes()
    reason = "the source has changed since the file was sent; see whether your words still fit it"
    said = {reason, "An item", "An item of note", "Un point"}
    if name == "xlsx":
        [_, row] = load_workbook(BytesIO(raw)).active.iter_rows(values_only=True)
        assert said <= set(row)
    else:
        text = raw.decode()
        marks = {
            "po": ('#| msgid "An item"', ", fuzzy"),
            "xliff": ("<source>An item</source>", "needs-review"),
        }
        for one in (*said, *marks[name]):
            assert one in text


def test_what_is_refused_and_no_longer_there_is_listed_with_its_words_and_not_kept(
    project_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _sent(project_, "po", "--all")
    _edited(file, {"They are two things.": "Deux.", "Where it is said.": "Source."})
    page = project_ / "docs/en/page.md"
    page.write_text(
        ENGLISH.replace("    They are two things.\n", "").replace("Where it", "Just where it"), "utf-8"
    )
    (project_ / "docs/fr/page.md").write_text(FRENCH.replace("    Ce sont deux choses.\n", ""), "utf-8")
    assert _back(project_, file) == 1
    told = capsys.readouterr().out
    assert "refused: its source is no longer there" in told
    assert "source was     They are two things.\n  the file has   Deux.\n" in told
    kept = formats.read(project_ / "sent.refused.po").items
    assert [(one.source, one.target) for one in kept] == [("Just where it is said.", "Source.")]


@pytest.mark.parametrize("name", FORMATS)
def test_what_stands_twice_or_is_emptied_comes_back_and_goes_in_when_it_is_corrected(
    project_: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _sent(project_, name, "--all")
    bundle = formats.read(file)
    [item] = [one for one in bundle.items if one.source == "An item"]
    [claim] = [one for one in bundle.items if one.source == "A claim.[^1]"]
    sent = (replace(item, target="Un"), replace(item, target="Deux"), replace(claim, target=""))
    file.write_bytes(formats.write(replace(bundle, items=sent), name))
    capsys.readouterr()
    assert _back(project_, file) == 1
    told = capsys.readouterr().out
    assert "1 taken over" in told
    assert "docs/en/page.md:11: refused: it stands twice in the file, with different words; keep one" in told
    assert "refused: it is empty, and the translation stays" in told
    refused = project_ / f"sent.refused.{name}"
    assert [(one.source, one.target) for one in formats.read(refused).items] == [
        ("An item", "Deux"),
        ("A claim.[^1]", ""),
    ]
    _edited(refused, {"An item": "Deux", "A claim.[^1]": "Elle le dit.[^1]"})
    assert _back(project_, refused) in (0, 1)
    assert "2 taken over, 0 accepted as they were, 0 not touched, 0 refused" in capsys.readouterr().out
    french = (project_ / "docs/fr/page.md").read_text("utf-8")
    assert "- Deux\n" in french
    assert "Elle le dit.[^1]\n" in french


@pytest.mark.parametrize("name", ["xliff", "po"])
def test_a_guess_that_nobody_has_confirmed_is_not_taken_for_a_translation(
    project_: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project_ / "docs/en/page.md"
    page.write_text(ENGLISH.replace("Who belongs?", "Who takes part?") + "\nThe end.\n", "utf-8")
    before = _files(project_)
    file = _sent(project_, name)
    _edited(
        file, {"Who takes part?": "Qui prend part ?", "The end.": "Fin.", "Only in English.": "En français."}
    )
    bundle = formats.read(file)
    guessed = tuple(
        replace(one, state=REVIEW if one.source in ("Who takes part?", "The end.") else one.state)
        for one in bundle.items
    )
    file.write_bytes(formats.write(replace(bundle, items=guessed), name))
    capsys.readouterr()
    assert _back(project_, file) == 1
    told = capsys.readouterr().out
    assert "1 taken over" in told
    reason = "refused: still marked to be reviewed: confirm it in your program and send it again"
    assert f"docs/en/page.md:6: {reason}\n  the file has   Qui prend part ?\n" in told
    last = page.read_text("utf-8").count("\n")
    assert f"docs/en/page.md:{last}: {reason}\n  the file has   Fin.\n" in told
    pages = {one for one in before if one.endswith(".md")}
    assert {one: _files(project_)[one] for one in pages} == {one: before[one] for one in pages}
    main(["translations", "status", "fr", "--root", str(project_)])
    assert "1 stale" in capsys.readouterr().out
    refused = project_ / f"sent.refused.{name}"
    assert {one.target for one in formats.read(refused).items} == {"Qui prend part ?", "Fin."}


@pytest.mark.parametrize(
    "state", ["new", "needs-translation", "needs-review-translation", "needs-adaptation"]
)
def test_a_state_of_xliff_that_asks_for_work_is_not_done_unless_it_is_approved(
    project_: Path, state: str
) -> None:
    file = _sent(project_, "xliff", "--all")
    text = file.read_text("utf-8").replace('state="translated"', f'state="{state}"')
    file.write_text(text, "utf-8")
    assert {one.state for one in formats.read(file).items if one.target} == {REVIEW}
    file.write_text(text.replace("<trans-unit ", '<trans-unit approved="yes" '), "utf-8")
    assert {one.state for one in formats.read(file).items if one.target} == {DONE}


def test_what_is_typed_into_a_spreadsheet_is_done_whatever_its_state(
    project_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project_ / "docs/en/page.md"
    english = ENGLISH.replace("Who belongs?", "Who takes part?").replace("A third", "A 3rd")
    page.write_text(english + "\nThe end.\n", "utf-8")
    file = _sent(project_, "xlsx")
    _typed(file, {"Who takes part?": "Qui prend part ?", "The end.": "Fin."})
    capsys.readouterr()
    _back(project_, file)
    assert "2 taken over, 0 accepted as they were" in capsys.readouterr().out
    assert "## Qui prend part ?" in (project_ / "docs/fr/page.md").read_text("utf-8")
    main(["translations", "status", "fr", "--root", str(project_)])
    assert "1 stale" in capsys.readouterr().out  # the third item, which nobody has touched


def test_what_was_refused_is_done_in_a_spreadsheet_when_it_is_corrected_or_its_state_says_so(
    project_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _sent(project_, "xlsx", "--all")
    _typed(file, {"An item": "Un point", "A third item": "Le troisième"})
    page = project_ / "docs/en/page.md"
    page.write_text(ENGLISH.replace("- An item", "- One item").replace("A third", "The third"), "utf-8")
    assert _back(project_, file) == 1
    refused = project_ / "sent.refused.xlsx"
    _typed(refused, {"One item": "Un seul point"})
    book = load_workbook(refused)
    [cell] = [row[2] for row in book.active.iter_rows() if row[0].value == "The third item"]
    assert cell.value == "to review"
    cell.value = "Done"
    book.save(refused)
    capsys.readouterr()
    _back(project_, refused)
    assert "2 taken over, 0 accepted as they were, 0 not touched, 0 refused" in capsys.readouterr().out
    french = (project_ / "docs/fr/page.md").read_text("utf-8")
    assert "- Un seul point\n" in french
    assert "- Le troisième\n" in french


def _typed(file: Path, words: Mapping[str, str]) -> None:
    """Translate in a spreadsheet: type into the second column and touch nothing else."""
    book = load_workbook(file)
    rows = {row[0].value: row for row in book.active.iter_rows()}
    for source, said in words.items():
        rows[source][1].value = said
    book.save(file)


def _without_dimension(file: Path) -> None:
    with ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with ZipFile(file, "w") as new:
        for name, content in parts.items():
            new.writestr(name, re.sub(rb"<dimension [^>]*>", b"", content))


@pytest.mark.parametrize("cut", [False, True])
def test_a_row_of_a_spreadsheet_without_its_id_is_told_with_row_and_column(
    project_: Path, cut: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _sent(project_, "xlsx", "--all")
    book = load_workbook(file)
    for at in range(1, 14):
        book.active.cell(3, at).value = None
    for column in (12, 13, 14):
        del book.active._cells[(4, column)]
    book.save(file)
    if cut:  # some programs do not say how wide a sheet is, and end each row after its last words
        _without_dimension(file)
        rows = load_workbook(file, read_only=True).worksheets[0].iter_rows(values_only=True)
        assert [len(row) for row in rows][3] == 11
    before = _files(project_)
    assert _back(project_, file) == 1
    assert capsys.readouterr().err == (
        f'{file}: row 4 has words, and nothing in column L ("id"); put the id back as it was, or take the row'
        " out\n"
    )
    assert _files(project_) == before


def test_a_translation_that_was_changed_here_meanwhile_is_not_overwritten(
    project_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _sent(project_, "po", "--all")
    _edited(file, {"An item": "Un point"})
    page = project_ / "docs/fr/page.md"
    page.write_text(FRENCH.replace("- Un élément\n", "- Une chose\n"), "utf-8")
    assert _back(project_, file) == 1
    assert "the translation was changed here since the file was sent" in capsys.readouterr().out
    assert "- Une chose\n" in page.read_text("utf-8")


def test_what_is_missing_or_stale_goes_out_and_is_right_when_it_comes_back(
    project_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = ENGLISH.replace("- A third item", "- A third item\n- A fourth item\n- A fifth item")
    english = english.replace("Who belongs?", "Who takes part?").replace(
        "A claim.[^1]", "A new sentence.\n\nAnother.\n\nA claim.[^1]"
    )
    english = english.replace("| 2023 | Resolution  |", "| 2023 | Resolution  |\n| 2024 | Another |")
    english += "\nThe end.\n\n| New |\n|-----|\n| Row |\n"
    (project_ / "docs/en/page.md").write_text(english, "utf-8")
    assert [one.source for one in formats.read(_sent(project_, "po", "--stale")).items] == ["Who takes part?"]
    file = _sent(project_, "po")
    _edited(
        file,
        {
            "Who takes part?": "Qui prend part ?",
            "A fourth item": "Un quatrième",
            "A fifth item": "Un cinquième",
            "A new sentence.": "Une phrase.",
            "Another.": "Une autre.",
            "2024 | Another": "2024 | Une autre",
            "The end.": "Fin.",
            "New": "Nouveau",
            "Row": "Rang",
        },
    )
    capsys.readouterr()
    _back(project_, file, "--reviewed-by", "A. Person")
    assert "9 taken over" in capsys.readouterr().out
    french = FRENCH.replace("## Qui participe ?", "## Qui prend part ?")
    french = french.replace(
        "- Un troisième élément", "- Un troisième élément\n- Un quatrième\n- Un cinquième"
    )
    french = french.replace("Une affirmation.[^1]", "Une phrase.\n\nUne autre.\n\nUne affirmation.[^1]")
    french = french.replace("| 2023  | Résolution  |", "| 2023  | Résolution  |\n| 2024 | Une autre |")
    assert (project_ / "docs/fr/page.md").read_text(
        "utf-8"
    ) == french + "\nFin.\n\n| Nouveau |\n|-----|\n| Rang |\n"
    reviewers = [one.reviewer for one in load(project_, "fr").entries["docs/fr/page.md"]]
    assert reviewers.count("A. Person") == 9


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_stale_is_accepted_when_its_mark_is_taken_away(
    project_: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project_ / "docs/en/page.md").write_text(ENGLISH.replace("Who belongs?", "Who takes part?"), "utf-8")
    before = _files(project_)
    file = _sent(project_, name, "--stale")
    assert _back(project_, file) == 0
    assert _files(project_) == before  # the mark is still there
    bundle = formats.read(file)
    assert [one.state for one in bundle.items] == [REVIEW]
    accepted = tuple(replace(one, state=DONE) for one in bundle.items)
    file.write_bytes(formats.write(replace(bundle, items=accepted), name))
    capsys.readouterr()
    assert _back(project_, file) == 0
    assert "0 taken over, 1 accepted" in capsys.readouterr().out
    main(["translations", "status", "fr", "--root", str(project_)])
    assert "0 stale" in capsys.readouterr().out


def test_a_page_that_was_not_translated_is_made_when_all_its_parts_are(
    small_project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_project({**FILES, "docs/fr/page.md": None})
    main(["translations", "record", "--root", str(root)])
    file = _sent(root, "xlsx")
    sources = [one.source for one in formats.read(file).items if "page.md" in one.id]
    words = {one: _in_each_cell(one, "{} fr") for one in sources}
    _edited(file, words | {"Closed": ""})
    assert _back(root, file) == 1
    assert "its page is not translated yet, and 1 of its parts are missing" in capsys.readouterr().out
    assert not (root / "docs/fr/page.md").exists()
    _edited(file, words)
    _back(root, file)
    made = (root / "docs/fr/page.md").read_text("utf-8")
    assert "## Who belongs? fr" in made
    assert "{{ goals() }}\n" in made
    assert "title: A page for translators fr\n" in made
    capsys.readouterr()
    main(["translations", "status", "fr", "--root", str(root)])
    assert "page.md" not in capsys.readouterr().out


def test_each_unit_tells_what_helps_to_translate_it(project_: Path) -> None:
    (project_ / "docs/en/page.md").write_text(
        ENGLISH.replace("An item", "A river {{ goals() }}").replace("Who belongs?", "Whose river?"), "utf-8"
    )
    text = _sent(project_, "po").read_text("utf-8")
    assert "#. term: river = rivière" in text
    assert "#. keep: {{ goals() }}" in text
    assert "#. page: https://example.org/fr/page/" in text
    assert "#. words: 2" in text
    assert "#: docs/en/page.md:11" in text
    assert "#. part: field note" in text
    assert "#. page: https://example.org/fr/events/it/" in text
    assert "#: data/events/it.yml:25" in text


def test_a_stale_unit_tells_what_its_source_said_before(project_: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(project_)]
    for command in (["init", "-q"], ["add", "docs", "data"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], check=True)
    changes = {"A page for translators": "A page for all", "An item": "One item"}
    english = ENGLISH
    for old, new in changes.items():
        english = english.replace(old, new)
    (project_ / "docs/en/page.md").write_text(english, "utf-8")
    (project_ / "data/events/it.yml").write_text(EVENT.replace("en: A conference", "en: A congress"), "utf-8")
    text = _sent(project_, "po", "--stale").read_text("utf-8")
    for old in (*changes, "A conference"):
        assert f'#| msgid "{old}"' in text
    assert f"<source>{next(iter(changes))}</source>" in _sent(project_, "xliff").read_text("utf-8")


def test_examples_of_code_are_not_sent() -> None:
    page = "1. Write:\n\n        title: x\n\n        more\n\n    Then go on.\n\nSo:\n\n    code\n    code\n"
    assert code_lines(page) == {3, 5, 11, 12}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.txt", b"", "its name must end with"),
        ("x.po", None, "it cannot be read"),
        ("x.po", b"\xff\xfe\x00", "no PO file"),
        ("x.po", b'msgid "a"\nmsgstr "b"\n', "no text that this site has sent"),
        ("x.xliff", b"<html/>", "no XLIFF"),
        ("x.xliff", b"", "no XLIFF"),
        ("x.xliff", b"<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:2.0'/>", "no XLIFF"),
        ("x.xlsx", b"PK not a zip", "no spreadsheet"),
        ("x.po", b'msgctxt "a#b.1"\nmsgid "a"\nmsgstr "b"\n', "does not say for which language"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(
    project_: Path, name: str, content: bytes | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project_ / name
    if content is not None:
        file.write_bytes(content)
    before = _files(project_)
    assert _back(project_, file) == 1
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert _files(project_) == before


def test_paths_may_follow_the_options(project_: Path) -> None:
    file = _sent(project_, "po", "--all", "data/vocabulary")
    assert {one.key.rsplit("/", 1)[0] for one in formats.read(file).items} == {"data/vocabulary"}


def test_a_library_that_is_not_installed_is_told_with_the_command_that_installs_it(
    project_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "untfsse.translations.exchange.xlsx", raising=False)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    given = ["translations", "export", "fr", "--format", "xlsx", "--all", "--root", str(project_)]
    assert main([*given, "--output", str(project_ / "sent.xlsx")]) == 1
    told = capsys.readouterr().err
    assert 'openpyxl is not installed; run: pip install "untfsse[translators]"' in told
    assert told.count("\n") == 1
