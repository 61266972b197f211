"""The commands for translators, in a small project with a history: what is told is exactly what is to do."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from small_project import PROJECT, TRANSLATED, lay, write_base
from untfsse.__main__ import main
from untfsse.checking import check_all
from untfsse.translations.commits import unaccounted
from untfsse.translations.ledger import load, place

_PAGE = "docs/{}/index.md"
_EVENT = "data/events/2020-01-15-talks.yml"
_BODIES = {
    "en": """\
Members are bodies of the United Nations. They meet.

Observers are networks.

Say "yes" [here](a.md).
""",
    "fr": """\
Les membres sont des organismes des Nations Unies. Ils se réunissent.

Les observateurs sont des réseaux.

Dites « oui » [ici](a.md).
""",
    "es": """\
Los miembros son entidades de las Naciones Unidas. Se reúnen.

Los observadores son redes.

Diga «sí» [aquí](a.md).
""",
}

Run = Callable[..., str]
_IN_ENGLISH = re.compile(r"\{en: ([^{}]*)\}")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in which everything is translated and recorded, with one commit."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "somebody")
        monkeypatch.setenv(f"{name}_EMAIL", "somebody@example.org")
    write_base(tmp_path)
    lay(tmp_path, TRANSLATED)
    for file in (tmp_path / "data").glob("**/*.yml"):
        words = _IN_ENGLISH.sub(r"{en: \1, fr: \1 fr, es: \1 es}", file.read_text("utf-8"))
        file.write_text(words, "utf-8")
    for language, body in _BODIES.items():
        page = tmp_path / _PAGE.format(language)
        page.write_text(page.read_text("utf-8").replace("\nA.\n", f"\n{body}"), "utf-8")
        lay(tmp_path, {f"docs/{language}/a.md": TRANSLATED[f"docs/{language}/events/index.md"]})
        lay(tmp_path, {f"docs/{language}/strings.yml": f"menu: Menu {language}\n"})
    lay(tmp_path, {_EVENT: _event("work", "travail", "trabajo"), ".gitattributes": "*.txt merge=union\n"})
    _git(tmp_path, "init", "-q", "-b", "main")
    assert main(["translations", "record", "--root", str(tmp_path)]) == 0
    _commit(tmp_path)
    return tmp_path


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command of `untfsse translations` there; return what it prints."""

    def ran(*arguments: str, status: int = 0) -> str:
        capsys.readouterr()
        assert main(["translations", *arguments, "--root", str(root)]) == status
        said = capsys.readouterr()
        return said.out + said.err

    return ran


def _event(english: str, french: str, spanish: str) -> str:
    return (
        "kind: conference\nstart: 2020-01-15\ntitle:\n  en: Talks\n  fr: Entretiens\n  es: Charlas\n"
        f"summary:\n  en: They talked about {english}.\n  fr: Ils ont parlé de {french}.\n"
        f"  es: Hablaron de {spanish}.\n"
    )


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def _commit(root: Path) -> str:
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "a change")
    return _git(root, "rev-parse", "HEAD").strip()


def _change(root: Path, file: str, *pairs: tuple[str, str]) -> None:
    text = (root / file).read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (root / file).write_text(text, "utf-8")


def _to_do(run: Run) -> dict[str, list[str]]:
    """Language → the lines that `status` prints for units, without their places."""
    found: dict[str, list[str]] = {}
    for language in ("fr", "es"):
        lines = run("status", language).splitlines()
        found[language] = [line.split(": ", 1)[1] for line in lines if line.startswith("  ")]
    return found


def test_everything_is_right_to_begin_with(run: Run) -> None:
    assert _to_do(run) == {"fr": [], "es": []}
    assert "0 stale, 0 missing, 0 orphaned; about 0 words to do" in run("status", "fr")


@pytest.mark.parametrize(
    "change",
    [
        ("They meet.", "They\nmeet."),
        ("Say \"yes\"", "Say “yes”"),
        ("Observers are networks.", "Observers  are\u00a0networks."),
        ("[here](a.md)", "[here](events/index.md)"),
        ("title: Home", "title: \"Home\""),
        ("\n\nObservers", "\n\n\n\nObservers"),
    ],
)  # fmt: skip
def test_white_space_quotes_and_addresses_make_nothing_stale(
    root: Path, run: Run, change: tuple[str, str]
) -> None:
    _change(root, _PAGE.format("en"), change)
    assert _to_do(run) == {"fr": [], "es": []}


