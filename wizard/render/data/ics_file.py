"""Days as an iCalendar file (RFC 5545): whole days without a time zone, which every calendar takes in."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar

from .calendar import Calendar, Event

PRODUCER = "-//planbygger//planbygger//EN"


def ics_file(calendar: Calendar) -> bytes:
    """Write a calendar; the same calendar gives the same bytes."""
    made = icalendar.Calendar()
    language = calendar.language[:2]
    made.add("version", "2.0")
    made.add("prodid", PRODUCER)
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", calendar.title, {"language": language})
    made.add("x-wr-calname", calendar.title)  # what Outlook and Google read
    for event in calendar.events:
        made.add_component(_event(event, calendar, language))
    return bytes(made.to_ical(sorted=False))


def _event(event: Event, calendar: Calendar, language: str) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", event.key)
    made.add("dtstamp", calendar.made)
    made.add("sequence", calendar.number)
    made.add("dtstart", event.day)
    if event.day < date.max:
        made.add("dtend", event.day + timedelta(days=1))
    if event.yearly:
        made.add("rrule", {"freq": "yearly", "count": event.yearly})
    made.add("summary", event.title, {"language": language})
    if event.note:
        made.add("description", event.note, {"language": language})
    made.add("categories", [event.group])
    made.add("transp", "TRANSPARENT")  # nobody is busy because of a deadline
    return made
