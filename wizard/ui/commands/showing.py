"""What is shown, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from wizard.ui.screens.main import MainScreen


class Help(Command):
    """Explain the question and list the keys."""

    keys = ("f1",)
    shown = True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("help")


class Guidance(Command):
    """Show or hide help, example and law beside the question."""

    keys = ("f4",)
    shown = True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.toggle_guidance()


class Deep(Command):
    """Ask all questions of this component, or only the core ones again."""

    keys = ("f6",)

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.asks

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.toggle_deep()


class Room(Command):
    """Show only the question and its answer, large, with nothing internal."""

    keys = ("f8",)

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("room")


class Blank(Command):
    """Blank the screen at once; any key brings it back."""

    keys = ("f9",)

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("blank")


class Redraw(Command):
    """Draw the whole screen anew, because something else wrote on the terminal."""

    keys = ("ctrl+l",)

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.app.redraw()


class Preview(Command):
    """Show the plan as it will read."""

    keys = ("f12",)  # F2 is kept for catching what is said in the room
    shown = True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("preview")


class Drawing(Command):
    """Show the figure of this part drawn in characters, and what it shows in words."""

    keys = ("shift+f12", "f24")

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("figures")


class SwitchLanguage(Command):
    """Speak the other language from here on; the plan keeps its own."""

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.app.next_language()


class SwitchTheme(Command):
    """Take the next set of colours: light, dark or the terminal's own."""

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.app.next_theme()
