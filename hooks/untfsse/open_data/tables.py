"""The tables: CSV by RFC 4180, one for each kind of record and language, and one of all references."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from untfsse.locales import LANGUAGES
from untfsse.open_data import KINDS
from untfsse.open_data.cells import Cells, joined, safe
from untfsse.open_data.columns import Column, columns_of
from untfsse.open_data.envelope import Story
from untfsse.open_data.published import Published, Values
from untfsse.records import KINDS as RECORDS
from untfsse.vocabulary import Term

UNTRANSLATED = "untranslated"
"""The last column: names of those columns whose words are in another language."""

VOCABULARY = "vocabulary"
"""The first column of the table of all closed lists."""

REFERENCE = ("type", "id", "field", "at", "named_type", "named_id")
"""The columns of the table of references."""


@dataclass(frozen=True)
class Table:
    """A table as a file."""

    kind: str
    """What it holds: a kind of record, `vocabularies` or `references`."""

    language: str
    """Empty where it is the same in every language."""

    columns: tuple[Column, ...]
    content: bytes
    count: int
    """Number of rows, the first apart."""

    @property
    def file(self) -> str:
        """Path below the folder of the data."""
        return f"{self.kind}.{self.language}.csv" if self.language else f"{self.kind}.csv"


def tables(data: Published, cells: Mapping[str, Cells]) -> Iterator[Table]:
    """Yield every table; `cells` are those of each language."""
    for kind in KINDS:
        columns = columns_of(RECORDS.get(kind, Story))
        documents = list(data.records[kind].values())
        names = [*(one.name for one in columns), UNTRANSLATED]
        for language, rows in _rows(columns, documents, cells).items():
            yield Table(kind, language, columns, write_csv(names, rows), len(documents))
    columns = columns_of(Term)
    lists = [name for name, terms in data.vocabularies.items() for _ in terms]
    documents = [term for terms in data.vocabularies.values() for term in terms]
    names = [VOCABULARY, *(one.name for one in columns), UNTRANSLATED]
    for language, rows in _rows(columns, documents, cells).items():
        listed = ([name, *row] for name, row in zip(lists, rows, strict=True))
        yield Table("vocabularies", language, columns, write_csv(names, listed), len(documents))
    edges = list(data.relations.rows())
    yield Table("references", "", (), write_csv(REFERENCE, edges), len(edges))


def _rows(
    columns: Sequence[Column], documents: Sequence[Values], cells: Mapping[str, Cells]
) -> dict[str, list[list[str]]]:
    """Return language → rows; what is the same in every language is made once."""
    rows: dict[str, list[list[str]]] = {language: [] for language in LANGUAGES}
    alike = [(at, column) for at, column in enumerate(columns) if not column.in_language]
    differing = [(at, column) for at, column in enumerate(columns) if column.in_language]
    for document in documents:
        row = [""] * len(columns)
        for at, column in alike:
            row[at] = cells[LANGUAGES[0]].cell(column, document)[0]
        for language in LANGUAGES:
            here, foreign = row.copy(), []
            for at, column in differing:
                here[at], is_foreign = cells[language].cell(column, document)
                if is_foreign:
                    foreign.append(column.name)
            rows[language].append([*here, joined(foreign)])
    return rows


def write_csv(names: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as UTF-8 with a byte order mark, without which spreadsheets garble accents."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