def test_one_field_makes_one_item_in_each_language(root: Path, run: Run) -> None:
    before = _git(root, "rev-parse", "HEAD").strip()
    _change(root, _EVENT, ("about work", "about decent work"))
    assert _to_do(run) == {
        "fr": ["stale: They talked about decent work."],
        "es": ["stale: They talked about decent work."],
    }
    said = run("changed", before)
    assert said.count("1 more to look at, about 5 words") == 2
    assert f"{_EVENT}:9: stale" in run("status", "fr")
    assert f"{_EVENT}:10: stale" in run("status", "es")


def test_a_paragraph_that_moves_makes_nothing_stale(root: Path, run: Run) -> None:
    file = _PAGE.format("en")
    _change(
        root, file, ("Observers are networks.\n\n", ""), ("Members", "Observers are networks.\n\nMembers")
    )
    assert _to_do(run) == {"fr": [], "es": []}


def test_a_paragraph_that_is_split_makes_the_right_two(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), (" They meet.", "\n\nThey meet."))
    items = ["stale: Members are bodies of the United Nations.", "missing: They meet."]
    assert _to_do(run) == {"fr": items, "es": items}


def test_what_is_translated_in_the_same_commit_is_green(root: Path, run: Run) -> None:
    before = _git(root, "rev-parse", "HEAD").strip()
    _change(root, _PAGE.format("en"), ("They meet.", "They meet often."))
    _change(root, _PAGE.format("fr"), ("Ils se réunissent.", "Ils se réunissent souvent."))
    _change(root, _PAGE.format("es"), ("Se reúnen.", "Se reúnen a menudo."))
    _commit(root)
    assert _to_do(run) == {"fr": [], "es": []}
    assert run("changed", before).count("0 more to look at, about 0 words") == 2
    assert "French: 1 recorded" in run("record")
    assert _to_do(run) == {"fr": [], "es": []}


def test_what_is_stale_stays_so_when_another_block_is_edited_and_recorded(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), ("They meet.", "They meet often."))
    _change(root, _PAGE.format("fr"), ("sont des réseaux", "sont les réseaux"))
    run("record")
    item = ["stale: Members are bodies of the United Nations. They meet often."]
    assert _to_do(run) == {"fr": item, "es": item}


def test_changed_tells_only_what_is_new_since_a_commit(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), ("They meet.", "They meet often."))
    before = _commit(root)
    _change(root, _PAGE.format("en"), ("Observers are networks.", "Observers are institutes and networks."))
    _change(root, _EVENT, ("  fr: Entretiens\n", ""))
    said = run("changed", before).splitlines()
    assert said == [
        "French: 2 more to look at, about 6 words",
        "  docs/fr/index.md:8: stale: Observers are institutes and networks.",
        f"  {_EVENT}:3: missing: Talks",
        "Spanish: 1 more to look at, about 5 words",
        "  docs/es/index.md:8: stale: Observers are institutes and networks.",
        (
            f"next: `untfsse translations diff docs/en/index.md {_EVENT}` shows them; translate them in the"
            " same pull request, or leave them to others: the site tells its readers until then"
        ),
    ]


def test_a_commit_that_does_not_exist_is_told(run: Run) -> None:
    assert run("changed", "nowhere", status=1) == "there is no commit nowhere here\n"


def test_diff_shows_the_old_source_from_the_history(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), ("Observers are networks.", "Observers are institutes."))
    _change(root, _EVENT, ("about work", "about decent work"))
    _commit(root)
    assert run("diff", "docs/fr").splitlines() == [
        "docs/fr/index.md:8 (French, stale)",
        "  source was   Observers are networks.",
        "  source is    Observers are institutes.",
        "  taken out    networks.",
        "  put in       institutes.",
        "  translation  Les observateurs sont des réseaux.",
        (
            "next: correct each stale text at its place above; what is right as it is:"
            " `untfsse translations accept docs/fr`"
        ),
        "then: `untfsse translations check docs/fr`",
    ]
    assert "  source was   They talked about work.\n" in run("diff", _EVENT)
    assert run("diff", "docs/en/events") == "nothing to do there\n"


