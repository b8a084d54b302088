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
from schemas.workshop import Readiness, Standing

from . import answers
from .escape import Markdown, escape
from .field import BREAK
from .trace import Trace, trace
from .values import Reader

Row = tuple[Markdown, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Rows of the tables in the internal edition's last part.

    compared: whether the seven questions were asked again, so that a row has an answer before and one after.
    """

    findings: tuple[Row, ...]
    readiness: tuple[Row, ...]
    compared: bool
    passed: tuple[Row, ...]
    trace: Trace


def work(plan: Plan, reader: Reader, today: date) -> Work:
    """Gather what is left to do; today: the day that deadlines are measured against."""
    before, after = (_standings(plan, reader, name) for name in ("before", "after"))
    return Work(
        tuple(_findings(plan, reader, today)),
        tuple(_readiness(before, after, reader)),
        bool(after),
        tuple(_passed(plan, reader)),
        trace(plan, today, reader.words),
    )


def _findings(plan: Plan, reader: Reader, today: date) -> Iterator[Row]:
    words = reader.words
    for finding in check(plan, today):
        yield (
            escape(severity_name(finding.severity, words)),
            escape(_part(finding.part, reader)),
            escape(answers.plain(sentence(finding, plan, words))),
        )


def _part(name: str, reader: Reader) -> str:
    """Name a part of the plan; a reason stands in the part of the field it was given for."""
    return reader.words.field("Plan", name)["label"] if name in PARTS else ""


def _standings(plan: Plan, reader: Reader, when: str) -> dict[str, Markdown]:
    """Read the answers to the seven questions that were answered: the room's answer, its note and its counts."""
    readiness: Model = getattr(plan.workshop, when)
    found: dict[str, Markdown] = {}
    for mark in marks(type(readiness)):
        standing: Standing = getattr(readiness, mark.name)
        fields = reader.fields(standing, f"workshop.{when}.{mark.name}")
        lines = (fields["answer"].text, _room(standing, reader), fields["note"].text)
        if said := Markdown(BREAK.join(line for line in lines if line)):
            found[mark.name] = said
    return found


def _room(standing: Standing, reader: Reader) -> Markdown:
    """Say how many in the room gave each answer: that they disagree is a finding."""
    counts = (("yes", standing.count_yes), ("partly", standing.count_partly), ("no", standing.count_no))
    said = (reader.words(f"documents_full.readiness.{key}", count=count) for key, count in counts if count is not None)
    return escape(", ".join(said))


def _readiness(before: dict[str, Markdown], after: dict[str, Markdown], reader: Reader) -> Iterator[Row]:
    for mark in marks(Readiness):
        if mark.name in before or mark.name in after:
            label = reader.words.field("Readiness", mark.name)["label"]
            said = [answers.get(mark.name, escape("–")) for answers in ((before, after) if after else (before,))]
            yield (escape(label), *said)


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
