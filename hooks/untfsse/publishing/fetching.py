"""Asks a published site for its files, as a browser would."""

from __future__ import annotations

import gzip
import http.client
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlsplit

AGENT = "untfsse-site"
_SECONDS = 20


@dataclass(frozen=True)
class Answer:
    """What a host said to one request."""

    status: int
    """The number of HTTP, or 0 where nobody answered."""

    kind: str = ""
    """The media type, without what follows the semicolon."""

    body: bytes = b""
    """Unpacked, if it came compressed."""

    address: str = ""
    """Where it was found in the end, after redirections."""

    fault: str = ""
    """Why nobody answered."""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


def fetch(address: str, seconds: float = _SECONDS, limit: int = 64 * 1024 * 1024) -> Answer:
    """Ask for an address over http or https, and follow redirections; never raise.

    More than `limit` bytes are a fault; with 0, only the head of the answer is read.
    """
    if urlsplit(address).scheme not in ("http", "https"):
        return Answer(0, fault="neither http:// nor https://")
    headers = {"Accept-Encoding": "gzip", "Cache-Control": "no-cache", "User-Agent": AGENT}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - looked at above
    try:
        with urllib.request.urlopen(request, timeout=seconds) as response:  # noqa: S310
            return _read(response, response.url, limit)
    except urllib.error.HTTPError as error:
        with error:
            return _read(error, error.url, limit)
    except (OSError, ValueError, http.client.HTTPException) as error:
        return Answer(0, fault=str(getattr(error, "reason", "") or error) or type(error).__name__)


def _read(response: http.client.HTTPResponse | urllib.error.HTTPError, address: str, limit: int) -> Answer:
    """Read what came; raise OSError where it breaks off or is larger than `limit` bytes."""
    body = response.read(limit + 1) if limit else b""
    if body and response.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    if len(body) > limit:
        raise OSError(f"more than {limit} bytes")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Answer(int(response.status or 0), kind, body, address)
