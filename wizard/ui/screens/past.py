"""The history of a plan: its moments from the latest back, what they did, and what can be made of them."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from schemas.describing import where
from schemas.paths import exists
from wizard.document.past import Past, plan_at
from wizard.document.points import seq_of
from wizard.document.telling import safe
from wizard.document.versions import versions
from wizard.ui.bringing import Wish, bring, wishes
from wizard.ui.moments import day_of
from wizard.ui.past_rows import START, Row, row_of, start_row, version_row
from wizard.ui.points import made_at, named, naming, seeking

from .asking import LineScreen
from .between import BetweenScreen, Point
from .bringing import BringScreen
from .lined import Lined

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widgets import OptionList
    from textual.widgets.option_list import Option

    from schemas.plan import Plan

FIRST, NEXT, NEAR = 15, 40, 12
"""Moments read at first, moments read on, and the rows from the end at which they are."""
DEEPEST = 200
"""Rows up to which the list is read anew where the plan changes; further down nothing new can be seen."""
CALM = 0.3
"""Seconds after a change until the list is read anew."""

UNREADABLE = (sqlite3.Error, LookupError, ValueError)
"""What a history raises that is locked, damaged, or does not reach back far enough."""


class PastScreen(Lined):
    """Lists moments; shows what differs, names one, or brings back how it was. Dismisses with a path to go to."""

    BINDINGS = [("space", "mark", "")]
    TITLE_KEY = "past.title"
    LETTERS: ClassVar[tuple[str, ...]] = ("bring", "view", "name", "field", "named", "time")
    drawn = 0
    """The columns the rows are set in."""
    only_here = False
    """Whether only what touched the question one came from is shown."""
    only_named = False
    until: int | None = None
    """The seq from which the moments are shown; None for the latest."""
    marked: Row | None = None
    _later: Timer | None = None

    def on_mount(self) -> None:
        self.here = self.path if exists(self.session.plan, self.path) else ""
        self.only_here = self.only_here and bool(self.here)
        self._ended = self.session.subscribe(lambda change: self._soon())
        self.begin()
        self.set_focus(self.listed)

    def on_unmount(self) -> None:
        self._ended()

    def on_resize(self) -> None:
        if 0 < self.drawn != self.width:
            self.begin(len(self.rows), self.key)

    def begin(self, count: int = 0, at: str | None = None) -> None:
        """Read from the latest moment on, at least so many; the pointer goes to the row `at`, else to the first."""
        self.drawn = self.width
        self.rows: dict[str, Row] = {}
        self.day: date | None = None
        self.listed.clear_options()
        try:
            self._fill(max(FIRST, min(count, DEEPEST)))
        except UNREADABLE:
            self.say(self.words("past.no_history"))
        keys = [option.id for option in self.listed.options]
        first = next((number for number, key in enumerate(keys) if key is not None), None)
        self.listed.highlighted = keys.index(at) if at is not None and at in keys else first
        self._tell()

    def _fill(self, count: int) -> None:
        self.past = Past(self.session.history, self.here if self.only_here else None, self.until)
        if self.only_named:
            history = self.session.history
            self._add([version_row(one, made_at(history, one), self.words) for one in versions(history)])
        else:
            self._read(count)

    def _read(self, count: int) -> None:
        """Read the next older moments; below the oldest one stands the beginning."""
        if self.past.ended:
            return
        rows = [row_of(moment, self.words) for moment in self.past.page(count)]
        if self.past.ended and (rows or self.rows):
            rows.append(start_row(self.words))
        self._add(rows)

    def _add(self, rows: list[Row]) -> None:
        options: list[Option] = []
        for row in rows:
            if row.day is not None and row.day != self.day:
                self.day = row.day
                options.append(self.heading(day_of(row.day, date.today(), self.words)))
            self.rows[row.key] = row
            options.append(row.option(self.width, row.key == (self.marked and self.marked.key)))
        self.listed.add_options(options)

    def _tell(self) -> None:
        """Say what is listed, and name the keys."""
        letters = self.letters()
        place = safe(where(self.here, self.session.plan, self.words)) if self.here else ""
        shown = "named" if self.only_named else "field" if self.only_here else "all"
        self.head(self.words(f"past.{shown}", where=place))
        self.empty("" if self.rows else self._none(shown))
        filtered = self.words(f"past.{'whole' if self.only_here else 'only_field'}")
        self.keys(self.words("past.keys", filter=filtered, **letters))

    def _none(self, shown: str) -> str:
        """Say that nothing is listed, and what shows more."""
        letters = self.letters()
        if shown == "named":
            return self.words("past.none_named", key=letters["named"], name=letters["name"])
        return self.words("past.none_field", key=letters["field"]) if shown == "field" else self.words("past.none")

    def _soon(self) -> None:
        """Read anew once nothing more has changed for a moment."""
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(CALM, self._renew)

    def _renew(self) -> None:
        if self.is_running and self.until is None and (self.listed.highlighted or 0) < DEEPEST:
            self.begin(len(self.rows), self.key)

    @property
    def key(self) -> str | None:
        """Give the key of the row pointed at."""
        option = self.listed.highlighted_option
        return option.id if option is not None else None

    @property
    def row(self) -> Row | None:
        """Give the row pointed at."""
        return self.rows.get(self.key or "")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index >= self.listed.option_count - NEAR and not self.only_named:
            with contextlib.suppress(*UNREADABLE):
                self._read(NEXT)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show what changed from the row to now, or between it and the one that is marked."""
        event.stop()
        row, other = self.row, self.marked
        if row is None:
            return
        self._unmark()
        if other is None or other.key == row.key:
            self._compare(self._point(row, row.before), Point(self.words("past.now")))
        else:
            first, last = sorted((row, other), key=lambda one: one.seq)
            self._compare(self._point(first, first.seq), self._point(last, last.seq))

    def _compare(self, old: Point | None, new: Point | None) -> None:
        if old is not None and new is not None:
            only = self.here if self.only_here else ""
            screen = BetweenScreen(self.session, self.words, self.path, (old, new), only)
            self.app.push_screen(screen, self._went)

    def _went(self, path: str | None) -> None:
        if path is not None:
            self.dismiss(path)

    def _point(self, row: Row, seq: int) -> Point | None:
        """Give the point after a moment, or the one right before it."""
        plan = self._plan(seq)
        when = row.when if seq == row.seq else self.words("past.just_before", when=row.time)
        return Point(when, plan) if plan is not None else None

    def _plan(self, seq: int) -> Plan | None:
        """Give the plan as it stood; where the history does not reach back to it, say so."""
        try:
            return plan_at(self.session.history, seq)
        except UNREADABLE:
            self.say(self.words("past.no_history"))
            return None

    def action_mark(self) -> None:
        """Mark a moment; marking a second one shows what changed between the two."""
        row = self.row
        if row is None:
            return
        if self.marked is not None and self.marked.key != row.key:
            self.listed.action_select()
        elif self.marked is not None:
            self._unmark()
            self.say(self.words("past.unmarked"))
        else:
            self.marked = row
            self.listed.replace_option_prompt(row.key, row.content(self.width, marked=True))
            self.say(self.words("past.marked", when=row.when))

    def _unmark(self) -> None:
        marked, self.marked = self.marked, None
        if marked is not None and marked.key in self.rows:
            self.listed.replace_option_prompt(marked.key, marked.content(self.width))
        self.say("")

    def do(self, name: str) -> None:
        """Show less or more, or do something with the row pointed at."""
        if name == "named":
            self.only_named = not self.only_named
            self.begin(at=self.key)
        elif name == "field":
            self._filter()
        elif name == "time":
            self._seek()
        elif self.row is not None:
            {"bring": self._ask, "view": self._view, "name": self._ask_name}[name](self.row)

    def _filter(self) -> None:
        if not self.here:
            self.say(self.words("past.no_field"))
            return
        self.only_here, self.only_named = not self.only_here, False
        self.begin(at=self.key)
        self.say("")

    def _view(self, row: Row) -> None:
        """Show the plan as it was, or the question that alone is listed."""
        if (plan := self._plan(row.seq)) is not None:
            self.show(plan, row.when, self.here if self.only_here else "")

    def _ask(self, row: Row) -> None:
        """Let one choose what to bring back."""
        if not self.may():
            return
        self.session.settle()
        before, after = self._plan(row.before), self._plan(row.seq)
        if before is None or after is None:
            return
        found = wishes(row, before, after, self.session.plan, self.words)
        if found:
            self.app.push_screen(BringScreen(self.words, self.session.plan, found), self._bring)
        else:
            self.say(self.words("past.bring.nothing"))

    def _bring(self, wish: Wish | None) -> None:
        if wish is not None:
            self.say(bring(self.session, wish, self.words))

    def _ask_name(self, row: Row) -> None:
        """Ask what to call the point."""
        if self.may() and row.key != START:
            screen = LineScreen(naming(self.session, row, self.words))
            self.app.push_screen(screen, lambda name: self._named(row, name))

    def _named(self, row: Row, name: str | None) -> None:
        if name is not None and name != row.name:
            sentence = named(self.session, row, name, self.words)
            self.begin(len(self.rows), self.key)
            self.say(sentence)

    def _seek(self) -> None:
        """Ask where in time to begin."""
        self.app.push_screen(LineScreen(seeking(self.session, self.words)), self._sought)

    def _sought(self, word: str | None) -> None:
        if word is not None:
            self.until = seq_of(self.session.history, word) if word else None
            self.only_named = False
            self.begin()
            self.say(self.words("past.seek.done", word=word, key=self.words("past.key.time")) if word else "")


class FieldPastScreen(PastScreen):
    """Lists the moments of the question one came from."""

    only_here = True
