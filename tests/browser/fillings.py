"""Random fillings of the forms: what a person might type, quotation marks, colons, emoji and all."""

from __future__ import annotations

from random import Random
from typing import Any

_WORDS = [
    "forum",
    "River bank",
    "Économie sociale",
    "foro",
    "sesión plenaria",
    "annual",
    "meeting 12",
    "İstanbul",
]
_ODD = [
    *("NO", "yes", "null", "~", "12", "3.14", "1e3", "0x1F", "2023-10-02", "12:30", "=1+1", "@everyone"),
    *('say "yes"', "it's", "l'été", "key: value", "trailing:", "x # y", "#sse", "%TAG", "& more", "!urgent"),
    *("{braces}", "[list]", "a, b", "back\\slash", "C:\\new", "tab\there", "two\nlines", "a|b", "`code`"),
    *(
        "emoji 👩‍👩‍👧 🌍",
        "العربية",
        "עברית",
        "中文",
        "e\u0301",
        "ﬁ",
        "soft\u00adhyphen",
        "zero\u200bwidth",
        "bidi\u202etxt",
    ),
    *(
        "«guillemets»",
        "« x »",
        '"guillemets"',
        "deux : points",
        "point;virgule",
        "[words](https://example.org/a_b)",
    ),
    *("5 < 6", "a > b", "*stress*", "_low_", "__init__", "$100", "50 %", "<3", "\\", "'", '"', "- ", "\x0b"),
]
_HOSTILE = [
    *(
        "- item",
        "# title",
        "1. one",
        "> quote",
        "```",
        "<b>bold</b>",
        "<!-- x -->",
        "{{ events() }}",
        "{% x %}",
    ),
    *("[a](javascript:alert(1))", "[a](http://example.org/)", "[a](x.md)", "write to jane.doe@example.org"),
    *(
        "Really?",
        "¿Sí?",
        "Oh!",
        "   ",
        "x" * 3001,
        "{# remark #}",
        "![a](data:x)",
        "[a](https://nodot)",
        "[a](https://example.org/a?b=c)",
    ),
]
_ZONES = ["Europe/Zurich", "America/New_York", "Africa/Dakar", "Asia/Kathmandu", "UTC", ""]


