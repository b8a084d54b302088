"""What the wizard is measured against: Textual with as little in it as can be. `baselines.py empty|line|text`."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Label, TextArea

SENTENCE = "En tidlig og sammenhængende indsats forudsætter, at alle ved, hvem de ringer til. "
LONG = "\n\n".join([SENTENCE * 5] * 48)
"""20 KB of text in paragraphs, the same as the plan of the benchmark holds."""


class Bare(App[None]):
    """One widget and the word READY."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def compose(self) -> ComposeResult:
        yield Label("READY")
        if self.kind == "line":
            yield Input(SENTENCE)
        elif self.kind == "text":
            yield TextArea(LONG, soft_wrap=True)

    def on_mount(self) -> None:
        if self.kind == "text":
            self.query_one(TextArea).move_cursor(self.query_one(TextArea).document.end)


if __name__ == "__main__":
    Bare(sys.argv[1]).run()
