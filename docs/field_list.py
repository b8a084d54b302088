"""Holds the rows of the notes about the field against the fields of a plan, and writes docs/fields.md from both.

The rows, and where each stands in a plan, are in `domain_rows.toml`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas.fields import Marks, walk_marks
from schemas.language import Words, words
from schemas.plan import Plan

ROWS = Path(__file__).with_name("domain_rows.toml")
ALL = ".*"
"""At the end of a path: the list or the group with everything in it."""
SEEN = {"public": "both", "internal": "internal", "flagged": "where marked public"}
HEAD = "| row | type | need | field | kind | asked in | edition | label |\n|---|---|---|---|---|---|---|---|"
SHORT_HEAD = "| field | kind | asked in | edition | label |\n|---|---|---|---|---|"


@dataclass(frozen=True)
class Row:
    """One row of the notes and its paths; `need` and `type` are empty for what stands outside the notes."""

    name: str
    gloss: str
    type: str
    need: str
    at: tuple[str, ...]
    also: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Component:
    """One component of the notes, `C0` to `C8`."""

    code: str
    da: str
    en: str
    rows: tuple[Row, ...]
    core: tuple[Row, ...]


def fields() -> dict[str, Marks]:
    """Give every field of a plan by its place; the parts themselves are no fields."""
    return {place: mark for place, mark in walk_marks(Plan) if "." in place}


def spread(path: str) -> list[str]:
    """Give the places a path names, itself first; a path that leads nowhere gives itself."""
    top = path.removesuffix(ALL)
    inside = [place for place in fields() if place.startswith((f"{top}.", f"{top}[]."))] if path.endswith(ALL) else []
    return [top, *inside]


def read() -> tuple[tuple[Component, ...], tuple[Row, ...], tuple[Row, ...]]:
    """Read the components, what the short way asks for besides, and the fields that answer no row."""
    data = tomllib.loads(ROWS.read_text("utf-8"))
    core, more, besides = data.pop("core"), data.pop("core_besides"), data.pop("besides")
    components = tuple(
        Component(code, one["da"], one["en"], _rows(one["rows"], one["part"]), _rows(core[code], one["part"]))
        for code, one in data.items()
    )
    return components, _rows(more, ""), _rows(besides, "")


def _rows(rows: list[dict[str, Any]], part: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            name=row.get("row", ""),
            gloss=row.get("gloss", ""),
            type=row.get("type", ""),
            need=row.get("need", ""),
            at=tuple(_whole(path, part) for path in row.get("at", ())),
            also=tuple(_whole(path, part) for path in row.get("also", ())),
            note=row.get("note", row.get("why", "")),
        )
        for row in rows
    )


def _whole(path: str, part: str) -> str:
    return path[1:] if path.startswith("/") else f"{part}.{path}"


def named() -> Counter[str]:
    """Count how often each place is named, under a row or besides."""
    components, _, besides = read()
    rows = [row for component in components for row in component.rows]
    return Counter(place for row in (*rows, *besides) for path in row.at for place in spread(path))


def page() -> str:
    """Write docs/fields.md."""
    components, more, besides = read()
    counted = [row for component in components for row in component.rows]
    parts = [
        INTRODUCTION.format(rows=len(counted), fields=len(fields()), file=ROWS.name),
        *(_component(component) for component in components),
        BESIDES,
        *(f"{row.note}\n\n{SHORT_HEAD}\n" + "\n".join(_lines(row, ())) for row in besides),
        SHORT_WAY,
        "| part | the notes say | field |\n|---|---|---|\n" + "\n".join(_core(components)),
        "And besides:",
        "\n".join(f"- {_code(row.at)}: {row.note}" for row in more),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _component(component: Component) -> str:
    lines = [line for row in component.rows for line in _lines(row, (_title(row), row.type, row.need))]
    return f"## {component.code} {component.da} – {component.en}\n\n{HEAD}\n" + "\n".join(lines)


def _title(row: Row) -> str:
    return f"**{row.name}**, {row.gloss}"


def _lines(row: Row, first: tuple[str, ...]) -> Iterator[str]:
    """Write a row as one line a field; its own cells and its note stand in the first."""
    known, left = fields(), first
    for place in [place for path in row.at for place in spread(path)]:
        yield _line(left, place, known[place])
        left = ("",) * len(first)
    for place in row.also:
        yield _line(left, place, known[place], "see ")
        left = ("",) * len(first)
    if row.note and first:
        yield f"| *{row.note}* |" + " |" * 7


def _line(left: tuple[str, ...], place: str, mark: Marks, see: str = "") -> str:
    asked = "kerne" if mark.ask.depth == "core" else "uddybning"
    cells = (*left, f"{see}`{place}`", mark.kind, asked, SEEN[mark.ask.visibility], _label(mark, place))
    return "| " + " | ".join(cells) + " |"


def _label(mark: Marks, place: str) -> str:
    return " / ".join(_said(mark, place, words(language)) for language in ("da", "en"))


def _said(mark: Marks, place: str, said: Words) -> str:
    return said.field(mark.model.__name__, mark.name, place.rpartition(".")[0].removesuffix("[]"))["label"]


def _core(components: tuple[Component, ...]) -> Iterator[str]:
    for component in components:
        for row in component.core:
            yield f"| {component.code} | {row.name} | {_code(row.at)} |"


def _code(paths: tuple[str, ...]) -> str:
    return ", ".join(f"`{path}`" for path in paths)


INTRODUCTION = """
# Field by field

<!-- Written by docs/generate.py from {file} and the schema: change those and run `make docs`. -->

What a plan should hold, as the notes about the field have it, against the fields of a plan. The notes are ours: they
gather what the leaflet, the national guide, the law and published plans ask for or contain. They have {rows} rows in
the title block (C0), the leaflet's seven components (C1–C7) and the acute situations (C8); a plan has {fields}
fields. Each field is named once: under the row it answers, or at the end with the reason why it is there. A test
holds that.

R is required for a complete plan, C in some cases, O optional; nothing of it blocks. *Kerne* is the short way
through, *uddybning* the rest. Internal fields stand in no public edition. A field marked *see* answers this row too
and is named elsewhere.
"""

BESIDES = """
## Fields that answer no row
"""

SHORT_WAY = """
## The short way

What the notes want the room to be asked for (kerne), and where it is asked. A test holds that each of these fields is
asked for on the short way, and that nothing else is but what is named below.
"""