def test_accept_takes_a_translation_for_right_and_notes_who_has_read_it(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), ("Observers are networks.", "Observers are some networks."))
    said = run("accept", "docs/fr/index.md", "--reviewed-by", "Ana  María\nRuiz")
    assert said.splitlines() == [
        "docs/fr/index.md:8: accepted: Observers are some networks.",
        "1 accepted",
        (
            "next: `untfsse translations check docs/fr/index.md`, then commit data/translations/fr.txt"
            " with the rest"
        ),
    ]
    assert _to_do(run) == {"fr": [], "es": ["stale: Observers are some networks."]}
    entries = load(root, "fr").entries["docs/fr/index.md"]
    assert {(str(one.reviewed), one.reviewer) for one in entries} == {("2026-11-21", "Ana María Ruiz")}
    run("record")
    assert load(root, "fr").entries["docs/fr/index.md"] == entries


def test_accept_takes_a_full_path_and_one_language(root: Path, run: Run) -> None:
    _change(root, _EVENT, ("about work", "about decent work"))
    said = run("accept", str(root / _EVENT), "--language", "es").splitlines()
    assert said[:2] == [f"{_EVENT}:10: accepted: They talked about decent work.", "1 accepted"]
    assert said[2].endswith(", then commit data/translations/es.txt with the rest")
    assert _to_do(run) == {"fr": ["stale: They talked about decent work."], "es": []}


def test_accept_cannot_make_up_what_is_missing(root: Path, run: Run) -> None:
    _change(root, _EVENT, ("  fr: Entretiens\n", ""))
    assert run("accept", _EVENT, "--language", "fr") == f"{_EVENT}:3: still missing: Talks\n0 accepted\n"


def test_what_a_machine_made_is_noted_until_it_changes(root: Path, run: Run) -> None:
    _change(root, _EVENT, ("Entretiens", "Discussions"))
    run("accept", _EVENT, "--machine", "--language", "fr")
    assert [one.origin for one in load(root, "fr").entries[_EVENT]].count("machine") == 1
    _change(root, _EVENT, ("Discussions", "Débats"))
    run("record")
    assert {one.origin for one in load(root, "fr").entries[_EVENT]} == {"person"}


def test_a_translation_belongs_to_the_source_of_its_own_commit(root: Path, run: Run) -> None:
    _change(root, _EVENT, ("travail", "travail décent"))
    _commit(root)
    _change(root, _EVENT, ("about work", "about decent work"))
    _commit(root)
    assert _to_do(run)["fr"] == []
    assert run("record") == "French: 1 recorded\nSpanish: 0 recorded\n"
    stale = ["stale: They talked about decent work."]
    assert _to_do(run) == {"fr": stale, "es": stale}


def test_a_commit_with_mistakes_is_passed_over(root: Path, run: Run) -> None:
    _change(root, _EVENT, ("travail", "travail décent"), ("kind:", "kinds:"))
    _commit(root)
    _change(root, _EVENT, ("about work", "about decent work"), ("kinds:", "kind:"))
    _commit(root)
    assert run("record").startswith("French: 1 recorded\n")
    assert _to_do(run) == {"fr": [], "es": ["stale: They talked about decent work."]}


def test_what_was_accepted_and_not_committed_is_not_forgotten(root: Path, run: Run) -> None:
    _change(root, _EVENT, ("about work", "about decent work"))
    _commit(root)
    run("accept", _EVENT, "--language", "fr", "--reviewed-by", "Ana")
    run("record")
    assert {one.reviewer for one in load(root, "fr").entries[_EVENT]} == {"Ana"}
    assert _to_do(run) == {"fr": [], "es": ["stale: They talked about decent work."]}


def test_status_for_programs_gives_the_numbers_of_the_lines(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), (" They meet.", "\n\nThey meet."))
    for language, found in json.loads(run("status", "--json")).items():
        lines = run("status", language).splitlines()
        assert f"{found['stale']} stale, {found['missing']} missing" in lines[0]
        assert f"about {found['words_to_do']} words to do" in lines[0]
        assert found["stale"] + found["missing"] == sum(line.startswith("  ") for line in lines) == 2
        page = next(one for one in found["documents"] if one["file"] == _PAGE.format(language))
        assert (page["stale"], page["missing"]) == (1, 1)


def test_recording_twice_changes_nothing(root: Path, run: Run) -> None:
    said = place(root, "fr").read_bytes()
    run("record")
    assert place(root, "fr").read_bytes() == said


