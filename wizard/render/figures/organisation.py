"""The organisation, top down: who adopts, who is responsible, who steers, the infohus, and who receives a concern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.choices import Attendance
from schemas.language import Words
from schemas.plan import Plan

from .sketch import Sketch
from .texts import Roles, label, listed, sentence

ROLE, LINE = 60, 110
"""Characters of a role and of a line of text."""

PEOPLE = 12
"""The most people that a box lists."""

SAID = 4
"""The most people of a box that are said in words; all of them stand in the plan's tables."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a box: a role, and what it is there; nothing for one of several."""

    part: str
    role: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the chart; `loose` for those who are called in only when needed."""

    name: str
    note: str
    people: tuple[Person, ...]
    more: str
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Organisation:
    """The chart: each tier stands below the one before, and its boxes side by side."""

    tiers: tuple[tuple[Box, ...], ...]


def organisation(plan: Plan, words: Words) -> Sketch | None:
    """Sketch the organisation; None where there is not more than one tier to draw."""
    roles = Roles(plan, ROLE)
    tiers = (_top(plan, words), _lead(plan, roles, words), _steering(plan, roles, words), _infohus(plan, roles, words))
    drawn = Organisation(tuple(tier for tier in (*tiers, tuple(_below(plan, roles, words))) if tier))
    if len(drawn.tiers) < 2:
        return None
    sentences = (words("figures.organisation.shows"), *(_said(box, words) for tier in drawn.tiers for box in tier))
    return Sketch(
        "organisation",
        words.language,
        words("figures.organisation.title"),
        words("figures.organisation.alt"),
        sentences,
        drawn,
    )


def _said(box: Box, words: Words) -> str:
    people = [f"{one.part} – {one.role}" if one.part else one.role for one in box.people]
    return sentence(f"{box.name}: {listed(people, words, SAID)}")


def _box(name: str, words: Words, people: Sequence[Person], note: str = "", loose: bool = False) -> tuple[Box, ...]:
    """Make a box of whoever is known; nothing where nobody is."""
    known = [one for one in people if one.role]
    left = len(known) - PEOPLE
    more = words("figures.organisation.more", count=left) if left > 0 else ""
    title = words(f"figures.organisation.{name}")
    return (Box(title, note, tuple(known[:PEOPLE]), more, loose),) if known else ()


def _top(plan: Plan, words: Words) -> tuple[Box, ...]:
    return _box("adopts", words, [Person("", label(plan.front.adopting_body, ROLE))])


def _lead(plan: Plan, roles: Roles, words: Words) -> tuple[Box, ...]:
    return _box("management", words, [Person("", roles(plan.organisation.management))])


def _steering(plan: Plan, roles: Roles, words: Words) -> tuple[Box, ...]:
    return _box("steering", words, [Person("", roles(seat.role)) for seat in plan.organisation.steering])


def _infohus(plan: Plan, roles: Roles, words: Words) -> tuple[Box, ...]:
    own = plan.organisation
    people = [
        Person(words(f"figures.organisation.{name}"), roles(getattr(own, name)))
        for name in ("coordinator", "deputy", "police")
    ]
    rhythm = label(own.rhythm, LINE)
    note = f"{words('figures.organisation.rhythm')}: {rhythm[:1].lower()}{rhythm[1:]}" if rhythm else ""
    return _box("infohus", words, people, note)


def _below(plan: Plan, roles: Roles, words: Words) -> Iterator[Box]:
    """Give the members that stand fast, those that are called in, and who receives a concern."""
    own = plan.organisation
    leading = {own.coordinator, own.deputy, own.police}
    for attendance in Attendance:
        loose = attendance is Attendance.AD_HOC
        ours = [
            one.role
            for one in own.members
            if one.role not in leading and (one.attendance is Attendance.AD_HOC) is loose
        ]
        yield from _box(attendance.value, words, [Person("", roles(key)) for key in ours], loose=loose)
    ways = (("citizen", plan.concerns.entry_citizen), ("professional", plan.concerns.entry_professional))
    people = [Person(words(f"figures.organisation.{name}"), roles(key)) for name, key in ways]
    duty = Person(words("figures.organisation.duty"), roles(own.out_of_hours))
    yield from _box("doors", words, [*people, duty])
