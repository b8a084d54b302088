"""An answer in full, as people read it."""

from __future__ import annotations

from typing import Any

from schemas.fields import Marks
from schemas.language import Words
from schemas.paths import is_empty
from schemas.plan import Plan
from wizard.document.describing import shown
from wizard.document.edits import plain


def full_text(mark: Marks, value: Any, plan: Plan, words: Words) -> str:
    """Write an answer in full as people read it; nothing for no answer."""
    if is_empty(value):
        return ""
    if mark.kind == "lines":
        return " · ".join(value)
    if mark.kind in ("line", "text", "number"):
        return str(value)
    return shown(mark, plain(value), plan, words)
