"""What editors are told: place, field, sentence and cure; and what they may have meant."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from untfsse import wording
from untfsse.language_rules import faults
from untfsse.problems import Problem, ProblemsFound, nearest, set_of


@pytest.mark.parametrize(
    ("given", "known", "near"),
    [
        ("iloo", ["ilo", "oecd", "fao"], "ilo"),
        ("ILO", ["ilo", "oecd"], "ilo"),
        ("organizers", ["organisers", "partners"], "organisers"),
        ("titel", ["title", "start"], "title"),
        ("2023-10-02-symposium", ["2023-10-02-technical-symposium-4"], "2023-10-02-technical-symposium-4"),
        ("something-else", ["ilo", "oecd"], ""),
        ("ilo", [], ""),
        ("", ["ilo"], ""),
        ("europe/zurch", ["Europe/Zurich", "Asia/Tokyo"], "Europe/Zurich"),
    ],
)
def test_the_nearest_value_is_offered_where_it_is_near_enough(
    given: str, known: list[str], near: str
) -> None:
    assert nearest(given, known) == near


@given(words=st.lists(st.text("abc-", min_size=1), min_size=1))
def test_what_is_offered_is_one_of_the_known_values(words: list[str]) -> None:
    for word in words:
        assert nearest(word, words) == word
    assert nearest("xyz", words) == ""


_MESSAGES = {
    "-hint": '; did you mean "{near}"?',
    "unknown": '"{given}" is no {noun}{hint:; write the id of one}',
    "braces": "write {{{{ {given}() }}}}",
    "plain": "this file is empty; copy another record",
}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[[Problem], str]:
    """Tell a problem with the messages above."""
    monkeypatch.setattr(wording, "sentences", lambda language: _MESSAGES)
    monkeypatch.setattr(wording, "_codes", lambda: dict.fromkeys(_MESSAGES, ("XX001", "files")))
    return Problem.told


def _problem(line: int = 7, field: str = "organisers", key: str = "unknown", **values: str) -> Problem:
    return Problem("data/events/x.yml", line, 3, field, key, {"given": "iloo", "noun": "member", **values})


_PLACE = "data/events/x.yml:7:3: XX001 organisers"


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (
            _problem(near="ilo"),
            'data/events/x.yml:7:3: XX001 organisers: "iloo" is no member; did you mean "ilo"?',
        ),
        (
            _problem(near=""),
            'data/events/x.yml:7:3: XX001 organisers: "iloo" is no member; write the id of one',
        ),
        (
            _problem(noun="event"),
            'data/events/x.yml:7:3: XX001 organisers: "iloo" is no event; write the id of one',
        ),
        (_problem(0, "", "plain"), "data/events/x.yml: XX001 this file is empty; copy another record"),
        (_problem(1, "", "braces"), "data/events/x.yml:1:3: XX001 write {{ iloo() }}"),
    ],
)
def test_a_problem_is_told_in_one_line(told: Callable[[Problem], str], problem: Problem, words: str) -> None:
    assert told(problem) == words


def test_what_an_editor_wrote_is_never_taken_for_a_place_to_fill_in(told: Callable[[Problem], str]) -> None:
    hostile = "{0.__class__} {near} {{x}} %s"
    assert f'"{hostile}" is no' in told(_problem(given=hostile))


def test_what_an_editor_wrote_cannot_end_the_line_or_steer_a_terminal(told: Callable[[Problem], str]) -> None:
    said = told(_problem(given="a\nb\r\x1b[31m\u2028c"))
    assert said.isprintable()
    assert all(part in said for part in ("a", "b", "[31m", "c"))


def test_a_long_value_is_cut(told: Callable[[Problem], str]) -> None:
    assert len(told(_problem(given="x" * 5000))) < 250


def test_all_problems_are_told_in_order_of_their_place_and_each_once(told: Callable[[Problem], str]) -> None:
    one, two = _problem(9), _problem(10)
    other = one._replace(file="data/events/a.yml")
    found = ProblemsFound([two, one, other, one])
    assert found.problems == [other, one, two]
    assert str(found) == f"{told(other)}\n{told(one)}\n{told(two)}"
    assert set_of([one, one._replace(column=8), two]) == [one, two]


LANGUAGES = ("en", "fr", "es")


def _messages(language: str) -> dict[str, str]:
    """The messages alone, without what starts with `-`."""
    return {key: said for key, said in wording.sentences(language).items() if key[0] != "-"}


def _all_messages() -> list[Any]:
    return [
        pytest.param(message, id=f"{language} {key}")
        for language in LANGUAGES
        for key, message in _messages(language).items()
    ]


@pytest.mark.parametrize("message", _all_messages())
def test_every_message_is_one_sentence_without_a_capital_or_a_stop(message: str) -> None:
    assert message == message.strip()
    assert message[0] in '"{«' or not message[0].isupper()
    assert not message.endswith(".")
    assert "\n" not in message


def test_every_message_says_what_is_wrong_and_what_would_be_right() -> None:
    for key, message in _messages("en").items():
        assert re.search(r"; |\{hint:|such as|, not |, and only ", message), key
    for key, message in _messages("fr").items():
        assert re.search("\u202f; |, et non |tels que", message), key
    for key, message in _messages("es").items():
        assert re.search("; |, no |, como", message), key


def _names(message: str) -> list[str]:
    """The names in braces, those within `{hint:…}` as well."""
    fields = [(name, spec or "") for _, name, spec, _ in string.Formatter().parse(message) if name]
    return sorted(name for field, spec in fields for name in (field, *_names(spec)))


def test_every_message_can_be_filled_in_and_in_every_language_with_the_same_values() -> None:
    english = _messages("en")
    for language in LANGUAGES:
        assert list(_messages(language)) == list(english)
        for key, message in _messages(language).items():
            assert set(_names(message)) == set(_names(english[key])), (language, key)
            names = set(_names(message)) - {"hint"}
            told = Problem("x", 0, 1, "", key, {name: f"<{name}>" for name in names}).told(language)
            assert all(f"<{name}>" in told for name in names), (language, key)


def test_what_is_no_message_is_the_same_in_every_language_too() -> None:
    parts = {key: said for key, said in wording.sentences("en").items() if key[0] == "-"}
    for language in LANGUAGES:
        there = wording.sentences(language)
        assert [key for key in there if key[0] == "-"] == list(parts)
        assert all(_names(there[key]) == _names(said) for key, said in parts.items() if key != "-words")
        assert len(wording.say("-columns", {}, language).split(", ", 3)) == 4


def test_words_that_python_names_are_translated_and_none_besides(project: Path) -> None:
    modules = [file.read_text("utf-8") for file in sorted((project / "hooks").rglob("*.py"))]
    code = "\n".join(one for one in modules if "from untfsse.wording import" in one)
    named = {one or other for one, other in re.findall(r"""\bWord\((?:"([^"]*)"|'([^']*)')""", code)}
    assert len(named) > 20
    for language in ("fr", "es"):
        there = wording.sentences(language)["-words"]
        assert set(there) == named
        assert all(_names(said) == _names(english) for english, said in there.items())


