"""A plan with one text in every text it can hold."""

from __future__ import annotations

from typing import Any

from schemas.fields import Marks, Model, marks


def filled(model: type[Model], text: str, times: int = 2) -> dict[str, Any]:
    """Give data for a model with one text in each of its texts. times: how many records each of its lists has."""
    return {mark.name: value for mark in marks(model) if (value := _value(mark, text, times)) is not None}


def _value(mark: Marks, text: str, times: int) -> Any:
    if mark.kind in ("line", "text"):
        return text
    if mark.kind == "lines":
        return [text, f"{text} 2"]
    if mark.kind == "group":
        return filled(mark.item or Model, text, times)
    return [filled(mark.item or Model, text, times)] * times if mark.kind == "records" else None
