"""Writes a small page for each old address, which leads to the new one."""

from __future__ import annotations

from pathlib import Path

from untfsse.links import absolute, address
from untfsse.site import Site

_SCRIPT = "assets/javascripts/moved.js"


def write(folder: Path, site: Site) -> None:
    """Write the pages of `data/redirects.yml` into `folder`."""
    for redirect in site.checked.redirects:
        path = address(redirect.to, redirect.language)
        up = "../" * redirect.old.strip("/").count("/") + "../"
        page = folder / redirect.old.strip("/") / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        html = site.tongue(redirect.language).fragments.render(
            "redirect",
            address=absolute(path, site.site_url),
            path=up + path,
            script=up + site.assets.address(_SCRIPT),
        )
        page.write_text(html + "\n", "utf-8")
