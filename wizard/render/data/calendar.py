"""Days of a plan as plain values: what a calendar holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day.

    key: what it is known by as long as the plan lives. group: what part of the plan it comes from, in words.
    yearly: for how many years it comes back on the same day; 0 where it does not.
    """

    key: str
    day: date
    title: str
    group: str
    note: str = ""
    yearly: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a plan. number: of the plan's latest change, by which a calendar knows what is newer."""

    title: str
    language: str
    made: datetime
    number: int
    events: tuple[Event, ...]

    @property
    def words(self) -> str:
        """Give all that a reader will see."""
        return "\n".join(f"{event.title}\n{event.note}" for event in self.events)
