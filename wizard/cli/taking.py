"""What taking in a point from a hearing does to a plan, and how the point stands to the plan of today. Pure."""

from __future__ import annotations

from typing import Any, Literal

from schemas.fields import Item
from schemas.language import words
from schemas.paths import exists, get
from schemas.plan import Plan
from wizard.document.change import adding, moving, removing, setting
from wizard.document.edits import Edit, WrongType, fitted, normal, plain
from wizard.render.hearing.points import Point

Standing = Literal["open", "there", "parked", "moved_on", "gone"]
"""Whether a point waits, is in the plan already, itself or as a parked point, or meets a plan that says something
else, or a place that is gone."""

CAUGHT = "workshop.caught"


def standing_of(point: Point, today: Plan) -> Standing:
    """Tell how a point stands to the plan of today."""
    try:
        return _standing(point, today)
    except WrongType:
        return "open"


def _standing(point: Point, today: Plan) -> Standing:
    match point.kind:
        case "changed":
            return _of_answer(point, today)
        case "added":
            return _of_record(point, today)
        case "removed":
            if not exists(today, point.path):
                return "there"
            return "open" if plain(get(today, point.path)) == point.before else "moved_on"
        case "moved":
            if not exists(today, point.path):
                return "gone"
            return "open" if edits_of(point, today) else "there"
        case _:
            noted = note_of(point, today)
            known = any(plain(one) | {"id": ""} == noted | {"id": ""} for one in today.workshop.caught)
            return "parked" if known else "open"


def _of_answer(point: Point, today: Plan) -> Standing:
    if not exists(today, point.path):
        return "gone"
    now = plain(get(today, point.path))
    if now == normal(point.path, point.after):
        return "there"
    return "open" if now == normal(point.path, point.before) else "moved_on"


def _of_record(point: Point, today: Plan) -> Standing:
    if not exists(today, point.path):
        return "gone"
    wanted = fitted(dict(point.after))
    found: tuple[Item, ...] = get(today, point.path)
    there = ({name: plain(one).get(name) for name in wanted} == wanted for one in found)
    return "there" if wanted and any(there) else "open"


def edits_of(point: Point, plan: Plan) -> tuple[Edit, ...]:
    """Give the edits that take a point into a plan; what is no change of an answer becomes a parked point.

    Raises `WrongType`, and `NoSuchPath` where the plan has no such place any longer.
    """
    match point.kind:
        case "changed":
            return setting(plan, point.path, point.after)
        case "added":
            return adding(plan, point.path, dict(point.after), point.anchor)
        case "removed" | "moved":
            where, _, key = point.path.removesuffix("]").rpartition("[")
            return removing(plan, where, key) if point.kind == "removed" else moving(plan, where, key, point.anchor)
        case _:
            caught = plan.workshop.caught
            return adding(plan, CAUGHT, note_of(point, plan), caught[-1].id if caught else None)


def note_of(point: Point, plan: Plan) -> dict[str, Any]:
    """Give the parked point that a comment, or what must be done by hand, becomes; nobody's name goes into the plan."""
    said = words(plan.front.language.value)
    text = " ".join(point.text.split())
    if point.kind == "comment":
        replies = [" ".join(one.text.split()) for one in point.replies]
        text = said("hearing.note.comment", text=text)
        text += "".join(" " + said("hearing.note.reply", text=one) for one in replies)
        if point.was:
            text += " " + said("hearing.note.quote", text=_short(point.was))
    elif point.was and text:
        text = said("hearing.note.changed", before=_short(point.was), after=text)
    elif text:
        text = said("hearing.note.added", after=text)
    else:
        text = said("hearing.note.removed", before=_short(point.was))
    if not point.path and point.title:
        text = said("hearing.note.under", title=point.title, text=text)
    return {"kind": "parked", "text": fitted(text), **({"about": point.path} if point.path else {})}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:119].rstrip() + "…"
