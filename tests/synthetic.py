"""Makes sites of any size for the benchmark: records like ours, and plain pages like the stock stack's."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

_WORDS = {
    "en": "the social and solidarity economy supports decent work in cities and villages with "
    "members who own what they build and share what they earn every year",
    "fr": "l’économie sociale et solidaire soutient le travail décent dans les villes et les "
    "villages avec des membres qui possèdent ce qu’ils bâtissent et partagent leurs gains",
    "es": "la economía social y solidaria apoya el trabajo decente en ciudades y pueblos con "
    "miembros que poseen lo que construyen y comparten lo que ganan cada año",
}
_COUNTRIES = [
    "CH",
    "FR",
    "ES",
    "SN",
    "CL",
    "KE",
    "BR",
    "IN",
    "KR",
    "CA",
    "MA",
    "ZA",
    "PH",
    "MX",
    "PT",
    "IT",
    "NO",
    "ET",
    "JO",
    "VN",
]
PROJECT = Path(__file__).resolve().parent.parent
_DESCRIPTION = "A page of the benchmark, with as many characters as a description should have."
_ZONES = ["Europe/Zurich", "America/New_York", "Africa/Dakar", "Asia/Seoul"]


def write_records(root: Path, number: int, project: Path) -> None:
    """Write a project of `number` records (60 % events, 25 % publications, 10 % projects, 5 % members)."""
    root.mkdir(parents=True)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(project / name)
    shutil.copy(project / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(project / "data" / "vocabulary", root / "data" / "vocabulary")
    shutil.copy(project / "data" / "site.yml", root / "data" / "site.yml")
    site = root / "data" / "site.yml"
    facts = yaml.safe_load(site.read_text("utf-8"))
    facts.pop("published_counts", None)
    site.write_text(yaml.safe_dump(facts, allow_unicode=True), "utf-8")
    for language in _WORDS:
        (root / "docs" / language).mkdir(parents=True)
        shutil.copy(project / "docs" / language / "strings.yml", root / "docs" / language)
        _write_overviews(root / "docs" / language)
    chance = random.Random(number)
    shares = {"members": 0.05, "events": 0.6, "publications": 0.25, "projects": 0.1, "plans": 0}
    counts = {kind: max(1, round(number * share)) for kind, share in shares.items()}
    counts["plans"] = 0
    members = [f"member-{i}" for i in range(counts["members"])]
    for kind, count in counts.items():
        folder = root / "data" / kind
        folder.mkdir()
        for i in range(count):
            record = _MAKERS[kind](i, chance, members)
            text = yaml.dump(record, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
            (folder / f"{kind.removesuffix('s')}-{i}.yml").write_text(text, "utf-8")


def keep_history(root: Path) -> None:
    """Commit a project, since feeds, calendars and pages tell when a record was changed."""
    for command in (["init", "-q"], ["add", "data", "docs"], ["commit", "-q", "-m", "All records"]):
        subprocess.run(
            ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org", *command],
            cwd=root,
            check=True,
        )


def write_plain_pages(root: Path, pages: int, project: Path) -> None:
    """Write about `pages` Markdown pages in three languages, with the theme, i18n and its search."""
    root.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(
        yaml.safe_dump(
            {
                "site_name": "Stock",
                "site_url": "https://example.org/",
                "theme": {"name": "material", "font": False},
                "nav": ["index.md"],
                "not_in_nav": "/**",
                "plugins": [
                    "search",
                    {
                        "i18n": {
                            "docs_structure": "folder",
                            "languages": [
                                {"locale": "en", "name": "English", "default": True},
                                {"locale": "fr", "name": "Français"},
                                {"locale": "es", "name": "Español"},
                            ],
                        }
                    },
                ],
            },
            allow_unicode=True,
        ),
        "utf-8",
    )
    chance = random.Random(pages)
    for language in _WORDS:
        folder = root / "docs" / language
        folder.mkdir(parents=True)
        (folder / "index.md").write_text("# Home\n\nWelcome.\n", "utf-8")
        for i in range(max(1, pages // 3 - 1)):
            (folder / f"page-{i}.md").write_text(_plain_page(i, language, chance), "utf-8")


def write_translated_pages(root: Path, pages: int) -> None:
    """Write pages in three languages into a project, each with a top and 22 blocks."""
    for language in _WORDS:
        chance = random.Random(pages)
        folder = root / "docs" / language / "more"
        folder.mkdir()
        for i in range(pages):
            top = f"---\ntitle: Page {i} {language}\ndescription: {_DESCRIPTION}\n---\n\n"
            (folder / f"page-{i}.md").write_text(top + _plain_page(i, language, chance), "utf-8")


def _plain_page(i: int, language: str, chance: random.Random) -> str:
    """As much to read as a record's page: five sections, a list, a table of facts."""
    parts = [f"# {_sentence(language, chance, 8)} {i}"]
    for section in range(5):
        parts.append(f"## {_sentence(language, chance, 4)} {section}")
        parts.append(_sentence(language, chance, 40))
    parts.append("\n".join(f"- [{_sentence(language, chance, 6)}](index.md)" for _ in range(4)))
    parts.append("| A | B |\n|---|---|\n" + "\n".join(f"| {n} | {n * n} |" for n in range(6)))
    return "\n\n".join(parts) + "\n"


