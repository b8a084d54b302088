"""Where different things are said, in words: the place, what the plan says, and what each group says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schemas.describing import record_at, shown, where
from schemas.language import Words
from schemas.paths import exists, is_empty, mark_at
from schemas.plan import Plan
from wizard.document.gathering import Disagreement

from .console import emit, emit_wrapped


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something: what they are called, and the plan in which they say it."""

    name: str
    plan: Plan


def tell(one: Disagreement, plan: Voice, groups: Sequence[Voice], said: Words) -> None:
    """Write one place and what is said there."""
    speaking = [groups[place] for place, _ in one.groups]
    emit("")
    emit_wrapped(_where(one.path, [plan, *speaking], said), "  ", "    ")
    emit_wrapped(f"{plan.name}: {_value(one.path, one.plan, plan.plan, said)}", "    ", "      ")
    for voice, (_, value) in zip(speaking, one.groups, strict=True):
        emit_wrapped(f"{voice.name}: {_value(one.path, value, voice.plan, said)}", "    ", "      ")


def _where(path: str, voices: Sequence[Voice], said: Words) -> str:
    """Name a place by the words of whoever has it."""
    field = path.removeprefix("reasons[").removesuffix("]") if path.startswith("reasons[") else path
    plan = next((voice.plan for voice in voices if exists(voice.plan, field)), voices[0].plan)
    place = where(field, plan, said)
    if field != path:
        return said("groups.passed_by", where=place)
    return said("groups.order", where=place) if _is_list(path) else place


def _is_list(path: str) -> bool:
    return not path.endswith("]") and mark_at(path).kind == "records"


def _value(path: str, value: Any, plan: Plan, said: Words) -> str:
    """Say a value on one line, whole."""
    if path.startswith("reasons["):
        if value is None:
            return said("groups.no_reason")
        return said(f"groups.{value.get('state', 'skipped')}", reason=value.get("reason", ""))
    if path.endswith("]"):
        return said("groups.gone" if value is None else "groups.there")
    if value is None or is_empty(value) or value == []:
        return said("groups.empty")
    if _is_list(path):
        return " · ".join(record_at(f"{path}[{key}]", plan, said) for key in value)
    return " ".join(shown(mark_at(path), value, plan, said).split())