@pytest.mark.parametrize(
    "edits",
    [
        ({"docs/{}/a.md": ("A.", "B.")}, {"docs/{}/index.md": ("networks", "institutes")}),
        ({"docs/{}/b.md": None}, {"docs/{}/c.md": None}),
        ({"docs/{}/more/b.md": None}, {"docs/{}/a.md": ("A.", "B.")}),
    ],
)
def test_two_branches_that_touch_different_pages_merge_and_nothing_is_lost(
    root: Path, run: Run, edits: tuple[dict[str, tuple[str, str] | None], ...]
) -> None:
    for branch, files in zip(("one", "two"), edits, strict=True):
        _git(root, "switch", "-q", "-c", branch, "main")
        for file, change in files.items():
            for language in ("en", "fr", "es"):
                path = file.format(language)
                if change is None:
                    lay(root, {path: TRANSLATED[f"docs/{language}/events/index.md"]})
                else:
                    (root / path).write_text(
                        (root / path).read_text("utf-8") + f"\nMore {language}.\n", "utf-8"
                    )
        run("record")
        _commit(root)
    _git(root, "merge", "--no-edit", "-q", "one")
    assert "<<<" not in place(root, "fr").read_text("utf-8")
    assert _to_do(run) == {"fr": [], "es": []}
    assert run("record") == "French: 0 recorded\nSpanish: 0 recorded\n"


def test_two_branches_that_edit_the_same_block_leave_a_ledger_that_can_be_read(root: Path, run: Run) -> None:
    for branch, word in (("one", "institutes"), ("two", "friends")):
        _git(root, "switch", "-q", "-c", branch, "main")
        _change(root, _PAGE.format("en"), ("networks", word))
        _change(root, _PAGE.format("fr"), ("réseaux", word))
        run("record")
        _commit(root)
    _git(root, "merge", "--no-edit", "-q", "-X", "ours", "one")
    assert _to_do(run)["fr"] == []
    run("record")
    assert _to_do(run) == {"fr": [], "es": ["stale: Observers are friends."]}


_HALF = "docs/fr/a.md 0a1b2c3d4e5f"


@pytest.mark.parametrize(
    "line",
    [
        "docs/fr/a.md",
        _HALF,
        f"{_HALF} person",
        f"{_HALF} 5f4e3d2c1b0a someone",
        f"{_HALF} 5f4e3d2c1b0x person",
        f"{_HALF} 5f4e3d2c1b0a person 2026-13-01",
        "<<<<<<< HEAD",
    ],
)
def test_a_damaged_line_of_the_ledger_is_told_with_its_place(root: Path, run: Run, line: str) -> None:
    ledger = place(root, "fr")
    lines = ledger.read_text("utf-8").splitlines()
    lines[6] = line
    ledger.write_text("\n".join(lines) + "\n", "utf-8")
    cure = 'delete it and run "untfsse translations record"'
    assert run("status", status=1).splitlines() == [
        f'data/translations/fr.txt:7:1: TR017 "{line}" is no line of this file; {cure}',
        "1 to mend before translations can be told",
    ]


def test_a_file_with_mistakes_is_told_before_anything_else(root: Path, run: Run) -> None:
    lay(root, {_EVENT: "kind: talks\n"})
    assert _EVENT in run("status", status=1)


def test_a_new_translator_follows_what_is_said_and_ends_green(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), ("Observers are networks.", "Observers are networks and institutes."))
    _commit(root)
    first = "next: `untfsse translations diff docs/en/index.md` shows what has changed there"
    assert run("status").splitlines()[-1] == first
    said = run("diff", "docs/en/index.md").splitlines()
    assert "docs/fr/index.md:8 (French, stale)" in said
    assert said.count("  put in       networks and institutes.") == 2
    assert said[-1] == "then: `untfsse translations check docs/en/index.md`"
    _change(root, _PAGE.format("fr"), ("des réseaux", "des réseaux et des instituts"))
    assert run("status").splitlines()[-1].startswith("next: `untfsse translations diff docs/es/index.md`")
    assert run("status", "fr").splitlines()[-1].startswith("1 text translated since: it is recorded when")
    _change(root, _PAGE.format("es"), ("son redes", "son redes e institutos"))
    run("check", "docs/en/index.md", "--strict")
    said = run("status").splitlines()
    assert said[-2] == "next: nothing is left to translate; propose what you have changed"
    assert said[-1] == (
        "2 texts translated since: they are recorded when your proposal is merged,"
        " without data/translations/ in it; `untfsse translations record` does it now"
    )
    run("record")
    assert run("status").splitlines()[-1] == said[-2]


