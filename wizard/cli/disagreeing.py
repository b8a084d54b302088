"""Where different things are said, in words: the place, what the plan says, and what each group says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schemas.describing import label_of, record_at, shown, where
from schemas.language import Words
from schemas.paths import exists, get, is_empty, mark_at
from schemas.plan import Plan
from wizard.document.edits import plain
from wizard.document.gathering import Disagreement
from wizard.document.groups import started_from

from .console import emit, emit_wrapped


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something: what they are called, and the plan in which they say it."""

    name: str
    plan: Plan


def tell(one: Disagreement, plan: Voice, groups: Sequence[Voice], said: Words) -> None:
    """Write one place and what is said there."""
    speaking = [(groups[place], value) for place, value in one.groups]
    start = started_from(speaking[0][0].plan)
    emit("")
    emit_wrapped(_where(one.path, [plan, *(voice for voice, _ in speaking)], said), "  ", "    ")
    for voice, value in [(plan, one.plan), *speaking]:
        text = _record(one.path, value, start, said) if one.path.endswith("]") else None
        emit_wrapped(f"{voice.name}: {text or _value(one.path, value, voice.plan, said)}", "    ", "      ")


def _record(path: str, value: Any, start: Plan, said: Words) -> str | None:
    """Say what became of a record since the start; nothing where the path is that of a reason."""
    if path.startswith("reasons["):
        return None
    if value is None:
        return said("groups.gone")
    before = plain(get(start, path)) if exists(start, path) else {}
    changed = [name for name in {**before, **value} if before.get(name) != value.get(name)]
    if not before or not changed:
        return said("groups.there")
    return said("groups.changed", fields=said.join([label_of(f"{path}.{name}", said) for name in changed]))


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
    if value is None or is_empty(value) or value == []:
        return said("groups.empty")
    if _is_list(path):
        return " · ".join(record_at(f"{path}[{key}]", plan, said) for key in value)
    return " ".join(shown(mark_at(path), value, plan, said).split())
