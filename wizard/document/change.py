"""The log's unit: some edits that happen together or not at all, and who made them when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from schemas.fields import Item
from schemas.ids import new_id
from schemas.paths import NoSuchPath, answers, below, exists, get, is_empty, mark_at
from schemas.plan import Plan, Reason, Unanswered

from .edits import Add, Edit, Move, Remove, Set, apply, fitted, inverse, normal, plain, position, record, touched

Cause = Literal["user", "undo", "redo", "external", "restore", "merge", "lift", "forget"]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log.

    seq: its place in the log, from 1. at: ISO 8601, UTC. undoes: the seq that an undo or redo takes back.
    """

    seq: int
    at: str
    author: str
    session: str
    cause: Cause
    undoes: int | None
    edits: tuple[Edit, ...]

    def paths(self) -> tuple[str, ...]:
        """Name what the change touches."""
        return tuple(touched(edit) for edit in self.edits)

    def touches(self, path: str) -> bool:
        """Tell whether the change concerns a path, something inside it or what it stands in."""
        return any(below(mine, path) or below(path, mine) for mine in self.paths())

    def back(self) -> tuple[Edit, ...]:
        """Give the edits that take the change back."""
        return tuple(inverse(edit) for edit in reversed(self.edits))


def applied(plan: Plan, edits: tuple[Edit, ...]) -> Plan:
    """Give the plan after some edits, all or none. Raises as `edits.apply` does."""
    for edit in edits:
        plan = apply(plan, edit)
    return plan


def fits(plan: Plan, edits: tuple[Edit, ...]) -> bool:
    """Tell whether every edit finds what it expects: the value before, the record, and no record of its id."""
    try:
        for edit in edits:
            if isinstance(edit, Set) and plain(get(plan, edit.path)) != edit.before:
                return False
            plan = apply(plan, edit)
    except NoSuchPath:
        return False
    return True


def setting(plan: Plan, path: str, value: Any) -> tuple[Edit, ...]:
    """Answer a field; the reason for having passed it by goes in the same change. Nothing where nothing changes.

    At the path of a record the value is the whole record; one that the plan does not have comes into it, last.
    """
    if path.endswith("]"):
        return _bringing(plan, path, value)
    new, old = normal(path, value), plain(get(plan, path))
    if new == old:
        return ()
    edits: list[Edit] = [Set(path, new, old)]
    if path in plan.reasons and not is_empty(new):
        edits.append(without_reason(plan, path))
    return (*edits, *asking_again(plan, path, new))


def _bringing(plan: Plan, path: str, values: dict[str, Any]) -> tuple[Edit, ...]:
    if exists(plan, path):
        return tuple(edit for name, value in values.items() for edit in setting(plan, f"{path}.{name}", value))
    where, _, key = path.removesuffix("]").rpartition("[")
    items: tuple[Item, ...] = get(plan, where)
    item = record(where, {**fitted(values), "id": key})
    passed = (without_reason(plan, where),) if where in plan.reasons else ()
    return (Add(where, plain(item), items[-1].id if items else None), *passed)


def asking_again(plan: Plan, path: str, value: Any) -> tuple[Edit, ...]:
    """Take an acknowledgement away where the new value of its field holds something else than was acknowledged."""
    known = plan.acknowledged.get(path)
    if known is None:
        return ()
    from schemas.checks.private import fingerprint  # few plans need it, and a plan is to open quickly

    if known == fingerprint(path, value):
        return ()
    return (without_acknowledgement(plan, path),)


def without_acknowledgement(plan: Plan, path: str) -> Set:
    """Give the edit that takes the acknowledgement at a path away."""
    return Set(f"acknowledged[{path}]", None, plan.acknowledged[path])


def without_reason(plan: Plan, path: str) -> Set:
    """Give the edit that takes the reason at a path away."""
    return Set(f"reasons[{path}]", None, plain(plan.reasons[path]))


def adding(plan: Plan, where: str, values: dict[str, Any], after: str | None) -> tuple[Edit, ...]:
    """Add a record with a new id to a list."""
    model = mark_at(where).item
    assert model is not None
    assert issubclass(model, Item)
    item = record(where, {**fitted(values), "id": new_id(model)})
    edits: list[Edit] = [Add(where, plain(item), after)]
    if where in plan.reasons:
        edits.append(without_reason(plan, where))
    return tuple(edits)


def pointing_to(plan: Plan, key: str, inside: str) -> list[Edit]:
    """Give the edits that clear what points to a record from outside it."""
    edits: list[Edit] = []
    for path, mark, value in answers(plan):
        if below(path, inside):
            continue
        if mark.kind == "reference" and value == key:
            edits.append(Set(path, None, key))
        elif mark.kind == "references" and key in value:
            edits.append(Set(path, [other for other in value if other != key], list(value)))
    return edits


def removing(plan: Plan, where: str, key: str) -> tuple[Edit, ...]:
    """Remove a record, the references to it, and the reasons and acknowledgements below it."""
    items: tuple[Item, ...] = get(plan, where)
    index = position(items, key)
    path = f"{where}[{key}]"
    edits = pointing_to(plan, key, path)
    edits += beneath(plan, path)
    edits.append(Remove(where, plain(items[index]), items[index - 1].id if index else None))
    return tuple(edits)


def beneath(plan: Plan, path: str) -> Iterator[Edit]:
    """Give the edits that take away what is kept beside the fields of a record."""
    yield from (without_reason(plan, reason) for reason in plan.reasons if below(reason, path))
    yield from (without_acknowledgement(plan, known) for known in plan.acknowledged if below(known, path))


def moving(plan: Plan, where: str, key: str, after: str | None) -> tuple[Edit, ...]:
    """Put a record after another one of its list, or first."""
    items: tuple[Item, ...] = get(plan, where)
    index = position(items, key)
    before = items[index - 1].id if index else None
    return () if after in (before, key) else (Move(where, key, after, before),)


def passing_by(plan: Plan, path: str, state: Unanswered, reason: str) -> tuple[Edit, ...]:
    """Note why a field stands empty; an answer that stands there already is emptied in the same change."""
    value, old, new = get(plan, path), plan.reasons.get(path), Reason(state=state, reason=fitted(reason))
    if old == new:
        return ()
    answered = not is_empty(value) and mark_at(path).kind != "records"
    emptied = (Set(path, normal(path, None), plain(value)),) if answered else ()
    again = asking_again(plan, path, None) if answered else ()
    return (*emptied, Set(f"reasons[{path}]", plain(new), plain(old)), *again)
