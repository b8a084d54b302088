"""What of a plan the public may read: the rest stands empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from .fields import Item, Marks, Model, marks
from .paths import answers
from .plan import Plan
from .small import hidden
from .understanding import Figures

ModelT = TypeVar("ModelT", bound=Model)


def public(plan: Plan) -> Plan:
    """Give the plan without what is internal.

    A field marked `flagged` is public where its record's `public` flag is set. An internal list whose records have
    such a flag (the contacts) keeps the flagged records, and of the rest only the names public answers point to.
    Figures so small that somebody could be told from them are gone, too.
    """
    shown = _public(plan)
    return shown.model_copy(update={"reasons": {}, "acknowledged": {}, **_registers(plan, shown)})


def is_register(mark: Marks) -> bool:
    """Tell whether a field is an internal list whose records are each made public by a flag of their own."""
    if mark.kind != "records" or mark.ask.visibility != "internal" or mark.item is None:
        return False
    return any(inner.name == "public" and inner.kind == "flag" for inner in marks(mark.item))


def _public(model: ModelT) -> ModelT:
    """Empty what is internal in a model and in everything below it."""
    shown = _shown(type(model), bool(vars(model).get("public")))
    changed: dict[str, Any] = dict.fromkeys(hidden(model)) if isinstance(model, Figures) else {}
    changed |= shown.emptied
    for name in shown.groups:
        changed[name] = _public(getattr(model, name))
    for name in shown.lists:
        changed[name] = tuple(map(_public, getattr(model, name)))
    return model.model_copy(update=changed) if changed else model


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the public may read of every model of a class.

    emptied: the fields it may not read, with what stands there instead; frozen, so shared.
    groups, lists: the names of those it may, which are looked into.
    """

    emptied: Mapping[str, Any]
    groups: tuple[str, ...]
    lists: tuple[str, ...]


@cache
def _shown(model: type[Model], flagged: bool) -> _Shown:
    open_to = ("public", "flagged") if flagged else ("public",)
    shown = [mark for mark in marks(model) if mark.ask.visibility in open_to]
    own_flag = [mark for mark in marks(model) if mark.kind == "flag" and mark.name == "public"]
    return _Shown(
        {one.name: model.model_fields[one.name].default for one in marks(model) if one not in (*shown, *own_flag)},
        tuple(mark.name for mark in shown if mark.kind == "group"),
        tuple(mark.name for mark in shown if mark.kind == "records"),
    )


def _registers(plan: Plan, shown: Plan) -> dict[str, Any]:
    """Fill the registers again with what is public of their records."""
    wanted = set(_pointed_to(shown))
    return {
        mark.name: _with_registers(getattr(plan, mark.name), getattr(shown, mark.name), wanted)
        for mark in marks(Plan)
        if mark.kind == "group" and mark.ask.visibility == "public"
    }


def _pointed_to(shown: Plan) -> Iterator[str]:
    """Give the ids that the public answers point to."""
    for _, mark, value in answers(shown, kinds=("reference", "references")):
        if mark.kind == "references":
            yield from value
        elif value:
            yield value


def _with_registers(model: Model, shown: ModelT, wanted: set[str]) -> ModelT:
    changed: dict[str, Any] = {}
    for mark in marks(type(model)):
        if is_register(mark):
            records: tuple[Item, ...] = getattr(model, mark.name)
            changed[mark.name] = tuple(
                _public(item) for item in records if getattr(item, "public", False) or item.id in wanted
            )
    return shown.model_copy(update=changed) if changed else shown
