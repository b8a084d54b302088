"""A list on a page: the arrows go through it, and Page Up and Page Down stay free for the way through the plan."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import OptionList


class Listing(OptionList, inherit_bindings=False):
    """A list of options, of which Enter takes the one that is marked."""

    BINDINGS = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "select", show=False),
    ]
