"""How MkDocs is served: the state of one build, its files, its pages. Knows MkDocs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from untfsse.links import settle
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.marking import Marking, marked
from untfsse.names import own_name
from untfsse.navigation import sections
from untfsse.problems import ProblemsFound
from untfsse.progress import Progress
from untfsse.prose import Prose, is_about_record, is_story
from untfsse.share.picture import Picture
from untfsse.site import Site, Tongue
from untfsse.views import story
from untfsse.views.base import plain
from untfsse.wording import say, system_language

_TABLE = re.compile("<table>.*?</table>", re.DOTALL)

_PARTS = re.compile("^(?=<h2[ >])", re.MULTILINE)

_HEADING = re.compile('<h2(?: class="[^"]*")? id="([^"]+)">(.*?)</h2>')
"""Anchor and words of a heading of a page; the list that Markdown makes loses no-break spaces."""

_TAG = re.compile("<[^>]*>")

_TOKEN = re.compile("<p>\ue0f1(\\d+)\ue0f2</p>|\ue0f1(\\d+)\ue0f2")


class Build:
    """The site that is being built, and where in it we are."""

    def __init__(self, config: MkDocsConfig, serving: bool) -> None:
        """Read and check everything; tell all mistakes and stop if there are any."""
        root = Path(config.config_file_path or ".").resolve().parent
        templates = Path(config.theme.custom_dir or root / "overrides")
        try:
            sheets = [str(sheet) for sheet in config.extra_css]
            self.site = Site(
                root, config.site_url or "/", serving, templates, sheets, sections(config.nav or [])
            )
        except ProblemsFound as found:
            language = system_language()
            count = say("-some", {"n": len(found.problems)}, language)
            raise Abort(f"{found.told(language)}\n{count}") from None
        self.config = config
        config.nav = _shown(config.nav, self.site)
        self.serving = serving
        self.made: dict[str, dict[str, Page]] = {}
        """Language → name → page, for what is done at the end."""

        self.pictures: list[Picture] = []
        """The share images of the pages made so far."""

        self.shared: list[File] = []
        """Pictures and downloads of all languages."""

        self._calls: list[Markup] = []
        self._remarks: set[int] = set()
        """Places of those that are no part of what people wrote."""

        config.markdown_extensions.append(Marking())  # type: ignore[arg-type]
        self._progress = Progress()

    @property
    def language(self) -> str:
        """The language being built."""
        language: str = self.config.plugins["i18n"].current_language  # type: ignore[attr-defined]
        return language

    @property
    def tongue(self) -> Tongue:
        """The site in the language being built."""
        return self.site.tongue(self.language)

    def page_done(self) -> None:
        """Count a finished page of this language."""
        self._progress.page_done(self.language, len(self.made[self.language]))

    def put(self, html: Markup) -> str:
        """Keep HTML aside while Markdown is converted; return what stands in its place."""
        self._calls.append(html)
        return f"\ue0f1{len(self._calls) - 1}\ue0f2"

    def marked(self, prose: Prose) -> str:
        """Return the Markdown of a page of this language, its older parts marked."""
        older = self.tongue.older(prose.name) if prose.language == self.language else None
        said: dict[int, str] = {}
        if older is None:
            return prose.body
        for line, id_ in older.lines.items():
            html = self.tongue.fragments.render("parts/older-words", code=older.language, id=id_)
            said[line] = self.put(html)
            self._remarks.add(len(self._calls) - 1)
        return marked(prose.body, said)

    def framed(self, html: Markup, language: str, block: bool) -> Markup:
        """Return HTML that stands in a text in another language, marked with its own."""
        return self.tongue.fragments.render("parts/framed", html=html, code=language, block=block)

    def put_back(self, content: str, around: str, remarks: bool = True) -> str:
        """Return converted Markdown, written in `around`, with the HTML that was kept aside.

        Without `remarks` it is what people wrote, and not what the site says of it.
        """

        def html(token: re.Match[str]) -> Markup:
            place = int(token[1] or token[2])
            made = self._calls[place]
            if place in self._remarks:
                return made if remarks else Markup()
            if around == self.language:
                return made
            return self.framed(made, self.language, block=bool(token[1]))

        return _TOKEN.sub(html, _TABLE.sub(self._framed_table, content))

    def _framed_table(self, table: re.Match[str]) -> Markup:
        return self.tongue.fragments.render("parts/table", table=Markup(table[0]))


def _shown(nav: Any, site: Site) -> Any:
    """Return the menu of `mkdocs.yml` without pages that are not public today."""
    if isinstance(nav, list):
        return [one for one in (_shown(one, site) for one in nav) if one]
    if isinstance(nav, dict):
        return {key: left for key, one in nav.items() if (left := _shown(one, site))}
    return nav if nav is None or site.prose(nav.removesuffix(".md"), DEFAULT) else None


def put_languages(config: MkDocsConfig) -> None:
    """Let the plugin build the languages of `data/languages.yml`, whatever `mkdocs.yml` says."""
    plugin: Any = config.plugins["i18n"]
    model = type(plugin.config.languages[0])
    plugin.config.languages = made = []
    for language in LANGUAGES:
        one = model()
        one.load_dict({"locale": language, "name": own_name(language), "default": language == DEFAULT})
        one.validate()
        made.append(one)


def name_of(file: File, language: str) -> str:
    """Return the name of a page from its source: `fr/events/index.md` is `events/index`."""
    return file.src_uri.removeprefix(f"{language}/").removesuffix(".md")


def add_files(build: Build, files: Files) -> None:
    """Give every record its page, and every page of prose that is not translated its place.

    What is not public today is left out: drafts, with the prose that belongs to them, and pages with days.
    """
    language, config = build.language, build.config
    for file in files.documentation_pages():
        name = name_of(file, file.src_uri.partition("/")[0])
        if name not in build.tongue.pages and (is_about_record(name) or not build.site.prose(name, language)):
            files.remove(file)
    build.shared = [
        file for file in files if file.src_dir == config.docs_dir and file.src_uri.startswith("assets/")
    ]
    names = [*build.tongue.pages, *build.site.prose_names()]
    for name in names:
        path = f"{language}/{name}.md"
        if files.get_file_from_path(path) is None:
            files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))


class ProsePage(Page):
    """A page that people wrote, in its own language or, marked as such, in another one."""

    def __init__(self, file: File, config: MkDocsConfig, build: Build, prose: Prose) -> None:
        self.build, self.prose, self.name = build, prose, prose.name
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the words from what was read and checked before."""
        self.markdown = self.build.marked(self.prose)
        top = self.prose.top
        assert top is not None
        self.plain_title = escape(top.title)
        self.article_language = self.prose.language
        self.meta = {
            "title": _title(self.build, top.title, self.prose.language),
            "description": escape(top.description),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, put the lists in, and put the page together."""
        super().render(config, files)
        tongue = self.build.tongue
        made = self.content or ""
        headings = [(one[1], Markup(_TAG.sub("", _TOKEN.sub("", one[2])))) for one in _HEADING.finditer(made)]
        content = self.build.put_back(made, self.prose.language)
        if is_story(self.name):
            tongue.bodies[self.name] = Markup(self.build.put_back(made, self.prose.language, remarks=False))
        self.content = tongue.fragments.render(
            "pages/home" if self.name == "index" else "pages/prose",
            view=story.make(tongue.reader, self.prose),
            section=tongue.maker.section("news"),
            content=Markup(content),
            parts=[Markup(part) for part in _PARTS.split(content)],
            untranslated=self.prose.language if self.prose.language != tongue.reader.language else None,
            original=self.build.site.alternates(self.name, tongue.reader.language),
            changed=self.build.site.changes.get(self.prose.file),
            edit=tongue.repository.edit(self.prose.file),
            edit_file=self.prose.file,
            place=tongue.navigation.place(self.name),
            headings=headings,
            older=tongue.older(self.name) if self.prose.language == tongue.reader.language else None,
        )
        _finish(self)


class MadePage(Page):
    """A page made from records; Markdown is converted only for the prose that belongs to it."""

    def __init__(self, file: File, config: MkDocsConfig, build: Build, name: str) -> None:
        self.build, self.name = build, name
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take title, description and prose from the record."""
        language = self.build.language
        page = self.build.tongue.pages[self.name]
        self.prose = prose = self.build.site.prose(self.name, language)
        self.markdown = self.build.marked(prose) if prose else ""
        self.plain_title = escape(page.head_title)
        self.article_language = language
        self.meta = {
            "title": _title(self.build, page.title.plain, page.title.language or language),
            "description": escape(page.description),
            "render_macros": bool(prose),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the HTML from the view."""
        page = self.build.tongue.pages[self.name]
        prose = Markup("")
        if self.prose is not None:
            super().render(config, files)
            prose = self._written(self.prose, remarks=True)
            self.build.tongue.bodies[self.name] = self._written(self.prose, remarks=False)
        self.content = page.html(prose)
        _finish(self)

    def _written(self, prose: Prose, remarks: bool) -> Markup:
        html = Markup(self.build.put_back(self.content or "", prose.language, remarks))
        return (
            html
            if prose.language == self.build.language
            else self.build.framed(html, prose.language, block=True)
        )


def _title(build: Build, words: str, language: str) -> Markup:
    """Return a title as menus show it: marked where it is not in the language of the page."""
    here = build.language
    said = plain(words)._replace(language=language if language != here else None)
    return build.tongue.fragments.render("parts/said", said=said)


def _finish(page: Any) -> None:
    page.content = settle(page.content, page.url)
    page.canonical_url = page.build.site.canonical(page.name, page.build.language)


def make_pages(build: Build, files: Files) -> None:
    """Give every file of this language the page that knows how to make itself."""
    language = build.language
    for file in build.shared:  # static-i18n leaves them to the default language
        if file.src_uri not in files.src_uris:
            files.append(file)
    made = build.made[language] = {}
    for file in files.documentation_pages():
        name = name_of(file, language)
        prose = build.site.prose(name, language)
        if name in build.tongue.pages:
            made[name] = MadePage(file, build.config, build, name)
        elif prose is not None:
            made[name] = ProsePage(file, build.config, build, prose)


_current: list[Build] = []


def set_current(build: Build) -> None:
    """Make `build` the one that hooks and macros serve."""
    _current[:] = [build]


def current() -> Build:
    """Return the build that is going on."""
    return _current[0]
