"""What came back from a hearing, point by point: each as the values that taking it in would give the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pydantic_core import to_jsonable_python

from schemas.fields import Model
from schemas.language import Words
from schemas.outline import PARTS
from schemas.paths import exists, get, is_empty, mark_at
from schemas.plan import Plan
from wizard.files.docx.model import Block, Comment, Document, Hand

from .comparing import compared
from .found import Added, Answer, Finding, Loose, Moved, Remark, Removed
from .labels import record_of
from .slices import text_of
from .values import Unknown, Values, naming

GROUPED = {"understanding.signs": "group", "measures.measures": "level", "strategy.goals": "level"}
"""Lists that are printed group by group, and the answer by which they are."""

Kind = Literal["changed", "added", "removed", "moved", "by_hand", "loose", "comment"]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to take in, or to leave.

    number: its place in the list, from 1. path: of the field, or of the list where a record is new; empty where it
    belongs to no field. title: the heading above it. before, after: plain values of a field; of a record that is new
    its values by name. text: what stands in the document now, was: what stood there. anchor: the id of the record
    before it. trouble: why it cannot be taken in as it is, by its key. comment, replies: of a comment.
    """

    number: int
    kind: Kind
    path: str
    title: str
    before: Any = None
    after: Any = None
    was: str = ""
    text: str = ""
    anchor: str | None = None
    trouble: str = ""
    left: Mapping[str, str] = field(default_factory=dict)
    hands: tuple[Hand, ...] = ()
    comment: Comment | None = None
    replies: tuple[Comment, ...] = ()

    @property
    def part(self) -> str:
        """Give the part of the plan it stands in; empty for none."""
        name = self.path.partition(".")[0]
        return name if name in PARTS else ""


def points(plan: Plan, old: Sequence[Block], document: Document, words: Words) -> tuple[Point, ...]:
    """Give what a document says that was not sent.

    plan: the one that was sent, old: its document as `sent` gives it, words: of its language.
    """
    findings = compared(old, document, words)
    reader = _Reader(plan, words, dict(_renamed(findings)))
    return tuple(_numbered(one for finding in findings for one in reader.points(finding)))


def _renamed(findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """Give what records are called now: where a name was changed all over the document, it still means the same."""
    for one in findings:
        record = record_of(one.path) if isinstance(one, Answer) else ""
        model = mark_at(record).item if record else None
        if isinstance(one, Answer) and model is not None and one.path == f"{record}.{naming(model)}":
            yield record, text_of(one.after)


def json_value(value: Any) -> Any:
    """Give a value of the plan as JSON; of a record what it does not leave open."""
    return (
        value.model_dump(mode="json", exclude_defaults=True) if isinstance(value, Model) else to_jsonable_python(value)
    )


def _numbered(found: Iterator[Point]) -> Iterator[Point]:
    for number, one in enumerate(found, 1):
        yield replace(one, number=number)


class _Reader:
    def __init__(self, plan: Plan, words: Words, renamed: Mapping[str, str]) -> None:
        self.plan = plan
        self.values = Values(plan, words, renamed)

    def points(self, found: Finding) -> Iterator[Point]:
        match found:
            case Answer():
                yield from self._answer(found)
            case Added():
                yield self._added(found)
            case Removed(path, hands, title):
                yield Point(0, "removed", path, title, before=json_value(get(self.plan, path)), hands=hands)
            case Moved(path, after, hands, title):
                yield Point(0, "moved", path, title, anchor=after, hands=hands)
            case Loose(before, after, hands, title):
                yield Point(0, "loose", "", title, was=before, text=after, hands=hands)
            case Remark(comment, replies, path, title):
                text = comment.text
                yield Point(0, "comment", path, title, text=text, was=comment.quote, comment=comment, replies=replies)

    def _answer(self, found: Answer) -> Iterator[Point]:
        """Give what an answer says now, where it says anything else than the plan did."""
        mark = mark_at(found.path)
        before = get(self.plan, found.path) if exists(self.plan, found.path) else None
        was, text = text_of(found.before), text_of(found.after)
        try:
            after = self.values.value(mark, found.after, before)
        except Unknown as trouble:
            yield Point(
                0, "by_hand", found.path, found.title, json_value(before), None, was, text, trouble=trouble.key,
                hands=found.hands,
            )  # fmt: skip
            return
        plain_before = json_value(before)
        if after == plain_before or (is_empty(after) and is_empty(before)):
            return
        yield Point(0, "changed", found.path, found.title, plain_before, after, was, text, hands=found.hands)

    def _grouped(self, found: Added) -> dict[str, Any]:
        """Give a new record the group that it was written into, where a table or list holds one group's records."""
        name = GROUPED.get(found.list, "")
        if not name or name in found.printed or not found.like or not exists(self.plan, found.like):
            return {}
        value = json_value(getattr(get(self.plan, found.like), name))
        return {} if is_empty(value) else {name: value}

    def _added(self, found: Added) -> Point:
        model = mark_at(found.list).item
        values: dict[str, Any] = {}
        left: dict[str, str] = {}
        for name, paragraphs in found.answers.items():
            try:
                assert model is not None
                values[name] = self.values.value(mark_at(f"{found.list}[].{name}"), paragraphs, None)
            except Unknown:
                left[name] = text_of(paragraphs)
        values = {name: value for name, value in values.items() if not is_empty(value)}
        if values:
            values |= self._grouped(found)
        if not values:
            return Point(0, "by_hand", found.list, found.title, text=found.text, trouble="record", hands=found.hands)
        return Point(
            0, "added", found.list, found.title, None, values, "", found.text, found.after, left=left, hands=found.hands
        )
