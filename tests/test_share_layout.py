"""Titles in lines: as large as they fit, never wider than the frame, no word cut."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from untfsse.share import faces
from untfsse.share.layout import Style, fit

_STYLE = Style((60, 40, 30), 1.2)
_WORDS = st.text(alphabet="aiWmé’-.,: \u00a0AVTo", max_size=150)


@given(words=_WORDS)
def test_lines_are_never_wider_or_more_than_the_frame(words: str) -> None:
    lines, size = fit(words, faces.serif().width, _STYLE, 400, 150)
    assert all(faces.serif().width(line) * size <= 400.001 for line in lines)
    assert len(lines) * _STYLE.step(size) <= 150


@given(words=_WORDS)
def test_no_word_is_cut_and_none_is_lost_without_an_ellipsis(words: str) -> None:
    lines, _ = fit(words, faces.serif().width, _STYLE, 400, 150)
    shown, written = _parts(" ".join(lines)), _parts(words)
    if shown != written:
        assert shown[-1].endswith("…")
        last = shown.pop().removesuffix("…")
        assert shown == written[: len(shown)]
        assert not last or written[len(shown)].rstrip(",;:.-") == last


def test_a_title_is_set_in_the_largest_size_in_which_it_fits() -> None:
    def measure(words: str) -> float:
        return len(words) / 2

    assert fit("aaaa bbbb", measure, _STYLE, 130, 150) == (("aaaa", "bbbb"), 60)
    assert fit("aaaa bbbb", measure, _STYLE, 119, 150) == (("aaaa", "bbbb"), 40)
    assert fit("aaaa bbbb", measure, _STYLE, 119, 70) == (("aaaa…",), 30)
    assert fit("aaaaaaaaaa bbbb", measure, _STYLE, 119, 70) == (("…",), 30)


def test_lines_are_of_like_length_and_do_not_end_in_a_short_word() -> None:
    def lines(words: str, width: int) -> list[str]:
        found = fit(words, lambda one: float(len(one)), Style((1,), 1), width, 9).lines
        return [line.replace("\u00a0", " ") for line in found]

    assert lines("alpha beta gamma delta", 17) == ["alpha beta", "gamma delta"]
    assert lines("le colloque de Genève", 14) == ["le colloque", "de Genève"]
    assert lines("session des Nations Unies", 17) == ["session", "des Nations Unies"]
    assert lines("session des Nations Unies", 13) == ["session des", "Nations Unies"]


def _parts(words: str) -> list[str]:
    return re.split("[ \u00a0]", words)
