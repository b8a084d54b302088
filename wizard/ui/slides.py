"""The questions of a plan as a room sees them: one at a time, and nothing internal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from schemas.checks.cpr import masked
from schemas.fields import Marks, Model, marks
from schemas.language import Words
from schemas.outline import COMPONENTS
from schemas.paths import answers, below, is_empty
from schemas.plan import Plan
from schemas.small import hidden
from schemas.understanding import Figures
from schemas.workshop import Readiness

from .printable import printable
from .route import route
from .saying import full_text
from .steps import AFTER, CONTACTS, step_of

SHOWN = ("front", "workshop", *COMPONENTS, "acute")
"""The parts that are shown to a room; the register of roles is not."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One question of a component, with the words a facilitator reads aloud.

    deep: whether its step is asked in full, so that everything of a record is shown and not its core answers alone.
    """

    path: str
    mark: Marks
    question: str
    deep: bool = False

    @property
    def step(self) -> str:
        """Give the step of the wizard in which the question is asked."""
        return step_of(self.path)

    @property
    def internal(self) -> bool:
        """Tell whether the answer is kept from a wall."""
        return self.mark.ask.visibility == "internal"


def slides(plan: Plan, words: Words, deep: frozenset[str] = frozenset(), at: str = "") -> tuple[Slide, ...]:
    """List the questions of a plan in the order the room goes through them; a list of records is one question.

    deep: the steps of which everything is asked; of the others the core is. at: a question shown in any case.
    """
    found = (slide for part in SHOWN for slide in _of(getattr(plan, part), part, words, deep))
    steps = route(plan)
    asked = (one for one in found if one.path != CONTACTS and (_asked(one, plan, at) or below(at, one.path)))
    return tuple(sorted(asked, key=lambda one: steps.index(one.step)))


def _asked(slide: Slide, plan: Plan, at: str) -> bool:
    """Tell whether a room is asked this; the seven questions come again once the room has got to them at the end."""
    if slide.path.startswith(AFTER):
        return at.startswith(AFTER) or plan.workshop.after != Readiness()
    return slide.deep or slide.mark.ask.depth == "core"


def _of(model: Model, path: str, words: Words, deep: frozenset[str]) -> Iterator[Slide]:
    """Yield the questions of a part; of the workshop only the seven at its start and end, not what was said to them."""
    for here, mark, _ in answers(model, path):
        if "[" in here or (path == "workshop" and mark.name != "answer"):
            continue
        said = words.field(mark.model.__name__, mark.name, here.rpartition(".")[0])
        yield Slide(here, mark, said.get("question", said["label"]), step_of(here) in deep)


def slide_at(shown: tuple[Slide, ...], path: str) -> int:
    """Give the number of the slide that a path is on, else of the first one of its part or step, else 0."""
    for number, slide in enumerate(shown):
        if below(path, slide.path):
            return number
    return next((number for number, slide in enumerate(shown) if slide.step == step_of(path)), 0)


def answer_lines(plan: Plan, slide: Slide, value: Any, words: Words) -> tuple[str, ...]:
    """Write the answer of a slide as paragraphs; internal ones and CPR-like numbers are masked."""
    if slide.internal:
        return (words("screens.room.internal"),)
    if slide.mark.kind == "records":
        full = slide.deep or slide.mark.ask.depth == "full"
        lines = [_record(plan, item, words, full) for item in value]
        return tuple(f"{number}. {line}" for number, line in enumerate(lines, 1) if line)
    return tuple(_safe(line) for line in full_text(slide.mark, value, plan, words).splitlines() if line.strip())


def _record(plan: Plan, item: Model, words: Words, full: bool) -> str:
    """Write a record on two lines: its name, then what else is answered in it, of the core or of everything."""
    asked = [mark for mark in marks(type(item)) if full or mark.ask.depth == "core"]
    filled = [mark for mark in asked if not is_empty(getattr(item, mark.name))]
    naming = next((mark for mark in filled if mark.kind in ("line", "text")), filled[0] if filled else None)
    if naming is None:
        return ""
    rest = " · ".join(_field(plan, item, mark, words) for mark in filled if mark is not naming)
    return "\n".join(part for part in (_field(plan, item, naming, words), rest) if part)


def _field(plan: Plan, item: Model, mark: Marks, words: Words) -> str:
    label = words.field(mark.model.__name__, mark.name)["label"]
    shown = mark.ask.visibility == "public" or (mark.ask.visibility == "flagged" and getattr(item, "public", False))
    if not shown:
        return f"{label}: {words('screens.room.internal').lower()}"
    if isinstance(item, Figures) and (veil := hidden(item).get(mark.name)) is not None:
        return f"{label}: {words('forms.small') if veil == 'small' else words('screens.room.internal').lower()}"
    text = _safe(full_text(mark, getattr(item, mark.name), plan, words))
    return text if mark.kind in ("line", "text", "choice", "choices") else f"{label}: {text}"


def _safe(text: str) -> str:
    return masked(printable(text))
