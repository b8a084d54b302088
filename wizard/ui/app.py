"""The wizard as a program: opens a plan, keeps its session, and leaves nothing behind when it ends.

Importing this costs Textual and the words, no more: the first frame is drawn before Pydantic is imported.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from schemas.language import DEFAULT, LANGUAGES, words
from schemas.signs import message
from wizard.ui.access import ALL, Access, never_stop
from wizard.ui.commands.catching import Catch
from wizard.ui.commands.showing import Blank, Redraw
from wizard.ui.lazily import load
from wizard.ui.naming import Named
from wizard.ui.screens import SCREENS, START
from wizard.ui.screens.main import MainScreen
from wizard.ui.terminal import OnTerminal
from wizard.ui.themes import NAMES, THEMES

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.session import Session


class WizardApp(Named, OnTerminal, App[int]):
    """Takes a room through a plan. Without a path it begins at the start screen."""

    CSS_PATH = ["wizard.tcss", "screens.tcss", "catching.tcss", "company.tcss", "past.tcss", "terminal.tcss"]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "planbygger"
    BINDINGS = [
        *(Binding(key, "blank", show=False, priority=True) for key in Blank.keys),
        *(Binding(key, "catch", show=False, priority=True) for key in Catch.keys),
        *(Binding(key, "redraw", show=False, priority=True) for key in Redraw.keys),
    ]

    def __init__(self, path: Path | None, language: str = DEFAULT, theme: str = NAMES[0], access: Access = ALL) -> None:
        super().__init__()
        self.access = access
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme if theme in NAMES else NAMES[0]
        self.animation_level = "none"
        self._colours = self.get_css_variables()
        self.stylesheet.set_variables(self._colours)
        self.path = path
        self.begun = path is None
        self.words = words(language)
        self.session: Session | None = None
        self.trouble: str | None = None
        if path is not None:
            self.hold_keys()
            self.hold_still()

    def _fatal_error(self) -> None:
        """End after an error nobody thought of: with a sentence, since a traceback shows what was answered."""
        if os.environ.get("PLANBYGGER_DEBUG"):
            super()._fatal_error()
            return
        error = self._exception
        self.trouble = self.words("interface.crashed", what=type(error).__name__)
        self._close_messages_no_wait()

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew where the colours are others: Textual asks for it once more than the start needs."""
        colours = self.get_css_variables()
        if colours != self._colours:
            self._colours = colours
            super().refresh_css(animate)

    def get_default_screen(self) -> Screen[Any]:
        """Draw the main screen at once where a plan is named."""
        return MainScreen(self.words) if self.path is not None else Screen()

    def on_mount(self) -> None:
        from wizard.ui.leaving import listen

        listen(self)
        if self.access.folder is not None:  # Textual has made it stop where it is told to
            never_stop()
        if self.guest:
            self.draw()
            self.ask_name("guest", self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        if self.path is None:
            self.release_keys()
            self.start()
        else:
            self.call_after_refresh(self._open)

    def start(self) -> None:
        """Show the start screen, and open the plan it gives."""
        start = load(START)(self.words, self.access.folder)
        self.push_screen(start, lambda path: self._chosen(path, start.words))

    def _chosen(self, path: Path | None, words: Words) -> None:
        if path is None:
            self.exit(0)
            return
        self.words = words
        self.path = path
        self.hold_keys()
        self.push_screen(MainScreen(self.words))
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        """Read the plan beside the screen, which stays alive meanwhile."""
        assert self.path is not None
        self.run_worker(self._open_beside, thread=True, exit_on_error=True)

    def _open_beside(self) -> None:
        from wizard.ui.opening import Refused, open_session, shares_login

        assert self.path is not None
        if self.nameless and shares_login(self.path):
            self.call_from_thread(self._ask_who)
            return
        found = open_session(self.path, self.words, self.access)
        if isinstance(found, Refused):
            self.call_from_thread(self._refused, found.sentence, found.code)
        else:
            self.call_from_thread(self._took, found)

    def _ask_who(self) -> None:
        self.draw()
        self.ask_name("shared", self._open)

    def _refused(self, sentence: str, code: int) -> None:
        if not self.begun:
            self.trouble = sentence
            self.exit(code)
            return
        self.drop_keys()
        self.draw()
        self.pop_screen()
        self.start()
        self.notify(sentence, severity="warning", timeout=30, markup=False)

    def _took(self, session: Session) -> None:
        self.session = session
        self.run_worker(self._opened(session))

    async def _opened(self, session: Session) -> None:
        screen = self.screen_stack[-1]
        if isinstance(screen, MainScreen):
            screen.opened(session)
        self.call_after_refresh(self.draw)
        self.release_keys()

    def reopen(self, path: str | None) -> None:
        """Save the plan, and open another one or show the start."""
        said = self.closed()
        self.begun = True
        main = self.screen
        if isinstance(main, MainScreen):
            main.session = None
        if len(self.screen_stack) > 1:  # the screen the program began with cannot be taken away, only covered
            self.pop_screen()
        if path is None:
            self.start()
        else:
            self._chosen(Path(path), self.words)
        if said:
            self.notify(said, severity="warning", timeout=30, markup=False)

    def closed(self) -> str:
        """Close the plan, and give the sentence that says where it stands if not in its file."""
        from wizard.files.trouble import FileTrouble

        try:
            self.close()
        except FileTrouble as trouble:
            return trouble.sentence(self.words)
        return ""

    def close(self) -> None:
        """Settle, save and let go of the plan. Only the first call does anything. Raises `KeptElsewhere`."""
        session, self.session = self.session, None
        if session is not None:
            session.close()

    def lost(self) -> None:
        """Keep what was typed, and leave: the terminal is gone."""
        from wizard.ui.leaving import hang_up, once_typed

        super().lost()
        once_typed(self, lambda: hang_up(self))

    def not_pasted(self) -> None:
        """Say that what was pasted is nowhere, where nothing stands that takes a text."""
        say = getattr(self.screen, "tell", None) or self._notify_plainly
        say(self.words("terminal.not_pasted"))

    def _notify_plainly(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False)

    def action_blank(self) -> None:
        """Hide everything at once, whatever screen stands there; the same key brings it back."""
        blank = load(SCREENS["blank"])
        if isinstance(self.screen, blank):
            self.screen.dismiss(None)
        else:
            self.push_screen(blank(self.session, self.words))

    def action_redraw(self) -> None:
        """Draw every cell anew, whatever screen stands there."""
        self.redraw()

    def action_catch(self) -> None:
        """Catch a line, whatever screen stands there."""
        if self.session is not None:
            from wizard.ui.dialogues import catch

            catch(self)

    def next_language(self) -> None:
        """Speak the other language from here on."""
        at = LANGUAGES.index(self.words.language)
        self.words = words(LANGUAGES[(at + 1) % len(LANGUAGES)])
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.speak(self.words)

    def next_theme(self) -> None:
        """Take the next set of colours."""
        self.theme = NAMES[(NAMES.index(self.theme) + 1) % len(NAMES)]


def run(path: Path | None, language: str = DEFAULT, theme: str | None = None, access: Access = ALL) -> int:
    """Run the wizard and give the exit code; what stopped it is said on stderr."""
    app = WizardApp(path, language, theme or os.environ.get("PLANBYGGER_THEME", NAMES[0]), access)
    code: int | None = None
    try:
        code = app.run(mouse=False)
    finally:
        trouble = app.trouble
        try:
            app.close()
        except Exception as error:  # the plan's log has it all; only the file could not be written
            sentence = getattr(error, "sentence", None)
            trouble = sentence(app.words) if sentence else str(error)
            code = code or 1
        if trouble:
            print(message(trouble), file=sys.stderr)
    return app.return_code or 0 if code is None else code
