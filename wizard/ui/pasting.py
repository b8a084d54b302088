"""A paste of several lines into a field of one: the lines are joined, and none is dropped."""

from __future__ import annotations

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from schemas.texts import fit


def joined(text: str) -> tuple[str, int]:
    """Join lines with a space between them, empty ones left out; give how many lines there were, too."""
    lines = [line.strip() for line in fit(text).splitlines()]
    return " ".join(line for line in lines if line), len(lines)


def for_widget(event: events.Event, focused: Widget | None) -> events.Event:
    """Give a paste as a plain field of one line can take it: by itself it keeps the first line alone."""
    if isinstance(event, events.Paste) and isinstance(focused, Input) and len(event.text.splitlines()) > 1:
        from wizard.ui.widgets.line import LineControl

        if not isinstance(focused, LineControl):  # that one joins the lines itself, and says so
            return events.Paste(joined(event.text)[0])
    return event