def test_a_new_page_is_told_in_one_line_with_what_to_do(root: Path, run: Run) -> None:
    lay(root, {"docs/en/new.md": TRANSLATED["docs/en/events/index.md"]})
    to_do = "docs/fr/new.md: not translated yet, about 13 words; copy docs/en/new.md to docs/fr/new.md"
    diff = run("diff", "docs/fr/new.md").splitlines()
    assert diff[0].startswith(to_do)
    assert run("accept", "docs/fr/new.md").splitlines() == [diff[0], "0 accepted"]
    assert run("status", "fr").splitlines()[-1] == (
        "next: copy docs/en/new.md to docs/fr/new.md and translate it, then `untfsse translations check"
        " docs/fr/new.md`"
    )


@pytest.mark.parametrize("action", ["diff", "accept", "check"])
def test_a_path_below_which_nothing_is_translated_is_told_with_the_nearest(run: Run, action: str) -> None:
    said = "docs/fr/indx.md: nothing is translated there; did you mean docs/fr/index.md?\n"
    assert run(action, "docs/fr/indx.md", "docs/fr", status=1) == said


def test_what_is_missing_or_orphaned_in_a_page_is_told_with_its_cure(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), ("Observers are networks.\n\n", ""))
    said = run("diff", "docs/fr/index.md").splitlines()
    assert said[:2] == [
        "docs/fr/index.md:8 (French, orphaned)",
        "  translation  Les observateurs sont des réseaux.",
    ]
    assert said[-2] == "next: take out what is orphaned: its source is gone"
    _git(root, "checkout", "-q", ".")
    _change(root, _PAGE.format("en"), ("Observers", "There are friends of many kinds, too.\n\nObservers"))
    said = run("diff", "docs/fr/index.md").splitlines()
    assert said[:2] == ["docs/fr/index.md (French, missing)", "  stands in    docs/en/index.md:8"]
    assert said[-2] == "next: write what is missing, where its source has it"


def test_a_check_names_the_page_of_a_source_and_how_a_difference_is_excused(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("fr"), ("[ici](a.md)", "12 fois"))
    said = run("check", "docs/en/index.md").splitlines()
    assert said[-2] == "next: correct each at its place, and run this again"
    assert "`translation_differs: [links, numbers]`" in said[-1]
    assert run("check", "docs/en/index.md", "--strict", status=1).splitlines() == said
    _change(root, _PAGE.format("fr"), ("---\ntitle", "---\ntranslation_differs: [links, numbers]\ntitle"))
    assert run("check", "docs/en/index.md") == "every translation fits its source\n"


def _tip(root: Path) -> str:
    return _git(root, "rev-parse", "HEAD").strip()


def _branch(root: Path, file: str, *pairs: tuple[str, str]) -> None:
    """Change a file on a branch that leaves the main line here; return to the main line."""
    _git(root, "switch", "-q", "-c", "branch")
    _change(root, file, *pairs)
    _commit(root)
    _git(root, "switch", "-q", "main")


def test_a_branch_belongs_to_the_source_it_was_made_from(root: Path, run: Run) -> None:
    _branch(root, _PAGE.format("fr"), ("Ils se réunissent.", "Ils se rencontrent."))
    _change(root, _PAGE.format("en"), ("They meet.", "They meet often."))
    _change(root, _PAGE.format("es"), ("Se reúnen.", "Se reúnen a menudo."))
    _change(root, _EVENT, ("about work", "about decent work"), ("de travail", "de travail décent"))
    _commit(root)
    _git(root, "merge", "-q", "--no-edit", "branch")
    assert run("record") == "French: 2 recorded\nSpanish: 1 recorded\n"
    assert _to_do(run) == {
        "fr": ["stale: Members are bodies of the United Nations. They meet often."],
        "es": ["stale: They talked about decent work."],
    }


def test_a_branch_that_translates_what_it_changes_is_green_after_the_merge(root: Path, run: Run) -> None:
    _git(root, "switch", "-q", "-c", "branch")
    _change(root, _PAGE.format("fr"), ("Ils se réunissent.", "Ils se réunissent souvent."))
    _commit(root)
    _change(root, _PAGE.format("en"), ("They meet.", "They meet often."))
    _change(root, _PAGE.format("es"), ("Se reúnen.", "Se reúnen a menudo."))
    _commit(root)
    _git(root, "switch", "-q", "main")
    _change(root, _EVENT, ("travail", "travail décent"))
    _commit(root)
    _git(root, "merge", "-q", "--no-edit", "branch")
    assert run("record") == "French: 2 recorded\nSpanish: 1 recorded\n"
    assert _to_do(run) == {"fr": [], "es": []}


