"""What is written and not public: drafts, and what waits for its day. Rendered without a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown
from markupsafe import Markup

from untfsse.languages import use
from untfsse.locales import LANGUAGES
from untfsse.problems import ProblemsFound
from untfsse.prose import Prose
from untfsse.review.cleaning import tree
from untfsse.review.merging import MARK, merged
from untfsse.review.site_pages import without_stamps
from untfsse.review.trees import Tree
from untfsse.site import Site

_EXTENSIONS = ("admonition", "def_list", "footnotes", "sane_lists", "tables")


@dataclass(frozen=True)
class Draft:
    """A page that is made only for the preview."""

    name: str
    titles: dict[str, str]
    """Language → title."""

    trees: dict[str, Tree]
    """Language → the page, with what changed marked; nothing where it is as it was."""

    is_new: bool


def drafts(before: Path, after: Path, files: Iterable[str], address: str) -> list[Draft]:
    """Return every page that is not public, those first whose own file is one of the changed `files`."""
    changed = {file.split("/", 1 if file.startswith("data/") else 2)[-1].rpartition(".")[0] for file in files}
    now = _hidden(after, address)
    then = _hidden(before, address) if now else {}
    use(after)
    found = []
    for name, versions in now.items():
        titles = {language: title for language, (title, _) in versions.items()}
        old = then.get(name, {})
        trees = {}
        own = not changed.isdisjoint((name, name.rpartition("/")[0]))
        for language, (_, html) in versions.items() if own or not old else ():
            new = tree(html, f"{address}{name}/")
            both = merged(tree(old[language][1], f"{address}{name}/"), new) if language in old else new
            if both.get(MARK) or not old:
                trees[language] = both
        found.append(Draft(name, titles, trees, not old))
    return sorted(found, key=lambda one: (not one.trees, one.name))


def _hidden(root: Path, address: str) -> dict[str, dict[str, tuple[str, str]]]:
    """Return name → language → title and HTML of what only the preview shows."""
    use(root)
    try:
        public, everything = (Site(root, address, one, _templates(root)) for one in (False, True))
    except ProblemsFound:
        return {}
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for language in LANGUAGES:
        for name, title, html in _pages(public, everything, language):
            article = f'<article class="sse-article">{without_stamps(html)}</article>'
            found.setdefault(name, {})[language] = (title, article)
    return found


def _templates(root: Path) -> Path:
    """Return the templates of a project; one without its own has those that stand beside this program."""
    own = root / "overrides"
    return own if own.is_dir() else Path(__file__).resolve().parents[3] / "overrides"


def _pages(public: Site, everything: Site, language: str) -> Iterator[tuple[str, str, str]]:
    there, pages = public.tongue(language).pages, everything.tongue(language).pages
    for name, page in pages.items():
        if name not in there and not name.startswith(_FOLLOWING):
            yield name, page.title.plain, str(page.html(_html(everything.prose(name, language))))
    for name in sorted(set(everything.prose_names()) - set(public.prose_names()) - set(public.withdrawn)):
        prose = everything.prose(name, language)
        if prose is not None and prose.top is not None:
            title = Markup("<h1>{}</h1>").format(prose.top.title)
            yield name, prose.top.title, title + _html(prose)


_FOLLOWING = ("themes/", "sdgs/", "countries/", "years/")
"""Overviews, which are there because of a record."""


def _html(prose: Prose | None) -> Markup:
    """Return the words of a page; calls of macros stay as they are written."""
    return Markup(Markdown(extensions=list(_EXTENSIONS)).convert(prose.body)) if prose else Markup("")
