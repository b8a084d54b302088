"""The wizard's own driver of a Unix terminal: keys come in and bytes go out in the program's one loop.

Textual's driver reads and writes in threads of their own, waits for a terminal that takes no more bytes, ends the
program on a byte that is no UTF-8, and starts twice when it is continued without having been told to stop.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import select
import signal
import sys
from typing import TYPE_CHECKING, Any, cast

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.geometry import Size

from wizard.ui.modes import cooked, early, forget_typed, raw
from wizard.ui.wire import Wire

assert sys.platform != "win32"  # there Textual's own driver serves

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

    from wizard.ui.terminal import OnTerminal

ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"
"""Another page of the terminal, no cursor, pastes marked as such, no new line at the edge."""
LEAVE = "\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
ASK = "\x1b[>1u\x1b[?2026$p"
"""Keys that cannot be mistaken for each other; and: can a picture be shown all at once?"""
TAKE_BACK = "\x1b[<u"
PLAIN = ("linux", "screen", "vt", "ansi", "Eterm", "cons")
"""How terminals are called that may print such a question instead of leaving it alone."""
PATIENCE = 1.0
"""Seconds that leaving waits for a terminal that takes no bytes."""
CHUNK = 1 << 16
WRONG = "planbygger.latin"


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    """Take a byte that is no UTF-8 for what an old terminal means by it: a typed æ is not lost."""
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


codecs.register_error(WRONG, _as_latin)


class Keyboard(Driver):
    """Powers the wizard in a terminal."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=False, size=size)
        self.shown = cast("OnTerminal", app)
        assert sys.__stdin__ is not None
        assert sys.__stderr__ is not None
        self._in, self._out = sys.__stdin__.fileno(), sys.__stderr__.fileno()
        self._wire: Wire | None = None
        self._asks = not os.environ.get("TERM", "").startswith(PLAIN)
        self._parser = XTermParser(debug)
        self._decoder = codecs.getincrementaldecoder("utf-8")(WRONG)
        self._gone = False

    @property
    def can_suspend(self) -> bool:
        """The program can be stopped and go on."""
        return True

    @property
    def behind(self) -> bool:
        """Tell whether the terminal has yet to take what was sent."""
        return self._wire is not None and self._wire.behind

    def write(self, data: str) -> None:
        """Send data, without waiting."""
        if self._wire is not None:
            self._wire.write(data)

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, whose loop this is."""
        self._app.post_message(message)

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        if self._wire is None:
            self._wire = Wire(self._out, self.shown.drained, self._lost)
            for number, call in self._signals():
                self._loop.add_signal_handler(number, call)
        raw(self._in)
        self.write(ENTER + ASK * self._asks)
        self._resized()
        self._feed(self._decoder.decode(early(self._in)))
        self._loop.add_reader(self._in, self._read)

    def _signals(self) -> tuple[tuple[signal.Signals, Any], ...]:
        return (
            (signal.SIGWINCH, self._resized),
            (signal.SIGTSTP, self._stop),
            (signal.SIGCONT, self._go_on),
        )

    def disable_input(self) -> None:
        """Read no more keys."""
        self._loop.remove_reader(self._in)
        self._loop.remove_signal_handler(signal.SIGWINCH)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        forget_typed(self._in)
        self.write(TAKE_BACK * self._asks + LEAVE)
        self.close()
        cooked(self._in)

    def close(self) -> None:
        """Let go of the terminal."""
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.close(PATIENCE)

    def _stop(self) -> None:
        """Give the shell its terminal back and stop, until the shell says to go on."""
        self.stop_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Take the terminal over again; also after a stop that nobody told of. In the background, stop again."""
        with contextlib.suppress(OSError):
            if os.tcgetpgrp(self._in) != os.getpgrp():
                os.kill(os.getpid(), signal.SIGSTOP)
                return
        if self._auto_restart:
            self.start_application_mode()

    def _resized(self) -> None:
        """Tell the app how large the terminal is, and that what stood there may be gone."""
        size = Size(*self._measure())
        self._app.post_message(events.Resize(size, size))
        self.shown.redraw()

    def _measure(self) -> tuple[int, int]:
        """Give columns and lines; a terminal that knows neither has the usual ones."""
        try:
            columns, lines = os.get_terminal_size(self._out)
        except OSError:
            columns, lines = 0, 0
        return columns or 80, lines or 24

    def _read(self) -> None:
        try:
            data = os.read(self._in, CHUNK)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self._lost()
            return
        self._feed(self._decoder.decode(data))
        if self._parser._timeout_time is not None:
            self._loop.call_later(constants.ESCAPE_DELAY + 0.005, self._tick)

    def _feed(self, text: str) -> None:
        if text:  # the parser takes an empty text for the end of all
            for event in self._parser.feed(text):
                self.process_message(event)

    def _tick(self) -> None:
        """Take an escape that nothing followed for the key of that name."""
        for event in self._parser.tick():
            self.process_message(event)

    def read_rest(self) -> None:
        """Read what has arrived and was not read yet, to the last byte."""
        with contextlib.suppress(OSError, ValueError):
            while select.select([self._in], [], [], 0)[0] and (data := os.read(self._in, CHUNK)):
                self._feed(self._decoder.decode(data))
        self._feed(self._decoder.decode(b"", final=True))

    def _lost(self) -> None:
        """The terminal is gone: whatever comes now can be neither read nor shown."""
        if not self._gone:
            self._gone = True
            self.disable_input()
            self.shown.lost()
