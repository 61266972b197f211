"""Asks the questions, one after the other, until each answer is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from untfsse.checking import Checked
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.making.answers import Fields, put, value_of
from untfsse.making.checking import problems_of_answer
from untfsse.making.questions import NEWS, QUESTIONS, Form, Question, form_of
from untfsse.names import language_name
from untfsse.terminal.words import Words

Ask = Callable[[str], str]
Say = Callable[[str], None]


class Asking:
    """A conversation about one new record."""

    def __init__(self, checked: Checked, words: Words, ask: Ask, say: Say) -> None:
        """`ask` shows words and returns what is typed; `say` shows a line."""
        self._checked = checked
        self._words = words
        self._ask = ask
        self._say = say

    def fields(self, kind: str) -> Fields:
        """Return the fields of a new record, as they were answered."""
        self._say(self._words("new.begin"))
        fields: Fields = {}
        for question in QUESTIONS[kind]:
            if not _makes_sense(question, fields):
                continue
            needed = question.needed or question.path == "timezone"
            form = form_of(kind, question.path)
            self._show(form)
            if not form.is_text:
                fields = self._answer(kind, fields, question._replace(needed=needed), question.path)
                continue
            for language in LANGUAGES if kind != NEWS else (DEFAULT,):
                first = language == DEFAULT and needed
                is_possible = language == DEFAULT or question.path in fields
                if is_possible:
                    one = question._replace(needed=first)
                    fields = self._answer(kind, fields, one, f"{question.path}.{language}", language)
        return fields

    def text(self) -> str:
        """Return the words of a story: paragraphs, until an empty line."""
        self._say(self._words("ask.text"))
        lines = []
        while line := self._ask("> ").strip():
            lines.append(line)
        return "\n\n".join(lines)

    def name(self, suggestion: str, fault: Callable[[str], str]) -> str:
        """Return a name for the file; `fault` says what is wrong with one, or nothing."""
        while True:
            shown = f" [{suggestion}]" if suggestion else ""
            typed = self._ask(f"{self._words('ask.id')}{shown}: ").strip() or suggestion
            wrong = fault(typed)
            if not wrong:
                return typed
            self._say(f"  {wrong}")

    def _answer(self, kind: str, fields: Fields, question: Question, path: str, language: str = "") -> Fields:
        spoken = f" ({language_name(language, self._words.language)})" if language else ""
        label = self._words(f"ask.{question.label}") + spoken + (" *" if question.needed else "")
        while True:
            typed = " ".join(self._ask(f"{label}: ").split())
            if not typed and not question.needed:
                return fields
            if not typed:
                self._say(f"  {self._words('ask.needed')}")
                continue
            form = form_of(kind, question.path)
            ids = self._checked.store.all_ids["members"]
            field = path if language else question.path
            value: Any = value_of(field, form, typed, dict.fromkeys(ids))
            answered = put(fields, path, value)
            later = question.path not in ("end", "timezone")
            wrong = problems_of_answer(self._checked, kind, answered, path, later)
            if question.path == "end":
                wrong = [one for one in wrong if one.key != "zone-missing"]
            if not wrong:
                return answered
            for problem in wrong:
                self._say(f"  {_said(problem, self._words)}")

    def _show(self, form: Form) -> None:
        """Show the closed list an answer is taken from."""
        terms = self._checked.store.vocabulary.get(form.listed, {})
        for id_, term in terms.items():
            self._say(f"  {id_} – {term.label.shown(self._words.language).text}")


def _makes_sense(question: Question, fields: Fields) -> bool:
    """Whether a question is still open after the answers so far."""
    if question.path == "timezone":
        return any("T" in str(fields.get(one, "")) for one in ("start", "end"))
    if question.path.startswith("place."):
        return fields.get("mode") != "online" and (question.path == "place.country" or "place" in fields)
    if question.path == "headquarters.city":
        return "headquarters" in fields
    return True


def _said(problem: Any, words: Words) -> str:
    """A mistake without its place, which the file does not have yet."""
    said: str = problem.said(words.for_mistakes)
    return f"{problem.field}: {said}"