def test_an_old_branch_makes_the_main_line_forget_nothing(root: Path, run: Run) -> None:
    _branch(root, "docs/fr/a.md", ("A.", "A, enfin."))
    _change(root, _PAGE.format("en"), ("They meet.", "They meet often."))
    _change(root, _PAGE.format("fr"), ("Ils se réunissent.", "Ils se réunissent souvent."))
    run("accept", _PAGE.format("fr"), "--reviewed-by", "Ana")
    _commit(root)
    before = load(root, "fr").entries[_PAGE.format("fr")]
    _git(root, "merge", "-q", "--no-edit", "branch")
    assert run("record").startswith("French: 1 recorded\n")
    assert load(root, "fr").entries[_PAGE.format("fr")] == before
    assert _to_do(run)["fr"] == []


def test_an_account_that_was_put_on_top_of_newer_commits_skips_none_of_them(root: Path, run: Run) -> None:
    mark = _tip(root)
    _change(root, _EVENT, ("travail", "travail décent"))
    _commit(root)
    ledger = place(root, "fr")
    ledger.write_text(ledger.read_text("utf-8") + "\n", "utf-8")
    _git(root, "commit", "-q", "-a", "-m", "An account", "-m", f"Accounted-Up-To: {mark}")
    _change(root, _EVENT, ("about work", "about decent work"))
    _commit(root)
    assert run("record").startswith("French: 1 recorded\n")
    assert _to_do(run)["fr"] == ["stale: They talked about decent work."]


@pytest.mark.parametrize("mark", ["0" * 40, "HEAD", "--all"])
def test_a_mark_that_names_no_commit_of_the_main_line_is_passed_over(root: Path, run: Run, mark: str) -> None:
    ledger = place(root, "fr")
    ledger.write_text(ledger.read_text("utf-8") + "\n", "utf-8")
    _git(root, "commit", "-q", "-a", "-m", "An account", "-m", f"Accounted-Up-To: {mark}")
    first = _tip(root)
    _change(root, _EVENT, ("travail", "travail décent"))
    second = _commit(root)
    assert unaccounted(root) == [second]
    assert first != second


def test_commits_that_change_only_pages_in_english_are_not_looked_at_again(root: Path) -> None:
    _change(root, _PAGE.format("en"), ("They meet.", "They meet often."))
    _commit(root)
    assert unaccounted(root) == []
    _change(root, _PAGE.format("fr"), ("Ils se réunissent.", "Ils se réunissent souvent."))
    assert [_commit(root)] == unaccounted(root)


def test_a_commit_without_any_of_the_files_is_passed_over(root: Path, run: Run) -> None:
    _change(root, _EVENT, ("travail", "travail décent"))
    _commit(root)
    _git(root, "rm", "-q", "-r", "docs")
    _git(root, "commit", "-q", "-m", "The pages go")
    _git(root, "revert", "--no-edit", "HEAD")
    assert len(unaccounted(root)) == 3
    _change(root, _EVENT, ("about work", "about decent work"))
    _commit(root)
    assert run("record").startswith("French: 1 recorded\n")
    assert _to_do(run)["fr"] == ["stale: They talked about decent work."]


def _clone(root: Path, folder: Path) -> Path:
    _git(root, "clone", "-q", str(folder / "origin.git"), str(folder / "clone"))
    return folder / "clone"


def _push_record(root: Path) -> subprocess.CompletedProcess[str]:
    keep = (sys.executable, "-m", "untfsse", "translations", "record")
    command = ["sh", str(PROJECT / ".ci/push-record"), *keep]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks")}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_an_account_is_kept_anew_if_the_main_branch_has_moved_before_it_is_pushed(
    root: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("places")
    _git(root, "clone", "-q", "--bare", str(root), str(folder / "origin.git"))
    _git(root, "remote", "add", "origin", str(folder / "origin.git"))
    _change(root, _EVENT, ("travail", "travail décent"))
    _commit(root)
    _git(root, "push", "-q", "-u", "origin", "main")
    run("record")
    other = _clone(root, folder)
    _change(other, _EVENT, ("about work", "about decent work"))
    _change(other, _EVENT, ("trabajo", "trabajo decente"))
    newer = _commit(other)
    _git(other, "push", "-q")
    done = _push_record(root)
    assert done.returncode == 0, done.stderr
    _git(other, "pull", "-q")
    assert _tip(root) == _tip(other)
    assert _git(other, "log", "-1", "--format=%(trailers:key=Accounted-Up-To,valueonly)").strip() == newer
    assert _git(root, "status", "--porcelain") == ""
    assert _to_do(run) == {"fr": ["stale: They talked about decent work."], "es": []}
    assert unaccounted(root) == []
    assert _push_record(root).returncode == 0
    assert _tip(root) == _tip(other)


