"""What a session that sees some parts of a plan alone can do. What is not named here is for the whole plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.document.reach import CONTACTS, Components, reaches

if TYPE_CHECKING:
    from wizard.ui.screens.main import MainScreen

    from .command import Command

IN_PARTS = frozenset({
    "Help", "Return", "Next", "Back", "NextAnyway", "BackAnyway", "AddRecord", "ReadyCard", "DuplicateRecord",
    "RemoveRecord", "MoveUp", "MoveDown", "Skip", "NotRelevant", "GoTo", "Palette", "Guidance", "Undo", "Redo",
    "Search", "Preview", "Deep", "Room", "Blank", "Choices", "WhoIsHere", "SwitchLanguage", "SwitchTheme",
    "OpenAnother", "Quit",
})  # fmt: skip
"""The commands that keep to the parts of a session."""

OF_THE_MEETING = frozenset({"Catch", "CaughtList", "RollCall", "Time", "CloseMeeting"})
"""The commands of the workshop's record, which is a part of its own."""


def permitted(command: str | None, components: Components) -> bool:
    """Tell whether a session may do something, named by its command; None is catching a line."""
    if components is None:
        return True
    if command is None or command in OF_THE_MEETING:
        return reaches(components, "workshop")
    if command == "Room" and components <= {CONTACTS}:  # the register of roles is not for a wall
        return False
    return command in IN_PARTS


SCREENS_IN_PARTS = frozenset({"help", "search", "room", "blank", "preview", "choices"})
SCREENS_OF_THE_MEETING = frozenset({"drawer", "rollcall", "clock", "closing"})


def opens(screen: str, components: Components) -> bool:
    """Tell whether a session may put a screen above the main one, whatever calls for it."""
    if components is None or screen in SCREENS_IN_PARTS:
        return True
    return screen in SCREENS_OF_THE_MEETING and reaches(components, "workshop")


def can(command: type[Command], main: MainScreen) -> bool:
    """Tell whether a command can be done now, here."""
    components = main.session.components if main.session is not None else None
    return permitted(command.__name__, components) and command.available(main)
