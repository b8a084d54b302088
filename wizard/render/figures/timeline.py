"""The measures on a time axis: when each one runs, by level of prevention, with a mark for its status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from schemas.choices import Level
from schemas.language import Words
from schemas.measures import Measure
from schemas.plan import Plan

from .sketch import Sketch
from .texts import amount, label, listed, sentence

MOST = 36
"""Bars that a page has room for."""

NAME = 70
"""Characters of a measure's name."""

FEWEST_MONTHS = 6
"""The shortest axis, so that one day does not fill a page."""

LONGEST_YEARS = 40
"""The longest axis; what lies further out is a slip of the pen, and is drawn as open."""

ROOM = 0.1
"""The part of the axis that a year's name takes."""

STATUSES = ("exists", "new", "expanded", "stopped", "none")


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure from `begin` to `end`, each from 0 to 1 on the axis, or None where the plan has no such date."""

    name: str
    begin: float | None
    end: float | None
    status: str
    dates: str


@dataclass(frozen=True, slots=True)
class Band:
    """The measures of one level; `more` says how many are not drawn."""

    name: str
    bars: tuple[Bar, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis: where it stands, and what is written at it; nothing at the small ones."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole axis; `marks` are the statuses that occur, each with its name, `says` are the labels."""

    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    undated: str
    marks: tuple[tuple[str, str], ...]
    says: dict[str, str]


@dataclass(frozen=True, slots=True)
class Axis:
    """The months from `first` to `last`, the first of each; `last` is where the axis ends."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Tell where a day stands, from 0 to 1."""
        return round((day - self.first).days / (self.last - self.first).days, 4)

    def holds(self, day: date | None) -> bool:
        """Tell whether a day is known and stands on the axis."""
        return day is not None and self.first <= day <= self.last


def timeline(plan: Plan, words: Words) -> Sketch | None:
    """Sketch the measures on a time axis; None where none has a date."""
    found = [one for one in plan.measures.measures if one.start or one.due]
    if not found:
        return None
    axis = _axis([day for one in found for day in (one.start, one.due) if day])
    undated = [_name(one, words) for one in plan.measures.measures if not one.start and not one.due and one.name]
    bands = tuple(_bands(found, axis, words))
    drawn = Timeline(
        bands,
        tuple(_ticks(axis)),
        amount(words, "timeline.undated", len(undated), names=listed(undated, words)) if undated else "",
        tuple(_marks(bands, words)),
        {name: words(f"figures.timeline.{name}") for name in ("status", "open", "due")},
    )
    days = {"first": words.date(axis.first), "last": words.date(max(_known(found)))}
    alt = amount(words, "timeline.alt", len(found), **days)
    sentences = (words("figures.timeline.shows", **days), *_sentences(found, drawn, words))
    return Sketch("timeline", words.language, words("figures.timeline.title"), alt, sentences, drawn)


def _name(measure: Measure, words: Words) -> str:
    return label(measure.name, NAME) or words("figures.timeline.unnamed")


def _known(found: Sequence[Measure]) -> list[date]:
    """Give the days of measures, those that no axis reaches left out."""
    days = sorted(day for one in found for day in (one.start, one.due) if day)
    middle = days[len(days) // 2].year
    return [day for day in days if abs(day.year - middle) <= LONGEST_YEARS // 2]


def _axis(days: Sequence[date]) -> Axis:
    """Reach from the first day's month to the month behind the last day."""
    days = sorted(days)
    middle = days[len(days) // 2].year
    near = [day for day in days if abs(day.year - middle) <= LONGEST_YEARS // 2]
    first, last = _month(near[0], 0), _month(near[-1], 1)
    while _months(first, last) < FEWEST_MONTHS:
        later = _month(last, 1)
        first, last = (first, later) if later > last else (_month(first, -1), last)
    return Axis(first, last)


def _month(day: date, later: int) -> date:
    """Give the first day of a day's month or of a later one, as far as there are dates."""
    months = min(day.year * 12 + day.month - 1 + later, 9999 * 12 + 11)
    return date(months // 12, months % 12 + 1, 1)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _ticks(axis: Axis) -> Iterator[Tick]:
    """Mark the years, and quarters or months between them where there is room."""
    months = _months(axis.first, axis.last)
    small = 1 if months <= 18 else 3 if months <= 72 else 12
    every = max(1, months // 12 // 12)  # years between two that are named
    for number in range(months + 1):
        day = _month(axis.first, number)
        if day.month == 1 and (day.year - axis.first.year) % every == 0:
            yield Tick(axis.at(day), str(day.year))
        elif number == 0:  # the year that the axis begins in, where its name has room before the next
            yield Tick(0, str(day.year) if (13 - day.month) / months > ROOM else "")
        elif (day.month - 1) % small == 0:
            yield Tick(axis.at(day), "")


def _bands(found: Sequence[Measure], axis: Axis, words: Words) -> Iterator[Band]:
    """Lay out the levels in their order; where there is not room for all, each gives up its share."""
    for level in (*Level, None):
        if ours := [one for one in found if one.level is level]:
            room = len(ours) if len(found) <= MOST else max(1, MOST * len(ours) // len(found))
            name = words.choice("Level", level.value) if level else words("figures.timeline.rest")
            more = words("figures.more", count=len(ours) - room) if room < len(ours) else ""
            yield Band(name, tuple(_bar(one, axis, words) for one in ours[:room]), more)


def _bar(measure: Measure, axis: Axis, words: Words) -> Bar:
    start, due = (day if axis.holds(day) else None for day in (measure.start, measure.due))
    if start and due and due < start:
        start = None
    dates = "–".join(words.date(day, "short") if day else "" for day in (measure.start, measure.due))
    return Bar(
        _name(measure, words),
        axis.at(start) if start else None,
        axis.at(due) if due else None,
        measure.status.value if measure.status else "none",
        dates.strip("–") if not measure.start else dates,
    )


def _marks(bands: Sequence[Band], words: Words) -> Iterator[tuple[str, str]]:
    """Name the statuses that occur, in their order."""
    found = {bar.status for band in bands for bar in band.bars}
    for status in STATUSES:
        if status in found:
            known = status != "none"
            yield status, words.choice("MeasureStatus", status) if known else words("figures.timeline.none")


def _sentences(found: Sequence[Measure], drawn: Timeline, words: Words) -> Iterator[str]:
    counts = [
        amount(words, "timeline.level", sum(one.level is level for one in found), level=words.choice("Level", level))
        for level in Level
        if any(one.level is level for one in found)
    ]
    if counts:
        yield words("figures.timeline.levels", levels=", ".join(counts))
    if ending := sorted((one for one in found if one.due), key=lambda one: one.due or date.max):
        day = words.date(ending[0].due) if ending[0].due else ""
        yield sentence(words("figures.timeline.ends", name=_name(ending[0], words), date=day).rstrip("."))
    if drawn.undated:
        yield drawn.undated
