"""What stood at a place of the plan, in full, as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from schemas.checks.cpr import masked
from schemas.describing import label_of, name_of
from schemas.fields import Model
from schemas.paths import NoSuchPath, answers, get, is_empty, mark_at

from .printable import printable
from .saying import full_text

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.plan import Plan


def as_it_was(plan: Plan, path: str, words: Words) -> str:
    """Write what a plan has at a path: an answer, a record with its fields, or every record of a list.

    Numbers that look like CPR are masked. What was passed by says so, and what was not there says that.
    """
    try:
        said = "\n".join(_lines(plan, path, get(plan, path), words))
    except NoSuchPath:
        return words("past.then.absent")
    reason = plan.reasons.get(path)
    passed = words(f"interface.state.{reason.state.value}", reason=reason.reason) if reason is not None else ""
    return masked(printable("\n\n".join(filter(None, (said, passed))) or words("past.then.empty")))


def _lines(plan: Plan, path: str, value: Any, words: Words) -> Iterator[str]:
    if isinstance(value, Model):
        yield from _fields(plan, path, value, words)
    elif mark_at(path).kind == "records":
        for number, item in enumerate(value, 1):
            yield f"{number}. {name_of(item, plan, words)}"
            yield from (f"   {line}" for line in _fields(plan, f"{path}[{item.id}]", item, words))
    else:
        yield full_text(mark_at(path), value, plan, words)


def _fields(plan: Plan, path: str, model: Model, words: Words) -> Iterator[str]:
    """Write the fields of a record or a part that are answered, one a line."""
    for here, mark, value in answers(model, path):
        if mark.kind != "records" and not is_empty(value):
            yield f"{label_of(here, words)}: {full_text(mark, value, plan, words)}"
