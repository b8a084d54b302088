"""Readiness: where the room stood on the seven questions before, and where it stands now. Internal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.choices import Answer
from schemas.language import Words
from schemas.outline import COMPONENTS
from schemas.plan import Plan
from schemas.standings import held, is_begun, spread, standings
from schemas.workshop import Standing

from .sketch import Sketch
from .texts import listed

SCALE = (Answer.NO, Answer.PARTLY, Answer.YES)
"""The answers from the left to the right."""


@dataclass(frozen=True, slots=True)
class Row:
    """A component: where it stood and stands, 0 to 2 on the scale or None, and the room's counts in short."""

    name: str
    before: int | None
    now: int | None
    counts_before: str
    counts_now: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """The seven rows; compared: whether the questions were asked again. scale, says: labels."""

    rows: tuple[Row, ...]
    compared: bool
    scale: tuple[str, ...]
    says: dict[str, str]


def readiness(plan: Plan, words: Words) -> Sketch | None:
    """Sketch the answers to the seven questions; None where none is answered."""
    before, after = standings(plan.workshop.before), standings(plan.workshop.after)
    if not is_begun(plan.workshop.before) and not is_begun(plan.workshop.after):
        return None
    compared = is_begun(plan.workshop.after)
    rows = tuple(_row(name, before[name], after[name], words) for name in COMPONENTS)
    counted = any(row.counts_before or row.counts_now for row in rows)
    drawn = Readiness(
        rows,
        compared,
        tuple(words.choice("Answer", answer.value) for answer in SCALE),
        {
            **{name: words(f"figures.readiness.{name}") for name in ("before", "now", "unanswered")},
            "counted": words("figures.readiness.counted") if counted else "",
        },
    )
    key = "" if compared else "_before"
    title, alt, shows = (words(f"figures.readiness.{name}{key}") for name in ("title", "alt", "shows"))
    return Sketch("readiness", words.language, title, alt, (shows, *_sentences(rows, compared, words)), drawn)


def _row(name: str, before: Standing, now: Standing, words: Words) -> Row:
    number = f"{COMPONENTS.index(name) + 1} {words(f'parts.{name}.title')}"
    return Row(number, _place(before), _place(now), _counts(before), _counts(now))


def _place(standing: Standing) -> int | None:
    answer = held(standing)
    return SCALE.index(answer) if answer else None


def _counts(standing: Standing) -> str:
    return " · ".join(map(str, found)) if (found := spread(standing)) else ""


def _sentences(rows: Sequence[Row], compared: bool, words: Words) -> Iterator[str]:
    if not compared:
        for place, answer in reversed(list(enumerate(SCALE))):
            if names := [_bare(row) for row in rows if row.before == place]:
                said = words.choice("Answer", answer.value)
                yield words("figures.readiness.stands", answer=said, names=listed(names, words, len(COMPONENTS)))
        return
    moved: dict[str, list[str]] = {"better": [], "same": [], "worse": []}
    for row in rows:
        if row.before is not None and row.now is not None:
            by = row.now - row.before
            moved["better" if by > 0 else "worse" if by < 0 else "same"].append(_bare(row))
    for key, names in moved.items():
        if names:
            yield words(f"figures.readiness.{key}", names=listed(names, words, len(COMPONENTS)))


def _bare(row: Row) -> str:
    return row.name.partition(" ")[2]
