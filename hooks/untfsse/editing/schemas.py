"""JSON Schemas of the files of `data/`, for editors: one for each kind and language, made from the models.

Draft 7: the newest that the language servers for YAML and JSON of VS Code support whole. Nothing that came
later is needed; `definitions` and `$ref` mean the same in all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from untfsse.checking import Checked
from untfsse.editing import FILES, LISTS, MODELS
from untfsse.editing.entries import SHORT, Entry, entries, parts
from untfsse.editing.relations import of_list, relations_of
from untfsse.editing.shapes import Shape, definitions, shape
from untfsse.editing.words import how
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.open_data.fields import name_of
from untfsse.strings import Strings
from untfsse.vocabulary import Vocabulary

FOLDER = "data/schema"
_DIALECT = "http://json-schema.org/draft-07/schema#"
_TITLES = {
    **{one: f"data.schema.{one}" for one in MODELS},
    "site": "data.schema.site",
    "vocabulary": "fields.vocabulary",
    "redirects": "fields.redirects",
}


def files(checked: Checked, ids: Mapping[str, Iterable[str]] | None = None) -> Iterator[tuple[str, str]]:
    """Yield path and text of every schema; where `ids` are given, those of records are closed lists too."""
    for language in LANGUAGES:
        folder = FOLDER if language == DEFAULT else f"{FOLDER}/{language}"
        for name in FILES:
            made = schema(name, checked.strings[language], checked.store.vocabulary, ids)
            yield f"{folder}/{name}.json", json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def schema(
    name: str, strings: Strings, vocabulary: Vocabulary, ids: Mapping[str, Iterable[str]] | None = None
) -> Shape:
    """Return the schema of a file, explained in the language of `strings`."""
    maker = _Maker(strings, vocabulary, ids or {})
    model = FILES[name][0]
    made = maker.part(model)
    if name in LISTS:
        made = {"type": "array", "items": made}
    below = {name_of(one): maker.part(one) for one in parts(model)}
    shared = definitions(strings.language)
    top: Shape = {"$schema": _DIALECT, "title": strings(_TITLES[name])}
    whole = top | made | {"definitions": below | shared}
    return _without_unused(whole)


class _Maker:
    """Makes the schemas of parts, in one language."""

    def __init__(self, strings: Strings, vocabulary: Vocabulary, ids: Mapping[str, Iterable[str]]) -> None:
        self._strings, self._vocabulary, self._ids = strings, vocabulary, ids

    def part(self, model: type[BaseModel]) -> Shape:
        """An object with the fields of a model; the first texts stand in the language of the record."""
        own = entries(model)
        required = [one.name for one in own if one.required]
        rules = relations_of(model)
        if "original_language" in (one.name for one in own):
            rules = [*rules, _in_english(own)]
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {one.name: self._field(model, one) for one in own},
            **({"required": required} if required else {}),
            **({"allOf": rules} if rules else {}),
        }

    def _field(self, model: type[BaseModel], entry: Entry) -> Shape:
        meaning = str(self._strings(entry.words))
        written = how(entry, self._strings)
        said = {
            "description": f"{meaning}\n{written}",
            "markdownDescription": f"**{meaning}**\n\n{written}",
        }
        one = self._value(entry)
        if entry.many:
            one = {"type": "array", "items": one, **of_list(model, entry.name)}
        return said | one

    def _value(self, entry: Entry) -> Shape:
        if entry.part is None:
            return shape(entry, self._vocabulary, self._strings.language, self._ids)
        whole: Shape = {"$ref": f"#/definitions/{name_of(entry.part)}"}
        if entry.part not in SHORT:
            return whole
        inner = {one.name: one for one in entries(entry.part)}
        return {"anyOf": [*(self._value(inner[name]) for name in SHORT[entry.part]), whole]}


def _in_english(own: Iterable[Entry]) -> dict[str, Any]:
    """Where no other language is named as the original, texts stand in that of the source."""
    texts = {one.name: {"required": [DEFAULT]} for one in own if one.form == "text"}
    return {"if": {"not": {"required": ["original_language"]}}, "then": {"properties": texts}}


def _without_unused(made: Shape) -> Shape:
    """Leave out the definitions that nothing refers to."""
    while True:
        text = json.dumps(made)
        used = {name: one for name, one in made["definitions"].items() if f'#/definitions/{name}"' in text}
        if len(used) == len(made["definitions"]):
            return made
        made = made | {"definitions": used}


def write(root: Path, checked: Checked, ids: Mapping[str, Iterable[str]] | None = None) -> list[str]:
    """Write the schemas below `root`; return the paths of those that have changed."""
    changed = []
    for path, text in files(checked, ids):
        file = root / path
        if not file.is_file() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
            changed.append(path)
    return changed
