"""Who types here: the login, and the name that tells people of one login apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.document.authors import login
from wizard.ui.access import ALL, Access
from wizard.ui.lazily import load
from wizard.ui.order import InOrder

if TYPE_CHECKING:
    from schemas.language import Words

ASKS = "wizard.ui.screens.author:AuthorScreen"


def author(access: Access) -> str:
    """Name who types, as the others and the history see it: "anna", or "gaest (SSP)" where a name was given."""
    return f"{login()} ({access.name})" if access.name else login()


class Named(InOrder):
    """An app that asks who types, once, where a login is shared."""

    words: Words
    access: Access = ALL
    asked = False

    @property
    def nameless(self) -> bool:
        """Tell whether nobody has said yet who of a login this is."""
        return not self.access.name and not self.asked

    @property
    def guest(self) -> bool:
        """Tell whether a name is wanted before anything else: a session kept to a folder is rarely one person's."""
        return self.nameless and self.access.folder is not None

    def ask_name(self, key: str, then: Callable[[], None]) -> None:
        """Ask who types, then go on. What is typed from here on comes here first, then goes on in its order.

        Where a question was shown before, what was typed until now is kept for it.
        """
        self.asked = True
        if key == "shared":
            self.set_keys_aside()
        else:
            self.release_keys()

        def named(name: str | None) -> None:
            self.access = replace(self.access, name=name or "")
            self.take_keys_up()
            then()

        self.push_screen(load(ASKS)(self.words, login(), key), named)
