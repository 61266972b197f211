"""Macro calls: what each argument may be, and what a page is told where it is something else."""

from __future__ import annotations

from typing import Any

import pytest

from untfsse.lists import Lists
from untfsse.macro_calls import MACROS, Argument, Call, Known, bind, faults
from untfsse.page_calls import check_calls
from untfsse.prose import Prose
from untfsse.records import KINDS
from untfsse.selection import FACETS
from untfsse.vocabulary import LISTS
from untfsse.wording import Word

KNOWN = Known(
    ids={kind: ["ilo", "2022-2024"] for kind in KINDS},
    terms={
        "themes": ["law", "care"],
        "sdgs": ["1", "5"],
        "event-kinds": ["conference"],
        "event-statuses": ["confirmed", "cancelled"],
        "membership-statuses": ["member", "observer"],
    },
)


def _found(call: str) -> list[tuple[str, dict[str, Any]]]:
    page = Prose("docs/en/x.md", "x", "en", None, call)
    return [(problem.key, dict(problem.values)) for problem in check_calls(page, KNOWN)]


@pytest.mark.parametrize(
    "call",
    [
        "{{ events() }}",
        "{{events()}}",
        '{{ events(kind="conference", theme="law", sdg=5, limit=3, order="oldest") }}',
        '{{ events("conference") }}',
        '{{ events(sdg="5", when="upcoming", country="CH", year=2023, member="ilo") }}',
        '{{ events(year="2023", status="cancelled") }}',
        '{{ member("ilo") }}',
        '{{ member(id="ilo") }}',
        '{{ plan("2022-2024") }}',
        '{{ count("member") }}',
        '{{ count(status="observer", as_of="2023-11") }}',
        "{{ members(as_of=2023) }}",
        "{{ themes() }} and {{ goals() }}\n\n{{ countries() }}{{ years() }}{{ published_counts() }}",
        "{{ events(\n  limit=3\n) }}",
        "no call, but { { x } } and {x}",
    ],
)
def test_a_call_that_is_right_is_not_mentioned(call: str) -> None:
    assert _found(call) == []


@pytest.mark.parametrize(
    ("call", "key", "values"),
    [
        ("{{ event() }}", "macro-missing", {"given": "id", "macro": "event"}),
        ("{{ evnts() }}", "macro-unknown", {"given": "evnts", "near": "events"}),
        ("{{ zzz() }}", "macro-unknown", {"given": "zzz", "near": ""}),
        ("{{ events(them='law') }}", "macro-argument", {"given": "them", "macro": "events", "near": "theme"}),
        ("{{ themes(1) }}", "macro-surplus", {"macro": "themes"}),
        ("{{ events('conference', kind='conference') }}", "macro-twice", {"given": "kind"}),
        ("{{ plans(1, 'oldest', 3) }}", "macro-surplus", {"given": "3", "macro": "plans"}),
        ("{{ events(theme='lew') }}", "macro-value", {"given": "lew", "noun": "theme", "near": "law"}),
        ("{{ events(when='soon') }}", "macro-value", {"given": "soon", "noun": "time", "near": ""}),
        ("{{ events(country='ch') }}", "macro-value", {"given": "ch", "noun": "country"}),
        ("{{ events(country='EU') }}", "macro-value", {"given": "EU", "noun": "country"}),
        ("{{ events(sdg=18) }}", "macro-value", {"given": "18", "noun": "goal"}),
        ("{{ event('iloo') }}", "macro-value", {"given": "iloo", "noun": "event", "near": "ilo"}),
        ("{{ events(limit=0) }}", "macro-type", {"argument": "limit", "given": "0"}),
        ("{{ events(limit=-1) }}", "macro-type", {"argument": "limit"}),
        ("{{ events(limit='3') }}", "macro-type", {"argument": "limit", "given": '"3"'}),
        ("{{ events(limit=true) }}", "macro-type", {"argument": "limit", "given": "true"}),
        ("{{ events(limit=3.0) }}", "macro-type", {"argument": "limit", "given": "3.0"}),
        ("{{ events(theme=true) }}", "macro-type", {"argument": "theme", "given": "true"}),
        ("{{ events(theme=none) }}", "macro-type", {"argument": "theme", "given": "none"}),
        ("{{ events(year='23') }}", "macro-type", {"argument": "year", "given": '"23"'}),
        ("{{ count('member', as_of='2023-13') }}", "macro-type", {"argument": "as_of"}),
        ("{{ events }}", "macro-brackets", {"given": "events"}),
        ("{{ events(theme=law) }}", "macro-literal", {"given": "law"}),
        ("{{ events(theme=['law']) }}", "macro-literal", {}),
        ("{{ events('a' ~ 'b') }}", "macro-literal", {}),
        ("{{ events(*[1]) }}", "macro-only", {}),
        ("{{ events(**{'limit': 1}) }}", "macro-only", {}),
        ("{{ events() | safe }}", "macro-only", {}),
        ("{{ events().x }}", "macro-only", {}),
        ("{{ events()() }}", "macro-only", {}),
        ("{{ page }}", "macro-only", {}),
        ("{{ 'x' }}", "macro-only", {}),
        ("{{ 1 + 1 }}", "macro-only", {}),
        ("{{ events() if true }}", "macro-only", {}),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "macro-only", {}),
        ("{{ events(theme=cycler.__init__) }}", "macro-literal", {}),
        ("{{ ''.__class__.__mro__ }}", "macro-only", {}),
        ("{% include 'x' %}", "macro-only", {"given": "{%"}),
        ("{% set x = 1 %}", "macro-only", {"given": "{%"}),
        ("{% raw %}x{% endraw %}", "macro-only", {"given": "{%"}),
        ("{%raw%}{{ <script>alert(1)</script> }}{%endraw%}", "macro-only", {"given": "{%"}),
        ("{# x #}", "macro-only", {"given": "{#"}),
        ("{{ events( }}", "macro-syntax", {}),
        ("{{", "macro-open", {}),
        ("{{ events()", "macro-open", {}),
    ],
)
def test_a_call_that_is_wrong_is_told(call: str, key: str, values: dict[str, Any]) -> None:
    found = _found(call)
    assert key in [one for one, _ in found]
    said = next(given for one, given in found if one == key)
    assert {name: said.get(name) for name in values} == values


