"""Bringing back what stood in the past: a field, a record, a component or everything, as one change."""

from __future__ import annotations

from typing import Any, TypeVar

from schemas.fields import Item, Model
from schemas.paths import NoSuchPath, Segment, answers, below, exists, get, parse, records
from schemas.plan import Plan

from .change import Change
from .difference import difference
from .edits import Edit, Move, Remove, touched
from .past import plan_at
from .people import Held
from .session import Session

M = TypeVar("M", bound=Model)


def restore(session: Session, seq: int, path: str | None = None) -> Change | None:
    """Bring a field, a record, a list or a component back as it stood after a change; None: everything.

    Gives None where it stands so already. It is a change of its own, and can be undone. Raises `NoSuchPath` where
    nothing stood there then, `LookupError` where the history does not reach back, `ReadOnlyPlan` and `Held`.
    """
    session.settle()
    edits = restoring(session.plan, plan_at(session.history, seq), path)
    for edit in edits:
        if isinstance(edit, Remove | Move) and (author := session.holder(touched(edit))) is not None:
            raise Held(touched(edit), author)
    return session.apply(edits, "restore")


def restoring(now: Plan, then: Plan, path: str | None = None) -> tuple[Edit, ...]:
    """Give the edits that bring a path back as it stood; nothing where it stands so already. Raises `NoSuchPath`.

    A record that is gone comes back in its place, and a field of one brings its whole record back.
    """
    if path is None:
        return difference(now, then)
    get(then, path)
    path = _standing(now, path)
    return difference(now, _tidied(_with(now, then, path), now, then, path))


def _standing(now: Plan, path: str) -> str:
    """Give the outermost record on the way to a path that the plan has no longer, or the path itself."""
    here = ""
    for name, key in parse(path):
        here = f"{here}.{name}" if here else name
        here += f"[{key}]" if key is not None else ""
        if not exists(now, here):
            return here
    return path


def _with(now: Plan, then: Plan, path: str) -> Plan:
    """Give a plan with what another has at a path, and with the reasons and acknowledgements it has there."""
    if path.endswith("]"):
        plan, answered = _put_back(now, then, path), path.rpartition("[")[0]
    else:
        plan, answered = _put(now, parse(path), get(then, path)), path
    beside = {}
    for name in ("reasons", "acknowledged"):
        kept = {key: one for key, one in getattr(now, name).items() if key != answered and not below(key, path)}
        beside[name] = kept | {key: one for key, one in getattr(then, name).items() if below(key, path)}
    return plan.model_copy(update=beside)


def _put_back(now: Plan, then: Plan, path: str) -> Plan:
    """Put a record back as it was: where it stands now, else after the nearest record it stood after."""
    where, _, key = path.removesuffix("]").rpartition("[")
    items: tuple[Item, ...] = get(now, where)
    earlier: tuple[Item, ...] = get(then, where)
    item = next(one for one in earlier if one.id == key)
    if any(one.id == key for one in items):
        return _put(now, parse(where), tuple(item if one.id == key else one for one in items))
    before = {one.id for one in earlier[: earlier.index(item)]}
    place = max((index for index, one in enumerate(items, 1) if one.id in before), default=0)
    return _put(now, parse(where), (*items[:place], item, *items[place:]))


def _put(model: M, segments: tuple[Segment, ...], value: Any) -> M:
    """Copy the models along a path, with a value at its end."""
    (name, key), rest = segments[0], segments[1:]
    if rest:
        inner = getattr(model, name)
        if key is None:
            value = _put(inner, rest, value)
        else:
            value = tuple(_put(item, rest, value) if item.id == key else item for item in inner)
    return model.model_copy(update={name: value})


def _tidied(plan: Plan, now: Plan, then: Plan, path: str) -> Plan:
    """Let references follow: what points to a record that went is cleared, what pointed to one that came does again."""
    ids, had = _ids(plan), _ids(now)
    gone, came = (had | _ids(then)) - ids, ids - had
    for where, mark, value in tuple(answers(plan)):
        if mark.kind not in ("reference", "references"):
            continue
        single = mark.kind == "reference"
        meant = [one for one in _several(value) if one not in gone]
        if not below(where, path) and not (single and meant):
            meant += [one for one in _several(_then(then, where)) if one in came and one not in meant]
        if meant != _several(value):
            plan = _put(plan, parse(where), next(iter(meant), None) if single else tuple(meant))
    return plan


def _ids(plan: Plan) -> set[str]:
    return {item.id for _, item in records(plan)}


def _several(value: Any) -> list[str]:
    """Give what a reference, or several, point to."""
    return [value] if isinstance(value, str) else list(value or ())


def _then(then: Plan, path: str) -> Any:
    try:
        return get(then, path)
    except NoSuchPath:
        return None
