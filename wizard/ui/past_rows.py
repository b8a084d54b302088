"""The rows of the history: a moment, a named version or the beginning, as a list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from schemas.paths import field_of
from wizard.document.past import clock
from wizard.document.telling import told
from wizard.ui.moments import time_of, when
from wizard.ui.printable import printable
from wizard.ui.who import whole_name

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.past import Moment
    from wizard.document.versions import Version

INDENT = " " * 9
"""What goes before the lines of a row, below its time."""
MOST = 3
"""Lines that one edit is told in."""
START = "start"
"""The key of the row that stands for the plan before anything was changed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    key: its own in the list. seq, before: the plan it stands for, and the one before it. when: which point that is,
    in words; time: without its name. clock: the hour. name: what it is called. said: what was done, a sentence each.
    known: who did it. paths: what was touched. day: the heading it belongs under.
    """

    key: str
    seq: int
    before: int
    when: str
    time: str
    clock: str = ""
    name: str = ""
    said: tuple[str, ...] = ()
    known: str = ""
    paths: tuple[str, ...] = ()
    day: date | None = None

    def content(self, width: int, marked: bool = False) -> Content:
        """Write the row in so many columns: the time, what was done, and who did it."""
        lines = "\n".join(self._lines(sentence, width) for sentence in self.said)[len(INDENT) :]
        text = f"{'◆' if marked else ' '} {self.clock:<5}  {lines}"
        known = f"\n{self._lines(self.known, width)}" if self.known else ""
        return Content.styled(printable(text + known), "bold" if marked else "")

    @staticmethod
    def _lines(text: str, width: int) -> str:
        folded = wrap(text, width, initial_indent=INDENT, subsequent_indent=INDENT, max_lines=MOST, placeholder=" …")
        return "\n".join(folded)

    def option(self, width: int, marked: bool = False) -> Option:
        """Give the row as the list takes it."""
        return Option(self.content(width, marked), id=self.key)


def row_of(moment: Moment, words: Words) -> Row:
    """Write a moment as a row."""
    last = moment.last
    at = clock(last.at)
    names = [words("past.version", name=name) for name in moment.names]
    name = moment.names[0] if moment.names else ""
    return Row(
        key=str(moment.seq),
        seq=moment.seq,
        before=moment.first,
        when=_called(name, when(at, words), words),
        time=when(at, words),
        clock=time_of(at),
        name=name,
        said=(*names, *_said(moment, words)),
        known=_known(moment, words),
        paths=tuple(dict.fromkeys(field_of(path) for change in moment.changes for path in change.paths())),
        day=at.date(),
    )


def _said(moment: Moment, words: Words) -> tuple[str, ...]:
    """Say what was done; of what was deleted for good only that it was."""
    return told(moment, words) or (
        words("past.forget.was" if moment.last.cause == "forget" else "past.forget.left_nothing"),
    )


def _called(name: str, time: str, words: Words) -> str:
    return words("past.called", name=name, when=time) if name else time


def _known(moment: Moment, words: Words) -> str:
    """Say who did it, in how many steps, and whether it was an undo or the like."""
    last, first = moment.last, moment.changes[0]
    cause = "" if last.cause in ("user", "forget") else words(f"document.cause.{last.cause}")
    count = len(moment.changes)
    steps = words("past.several", count=count, time=time_of(clock(first.at))) if count > 1 else ""
    return " · ".join(filter(None, (whole_name(last.author), cause, steps)))


def version_row(version: Version, at: datetime, words: Words) -> Row:
    """Write a named version as a row; at: when the plan came to stand so."""
    time = when(at, words)
    return Row(
        key=f"{version.seq} {version.name}",
        seq=version.seq,
        before=version.seq,
        when=_called(version.name, time, words),
        time=time,
        clock=time_of(at),
        name=version.name,
        said=(words("past.version", name=version.name),),
        known=words("past.named_by", author=whole_name(version.author)),
        day=at.date(),
    )


def start_row(words: Words) -> Row:
    """Write the beginning as a row."""
    when_it_was = words("past.at_start")
    return Row(key=START, seq=0, before=0, when=when_it_was, time=when_it_was, said=(words("past.start"),))
