"""Brings groups' plans home into the plan they came from, or says where two of them say different things. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from schemas.paths import exists, field_of, get, is_beside, mark_at, parse
from schemas.plan import Plan

from .change import applied, removing
from .difference import difference
from .edits import Edit, Set, plain
from .groups import base_of
from .merging import merged, rearranged
from .restoring import restoring

Choice = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place where the plan and a group, or two groups, say different things.

    path: as of a `merging.Clash`. plan: what the plan says. groups: (place among the groups, what it says) of those
    that changed it. Values are plain: None where there is nothing or nothing more, of a list the ids in their order.
    """

    path: str
    plan: Any
    groups: tuple[tuple[int, Any], ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What comes of a merge.

    plan: the plan with what the groups bring; where there is a disagreement nobody has settled, as it was.
    edits: what leads there. disagreements: in the order of the plan, also those that were settled.
    """

    plan: Plan
    edits: tuple[Edit, ...]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    base: Plan
    plan: Plan


def gathered(plan: Plan, groups: Sequence[Plan], earlier: Sequence[Edit] = (), choice: Choice = "ours") -> Gathered:
    """Bring groups' plans into a plan.

    earlier: what merges before this one brought (`groups.standing`). choice: who is right where they disagree: "ours"
    is the plan, also where only groups disagree with each other; "theirs" the groups, of which the last one wins.
    """
    given = [_Group(base_of(group, earlier), group) for group in groups]
    clashing = _clashing(plan, given)
    found = tuple(_disagreement(path, plan, given, clashing[path]) for path in sorted(clashing, key=_order))
    result = _taking_groups(plan, given) if choice == "theirs" else _keeping_plan(plan, given)
    return Gathered(result, difference(plan, result), found)


def _clashing(plan: Plan, groups: Sequence[_Group]) -> dict[str, set[int]]:
    """Name the places where groups disagree with the plan or with one before them, and these groups."""
    found: dict[str, set[int]] = {}
    together = plan
    for place, one in enumerate(groups):
        result = merged(one.base, together, one.plan)
        together = result.plan
        for clash in (*merged(one.base, plan, one.plan).clashes, *result.clashes):
            found.setdefault(clash.path, set()).add(place)
    return found


def _taking_groups(plan: Plan, groups: Sequence[_Group]) -> Plan:
    """Let each group have its will, one after the other."""
    for one in groups:
        taken: set[str] = set()
        result = merged(one.base, plan, one.plan)
        while rest := [clash for clash in result.clashes if clash.path not in taken]:
            taken.add(rest[0].path)
            result = merged(one.base, applied(result.plan, rest[0].edits), one.plan)
        plan = result.plan
    return plan


def _keeping_plan(plan: Plan, groups: Sequence[_Group]) -> Plan:
    """Bring in what nobody disagrees about: at every other place the groups are taken as if they had said nothing."""
    silenced: set[str] = set()
    while paths := _clashing(plan, groups).keys() - silenced:
        silenced |= paths
        groups = [_Group(one.base, _silenced(one, paths)) for one in groups]
    for one in groups:
        plan = merged(one.base, plan, one.plan).plan
    return plan


def _silenced(group: _Group, paths: Iterable[str]) -> Plan:
    """Give a group's plan with nothing changed at some paths."""
    plan = group.plan
    for path in sorted(paths):
        plan = applied(plan, _back(plan, group.base, path))
    return plan


def _back(plan: Plan, base: Plan, path: str) -> tuple[Edit, ...]:
    """Give the edits that take back what a group has done at a path."""
    if is_beside(path):
        return (Set(path, plain(get(base, path)), plain(get(plan, path))),)
    if exists(base, path):
        if not path.endswith("]") and mark_at(path).kind == "records":
            return rearranged(plan, path, [item.id for item in get(base, path)])
        return restoring(plan, base, path)
    if not exists(plan, path):
        return ()
    if path.endswith("]"):
        where, _, key = path.removesuffix("]").rpartition("[")
        return removing(plan, where, key)
    return (Set(path, _blank(path), plain(get(plan, path))),)


def _blank(path: str) -> Any:
    """Give what stands in a field of a record that holds nothing."""
    mark = mark_at(path)
    return plain(mark.model.model_fields[mark.name].default)


def _disagreement(path: str, plan: Plan, groups: Sequence[_Group], clashing: set[int]) -> Disagreement:
    said = [(place, _said(one.base, path), _said(one.plan, path)) for place, one in enumerate(groups)]
    changed = tuple((place, now) for place, then, now in said if now != then or place in clashing)
    return Disagreement(path, _said(plan, path), changed)


def _said(plan: Plan, path: str) -> Any:
    """Give what a plan says at a path, as plain values; of a list of records their ids in order."""
    if not exists(plan, path):
        return None
    value = get(plan, path)
    if not path.endswith("]") and mark_at(path).kind == "records":
        return [item.id for item in value]
    return plain(value)


def _order(path: str) -> tuple[int, str]:
    """Tell where in a plan a path stands."""
    part = parse(field_of(path))[0][0]
    return list(Plan.model_fields).index(part), path
