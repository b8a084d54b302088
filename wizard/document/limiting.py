"""A plan as a session sees it that is limited to some parts: the rest stands empty."""

from __future__ import annotations

from typing import Any

from schemas.fields import Item, Model, marks
from schemas.organisation import Organisation
from schemas.outline import PARTS
from schemas.paths import answers, get, mark_at
from schemas.plan import Answers, Plan

from .reach import CONTACTS, Components, reaches

KNOWN = ("municipality", "title", "language")
"""What everybody sees of the title block: which plan this is, and which language it speaks."""
VEILED = "…"
"""Stands for the name of a record that something visible points to and that is not shown itself."""


def limited(plan: Plan, components: Components) -> Plan:
    """Give a plan with only some of its parts; what these point to elsewhere is there, with nothing in it."""
    if components is None:
        return plan
    parts: dict[str, Any] = {name: _part(plan, name, components) for name in PARTS}
    for name in ("reasons", "acknowledged"):
        parts[name] = {path: one for path, one in getattr(plan, name).items() if reaches(components, path)}
    group = plan.group and plan.group.model_copy(update={"start": Answers()})
    return _with_veiled(plan.model_copy(update={**parts, "group": group}), plan, components)


def _part(plan: Plan, name: str, components: frozenset[str]) -> Model:
    part: Model = getattr(plan, name)
    if name in components:
        return part
    kept: dict[str, Any] = {}
    if name == "front":
        kept = {field: getattr(part, field) for field in KNOWN}
    elif name == "organisation" and CONTACTS in components:
        assert isinstance(part, Organisation)
        kept = {"contacts": part.contacts}
    return type(part)().model_copy(update=kept)


def _with_veiled(plan: Plan, whole: Plan, components: frozenset[str]) -> Plan:
    """Put empty records where references lead out of the parts: none looks removed, and each keeps its number."""
    wanted = {
        str(mark.ask.to): None
        for path, mark, value in answers(plan)
        if mark.kind in ("reference", "references") and value and reaches(components, path)
    }
    for to in wanted:
        if not reaches(components, to):
            plan = _placed(plan, to, tuple(_veiled(to, item.id) for item in get(whole, to)))
    return plan


def _veiled(where: str, key: str) -> Item:
    model = mark_at(where).item
    assert model is not None
    assert issubclass(model, Item)
    named = next(mark.name for mark in marks(model) if mark.kind in ("line", "text"))
    return model.model_validate({"id": key, named: VEILED})


def _placed(plan: Plan, to: str, items: tuple[Item, ...]) -> Plan:
    part, _, name = to.partition(".")
    return plan.model_copy(update={part: getattr(plan, part).model_copy(update={name: items})})
