"""What was done at a moment of the past, in words, with the words that came and went marked. CPR numbers are masked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from schemas.checks.cpr import find_cpr, masked
from schemas.compare import Difference, Way
from schemas.compared import Runs, sentence, text_of
from schemas.language import Words
from schemas.paths import NoSuchPath, get, mark_at
from schemas.plan import Plan, Reason

from .describing import described
from .edits import Add, Edit, Move, Remove, Set, WrongType, record, typed
from .past import Moment

NAMED = 3
"""How many edits of a change are told; of the others their number is."""


def told(moment: Moment, words: Words) -> tuple[str, ...]:
    """Say what was changed, a sentence an edit, records before what followed from them; many are counted."""
    edits = sorted(moment.edits, key=lambda edit: isinstance(edit, Set))
    said = tuple(_said(edit, moment, words) for edit in edits[:NAMED])
    more = len(edits) - NAMED
    return (*said, words(f"past.{'more' if more > 1 else 'more_one'}", count=more)) if more > 0 else said


def _said(edit: Edit, moment: Moment, words: Words) -> str:
    if isinstance(edit, Set) and edit.value == edit.before:
        return words("past.same", where=_plainly(Set(edit.path, None, None), moment, words).rpartition(": ")[0])
    if isinstance(edit, Set) and edit.path.startswith("acknowledged["):
        return _plainly(edit, moment, words)
    try:
        found = _difference(edit, moment.after)
        return one_sentence(found, moment.before, moment.after, words)
    except (NoSuchPath, WrongType, ValueError):
        return _plainly(edit, moment, words)


def _plainly(edit: Edit, moment: Moment, words: Words) -> str:
    """Say an edit that today's plan has no field for, or whose value it would not hold."""
    try:
        return safe(" ".join(described(replace(moment.last, edits=(edit,)), moment.after, words)))
    except (NoSuchPath, ValueError):
        return words("past.unknown")


def _difference(edit: Edit, after: Plan) -> Difference:
    """Write an edit as the difference it made."""
    if isinstance(edit, Add):
        return Difference(Way.ADDED, _inside(edit.list, edit.item), after=record(edit.list, edit.item))
    if isinstance(edit, Remove):
        return Difference(Way.REMOVED, _inside(edit.list, edit.item), before=record(edit.list, edit.item))
    if isinstance(edit, Move):
        here = f"{edit.list}[{edit.id}]"
        item = get(after, here)
        return Difference(Way.MOVED, here, item, item)
    if edit.path.startswith("reasons["):
        return Difference(Way.CHANGED, edit.path, *(value and Reason.model_validate(value) for value in _both(edit)))
    mark = mark_at(edit.path)
    before, value = (typed(mark.model, mark.name, one, edit.path) for one in _both(edit))
    return Difference(Way.CHANGED, edit.path, before, value)


def _both(edit: Set) -> Iterator[object]:
    yield edit.before
    yield edit.value


def _inside(where: str, item: dict[str, object]) -> str:
    return f"{where}[{item.get('id')}]"


def one_sentence(one: Difference, before: Plan, after: Plan, words: Words) -> str:
    """Say one difference between two plans, with its part before it and brackets around the words that changed."""
    return f"{words.field('Plan', one.part)['label']} › {short_sentence(one, before, after, words)}"


def short_sentence(one: Difference, before: Plan, after: Plan, words: Words) -> str:
    """Say one difference below the heading of its part."""
    return _written(sentence(one, before, after, words))


def _written(runs: Runs) -> str:
    whole = "".join(run.text for run in runs)
    return safe(whole) if find_cpr(whole) else safe(text_of(runs))


def safe(text: str) -> str:
    """Write a text on one line, with dots for every number that looks like a CPR number."""
    return masked(" ".join(text.split()))
