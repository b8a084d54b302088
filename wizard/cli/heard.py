"""Points from a hearing in words: on the terminal, as Markdown and for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schemas.compare import Difference, Way
from schemas.compared import Run, Runs, sentence, text_of
from schemas.describing import label_of, shown, where
from schemas.language import Words, words
from schemas.paths import NoSuchPath, exists, get, is_empty, mark_at
from schemas.plan import Plan
from schemas.signs import clean
from wizard.document.change import applied
from wizard.document.edits import Add, WrongType
from wizard.files.docx.model import Comment, Hand
from wizard.render.escape import escape, run
from wizard.render.hearing.points import Point

from .console import emit, emit_wrapped
from .sent_version import Version
from .taking import Standing, edits_of, standing_of

QUOTE = 160
"""How many characters are shown of what a comment points to."""

FORMAT = 1
"""The number of the form in which a program is told; it grows where what stood there means something else."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A point as it is told.

    title: the part of the plan, or the heading, that it stands under. runs: what was changed, in one sentence.
    beside: who did it, and what else there is to know before it is taken in.
    """

    point: Point
    standing: Standing
    title: str
    runs: Runs
    beside: tuple[str, ...]

    @property
    def text(self) -> str:
        """Give the sentence as plain text."""
        return text_of(self.runs)


def heard(points: Sequence[Point], version: Version, said: Words) -> tuple[Heard, ...]:
    """Say each point."""
    return tuple(_heard(one, version, said) for one in points)


def _heard(point: Point, version: Version, said: Words) -> Heard:
    standing = standing_of(point, version.today)
    title = said.field("Plan", point.part)["label"] if point.part else point.title or said("hearing.nowhere")
    beside = tuple(_beside(point, standing, version.today, said))
    try:
        runs = _sentence(point, version.sent, said)
    except (WrongType, NoSuchPath):  # what no plan can hold, such as a text beyond all bounds, is told all the same
        runs = (Run(f"{_place(point, version.sent, said)}: {_loose(point, said)}"),)
    return Heard(point, standing, title, runs, beside)


def _sentence(point: Point, sent: Plan, said: Words) -> Runs:
    match point.kind:
        case "changed" | "added" | "removed" | "moved":
            return sentence(*_difference(point, sent, said))
        case "by_hand":
            why = said(f"hearing.why.{point.trouble}")
            text = said("hearing.quoted", text=" ".join(point.text.split()))
            return (Run(said("hearing.by_hand", where=_place(point, sent, said), text=text, why=why)),)
        case "comment":
            return tuple(_comment(point, sent, said))
        case _:
            return (Run(_loose(point, said)),)


def _difference(point: Point, sent: Plan, said: Words) -> tuple[Difference, Plan, Plan, Words]:
    """Give a point as what differs between the plan that was sent and one with the point in it."""
    edits = edits_of(point, sent)
    then = applied(sent, edits)
    path = point.path
    if point.kind == "added":
        path = next(f"{edit.list}[{edit.item['id']}]" for edit in edits if isinstance(edit, Add))
        return Difference(Way.ADDED, path, None, get(then, path)), sent, then, said
    if point.kind == "removed":
        return Difference(Way.REMOVED, path, get(sent, path), None), sent, then, said
    if point.kind == "moved":
        return Difference(Way.MOVED, path, get(sent, path), get(then, path)), sent, then, said
    return Difference(Way.CHANGED, path, get(sent, path), get(then, path)), sent, then, said


def _place(point: Point, plan: Plan, said: Words) -> str:
    """Name the place of a point below its part."""
    return where(point.path, plan, said).partition(" › ")[2] if point.path else ""


def _comment(point: Point, sent: Plan, said: Words) -> Iterator[Run]:
    place = _place(point, sent, said)
    key = "footnote" if point.comment and point.comment.note else "comment_at" if place else "comment"
    yield Run(said(f"hearing.{key}", where=place, text=said("hearing.quoted", text=" ".join(point.text.split()))))


def _loose(point: Point, said: Words) -> str:
    before, after = (said("hearing.quoted", text=" ".join(text.split())) for text in (point.was, point.text))
    key = "changed" if point.was and point.text else "added" if point.text else "removed"
    return said(f"hearing.loose_{key}", before=before, after=after)


def _beside(point: Point, standing: Standing, today: Plan, said: Words) -> Iterator[str]:
    """Say who did it, what a comment points to and what was answered, and how the plan of today stands to it."""
    if point.comment is not None:
        yield from _thread(point, said)
    elif point.hands:
        yield said.join([named(hand, said) for hand in point.hands])
    if point.kind == "added" and len(point.after) > 1:
        yield said("hearing.row", text=" ".join(point.text.split()))
    for name, text in point.left.items():
        label = label_of(f"{point.path}[].{name}", said)
        yield said("hearing.left", label=label, text=said("hearing.quoted", text=" ".join(text.split())))
    own = words(today.front.language.value)
    if point.kind in ("by_hand", "added") and point.title not in ("", label_of(point.path, own)):
        yield said("hearing.under", title=point.title)
    if standing == "moved_on":
        yield said("hearing.moved_on", now=_now(point, today, said))
    elif standing != "open":
        yield said(f"hearing.{standing}")


def _thread(point: Point, said: Words) -> Iterator[str]:
    assert point.comment is not None
    if not point.comment.note:
        yield _who(point.comment, said)
    if point.was:
        yield said("hearing.quote", text=said("hearing.quoted", text=_short(point.was)))
    for one in point.replies:
        yield said("hearing.reply", who=_who(one, said), text=said("hearing.quoted", text=" ".join(one.text.split())))
    if point.comment.done:
        yield said("hearing.done")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= QUOTE else line[: QUOTE - 1].rstrip() + "…"


def _who(comment: Comment, said: Words) -> str:
    return named(Hand(comment.author, comment.at), said)


def named(hand: Hand, said: Words) -> str:
    """Say who did something in Word, and on which day."""
    name = " ".join(clean(hand.author).split()) or said("hearing.nobody")
    day = _day(hand.at, said)
    return f"{name}, {day}" if day else name


def _day(at: str, said: Words) -> str:
    """Write the day of a time as Word notes it; nothing where it is none."""
    try:
        return said.date(datetime.fromisoformat(at).date())
    except ValueError:
        return ""


def _now(point: Point, today: Plan, said: Words) -> str:
    """Say what the plan says today where a point would put something else."""
    if not exists(today, point.path) or point.path.endswith("]"):
        return said("hearing.another_record")
    value, mark = get(today, point.path), mark_at(point.path)
    text = said("changes.nothing") if is_empty(value) else " ".join(shown(mark, value, today, said).split())
    return said("hearing.quoted", text=text)


# On the terminal -----------------------------------------------------------------------------------------------------


def list_all(found: Sequence[Heard]) -> None:
    """Write the points, under the parts they stand in."""
    title = ""
    for one in found:
        if one.title != title:
            emit(("\n" if title else "") + clean(one.title))
            title = one.title
        list_one(one)


def list_one(one: Heard) -> None:
    """Write one point with what there is to know of it."""
    number = f"{one.point.number}."
    emit_wrapped(clean(one.text), f"{number:>4} ", "     ")
    for line in one.beside:
        emit_wrapped(clean(line), "     ", "     ")


# As Markdown ---------------------------------------------------------------------------------------------------------


def markdown(found: Sequence[Heard], version: Version, said: Words) -> str:
    """Give the points as a report."""
    lines = [f"# {escape(said('hearing.report', title=version.today.front.title or said('documents.untitled')))}", ""]
    edition = said(f"hearing.edition.{version.edition.value}")
    lines += [str(escape(said("hearing.compared", told=version.told, edition=edition))), ""]
    title = ""
    for one in found:
        if one.title != title:
            lines += [f"## {escape(clean(one.title))}", ""]
            title = one.title
        lines.append(f"- **{one.point.number}.** {''.join(map(_marked, one.runs))}")
        lines += [f"  - {escape(line)}" for line in one.beside] + [""]
    return "\n".join(lines if found else [*lines, str(escape(said("hearing.nothing")))]).rstrip() + "\n"


def _marked(piece: Run) -> str:
    text = clean(piece.text).replace("\n", " ")
    body = text.strip(" ")
    if not body:
        return text
    before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    sign = "**" if piece.kind == "changed" else ""
    return f"{before}{sign}{run(body)}{sign}{after}"


# For a program --------------------------------------------------------------------------------------------------------


def plainly(found: Sequence[Heard], version: Version) -> dict[str, Any]:
    """Give the points as JSON values."""
    saved = version.sent.saved
    sent = {"plan": saved.plan, "seq": saved.seq, "edition": version.edition.value, "sure": version.sure}
    return {"format": FORMAT, "sent": sent, "points": [_plainly(one) for one in found]}


def _plainly(one: Heard) -> dict[str, Any]:
    point = one.point
    found: dict[str, Any] = {
        "number": point.number, "kind": point.kind, "path": point.path, "heading": point.title,
        "standing": one.standing, "sentence": one.text, "before": point.before, "after": point.after,
        "was": point.was, "text": point.text, "by": [hand._asdict() for hand in point.hands],
    }  # fmt: skip
    if point.kind in ("added", "moved"):
        found |= {"behind": point.anchor, "left": dict(point.left)}
    if point.kind == "by_hand":
        found["trouble"] = point.trouble
    if point.comment is not None:
        found["comment"] = _said(point.comment) | {"replies": [_said(each) for each in point.replies]}
    return found


def _said(comment: Comment) -> dict[str, Any]:
    return {
        "author": comment.author, "at": comment.at, "text": comment.text, "quote": comment.quote, "done": comment.done
    }  # fmt: skip
