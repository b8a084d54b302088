"""The field-by-field list: every row of the notes about the field has a place in a plan, and every field a reason."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

KINDS = {
    "text": {"line", "text"},
    "para": {"text"},
    "source": {"line"},
    "rule": {"text"},
    "list": {"lines"},
    "table": {"records"},
    "enum": {"choice"},
    "multi": {"choices"},
    "date": {"date"},
    "int": {"number"},
    "bool": {"flag"},
    "ref": {"reference", "references"},
    "contact": {"reference", "references"},
}
"""The kinds of field that are what a type of the notes says."""


@pytest.fixture
def listed(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Give docs/field_list.py as a module."""
    monkeypatch.syspath_prepend(checkout / "docs")
    import field_list

    yield field_list
    sys.modules.pop("field_list", None)


def all_rows(listed: ModuleType) -> list[Any]:
    return [row for component in listed.read()[0] for row in component.rows]


def test_every_path_of_the_list_is_a_field(listed: ModuleType) -> None:
    components, more, besides = listed.read()
    rows = [*all_rows(listed), *(row for one in components for row in one.core), *more, *besides]
    known = listed.fields()
    for path in (path for row in rows for path in (*row.at, *row.also)):
        assert all(place in known for place in listed.spread(path)), path


def test_every_field_is_named_once_under_a_row_or_with_a_reason(listed: ModuleType) -> None:
    named = listed.named()
    assert set(listed.fields()) - set(named) == set(), "fields that nothing explains"
    assert [place for place, times in named.items() if times > 1] == []
    assert all(row.note for row in listed.read()[2])


def test_every_row_has_a_field(listed: ModuleType) -> None:
    assert [row.name for row in all_rows(listed) if not row.at and not row.also] == []


def test_a_field_of_another_type_than_the_notes_have_says_why(listed: ModuleType) -> None:
    known = listed.fields()
    for row in all_rows(listed):
        kinds = {known[path.removesuffix(listed.ALL)].kind for path in (*row.at, *row.also)}
        types = re.sub(r"\(.*?\)", "", row.type).split(" + ")
        odd = [one for one in types if not KINDS.get(one.split()[0], set()) & kinds]
        assert not odd or row.note, f"{row.name}: {odd}"


def test_the_short_way_asks_for_what_the_notes_want_and_for_nothing_unexplained(listed: ModuleType) -> None:
    components, more, _ = listed.read()
    known = listed.fields()
    wanted = {path for one in components for row in one.core for path in row.at}
    assert [path for path in wanted if known[path].ask.depth != "core"] == []
    explained = wanted | {place for row in more for path in row.at for place in listed.spread(path)}
    core = {
        place for place, mark in known.items() if mark.ask.depth == "core" and not place.startswith("workshop.after")
    }
    assert core - explained == set()


def test_the_page_prints_every_row_and_every_field(listed: ModuleType, checkout: Path) -> None:
    page = (checkout / "docs" / "fields.md").read_text("utf-8")
    assert page == listed.page()
    assert all(f"**{row.name}**, {row.gloss}" in page for row in all_rows(listed))
    assert all(f"| `{place}` |" in page for place in listed.fields())
    assert all(row.note in page for row in (*all_rows(listed), *listed.read()[2]))
