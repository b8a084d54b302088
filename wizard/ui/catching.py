"""The letters that follow F2: what they catch, and what else they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from schemas.choices import CaughtKind

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.plan import Plan


@dataclass(frozen=True, slots=True)
class Entry:
    """One letter. Its words stand under `catching.letter` and `catching.entry`.

    command: the name of the command it does; None where it catches a line of the kind that is its name.
    wall: whether it may be done while a room looks on.
    """

    name: str
    command: str | None = None
    wall: bool = True

    def letter(self, words: Words) -> str:
        """Give the letter, which each language has of its own."""
        return words(f"catching.letter.{self.name}")

    def label(self, words: Words) -> str:
        """Give the word beside the letter."""
        return words(f"catching.entry.{self.name}")


ENTRIES = (
    *(Entry(kind.value) for kind in CaughtKind),
    Entry("list", "CaughtList", wall=False),
    Entry("present", "RollCall", wall=False),
    Entry("time", "Time", wall=False),
    Entry("close", "CloseMeeting", wall=False),
    Entry("choices", "Choices", wall=False),
)
"""Every letter, in the order they are shown."""


def meeting_name(plan: Plan, key: str | None, words: Words) -> str:
    """Name a meeting by its number and what it is about; nothing for a meeting that is not there."""
    if not (short := meeting_number(plan, key, words)):
        return ""
    title = next(" ".join(one.title.split()) for one in plan.workshop.sessions if one.id == key)
    return short if title in ("", short) else f"{short}: {title}"


def meeting_number(plan: Plan, key: str | None, words: Words) -> str:
    """Name a meeting by its number alone; nothing for a meeting that is not there."""
    numbers = (number for number, one in enumerate(plan.workshop.sessions, 1) if one.id == key)
    number = next(numbers, None)
    return words("catching.present.meeting", number=number) if number is not None else ""


def running_name(plan: Plan, words: Words) -> str:
    """Name the meeting that runs; nothing where none does."""
    from schemas.meetings import running

    meeting = running(plan)
    return meeting_name(plan, meeting.id, words) if meeting is not None else ""


def next_meeting(plan: Plan, words: Words) -> dict[str, str]:
    """Propose what a new meeting holds, as plain values."""
    from schemas.meetings import next_number

    title = words("catching.present.meeting", number=next_number(plan))
    return {"title": title, "held_on": date.today().isoformat()}
