"""What is found where a document that came back is laid beside the one that was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wizard.files.docx.model import Comment, Hand, Paragraph


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that reads otherwise. before, after: its paragraphs; `title`: the heading above it in the document."""

    path: str
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]
    hands: tuple[Hand, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Added:
    """A record that is new.

    after: the id of the one before it; None for none. text: all of it, as it stands. like: a record that it stands
    beside; empty for none. printed: the names of the answers that are printed of such records there.
    """

    list: str
    answers: Mapping[str, tuple[Paragraph, ...]]
    after: str | None
    text: str
    hands: tuple[Hand, ...]
    title: str
    like: str = ""
    printed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Removed:
    """A record that is gone from the document."""

    path: str
    hands: tuple[Hand, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A record that stands after another one, or first for None."""

    path: str
    after: str | None
    hands: tuple[Hand, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Loose:
    """What belongs to no answer: words of the template that were changed, or something between the answers."""

    before: str
    after: str
    hands: tuple[Hand, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with its replies, at an answer or, without a path, below a heading."""

    comment: Comment
    replies: tuple[Comment, ...]
    path: str
    title: str


Finding = Answer | Added | Removed | Moved | Loose | Remark


@dataclass(slots=True)
class Findings:
    """What was found, in the document's order; `seen` and `gone` count where each record stood and no longer stands."""

    all: list[Finding] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    gone: dict[str, int] = field(default_factory=dict)
    rows_gone: dict[str, Removed] = field(default_factory=dict)
    places: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    """Where each comment points to: path, heading, and how many findings stand before it."""

    def point_out(self, key: str, path: str, title: str) -> None:
        """Note where a comment points to, the first time it is met."""
        self.places.setdefault(key, (path, title, len(self.all)))
