"""A group's plan: some parts of a plan, taken apart to be worked on and brought home again. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from schemas.describing import naming
from schemas.fields import Item, walk_marks
from schemas.paths import NoSuchPath, get
from schemas.plan import Answers, Group, Plan, Saved

from .change import Change
from .edits import Add, Edit, Remove, Set, WrongType, apply, plain, touched
from .limiting import limited
from .opening import new_plan_id, now
from .reach import reaches


def group_plan(plan: Plan, parts: tuple[str, ...], seq: int) -> Plan:
    """Give the plan that a group works on: the parts, and the names of what these can point to elsewhere.

    parts: names of `reach.REACHABLE`. seq: the change at which the plan stands. The group's plan has an id of its own,
    so that no two groups, nor a group and the plan, are ever taken for one.
    """
    seen = limited(plan, frozenset(parts))
    for where in _pointed_to(parts):
        part, _, name = where.partition(".")
        names = tuple(_name_alone(item) for item in get(plan, where))
        seen = seen.model_copy(update={part: getattr(seen, part).model_copy(update={name: names})})
    start = Answers(**{name: getattr(seen, name) for name in Answers.model_fields})
    group = Group(plan=plan.saved.plan, seq=seq, parts=parts, start=start)
    stamp = Saved(plan=new_plan_id(), seq=0, at=datetime.fromisoformat(now()))
    return seen.model_copy(update={"saved": stamp, "group": group})


def _pointed_to(parts: tuple[str, ...]) -> dict[str, None]:
    """Name the lists outside some parts that their fields point to."""
    found = [mark.ask.to for place, mark in walk_marks(Plan) if mark.ask.to and reaches(frozenset(parts), place)]
    return dict.fromkeys(where for where in found if not reaches(frozenset(parts), where))


def _name_alone(item: Item) -> Item:
    mark = naming(item)
    return type(item).model_validate({"id": item.id, **({mark.name: getattr(item, mark.name)} if mark else {})})


def started_from(group: Plan) -> Plan:
    """Give what a group's plan held when the group began."""
    start = group.group.start if group.group else Answers()
    return Plan().model_copy(update={name: getattr(start, name) for name in Answers.model_fields})


def standing(changes: Iterable[Change]) -> dict[int, tuple[Edit, ...]]:
    """Give what merges have brought into a plan, by seq, as far as nobody has taken it back by undo or restoring.

    changes: the log, of which only merges, undos, redos and restorings matter.
    """
    there: dict[int, tuple[Edit, ...]] = {}
    undone: dict[int, tuple[Edit, ...]] = {}
    for change in changes:
        if change.cause == "merge":
            there[change.seq] = change.edits
        elif change.cause == "undo" and change.undoes in there:
            undone[change.seq] = there.pop(change.undoes)
        elif change.cause == "redo" and change.undoes in undone:
            there[change.seq] = undone.pop(change.undoes)
        elif change.cause == "restore":
            for seq, edits in there.items():
                there[seq] = tuple(edit for edit in edits if not change.touches(touched(edit)))
    return there


def base_of(group: Plan, earlier: Iterable[Edit] = ()) -> Plan:
    """Give what a group's plan is to be told apart from: its start, with what the plan has from the group already.

    earlier: what earlier merges have brought into the plan. What came home once and was changed or removed there
    since is not brought again by a second merge.
    """
    base = started_from(group)
    for edit in earlier:
        if _made_by(group, edit):
            with suppress(NoSuchPath, WrongType):
                base = apply(base, edit)
    return base


def _made_by(group: Plan, edit: Edit) -> bool:
    """Tell whether a group's plan says what an edit does."""
    try:
        match edit:
            case Set(path, value):
                return bool(plain(get(group, path)) == value)
            case Add(where, item):
                return any(one.id == item["id"] for one in get(group, where))
            case Remove(where, item):
                return all(one.id != item["id"] for one in get(group, where))
    except NoSuchPath:
        pass
    return False
