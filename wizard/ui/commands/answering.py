"""Passing a question by, and taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .command import Command

if TYPE_CHECKING:
    from wizard.ui.screens.main import MainScreen


class Skip(Command):
    """Leave a question open for now, and say why."""

    keys: ClassVar[tuple[str, ...]] = ("f3",)
    shown = True

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.asks and main.writable

    @classmethod
    def run(cls, main: MainScreen) -> None:
        from wizard.ui.dialogues import pass_by

        pass_by(main, "skipped")


class NotRelevant(Skip):
    """Say that a question does not concern this municipality, and why."""

    keys = ("shift+f3", "f15")
    shown = False

    @classmethod
    def run(cls, main: MainScreen) -> None:
        from wizard.ui.dialogues import pass_by

        pass_by(main, "irrelevant")


class Undo(Command):
    """Take back the latest change, also one from before the program was started."""

    keys = ("ctrl+z",)
    shown = True

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.writable

    @classmethod
    def run(cls, main: MainScreen) -> None:
        from wizard.ui.dialogues import take_back

        take_back(main, "undo")


class Redo(Command):
    """Do again what was taken back last."""

    keys = ("ctrl+y",)

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.writable

    @classmethod
    def run(cls, main: MainScreen) -> None:
        from wizard.ui.dialogues import take_back

        take_back(main, "redo")
