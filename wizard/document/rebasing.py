"""Edits made upon an older plan, fitted to the plan as it is now: what becomes of a change that came second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.fields import Item
from schemas.paths import NoSuchPath, get, is_empty, parse
from schemas.plan import Plan

from .change import Change, asking_again, beneath, pointing_to, without_reason
from .edits import Add, Edit, Move, Remove, Set, WrongType, apply, plain, position


class Clash(Exception):
    """Two changes that cannot both stand: what this one expects is no longer there."""


def tried(plan: Plan, edits: Iterable[Edit]) -> Plan | None:
    """Give the plan after some edits; None where one of them does not find what it expects."""
    try:
        for edit in edits:
            if not _found(plan, edit):
                return None
            plan = apply(plan, edit)
    except (NoSuchPath, WrongType):
        return None
    return plan


def _found(plan: Plan, edit: Edit) -> bool:
    if isinstance(edit, Set):
        return bool(plain(get(plan, edit.path)) == edit.before)
    if isinstance(edit, Remove):
        return bool(plain(get(plan, f"{edit.list}[{edit.item['id']}]")) == edit.item)
    return True


def rebased(plan: Plan, edits: Iterable[Edit], since: Iterable[Change]) -> tuple[Edit, ...]:
    """Give the edits as they are done to a plan that others changed; what is done already is left out.

    since: the changes that came between. Raises `Clash`.
    """
    gone = _gone(since)
    fitting: list[Edit] = []
    try:
        for edit in edits:
            for one in tuple(_fitted(plan, edit, gone)):
                plan = apply(plan, one)
                fitting.append(one)
    except (NoSuchPath, WrongType):
        raise Clash from None
    return tuple(fitting)


def _gone(since: Iterable[Change]) -> dict[str, str | None]:
    """Give what each record that was removed stood after."""
    edits = (edit for change in since for edit in change.edits)
    return {str(edit.item["id"]): edit.after for edit in edits if isinstance(edit, Remove)}


def _fitted(plan: Plan, edit: Edit, gone: dict[str, str | None]) -> Iterator[Edit]:
    match edit:
        case Set():
            return _setting(plan, edit)
        case Add():
            return _adding(plan, edit, gone)
        case Remove():
            return _removing(plan, edit)
        case Move():
            return _moving(plan, edit, gone)


def _setting(plan: Plan, edit: Set) -> Iterator[Edit]:
    now = plain(get(plan, edit.path))
    if now == edit.value:
        return
    (name, inner), *_ = parse(edit.path)
    if name == "reasons":
        if edit.value is not None and (now != edit.before or not is_empty(get(plan, str(inner)))):
            raise Clash
        yield Set(edit.path, edit.value, now)
        return
    if name == "acknowledged":
        yield Set(edit.path, edit.value, now)
        return
    if now != edit.before:
        raise Clash
    yield edit
    yield from asking_again(plan, edit.path, edit.value)
    if edit.path in plan.reasons and not is_empty(edit.value):
        yield without_reason(plan, edit.path)


def _adding(plan: Plan, edit: Add, gone: dict[str, str | None]) -> Iterator[Edit]:
    items: tuple[Item, ...] = get(plan, edit.list)
    there = next((item for item in items if item.id == edit.item["id"]), None)
    if there is not None:
        if plain(there) != edit.item:
            raise Clash
        return
    yield Add(edit.list, edit.item, anchor(items, edit.after, gone))
    if edit.list in plan.reasons:
        yield without_reason(plan, edit.list)


def _removing(plan: Plan, edit: Remove) -> Iterator[Edit]:
    items: tuple[Item, ...] = get(plan, edit.list)
    key = str(edit.item["id"])
    if all(item.id != key for item in items):
        return
    index, path = position(items, key), f"{edit.list}[{key}]"
    if plain(items[index]) != edit.item:
        raise Clash
    yield from pointing_to(plan, key, path)
    yield from beneath(plan, path)
    yield Remove(edit.list, edit.item, items[index - 1].id if index else None)


def _moving(plan: Plan, edit: Move, gone: dict[str, str | None]) -> Iterator[Edit]:
    items: tuple[Item, ...] = get(plan, edit.list)
    if all(item.id != edit.id for item in items):
        return
    index = position(items, edit.id)
    before = items[index - 1].id if index else None
    after = anchor(items, edit.after, gone)
    if after not in (before, edit.id):
        yield Move(edit.list, edit.id, after, before)


def anchor(items: tuple[Item, ...], after: str | None, gone: dict[str, str | None]) -> str | None:
    """Give the record that something is put after: where it is gone, the nearest survivor before it, else the last."""
    if after is None:
        return None
    standing = {item.id for item in items}
    wanted: str | None = after
    while wanted is not None and wanted not in standing:
        wanted = gone.get(wanted)
    return wanted if wanted is not None or not items else items[-1].id
