"""What editors are told: place, field, sentence and cure; and what they may have meant."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from untfsse import problems
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
    "unknown": '"{given}" is no {noun}{hint:; write the id of one}',
    "braces": "write {{{{ {given}() }}}}",
    "plain": "this file is empty; copy another record",
}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[[Problem], str]:
    """Tell a problem with the messages above."""
    monkeypatch.setattr(problems, "_messages", lambda language: _MESSAGES)
    return Problem.told


def _problem(line: int = 7, field: str = "organisers", key: str = "unknown", **values: str) -> Problem:
    return Problem("data/events/x.yml", line, 3, field, key, {"given": "iloo", "noun": "member", **values})


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (_problem(near="ilo"), 'data/events/x.yml:7: organisers: "iloo" is no member; did you mean "ilo"?'),
        (_problem(near=""), 'data/events/x.yml:7: organisers: "iloo" is no member; write the id of one'),
        (_problem(noun="event"), 'data/events/x.yml:7: organisers: "iloo" is no event; write the id of one'),
        (_problem(0, "", "plain"), "data/events/x.yml: this file is empty; copy another record"),
        (_problem(1, "", "braces"), "data/events/x.yml:1: write {{ iloo() }}"),
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
    assert set_of([one, one._replace(column=8), two]) == [one._replace(column=8), two]


def _messages(project: Path) -> dict[str, str]:
    file = project / "hooks" / "untfsse" / "messages" / "en.yml"
    messages: dict[str, str] = yaml.safe_load(file.read_text("utf-8"))
    return messages


def test_every_message_is_one_sentence_without_a_capital_or_a_stop(project: Path) -> None:
    for key, message in _messages(project).items():
        assert message == message.strip(), key
        assert message[0] in '"{' or not message[0].isupper(), key
        assert not message.endswith("."), key
        assert "\n" not in message, key


def test_every_message_says_what_is_wrong_and_what_would_be_right(project: Path) -> None:
    for key, message in _messages(project).items():
        assert re.search(r"; |\{hint:|such as|, not |, and only ", message), key


def test_every_message_can_be_filled_in(project: Path) -> None:
    for key, message in _messages(project).items():
        names = {name for _, name, _, _ in string.Formatter().parse(message) if name} - {"hint"}
        told = Problem("x", 0, 1, "", key, {name: f"<{name}>" for name in names}).told()
        assert all(f"<{name}>" in told for name in names), key


def test_every_message_is_used_and_every_message_that_is_used_exists(project: Path) -> None:
    code = "\n".join(file.read_text("utf-8") for file in sorted((project / "hooks").rglob("*.py")))
    messages = _messages(project)
    quoted = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', code))
    assert set(messages) - quoted == set()
    raised = set(re.findall(r'(?:PydanticCustomError|Unreadable|_at)\((?:event, )?"([a-z0-9-]+)"', code))
    told = set(re.findall(r'Problem\([^")]*""?[^")]*"([a-z0-9-]+)", (?:\{|values)', code))
    assert len(raised) > 20
    assert (raised | told) - set(messages) == set()
