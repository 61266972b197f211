"""Writes the lists that other sites show in a frame: pages of their own, without script."""

from __future__ import annotations

from pathlib import Path

from untfsse.assets import EMBED_SHEET
from untfsse.directions import with_directions
from untfsse.links import everywhere
from untfsse.locales import LANGUAGES
from untfsse.site import Site
from untfsse.views import embed


def write(folder: Path, site: Site) -> None:
    """Write each list in each language into `folder`; links in it are full ones and leave the frame."""
    for language in LANGUAGES:
        tongue = site.tongue(language)
        for name in embed.EMBEDS:
            view = embed.make(tongue.reader, site.index, name)
            sheet = "../" * view.path.count("/") + site.assets.address(EMBED_SHEET)
            html = with_directions(tongue.fragments.render("embed", view=view, sheet=sheet))
            page = folder / view.path / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(everywhere(html, site.site_url) + "\n", "utf-8")
