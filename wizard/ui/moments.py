"""When something was done, in words."""

from __future__ import annotations

from datetime import date, datetime

from schemas.language import Words


def time_of(moment: datetime) -> str:
    """Write the time of day."""
    return f"{moment:%H:%M}"


def when(moment: datetime, words: Words) -> str:
    """Write a day and a time."""
    return words("past.when", day=words.date(moment.date()), time=time_of(moment))


def day_of(day: date, today: date, words: Words) -> str:
    """Write a day as the heading of its moments: today and yesterday are called so."""
    key = {0: "today", 1: "yesterday"}.get((today - day).days)
    return words(f"past.{key}", day=words.date(day)) if key else words.date(day)
