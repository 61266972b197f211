"""MkDocs hook: no page lies about its language, and the frame speaks the language of the page."""

from __future__ import annotations

from typing import Any

from mkdocs.plugins import event_priority

from untfsse.assets import SHEET
from untfsse.building import current
from untfsse.compiled import COMPILED
from untfsse.directions import with_directions
from untfsse.end_tags import without_end_tags
from untfsse.foreign import settle
from untfsse.head import head_of
from untfsse.indentation import without_indentation
from untfsse.links import page_path
from untfsse.locales import LANGUAGES
from untfsse.names import text_direction
from untfsse.policy import PLACE, with_policy, without_policy
from untfsse.structured_data.page import structured_data
from untfsse.twins import twin_path


@event_priority(-101)
def on_config(config: Any) -> None:
    """Tell the theme its language; static-i18n would also add a switcher that we replace."""
    config.theme["language"] = config.plugins["i18n"].current_language


@event_priority(-101)
def on_page_context(context: dict[str, Any], page: Any, config: Any, nav: Any) -> dict[str, Any]:
    """Give the templates what the head and the language bar say of the page."""
    build = current()
    site, language = build.site, build.language
    context["place"] = place = build.tongue.navigation.place(page.name)
    words = (
        page.plain_title,
        page.article_language,
        page.meta["description"],
        place.section.plain if place.section else "",
    )
    context["head"] = head = head_of(site, page.name, language, *words)
    if head.social.picture:
        build.pictures.append(head.social.picture)
    context["data"] = structured_data(site, page.name, language, place.trail, head.social.image)
    context["twin"] = twin_path(page.name, language)
    context.update(_everywhere())
    return context


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Leave out the lines of the theme's templates that hold only logic: a third of a page."""
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = COMPILED
    return env


def on_post_template(output: str, template_name: str, config: Any) -> str:
    """Keep one trilingual 404 page and no sitemap of MkDocs; an empty answer writes nothing."""
    if template_name == "404.html" and not config.plugins["i18n"].building:
        return _allowed(output)
    return "" if template_name in ("404.html", "sitemap.xml") else output


def on_template_context(context: dict[str, Any], template_name: str, config: Any) -> dict[str, Any]:
    """Give the 404 page the words of every language."""
    site = current().site
    context["tongues"] = [
        (code, words) for code, words in site.checked.strings.items() if words.is_own("missing.title")
    ]
    context["offered"] = LANGUAGES
    context["site_root"] = site.site_url
    context["home_of"] = page_path
    context["place"] = current().tongue.navigation.place("404")
    context.update(_everywhere())
    return context


@event_priority(-101)
def on_post_page(output: str, page: Any, config: Any) -> str:
    """Say in the head what the page may load, and send neither indentation nor needless tags."""
    return _allowed(without_end_tags(without_indentation(output)))


def _allowed(html: str) -> str:
    html = with_directions(settle(html))
    return without_policy(html) if current().serving else with_policy(html)


def _everywhere() -> dict[str, Any]:
    """What the head and the foot of every page need."""
    build = current()
    return {
        "t": build.tongue.reader.strings,
        "language": build.language,
        "direction": text_direction(build.language),
        "home": page_path(build.language),
        "foot": build.site.foot(build.language),
        "search": build.site.search(build.language),
        "asset": build.site.assets.address,
        "policy": PLACE,
        "sheet": build.site.assets.address(SHEET),
    }
