"""The words a reader sees, in the language then chosen."""

from __future__ import annotations

import json
import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal, cast

if TYPE_CHECKING:
    from datetime import date

LANGUAGES = ("da", "en")
DEFAULT = "da"
ENDS = (".", "!", "?", "…")
"""What a sentence ends with."""

FOLDER = os.path.join(os.path.dirname(__file__), "words")


class MissingWords(KeyError):
    """A key that the words of a language do not have."""


def read_tables(language: str) -> dict[str, Any]:
    """Read a language's TOML files into one mapping, by file name and then by key; a folder's files are one table."""
    return _tables(os.path.join(FOLDER, language))


def _tables(folder: str) -> dict[str, Any]:
    import tomllib  # the installed program reads compiled words and never needs it

    tables: dict[str, Any] = {}
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            tables[entry.name] = {key: said for part in _tables(entry.path).values() for key, said in part.items()}
        elif entry.name.endswith(".toml"):
            with open(entry.path, "rb") as file:
                tables[entry.name.removesuffix(".toml")] = tomllib.load(file)
    return tables


def compile_words(target: str) -> list[str]:
    """Write each language as one JSON file, which loads many times faster than TOML; returns the paths."""
    os.makedirs(target, exist_ok=True)
    paths = []
    for language in LANGUAGES:
        paths.append(path := os.path.join(target, f"{language}.json"))
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            json.dump(read_tables(language), file, ensure_ascii=False, separators=(",", ":"))
    return paths


class Words:
    """All words of one language.

    Call it with a dotted key and the values its sentence names: `words("interface.saved", name="plan.yaml")`.
    A value that ends as a sentence does ends ours too: there are no two full stops. A key that does not exist raises
    `MissingWords`; a test finds it before a user does.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        compiled = os.path.join(FOLDER, f"{language}.json")
        if os.path.exists(compiled):
            with open(compiled, encoding="utf-8") as file:
                self.tables: dict[str, Any] = json.load(file)
        else:
            self.tables = read_tables(language)

    def __call__(self, key: str, /, **values: object) -> str:
        sentence = self._find(key)
        for name, value in values.items():
            if isinstance(value, str) and value.endswith(ENDS):
                sentence = sentence.replace(f"{{{name}}}.", f"{{{name}}}")
        return sentence.format(**values) if values else sentence

    def has(self, key: str) -> bool:
        """Tell whether a dotted key leads to a sentence."""
        try:
            self._find(key)
        except MissingWords:
            return False
        return True

    def _find(self, key: str) -> str:
        found: Any = self.tables
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                raise MissingWords(f"{self.language}: {key}")
            found = found[part]
        if not isinstance(found, str):
            raise MissingWords(f"{self.language}: {key}")
        return found

    def field(self, model: str, name: str, place: str = "") -> dict[str, str]:
        """Give label, question, help, example and the like of a field.

        place: where a shared record stands (`workshop.before.strategy`); its own words win over the record's.
        """
        fields = self.tables["fields"]
        key = f"{model}.{name}"
        if key not in fields:
            raise MissingWords(f"{self.language}: fields {key}")
        return cast("dict[str, str]", {**fields[key], **fields.get(f"{place}/{key}", {})})

    def choice(self, enumeration: str, value: str) -> str:
        """Give the label of one value of a closed list, such as `Task` and `general`."""
        return self(f"choices.{enumeration}.{value}")

    def date(self, day: date, style: Literal["long", "short"] = "long") -> str:
        """Write a date as people do: "1. juni 2026" (long) or "01.06.2026" (short)."""
        return _written(day, style, LOCALES[self.language])

    def join(self, parts: list[str]) -> str:
        """Join phrases as a sentence does: "a, b og c"."""
        from babel.lists import format_list

        return format_list(parts, locale=LOCALES[self.language]) if parts else ""

    def either(self, parts: list[str]) -> str:
        """Join phrases of which one is meant: "a, b eller c"."""
        from babel.lists import format_list

        return format_list(parts, "or", LOCALES[self.language]) if parts else ""


@lru_cache(maxsize=2048)
def _written(day: date, style: str, locale: str) -> str:
    """Write a date; a plan names the same few days over and over, and Babel reads its locale's name anew each time."""
    from babel.dates import format_date

    return format_date(day, format="long" if style == "long" else "dd.MM.y", locale=locale)


LOCALES = {"da": "da_DK", "en": "en_GB"}


@cache
def words(language: str) -> Words:
    """Load the words of a language once; an unknown language gives Danish."""
    return Words(language if language in LANGUAGES else DEFAULT)
