"""Files of reference managers, read back by other people's parsers: every field returns equal."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, Person, parse_string

from untfsse.citations.files import FORMATS
from untfsse.citations.kinds import FORMS, form_of
from untfsse.citations.works import Maker, Work
from untfsse.records.dates import When
from untfsse.site import Site

_HOSTILE = "".join("{}\\#%&_$^~\"'`@,;=|<>-—“”’«»/:.!?*+()[]éÉßøÅñ中ع🙂\u00a0\u202f")

_words = (
    st.lists(
        st.text(
            st.one_of(st.sampled_from(_HOSTILE), st.characters(exclude_categories=("C", "Z"))), min_size=1
        ),
        min_size=1,
        max_size=6,
    )
    .map(lambda words: " ".join(words).strip())
    .filter(bool)
)
"""Any text a record may hold: no control, private or unassigned characters, single spaces, none around it."""

_names = st.one_of(
    _words, st.sampled_from(["others", "Sand and Stone", "van Dijk", "Smith, Jr", "d’Or", "hooks"])
)
_persons = st.builds(Maker, _names, given=st.one_of(st.just(""), _words))
_makers = st.lists(st.one_of(_persons, st.builds(Maker, _names, body=st.just(True))), max_size=4).map(tuple)
_dates = st.one_of(
    st.none(),
    st.builds(When, st.integers(1800, 2199)),
    st.builds(When, st.integers(1800, 2199), st.integers(1, 12)),
    st.builds(When, st.integers(1800, 2199), st.integers(1, 12), st.integers(1, 28)),
)
_maybe = st.one_of(st.just(""), _words)
_verbatim = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters='"<>%'), min_size=1)

works = st.builds(
    Work,
    id=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True),
    language=st.sampled_from(["en", "fr", "es", "pt", "ar", "zh", "yue"]),
    form=st.sampled_from(sorted({*FORMS.values(), form_of("not in the table")})),
    kind=_maybe,
    title=_words,
    authors=_makers,
    editors=_makers,
    publisher=_maybe,
    date=_dates,
    symbol=_maybe,
    series=_maybe,
    number=_maybe,
    isbn=st.lists(st.sampled_from(["9789220391235", "9781803920924", "0306406152"]), max_size=2).map(tuple),
    doi=st.one_of(st.just(""), _verbatim.map("10.1234/{}".format)),
    url=st.one_of(
        st.just(""), st.from_regex(r"https://example\.org/[a-z0-9_~;,&=%#?.-]{0,20}", fullmatch=True)
    ),
    pages=st.one_of(st.none(), st.integers(1, 9999)),
)

_WORST = Work(
    id="worst",
    language="fr",
    form=form_of("report"),
    kind="Rapport",
    title="BEGIN:VALARM, @book{x, } \\end{document} =HYPERLINK(\"x\") ]]> -- ``a'' TY - ER - 🙂",
    authors=(Maker("Sand and Stone, Ltd", body=True), Maker("Barco Serrano", "Samuel and"), Maker("others")),
    date=When(2023, 4, 18),
    symbol="A/RES/77/281",
    series="Series & sons",
    number="#10",
)


@given(work=works)
@example(work=_WORST)
@settings(max_examples=60, deadline=None)
def test_bibtex_returns_equal_through_pybtex(work: Work) -> None:
    _check_bibtex([work])


@given(work=works)
@example(work=_WORST)
@settings(max_examples=60, deadline=None)
def test_ris_returns_equal_through_rispy(work: Work) -> None:
    _check_ris([work])


@given(work=works)
@example(work=_WORST)
@settings(max_examples=60, deadline=None)
def test_csl_json_returns_equal_through_citeproc(work: Work) -> None:
    _check_csl([work])


@pytest.mark.parametrize("check", ["bibtex", "ris", "csl"])
def test_every_real_work_returns_equal(check: str, real_site: Site) -> None:
    library = real_site.library
    real = [work for id_ in real_site.graph.records["publications"] for work in library.works(id_)]
    assert len(real) > 40
    assert len({work.key for work in real}) == len(real)
    {"bibtex": _check_bibtex, "ris": _check_ris, "csl": _check_csl}[check](real)


def _check_bibtex(given: list[Work]) -> None:
    read = parse_string(FORMATS["bib"].dumps(given), "bibtex")
    assert [entry.key for entry in read.entries.values()] == [work.key for work in given]
    for work, entry in zip(given, read.entries.values(), strict=True):
        assert entry.type == work.form.bibtex
        assert [_person(one) for one in entry.persons.get("author", ())] == _expected(work.authors)
        assert [_person(one) for one in entry.persons.get("editor", ())] == _expected(work.editors)
        assert {name: _latex(value) for name, value in _fields(entry)} == _bibtex_fields(work)


def _bibtex_fields(work: Work) -> dict[str, str]:
    is_report = work.form.bibtex == "techreport"
    bodies = [*(one.name for one in work.authors if one.body), ""]
    date, months = (
        work.date,
        "January February March April May June July August September October November December",
    )
    values = {
        "title": work.title,
        "date": str(date or ""),
        "year": str(date.year) if date else "",
        "month": months.split()[date.month - 1] if date and date.month else "",
        "institution" if is_report else "publisher": work.publisher or (bodies[0] if is_report else ""),
        "type": work.kind if is_report else "",
        "series": work.series,
        "number": work.symbol or work.number,
        "volume": work.number if work.symbol else "",
        "isbn": ", ".join(work.isbn),
        "doi": work.doi.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        "url": work.url,
        "pagetotal": str(work.pages or ""),
        "language": work.language,
    }
    return {name: value for name, value in values.items() if value}


def _fields(entry: Entry) -> list[tuple[str, str]]:
    return [(name, value) for name, value in entry.fields.items() if name != "langid"]


_PRINTED = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textquotesingle": "'",
    "textasciigrave": "`",
    "textquotedbl": '"',
}
_LATEX = re.compile(r"\\([a-z]+)\{\}|\\([#$%&_,])|~|[{}]")


def _latex(source: str) -> str:
    """What LaTeX prints."""

    def printed(found: re.Match[str]) -> str:
        if found[1]:
            return _PRINTED[found[1]]
        if found[2]:
            return found[2].replace(",", "\u202f")
        return "\u00a0" if found[0] == "~" else ""

    is_verbatim = source.startswith(("https:", "10."))
    return source if is_verbatim else _LATEX.sub(printed, source)


def _person(person: Person) -> tuple[str, str]:
    family = " ".join([*person.prelast_names, *person.last_names])
    return _latex(family), _latex(" ".join([*person.first_names, *person.middle_names]))


def _expected(makers: tuple[Maker, ...]) -> list[tuple[str, str]]:
    return [(maker.name, maker.given) for maker in makers]


def _check_ris(given: list[Work]) -> None:
    text = FORMATS["ris"].dumps(given)
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    records = text.split("\r\n\r\n")
    assert len(records) == len(given)
    for work, record, read in zip(given, records, rispy.loads(text), strict=True):
        lines = record.removesuffix("\r\n").split("\r\n")
        assert lines[0] == f"TY  - {work.form.ris}"
        assert lines[-1] == "ER  - "
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
        assert _ris_values(read) == _ris_expected(work)


def _ris_values(read: dict[str, Any]) -> dict[str, Any]:
    editors = dict(read.pop("unknown_tag", {}))
    read["urls"] = ";".join(read.get("urls", ()))  # which rispy takes apart at each semicolon
    return {name: value for name, value in {**read, **editors}.items() if value}


def _ris_expected(work: Work) -> dict[str, Any]:
    def said(makers: tuple[Maker, ...]) -> list[str]:
        return [f"{one.name}, {one.given}" if one.given else one.name for one in makers]

    date = work.date
    values = {
        "type_of_reference": work.form.ris,
        "id": work.key,
        "authors": said(work.authors),
        "ED": said(work.editors),
        "title": work.title,
        "year": str(date.year) if date else "",
        "date": "/".join([*str(date).split("-"), "", "", ""][:3]) + "/" if date else "",
        "publisher": work.publisher,
        "type_of_work": work.kind,
        "tertiary_title": work.series,
        "number": work.number,
        "note": work.symbol,
        "issn": " ".join(work.isbn),
        "doi": work.doi,
        "urls": work.url,
        "start_page": str(work.pages or ""),
        "language": work.language,
    }
    return {name: value for name, value in values.items() if value}


def _check_csl(given: list[Work]) -> None:
    read = CiteProcJSON(json.loads(FORMATS["csl.json"].dumps(given)))
    for work in given:
        item = read[work.key]
        assert item.type == work.form.csl
        assert {
            name: _plain(value) for name, value in item.items() if name not in ("key", "type")
        } == _csl_expected(work)


def _plain(value: Any) -> Any:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [dict(one) for one in value]
    return {**value} if isinstance(value, dict) else str(value)


def _csl_expected(work: Work) -> dict[str, Any]:
    def said(makers: tuple[Maker, ...]) -> list[dict[str, str]]:
        parts = [{"literal": m.name} if m.body else {"family": m.name, "given": m.given} for m in makers]
        return [{name: value for name, value in part.items() if value} for part in parts]

    date = work.date
    parts = {"year": date.year, "month": date.month, "day": date.day, "circa": False} if date else {}
    values: dict[str, Any] = {
        "author": said(work.authors),
        "editor": said(work.editors),
        "title": work.title,
        "issued": {name: value for name, value in parts.items() if value is not None},
        "publisher": work.publisher,
        "genre": work.kind if work.form.csl != "book" else "",
        "collection_title": work.series,
        "collection_number": work.number,
        "number": work.symbol,
        "ISBN": " ".join(work.isbn),
        "DOI": work.doi,
        "URL": work.url,
        "number_of_pages": str(work.pages or ""),
        "language": work.language,
    }
    return {name: value for name, value in values.items() if value}


def test_several_works_stand_in_one_file() -> None:
    given = [replace(_WORST, id=f"work-{number}") for number in range(3)]
    _check_bibtex(given)
    _check_ris(given)
    _check_csl(given)