def _write_overviews(folder: Path) -> None:
    """An overview of each kind of record and hub by its macro, and blank pages for the rest of the menu."""
    lists = ("events", "publications", "projects", "members", "themes", "countries", "years", "plans")
    bodies = {f"{name}/index": f"{{{{ {name}() }}}}" for name in lists}
    bodies["sdgs/index"] = "{{ goals() }}"
    bodies["search"] = "{{ search() }}"
    bodies["this-site/feeds"] = "{{ subscriptions() }}"
    bodies["this-site/data"] = "{{ data_files() }}"
    bodies["this-site/embed"] = '{{ embed_snippet(name="next-events") }}'
    for item in _menu(yaml.safe_load(_menu_of(PROJECT))):
        bodies.setdefault(item.removesuffix(".md"), "Words.")
    for name, body in bodies.items():
        page = folder / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: {name}\ndescription: {_DESCRIPTION}\n---\n\n{body}\n", "utf-8")


def _menu_of(project: Path) -> str:
    """The `nav:` of mkdocs.yml, which YAML can read without MkDocs."""
    text = (project / "mkdocs.yml").read_text("utf-8")
    return text[text.index("nav:\n") : text.index("not_in_nav:")]


def _menu(item: Any) -> list[str]:
    """Every page of a menu."""
    if isinstance(item, str):
        return [item]
    inside = item.values() if isinstance(item, dict) else item
    return [page for one in inside for page in _menu(one)]


def _sentence(language: str, chance: random.Random, words: int) -> str:
    all_words = _WORDS[language].split()
    picked = [chance.choice(all_words) for _ in range(words)]
    return " ".join(picked).capitalize()


def _text(chance: random.Random, words: int) -> dict[str, str]:
    return {language: _sentence(language, chance, words) for language in _WORDS}


def _common(i: int, chance: random.Random) -> dict[str, Any]:
    themes = [
        "awareness",
        "cities",
        "cooperatives",
        "decent-work",
        "education",
        "finance",
        "gender",
        "health",
        "law",
        "policy",
    ]
    return {
        "themes": chance.sample(themes, 2),
        "sdgs": [str(n) for n in sorted(chance.sample(range(1, 18), 2))],
        "sources": [f"https://example.org/source-{i}", f"https://example.org/more-{i}"],
    }


def _member(i: int, chance: random.Random, members: list[str]) -> dict[str, Any]:
    return {
        "name": _text(chance, 6),
        "acronym": f"M{i}",
        "kind": "un-agency",
        "membership": [{"status": chance.choice(["member", "observer"]), "from": "2013-09-30"}],
        "headquarters": {"city": "Geneva", "country": chance.choice(_COUNTRIES)},
        "website": "https://example.org/",
        "summary": _text(chance, 30),
        "sources": [f"https://example.org/member-{i}"],
    }


def _event(i: int, chance: random.Random, members: list[str]) -> dict[str, Any]:
    day = f"{chance.randint(2013, 2027)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "kind": chance.choice(["conference", "workshop", "regular-meeting", "webinar"]),
        "title": _text(chance, 8),
        "summary": _text(chance, 40),
        "start": f"{day}T10:00",
        "end": f"{day}T12:00",
        "timezone": chance.choice(_ZONES),
        "mode": "hybrid",
        "place": {"city": "Geneva", "country": chance.choice(_COUNTRIES)},
        "languages": ["en", "fr"],
        "registration": {"url": f"https://example.org/register-{i}"},
        "organisers": chance.sample(members, min(2, len(members))),
        "partners": [{"name": _sentence("en", chance, 3)}],
        **_common(i, chance),
    }


def _publication(i: int, chance: random.Random, members: list[str]) -> dict[str, Any]:
    return {
        "kind": chance.choice(["report", "working-paper", "book"]),
        "versions": [
            {
                "language": one,
                "title": _sentence(one, chance, 8),
                "url": f"https://example.org/{i}-{one}",
                "pages": chance.randint(8, 300),
            }
            for one in _WORDS
        ],
        "authors": [{"family": "Martin", "given": "Ada"}, chance.choice(members)],
        "publisher": {"member": chance.choice(members)},
        "series": {"title": _sentence("en", chance, 3), "number": str(i)},
        "date": f"{chance.randint(2013, 2026)}-{chance.randint(1, 12):02}",
        "abstract": _text(chance, 50),
        "countries": [chance.choice(_COUNTRIES)],
        **_common(i, chance),
    }


def _project(i: int, chance: random.Random, members: list[str]) -> dict[str, Any]:
    start = chance.randint(2013, 2024)
    return {
        "kind": chance.choice(["research-project", "programme", "training"]),
        "title": _text(chance, 8),
        "summary": _text(chance, 40),
        "lead": [chance.choice(members)],
        "countries": chance.sample(_COUNTRIES, 2),
        "start": str(start),
        "end": str(start + 2),
        "status": chance.choice(["ongoing", "completed"]),
        **_common(i, chance),
    }


_MAKERS = {"members": _member, "events": _event, "publications": _publication, "projects": _project}
