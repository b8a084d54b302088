"""An answer in full, as people read it."""

from __future__ import annotations

from typing import Any

from schemas.describing import shown
from schemas.fields import Marks
from schemas.language import Words
from schemas.paths import is_empty
from schemas.plan import Plan


def full_text(mark: Marks, value: Any, plan: Plan, words: Words) -> str:
    """Write an answer in full as people read it; nothing for no answer."""
    return "" if is_empty(value) else shown(mark, value, plan, words)
