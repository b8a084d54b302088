"""What widgets and pages wish for. Wishes go up as messages; the main screen decides."""

from __future__ import annotations

from typing import Literal

from textual.message import Message


class Jump(Message):
    """A wish to go to a question: `measures.measures[m-7k2q9xbd].owner`, or a step such as `review`."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class Turn(Message):
    """A wish to go on to the next question, or back to the one before."""

    def __init__(self, way: Literal["on", "back"]) -> None:
        super().__init__()
        self.way = way


class Tell(Message):
    """A sentence for the line above the keys, in the language then chosen; it stays until the next one."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class Reopen(Message):
    """A wish to leave this plan, which is saved first, and open another one; None gives the start screen."""

    def __init__(self, path: str | None) -> None:
        super().__init__()
        self.path = path
