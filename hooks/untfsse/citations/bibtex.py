"""BibTeX: entries that BibTeX and biblatex read alike (btxdoc, 1988; biblatex manual, section 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from untfsse.citations.works import Maker, Work
from untfsse.names import language_name

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Macros that every style defines; the style writes the month in its own language."""

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts braces, even after a backslash
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "'": r"\textquotesingle{}",
        "`": r"\textasciigrave{}",
        '"': r"\textquotedbl{}",
        **{one: f"\\{one}" for one in "#$%&_"},
        "\u00a0": "~",
        "\u202f": r"\,",
    }
)
"""What LaTeX would not print as it stands. Letters stay as they are: the files are in UTF-8."""

_LIGATURES = re.compile(r"(?<=-)-|(?<=,),|(?<=<)<|(?<=>)>")
"""The second of two characters that LaTeX would draw as one."""

_VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""Addresses and DOIs are not LaTeX, but BibTeX counts their braces too."""

_TAKEN_APART = re.compile(r"[,\u00a0\u202f]|\band\b|^others$", re.IGNORECASE)
"""What would end a name or a part of it, or stand for others; LaTeX writes one of the spaces with a comma."""


def joined(entries: Iterable[str]) -> str:
    """Return a file with these entries."""
    return "\n".join(entries)


def entry(work: Work) -> str:
    """Return a work as an entry."""
    fields = "".join(f",\n  {name} = {value}" for name, value in _fields(work) if value not in ("", "{}"))
    return f"@{work.form.bibtex}{{{work.key}{fields}\n}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    """Yield fields; a style may not lower the capitals of what stands in two braces."""
    is_report = work.form.bibtex == "techreport"
    yield "author", _names(work.authors)
    yield "editor", _names(work.editors)
    yield "title", f"{{{{{escaped(work.title)}}}}}"
    if work.date:
        yield "date", f"{{{_iso(work)}}}"
        yield "year", f"{{{work.date.year}}}"
        yield "month", _MONTHS[work.date.month - 1] if work.date.month else ""
    yield "institution" if is_report else "publisher", _braced(work.publisher or _body(work, is_report))
    if is_report:
        yield "type", _braced(work.kind)
    yield "series", _braced(work.series)
    yield "number", _braced(work.symbol or work.number)
    yield "volume", _braced(work.number if work.symbol else "")
    yield "isbn", f"{{{', '.join(work.isbn)}}}"
    yield "doi", f"{{{work.doi.translate(_VERBATIM)}}}"
    yield "url", f"{{{work.url.translate(_VERBATIM)}}}"
    yield "pagetotal", f"{{{work.pages or ''}}}"
    yield "langid", _braced(language_name(work.language, "en").lower())
    yield "language", f"{{{work.language}}}"


def _iso(work: Work) -> str:
    return str(work.date)[: len("2023-04-18")]


def _body(work: Work, is_report: bool) -> str:
    """Return the body that wrote a report: BibTeX wants an institution, and complains without."""
    return next((one.name for one in work.authors if one.body), "") if is_report else ""


def _braced(text: str) -> str:
    return f"{{{escaped(text)}}}"


def _names(makers: tuple[Maker, ...]) -> str:
    return f"{{{' and '.join(map(_name, makers))}}}"


def _name(maker: Maker) -> str:
    if not maker.given:
        return _braced(maker.name)
    return f"{_part(maker.name)}, {_part(maker.given)}"


def _part(name: str) -> str:
    return _braced(name) if _TAKEN_APART.search(name) else escaped(name)


def escaped(text: str) -> str:
    """Return text that LaTeX prints as it was."""
    return _LIGATURES.sub(lambda found: f"{{}}{found[0]}", text.translate(_LATEX))
