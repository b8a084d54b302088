"""Which questions a step asks, and how far it has got."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from schemas.fields import bare
from schemas.language import Words, words
from schemas.outline import PARTS
from schemas.paths import below, get, is_empty
from schemas.plan import Plan
from schemas.specs import FieldSpec, specs

from .steps import CONTACTS, STEPS, step_of


@cache
def _all(part: str, language: str) -> tuple[FieldSpec, ...]:
    return specs(bare(Plan.model_fields[part].annotation), words(language), part)


def questions(step: str, said: Words, deep: bool = False) -> tuple[FieldSpec, ...]:
    """List what a step asks: its core questions, or all of them; nothing for a step with a page of its own."""
    if step == "contacts":
        return tuple(one for one in _all("organisation", said.language) if one.place == CONTACTS)
    if step not in PARTS or step == "workshop":
        return ()
    asked = (one for one in _all(step, said.language) if one.place != CONTACTS)
    return tuple(one for one in asked if deep or one.depth == "core")


def columns(spec: FieldSpec, deep: bool = False) -> tuple[FieldSpec, ...]:
    """List what is asked of each record of a list; the register of roles is always asked in full."""
    return tuple(one for one in spec.fields if deep or one.depth == "core" or spec.place == CONTACTS)


@cache
def goes_deeper(step: str, language: str) -> bool:
    """Tell whether a step asks more in uddybning than on the short way, of itself or of each record."""
    said = words(language)
    asked = questions(step, said, deep=True)
    return asked != questions(step, said) or any(columns(one, deep=True) != columns(one) for one in asked)


def everywhere(said: Words, deep: frozenset[str] = frozenset()) -> list[tuple[str, FieldSpec]]:
    """List every question of every step, as (step, question)."""
    return [(step, one) for step in STEPS for one in questions(step, said, step in deep)]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step has got: what is answered or passed by, of all it asks; each record asked for counts."""

    done: int
    of: int

    @property
    def sign(self) -> str:
        """Give the sign that stands for it, beside the numbers."""
        if not self.of:
            return " "
        return "●" if self.done == self.of else "◐" if self.done else "○"


def weight(spec: FieldSpec) -> int:
    """Give how many answers a question counts for: a list of records as many as the short way asks for.

    A question of yes or no counts for none: nobody can see whether a no was said or never asked.
    """
    if spec.kind == "flag":
        return 0
    return max(1, spec.rows) if spec.kind == "records" else 1


def given(plan: Plan, spec: FieldSpec) -> int:
    """Count the answers a question has got, up to its weight."""
    if spec.place in plan.reasons:
        return weight(spec)
    value = get(plan, spec.place)
    if spec.kind == "flag":
        return 0
    if spec.kind != "records":
        return 0 if is_empty(value) else 1
    whole = sum(_whole(plan, spec, item) for item in value)
    return min(whole, weight(spec)) if whole == len(value) else min(whole, weight(spec) - 1)


def settled(plan: Plan, spec: FieldSpec) -> bool:
    """Tell whether a question is answered or passed by with a reason."""
    return given(plan, spec) == weight(spec)


def _whole(plan: Plan, spec: FieldSpec, item: Any) -> bool:
    """Tell whether a record has its core answers; one without core questions, whether it has any answer."""
    core = [one.name for one in spec.fields if one.depth == "core" and one.kind != "flag"]
    if not core:
        return any(not is_empty(getattr(item, one.name)) for one in spec.fields if one.kind != "flag")
    top = f"{spec.place}[{item.id}]"
    return all(not is_empty(getattr(item, name)) or f"{top}.{name}" in plan.reasons for name in core)


def state(plan: Plan, spec: FieldSpec, said: Words, path: str) -> str:
    """Say whether a question is answered, partly answered, passed by or open; `path` is where the focus is."""
    if (reason := plan.reasons.get(path) or plan.reasons.get(spec.place)) is not None:
        return said(f"interface.state.{reason.state.value}", reason=reason.reason)
    done, of = given(plan, spec), weight(spec)
    if not of:
        return ""
    if done == of:
        return said("interface.state.answered")
    if spec.kind == "records" and get(plan, spec.place):
        return said("interface.state.partly", done=done, of=of)
    return said("interface.state.open")


def progress(plan: Plan, step: str, said: Words, deep: bool = False) -> Progress:
    """Count a step's questions."""
    if step in ("readiness", "after"):
        asked_now = plan.workshop.before if step == "readiness" else plan.workshop.after
        stands = [getattr(asked_now, name).answer is not None for name in type(asked_now).model_fields]
        return Progress(sum(stands), len(stands))
    asked = questions(step, said, deep)
    return Progress(sum(given(plan, one) for one in asked), sum(weight(one) for one in asked))


def question_at(path: str, said: Words) -> FieldSpec | None:
    """Give the question of a component that a path belongs to: the list, for a field of a record."""
    step = step_of(path)
    return next((one for one in questions(step, said, deep=True) if below(path, one.place)), None)


def is_deep(path: str, said: Words) -> bool:
    """Tell whether a path is asked only in the long way through its step."""
    found = question_at(path, said)
    if found is None or step_of(path) == "contacts":
        return False
    name = path.rpartition(".")[2]
    inside = "[" in path and any(one.name == name and one.depth == "full" for one in found.fields)
    return found.depth == "full" or inside
