"""Same macro calls, with the same arguments."""

from __future__ import annotations

from collections.abc import Iterator

from untfsse.macro_calls import MACROS, Call
from untfsse.page_calls import calls_in
from untfsse.translations.checks.belonging import Found, Lack, compare
from untfsse.translations.checks.side_by_side import Finding, SideBySide
from untfsse.translations.units import Unit


def look(document: SideBySide) -> Iterator[Finding]:
    """Yield each call that one side lacks. The order of arguments does not count."""
    for one in compare(document, _calls):
        if isinstance(one, Lack):
            values = {"given": one.written, "source": document.where(one.source)}
            yield Finding(one.translation, "translation-call-missing", values)
        else:
            values = {"given": one.written, "near": one.meant, "source": document.where(one.source)}
            yield Finding(one.translation, "translation-call-added", values)


def _calls(unit: Unit) -> Found:
    if "{{" not in unit.text:
        return {}
    return {written: written for written in map(_written, calls_in(unit.text))}


def _written(call: Call) -> str:
    """Return a call with all its arguments named, those without a name in front."""
    names = [argument.name for argument in MACROS.get(call.macro, ())]
    given = dict(zip(names, call.positional, strict=False)) | call.named
    arguments = (f"{name}={_value(given[name])}" for name in sorted(given))
    return f"{{{{ {call.macro}({', '.join(arguments)}) }}}}"


def _value(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
