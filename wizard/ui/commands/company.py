"""What concerns the others at a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from wizard.ui.screens.main import MainScreen


class WhoIsHere(Command):
    """List who has the plan open, with their names in full, and go where one of them is."""

    @classmethod
    def run(cls, main: MainScreen) -> None:
        from wizard.ui.present import choose_person

        choose_person(main)


class Choices(Command):
    """Show two versions of the same side by side, and choose between them."""

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.session is not None and bool(main.session.conflicts)

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("choices")
