"""The path of a concern: the ways in, the steps with what differs at 18 years, and the exit when it is acute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import NamedTuple

from schemas.choices import Ages
from schemas.concerns import Step
from schemas.language import Words
from schemas.paths import is_empty
from schemas.plan import Plan
from wizard.render import answers

from .sketch import Sketch
from .texts import Roles, amount, label, listed, sentence

LINE, LINES = 110, 5
"""Characters of a line of the acute box, and how many such lines there are."""

PAGE = 60
"""Lines that a page has room for."""

GIVEN = ("id", "name", "phase")
"""What a new plan's steps bring with them; a plan whose steps say no more has no path yet."""

Numbered = tuple[int, Step]
"""A step with its number in the plan's table."""

SPLIT = (Ages.UNDER_18, Ages.ADULT)


class Detail(NamedTuple):
    """How many characters of its name, its role and its time limit a step has, and whether it says who takes over."""

    name: int
    role: int
    limit: int
    to: bool


DETAILS = (Detail(90, 60, 90, True), Detail(70, 45, 50, False), Detail(45, 30, 0, False))
"""From all there is to say to the least, which is taken where many steps share the page."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A step: its number in the plan's table, its name, who sees to it, until when, and who takes over."""

    number: int
    name: str
    who: str
    limit: str
    to: str


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the path: steps for everybody, or two lanes side by side from which one is taken by age."""

    all: tuple[Stop, ...] = ()
    under_18: tuple[Stop, ...] = ()
    adult: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class Door:
    """A way in: for whom, and whom they meet."""

    whom: str
    meets: str


@dataclass(frozen=True, slots=True)
class Path:
    """The whole path; `more` says how many steps are not drawn, `says` are the labels."""

    doors: tuple[Door, ...]
    legs: tuple[Leg, ...]
    more: str
    acute: tuple[str, ...]
    says: dict[str, str]


def path(plan: Plan, words: Words, every: bool) -> Sketch | None:
    """Sketch the path of a concern; None where no step says more than a new plan's.

    every: whether steps that do not even have a name are drawn beside the others; the public table has none of them.
    """
    steps = [(number, step) for number, step in enumerate(plan.concerns.steps, 1) if every or _printed(step)]
    if not any(_answered(step) for _, step in steps):
        return None
    legs, left = _fitting(steps, plan)
    drawn = Path(
        tuple(_doors(plan, words)),
        legs,
        words("figures.path.more", count=left) if left else "",
        tuple(_acute(plan, words)),
        {name: words(f"figures.path.{name}") for name in _LABELS},
    )
    alt = amount(words, "path.alt", len(steps))
    return Sketch(
        "path", words.language, words("figures.path.title"), alt, tuple(_sentences(drawn, steps, words)), drawn
    )


_LABELS = ("door", "acute", "any_time", "under_18", "adult", "nothing", "limit", "to", "end")


def _printed(step: Step) -> bool:
    return bool(step.name.strip()) or _answered(step)


def _answered(step: Step) -> bool:
    return any(not is_empty(getattr(step, name)) for name in type(step).model_fields if name not in GIVEN)


def _fitting(steps: Sequence[Numbered], plan: Plan) -> tuple[tuple[Leg, ...], int]:
    """Say as much of each step as fits a page; where the least does not, the last steps are left to the table.

    Gives the legs, and how many steps were left.
    """
    for detail in DETAILS:
        legs = tuple(_legs(steps, detail, Roles(plan, detail.role)))
        if _height(legs) <= PAGE:
            return legs, 0
    shown = list(steps)
    while len(shown) > 1 and _height(legs) > PAGE:
        shown.pop()
        legs = tuple(_legs(shown, detail, Roles(plan, detail.role)))
    return legs, len(steps) - len(shown)


def _height(legs: Sequence[Leg]) -> float:
    """Estimate the lines that legs take; two lanes are half as wide, and as high as the longer one."""
    return sum(
        sum(_lines(stop, 1) for stop in leg.all)
        + max(sum(_lines(stop, 0.4) for stop in lane) for lane in (leg.under_18, leg.adult))
        + 2 * (not leg.all)
        for leg in legs
    )


def _lines(stop: Stop, width: float) -> float:
    """Estimate the lines of a step with its frame and arrow; a full line has some 60 characters of a name."""
    texts = (stop.who, stop.limit and f"{stop.limit}Frist: ", stop.to and f"{stop.to}Videre til: ")
    return 2.5 + ceil(len(stop.name) / (60 * width)) + sum(ceil(len(text) / (75 * width)) for text in texts)


def _legs(steps: Sequence[Numbered], detail: Detail, roles: Roles) -> Iterator[Leg]:
    """Gather steps that stand one after the other and are for one age alone: these are the two lanes of a fork."""
    for split, group in groupby(steps, lambda pair: pair[1].ages in SPLIT):
        ours = [(step.ages, _stop(number, step, detail, roles)) for number, step in group]
        if split:
            lanes = (tuple(stop for ages, stop in ours if ages is lane) for lane in SPLIT)
            yield Leg((), *lanes)
        else:
            yield Leg(tuple(stop for _, stop in ours))


def _stop(number: int, step: Step, detail: Detail, roles: Roles) -> Stop:
    limit = label(step.limit, detail.limit) if detail.limit else ""
    return Stop(number, label(step.name, detail.name), roles(step.who), limit, roles(step.hand_over) * detail.to)


def _doors(plan: Plan, words: Words) -> Iterator[Door]:
    """Give the ways in that are known, the two that every plan has first."""
    roles = Roles(plan, DETAILS[0].role)
    for name in ("citizen", "professional"):
        if meets := roles(getattr(plan.concerns, f"entry_{name}")):
            yield Door(words(f"figures.path.{name}"), meets)


def _acute(plan: Plan, words: Words) -> Iterator[str]:
    """Say what to do when it is acute: the plan's own lines, else the two numbers that hold everywhere."""
    lines = answers.plain_lines(plan.concerns.acute_branch)
    yield from (label(line, LINE) for line in lines[:LINES])
    if not any("112" in line for line in lines[:LINES]):
        yield words("figures.path.call_life")
        yield words("figures.path.call_urgent")
    if plan.acute.cards and not lines:
        yield amount(words, "path.cards", len(plan.acute.cards))


def _sentences(drawn: Path, steps: Sequence[Numbered], words: Words) -> Iterator[str]:
    names = [label(step.name, DETAILS[0].name) for _, step in steps]
    yield sentence(amount(words, "path.shows", len(steps), first=names[0], last=names[-1]).rstrip("."))
    if drawn.doors:
        yield words("figures.path.doors", doors=listed([f"{one.whom} – {one.meets}" for one in drawn.doors], words))
    for leg in drawn.legs:
        sides = [_side(words, lane, stops) for lane, stops in (("under_18", leg.under_18), ("adult", leg.adult))]
        if found := [side for side in sides if side]:
            yield words("figures.path.fork", sides=words.join(found))
    yield words("figures.path.exit")


def _side(words: Words, lane: str, stops: Sequence[Stop]) -> str:
    numbers = words.join([str(stop.number) for stop in stops])
    ages = words(f"figures.path.{lane}_low")
    return amount(words, "path.side", len(stops), steps=numbers, ages=ages) if stops else ""
