"""`untfsse new`: what is asked, what is written, and that it is right."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from small_project import PROJECT, TRANSLATED, lay, write_base
from untfsse import __main__, problems
from untfsse.__main__ import main
from untfsse.checking import Checked, read_all
from untfsse.locales import LANGUAGES
from untfsse.making import command
from untfsse.making.answers import put, value_of
from untfsse.making.checking import problems_of_answer, problems_with
from untfsse.making.naming import suggested
from untfsse.making.questions import QUESTIONS, SINGULAR, form_of, model_of
from untfsse.making.writing import as_yaml
from untfsse.mending.files import mended
from untfsse.terminal.words import SPOKEN
from untfsse.yaml_source import parse

_MESSAGES = Path(problems.__file__).parent / "messages"
_WORDS = {one: yaml.safe_load((_MESSAGES / f"terminal.{one}.yml").read_text("utf-8")) for one in SPOKEN}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project, complete in three languages."""
    write_base(tmp_path)
    lay(tmp_path, TRANSLATED)
    return tmp_path


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """The small project, read once."""
    root = tmp_path_factory.mktemp("small")
    write_base(root)
    return read_all(root)


Talk = Callable[..., int]


@pytest.fixture
def talk(root: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Run `untfsse new` with answers typed one after the other; no answer left is Ctrl-C."""

    def talked(noun: str, language: str, *answers: str) -> int:
        left = iter(answers)

        def ask(words: str) -> str:
            print(words)
            for answer in left:
                return answer
            raise KeyboardInterrupt

        monkeypatch.setitem(__main__._RUN, "new", lambda given: command.run(given, ask))
        return main(["new", noun, "--lang", language, "--root", str(root)])

    return talked


def _files(root: Path) -> set[str]:
    return {str(one.relative_to(root)) for one in root.rglob("*") if one.is_file()}


def test_an_event_is_asked_for_and_each_answer_is_checked_at_once(
    root: Path, talk: Talk, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ["", "confrence", "conference", "The River Forum", "Le forum: oui", "El foro", ""]
    answers += [
        "2/1/2027",
        "2027-01-02T10:00",
        "2026",
        "2027-01-02T12:00",
        "",
        "Geneva",
        "Europe/Zurich",
    ]
    answers += ["in-person", "XX", "CH", "Genève", "ilo, Some Body", "", "", "1, 99", "1, 5", "http://x.org"]
    answers += ["https://example.org/a report", "Bad Name", ""]
    assert talk("event", "en", *answers) == 0
    told = capsys.readouterr().out
    made = root / "data/events/2027-01-02-river-forum.yml"
    assert parse(made.read_text("utf-8")) == {
        "kind": "conference",
        "title": {"en": "The River Forum", "fr": "Le forum\u00a0: oui", "es": "El foro"},
        "start": "2027-01-02T10:00",
        "end": "2027-01-02T12:00",
        "timezone": "Europe/Zurich",
        "mode": "in-person",
        "place": {"country": "CH", "city": "Genève"},
        "organisers": ["ilo", {"name": "Some Body"}],
        "sdgs": ["1", "5"],
        "sources": ["https://example.org/a", "report"],
    }
    for words in (
        "  This is needed.",
        '  kind: "confrence" is not in the list data/vocabulary/event-kinds.yml; did you mean "conference"?',
        '  start: "2/1/2027" has its year last; write 2027-01-02 or 2027-02-01',
        "  end: a time is given for only one of start and end; give both or none",
        '  timezone: "Geneva" is no time zone; did you mean "Europe/Zurich"?',
        '  sdgs: "99" is not in the list',
        '  sources: "http://x.org" is not encrypted',
        '  "Bad Name" cannot be the name of a file',
        "  conference – Conference",
        "written: data/events/2027-01-02-river-forum.yml",
        "untfsse check: nothing to mend",
    ):
        assert words in told
    assert main(["check", "--root", str(root)]) == 0


def test_a_story_is_written_with_its_top_and_its_translations_are_asked_for_and_not_made_up(
    root: Path, talk: Talk, capsys: pytest.CaptureFixture[str]
) -> None:
    description = "What readers find in this story is told here in more than fifty characters."
    answers = ["A story: told", "Too short", description, "2026-11-22", "events/2020-01-15-talks", ""]
    assert talk("news", "fr", *answers, "One paragraph.", "Another one.", "", "") == 0
    made = root / "docs/en/news/2026-11-22-story-told.md"
    assert made.read_text("utf-8") == (
        f'---\ntitle: "A story: told"\ndescription: {description}\ndate: 2026-11-22\nrecords:\n'
        "  - events/2020-01-15-talks\n---\n\nOne paragraph.\n\nAnother one.\n"
    )
    told = capsys.readouterr().out
    assert "docs/fr/news/2026-11-22-story-told.md" in told
    assert "pas encore traduit\u00a0: fr, es" in told
    assert "  description: la description compte 9 caractères\u202f; écrivez-en de 50 à 160" in told
    assert len(list(root.glob("docs/??/news/*"))) == 1


@pytest.mark.parametrize("answered", range(6))
def test_ctrl_c_leaves_nothing_behind(
    root: Path, talk: Talk, capsys: pytest.CaptureFixture[str], answered: int
) -> None:
    before = _files(root)
    answers = ["ILO two", "", "", "", "network", "member"]
    assert talk("member", "es", *answers[:answered]) == 130
    assert capsys.readouterr().err == "\ndetenido; no se ha escrito nada\n"
    assert _files(root) == before


@pytest.mark.parametrize(
    ("options", "file"),
    [
        ("event --title-en=Talks --kind=conference --start=2027-03", "data/events/2027-03-talks.yml"),
        (
            "publication --kind=report --language=pt --version=Relatório --date=2025",
            "data/publications/relatorio-2025.yml",
        ),
        ("member --name-en=Body --acronym=ABC --kind=network --status=observer", "data/members/abc.yml"),
        ("project --title-en=Wells --kind=platform --status=ongoing", "data/projects/wells.yml"),
        ("plan --title-en=Plan --start=2027 --end=2028 --publication=report", "data/plans/2027-2028.yml"),
        (
            "event --title-en=T --kind=conference --start=2150 --id=x --field=publish=2150-01-02",
            "data/events/x.yml",
        ),
    ],
)
def test_options_make_each_kind_without_questions_and_never_write_over_a_file(
    root: Path, capsys: pytest.CaptureFixture[str], options: str, file: str
) -> None:
    arguments = options.split()
    assert main(["new", *arguments, "--lang", "en", "--root", str(root)]) == 0
    assert capsys.readouterr().out.startswith(f"written: {file}\nuntfsse check: nothing to mend\n")
    assert mended(root, file) is None
    text = (root / file).read_text("utf-8")
    id_ = Path(file).stem
    rest = [one for one in arguments if not one.startswith("--id")]
    assert main(["new", *rest, f"--id={id_}", "--lang", "en", "--root", str(root)]) == 1
    assert f'"{id_}" is the name of something else' in capsys.readouterr().err
    assert (root / file).read_text("utf-8") == text
    assert main(["check", "--root", str(root)]) == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["event", "--title-en=Talks"], "missing"),
        (["event", "--title-en=Talks", "--kind=x", "--start=2027"], '"x" is not in the list'),
        (["event", "--title-en=<b>", "--kind=conference", "--start=2027"], "would be HTML"),
        (["event", "--title-fr=Mots", "--kind=conference", "--start=2027"], 'the text in "en" is missing'),
        (["event", "--field=titel=x"], '"titel" is no field here'),
        (["event", "--field=x"], '"x" is no field here'),
        (["event", "--field=title.en.x=y"], "one plain value is needed here"),
        (["event", "--kind=conference"], "there is no date or title"),
        (["event", "--id=../x", "--kind=conference"], '"../x" cannot be the name'),
        (["event", "--id=old", "--kind=conference"], '"old" is the name of something else'),
        (
            ["news", "--title=T", f"--description={'D' * 60}", "--date=2026-01-01", "--text={% x %}"],
            "is not allowed",
        ),
    ],
)
def test_what_would_be_wrong_is_told_as_by_the_check_and_not_written(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    lay(root, {"data/redirects.yml": "- old: /events/old/\n  to: events/2020-01-15-talks\n"})
    before = _files(root)
    assert main(["new", *arguments, "--lang", "en", "--root", str(root)]) == 1
    printed, error = capsys.readouterr()
    assert printed == ""
    assert told in error
    assert _files(root) == before


_ANSWERS = [
    *("conference", "report", "network", "platform", "member", "ongoing", "online", "en", "ilo", "1", "CH"),
    *("2026", "2027-02", "2027-02-03", "2027-02-03T10:30", "Europe/Zurich", "https://example.org/a?b=c#d"),
    *("null", "true", "- x", "a: b", "# x", "*x*", "&x", "'x", '"x"', "x #y", "[x](https://x.org)", "{x}"),
    *("Words, “more”: words that go on and on until a line is too short for them, and go on and on.", "%"),
    *("a  b", "…", "l’eau", "?", "x:", ": x", "-", "~", "yes", "2026-02-30", "A|B", "> x", "| x", "\\x"),
    *("é ; !", "@", "ilo, B: C", "finance", "report"),
]


def test_what_is_right_is_written_and_read_again_as_it_was_meant(checked: Checked) -> None:
    chance = random.Random(7)
    made: dict[str, int] = dict.fromkeys(QUESTIONS, 0)
    ids = dict.fromkeys(checked.store.all_ids["members"])
    for number in range(150):
        kind = list(QUESTIONS)[number % len(QUESTIONS)]
        fields = _random(chance, checked, kind, ids)
        id_ = suggested(kind, fields, set()) or "x"
        if problems_with(checked, kind, id_, fields):
            continue
        made[kind] += 1
        text = as_yaml(fields, model_of(kind))
        assert parse(text) == fields, text
        assert all(len(line) < 130 or "http" in line or '"' in line for line in text.splitlines())
    assert min(made.values()) > 0, made


def _random(chance: random.Random, checked: Checked, kind: str, ids: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for question in QUESTIONS[kind]:
        form = form_of(kind, question.path)
        for path in [f"{question.path}.{one}" for one in LANGUAGES] if form.is_text else [question.path]:
            for _ in range(25 if question.needed else chance.randrange(3)):
                answered = put(fields, path, value_of(path, form, chance.choice(_ANSWERS), ids))
                if not problems_of_answer(checked, kind, answered, path):
                    fields = answered
                    break
    return fields


def test_every_field_that_is_asked_for_is_one_and_has_words_in_each_language() -> None:
    for kind, questions in QUESTIONS.items():
        for question in questions:
            assert form_of(kind, question.path).known, question
            assert f"ask.{question.label}" in _WORDS["en"]
    assert not form_of("events", "titel").known
    assert set(SINGULAR.values()) == set(QUESTIONS)


def test_the_words_of_the_command_line_are_the_same_in_each_language_and_all_are_used() -> None:
    code = "".join(one.read_text("utf-8") for one in (PROJECT / "hooks/untfsse").rglob("*.py"))
    asked = {f"ask.{question.label}" for questions in QUESTIONS.values() for question in questions}
    for language, words in _WORDS.items():
        assert list(words) == list(_WORDS["en"]), language
        for key, said in words.items():
            assert key in asked or f'"{key}"' in code or f"'{key}'" in code, key
            assert _places(said) == _places(_WORDS["en"][key]), (language, key)


def _places(words: str) -> Iterator[str]:
    return sorted(part.partition("}")[0] for part in words.split("{")[1:])  # type: ignore[return-value]
