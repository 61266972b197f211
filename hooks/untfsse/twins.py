"""Writes every page as plain text in Markdown beside it: `events/<id>.md` is the twin of `events/<id>/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from markupsafe import Markup

from untfsse.links import address, everywhere
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.prose_text import prose_text
from untfsse.site import Site
from untfsse.sitemap import changed
from untfsse.text_fragments import TextFragments
from untfsse.views import story
from untfsse.writing import put

_HERE = "\ue0f6"
"""Stands for the address of a page, since the ends of pages that changed on the same day are the same."""

_EMPTY_LINES = re.compile(r"\n{3,}")


def twin_path(name: str, language: str) -> str:
    """Return the path of the twin of the page `name` from the root: `fr/events/index.md`."""
    return f"{name}.md" if language == DEFAULT else f"{language}/{name}.md"


def write(folder: Path, site: Site) -> None:
    """Write the twins of all pages into `folder`, in all languages."""
    for language in LANGUAGES:
        for name, text in twins(site, language):
            put(folder / twin_path(name, language), text.encode())


def twins(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Yield name and Markdown of every page in `language`."""
    tongue = site.tongue(language)
    fragments = TextFragments(site.templates, tongue.reader, site.assets)
    lists = tongue.lists.with_fragments(fragments)
    feet: dict[date | None, str] = {}

    def finished(name: str, text: Markup, day: date | None) -> str:
        if day not in feet:
            feet[day] = str(fragments.render("foot", path=_HERE, changed=day))
        foot = feet[day].replace(_HERE, address(name, language))
        return everywhere(_EMPTY_LINES.sub("\n\n", f"{text}\n\n{foot}\n"), site.site_url)

    for page in tongue.pages.values():
        prose = site.prose(page.name, language)
        words = prose_text(prose, language, lists) if prose else Markup("")
        yield page.name, finished(page.name, page.html(words, fragments), page.changed)
    for name in site.prose_names():
        prose = site.prose(name, language)
        if prose is not None and prose.top is not None:
            text = fragments.render(
                "pages/prose",
                view=story.make(tongue.reader, prose),
                content=prose_text(prose, language, lists),
                untranslated=prose.language if prose.language != language else None,
                older=tongue.older(name) if prose.language == language else None,
            )
            yield name, finished(name, text, changed(site, name, language))