def test_every_message_keeps_to_the_typography_of_its_language() -> None:
    for language in LANGUAGES:
        for key, message in _messages(language).items():
            words = re.sub(r"\{hint:?|[{}]|\"[^\"]*\"|https?://|mailto:", "", message)
            found = [one.key for one in faults(language, words, {})]
            assert set(found) <= {"french-quotes"} if language == "fr" else found == [], (key, words)


def test_every_message_is_used_and_every_message_that_is_used_exists(project: Path) -> None:
    code = "\n".join(file.read_text("utf-8") for file in sorted((project / "hooks").rglob("*.py")))
    messages = _messages("en")
    quoted = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', code))
    assert set(messages) - quoted == set()
    raised = set(re.findall(r'(?:PydanticCustomError|Unreadable|_at)\((?:event, )?"([a-z0-9-]+)"', code))
    told = set(re.findall(r'Problem\([^")]*""?[^")]*"([a-z0-9-]+)", (?:\{|values)', code))
    assert len(raised) > 20
    assert (raised | told) - set(messages) == set()


def test_every_message_has_one_code_of_its_family_and_no_number_is_left_out(project: Path) -> None:
    listed = yaml.safe_load((project / "hooks/untfsse/messages/codes.yml").read_text("utf-8"))
    keys = [key for codes in listed.values() for key in codes.values() if key is not None]
    assert sorted(keys) == sorted(_messages("en"))
    for family, codes in listed.items():
        [letters] = {code[:2] for code in codes}
        assert re.fullmatch("[A-Z]{2}", letters)
        assert list(codes) == [f"{letters}{number:03}" for number in range(1, len(codes) + 1)], family
    assert len({next(iter(codes))[:2] for codes in listed.values()}) == len(listed)


def test_the_help_of_a_message_is_an_anchor_of_the_page_of_its_family(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert wording.help_address("en") == "https://unsse.org/contribute/mistakes/"
    assert wording.help_address("fr", "yaml-tab") == ("https://unsse.org/fr/contribute/mistakes/yaml/#ya002")
    for address in ("https://example.org/site/", "https://example.org/site"):
        monkeypatch.setenv("SITE_URL", address)
        assert wording.help_address("es") == "https://example.org/site/es/contribute/mistakes/"


def test_the_help_is_where_the_site_is_published(project: Path) -> None:
    assert f'site_url: !ENV [SITE_URL, "{wording.SITE}"]' in (project / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "es"}, "es"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "es_MX.UTF-8", "LC_ALL": ""}, "es"),
        ({"LANG": "fr-CA"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "POSIX", "LANG": "fr"}, "en"),
        ({"LANG": "pt_BR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_system_and_english_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert wording.system_language() == language
    assert wording.system_language({"en"}) == "en"
