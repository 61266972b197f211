"""Where in a file a part of a text stands: YAML folds, quotes and indents what it holds."""

from __future__ import annotations

from untfsse.yaml_source import Path, Positions

Place = tuple[int, int]
"""Line and column, from 1."""


def locate(path: Path, positions: Positions) -> Place:
    """Return where the deepest part of `path` that stands in the file is named."""
    for length in range(len(path), 0, -1):
        if path[:length] in positions:
            return positions[path[:length]]
    return (1, 1)


def locate_value(path: Path, positions: Positions, words: str = "", at: int = 0) -> Place:
    """Return where the value of a field stands, or the letter `at` of the `words` it holds.

    Where the field is not in the file, the deepest part of `path` that is.
    """
    start = positions.of_values.get(path)
    if start is None:
        return locate(path, positions)
    return _letter(positions.source, start, words[:at], whole=at == 0)


def place_in(text: str, at: int) -> Place:
    """Return line and column of a place in a text."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def index_of(text: str, place: Place) -> int:
    """Return the place in a text that line and column say; its end where there is no such line."""
    at = 0
    for _ in range(place[0] - 1):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return min(at + place[1] - 1, len(text))


def _letter(source: str, start: Place, before: str, whole: bool) -> Place:
    """Find the letter that comes after as many letters as `before` has; white space is never counted.

    YAML changes white space only, quotes and escapes apart.
    """
    at = index_of(source, start)
    opening = source[at : at + 1]
    if whole and opening not in ("|", ">"):
        return start
    if opening in ("|", ">"):
        at = source.find("\n", at) + 1 or len(source)
    elif opening in ("'", '"'):
        at += 1
    letters = sum(not letter.isspace() for letter in before)
    while at < len(source):
        step = 2 if _is_escape(source, at, opening) else 1
        if not source[at].isspace() or step == 2:
            if not letters:
                break
            letters -= 1
        at += step
    return place_in(source, min(at, max(len(source) - 1, 0)))


def _is_escape(source: str, at: int, opening: str) -> bool:
    return source[at : at + 2] == "''" if opening == "'" else opening == '"' and source[at] == "\\"
