"""What a host and its visitors' programs look for at fixed addresses: robots.txt, security.txt, CNAME."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from untfsse.clock import now
from untfsse.links import absolute, address
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.site import Site
from untfsse.writing import put

SECURITY = ".well-known/security.txt"
"""RFC 9116, 3. MkDocs passes over folders that start with a dot: so this is written by us."""

_VALID = timedelta(days=90)
"""How long `security.txt` may be believed. It is made anew each night; the RFC asks for less than a year."""

_CONTACT = "about/contact"
"""The page that says whom to write to."""


def write(folder: Path, site: Site) -> None:
    """Write the files into `folder`; times are those of the build's clock, in UTC."""
    put(folder / "robots.txt", _robots(site).encode())
    put(folder / SECURITY, "".join(f"{line}\n" for line in _security(site)).encode())
    facts = site.checked.store.site
    if facts and facts.domain and facts.domain == urlsplit(site.site_url).hostname:
        put(folder / "CNAME", f"{facts.domain}\n".encode())


def _robots(site: Site) -> str:
    """Everything may be read by every program (RFC 9309): texts and data are under CC BY."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute('sitemap.xml', site.site_url)}\n"


def _security(site: Site) -> Iterator[str]:
    repository = site.repository
    contact = f"{repository}/security/advisories/new" if repository else _contact_page(site)
    yield f"Contact: {contact}"
    yield f"Expires: {(now() + _VALID).strftime('%Y-%m-%dT%H:%M:%SZ')}"
    yield f"Preferred-Languages: {', '.join(LANGUAGES)}"
    yield f"Canonical: {absolute(SECURITY, site.site_url)}"
    if repository:
        yield f"Policy: {repository}/security/policy"


def _contact_page(site: Site) -> str:
    there = site.checked.prose[DEFAULT]
    return absolute(address(_CONTACT if _CONTACT in there else "index", DEFAULT), site.site_url)
