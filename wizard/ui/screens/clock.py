"""The block timer in large figures: which block, how long is left, and what to shorten when the room is late."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Digits, OptionList, Static
from textual.widgets.option_list import Option

from wizard.files.run_sheets import copy_beside, read_run_sheet, ready_sheets, sheets_beside
from wizard.files.trouble import FileTrouble
from wizard.ui.access import access_of
from wizard.ui.printable import printable
from wizard.ui.timekeeper import Timekeeper, figures
from wizard.ui.widgets.listing import PagedList

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from schemas.language import Words
    from wizard.document.session import Session
    from wizard.ui.clock import Clock


class ClockScreen(Above):
    """Starts, pauses and moves the timer; without a drejebog it first lets one be chosen."""

    def __init__(self, session: Session, words: Words, path: str) -> None:
        super().__init__(session, words, path)
        self.keeper = Timekeeper(session)
        self.sheets: list[tuple[Path, int]] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="leaf", id="clock"):
            yield Static("", id="clock-where", markup=False)
            yield Static("", id="clock-block", markup=False)
            yield Digits("", id="clock-figures")
            yield Static("", id="clock-state", markup=False)
            yield Static("", id="clock-how", markup=False)
            yield Static("", id="clock-rows", markup=False)
            yield PagedList(id="clock-sheets", markup=False)
            yield Static("", id="clock-says", markup=False)
            yield Static("", classes="leaf-hint", id="clock-hint", markup=False)

    def on_mount(self) -> None:
        self.keeper.read()
        self._turn_to_page()
        self.set_interval(1.0, self._tick)
        self._choose() if self.keeper.clock is None else self._show()

    def _turn_to_page(self) -> None:
        """Point at the block of the page one came from, unless another one still has time."""
        from wizard.ui.steps import step_of

        block = self.keeper.offered(step_of(self.path))
        if block is not None and self.keeper.clock is not None and block != self.keeper.clock.block:
            self.keeper.set(self.keeper.clock.turned(block, time.time()))

    def follow_clock(self) -> None:
        """Go on from what another has set."""
        self.keeper.read()
        self._tick()

    def _tick(self) -> None:
        if not self.choosing:
            self._show()

    @property
    def choosing(self) -> bool:
        """Tell whether a drejebog is being chosen."""
        return bool(self.query_one("#clock-sheets").display)

    def _choose(self) -> None:
        """List every session of every drejebog, the facilitator's own first."""
        listed = self.query_one(PagedList)
        listed.clear_options()
        self.sheets = []
        self._says("" if self.keeper.clock is not None else self.words("clock.none"))
        own = [path for path in sheets_beside(self.session.path) if access_of(self.app).holds(path)]
        for path in [*own, *ready_sheets(self.words.language)]:
            self._list_sheet(listed, path, path in own)
        self._display(choosing=True)
        listed.highlighted = 0
        listed.focus()

    def _list_sheet(self, listed: OptionList, path: Path, own: bool) -> None:
        try:
            sheet = read_run_sheet(path)
        except FileTrouble as trouble:
            self._says(f"{path.name}: {trouble.sentence(self.words)}")
            return
        for number, sitting in enumerate(sheet.sessions):
            if sitting.blocks:
                said = self.words("clock.sheet", sheet=sheet.title, sitting=sitting.title, minutes=sitting.minutes)
                listed.add_option(Option(printable(f"{said} ({path.name})" if own else said)))
                self.sheets.append((path, number))

    def _display(self, choosing: bool) -> None:
        for name in ("block", "figures", "state", "how", "rows"):
            self.query_one(f"#clock-{name}").display = not choosing
        self.query_one("#clock-sheets").display = choosing
        self.query_one("#clock-where", Static).update(self.words("clock.choose") if choosing else "")
        self.query_one("#clock-hint", Static).update(self.words("clock.hint_choose" if choosing else "clock.hint"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        path, sitting = self.sheets[event.option_index]
        try:
            self.keeper.choose(path, sitting)
        except FileTrouble as trouble:
            self._says(trouble.sentence(self.words))
            return
        self._says("")
        self._turn_to_page()
        self._show()

    def _says(self, sentence: str) -> None:
        self.query_one("#clock-says", Static).update(printable(sentence))

    def _show(self) -> None:
        """Write everything as it stands now."""
        clock, block, sitting = self.keeper.clock, self.keeper.block, self.keeper.sitting
        if clock is None or block is None or sitting is None:
            return
        self._display(choosing=False)
        self.set_focus(None)
        now, say = time.time(), self.words
        of = len(clock.minutes)
        self._put("where", f"{say('clock.title')} · {self.keeper.sheet.title if self.keeper.sheet else ''}")
        self._put("block", say("clock.block", number=clock.block + 1, of=of, title=block.title))
        self.query_one(Digits).update(figures(clock.remaining(now)))
        self._put("state", self._state(clock, now))
        self._put("how", say("clock.how", how=block.how) if block.how else "")
        self._put("rows", self._rows(clock))
        if said := self._late(clock, now):
            self._says(said)

    def _put(self, name: str, text: str) -> None:
        self.query_one(f"#clock-{name}", Static).update(printable(text))

    def _state(self, clock: Clock, now: float) -> str:
        """Say whether time goes, and when the session ends if all goes by the sheet."""
        left = clock.remaining(now)
        fresh = left == clock.minutes[clock.block] * 60.0
        key = "up" if left <= 0 else "running" if clock.running else "ready" if fresh else "paused"
        minutes = round(max(0.0, left) / 60) + sum(clock.minutes[clock.block + 1 :])
        end = f"{datetime.fromtimestamp(now) + timedelta(minutes=minutes):%H:%M}"
        assert self.keeper.sitting is not None
        whole = self.words("clock.session_left", sitting=self.keeper.sitting.title, minutes=minutes, time=end)
        return f"{self.words(f'clock.state.{key}')} · {whole}"

    def _rows(self, clock: Clock) -> str:
        """List the blocks around the one the timer stands at, as many as there is room for."""
        room = max(3, self.size.height - 20)
        first = max(0, min(clock.block - room // 2, len(clock.minutes) - room))
        rows = []
        for number, block in list(enumerate(self.keeper.blocks))[first : first + room]:
            sign = "›" if number == clock.block else "✓" if number < clock.block else " "
            rows.append(self.words("clock.row", sign=sign, title=block.title, minutes=clock.minutes[number]))
        return "\n".join(rows)

    def _late(self, clock: Clock, now: float) -> str:
        """Say how late the room is and what could be shortened."""
        late = round(clock.late(now) / 60)
        wished = clock.proposal(self.keeper.blocks, now)
        if wished is None:
            return self.words("clock.late_only", minutes=late) if late >= 3 else ""
        changes = [
            self.words("clock.change", title=block.title, before=before, after=after)
            for block, before, after in zip(self.keeper.blocks, clock.minutes, wished, strict=True)
            if before != after
        ]
        return self.words("clock.late", minutes=late, changes=", ".join(changes), key=self.words("clock.key_take"))

    def on_key(self, event: Key) -> None:
        """Do what a key says; while a drejebog is chosen, the list has the keys."""
        clock = self.keeper.clock
        if self.choosing or clock is None:
            return
        name = self._named(event)
        if name is None:
            return
        event.stop()
        self._says("")
        if name == "choose":
            self._choose()
        else:
            getattr(self, f"_{name}")(clock, time.time())
            self._show()

    def _named(self, event: Key) -> str | None:
        """Tell what a key means here."""
        own = {self.words(f"clock.key_{name}"): name for name in ("take", "choose", "copy")}
        fixed = {
            "enter": "toggle", "space": "toggle", "plus": "more", "minus": "less", "pagedown": "next", "pageup": "back",
        }  # fmt: skip
        return fixed.get(event.key) or own.get(event.character or "")

    def _toggle(self, clock: Clock, now: float) -> None:
        self.keeper.set(clock.paused(now) if clock.running else clock.started(now))

    def _more(self, clock: Clock, now: float) -> None:
        self.keeper.set(clock.moved(5, now))

    def _less(self, clock: Clock, now: float) -> None:
        self.keeper.set(clock.moved(-5, now))

    def _next(self, clock: Clock, now: float) -> None:
        self.keeper.set(clock.turned(clock.block + 1, now))

    def _back(self, clock: Clock, now: float) -> None:
        self.keeper.set(clock.turned(clock.block - 1, now))

    def _take(self, clock: Clock, now: float) -> None:
        wished = clock.proposal(self.keeper.blocks, now)
        if wished is not None:
            self.keeper.set(clock.shared(wished))
            self._says(self.words("clock.taken"))

    def _copy(self, clock: Clock, now: float) -> None:
        """Put a copy beside the plan, to be edited."""
        if self.session.read_only is not None:
            self._says(self.words(self.session.read_only))
            return
        try:
            before = set(sheets_beside(self.session.path))
            target = copy_beside(Path(clock.sheet), self.session.path, self.words.language)
        except FileTrouble as trouble:
            self._says(trouble.sentence(self.words))
            return
        key = "copied_before" if target in before else "copied"
        self._says(self.words(f"clock.{key}", name=target.name))
