"""What is done with the records of a list."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from wizard.ui.pages.records import RecordsView
    from wizard.ui.screens.main import MainScreen


STARTLED = 2.0
"""Seconds for which letters do nothing in a list that opened by itself, for they were meant for a field."""


def startled(records: RecordsView) -> bool:
    """Tell whether one stands at a list only because another has just removed the record one was in."""
    return monotonic() - getattr(records, "startled", -STARTLED) < STARTLED


class ListCommand(Command):
    """Something that is done in a list of records. Plain keys serve, since nothing is typed there."""

    first = False

    @classmethod
    def records(cls, main: MainScreen) -> RecordsView | None:
        """Give the list that stands on the page."""
        return main.questions.records if main.asks else None

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        records = cls.records(main)
        return main.writable and records is not None and not records.editing and not startled(records)

    @classmethod
    def run(cls, main: MainScreen) -> None:
        if (records := cls.records(main)) is not None:
            cls.change(records)

    @classmethod
    def change(cls, records: RecordsView) -> None:
        """Do it with the list."""
        raise NotImplementedError


class AddRecord(ListCommand):
    """Type a new record at the end of the list."""

    keys = ("plus", "insert")

    @classmethod
    def change(cls, records: RecordsView) -> None:
        records.add()


class ReadyCard(ListCommand):
    """Begin a handlekort with one that is filled in already, and adapt it."""

    keys = ("s",)

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        records = cls.records(main)
        return main.writable and records is not None and records.spec.place == "acute.cards" and records.beginning

    @classmethod
    def run(cls, main: MainScreen) -> None:
        from wizard.ui.dialogues import choose_card

        choose_card(main)


class DuplicateRecord(ListCommand):
    """Copy the record pointed at."""

    keys = ("d",)

    @classmethod
    def change(cls, records: RecordsView) -> None:
        records.duplicate()


class RemoveRecord(ListCommand):
    """Remove the record pointed at; undo brings it back with everything that pointed to it."""

    keys = ("delete",)

    @classmethod
    def change(cls, records: RecordsView) -> None:
        records.remove_record()


class MoveUp(ListCommand):
    """Move the record pointed at one line up."""

    keys = ("less_than_sign", "alt+up")

    @classmethod
    def change(cls, records: RecordsView) -> None:
        records.move_record(-1)


class MoveDown(ListCommand):
    """Move the record pointed at one line down."""

    keys = ("greater_than_sign", "alt+down")

    @classmethod
    def change(cls, records: RecordsView) -> None:
        records.move_record(1)
