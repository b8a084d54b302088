"""Catching what is said in the room, and what belongs to a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .command import Command

if TYPE_CHECKING:
    from wizard.ui.screens.main import MainScreen


class Catch(Command):
    """Catch a decision, a task or the like in one line, from anywhere, and go on where one was."""

    keys: ClassVar[tuple[str, ...]] = ("f2",)
    shown = True

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.app.action_catch()


class CaughtList(Command):
    """List what was caught, go to where it was, settle it, edit it or remove it."""

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("drawer")


class RollCall(Command):
    """Begin a meeting, or tick who is present at the one that runs: roles and units, never names."""

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.writable

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("rollcall")


class Time(Command):
    """Show the block timer in large figures: start it, pause it, give or take five minutes."""

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.tell("")  # the offer to start a block has done its work
        main.above("clock")


class CloseMeeting(Command):
    """Show what the meeting leaves open, settle it or leave it, and end the meeting."""

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        return main.writable

    @classmethod
    def run(cls, main: MainScreen) -> None:
        main.above("closing")