def test_every_fault_of_a_call_is_found_at_once() -> None:
    assert [key for key, _ in _found("{{ events(theme='x', limit='y', z=1) }}")] == [
        "macro-value", "macro-type", "macro-argument",
    ]  # fmt: skip


def test_a_fault_is_told_with_its_line() -> None:
    page = Prose("docs/en/x.md", "x", "en", None, "\n\nwords\n\n{{ evnts() }}\n")
    assert [(one.file, one.line) for one in check_calls(page, KNOWN)] == [("docs/en/x.md", 5)]


def test_arguments_may_be_given_by_place_or_by_name() -> None:
    assert bind(Call("events", ["conference"], {"limit": 3})) == {"kind": "conference", "limit": 3}
    assert bind(Call("count", ["member", "2023"])) == {"status": "member", "as_of": "2023"}
    assert bind(Call("themes", ["x"])) == {"#1": "x"}


def test_a_call_without_a_value_that_is_needed_is_told_even_with_others() -> None:
    assert list(faults(Call("count", [], {"as_of": "2023"}), KNOWN)) == [
        ("macro-missing", {"given": "status", "macro": "count"})
    ]


def test_every_macro_is_made_by_a_list_and_every_list_is_a_macro() -> None:
    of_records = {"events", "publications", "projects", "event", "publication", "project", "member"}
    made = {
        name.removeprefix("_")
        for name in vars(Lists)
        if name.startswith("_") and name.removeprefix("_") in MACROS
    }
    assert made | of_records == set(MACROS)


def test_every_argument_is_of_one_sort_and_refers_to_what_there_is() -> None:
    for macro, arguments in MACROS.items():
        assert len({argument.name for argument in arguments}) == len(arguments)
        for argument in arguments:
            sorts = (argument.records, argument.listed, argument.choices, argument.form)
            assert sum(map(bool, sorts)) == 1, (macro, argument.name)
            assert argument.records in ("", *KINDS)
            assert argument.listed in ("", *LISTS)


def test_a_list_of_records_can_be_asked_for_by_every_facet() -> None:
    for macro in ("events", "publications", "projects"):
        names = {argument.name for argument in MACROS[macro]}
        assert set(FACETS) - {"status"} <= names
    assert "status" in {argument.name for argument in MACROS["events"]}
    assert Argument("limit", Word("number"), form="number") in MACROS["events"]
