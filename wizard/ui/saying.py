"""An answer in full, as people read it."""

from __future__ import annotations

from typing import Any

from schemas.describing import shown
from schemas.fields import Marks
from schemas.language import Words
from schemas.paths import is_empty
from schemas.plan import Plan
from wizard.document.edits import WrongType, typed


def full_text(mark: Marks, value: Any, plan: Plan, words: Words) -> str:
    """Write an answer in full as people read it; nothing for no answer."""
    return "" if is_empty(value) else shown(mark, value, plan, words)


def one_line(mark: Marks, value: Any, plan: Plan, words: Words) -> str:
    """Write what stands in a field on one line: its answer, or what is typed there and is no answer yet."""
    if is_empty(value) or value == []:
        return ""
    try:
        said = full_text(mark, typed(mark.model, mark.name, value, mark.name), plan, words)
    except WrongType:
        said = " · ".join(map(str, value)) if isinstance(value, list) else str(value)
    return " ".join(said.split())
