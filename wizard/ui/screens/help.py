"""Help: about the question that is asked, and every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from wizard.ui.commands import COMMANDS
from wizard.ui.commands.command import Command, key_name
from wizard.ui.guidance import passages

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult


class HelpScreen(Above):
    """A text to read; Escape goes back to where one was typing."""

    BINDINGS = [("f1", "leave", ""), ("q", "leave", ""), ("enter", "leave", "")]

    def compose(self) -> ComposeResult:
        say = self.words
        yield Static(say("screens.help.title"), classes="leaf-title", markup=False)
        with VerticalScroll(id="help-text"):
            for passage in passages(self.path, say):
                yield Static(passage.heading, classes="help-head", markup=False)
                yield Static(passage.text, classes="help-body", markup=False)
            yield Static(say("screens.help.general"), classes="help-head", markup=False)
            yield Static(say("screens.help.steps"), classes="help-body", markup=False)
            yield Static(say("screens.help.keys"), classes="help-head", markup=False)
            for command in COMMANDS:
                yield Static(self._line(command), classes="help-key")
        yield Static(say("screens.help.hint"), classes="leaf-hint", markup=False)

    def _line(self, command: type[Command]) -> Content:
        """Write a command: its key, its name, and below them what it does; the palette has those without a key."""
        key = key_name(command.keys[0], self.words) if command.keys else self.words("screens.help.palette")
        title, tooltip = command.title(self.words), command.tooltip(self.words)
        return Content.assemble((f"{key:<10} ", "bold"), title, "\n", " " * 11, tooltip)

    def on_mount(self) -> None:
        self.query_one("#help-text").focus()