class Filler:
    """Fills forms at random; the same seed fills them alike."""

    def __init__(self, seed: int, options: dict[str, list[list[str]]], *, hostile: bool = False) -> None:
        """`options` are those of the page: name → value and words."""
        self._random, self._options, self._hostile = Random(seed), options, hostile

    def event(self) -> dict[str, Any]:
        """Fill in the form for an event."""
        timed = self._maybe()
        day = self._day()
        start = f"{day}T{self._random.randint(8, 18):02}:30" if timed else day
        later = self._maybe()
        end = f"{day}T19:45" if timed and later else f"{int(day[:4]) + 1}-01-15" if later else ""
        online = self._maybe()
        return {
            "kind": self.one("event-kinds"),
            "title": self.texts(needed=True),
            "summary": self.texts(),
            "start": start,
            "end": end,
            "timezone": self._random.choice(_ZONES[:-1] if timed else _ZONES),
            "mode": "online" if online else self._random.choice(["hybrid", "in-person", ""]),
            "place": {} if online or self._maybe() else self.place(),
            "languages": self.some(lambda: self.one("language")),
            "organisers": self.some(self.party),
            "partners": self.some(self.party),
            "registration": {"url": self.address(), "deadline": self._random.choice([self._day(), ""])},
            "links": self.some(lambda: {"kind": self.one("link-kinds"), "url": self.address()}),
            "themes": self.choices("themes"),
            "sdgs": self.choices("sdgs"),
            "sources": [self.address(), *self.some(self.address)],
        }

    def publication(self) -> dict[str, Any]:
        """Fill in the form for a publication."""
        languages = self._random.sample([value for value, _ in self._options["language"]], 3)
        return {
            "kind": self.one("publication-kinds"),
            "versions": [self._version(code) for code in languages[: self._random.randint(1, 3)]],
            "authors": self.some(self._author),
            "date": self._when(),
            "symbol": self._random.choice(["A/RES/77/281", "OECD/LEGAL/0472", "C/2023/1344", ""]),
            "series": self._random.choice([{}, {"title": self.line(), "number": self.line()}]),
            "publisher": self._random.choice([{}, self.party()]),
            "abstract": self.texts(),
            "task_force": self._maybe(),
            "licence": self._random.choice(["CC BY 4.0", "", self.line()]),
            "countries": self.some(lambda: self.one("country")),
            "themes": self.choices("themes"),
            "sdgs": self.choices("sdgs"),
            "sources": [self.address()],
        }

    def project(self) -> dict[str, Any]:
        """Fill in the form for a project."""
        start = self._random.randint(2000, 2025)
        return {
            "kind": self.one("project-kinds"),
            "title": self.texts(needed=True),
            "summary": self.texts(),
            "lead": self.some(self.party),
            "partners": self.some(self.party),
            "funders": self.some(self.party),
            "countries": self.some(lambda: self.one("country")),
            "start": f"{start}{self._random.choice(['', '-03', '-12-31'])}",
            "end": self._random.choice(["", str(start), f"{start + 1}-06"]),
            "status": self.one("project-statuses"),
            "themes": self.choices("themes"),
            "sdgs": self.choices("sdgs"),
            "website": self._random.choice(["", self.address()]),
            "sources": [self.address()],
        }

    def texts(self, *, needed: bool = False) -> dict[str, str]:
        """Words in some languages; in English where they are needed."""
        if not needed and self._maybe():
            return {}
        return {
            "en": self.line(),
            "fr": self._random.choice(["", self.line()]),
            "es": self._random.choice(["", self.line()]),
        }

    def line(self) -> str:
        """Some words with odd ones among them, or something that should be refused."""
        if self._hostile and self._random.random() < 0.3:
            return self._random.choice(_HOSTILE)
        if self._random.random() < 0.1:
            return self._random.choice(
                ["NO", "yes", "null", "12", "2023-10-02", "@x", "%y", "=1", "العربية", "🌍", "'", '"a"']
            )
        return " ".join([self._random.choice(_WORDS), *self._random.sample(_ODD, self._random.randint(0, 3))])

    def address(self) -> str:
        """An address, as pasted."""
        some = [
            "https://example.org/",
            " https://www.ilo.org/a/b?c=d&e=f#g ",
            "https://exämple.org/é",
            "/assets/a.pdf",
        ]
        return self._random.choice(
            [*some, "mailto:info@example.org", f"https://example.org/{self._random.random()}"]
        )

    def party(self) -> dict[str, str]:
        """A member, or another body."""
        return self._random.choice([{"member": self.one("members")}, {"name": self.line()}])

    def place(self) -> dict[str, str]:
        """A place with its country."""
        return {
            "venue": self._random.choice(["", self.line()]),
            "city": self.line(),
            "country": self.one("country"),
        }

    def one(self, name: str) -> str:
        """A value of a closed list."""
        return str(self._random.choice(self._options[name])[0])

    def choices(self, name: str) -> list[str]:
        """Some values of a closed list, each once."""
        values = [value for value, _ in self._options[name]]
        return self._random.sample(values, self._random.randint(0, 4))

    def some(self, make: Any) -> list[Any]:
        """None to two of something, and perhaps an item that was left empty."""
        made = [make() for _ in range(self._random.randint(0, 2))]
        return [type(made[0])(), *made] if made and self._maybe() else made

    def _version(self, language: str) -> dict[str, str]:
        doi = self._random.choice(["", "10.1234/ab.c-d(1)"])
        pages = self._random.choice(["", "12", " 7 "])
        return {"language": language, "title": self.line(), "url": self.address(), "pages": pages, "doi": doi}

    def _author(self) -> dict[str, str]:
        return self._random.choice([{"family": self.line(), "given": self.line()}, {"body": self.line()}])

    def _day(self) -> str:
        month, day = self._random.randint(5, 9), self._random.randint(1, 28)
        return f"{self._random.randint(2001, 2030)}-{month:02}-{day:02}"

    def _when(self) -> str:
        return self._random.choice(["", "2024", "2024-02", "2024-02-29", "1999-12-31"])

    def _maybe(self) -> bool:
        return self._random.random() < 0.5
