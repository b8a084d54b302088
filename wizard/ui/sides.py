"""Two versions of the same in words: what was wanted, and what stands in the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from schemas.describing import name_of as record_name
from schemas.describing import where
from schemas.fields import Item, marks
from schemas.paths import NoSuchPath, below, exists, field_of, get, mark_at
from wizard.document.edits import Add, Edit, Move, Remove, Set, WrongType, touched, typed
from wizard.document.reach import reached

from .saying import full_text
from .who import name_of

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.plan import Plan
    from wizard.document.change import Change
    from wizard.document.conflicts import Conflict
    from wizard.document.session import Session

MOST = 4_000
"""Words, and gaps between them, that are compared; what is longer is shown without marks."""
AT_ONCE, FAR = 200, 5_000
"""How many changes are read at a time, from the latest back, and how many are read at most."""


@dataclass(frozen=True, slots=True)
class Sides:
    """One place of a conflict: where it is, what was wanted there, and what stands there now."""

    where: str
    mine: str
    theirs: str


def choosable(session: Session) -> tuple[Conflict, ...]:
    """List what waits for a choice here: what lies in parts that are not shown here is left to others."""
    return tuple(
        one for one in session.conflicts if reached(session.components, tuple(touched(edit) for edit in one.edits))
    )


def sides(conflict: Conflict, plan: Plan, words: Words) -> list[Sides]:
    """Write both versions of a conflict out, place by place; nothing is cut. An acknowledgement is no version."""
    return [_sides(edit, plan, words) for edit in conflict.edits if not touched(edit).startswith("acknowledged[")]


def differing(one: Sides) -> dict[str, list[tuple[int, int]]]:
    """Give where each version has words that the other one has not, from and to; nothing for very long texts."""
    mine, theirs = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (one.mine, one.theirs))
    found: dict[str, list[tuple[int, int]]] = {"mine": [], "theirs": []}
    if len(mine) + len(theirs) > MOST:
        return found
    for kind, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            for side, words, first, last in (("mine", mine, a, b), ("theirs", theirs, c, d)):
                text = "".join(words[first:last])
                start = len("".join(words[:first])) + len(text) - len(text.lstrip())
                found[side] += [(start, start + len(text.strip()))] if text.strip() else []
    return found


def _sides(edit: Edit, plan: Plan, words: Words) -> Sides:
    match edit:
        case Set(path, value):
            return Sides(_where(path, plan, words), _value(path, value, plan, words), _standing(path, plan, words))
        case Move(place, key):
            name = _named(plan, f"{place}[{key}]", words)
            return Sides(_where(place, plan, words), words("company.choice.moved", what=name), "")
        case Add(place, item) | Remove(place, item):
            key = "added" if isinstance(edit, Add) else "removed"
            record = _record(place, item)
            name = record_name(record, plan, words) if record is not None else words("document.edit.unnamed")
            said = words(f"company.choice.{key}", what=name)
            mine = [said, *(_fields(record, plan, words) if key == "added" else [])]
            path = f"{place}[{item['id']}]"
            absent = key == "added" and not exists(plan, path)
            theirs = words("company.choice.absent") if absent else _standing(path, plan, words)
            return Sides(_where(place, plan, words), "\n".join(mine), theirs)


def _where(path: str, plan: Plan, words: Words) -> str:
    return where(field_of(path), plan, words)


def _record(place: str, item: dict[str, Any]) -> Item | None:
    model = mark_at(place).item
    try:
        found = model.model_validate(item) if model is not None else None
    except ValidationError:
        return None
    return found if isinstance(found, Item) else None


def _fields(item: Item | None, plan: Plan, words: Words) -> list[str]:
    """Write a record's answers, a line each."""
    if item is None:
        return []
    found = []
    for mark in marks(type(item)):
        if mark.kind != "records" and (said := full_text(mark, getattr(item, mark.name), plan, words)):
            found.append(f"{words.field(type(item).__name__, mark.name)['label']}: {said}")
    return found


def _value(path: str, value: Any, plan: Plan, words: Words) -> str:
    """Write a plain value in full, as people read it."""
    if path.startswith("reasons["):
        return _reason(value, words)
    mark = mark_at(path)
    try:
        return full_text(mark, typed(mark.model, mark.name, value, path), plan, words) or words("company.choice.empty")
    except WrongType:
        return str(value)


def _reason(value: Any, words: Words) -> str:
    if not value:
        return words("company.choice.empty")
    return words(f"interface.state.{value.get('state', 'skipped')}", reason=value.get("reason", ""))


def _standing(path: str, plan: Plan, words: Words) -> str:
    """Write what stands at a path of the plan now."""
    try:
        value = get(plan, path)
    except NoSuchPath:
        return words("company.choice.gone")
    if isinstance(value, Item):
        return "\n".join([record_name(value, plan, words), *_fields(value, plan, words)])
    if path.startswith("reasons["):
        return _reason(value.model_dump(mode="json") if value is not None else None, words)
    return full_text(mark_at(path), value, plan, words) or words("company.choice.empty")


def _named(plan: Plan, path: str, words: Words) -> str:
    try:
        return record_name(get(plan, path), plan, words)
    except NoSuchPath:
        return words("company.choice.gone")


def last_change(session: Session, conflict: Conflict) -> Change | None:
    """Find the latest change of what a conflict is about; None where it was long ago."""
    paths = [touched(edit) for edit in conflict.edits]
    until = session.seq
    while until > max(0, session.seq - FAR):
        for change in reversed(session.changes(max(0, until - AT_ONCE), until)):
            if any(below(path, one) or below(one, path) for path in paths for one in change.paths()):
                return change
        until -= AT_ONCE
    return None


def heading_of(conflict: Conflict, session: Session, words: Words) -> str:
    """Say whose the version is that is not in the plan."""
    if conflict.cause in ("external", "merge"):
        said = words("company.choice.mine_from_file")
    elif conflict.author == session.author:
        said = words("company.choice.mine")
    else:
        said = words("company.choice.mine_of", name=name_of(conflict.author))
    return f"{said} · {moment(conflict.at, words)}"


def heading_of_plan(conflict: Conflict, session: Session, words: Words) -> str:
    """Say whose the version is that stands in the plan."""
    change = last_change(session, conflict)
    if change is None:
        return words("company.choice.theirs")
    return f"{words('company.choice.theirs_by', name=name_of(change.author))} · {moment(change.at, words)}"


def moment(at: str, words: Words) -> str:
    """Write when something was done: the time, with the day before it where that was not today."""
    then = datetime.fromisoformat(at).astimezone()
    day = "" if then.date() == datetime.now().astimezone().date() else f"{words.date(then.date())} "
    return words("company.choice.at", when=f"{day}{then:%H:%M}")
