"""The plan on two pages: vision, tasks and goals; whom to call, organisation, the way of a concern, next revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.choices import Level, Task
from schemas.language import words
from schemas.plan import Plan
from schemas.small import veiled

from . import answers
from .contact_card import USES, reached, used
from .context import register, standing
from .edition import Edition
from .escape import Markdown, escape
from .field import Field
from .measuring import LEADING, lines, plain, shortened
from .naming import municipality, title
from .values import Reader
from .visible import visible

ROOMS = (540.0, 660.0)
"""What each of the two pages holds besides the headings and what is always there, in points."""

HEADINGS = 35.0
"""What a heading of the second page takes, where that has room on the first."""

BETWEEN, AROUND = 3.5, 6.0
"""What is between two points of a list, and what a row of a table adds."""

TEXT, LIST, CELL, CALLED = (470.0, 10.0), (430.0, 10.5), (138.0, 9.5), (125.0, 9.5)
"""How long a line is and the size of its type: in text, in a list, and in a cell of the tasks and of the contacts."""

FRONT = ((470.0 / 1.1, 17.0), (470.0, 12.5))
"""The same for the names of the municipality and of the plan, which have one line each in what the first page holds."""

POINTER = "x" * 30 + " " + "x" * 40
"""As long as the sentence that says where the rest is."""

TASKS = {Level.CONSTRUCTIVE: Task.GENERAL, Level.ANTICIPATORY: Task.CONCERN, Level.INTERVENING: Task.CONCERN}
"""Which task a measure belongs to that names no goal."""

ORGANISED = ("model", "management", "coordinator", "police", "rhythm", "disagreement")
"""What is said of the organisation."""


@dataclass(slots=True)
class Section:
    """What stands under a heading, in pieces.

    line: how long a line is, and the size of its type. least: how many pieces stay, however long they are.
    chapter: where the rest is to be found.
    wide: how much wider than Arial's the letters may be. cut: whether something is left out, be it of a piece.
    """

    pieces: list[Markdown]
    line: tuple[float, float]
    least: int
    chapter: str
    wide: float
    cut: bool = False

    @property
    def height(self) -> float:
        """Give the height of all pieces, and of the sentence that says where the rest is."""
        read = [*map(plain, self.pieces), *[POINTER * self.cut]]
        return sum(_lines(one, self.line, self.wide) + BETWEEN for one in read if one)

    def drop(self) -> None:
        """Leave the last piece out."""
        self.pieces.pop()
        self.cut = True


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three tasks."""

    name: str
    does: Section
    goals: Section


@dataclass(frozen=True, slots=True)
class Summary:
    """What the document prints; `called` has a piece for each of the rows that have room.

    short: whether all of it has room on one page.
    """

    municipality: Markdown
    title: Markdown
    vision: Section
    parts: tuple[Part, ...]
    called: Section
    rows: tuple[tuple[Markdown, ...], ...]
    organised: Section
    steps: Section
    revised: Section
    short: bool


def summary(plan: Plan, wide: float) -> Summary:
    """Gather the summary, which shows what is public, and leave out what has no room on two pages.

    wide: how much wider than Arial's the letters may be.
    """
    return _Gatherer(plan, wide).summary()


