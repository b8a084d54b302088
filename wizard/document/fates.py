"""What becomes of the records that one side of a merge has removed. Pure."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from schemas.fields import Item, Model, marks
from schemas.paths import answers, below, records
from schemas.plan import Plan


class Fates:
    """The records of the base that one side or both have removed.

    gone: ids of those that are in neither in the end. kept: (list, id) of those that theirs removed and ours has
    changed or begun to point to. lost: the same of those that ours removed and theirs has changed.
    contested: the ids of `kept`, with those of the records inside them.
    """

    def __init__(self, base: Plan, ours: Plan, theirs: Plan) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.gone: set[str] = set()
        self.kept: list[tuple[str, str]] = []
        self.lost: list[tuple[str, str]] = []
        self.contested: set[str] = set()
        self._models(base, ours, theirs, "")

    @cached_property
    def _mine(self) -> set[str]:
        return {item.id for _, item in records(self.ours)}

    @cached_property
    def _yours(self) -> set[str]:
        return {item.id for _, item in records(self.theirs)}

    @cached_property
    def _pointing(self) -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]:
        return _pointers(self.base), _pointers(self.ours), _pointers(self.theirs)

    def _models(self, base: Model, ours: Model, theirs: Model, path: str) -> None:
        for mark in marks(type(base)):
            was, mine, yours = (getattr(side, mark.name) for side in (base, ours, theirs))
            here = f"{path}.{mark.name}" if path else mark.name
            if mark.kind == "group":
                self._models(was, mine, yours, here)
            elif mark.kind == "records":
                one, other = ({item.id: item for item in items} for items in (mine, yours))
                for item in was:
                    self._record(item, one.get(item.id), other.get(item.id), here)

    def _record(self, item: Item, mine: Item | None, yours: Item | None, where: str) -> None:
        path = f"{where}[{item.id}]"
        if mine and yours:
            self._models(item, mine, yours, path)
        elif mine:
            self._removed(item, where, self._touched(item, mine, path, theirs=False), theirs=True)
        elif yours:
            self._removed(item, where, self._touched(item, yours, path, theirs=True), theirs=False)
        else:
            self.gone |= _ids(item) - self._mine - self._yours

    def _removed(self, item: Item, where: str, touched: bool, theirs: bool) -> None:
        ids = _ids(item)
        if theirs and touched:
            self.kept.append((where, item.id))
            self.contested |= ids
            return
        self.gone |= ids - (self._yours if theirs else self._mine)
        if touched:
            self.lost.append((where, item.id))

    def _touched(self, item: Item, now: Item, path: str, theirs: bool) -> bool:
        """Tell whether a side has changed a record, a reason in it, or what points to it."""
        side = self.theirs if theirs else self.ours
        if now != item or _reasons(side, path) != _reasons(self.base, path):
            return True
        first, mine, yours = self._pointing
        pointing = yours if theirs else mine
        return any(not below(pointer, path) for key in _ids(item) for pointer in pointing[key] - first[key])


def _ids(item: Item) -> set[str]:
    """Give the id of a record and of every record inside it."""
    found = {item.id}
    for _, mark, value in answers(item):
        if mark.kind == "records":
            found |= {inner.id for inner in value}
    return found


def _reasons(plan: Plan, path: str) -> dict[str, object]:
    return {key: reason for key, reason in plan.reasons.items() if below(key, path)}


def _pointers(plan: Plan) -> dict[str, set[str]]:
    """Find the paths that point to each record, by its id."""
    found: dict[str, set[str]] = defaultdict(set)
    for path, mark, value in answers(plan):
        if mark.kind == "reference" and value:
            found[value].add(path)
        elif mark.kind == "references":
            for key in value:
                found[key].add(path)
    return found
