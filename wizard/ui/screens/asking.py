"""Asking for one line: a name, or a point in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from wizard.ui.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. text: what stands in the line. refused: says why a line will not do; nothing where it does."""

    title: str
    placeholder: str
    hint: str
    refused: Callable[[str], str]
    text: str = ""


class LineScreen(ModalScreen["str | None"]):
    """Takes one line; dismisses with it, its spaces single, or with None to leave all as it is."""

    BINDINGS = [("escape", "dismiss(None)", "")]

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(printable(self.asked.title), classes="sheet-title", markup=False)
            yield Input(self.asked.text, placeholder=self.asked.placeholder, id="asked-line")
            yield Static("", id="asked-says", classes="sheet-says", markup=False)
            yield Static(self.asked.hint, classes="sheet-hint", markup=False)

    def on_mount(self) -> None:
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        text = " ".join(event.value.split())
        if why := self.asked.refused(text):
            self.query_one("#asked-says", Static).update(printable(why))
        else:
            self.dismiss(text)
