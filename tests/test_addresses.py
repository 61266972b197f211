"""Which addresses may be published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untfsse.addresses import refusal


@pytest.mark.parametrize(
    "address",
    [
        "https://unsse.org/",
        "https://unsse.org",
        "https://unsse.org/about/?lang=fr#history",
        "https://www3.socioeco.org/bdf_fiche-video-5606_es.html",
        "https://example.org:8443/a",
        "https://example.org/a%20b",
        "https://example.org/économie/é",
        "https://exämple.org/",
        "https://example.org/a,b;c=(d)!~*$",
        "https://example.org/?to=http://example.com",
        "mailto:info@unsse.org",
        "mailto:info@mail.unsse.org?subject=SSE",
        "/assets/publications/report.pdf",
        "/events/",
        "/events/#title",
        "/",
    ],
)
def test_these_may_be_published(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "blob:https://example.org/1",
        "//example.org/a",
        "///example.org/a",
        "/\\example.org/a",
        "\\\\example.org\\a",
        "/../secret",
        "/a/../../secret",
        "https://",
        "https:///a",
        "https:example.org",
        "https://localhost/",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://unsse.org@evil.example/",
        "https://example.org/ a",
        'https://example.org/"onclick="x',
        "https://example.org/'x",
        "https://example.org/<b>",
        "https://example.org/{{x}}",
        "https://example.org/a|b",
        "https://example.org/`x`",
        "https://[::1",
        "mailto:",
        "mailto:nobody",
        "mailto:a@b@c.org",
        "mailto:a@b/c.org",
        "example.org",
        "events/",
        "../events/",
        "#title",
        "&#106;avascript:alert(1)",
        "%6aavascript:alert(1)",
    ],
)
def test_these_may_not(address: str) -> None:
    assert refusal(address) == "address"


def test_an_address_that_only_lacks_encryption_has_a_message_of_its_own() -> None:
    assert refusal("http://unsse.org/") == "address-http"
    assert refusal("HTTP://unsse.org/") == "address-http"


@given(text=st.text(max_size=60))
def test_whatever_is_published_begins_in_one_of_three_ways(text: str) -> None:
    for address in (text, f"https:{text}", f"/{text}", f"https://{text}"):
        if refusal(address) is None:
            assert address.lower().startswith(("https://", "mailto:", "/"))
            assert not address.startswith(("//", "/\\"))
            assert not any(c.isspace() or c in "<>\"'`\\" for c in address)
