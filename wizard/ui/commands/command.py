"""What one can do in the wizard, by key or from the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.ui.screens.main import MainScreen


class Command:
    """One thing to do. Its title and tooltip stand in the words under `keys.CLASSNAME`.

    keys: what to press, the first one being shown; none for what is only in the palette.
    shown: whether the line of keys at the bottom names it.
    first: whether the keys work before the control sees them; so it is for keys that type nothing.
    """

    keys: ClassVar[tuple[str, ...]] = ()
    shown: ClassVar[bool] = False
    first: ClassVar[bool] = True

    @classmethod
    def title(cls, words: Words) -> str:
        """Give the name, as the palette lists it."""
        return words(f"keys.{cls.__name__}.title")

    @classmethod
    def short(cls, words: Words) -> str:
        """Give the one word that stands in the line of keys."""
        return words(f"keys.{cls.__name__}.short")

    @classmethod
    def tooltip(cls, words: Words) -> str:
        """Give the sentence that says what it does."""
        return words(f"keys.{cls.__name__}.tooltip")

    @classmethod
    def available(cls, main: MainScreen) -> bool:
        """Tell whether it can be done now."""
        return main.session is not None

    @classmethod
    def run(cls, main: MainScreen) -> None:
        """Do it."""
        raise NotImplementedError


def key_name(key: str, words: Words) -> str:
    """Write a key as it stands on a keyboard: `pagedown` as "PgDn", `ctrl+p` as "Ctrl+P"."""
    names = words.tables["keys"]["key"]
    *held, last = key.split("+")
    # A letter by itself is typed as it is; with others it is named by its cap.
    cap = last.upper() if held or last[1:].isdecimal() else last
    return "+".join(names.get(part, part) for part in (*held, names.get(last, cap)))


def bindings(commands: tuple[type[Command], ...]) -> list[Binding]:
    """Bind the keys of commands to the main screen."""
    return [
        Binding(key, f"do('{command.__name__}')", show=False, priority=command.first)
        for command in commands
        for key in command.keys
    ]
