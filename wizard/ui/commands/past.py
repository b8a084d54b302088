"""The past of a plan: what was changed, and bringing it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .command import Command

if TYPE_CHECKING:
    from wizard.ui.screens.main import MainScreen


class History(Command):
    """Show what was changed, when and by whom; compare, name and bring back."""

    keys: ClassVar[tuple[str, ...]] = ("shift+f4", "f16")

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("past")


class FieldHistory(Command):
    """Show what was changed in the question that is asked."""

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.asks

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("field_past")


class Forget(Command):
    """Delete for good what should never have been written, from the plan and its history."""

    keys = ("shift+f8", "f20")

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.writable

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("forget")
