"""Tells where a plan has nothing for a document, so that no empty paper is handed out with the others."""

from __future__ import annotations

from schemas.plan import Plan

from .data.table import Table
from .documents import ALL_MINUTES, CARDS, HOMEWORK, MINUTES
from .homework import homework
from .rendering import Text


def bare(text: Text) -> bool:
    """Tell whether a written document holds nothing of the plan. A document that stands by itself never is."""
    if isinstance(text.data, Table):
        return not text.data.rows
    look = _LOOKS.get(text.document.name)
    return look is not None and look(text.plan)


def _no_cards(plan: Plan) -> bool:
    return not plan.acute.cards


def _no_meetings(plan: Plan) -> bool:
    return not (plan.workshop.sessions or plan.workshop.caught)


def _nothing_left(plan: Plan) -> bool:
    return not homework(plan).shares


_LOOKS = {
    CARDS.name: _no_cards,
    MINUTES.name: _no_meetings,
    ALL_MINUTES.name: _no_meetings,
    HOMEWORK.name: _nothing_left,
}
