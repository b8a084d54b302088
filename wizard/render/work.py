"""What belongs to the work and not to the plan: open points, readiness, and what was passed by. Internal only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schemas.checks import check, sentence, severity_name
from schemas.fields import Model, marks
from schemas.outline import PARTS
from schemas.paths import NoSuchPath, mark_at, place
from schemas.plan import Plan

from . import answers
from .escape import Markdown, escape
from .values import Reader

Row = tuple[Markdown, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Rows of the tables in the internal edition's last part."""

    findings: tuple[Row, ...]
    readiness: tuple[Row, ...]
    passed: tuple[Row, ...]


def work(plan: Plan, reader: Reader, today: date) -> Work:
    """Gather what is left to do; today: the day that deadlines are measured against."""
    return Work(tuple(_findings(plan, reader, today)), tuple(_readiness(plan, reader)), tuple(_passed(plan, reader)))


def _findings(plan: Plan, reader: Reader, today: date) -> Iterator[Row]:
    words = reader.words
    for finding in check(plan, today):
        yield (
            escape(severity_name(finding.severity, words)),
            escape(_part(finding.part, reader)),
            escape(sentence(finding, plan, words)),
        )


def _part(name: str, reader: Reader) -> str:
    """Name a part of the plan; a reason stands in the part of the field it was given for."""
    return reader.words.field("Plan", name)["label"] if name in PARTS else ""


def _readiness(plan: Plan, reader: Reader) -> Iterator[Row]:
    before = plan.workshop.before
    for mark in marks(type(before)):
        standing: Model = getattr(before, mark.name)
        said = reader.fields(standing, f"workshop.before.{mark.name}")
        if any(field.answered for field in said.values()):
            label = reader.words.field(type(before).__name__, mark.name)["label"]
            yield (escape(label), said["answer"].text or escape("–"), said["note"].text or escape("–"))


def _passed(plan: Plan, reader: Reader) -> Iterator[Row]:
    for path, reason in plan.reasons.items():
        try:
            mark = mark_at(path)
        except NoSuchPath:
            continue
        above = place(path).removesuffix("[]").rpartition(".")[0]
        label = reader.words.field(mark.model.__name__, mark.name, above)["label"]
        yield (
            escape(_part(path.partition(".")[0], reader)),
            escape(label),
            escape(reader.words.choice("Unanswered", reason.state.value)),
            answers.inline(reason.reason),
        )
