"""What differs between a plan and an earlier one, cut down to an edition, as Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.choices import Status
from schemas.compare import Difference, compare
from schemas.compared import Run, Runs, said
from schemas.fields import Item, marks
from schemas.language import Words, words
from schemas.paths import NoSuchPath, is_empty, mark_at
from schemas.plan import Plan
from schemas.small import veiled

from .edition import Edition
from .escape import Markdown, escape, one_line, run, start
from .visible import visible

KEPT_OUT = ("workshop",)
"""Parts that belong to the work: minutes tell of them, and a comparison of plans does not."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the plan with what changed in it, a sentence each."""

    title: str
    sentences: tuple[Markdown, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a document says of changes. since: which plan it is compared with; empty where that is not known."""

    since: str
    parts: tuple[Part, ...]


def changes(plan: Plan, earlier: Plan, edition: Edition) -> Changes:
    """Compare a plan with an earlier one as the edition shows them, in the plan's language."""
    told = words(plan.front.language.value)
    old, new = visible(earlier, edition), visible(plan, edition)
    parts = said(differences(plan, earlier, edition), old, new, told)
    return Changes(
        _since(earlier, told), tuple(Part(part.title, tuple(map(_markdown, part.sentences))) for part in parts)
    )


def differences(plan: Plan, earlier: Plan, edition: Edition) -> tuple[Difference, ...]:
    """List what differs in what the edition shows; what belongs to the work on the plan is left out."""
    found = compare(visible(earlier, edition), visible(plan, edition))
    # A number that was hidden on one side only would else be told as taken out or filled in.
    hidden = {**veiled(earlier), **veiled(plan)} if edition is Edition.PUBLIC else {}
    kept = (one for one in found if one.part not in KEPT_OUT and one.path not in hidden)
    return tuple(one for one in kept if _shown(one.path, edition) and not _kept_back(one))


def _kept_back(one: Difference) -> bool:
    """Tell whether a record came or went of which the edition shows nothing: one that is not public."""
    item = one.after if one.before is None else one.before if one.after is None else None
    if not isinstance(item, Item):
        return False
    return all(getattr(item, mark.name) is False or is_empty(getattr(item, mark.name)) for mark in marks(type(item)))


def _shown(path: str, edition: Edition) -> bool:
    """Tell whether an edition prints a field; the mark that makes a record public is never printed in public."""
    try:
        mark = mark_at(path)
    except NoSuchPath:  # a reason, which no public plan holds
        return edition is Edition.INTERNAL
    return edition is Edition.INTERNAL or mark.kind == "records" or mark.ask.visibility != "internal"


def _since(earlier: Plan, told: Words) -> str:
    front, body = earlier.front, one_line(earlier.front.adopting_body)
    if front.status is not Status.ADOPTED or front.adopted_on is None:
        return ""
    key = "since_adopted_by" if body else "since_adopted"
    return told(f"changes.{key}", body=body, date=told.date(front.adopted_on))


def _markdown(runs: Runs) -> Markdown:
    return Markdown(start("".join(map(_run, runs))))


def _run(piece: Run) -> str:
    """Write a run; what is marked is strong, since colour does not survive a printer."""
    if piece.kind == "plain":
        return run(piece.text)
    return f"**{escape(piece.text)}**" if piece.text.strip() else ""
