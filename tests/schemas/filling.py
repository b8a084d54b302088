"""Fills a plan in as a room would: only the fields that are named, with plausible values."""

from __future__ import annotations

from datetime import date
from typing import Any

from schemas.fields import Item, Marks
from schemas.ids import with_ids
from schemas.paths import get, mark_at, parse, place
from schemas.plan import Plan

DAY = date(2026, 8, 1)
SAID: dict[str, tuple[Any, ...]] = {
    "stakeholders.parties[].name": ("Politiet", "Regionspsykiatrien", "Kriminalforsorgen", "Boligforeningen", "SSP"),
    "acute.cards[].calls": (("112", "SSP-leder"), ("114", "Social vagt")),
    "coordination.sharing": ("Retsplejeloven § 115: kun det nødvendige, og ingen har pligt til at dele.",),
}
"""What is said where any text will not do, one after the other."""


def filled(plan: Plan, path: str) -> Plan:
    """Give the plan with a plausible value at a path; a list gets one more record, which is still blank."""
    mark = mark_at(path)
    if mark.kind == "records":
        return added(plan, path, mark)
    if mark.ask.to is not None and not get(plan, mark.ask.to):
        plan = added(plan, mark.ask.to, mark_at(mark.ask.to))
    return put(plan, path, value(plan, path, mark))


def added(plan: Plan, path: str, mark: Marks) -> Plan:
    """Give the plan with a new record at the end of a list."""
    assert mark.item is not None
    assert issubclass(mark.item, Item)
    return with_ids(put(plan, path, (*get(plan, path), mark.item())))


def value(plan: Plan, path: str, mark: Marks) -> Any:
    """Make a plausible value for a field."""
    if said := SAID.get(place(path)):
        return said[position(plan, path) % len(said)]
    if mark.kind in ("choice", "choices"):
        return chosen(plan, path, mark)
    if mark.kind in ("reference", "references"):
        first: str = get(plan, mark.ask.to or "")[0].id
        return first if mark.kind == "reference" else (first,)
    if mark.kind == "lines":
        return ("Vi ringer til hinanden samme dag",)
    plain = {"flag": True, "number": 12, "date": DAY}
    return plain.get(mark.kind, "Vi gør det sammen samme dag")


def chosen(plan: Plan, path: str, mark: Marks) -> Any:
    """Choose everything where several may be chosen, else what no other record of the list has chosen."""
    if mark.kind == "choices":
        return mark.choices
    above, _, name = path.rpartition(".")
    siblings = get(plan, above.rpartition("[")[0]) if above.endswith("]") else ()
    taken = [getattr(item, name) for item in siblings]
    return next((choice for choice in mark.choices if choice not in taken), mark.choices[0])


def position(plan: Plan, path: str) -> int:
    """Tell how far down its list a record stands."""
    above = path.rpartition(".")[0]
    if not above.endswith("]"):
        return 0
    return list(get(plan, above.rpartition("[")[0])).index(get(plan, above))


def put(plan: Plan, path: str, value: Any) -> Plan:
    """Give a plan with one value changed, read anew so that it is as a file would give it."""
    data = plan.model_dump(mode="json")
    *way, (last, _) = parse(path)
    here: Any = data
    for name, key in way:
        here = here[name] if key is None else next(item for item in here[name] if item["id"] == key)
    here[last] = (
        [one.model_dump(mode="json") if isinstance(one, Item) else one for one in value]
        if isinstance(value, tuple)
        else value
    )
    return Plan.model_validate(data)
