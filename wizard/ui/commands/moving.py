"""Getting about in a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from wizard.ui.screens.main import MainScreen


class Next(Command):
    """Go on to the next question; from a component's last one to the next component."""

    keys = ("pagedown",)
    shown = True
    first = False

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.turn("on")


class Back(Command):
    """Go back to the question before."""

    keys = ("pageup",)
    shown = True
    first = False

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.turn("back")


class Return(Command):
    """Go back to the page one jumped from, such as the review at its finding."""

    keys = ("escape",)
    shown = True
    first = False

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.came_from != ""

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.go(main.came_from)
        main.tell("")


class NextAnyway(Command):
    """Go on from inside a long text, where page down scrolls."""

    keys = ("ctrl+down",)

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.turn("on")


class BackAnyway(Command):
    """Go back from inside a long text, where page up scrolls."""

    keys = ("ctrl+up",)

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.turn("back")


class GoTo(Command):
    """List every step and question and go to one of them."""

    keys = ("f5",)
    shown = True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        from wizard.ui.dialogues import choose_question

        choose_question(main)


class Search(Command):
    """Find words in the answers of the whole plan."""

    keys = ("f7",)
    shown = True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("search")


class Palette(Command):
    """List everything one can do."""

    keys = ("ctrl+p",)
    shown = True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        from wizard.ui.dialogues import choose_command

        choose_command(main)


class OpenAnother(Command):
    """Save this plan and go to the start screen."""

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.reopen(None)


class Quit(Command):
    """Save and leave."""

    keys = ("f10", "ctrl+q")
    shown = True

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.app.exit(0)