class _Gatherer:
    """Reads what the summary says."""

    def __init__(self, plan: Plan, wide: float) -> None:
        self.wide = wide
        self.said = words(plan.front.language.value)
        self.shown = visible(plan, Edition.PUBLIC)
        self.reader = Reader(self.shown, Edition.PUBLIC, self.said, veiled(plan))

    def summary(self) -> Summary:
        """Gather everything, and then leave out what has no room."""
        rows = tuple(self._called())
        vision = self._section("strategy", self._texts("strategy", "vision"), 500, TEXT, 1)
        parts = tuple(self._parts())
        called = self._section("organisation", (max(row[:2], key=len) for row in rows), 400, CALLED, 2)
        organised = self._section("organisation", self._organised(), 170, LIST, 2)
        steps = self._section("concerns", self._steps(), 170, LIST, 3)
        revised = self._section("front", self._revised(), 150, TEXT, 3)
        named = municipality(self.shown, self.said)
        names = self._brief(named), self._brief(title(self.shown, self.said))
        more = sum(
            _lines(plain(name), line, self.wide) - line[1] * LEADING for name, line in zip(names, FRONT, strict=True)
        )
        _trim((vision,), parts, ROOMS[0] - more)
        _trim((called, organised, steps, revised), (), ROOMS[1])
        rest = (called, organised, steps, revised)
        taken = _height((vision,), parts) + more + _height(rest, ()) + HEADINGS * len(rest)
        return Summary(
            *names, vision, parts, called, rows, organised, steps, revised, short=taken < ROOMS[0],
        )  # fmt: skip

    def _section(
        self, part: str, texts: Iterable[Markdown], most: int, line: tuple[float, float], least: int
    ) -> Section:
        """Make a section whose pieces are no longer than `most` letters each."""
        pieces = [shortened(text, most) for text in texts]
        chapter = self.said(f"parts.{part}.title")
        return Section([text for text, _ in pieces], line, least, chapter, self.wide, any(cut for _, cut in pieces))

    def _brief(self, text: str) -> Markdown:
        return shortened(escape(text), 90)[0]

    def _fields(self, part: str) -> dict[str, Field]:
        return self.reader.fields(getattr(self.shown, part), part)

    def _texts(self, part: str, name: str) -> Iterator[Markdown]:
        """Give the paragraphs of a text, each on one line; a list's points are paragraphs here."""
        field = self._fields(part)[name]
        yield from (escape(read) for line in field.text.split("\n") if (read := plain(line.lstrip("-* ")).strip(" \\")))

    def _parts(self) -> Iterator[Part]:
        """Give the three tasks: what the plan does for each, and the goals."""
        goals = {task: list(self._goals(task)) for task in Task}
        does = {task: list(self._measures(task)) for task in Task}
        count = len(self.shown.concerns.steps)
        if any(step.name for step in self.shown.concerns.steps):
            does[Task.CONCERN].insert(0, escape(self.said("family.summary.way", count=count)))
        cards = [name for one in self.shown.acute.cards if (name := answers.plain(one.title))]
        does[Task.ACUTE] = [escape(self.said("family.summary.card", title=one)) for one in cards] + does[Task.ACUTE]
        for task in Task:
            chapter = "acute" if task is Task.ACUTE else "measures"
            yield Part(
                self.said.choice("Task", task.value),
                self._section(chapter, does[task], 90, CELL, 1),
                self._section("strategy", goals[task], 130, CELL, 1),
            )

    def _goals(self, task: Task) -> Iterator[Markdown]:
        """Give the goals of a task, each with its day where both have room."""
        for goal in self.shown.strategy.goals:
            if goal.task is task and (text := answers.plain(goal.text)):
                due = self.said("family.summary.by", date=self.said.date(goal.due, "short")) if goal.due else ""
                yield escape(f"{text} {due}" if len(text) < 110 else text)

    def _measures(self, task: Task) -> Iterator[Markdown]:
        goals = {goal.id: goal.task for goal in self.shown.strategy.goals}
        for one in self.shown.measures.measures:
            own = goals.get(one.goal or "") or TASKS.get(one.level or Level.CONSTRUCTIVE)
            if own is task and (name := answers.plain(one.name)):
                yield escape(name)

    def _called(self) -> Iterator[tuple[Markdown, ...]]:
        """Give the contacts that are public: those the plan's answers name first."""
        contacts = register(self.shown, self.reader)
        public = [one.id for one in self.shown.organisation.contacts if one.public]
        for key in dict.fromkeys([*used(self.shown, USES), *public]):
            if key in public and (contact := reached(contacts[key])).role and contact.ways:
                checked = contacts[key].fields["checked_on"].text or escape(self.said("family.contact.unchecked"))
                yield contact.role, Markdown(" · ".join(contact.ways)), checked

    def _organised(self) -> Iterator[Markdown]:
        fields = self._fields("organisation")
        for name in ORGANISED:
            if (field := fields.get(name)) and field.text:
                yield Markdown(f"{escape(field.label)}: {field.text}")

    def _steps(self) -> Iterator[Markdown]:
        for record in self._fields("concerns")["steps"].records:
            name, who, limit = (record.fields[key].text for key in ("name", "who", "limit"))
            if name:
                more = " · ".join(part for part in (who, limit) if part)
                yield Markdown(f"{name} – {more}" if more else name)

    def _revised(self) -> Iterator[Markdown]:
        """Say how far the plan is, when it is revised and by whom, and where the whole of it is."""
        yield from (escape(f"{line}.") for line in standing(self.shown, self.said))
        fields = self._fields("front")
        for name in ("revision_owner", "published_at"):
            if text := fields[name].text:
                yield Markdown(f"{escape(fields[name].label)}: {text}")


def _trim(sections: tuple[Section, ...], parts: tuple[Part, ...], room: float) -> None:
    """Leave out the last piece of the highest section of a page, again and again, until all have room."""
    every = [*sections, *(cell for part in parts for cell in (part.does, part.goals))]
    while _height(sections, parts) > room:
        more = [one for one in every if len(one.pieces) > one.least]
        if not more:
            return
        max(more, key=lambda one: one.height).drop()


def _lines(text: str, line: tuple[float, float], wide: float) -> float:
    """Give the height of a text."""
    room, size = line
    return lines(text, room / size, wide) * size * LEADING


def _height(sections: tuple[Section, ...], parts: tuple[Part, ...]) -> float:
    rows = (max(part.does.height, part.goals.height) + AROUND for part in parts)
    return sum(one.height for one in sections) + sum(rows)
