"""MkDocs hook: no page lies about its language, and the menu speaks the language of the page."""

from __future__ import annotations

from typing import Any

from markupsafe import escape
from mkdocs.plugins import event_priority

from untfsse.building import current
from untfsse.compiled import COMPILED
from untfsse.head import head_of


@event_priority(-101)
def on_config(config: Any) -> None:
    """Tell the theme its language; static-i18n would also add a switcher that we replace."""
    config.theme["language"] = config.plugins["i18n"].current_language


@event_priority(-101)
def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Write the titles that `mkdocs.yml` gives as keys of `strings.yml`."""
    strings = current().tongue.reader.strings
    for item in nav.items:
        if item.is_section:
            item.title = escape(strings(item.title))
    for entry in config.nav:
        for key, path in entry.items() if isinstance(entry, dict) else ():
            if isinstance(path, str) and (file := files.get_file_from_path(path)):
                file.page.title = escape(strings(key))
    return nav


@event_priority(-101)
def on_page_context(context: dict[str, Any], page: Any, config: Any, nav: Any) -> dict[str, Any]:
    """Give the templates what the head and the language bar say of the page."""
    site, language = current().site, current().language
    section = page.parent.title.unescape() if page.parent else ""
    words = page.plain_title, page.article_language, page.meta["description"], section
    context["head"] = head = head_of(site, page.name, language, *words)
    if head.social.picture:
        current().pictures.append(head.social.picture)
    context["t"] = current().tongue.reader.strings
    context["foot"] = site.foot(language)
    return context


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Leave out the lines of the theme's templates that hold only logic: a third of a page."""
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = COMPILED
    return env


def on_post_template(output: str, template_name: str, config: Any) -> str:
    """Keep one trilingual 404 page and no sitemap of MkDocs; an empty answer writes nothing."""
    if template_name == "404.html" and not config.plugins["i18n"].building:
        return output
    return "" if template_name in ("404.html", "sitemap.xml") else output


def on_template_context(context: dict[str, Any], template_name: str, config: Any) -> dict[str, Any]:
    """Give the 404 page the words of every language."""
    site = current().site
    context["tongues"] = list(site.checked.strings.items())
    context["site_root"] = site.site_url
    context["t"] = current().tongue.reader.strings
    context["foot"] = site.foot(current().language)
    return context