def test_schemas_whose_words_have_changed_are_pushed_with_the_account(
    root: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("places")
    _git(root, "clone", "-q", "--bare", str(root), str(folder / "origin.git"))
    clone = _clone(root, folder)
    schema = clone / "data/schema/event.json"
    schema.parent.mkdir()
    schema.write_text("{}\n", "utf-8")
    done = _push_record(clone)
    assert done.returncode == 0, done.stderr
    assert _git(clone, "status", "--porcelain") == ""
    assert _git(folder / "origin.git", "show", "main:data/schema/event.json") == "{}\n"


def test_an_account_that_cannot_be_pushed_is_no_success(
    root: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("places")
    _git(root, "clone", "-q", "--bare", str(root), str(folder / "origin.git"))
    clone = _clone(root, folder)
    hook = folder / "origin.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    _change(clone, _EVENT, ("travail", "travail décent"))
    before = _commit(clone)
    assert main(["translations", "record", "--root", str(clone)]) == 0
    assert _push_record(clone).returncode == 1
    assert _tip(clone) == before


def _renamed(root: Path, old: str, new: str) -> None:
    for language in ("en", "fr", "es"):
        if (root / old.format(language)).exists():
            _git(root, "mv", old.format(language), new.format(language))


@pytest.mark.parametrize("is_recorded_first", [False, True])
def test_a_page_with_another_name_keeps_what_is_stale(root: Path, run: Run, is_recorded_first: bool) -> None:
    _change(root, "docs/en/a.md", ("A.", "B."))
    _commit(root)
    if is_recorded_first:
        run("record")
    _renamed(root, "docs/{}/a.md", "docs/{}/b.md")
    _commit(root)
    assert _to_do(run) == {"fr": ["stale: B."], "es": ["stale: B."]}
    run("record")
    assert "docs/fr/a.md" not in load(root, "fr").entries
    assert _to_do(run) == {"fr": ["stale: B."], "es": ["stale: B."]}
    assert "  source was   A.\n" in run("diff", "docs/fr/b.md")


def test_a_record_with_another_name_keeps_what_is_stale(root: Path, run: Run) -> None:
    other = _EVENT.replace("talks", "long-talks")
    _change(root, _EVENT, ("about work", "about decent work"))
    _renamed(root, _EVENT, other)
    _change(root, other, ("Hablaron de trabajo", "Hablaron de trabajo decente"))
    _commit(root)
    run("record")
    assert set(load(root, "fr").entries) >= {other}
    assert _EVENT not in load(root, "fr").entries
    assert _to_do(run) == {"fr": ["stale: They talked about decent work."], "es": []}


def test_a_branch_that_edits_a_page_under_its_old_name_belongs_to_its_own_source(
    root: Path, run: Run
) -> None:
    lay(root, {f"docs/{one}/c.md": (root / _PAGE.format(one)).read_text("utf-8") for one in _BODIES})
    run("record")
    _commit(root)
    _branch(root, "docs/fr/c.md", ("Ils se réunissent.", "Ils se rencontrent."))
    _renamed(root, "docs/{}/c.md", "docs/{}/d.md")
    _change(root, "docs/en/d.md", ("They meet.", "They meet often."))
    _change(root, "docs/es/d.md", ("Se reúnen.", "Se reúnen a menudo."))
    run("record")
    _commit(root)
    _git(root, "merge", "-q", "--no-edit", "branch")
    assert "rencontrent" in (root / "docs/fr/d.md").read_text("utf-8")
    run("record")
    stale = "stale: Members are bodies of the United Nations. They meet often."
    assert _to_do(run) == {"fr": [stale], "es": []}


def test_a_new_page_is_not_taken_for_one_that_is_gone(root: Path, run: Run) -> None:
    _git(root, "rm", "-q", *(f"docs/{one}/a.md" for one in _BODIES))
    top = "---\ntitle: {}\ndescription: Some other words that describe a page, enough of them.\n---\n\n{}\n"
    lay(root, {f"docs/{one}/new.md": top.format(f"New {one}", f"Other {one}.\n\nA.") for one in _BODIES})
    _change(root, "docs/en/new.md", ("A.", "C."))
    assert _to_do(run) == {"fr": [], "es": []}


_COUNT = "hits.one: A hit\nhits.other: '{n} hits'\n"
_COUNT_FR = "hits.one: Un\nhits.many: '{n} de résultats'\nhits.other: '{n} résultats'\n"


def test_forms_of_a_count_that_only_the_translation_has_are_made_from_its_plural(
    root: Path, run: Run, tmp_path: Path
) -> None:
    words = {
        "en": _COUNT,
        "fr": _COUNT_FR,
        "es": _COUNT.replace("hits'", "aciertos'").replace("A hit", "Uno"),
    }
    lay(root, {f"docs/{one}/strings.yml": f"menu: Menu {one}\n{said}" for one, said in words.items()})
    run("record")
    assert _to_do(run) == {"fr": [], "es": []}
    _change(root, "docs/en/strings.yml", ("{n} hits", "{n} things found"))
    assert _to_do(run)["fr"] == ["stale: {n} things found"] * 2
    assert "docs/fr/strings.yml:3: stale" in run("status", "fr")
    sent = tmp_path / "sent.po"
    assert ": 2 texts" in run("export", "fr", "--format", "po", "--stale", "--output", str(sent))
    text = sent.read_text("utf-8").replace("#, fuzzy\n", "").replace("{n} de résultats", "{n} de choses")
    sent.write_text(text.replace("{n} résultats", "{n} choses"), "utf-8")
    assert "2 taken over" in run("import", str(sent))
    assert (root / "docs/fr/strings.yml").read_text("utf-8") == (
        "menu: Menu fr\nhits.one: Un\nhits.many: '{n} de choses'\nhits.other: '{n} choses'\n"
    )
    assert _to_do(run)["fr"] == []


def test_what_only_the_translation_has_is_told_as_such_until_it_is_accepted(root: Path, run: Run) -> None:
    note = "Les textes cités existent aussi en français."
    _change(root, _PAGE.format("fr"), ("Dites", f"{note}\n\nDites"))
    line = f"docs/fr/index.md:10: only in the translation: {note}"
    assert f"  {line}" in run("status", "fr").splitlines()
    assert "0 orphaned, 1 only in the translation; about 0 words" in run("status", "fr")
    assert json.loads(run("status", "--json"))["fr"]["added"] == 1
    run("record")
    said = run("diff", _PAGE.format("fr")).splitlines()
    assert said[0] == "docs/fr/index.md:10 (French, only in the translation)"
    assert said[-2].endswith("meant to be there: `untfsse translations accept docs/fr/index.md`")
    said = run("accept", _PAGE.format("fr")).splitlines()
    assert said[:2] == [f"docs/fr/index.md:10: accepted: {note}", "1 accepted"]
    assert "docs/fr/index.md - " in place(root, "fr").read_text("utf-8")
    run("record")
    assert _to_do(run) == {"fr": [], "es": []}
    run("check", "docs", "--strict")
    _change(root, _PAGE.format("en"), ("Say ", "Quoted texts are there.\n\nSay "))
    assert _to_do(run)["fr"] == ["missing: Quoted texts are there."]


def test_no_check_asks_for_the_account(root: Path, run: Run) -> None:
    _change(root, _PAGE.format("en"), ("They meet.", "They meet often."))
    _change(root, _PAGE.format("fr"), ("Ils se réunissent.", "Ils se réunissent souvent."))
    _change(root, _PAGE.format("es"), ("Se reúnen.", "Se reúnen a menudo."))
    before = place(root, "fr").read_bytes()
    run("check", "docs", "--strict")
    assert place(root, "fr").read_bytes() == before
    assert "without data/translations/ in it" in run("status")
    for language in ("fr", "es"):
        place(root, language).unlink()
    run("check", "docs", "--strict")
    check_all(root)
    assert _to_do(run) == {"fr": [], "es": []}


def test_status_tells_who_changed_a_stale_translation_last(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _change(root, _PAGE.format("fr"), ("sont des réseaux", "sont les réseaux"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ana Ruiz")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-03-03T12:00:00Z")
    _commit(root)
    run("record")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "somebody else")
    _change(root, _PAGE.format("en"), ("Observers are networks.", "Observers are some networks."))
    _change(root, "docs/en/a.md", ("A.", "A.\n\nAnd more."))
    _commit(root)
    said = run("status", "fr").splitlines()
    assert "docs/fr/index.md: 1 to look at, about 4 words; last changed by Ana Ruiz on 3 March 2026" in said
    assert "docs/fr/a.md: 1 to look at, about 2 words" in said
