"""What stands between Textual and the terminal: sends only the cells that changed, and never waits for the wire.

Private names of Textual that are leaned on, here and in `keyboard.py`; the version is bounded in `pyproject.toml`, and
a test types the same into this and into stock Textual and compares every cell:

    App._display, _set_pointer_shape, _driver, _running, _closed, _batch_count, _sync_available, _handle_exception
    Console._color_system (of Rich); Style._attributes, _set_attributes (of Rich)
    _compositor.LayoutUpdate (strips, region), _compositor.ChopsUpdate (chops, spans, chop_ends)
    _xterm_parser.XTermParser (feed, tick, _timeout_time)

`compositing.py` and `order.py` name the few of their own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from rich.color import Color, ColorSystem
from rich.console import RenderableType
from rich.style import Style
from textual import constants
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.driver import Driver
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.strip import Strip

from wizard.ui import compositing  # noqa: F401  # importing it is what does it
from wizard.ui.cells import Sheet, cells

AT_ONCE = 1024
"""Characters from which on a picture is worth the sixteen bytes that have it shown all at once."""
REVERSE = "7"
MIDDLE = 3 * 128
SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"


class OnTerminal(App[Any]):
    """An app that can hold its picture still, and leaves out pictures that nobody would see."""

    _sheet: Sheet | None = None
    _is_still = False
    _has_drawn = False
    _missed = False
    _lost = False

    def get_driver_class(self) -> type[Driver]:
        """Take the wizard's own driver, unless the system or the environment has another."""
        if sys.platform != "win32" and constants.DRIVER is None:
            from wizard.ui.keyboard import Keyboard

            return Keyboard
        return super().get_driver_class()

    def hold_still(self) -> None:
        """Draw one picture, and then nothing until `draw` is called: at the start each step costs a whole screen."""
        self._is_still, self._has_drawn = True, False

    def draw(self) -> None:
        """Draw the whole screen as it is now, and every change from here on."""
        if self._is_still:
            self._is_still = False
            self.screen.refresh()

    def redraw(self) -> None:
        """Draw every cell anew: what stood on the terminal may be gone."""
        self._sheet = None
        self._has_drawn = False
        if self._running and self.screen_stack:
            self.screen.refresh()

    def drained(self) -> None:
        """Draw what was left out while the terminal took no bytes."""
        if self._missed:
            self._missed = False
            self.screen.refresh()

    def lost(self) -> None:
        """Take in what had arrived when the terminal went away, and draw nothing from here on."""
        self._lost = True
        if (rest := getattr(self._driver, "read_rest", None)) is not None:
            rest()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep the cursor of whatever is typed in from blinking: it would send bytes all day, and hide a dead link."""
        if getattr(event.widget, "cursor_blink", False):
            event.widget.cursor_blink = False  # type: ignore[attr-defined]  # a line or a text has it

    def _set_pointer_shape(self, shape: str) -> None:
        """Say nothing of a mouse that is not listened to; some terminals would print it."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is None or self._lost or (self._is_still and self._has_drawn):
            return
        self._has_drawn = True
        if self.is_headless or not isinstance(renderable, (LayoutUpdate, ChopsUpdate)):
            super()._display(screen, renderable)
        elif self._running and not self._closed and not self._batch_count:
            try:
                self._send(renderable)
            except Exception as error:
                self._handle_exception(error)
            self.post_display_hook()

    def _send(self, update: LayoutUpdate | ChopsUpdate) -> None:
        """Send what an update changes, unless the terminal has yet to take what was sent before."""
        assert self._driver is not None
        if getattr(self._driver, "behind", False):
            self._missed = True
            return
        text = self.bytes_for(update)
        if self._sync_available and len(text) > AT_ONCE:
            text = f"{SYNC_START}{text}{SYNC_END}"
        if text:
            self._driver.write(text)
            self._driver.flush()

    def bytes_for(self, update: LayoutUpdate | ChopsUpdate) -> str:
        """Give what makes the terminal show an update, and remember that it does."""
        sheet = self._sheet
        if sheet is None or sheet.size != self.size:
            self._sheet = sheet = Sheet(*self.size)
            if isinstance(update, ChopsUpdate):  # the rest of the screen is not known to stand there
                self.call_later(self.screen.refresh)
        for x, y, strip in placed(update):
            sheet.put(x, y, cells(strip, self._paint))
        sheet.cursor(*self.screen.outer_size.clamp_offset(self.cursor_position))
        return sheet.take()

    def _paint(self, style: Style | None) -> str:
        """Give a style's SGR parameters."""
        if style is None:
            return ""
        if self.no_color:
            return uncoloured(style, self.current_theme.dark)
        return Strip.render_ansi(style, self.console._color_system or ColorSystem.TRUECOLOR)


def placed(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Give the parts of lines an update consists of, each with its column and line."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield x, y, strip
                x += strip.cell_length
        return
    for y, left, right in update.spans:
        for end, (x, part) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if part is not None and x <= right and end > left:
                yield x, y, part if x >= left and end <= right else part.crop(0, min(end, right) - x)


@lru_cache(maxsize=4096)
def uncoloured(style: Style, dark: bool) -> str:
    """Give a style without colours: what stands out by being light on dark, or dark on light, is shown in reverse.

    dark: whether the theme writes light on dark.
    """
    codes = {code for code in Strip.render_ansi(style.without_color, ColorSystem.TRUECOLOR).split(";") if code}
    if style.bgcolor is not None and not style.bgcolor.is_default:
        light_on_dark = _brightness(style.color) > _brightness(style.bgcolor)
        codes ^= {REVERSE} if light_on_dark != dark else set()
    return ";".join(sorted(codes))


def _brightness(colour: Color | None) -> int:
    """Give how bright a colour is; none at all, as blank cells have, is neither."""
    return MIDDLE if colour is None else sum(colour.get_truecolor())
